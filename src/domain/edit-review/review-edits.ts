/** From what was edited to what is to be done about it: one plan for a whole pass, over all managed tables. */
import { editAnnex } from "./annex-rows";
import type { RowDifference } from "./diff";
import { EditPlanBuilder } from "./edit-plan-builder";
import { editHistory } from "./history-rows";
import { editItem } from "./item-edits";
import { itemKeyIn, type RequestedEdit, type EditPlan, type TableEdits } from "./edit-plan";
import { editProgramme } from "./programme-rows";
import type { ReviewContext } from "./review-context";
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
export function reviewEdits(
  context: ReviewContext,
  edits: readonly TableEdits[],
  requested: readonly RequestedEdit[] = [],
): EditPlan {
  const builder = new EditPlanBuilder(context, edits);
  for (const role of ["history", "programme", "annex"] as const) {
    for (const { table, differences } of edits) {
      if (table.role !== role) continue;
      for (const difference of deletionsFirst(differences)) {
        if (difference.kind === "added" && isBlankRow(difference.values)) continue;
        EDITORS[role](builder, table, difference);
      }
    }
  }
  for (const request of requested) {
    if (request.overwritten && edits.some((own) => isSuperseded(own, request))) continue;
    editItem(builder, { ...request, cells: [], origin: "requested" });
  }
  return builder.build();
}

/** Whether what is asked for again, having been overwritten, has something newer in its place. */
function isSuperseded({ table, differences }: TableEdits, { key, changes }: RequestedEdit): boolean {
  return differences.some(
    (difference) =>
      (difference.kind === "changed" || difference.kind === "replaced") &&
      itemKeyIn(table, table.snapshot.values(difference.row) ?? []) === key &&
      difference.cells.some(({ column }) => (table.fields[column] ?? "") in changes),
  );
}

/** Rows that went before rows that came: a row cut here and pasted there is one row. The latest of the rows that went first, as undo does. */
function deletionsFirst(differences: readonly RowDifference[]): RowDifference[] {
  const first = differences.filter((request) => request.kind === "removed").reverse();
  return first.length === 0
    ? [...differences]
    : [...first, ...differences.filter((request) => request.kind !== "removed")];
}
