/** The programme while a pass is under way: what was taken a moment ago counts for what is judged next. */
import type { ProgrammeEvent, WorkItem } from "../model";
import { compareHappenings } from "../merge/order";
import { normaliseName } from "../designations";
import type { ProgrammeFacts } from "../rules/types";
import type { ReviewContext } from "./edit-plan";

/** Items and events with what the pass has taken so far. */
export class ProgrammeOverlay implements ProgrammeFacts {
  private readonly items = new Map<string, WorkItem>();
  private readonly removed = new Set<string>();
  private readonly events = new Map<string, ProgrammeEvent[]>();
  private readonly keysByName = new Map<string, Set<string>>();

  constructor(private readonly context: ReviewContext) {}

  item(key: string): WorkItem | undefined {
    return this.items.get(key) ?? (this.removed.has(key) ? undefined : this.context.item(key));
  }

  eventsOf(key: string): readonly ProgrammeEvent[] {
    return this.events.get(key) ?? this.context.ruleContext.programme.eventsOf(key);
  }

  itemsNamed(designation: string): readonly WorkItem[] {
    const known = this.context.ruleContext.programme
      .itemsNamed(designation)
      .filter((item) => !this.removed.has(item.key))
      .map((item) => this.items.get(item.key) ?? item);
    const keys = this.keysByName.get(normaliseName(designation));
    if (!keys) return known;
    const here = new Set(known.map((item) => item.key));
    const more = [...keys].filter((key) => !here.has(key)).map((key) => this.items.get(key));
    return [...known, ...more.filter((item) => item !== undefined)];
  }

  /** Takes an item as it now stands and what happened to it. */
  accept(item: WorkItem, events: readonly ProgrammeEvent[]): void {
    this.items.set(item.key, item);
    if (events.length > 0) this.events.set(item.key, [...this.eventsOf(item.key), ...events].sort(compareHappenings));
    for (const name of [item.number, item.name]) {
      if (name === null) continue;
      const folded = normaliseName(name);
      const keys = this.keysByName.get(folded);
      if (keys) keys.add(item.key);
      else this.keysByName.set(folded, new Set([item.key]));
    }
  }

  /** Forgets an item. */
  removeItem(key: string): void {
    this.items.delete(key);
    this.removed.add(key);
  }

  /** Forgets an event of an item. */
  removeEvent(key: string, eventId: string): void {
    this.events.set(
      key,
      this.eventsOf(key).filter((event) => event.id !== eventId),
    );
  }

  /** The items that changed. */
  changed(): ReadonlyMap<string, WorkItem> {
    return this.items;
  }
}

/** What people call an item: its number, else its provisional name, else its key. */
export function designation(item: WorkItem): string {
  return item.number ?? item.name ?? item.key;
}
