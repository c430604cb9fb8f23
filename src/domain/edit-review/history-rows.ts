/** Edits of History's rows: it is the record, so they are put back, but for undo, which shows here. */
import type { CellChange, RowDifference } from "./diff";
import { rowInWords, type EditPlanBuilder } from "./edit-plan-builder";
import { takeAgain, takeBack } from "./revert-event";
import { headerOf, itemKeyIn, type GuardedTable } from "./edit-plan";
import { nothingElse } from "./notice";
import { nameOfRow } from "./row-edits";
import { isLoose, keyOf, type RowValues } from "./table-snapshot";
import { designation } from "./programme-overlay";

/** One row of History. */
export function editHistory(draft: EditPlanBuilder, table: GuardedTable, difference: RowDifference): void {
  switch (difference.kind) {
    case "changed":
    case "overwritten":
      if (!undoes(draft, table, difference)) putRecordBack(draft, table, difference);
      return;
    case "added":
      addRecord(draft, table, difference.position, difference.values);
      return;
    case "removed":
      removeRecord(draft, table, difference);
      return;
  }
}

/** Whether a row was emptied that holds the last event of an item, entered by hand: undo shows so where it leaves the row. */
function undoes(
  draft: EditPlanBuilder,
  table: GuardedTable,
  difference: Extract<RowDifference, { kind: "changed" | "overwritten" }>,
): boolean {
  const emptied = difference.cells.every((cell) => cell.after === "");
  const all = (table.shadow.values(difference.row) ?? []).filter((value) => value !== "").length;
  if (!emptied || difference.cells.length < all) return false;
  return isTakenBack(draft, table, difference.row);
}

/** Whether a row that is gone is that of an event which is taken back with it. */
function isTakenBack(draft: EditPlanBuilder, table: GuardedTable, row: string): boolean {
  if (draft.plan.takenBack.some(({ event }) => event.id === keyOf(row))) return true;
  const key = itemKeyIn(table, table.shadow.values(row) ?? []);
  const item = key === null ? undefined : draft.working.item(key);
  const last = item && draft.working.eventsOf(item.key).findLast((event) => event.to !== null);
  return item !== undefined && last?.id === keyOf(row) && last.origin === "user" && takeBack(draft, item, last, []);
}

function putRecordBack(
  draft: EditPlanBuilder,
  table: GuardedTable,
  difference: Extract<RowDifference, { kind: "changed" | "overwritten" }>,
): void {
  const { row, position } = difference;
  if (isLoose(row)) return;
  const cells = difference.cells.filter((cell) => !table.free.includes(cell.column));
  if (cells.length === 0) return;
  const reference = (cell: CellChange) => ({ table: table.name, row, column: cell.column });
  const blown = cells.some((cell) => draft.world.fuseBlown(reference(cell)));
  const name = nameOfRow(draft, table, table.shadow.values(row) ?? []);
  for (const cell of cells) {
    if (blown) draft.plan.marks.push({ table: table.name, row, position, column: cell.column, on: true });
    else draft.write(table, { row, position, column: cell.column }, cell.before, "put back");
  }
  draft.say({
    ...nothingElse(),
    outcome: blown ? "marked" : "put back",
    cause: `history ${String(blown)}`,
    item: name,
    key: itemKeyIn(table, table.shadow.values(row) ?? []),
    at: { table: table.name, position, column: cells[0]?.column ?? 0 },
    tried: [{ cells: cells.map((cell) => headerOf(table, cell.column)).join(", ") }],
    text: { code: "history", values: { item: name } },
    circumstance: blown ? "repeated" : null,
  });
}

/** A row of the record that came: one that was taken back before (redo), or one typed by hand, which counts for nothing. */
function addRecord(draft: EditPlanBuilder, table: GuardedTable, position: number, values: RowValues): void {
  const id = table.shadow.keyIn(values);
  const event = id === "" || table.shadow.values(id) !== undefined ? undefined : draft.world.departedEvent(id);
  const item = event && (draft.working.item(event.item) ?? draft.world.departed(event.item));
  if (event && item) {
    takeAgain(draft, item, event);
    draft.say({
      ...nothingElse(),
      outcome: "restored",
      cause: "redone",
      item: designation(item),
      key: item.key,
      at: { table: table.name, position, column: 0 },
      tried: [],
      text: {
        code: "redone",
        values: { item: designation(item), status: draft.working.item(item.key)?.status ?? item.status },
      },
    });
    return;
  }
  draft.plan.marks.push({ table: table.name, row: null, position, column: 0, on: true });
  draft.say({
    ...nothingElse(),
    outcome: "marked",
    cause: `history row ${String(position)}`,
    item: rowInWords(values),
    key: null,
    at: { table: table.name, position, column: 0 },
    tried: [],
    text: { code: "historyRow", values: {} },
  });
}

/** A row of the record that went: if it is the last event of its item and entered by hand, the event is taken back (undo); else it can be had back. */
function removeRecord(
  draft: EditPlanBuilder,
  table: GuardedTable,
  difference: Extract<RowDifference, { kind: "removed" }>,
): void {
  const { row, values } = difference;
  if (isLoose(row)) return;
  if (isTakenBack(draft, table, row)) return;
  const key = itemKeyIn(table, values);
  const item = key === null ? undefined : draft.working.item(key);
  const name = item ? designation(item) : rowInWords(values);
  draft.say({
    ...nothingElse(),
    outcome: "noted",
    cause: "deleted History",
    item: name,
    key,
    at: null,
    tried: [],
    text: { code: "deletedEvent", values: { item: name } },
    deleted: [{ table: table.name, row, values }],
  });
}
