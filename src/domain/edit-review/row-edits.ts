/** What edits of rows have in common, in whichever table. */
import { itemName } from "../item-name";
import { typedText } from "../item-rows";
import type { CellChange, RowDifference } from "./diff";
import { rowInWords, type EditPlanBuilder, type TypedCell } from "./edit-plan-builder";
import type { Changes } from "./evaluate-edit";
import { emptyDetails } from "./edit-plan";
import { headerOf, itemKeyIn, type GuardedTable } from "./edit-plan";
import { isDuplicateKey, isKeyless, type RowValues } from "./table-snapshot";
import { isLeftAlone } from "./review-context";

/** Edits one row of a table of one role. */
export type RowEditor = (builder: EditPlanBuilder, table: GuardedTable, difference: RowDifference) => void;

/** The cells of a changed row that a rule speaks of. */
export function typedCells(
  table: GuardedTable,
  row: string | null,
  position: number,
  cells: readonly CellChange[],
): TypedCell[] {
  return cells.flatMap((cell) => {
    const field = table.fields[cell.column];
    return field ? [{ table, row, position, column: cell.column, field, before: cell.before, after: cell.after }] : [];
  });
}

/** What cells say, by field. */
export function changesOf(builder: EditPlanBuilder, cells: readonly TypedCell[]): Changes {
  const changes: Changes = {};
  for (const cell of cells) changes[cell.field] = typedText(cell.field, cell.after);
  return changes;
}

/** What a row is called in messages. */
export function nameOfRow(builder: EditPlanBuilder, table: GuardedTable, values: RowValues): string {
  const key = itemKeyIn(table, values);
  const item = key === null ? undefined : (builder.overlay.item(key) ?? builder.context.state.deletedItems.get(key));
  return item ? itemName(item) : rowInWords(values);
}

/** Puts a whole row back whose machinery (Key and the like) was written over. */
export function revertRow(
  builder: EditPlanBuilder,
  table: GuardedTable,
  difference: Extract<RowDifference, { kind: "replaced" }>,
): void {
  const { row, position, cells } = difference;
  const name = nameOfRow(builder, table, table.snapshot.values(row) ?? []);
  const isOpen = cells.some((cell) => isLeftAlone(builder.context, { table: table.name, row, column: cell.column }));
  for (const cell of cells) {
    if (isOpen) builder.plan.marks.push({ table: table.name, row, position, column: cell.column, on: true });
    else builder.write(table, { row, position, column: cell.column }, cell.before, "revert");
  }
  builder.addMessage({
    ...emptyDetails(),
    outcome: isOpen ? "marked" : "reverted",
    cause: `key ${table.name} ${String(isOpen)}`,
    item: name,
    key: itemKeyIn(table, table.snapshot.values(row) ?? []),
    at: { table: table.name, position, column: cells[0]?.column ?? 0 },
    tried: [{ cells: headerOf(table, table.snapshot.keyColumn) }],
    text: { code: "key", values: { item: name } },
    circumstance: isOpen ? "repeated" : null,
  });
}

/** What typed cells ask for. */
export const typedEdit = (builder: EditPlanBuilder, cells: readonly TypedCell[]) => ({
  changes: changesOf(builder, cells),
  origin: "typed" as const,
  reason: null,
  date: null,
});

/** A row's values with what was just typed into it. */
export function editedRow(table: GuardedTable, difference: { row: string; cells: readonly CellChange[] }): RowValues {
  const values = [...(table.snapshot.values(difference.row) ?? [])];
  for (const cell of difference.cells) values[cell.column] = cell.after;
  return values;
}

/** A deleted row is not fought: it can be had back. */
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
    deleted: [{ table: table.name, row, values }],
  });
}
