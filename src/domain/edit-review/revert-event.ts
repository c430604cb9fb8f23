/** Reverts events entered by users (undo, a corrected mistake) and reapplies them (redo). */
import { itemName } from "../item-name";
import { currentState } from "../merge/item-state";
import type { ProgrammeEvent, WorkItem } from "../model";
import type { Status } from "../vocabulary";
import type { EditPlanBuilder, TypedCell } from "./edit-plan-builder";
import { propagate, locationOf } from "./propagate";
import { emptyDetails } from "./edit-plan";

/** Returns the item's step before an event; null at the start of its status. */
export function stepBefore(events: readonly ProgrammeEvent[], event: ProgrammeEvent): string | null {
  return currentState(events.slice(0, events.indexOf(event)))?.step ?? null;
}

/**
 * Reverts the last event of an item, entered by a user: the item is again as it was before.
 * @returns false where History does not record how it was before
 */
export function revertEvent(
  builder: EditPlanBuilder,
  item: WorkItem,
  event: ProgrammeEvent,
  cells: readonly TypedCell[],
): boolean {
  const together = builder.overlay
    .eventsOf(item.key)
    .filter(
      (each) => each.origin === "user" && (each.id === event.id || (each.edit !== null && each.edit === event.edit)),
    );
  const rest = builder.overlay.eventsOf(item.key).filter((each) => !together.includes(each));
  const before = currentState(rest);
  if (before === null) return removeItem(builder, item, together);
  if (event.from === null || before?.status !== event.from) return false;
  const restored: WorkItem = {
    ...item,
    ...before,
    process: before.process ?? item.process,
    // A step does not change the date of the status, and neither does its revert.
    since: event.to === null ? item.since : before.since,
  };
  removeEvents(builder, item, together);
  builder.acceptItem(restored, [], true);
  for (const cell of cells) builder.mark(cell, false);
  propagate(builder, item, restored, cells, true);
  const name = itemName(item);
  builder.addMessage({
    ...emptyDetails(),
    outcome: "noted",
    cause: `taken back ${event.kind}`,
    item: name,
    key: item.key,
    at: locationOf({ cells }),
    tried: [{ column: "Status", from: item.status, to: restored.status }],
    text: { code: "eventReverted", values: { item: name, event: event.kind, status: restored.status } },
  });
  return true;
}

function removeEvents(builder: EditPlanBuilder, item: WorkItem, events: readonly ProgrammeEvent[]): void {
  const history = builder.context.tables.find((table) => table.role === "history");
  for (const event of events) {
    builder.overlay.removeEvent(item.key, event.id);
    // An event of this pass is not recorded yet.
    const planned = builder.plan.events.findIndex(({ id }) => id === event.id);
    if (planned >= 0) builder.plan.events.splice(planned, 1);
    else builder.plan.revertedEvents.push({ event, position: history ? builder.position(history, event.id) : -1 });
  }
}

/** Removes an item whose entry was undone: its row is kept, without a key. */
function removeItem(builder: EditPlanBuilder, item: WorkItem, events: readonly ProgrammeEvent[]): boolean {
  removeEvents(builder, item, events);
  builder.overlay.removeItem(item.key);
  builder.plan.items.delete(item.key);
  builder.plan.unexplained.set(item.key, null);
  builder.plan.removedKeys.push(item.key);
  const table = builder.context.tables.find((each) => each.role === "programme");
  const position = table ? builder.position(table, item.key) : -1;
  if (table && position >= 0) {
    builder.write(table, { row: item.key, position, column: table.snapshot.keyColumn }, "", "propagate");
  }
  builder.addMessage({
    ...emptyDetails(),
    outcome: "noted",
    cause: "item removed",
    item: itemName(item),
    key: item.key,
    at: table && position >= 0 ? { table: table.name, position, column: 0 } : null,
    tried: [],
    text: { code: "itemRemoved", values: { item: itemName(item) } },
  });
  return true;
}

/** Reapplies a reverted event (redo). */
export function reapplyEvent(builder: EditPlanBuilder, item: WorkItem, event: ProgrammeEvent): void {
  const status: Status = event.to ?? item.status;
  const again: WorkItem = {
    ...item,
    status,
    since: event.to === null ? item.since : event.date,
    step: event.step,
    process: event.process ?? item.process,
  };
  builder.overlay.accept(again, [event]);
  builder.plan.restoredEvents.push(event);
  builder.plan.items.set(item.key, again);
  builder.plan.unexplained.set(item.key, null);
  propagate(builder, item, again, [], true);
}
