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
import { separateUndo, type SeparatedEdits } from "./undone-writes";

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
  const separated = separateUndo(context.state, edits);
  for (const role of ["history", "programme", "annex"] as const) {
    for (const { table, differences } of separated.edits) {
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
  keepUndone(builder, separated, edits.some(({ differences }) => differences.length > 0) || requested.length > 0);
  return builder.build();
}

/**
 * Leaves cells as they are in which Excel's undo has undone a write of the guard: the next undo removes the value. With any other edit they
 * are written back.
 */
function keepUndone(builder: EditPlanBuilder, { undone, resolved, isUndo }: SeparatedEdits, hasEdits: boolean): void {
  const { plan, context } = builder;
  const isUndoing = isUndo || plan.revertedEvents.length + plan.restoredEvents.length > 0;
  const waiting = new Map([...context.state.undone].filter(([id]) => !resolved.has(id)));
  if (hasEdits && !isUndoing) {
    for (const [id, { table: name, row, column, written }] of waiting) {
      const table = context.tables.find((each) => each.name === name);
      const position = table ? builder.position(table, row) : -1;
      if (table && position >= 0 && !builder.isPlanned(table, position, column))
        builder.write(table, { row, position, column }, written, "revert");
      resolved.add(id);
    }
    waiting.clear();
  }
  plan.undoneCells.push(...undone);
  plan.resolvedCells.push(...resolved);
  const kept = new Set([...undone, ...waiting.values()].map(({ key }) => key));
  for (const { key } of undone) {
    const item = key === null ? undefined : builder.overlay.item(key);
    if (item) plan.unexplained.set(item.key, item);
  }
  for (const id of resolved) {
    const key = context.state.undone.get(id)?.key ?? null;
    if (key !== null && !kept.has(key) && !plan.unexplained.has(key)) plan.unexplained.set(key, null);
  }
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
