/** A programme made ready for questions: items by any of their names, events by item, items in order. */
import type { IsoDate, Programme, ProgrammeEvent, WorkItem } from "../model";
import type { Status } from "../vocabulary";
import { stateOn } from "../merge/item-state";
import type { DatedState } from "../merge/item-state";
import { compareEvents } from "../merge/order";
import { namesIn, parseDesignation } from "../designations/designations";
import { normaliseName } from "../designations/normalise";
import { IndexTables } from "./index-tables";
import type { BoundedCache } from "./index-tables";
import { namesOfItem } from "./name-register";

/** What a text names. */
export type FoundItem =
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
/** Number of texts whose look-up is cached: formulas look up the same cells repeatedly. */
const CACHE_SIZE = 50_000;

const tablesOf = new WeakMap<ProgrammeIndex, IndexTables>();

function indexOver(programme: Programme, tables: IndexTables): ProgrammeIndex {
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
  return indexOver(programme, new IndexTables(programme));
}

/** What changed in a programme. */
export interface IndexChanges {
  /** Items as they are now; an unknown key is a new item. */
  items?: readonly WorkItem[];
  /** Keys of removed items; their events remain. */
  removed?: readonly string[];
  /** New events; an event with an existing id replaces that event. */
  events?: readonly ProgrammeEvent[];
}

/**
 * Returns the index after changes, without building it again. The given index shares its tables with the new one and must not be used any
 * more; its programme is not changed.
 */
export function withChanges(index: ProgrammeIndex, changes: IndexChanges): ProgrammeIndex {
  const tables = tablesOf.get(index) ?? new IndexTables(index.programme);
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
  tables: IndexTables,
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

function itemsOf(tables: IndexTables, name: string): WorkItem[] {
  return tables.names.keysOf(name).flatMap((key) => tables.items.get(key) ?? []);
}

/** Items by the names that a text holds where the text as a whole is none: "X.1817 (X.5Gsec-message)", "X.1817 (09/2023)". */
function itemsByParts(tables: IndexTables, text: string): WorkItem[] {
  const parsed = parseDesignation(text);
  if (parsed.anomalies.some(({ code }) => code === "unrecognised")) return [];
  const items = new Set<WorkItem>();
  for (const name of namesIn(text)) for (const item of itemsOf(tables, normaliseName(name))) items.add(item);
  return [...items];
}

/** "X.1373 (2017)", "X.1373 (03/2017)": the number, and the year in which the edition was approved. */
const EDITION = /^(.*\S)\s*\((?:\d{1,2}\/)?(\d{4})\)\s*$/;

/** Returns the edition that a number with a year names; null where the text is not a number, or no item has it. */
function editionNamed(tables: IndexTables, text: string): BoundedCache | null {
  const [, number, year] = EDITION.exec(text) ?? [];
  if (number === undefined || year === undefined) return null;
  const bearers = editionsOf(tables, normaliseName(number));
  if (bearers.length === 0) return null;
  const ofYear = bearers.filter((item) => PUBLISHED.has(item.status) && item.since?.startsWith(year) === true);
  if (ofYear.length > 0) return { keys: ofYear.map(({ key }) => key) };
  return {
    unknown: bearers.flatMap(({ number: own, since }) =>
      own === null ? [] : [`${own} (${since?.slice(0, 4) ?? "?"})`],
    ),
  };
}

const PUBLISHED: ReadonlySet<Status> = new Set<Status>(["Approved", "Agreed"]);

/** Returns all items with this number: the first edition, and its revisions. */
function editionsOf(tables: IndexTables, name: string): WorkItem[] {
  const items = [...itemsOf(tables, name), ...itemsOf(tables, `${name}rev`)];
  return [...new Set(items)].filter(
    ({ number }) => number !== null && normaliseName(number).replace(/rev$/, "") === name,
  );
}

/**
 * Of several items with a name, returns the one that has it now before those that once had it; of the editions of a number, the latest in
 * force.
 */
function meantBy(name: string, items: WorkItem[], tables: IndexTables): WorkItem[] {
  const bearsNow = ({ number, name: own }: WorkItem): boolean =>
    [number, own].some((each) => each !== null && normaliseName(each) === name);
  const current = items.length > 1 ? items.filter(bearsNow) : items;
  const [first] = current;
  // A revision in force succeeds the edition before it, although it is known as "X.1373rev" as well.
  const editions = first?.number == null || normaliseName(first.number) !== name ? current : editionsOf(tables, name);
  if (editions.length < 2) return current.length > 0 ? current : items;
  const inForce = editions.filter(({ status, since }) => PUBLISHED.has(status) && since !== null);
  const order = ({ since, key }: WorkItem): string => `${since ?? ""} ${key}`;
  const latest = inForce.sort((a, b) => (order(a) < order(b) ? 1 : -1))[0];
  return latest ? [latest] : current;
}

function printedName(tables: IndexTables, name: string): string[] {
  return itemsOf(tables, name)
    .slice(0, 1)
    .flatMap((item) =>
      namesOfItem(item)
        .filter((printed) => normaliseName(printed) === name)
        .slice(0, 1),
    );
}

function lookUp(tables: IndexTables, text: string): BoundedCache {
  const name = normaliseName(text);
  const exact = tables.names.keysOf(name);
  const edition = exact.length > 0 ? null : editionNamed(tables, text);
  if (edition !== null) return edition;
  const keys = exact.length > 0 ? exact : itemsByParts(tables, text).map(({ key }) => key);
  if (keys.length > 0) return { keys };
  const near = name === "" ? [] : tables.nearest(name).flatMap((each) => printedName(tables, each));
  return { unknown: near.slice(0, MOST_NEAR_NAMES) };
}

/**
 * Returns the item that a text names, however users write it: number, provisional name, old name, "X.1817 (X.5Gsec-message)", "Rec. ITU-T
 * X.1817", in any case, with extra spaces. Constant time for existing names.
 */
export function findItem(index: ProgrammeIndex, text: string): FoundItem {
  const tables = tablesOf.get(index);
  if (tables === undefined) throw new Error("This is no index made by buildIndex.");
  let result = tables.caches.get(text);
  if (result === undefined) {
    result = lookUp(tables, text);
    if (tables.caches.size >= CACHE_SIZE) tables.caches.clear();
    // Which edition a year names changes with an approval, which renames nothing.
    if (!EDITION.test(text)) tables.caches.set(text, result);
  }
  if ("unknown" in result) return result;
  const items = meantBy(
    normaliseName(text),
    result.keys.flatMap((key) => tables.items.get(key) ?? []),
    tables,
  );
  const [first] = items;
  return first !== undefined && items.length === 1 ? { found: first } : { ambiguous: items };
}

/** Returns the state of an item at the end of a day; null before its first event. */
export function stateAsOf(index: ProgrammeIndex, key: string, date: IsoDate): DatedState | null {
  return stateOn(index.eventsOf(key), date);
}

/** The status of an item at the end of a day; null before anything is known of it. */
export function statusOnDate(index: ProgrammeIndex, key: string, date: IsoDate): Status | null {
  return stateAsOf(index, key, date)?.status ?? null;
}

/** The last day on which an item got a status (the present one where none is given); null where it never had it. */
export function sinceOf(index: ProgrammeIndex, key: string, status?: Status): IsoDate | null {
  const item = index.itemWithKey(key);
  if (status === undefined || status === item?.status) return item?.since ?? null;
  const events = index.eventsOf(key).filter((event) => event.to === status && event.from !== status);
  return events[events.length - 1]?.date ?? null;
}

/** Every normalised name of the programme's items, with the keys of those that bear it. */
export function registeredNames(index: ProgrammeIndex): Iterable<[string, readonly string[]]> {
  return tablesOf.get(index)?.names.entries() ?? [];
}
