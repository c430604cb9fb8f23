/** The look-up tables of an index, updated in place, so that an edit does not rebuild the index. */
import { itemName } from "../item-name";
import { compareHappenings, eventsByItem } from "../merge/order";
import type { Programme, ProgrammeEvent, WorkItem } from "../model";
import { naturalKey } from "../designations/natural-order";
import { nearKey } from "../designations/normalise";
import { NameRegister, namesOfItem } from "./name-register";
import { NearestNames } from "./nearest-names";

/** One more than are shown: the first may be there for another reason. */
const MOST_NEAR_NAMES = 6;
const NO_EVENTS: readonly ProgrammeEvent[] = [];

function sortKey(item: WorkItem): string {
  return `${naturalKey(itemName(item))}\u0000${naturalKey(item.name ?? "")}\u0000${item.key}`;
}

/** What was looked up before: keys, so that it stays true while items change under their names. */
export type BoundedCache = { keys: readonly string[] } | { unknown: string[] };

/** The tables of an index. Successive indexes share them, and update them in place. */
export class IndexTables {
  readonly items = new Map<string, WorkItem>();
  readonly names = new NameRegister();
  readonly caches = new Map<string, BoundedCache>();
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
    this.update(before, item, renamed);
    this.items.set(item.key, item);
    if (!renamed) return;
    if (before !== undefined) this.names.remove(before);
    this.names.add(item);
    this.forgetNames();
  }

  remove(key: string): void {
    const before = this.items.get(key);
    if (before === undefined) return;
    this.update(before, null, true);
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

  /** Returns names similar to a name that no item has. */
  nearest(name: string): string[] {
    this.near ??= new NearestNames([...this.names.entries()].map(([each]) => each));
    this.nearKeys ??= new Map([...this.names.entries()].map(([each]) => [nearKey(each), each]));
    const alike = this.nearKeys.get(nearKey(name));
    const nearest = this.near.nearestTo(name, MOST_NEAR_NAMES);
    return [...new Set([...(alike === undefined ? [] : [alike]), ...nearest])];
  }

  /** The position of each item in the programme's list. */
  positionOf(key: string, items: readonly WorkItem[]): number | undefined {
    this.positions ??= new Map(items.map((item, at) => [item.key, at]));
    return this.positions.get(key);
  }

  /** Sets the list after changes; positions are counted again only where items were removed. */
  noteList(items: readonly WorkItem[], added: readonly WorkItem[], isShorter: boolean): void {
    if (isShorter) this.positions = null;
    else added.forEach((item, at) => this.positions?.set(item.key, items.length - added.length + at));
  }

  hasEvent(event: ProgrammeEvent): boolean {
    return this.events.get(event.item)?.some(({ id }) => id === event.id) ?? false;
  }

  private forgetNames(): void {
    this.caches.clear();
    this.near = null;
    this.nearKeys = null;
  }

  /** Keeps the order without sorting everything again. */
  private update(before: WorkItem | undefined, after: WorkItem | null, renamed: boolean): void {
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
