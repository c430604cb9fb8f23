/** What the guard asks of edits that it did not judge: whether anything else has to be looked at because of them. */
import type { TableEdits } from "../../domain/edit-review/edit-plan";
import { isKeyless } from "../../domain/edit-review/table-snapshot";

/** Whether anything came of what was read. */
export function isNonEmpty({ differences, external, order }: TableEdits): boolean {
  return differences.length + external.length > 0 || order !== null;
}

/** Whether a row came to History, by somebody else, of an event that is there already. */
export function repeatsEvent({ table, external }: TableEdits): boolean {
  const { role, snapshot } = table;
  if (role !== "history") return false;
  return external.some((each) => each.kind === "added" && snapshot.rowsOf(snapshot.keyIn(each.values)).length > 1);
}

/** Whether a load gave keys to rows that had none: they are items now, and belong into History. */
export function assignsKeys({ table, external }: TableEdits): boolean {
  return (
    table.role === "programme" &&
    external.some((difference) => difference.kind === "replaced" && isKeyless(difference.row))
  );
}

/** Whether somebody changed what no rule speaks of but the programme knows: a meeting's dates, an item's other names. */
export function changesUncheckedColumns({ table, differences }: TableEdits): boolean {
  if (table.role === "annex") return false;
  return differences.some((difference) => {
    if (table.role === "plain" || table.role === "history") return true;
    return difference.kind === "changed" && difference.cells.some((cell) => table.fields[cell.column] === null);
  });
}
