/** From what was edited to what is to be done about it: one plan for a whole pass, over all managed tables. */
import { editAnnex } from "./annex-rows";
import type { RowDifference } from "./diff";
import { EditPlanBuilder } from "./edit-plan-builder";
import { editHistory } from "./history-rows";
import { editItem } from "./item-edits";
import { itemKeyIn, type AskedEdit, type ReviewContext, type Plan, type TableEdits } from "./edit-plan";
import { editProgramme } from "./programme-rows";
import type { RowEditor } from "./row-edits";
import { isBlankRow } from "./table-snapshot";

const EDITORS: Record<"history" | "programme" | "annex", RowEditor> = {
  history: editHistory,
  programme: editProgramme,
  annex: editAnnex,
};

/**
 * Plans a pass. The record first (an undo shows there), then the work programme, then the annexes, then what was asked for in the pane.
 * Nothing in the world or in a shadow changes.
 */
export function plan(world: ReviewContext, edits: readonly TableEdits[], asked: readonly AskedEdit[] = []): Plan {
  const draft = new EditPlanBuilder(world, edits);
  for (const role of ["history", "programme", "annex"] as const) {
    for (const { table, differences } of edits) {
      if (table.role !== role) continue;
      for (const difference of inOrder(differences)) {
        if (difference.kind === "added" && isBlankRow(difference.values)) continue;
        EDITORS[role](draft, table, difference);
      }
    }
  }
  for (const each of asked) {
    if (each.overtyped && edits.some((own) => isTypedAnew(own, each))) continue;
    editItem(draft, { ...each, cells: [], origin: "asked" });
  }
  return draft.finish();
}

/** Whether what is asked for again, having been overwritten, has something newer in its place. */
function isTypedAnew({ table, differences }: TableEdits, { key, changes }: AskedEdit): boolean {
  return differences.some(
    (difference) =>
      (difference.kind === "changed" || difference.kind === "overwritten") &&
      itemKeyIn(table, table.shadow.values(difference.row) ?? []) === key &&
      difference.cells.some(({ column }) => (table.fields[column] ?? "") in changes),
  );
}

/** Rows that went before rows that came: a row cut here and pasted there is one row. The latest of the rows that went first, as undo does. */
function inOrder(differences: readonly RowDifference[]): RowDifference[] {
  const first = differences.filter((each) => each.kind === "removed").reverse();
  return first.length === 0 ? [...differences] : [...first, ...differences.filter((each) => each.kind !== "removed")];
}
