/** Reverts a pass as a whole, where its edits cannot be applied wholly: a sheet is protected, or a table cannot be read. */
import { itemName } from "../item-name";
import type { RowDifference } from "./diff";
import { EditPlanBuilder, rowInWords } from "./edit-plan-builder";
import type { RequestedEdit, GuardedTable, EditPlan, TableEdits } from "./edit-plan";
import type { GuardSentence } from "./message";
import { emptyDetails } from "./edit-plan";
import { nameOfRow, noteDeletion } from "./row-edits";
import type { ReviewContext } from "./review-context";
import { isBlankRow, isKeyless } from "./table-snapshot";

/**
 * Plans to revert every checked cell. Added rows are kept, marked and evaluated by the next audit; deleted rows can be restored.
 * @param reason why the edits cannot be applied, and what to do about it
 */
export function revertEdits(
  context: ReviewContext,
  edits: readonly TableEdits[],
  requested: readonly RequestedEdit[],
  reason: GuardSentence,
): EditPlan {
  const builder = new EditPlanBuilder(context, edits);
  for (const { table, differences } of edits) {
    for (const difference of differences) revertDifference(builder, table, difference, reason);
  }
  for (const { key } of requested) {
    const item = builder.overlay.item(key);
    const name = item ? itemName(item) : key;
    builder.addMessage({
      ...emptyDetails(),
      outcome: "refused",
      cause: JSON.stringify(reason),
      item: name,
      key,
      at: null,
      tried: [],
      text: reason,
    });
  }
  return builder.build();
}

function revertDifference(
  builder: EditPlanBuilder,
  table: GuardedTable,
  difference: RowDifference,
  reason: GuardSentence,
): void {
  if (difference.kind === "removed") {
    noteDeletion(builder, table, difference);
    return;
  }
  const { position } = difference;
  if (difference.kind === "added" || isKeyless(difference.row)) {
    const values = difference.kind === "added" ? difference.values : (table.snapshot.values(difference.row) ?? []);
    if (table.role === "plain" || isBlankRow(values)) return;
    const outcome = table.role === "programme" ? "marked" : "noted";
    const column = Math.max(
      0,
      values.findIndex((value, at) => value !== "" && (table.fields[at] ?? null) !== null),
    );
    if (outcome === "marked") builder.mark({ table, row: null, position, column }, true);
    report(builder, { table, position, column, item: rowInWords(values), key: null, outcome, reason });
    return;
  }
  const { row } = difference;
  const cells = difference.cells.filter(({ column }) => isChecked(table, column));
  const [first] = cells;
  if (!first) return;
  for (const cell of cells) builder.write(table, { row, position, column: cell.column }, cell.before, "revert");
  const values = table.snapshot.values(row) ?? [];
  const item = nameOfRow(builder, table, values);
  report(builder, { table, position, column: first.column, item, key: null, outcome: "reverted", reason });
}

/** Whether a rule checks a column, or it is a system column. */
function isChecked(table: GuardedTable, column: number): boolean {
  if (table.snapshot.systemColumns.has(column)) return true;
  if (table.role === "history") return !table.editableColumns.includes(column) && !table.ownColumns.has(column);
  return (table.fields[column] ?? null) !== null;
}

interface RevertReport {
  table: GuardedTable;
  position: number;
  column: number;
  item: string;
  key: string | null;
  outcome: "noted" | "marked" | "reverted";
  reason: GuardSentence;
}

function report(builder: EditPlanBuilder, { table, position, column, item, key, outcome, reason }: RevertReport): void {
  const at = { table: table.name, position, column };
  builder.addMessage({
    ...emptyDetails(),
    outcome,
    cause: `${outcome} ${JSON.stringify(reason)}`,
    item,
    key,
    at,
    tried: [],
    text: reason,
    circumstance: outcome === "marked" ? "incomplete" : null,
  });
}
