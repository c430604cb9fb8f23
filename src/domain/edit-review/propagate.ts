/** Propagates a changed item to every managed cell that shows it. */
import type { WorkItem } from "../model";
import type { EditPlanBuilder, EditedCell } from "./edit-plan-builder";
import { headerOf, type MessageDraft } from "./edit-plan";
import { sameValue } from "./table-snapshot";

/**
 * Plans the writes of all cells that show an item: typed cells in canonical spelling, other cells where they change.
 * @param decidesStatus whether its status was decided: then every cell that shows another status is updated too
 * @param refused cells that are already handled
 */
export function propagate(
  builder: EditPlanBuilder,
  before: WorkItem | null,
  after: WorkItem,
  edited: readonly EditedCell[],
  decidesStatus: boolean,
  refused: readonly EditedCell[] = [],
): void {
  const { context } = builder;
  const shown = builder.shownCells(after);
  const was = before ? builder.shownCells(before) : {};
  const own = new Set(
    [...edited, ...refused].map((cell) => `${cell.table.name} ${String(cell.position)} ${String(cell.column)}`),
  );
  for (const cell of edited) {
    const value = shown[headerOf(cell.table, cell.column)];
    if (value === undefined || !cell.table.derivedColumns.includes(cell.column)) continue;
    builder.write(cell.table, cell, value, "accept");
  }
  for (const table of context.tables) {
    for (const row of builder.rowsShowing(table, after.key)) {
      const position = builder.position(table, row);
      if (position < 0) continue;
      for (const column of table.derivedColumns) {
        const header = headerOf(table, column);
        const value = shown[header];
        if (value === undefined || own.has(`${table.name} ${String(position)} ${String(column)}`)) continue;
        const decided = decidesStatus && table.fields[column] === "status";
        if (!decided && sameValue(value, was[header] ?? "")) continue;
        builder.write(table, { row, position, column }, value, "propagate");
      }
    }
  }
}

/** Whether any cell shows another status than the item has, and no write of it is planned. */
export function showsAnotherStatus(builder: EditPlanBuilder, item: WorkItem): boolean {
  const shown = builder.shownCells(item);
  return builder.context.tables.some((table) => {
    const column = table.fields.indexOf("status");
    if (column < 0) return false;
    return builder.rowsShowing(table, item.key).some((row) => {
      const position = builder.position(table, row);
      if (position < 0 || builder.isPlanned(table, position, column)) return false;
      return !sameValue(builder.currentValue(table, row, position, column), shown[headerOf(table, column)] ?? "");
    });
  });
}

/** Returns the location of a message about some cells: the status, where it is among them. */
export function locationOf(edit: { cells: readonly EditedCell[] }): MessageDraft["at"] {
  const cell = edit.cells.find((each) => each.field === "status") ?? edit.cells[0];
  return cell ? { table: cell.table.name, position: cell.position, column: cell.column } : null;
}
