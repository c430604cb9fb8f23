/** Edits of History's rows: they are reverted, except where an undo or redo shows here. */
import { itemName } from "../item-name";
import type { RowDifference } from "./diff";
import { rowInWords, type EditPlanBuilder } from "./edit-plan-builder";
import { reapplyEvent, revertEvent } from "./revert-event";
import { headerOf, itemKeyIn, type GuardedTable } from "./edit-plan";
import { emptyDetails } from "./edit-plan";
import { revertCells } from "./row-edits";
import { isKeyless, keyOf, type RowValues } from "./table-snapshot";

/** Plans what follows from an edited row of History. */
export function editHistory(builder: EditPlanBuilder, table: GuardedTable, difference: RowDifference): void {
  switch (difference.kind) {
    case "changed":
    case "replaced":
      if (!isUndo(builder, table, difference)) revertRecord(builder, table, difference);
      return;
    case "added":
      addRecord(builder, table, difference.position, difference.values);
      return;
    case "removed":
      removeRecord(builder, table, difference);
      return;
  }
}

/** Whether the row of an item's last event, entered by a user, was emptied: some undos leave the empty row. Plans the revert. */
function isUndo(
  builder: EditPlanBuilder,
  table: GuardedTable,
  difference: Extract<RowDifference, { kind: "changed" | "replaced" }>,
): boolean {
  const emptied = difference.cells.every((cell) => cell.after === "");
  const all = (table.snapshot.values(difference.row) ?? []).filter((value) => value !== "").length;
  if (!emptied || difference.cells.length < all) return false;
  return revertsEventOf(builder, table, difference.row);
}

/** Whether a missing row is that of an event that can be reverted. Plans the revert. */
function revertsEventOf(builder: EditPlanBuilder, table: GuardedTable, row: string): boolean {
  if (builder.plan.revertedEvents.some(({ event }) => event.id === keyOf(row))) return true;
  const key = itemKeyIn(table, table.snapshot.values(row) ?? []);
  const item = key === null ? undefined : builder.overlay.item(key);
  const event = item && builder.overlay.eventsOf(item.key).find(({ id }) => id === keyOf(row));
  return item !== undefined && event?.origin === "user" && revertEvent(builder, item, event, []) === null;
}

function revertRecord(
  builder: EditPlanBuilder,
  table: GuardedTable,
  difference: Extract<RowDifference, { kind: "changed" | "replaced" }>,
): void {
  if (isKeyless(difference.row)) return;
  const cells = difference.cells.filter(
    ({ column }) => !table.editableColumns.includes(column) && !table.ownColumns.has(column),
  );
  if (cells.length === 0) return;
  revertCells(builder, table, difference, cells, {
    code: "history",
    cause: "history",
    tried: cells.map((cell) => headerOf(table, cell.column)).join(", "),
  });
}

/** Evaluates a row added to History: an event that was reverted before (redo), or a typed row, which is ignored. */
function addRecord(builder: EditPlanBuilder, table: GuardedTable, position: number, values: RowValues): void {
  const id = table.snapshot.keyIn(values);
  const event =
    id === "" || table.snapshot.values(id) !== undefined ? undefined : builder.context.state.removedEvents.get(id);
  const item = event && (builder.overlay.item(event.item) ?? builder.context.state.deletedItems.get(event.item));
  if (event && item) {
    reapplyEvent(builder, item, event);
    builder.addMessage({
      ...emptyDetails(),
      outcome: "restored",
      cause: "eventReapplied",
      item: itemName(item),
      key: item.key,
      at: { table: table.name, position, column: 0 },
      tried: [],
      text: {
        code: "eventReapplied",
        values: { item: itemName(item), status: builder.overlay.item(item.key)?.status ?? item.status },
      },
    });
    return;
  }
  builder.plan.marks.push({ table: table.name, row: null, position, column: 0, on: true });
  builder.addMessage({
    ...emptyDetails(),
    outcome: "marked",
    cause: `history row ${String(position)}`,
    item: rowInWords(values),
    key: null,
    at: { table: table.name, position, column: 0 },
    tried: [],
    text: { code: "historyRow", values: {} },
  });
}

/** Evaluates a row removed from History: the last event of its item, entered by a user, is reverted (undo); others can be restored. */
function removeRecord(
  builder: EditPlanBuilder,
  table: GuardedTable,
  difference: Extract<RowDifference, { kind: "removed" }>,
): void {
  const { row, values } = difference;
  if (isKeyless(row)) return;
  if (revertsEventOf(builder, table, row)) return;
  const key = itemKeyIn(table, values);
  const item = key === null ? undefined : builder.overlay.item(key);
  const name = item ? itemName(item) : rowInWords(values);
  builder.addMessage({
    ...emptyDetails(),
    outcome: "noted",
    cause: "deleted History",
    item: name,
    key,
    at: null,
    tried: [],
    text: { code: "deletedEvent", values: { item: name } },
    deleted: [{ table: table.name, row, headers: table.snapshot.headers, values }],
  });
}
