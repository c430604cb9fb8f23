/** Every managed cell that shows an item follows it. */
import type { WorkItem } from "../model";
import type { EditPlanBuilder, TypedCell } from "./edit-plan-builder";
import { headerOf, type MessageDraft } from "./edit-plan";
import { sameValue } from "./table-snapshot";

/**
 * Writes what is now shown of an item wherever it is shown: typed cells in their canonical spelling, others where they change.
 * @param settles whether its status was decided: then every cell that shows another status follows too
 * @param refused cells that are dealt with already
 */
export function follow(
  draft: EditPlanBuilder,
  before: WorkItem | null,
  after: WorkItem,
  typed: readonly TypedCell[],
  settles: boolean,
  refused: readonly TypedCell[] = [],
): void {
  const { world } = draft;
  const shown = draft.shown(after);
  const was = before ? draft.shown(before) : {};
  const own = new Set(
    [...typed, ...refused].map((cell) => `${cell.table.name} ${String(cell.position)} ${String(cell.column)}`),
  );
  for (const cell of typed) {
    const value = shown[headerOf(cell.table, cell.column)];
    if (value === undefined || !cell.table.follows.includes(cell.column)) continue;
    draft.write(cell.table, cell, value, "taken");
  }
  for (const table of world.tables) {
    for (const row of draft.rowsShowing(table, after.key)) {
      const position = draft.position(table, row);
      if (position < 0) continue;
      for (const column of table.follows) {
        const header = headerOf(table, column);
        const value = shown[header];
        if (value === undefined || own.has(`${table.name} ${String(position)} ${String(column)}`)) continue;
        const decided = settles && table.fields[column] === "status";
        if (!decided && sameValue(value, was[header] ?? "")) continue;
        draft.write(table, { row, position, column }, value, "follows");
      }
    }
  }
}

/** Whether any cell shows another status than the item has, and is not about to be written. */
export function showsOtherwise(draft: EditPlanBuilder, item: WorkItem): boolean {
  const shown = draft.shown(item);
  return draft.world.tables.some((table) => {
    const column = table.fields.indexOf("status");
    if (column < 0) return false;
    return draft.rowsShowing(table, item.key).some((row) => {
      const position = draft.position(table, row);
      if (position < 0 || draft.isPlanned(table, position, column)) return false;
      return !sameValue(draft.holds(table, row, position, column), shown[headerOf(table, column)] ?? "");
    });
  });
}

/** Where a message about some cells points to: the status, if that is among them. */
export function placeOf(edit: { cells: readonly TypedCell[] }): MessageDraft["at"] {
  const cell = edit.cells.find((each) => each.field === "status") ?? edit.cells[0];
  return cell ? { table: cell.table.name, position: cell.position, column: cell.column } : null;
}
