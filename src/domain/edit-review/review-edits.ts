/** Plans a pass: from the edits of all managed tables to what is written and reported. */
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
 * Plans a pass. History first (an undo shows there), then the Work programme, the annexes, and the edits requested in the pane. Context and
 * snapshots are not changed.
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

/** Whether an overwritten value has been replaced by a later edit of its cell. */
function isSuperseded({ table, differences }: TableEdits, { key, changes }: RequestedEdit): boolean {
  return differences.some(
    (difference) =>
      (difference.kind === "changed" || difference.kind === "replaced") &&
      itemKeyIn(table, table.snapshot.values(difference.row) ?? []) === key &&
      difference.cells.some(({ column }) => (table.fields[column] ?? "") in changes),
  );
}

/** Orders removed rows before added ones, since a row that was cut and pasted is one row; the last removed row first, as undo does. */
function deletionsFirst(differences: readonly RowDifference[]): RowDifference[] {
  const first = differences.filter((request) => request.kind === "removed").reverse();
  return first.length === 0
    ? [...differences]
    : [...first, ...differences.filter((request) => request.kind !== "removed")];
}
