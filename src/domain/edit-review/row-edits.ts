/** What edits of rows have in common, in whichever table. */
import type { CellChange, RowDifference } from "./diff";
import { rowInWords, type EditPlanBuilder, type TypedCell } from "./edit-plan-builder";
import type { Changes } from "./evaluate-edit";
import { nothingElse } from "./notice";
import { headerOf, itemKeyIn, type GuardedTable } from "./edit-plan";
import { isCopy, isLoose, type RowValues } from "./table-snapshot";
import { designation } from "./programme-overlay";

/** Edits one row of a table of one role. */
export type RowEditor = (draft: EditPlanBuilder, table: GuardedTable, difference: RowDifference) => void;

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
export function changesOf(draft: EditPlanBuilder, cells: readonly TypedCell[]): Changes {
  const changes: Changes = {};
  for (const cell of cells) changes[cell.field] = draft.world.codec.text(cell.field, cell.after);
  return changes;
}

/** What a row is called in messages. */
export function nameOfRow(draft: EditPlanBuilder, table: GuardedTable, values: RowValues): string {
  const key = itemKeyIn(table, values);
  const item = key === null ? undefined : (draft.working.item(key) ?? draft.world.departed(key));
  return item ? designation(item) : rowInWords(values);
}

/** Puts a whole row back whose machinery (Key and the like) was written over. */
export function putRowBack(
  draft: EditPlanBuilder,
  table: GuardedTable,
  difference: Extract<RowDifference, { kind: "overwritten" }>,
): void {
  const { row, position, cells } = difference;
  const name = nameOfRow(draft, table, table.shadow.values(row) ?? []);
  const blown = cells.some((cell) => draft.world.fuseBlown({ table: table.name, row, column: cell.column }));
  for (const cell of cells) {
    if (blown) draft.plan.marks.push({ table: table.name, row, position, column: cell.column, on: true });
    else draft.write(table, { row, position, column: cell.column }, cell.before, "put back");
  }
  draft.say({
    ...nothingElse(),
    outcome: blown ? "marked" : "put back",
    cause: `key ${table.name} ${String(blown)}`,
    item: name,
    key: itemKeyIn(table, table.shadow.values(row) ?? []),
    at: { table: table.name, position, column: cells[0]?.column ?? 0 },
    tried: [{ cells: headerOf(table, table.shadow.keyColumn) }],
    text: { code: "key", values: { item: name } },
    circumstance: blown ? "repeated" : null,
  });
}

/** What typed cells ask for. */
export const typed = (draft: EditPlanBuilder, cells: readonly TypedCell[]) => ({
  changes: changesOf(draft, cells),
  origin: "typed" as const,
  reason: null,
  date: null,
});

/** A row's values with what was just typed into it. */
export function wholeRow(table: GuardedTable, difference: { row: string; cells: readonly CellChange[] }): RowValues {
  const values = [...(table.shadow.values(difference.row) ?? [])];
  for (const cell of difference.cells) values[cell.column] = cell.after;
  return values;
}

/** A deleted row is not fought: it can be had back. */
export function noteDeletion(
  draft: EditPlanBuilder,
  table: GuardedTable,
  difference: Extract<RowDifference, { kind: "removed" }>,
): void {
  const { row, values } = difference;
  if (isLoose(row)) return;
  const name = nameOfRow(draft, table, values);
  const key = itemKeyIn(table, values);
  if (table.role === "programme" && key !== null && !isCopy(row)) draft.plan.gone.push(key);
  draft.say({
    ...nothingElse(),
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
