/** Overlay with the edits accepted so far in a pass: what was accepted counts for what is evaluated next. */
import { normaliseName } from "../designations";
import { headerOfField } from "../item-fields";
import { itemOfRow } from "../item-rows";
import { compareHappenings } from "../merge/order";
import type { ProgrammeEvent, WorkItem } from "../model";
import type { ProgrammeFacts } from "../rules/types";
import { isOneOf, STATUSES } from "../vocabulary";
import type { GuardedTable } from "./edit-plan";
import type { ReviewContext } from "./review-context";

/** Items and events of the programme, with those that the pass has accepted. */
export class ProgrammeOverlay implements ProgrammeFacts {
  private readonly items = new Map<string, WorkItem>();
  private readonly removed = new Set<string>();
  private readonly events = new Map<string, ProgrammeEvent[]>();
  private readonly keysByName = new Map<string, Set<string>>();
  private readonly itemInRow: (key: string) => WorkItem | undefined;

  constructor(private readonly context: ReviewContext) {
    this.itemInRow = itemsInSnapshot(context.tables);
  }

  item(key: string): WorkItem | undefined {
    return this.items.get(key) ?? (this.removed.has(key) ? undefined : this.itemBefore(key));
  }

  /**
   * The item before the pass, as its history explains it. The row of the snapshot counts before the store: the store may have read the
   * tables since, with an edit in them that is not evaluated yet.
   */
  itemBefore(key: string): WorkItem | undefined {
    return this.context.state.unexplained.get(key) ?? this.itemInRow(key) ?? this.context.index?.itemWithKey(key);
  }

  eventsOf(key: string): readonly ProgrammeEvent[] {
    return this.events.get(key) ?? this.context.ruleContext.programme.eventsOf(key);
  }

  itemsNamed(name: string): readonly WorkItem[] {
    const recorded = this.context.ruleContext.programme
      .itemsNamed(name)
      .filter((item) => !this.removed.has(item.key))
      .map((item) => this.items.get(item.key) ?? item);
    const keys = this.keysByName.get(normaliseName(name));
    if (!keys) return recorded;
    const recordedKeys = new Set(recorded.map((item) => item.key));
    const accepted = [...keys].filter((key) => !recordedKeys.has(key)).map((key) => this.items.get(key));
    return [...recorded, ...accepted.filter((item) => item !== undefined)];
  }

  /** Accepts an item as it now is, and what happened to it. */
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

  removeItem(key: string): void {
    this.items.delete(key);
    this.removed.add(key);
  }

  removeEvent(key: string, eventId: string): void {
    this.events.set(
      key,
      this.eventsOf(key).filter((event) => event.id !== eventId),
    );
  }
}

/**
 * Returns a function that reads an item from its row in a snapshot of the tables of items, each item once for as long as no row changes. A row
 * without a valid status yields undefined: the item is then what its history says.
 */
export function itemsInSnapshot(tables: readonly GuardedTable[]): (key: string) => WorkItem | undefined {
  const found = tables.flatMap(({ role, snapshot }) =>
    role === "programme"
      ? [{ snapshot, columns: new Map(snapshot.headers.map((header, column) => [header, column])) }]
      : [],
  );
  const items = new Map<string, WorkItem>();
  return (key) => {
    for (const { snapshot, columns } of found) {
      const values = snapshot.values(key);
      if (!values || !isOneOf(STATUSES, values[columns.get(headerOfField("status")) ?? -1])) continue;
      let item = items.get(key);
      if (!item) items.set(key, (item = itemOfRow((header) => values[columns.get(header) ?? -1] ?? "")));
      return item;
    }
    return undefined;
  };
}
