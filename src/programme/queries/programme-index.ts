/** A programme made ready for questions: items by any of their names, events by item, items in order. */
import type { IsoDate, Programme, ProgrammeEvent, WorkItem } from "../model";
import type { Status } from "../vocabulary";
import { eventsByItem } from "../join/merge";
import { standingOn } from "../join/as-of";
import type { Standing } from "../join/as-of";
import { compareEvents, compareHappenings } from "../join/order";
import { namesIn, parseDesignation } from "../names/designations";
import { naturalKey } from "../names/natural-order";
import { nearKey, normaliseName } from "../names/normalise";
import { NameRegister, namesOfItem } from "./name-register";
import { NearestNames } from "./nearest-names";

/** What a text names. */
export type Found =
  | { found: WorkItem }
  /** Several items bear the name. */
  | { ambiguous: WorkItem[] }
  /** No item does; the nearest names, as printed, nearest first. */
  | { unknown: string[] };

/** A programme with its look-ups. What it answers is as of the programme it was made from. */
export interface ProgrammeIndex {
  readonly programme: Programme;
  /** The item with a key. */
  itemWithKey(key: string): WorkItem | undefined;
  /** Items that bear a designation now or bore it once, however it is written. */
  itemsNamed(designation: string): readonly WorkItem[];
  /** Everything that happened to an item, in the order in which it happened. */
  eventsOf(key: string): readonly ProgrammeEvent[];
  /** All items in natural order of number, else provisional name. */
  readonly ordered: readonly WorkItem[];
}

const MOST_NEAR_NAMES = 5;
/** Texts whose look-up is remembered: formulas ask for the same cells again and again. */
const MOST_REMEMBERED = 50_000;
const NO_EVENTS: readonly ProgrammeEvent[] = [];

function sortKey(item: WorkItem): string {
  return `${naturalKey(item.number ?? item.name ?? item.key)}\u0000${naturalKey(item.name ?? "")}\u0000${item.key}`;
}

/** What was looked up before: keys, so that it stays true while items change under their names. */
type Remembered = { keys: readonly string[] } | { unknown: string[] };

/** The tables behind an index. They are shared by the indexes that follow each other, and changed in place. */
class Tables {
  readonly items = new Map<string, WorkItem>();
  readonly names = new NameRegister();
  readonly remembered = new Map<string, Remembered>();
  private readonly events: Map<string, ProgrammeEvent[]>;
  private readonly sorted = new Set<string>();
  private positions: Map<string, number> | null = null;
  private sortKeys: string[] | null = null;
  private order: WorkItem[] = [];
  private near: NearestNames | null = null;
  private nearKeys: Map<string, string> | null = null;

  constructor(programme: Programme) {
    for (const item of programme.items) {
      this.items.set(item.key, item);
      this.names.add(item);
    }
    this.events = eventsByItem(programme.events);
  }

  eventsOf(key: string): readonly ProgrammeEvent[] {
    const events = this.events.get(key);
    if (events === undefined) return NO_EVENTS;
    if (!this.sorted.has(key)) {
      events.sort(compareHappenings);
      this.sorted.add(key);
    }
    return events;
  }

  ordered(): readonly WorkItem[] {
    if (this.sortKeys === null) {
      const keyed = [...this.items.values()].map((item) => ({ item, at: sortKey(item) }));
      keyed.sort((a, b) => (a.at < b.at ? -1 : 1));
      this.order = keyed.map(({ item }) => item);
      this.sortKeys = keyed.map(({ at }) => at);
    }
    return this.order;
  }

  put(item: WorkItem): void {
    const before = this.items.get(item.key);
    const renamed = before === undefined || namesOfItem(before).join("\n") !== namesOfItem(item).join("\n");
    this.place(before, item, renamed);
    this.items.set(item.key, item);
    if (!renamed) return;
    if (before !== undefined) this.names.remove(before);
    this.names.add(item);
    this.forgetNames();
  }

  remove(key: string): void {
    const before = this.items.get(key);
    if (before === undefined) return;
    this.place(before, null, true);
    this.items.delete(key);
    this.names.remove(before);
    this.forgetNames();
  }

  addEvent(event: ProgrammeEvent): void {
    const events = this.events.get(event.item);
    const others = events?.filter(({ id }) => id !== event.id) ?? [];
    this.events.set(event.item, [...others, event]);
    this.sorted.delete(event.item);
  }

  /** Normalised names near one that nobody bears. */
  nearest(name: string): string[] {
    this.near ??= new NearestNames([...this.names.entries()].map(([each]) => each));
    this.nearKeys ??= new Map([...this.names.entries()].map(([each]) => [nearKey(each), each]));
    const alike = this.nearKeys.get(nearKey(name));
    const nearest = this.near.nearestTo(name, MOST_NEAR_NAMES + 1);
    return [...new Set([...(alike === undefined ? [] : [alike]), ...nearest])];
  }

  /** The place of each item in the programme's own list. */
  positionOf(key: string, items: readonly WorkItem[]): number | undefined {
    this.positions ??= new Map(items.map((item, at) => [item.key, at]));
    return this.positions.get(key);
  }

  /** Takes the list after changes; its places are counted anew only where some were removed. */
  noteList(items: readonly WorkItem[], added: readonly WorkItem[], isShorter: boolean): void {
    if (isShorter) this.positions = null;
    else added.forEach((item, at) => this.positions?.set(item.key, items.length - added.length + at));
  }

  hasEvent(event: ProgrammeEvent): boolean {
    return this.events.get(event.item)?.some(({ id }) => id === event.id) ?? false;
  }

  private forgetNames(): void {
    this.remembered.clear();
    this.near = null;
    this.nearKeys = null;
  }

  /** Keeps the order without sorting everything again. */
  private place(before: WorkItem | undefined, after: WorkItem | null, renamed: boolean): void {
    if (this.sortKeys === null) return;
    const order = [...this.order];
    if (before !== undefined) {
      const at = position(this.sortKeys, sortKey(before));
      if (after !== null && !renamed) {
        order[at] = after;
        this.order = order;
        return;
      }
      order.splice(at, 1);
      this.sortKeys.splice(at, 1);
    }
    if (after !== null) {
      const key = sortKey(after);
      const at = position(this.sortKeys, key);
      order.splice(at, 0, after);
      this.sortKeys.splice(at, 0, key);
    }
    this.order = order;
  }
}

/** Where a key is in a sorted list, or would be. */
function position(sorted: readonly string[], key: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

const tablesOf = new WeakMap<ProgrammeIndex, Tables>();

function indexOver(programme: Programme, tables: Tables): ProgrammeIndex {
  const index: ProgrammeIndex = {
    programme,
    itemWithKey: (key) => tables.items.get(key),
    itemsNamed: (designation) => itemsOf(tables, normaliseName(designation)),
    eventsOf: (key) => tables.eventsOf(key),
    get ordered() {
      return tables.ordered();
    },
  };
  tablesOf.set(index, tables);
  return index;
}

/** Makes a programme ready for questions: one pass over its items and events. */
export function buildIndex(programme: Programme): ProgrammeIndex {
  return indexOver(programme, new Tables(programme));
}

/** What changed in a programme. */
export interface IndexChanges {
  /** Items as they are now; an unknown key is a new item. */
  items?: readonly WorkItem[];
  /** Keys of items that are gone; their events stay. */
  removed?: readonly string[];
  /** New events; one with a known id replaces that. */
  events?: readonly ProgrammeEvent[];
}

/**
 * The index after changes, without making all of it again. The index given shares its tables with the new one and must
 * not be used any more; its programme is left as it was.
 */
export function withChanges(index: ProgrammeIndex, changes: IndexChanges): ProgrammeIndex {
  const tables = tablesOf.get(index) ?? new Tables(index.programme);
  const changed = new Map((changes.items ?? []).map((item) => [item.key, item]));
  const removed = new Set(changes.removed);
  const added: WorkItem[] = [];
  let items = [...index.programme.items];
  for (const item of changed.values()) {
    const at = tables.positionOf(item.key, index.programme.items);
    if (at === undefined) added.push(item);
    else items[at] = item;
  }
  if (removed.size > 0) items = items.filter(({ key }) => !removed.has(key));
  items.push(...added);
  const events = withEvents(index.programme.events, changes.events ?? [], tables);
  tables.noteList(items, added, removed.size > 0);
  for (const key of removed) tables.remove(key);
  for (const item of changed.values()) if (!removed.has(item.key)) tables.put(item);
  for (const event of changes.events ?? []) tables.addEvent(event);
  return indexOver({ ...index.programme, items, events }, tables);
}

/** The index after one item changed, with what happened to it; see `withChanges`. */
export function withItemChanged(index: ProgrammeIndex, item: WorkItem, event: ProgrammeEvent | null): ProgrammeIndex {
  return withChanges(index, { items: [item], events: event === null ? [] : [event] });
}

function withEvents(
  events: readonly ProgrammeEvent[],
  more: readonly ProgrammeEvent[],
  tables: Tables,
): ProgrammeEvent[] {
  const replaced = new Set(more.filter((event) => tables.hasEvent(event)).map(({ id }) => id));
  const result = replaced.size === 0 ? [...events] : events.filter(({ id }) => !replaced.has(id));
  for (const event of more) {
    let at = result.length;
    // New events are nearly always the latest.
    for (let last = result[at - 1]; last !== undefined && compareEvents(event, last) < 0; last = result[at - 1])
      at -= 1;
    result.splice(at, 0, event);
  }
  return result;
}

function itemsOf(tables: Tables, name: string): WorkItem[] {
  return tables.names.keysOf(name).flatMap((key) => tables.items.get(key) ?? []);
}

/** Items by the names that a text holds where the text as a whole is none: "X.1817 (X.5Gsec-message)", "X.1817 (09/2023)". */
function itemsByParts(tables: Tables, text: string): WorkItem[] {
  const parsed = parseDesignation(text);
  if (parsed.anomalies.some(({ code }) => code === "unrecognised")) return [];
  const items = new Set<WorkItem>();
  for (const name of namesIn(text)) for (const item of itemsOf(tables, normaliseName(name))) items.add(item);
  return [...items];
}

function printedName(tables: Tables, name: string): string[] {
  return itemsOf(tables, name)
    .slice(0, 1)
    .flatMap((item) =>
      namesOfItem(item)
        .filter((printed) => normaliseName(printed) === name)
        .slice(0, 1),
    );
}

function lookUp(tables: Tables, text: string): Remembered {
  const name = normaliseName(text);
  const exact = tables.names.keysOf(name);
  const keys = exact.length > 0 ? exact : itemsByParts(tables, text).map(({ key }) => key);
  if (keys.length > 0) return { keys };
  const near = name === "" ? [] : tables.nearest(name).flatMap((each) => printedName(tables, each));
  return { unknown: near.slice(0, MOST_NEAR_NAMES) };
}

/**
 * The item that a text names, however a person writes it: number, provisional name, old name, "X.1817 (X.5Gsec-message)",
 * "Rec. ITU-T X.1817", in any case, with stray spaces. Constant time where the name is known.
 */
export function findItem(index: ProgrammeIndex, text: string): Found {
  const tables = tablesOf.get(index);
  if (tables === undefined) throw new Error("This is no index made by buildIndex.");
  let result = tables.remembered.get(text);
  if (result === undefined) {
    result = lookUp(tables, text);
    if (tables.remembered.size >= MOST_REMEMBERED) tables.remembered.clear();
    tables.remembered.set(text, result);
  }
  if ("unknown" in result) return result;
  const items = result.keys.flatMap((key) => tables.items.get(key) ?? []);
  const [first] = items;
  return first !== undefined && items.length === 1 ? { found: first } : { ambiguous: items };
}

/** How an item stood at the end of a day; null before anything is known of it. */
export function standingAsOf(index: ProgrammeIndex, key: string, date: IsoDate): Standing | null {
  return standingOn(index.eventsOf(key), date);
}

/** The status of an item at the end of a day; null before anything is known of it. */
export function statusAsOf(index: ProgrammeIndex, key: string, date: IsoDate): Status | null {
  return standingAsOf(index, key, date)?.status ?? null;
}

/** The last day on which an item got a status (the present one where none is given); null where it never had it. */
export function sinceOf(index: ProgrammeIndex, key: string, status?: Status): IsoDate | null {
  const item = index.itemWithKey(key);
  if (status === undefined || status === item?.status) return item?.since ?? null;
  const events = index.eventsOf(key).filter((event) => event.to === status && event.from !== status);
  return events[events.length - 1]?.date ?? null;
}
