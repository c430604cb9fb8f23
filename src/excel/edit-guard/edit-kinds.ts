/** What the guard asks of edits that it did not judge: whether anything else has to be looked at because of them. */
import type { TableEdits } from "../../domain/edit-review/edit-plan";
import { isLoose } from "../../domain/edit-review/table-snapshot";

/** Whether anything came of what was read. */
export function hasSomething({ differences, elsewhere, order }: TableEdits): boolean {
  return differences.length + elsewhere.length > 0 || order !== null;
}

/** Whether a row came to History, by somebody else, of an event that is there already. */
export function recordsAgain({ table, elsewhere }: TableEdits): boolean {
  const { role, shadow } = table;
  if (role !== "history") return false;
  return elsewhere.some((each) => each.kind === "added" && shadow.rowsOf(shadow.keyIn(each.values)).length > 1);
}

/** Whether a load gave keys to rows that had none: they are items now, and belong into History. */
export function namesRows({ table, elsewhere }: TableEdits): boolean {
  return (
    table.role === "programme" &&
    elsewhere.some((difference) => difference.kind === "overwritten" && isLoose(difference.row))
  );
}

/** Whether somebody changed what no rule speaks of but the programme knows: a meeting's dates, an item's other names. */
export function touchesUnjudged({ table, differences }: TableEdits): boolean {
  if (table.role === "annex") return false;
  return differences.some((difference) => {
    if (table.role === "plain" || table.role === "history") return true;
    return difference.kind === "changed" && difference.cells.some((cell) => table.fields[cell.column] === null);
  });
}
