/** What edits of rows have in common, in every kind of table. */
import { itemName } from "../item-name";
import { enteredText } from "../item-rows";
import type { CellChange, RowDifference } from "./diff";
import { rowInWords, type EditPlanBuilder, type EditedCell } from "./edit-plan-builder";
import type { Changes } from "./evaluate-edit";
import { emptyDetails } from "./edit-plan";
import { headerOf, itemKeyIn, type GuardedTable } from "./edit-plan";
import { isDuplicateKey, isKeyless, type RowValues } from "./table-snapshot";
import { isTolerated } from "./review-context";

/** Plans what follows from an edited row of a table of one role. */
export type RowEditor = (builder: EditPlanBuilder, table: GuardedTable, difference: RowDifference) => void;

/** Returns the changed cells that the rules check. */
export function editedCells(
  table: GuardedTable,
  row: string | null,
  position: number,
  cells: readonly CellChange[],
): EditedCell[] {
  return cells.flatMap((cell) => {
    const field = table.fields[cell.column];
    return field ? [{ table, row, position, column: cell.column, field, before: cell.before, after: cell.after }] : [];
  });
}

/** Returns the values of cells, by field. */
export function changesOf(builder: EditPlanBuilder, cells: readonly EditedCell[]): Changes {
  const changes: Changes = {};
  for (const cell of cells) changes[cell.field] = enteredText(cell.field, cell.after);
  return changes;
}

/** Returns the name of a row for messages. */
export function nameOfRow(builder: EditPlanBuilder, table: GuardedTable, values: RowValues): string {
  const key = itemKeyIn(table, values);
  const item = key === null ? undefined : (builder.overlay.item(key) ?? builder.context.state.deletedItems.get(key));
  return item ? itemName(item) : rowInWords(values);
}

/** Reverts a row whose system columns (Key and the like) were overwritten. */
export function revertRow(
  builder: EditPlanBuilder,
  table: GuardedTable,
  difference: Extract<RowDifference, { kind: "replaced" }>,
): void {
  revertCells(builder, table, difference, difference.cells, {
    code: "key",
    cause: `key ${table.name}`,
    tried: headerOf(table, table.snapshot.keyColumn),
  });
}

/** Reverts cells that users may not edit; cells that were reverted too often are marked instead. */
export function revertCells(
  builder: EditPlanBuilder,
  table: GuardedTable,
  { row, position }: { row: string; position: number },
  cells: readonly CellChange[],
  message: { code: "key" | "history"; cause: string; tried: string },
): void {
  const values = table.snapshot.values(row) ?? [];
  const name = nameOfRow(builder, table, values);
  const isOpen = cells.some((cell) => isTolerated(builder.context, { table: table.name, row, column: cell.column }));
  for (const cell of cells) {
    if (isOpen) builder.plan.marks.push({ table: table.name, row, position, column: cell.column, on: true });
    else builder.write(table, { row, position, column: cell.column }, cell.before, "revert");
  }
  builder.addMessage({
    ...emptyDetails(),
    outcome: isOpen ? "marked" : "reverted",
    cause: `${message.cause} ${String(isOpen)}`,
    item: name,
    key: itemKeyIn(table, values),
    at: { table: table.name, position, column: cells[0]?.column ?? 0 },
    tried: [{ cells: message.tried }],
    text: { code: message.code, values: { item: name } },
    circumstance: isOpen ? "repeated" : null,
  });
}

/** Returns the edit of typed cells. */
export const proposedEdit = (builder: EditPlanBuilder, cells: readonly EditedCell[]) => ({
  changes: changesOf(builder, cells),
  origin: "typed" as const,
  reason: null,
  date: null,
});

/** Returns a row's values after an edit. */
export function editedRow(table: GuardedTable, difference: { row: string; cells: readonly CellChange[] }): RowValues {
  const values = [...(table.snapshot.values(difference.row) ?? [])];
  for (const cell of difference.cells) values[cell.column] = cell.after;
  return values;
}

/** Reports a deleted row, which can be restored. */
export function noteDeletion(
  builder: EditPlanBuilder,
  table: GuardedTable,
  difference: Extract<RowDifference, { kind: "removed" }>,
): void {
  const { row, values } = difference;
  if (isKeyless(row)) return;
  const name = nameOfRow(builder, table, values);
  const key = itemKeyIn(table, values);
  if (table.role === "programme" && key !== null && !isDuplicateKey(row)) builder.plan.deletedKeys.push(key);
  builder.addMessage({
    ...emptyDetails(),
    outcome: "noted",
    cause: `deleted ${table.name}`,
    item: name,
    key,
    at: null,
    tried: [],
    text: { code: "deleted", values: { item: name, table: table.name } },
    deleted: [{ table: table.name, row, headers: table.snapshot.headers, values }],
  });
}
