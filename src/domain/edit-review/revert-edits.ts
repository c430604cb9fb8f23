/** Reverts a pass as a whole, where an edit could not be carried out wholly: a sheet is protected, or a table cannot be read. */
import type { RowDifference } from "./diff";
import { EditPlanBuilder, rowInWords } from "./edit-plan-builder";
import type { AskedEdit, GuardedTable, Plan, ReviewContext, TableEdits } from "./edit-plan";
import type { GuardSentence } from "./message";
import { nothingElse } from "./notice";
import { nameOfRow, noteDeletion } from "./row-edits";
import { designation } from "./programme-overlay";
import { isBlankRow, isLoose } from "./table-snapshot";

/**
 * Plans to give every judged cell back what it held. Rows that were added stay as they are and are looked at again later; rows that were
 * deleted can be restored.
 * @param reason what keeps the edits from being carried out, and what to do about it
 */
export function revertEdits(
  context: ReviewContext,
  edits: readonly TableEdits[],
  asked: readonly AskedEdit[],
  reason: GuardSentence,
): Plan {
  const draft = new EditPlanBuilder(context, edits);
  for (const { table, differences } of edits) {
    for (const difference of differences) revertRow(draft, table, difference, reason);
  }
  for (const { key } of asked) {
    const item = context.item(key);
    const name = item ? designation(item) : key;
    draft.say({
      ...nothingElse(),
      outcome: "refused",
      cause: JSON.stringify(reason),
      item: name,
      key,
      at: null,
      tried: [],
      text: reason,
    });
  }
  return draft.finish();
}

function revertRow(
  draft: EditPlanBuilder,
  table: GuardedTable,
  difference: RowDifference,
  reason: GuardSentence,
): void {
  if (difference.kind === "removed") {
    noteDeletion(draft, table, difference);
    return;
  }
  const { position } = difference;
  if (difference.kind === "added" || isLoose(difference.row)) {
    const values = difference.kind === "added" ? difference.values : (table.shadow.values(difference.row) ?? []);
    if (table.role === "plain" || isBlankRow(values)) return;
    say(draft, { table, position, column: 0, item: rowInWords(values), key: null, outcome: "noted", reason });
    return;
  }
  const { row } = difference;
  const cells = difference.cells.filter(({ column }) => isJudged(table, column));
  const [first] = cells;
  if (!first) return;
  for (const cell of cells) draft.write(table, { row, position, column: cell.column }, cell.before, "put back");
  const values = table.shadow.values(row) ?? [];
  const item = nameOfRow(draft, table, values);
  say(draft, { table, position, column: first.column, item, key: null, outcome: "put back", reason });
}

/** Whether a rule speaks of a column, or the add-in keeps it for itself. */
function isJudged(table: GuardedTable, column: number): boolean {
  if (table.shadow.machinery.has(column)) return true;
  if (table.role === "history") return !table.free.includes(column);
  return (table.fields[column] ?? null) !== null;
}

interface Said {
  table: GuardedTable;
  position: number;
  column: number;
  item: string;
  key: string | null;
  outcome: "noted" | "put back";
  reason: GuardSentence;
}

function say(draft: EditPlanBuilder, { table, position, column, item, key, outcome, reason }: Said): void {
  const at = { table: table.name, position, column };
  draft.say({
    ...nothingElse(),
    outcome,
    cause: `${outcome} ${JSON.stringify(reason)}`,
    item,
    key,
    at,
    tried: [],
    text: reason,
  });
}
