/** Edits of the work programme's rows. */
import { normaliseName } from "../designations";
import { itemName } from "../item-name";
import type { RowDifference } from "./diff";
import { rowInWords, type EditPlanBuilder, type EditedCell } from "./edit-plan-builder";
import { editItem, enterItem } from "./item-edits";
import { headerOf, type GuardedTable } from "./edit-plan";
import type { GuardSentence } from "./message";
import { emptyDetails } from "./edit-plan";
import { noteDeletion, revertRow, proposedEdit, editedCells, editedRow } from "./row-edits";
import { isKeyless, keyOf, type RowValues } from "./table-snapshot";

/** Plans what follows from an edited row of the Work programme. */
export function editProgramme(builder: EditPlanBuilder, table: GuardedTable, difference: RowDifference): void {
  // The entry of the item was undone in this pass: other changes of its row are part of the undo.
  if ("row" in difference && builder.plan.removedKeys.includes(difference.row)) return;
  switch (difference.kind) {
    case "replaced":
      if (isKeyless(difference.row))
        addItem(builder, table, difference.position, difference.row, editedRow(table, difference));
      else revertRow(builder, table, difference);
      return;
    case "changed": {
      const { row, position } = difference;
      if (isKeyless(row)) {
        addItem(builder, table, position, row, editedRow(table, difference));
        return;
      }
      const cells = editedCells(table, row, position, difference.cells);
      if (cells.length === 0) return;
      editItem(builder, { ...proposedEdit(builder, cells), key: keyOf(row), cells });
      return;
    }
    case "added":
      addItem(builder, table, difference.position, null, difference.values);
      return;
    case "removed":
      noteDeletion(builder, table, difference);
      return;
  }
}

/** Evaluates a typed or pasted row: a new work item, a restored one, or an incomplete row. */
export function addItem(
  builder: EditPlanBuilder,
  table: GuardedTable,
  position: number,
  row: string | null,
  values: RowValues,
): void {
  const { context } = builder;
  const key = table.snapshot.keyIn(values);
  const deletedItem = key === "" ? undefined : context.state.deletedItems.get(key);
  if (deletedItem && builder.position(table, key) < 0) {
    restoreItem(builder, table, position, values, key);
    return;
  }
  const cells = cellsOfNewRow(table, row, position, values);
  const clearKey = (): void => {
    if (key !== "") builder.write(table, { row, position, column: table.snapshot.keyColumn }, "", "revert");
  };
  const named = cells.some((cell) => cell.field === "item" || cell.field === "name");
  if (!named) {
    clearKey();
    if (cells.length > 0 || key !== "")
      reportIncompleteRow(builder, table, position, row, cells, { code: "nameless", values: {} });
    return;
  }
  const edit = proposedEdit(builder, cells);
  const name = edit.changes.item ?? edit.changes.name ?? "";
  forgetReading(builder, table, normaliseName(name));
  const entered = enterItem(builder, { ...edit, key: null, cells });
  if ("refused" in entered) {
    clearKey();
    reportIncompleteRow(
      builder,
      table,
      position,
      row,
      cells,
      { code: "refused", values: { refusals: entered.refused } },
      name,
    );
    return;
  }
  writeNewRow(builder, table, position, row, entered.item.key);
}

/** Leaves out the item that the store has read in the row itself, under its name: it does not take the name of the new item. */
function forgetReading(builder: EditPlanBuilder, table: GuardedTable, key: string): void {
  const hasRow = builder.position(table, key) >= 0;
  if (!hasRow && builder.overlay.item(key) && builder.overlay.eventsOf(key).length === 0)
    builder.overlay.removeItem(key);
}

function cellsOfNewRow(table: GuardedTable, row: string | null, position: number, values: RowValues): EditedCell[] {
  return values.flatMap((after, column) => {
    const field = table.fields[column];
    if (!field || field === "key" || String(after).trim() === "") return [];
    return [{ table, row, position, column, field, before: "", after }];
  });
}

/** Enters a row under its existing key, where the rules allow all of it. Returns whether it was entered. */
export function addUnrecorded(
  builder: EditPlanBuilder,
  table: GuardedTable,
  { row, position, values }: { row: string; position: number; values: RowValues },
  key: string,
): boolean {
  const cells = cellsOfNewRow(table, row, position, values);
  const entered = enterItem(builder, { ...proposedEdit(builder, cells), key: null, cells, under: key });
  if ("refused" in entered) return false;
  writeNewRow(builder, table, position, row, key);
  return true;
}

/** Writes the cells and the key of a new item into its row. */
function writeNewRow(
  builder: EditPlanBuilder,
  table: GuardedTable,
  position: number,
  row: string | null,
  key: string,
): void {
  const item = builder.overlay.item(key);
  if (!item) return;
  const shown = builder.shownCells(item);
  for (const column of table.derivedColumns) {
    const value = shown[headerOf(table, column)];
    if (value === undefined || builder.isPlanned(table, position, column)) continue;
    builder.write(table, { row, position, column }, value, "accept");
  }
  builder.write(table, { row, position, column: table.snapshot.keyColumn }, key, "accept");
}

function reportIncompleteRow(
  builder: EditPlanBuilder,
  table: GuardedTable,
  position: number,
  row: string | null,
  cells: readonly EditedCell[],
  text: GuardSentence,
  name = "",
): void {
  const [cell] = cells;
  if (cell) builder.mark(cell, true);
  builder.addMessage({
    ...emptyDetails(),
    outcome: "marked",
    cause: `not yet ${JSON.stringify(text)} ${row ?? String(position)}`,
    item: name,
    key: null,
    at: { table: table.name, position, column: cell?.column ?? 0 },
    tried: [{ cells: rowInWords(cells.map((each) => each.after)) }],
    text,
    circumstance: "incomplete",
  });
}

/** Restores the item of a row that was deleted and is back (undo, or pasted); cells that differ from the item count as typed. */
function restoreItem(
  builder: EditPlanBuilder,
  table: GuardedTable,
  position: number,
  values: RowValues,
  key: string,
): void {
  const item = builder.context.state.deletedItems.get(key);
  if (!item) return;
  builder.acceptItem(item, [], true);
  const shown = builder.shownCells(item);
  const cells = editedCells(
    table,
    null,
    position,
    values.flatMap((after, column) => {
      const before = shown[headerOf(table, column)];
      return before === undefined || String(before) === String(after) ? [] : [{ column, before, after }];
    }),
  ).filter((cell) => cell.field !== "key");
  builder.addMessage({
    ...emptyDetails(),
    outcome: "restored",
    cause: "restored",
    item: itemName(item),
    key,
    at: { table: table.name, position, column: 0 },
    tried: [],
    text: { code: "restored", values: { item: itemName(item) } },
  });
  if (cells.length > 0) editItem(builder, { ...proposedEdit(builder, cells), key, cells });
}
