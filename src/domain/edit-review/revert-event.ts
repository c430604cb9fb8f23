/** Reverts events entered by users (undo, a corrected mistake) and reapplies them (redo). */
import type { CellValue } from "../cells";
import { headerOfField, type ItemFieldId } from "../item-fields";
import { itemName } from "../item-name";
import { itemOfRow, enteredText } from "../item-rows";
import { currentState } from "../merge/item-state";
import type { ProgrammeEvent, WorkItem } from "../model";
import type { Status } from "../vocabulary";
import type { EditPlanBuilder, EditedCell } from "./edit-plan-builder";
import { propagate, locationOf } from "./propagate";
import { emptyDetails } from "./edit-plan";

/** Returns the item's step before an event; null at the start of its status. */
export function stepBefore(events: readonly ProgrammeEvent[], event: ProgrammeEvent): string | null {
  return currentState(events.slice(0, events.indexOf(event)))?.step ?? null;
}

/** Why an edit cannot be reverted: something else of the item has changed since. */
export type Dependency =
  /** A later edit of a field builds on it. */
  | { kind: "field"; field: ItemFieldId }
  /** History does not record how the item was before. */
  | { kind: "unrecorded" };

/** Returns the events of one edit: those that were recorded with an event. */
export function eventsOfEdit(builder: EditPlanBuilder, event: ProgrammeEvent): readonly ProgrammeEvent[] {
  return builder.overlay
    .eventsOf(event.item)
    .filter(
      (each) => each.origin === "user" && (each.id === event.id || (each.edit !== null && each.edit === event.edit)),
    );
}

/**
 * Returns the item as it was before an edit, what else of it was changed since included; null where the edit entered the item; a
 * dependency where it cannot be reverted by itself.
 */
export function itemBeforeEdit(
  builder: EditPlanBuilder,
  item: WorkItem,
  together: readonly ProgrammeEvent[],
): { item: WorkItem | null } | Dependency {
  const events = builder.overlay.eventsOf(item.key);
  const rest = events.filter((each) => !together.includes(each));
  const decided = together.filter(isDecision);
  if (decided.some(({ from }) => from === null))
    return rest.length === 0 ? { item: null } : { kind: "field", field: dependentField(rest) };
  const cells: Record<string, CellValue> = { ...builder.shownCells(item) };
  for (const { changes } of [...together].reverse()) {
    for (const { field, from, to } of [...changes].reverse()) {
      const header = headerOfField(field);
      if ((enteredText(field, cells[header] ?? "") ?? "") !== (to ?? "")) return { kind: "field", field };
      cells[header] = from ?? "";
    }
  }
  const reverted: WorkItem = { ...itemOfRow((header) => cells[header] ?? ""), key: item.key };
  const [first] = decided;
  if (!first) return { item: reverted };
  if (events.findLast(isDecision)?.edit !== first.edit) return { kind: "field", field: "status" };
  const before = currentState(rest);
  if (before?.status !== first.from) return { kind: "unrecorded" };
  const isStep = decided.every(({ to }) => to === null);
  return {
    item: {
      ...reverted,
      ...before,
      process: before.process ?? reverted.process,
      // A step does not change the date of the status, and neither does its revert.
      since: isStep ? item.since : before.since,
    },
  };
}

/** Whether an event gives a status or a step. */
const isDecision = ({ to, kind }: ProgrammeEvent): boolean => to !== null || kind === "Step";

const dependentField = (rest: readonly ProgrammeEvent[]): ItemFieldId =>
  rest.findLast(isDecision) ? "status" : (rest.at(-1)?.changes[0]?.field ?? "status");

/**
 * Reverts an edit of a user: the item is again as it was before.
 * @returns what keeps the edit from being reverted; null where it was
 */
export function revertEvent(
  builder: EditPlanBuilder,
  item: WorkItem,
  event: ProgrammeEvent,
  cells: readonly EditedCell[],
): Dependency | null {
  const together = eventsOfEdit(builder, event);
  const before = itemBeforeEdit(builder, item, together);
  if ("kind" in before) return before;
  if (before.item === null) {
    removeItem(builder, item, together);
    return null;
  }
  const restored = before.item;
  const isDecided = together.some(isDecision);
  removeEvents(builder, item, together);
  builder.acceptItem(restored, [], isDecided);
  for (const cell of cells) builder.mark(cell, false);
  propagate(builder, item, restored, cells, isDecided);
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
  return null;
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
function removeItem(builder: EditPlanBuilder, item: WorkItem, events: readonly ProgrammeEvent[]): void {
  removeEvents(builder, item, events);
  builder.overlay.removeItem(item.key);
  builder.plan.items.delete(item.key);
  builder.plan.unexplained.set(item.key, null);
  builder.plan.removedKeys.push(item.key);
  const table = builder.context.tables.find(
    (each) => each.role === "programme" && builder.position(each, item.key) >= 0,
  );
  const position = table ? builder.position(table, item.key) : -1;
  if (table) {
    builder.write(table, { row: item.key, position, column: table.snapshot.keyColumn }, "", "propagate");
  }
  builder.addMessage({
    ...emptyDetails(),
    outcome: "noted",
    cause: "item removed",
    item: itemName(item),
    key: item.key,
    at: table ? { table: table.name, position, column: 0 } : null,
    tried: [],
    text: { code: "itemRemoved", values: { item: itemName(item) } },
  });
}

/** Reapplies a reverted event (redo). */
export function reapplyEvent(builder: EditPlanBuilder, item: WorkItem, event: ProgrammeEvent): void {
  const status: Status = event.to ?? item.status;
  const cells: Record<string, CellValue> = { ...builder.shownCells(item) };
  for (const { field, to } of event.changes) cells[headerOfField(field)] = to ?? "";
  const again: WorkItem = {
    ...(event.changes.length === 0 ? item : itemOfRow((header) => cells[header] ?? "")),
    key: item.key,
    status,
    since: event.to === null ? item.since : event.date,
    step: event.to === null && event.kind !== "Step" ? item.step : event.step,
    process: event.process ?? item.process,
  };
  builder.overlay.accept(again, [event]);
  builder.plan.restoredEvents.push(event);
  builder.plan.items.set(item.key, again);
  builder.plan.unexplained.set(item.key, null);
  propagate(builder, item, again, [], true);
}
