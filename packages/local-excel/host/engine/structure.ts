import { MAX_COLUMNS, MAX_ROWS, contains, intersect, isWholeColumns, isWholeRows } from "../a1";
import type { Area } from "../a1";

/** A change of the sheet's structure: what was where moves elsewhere. */
export type StructuralChange =
  | {
      readonly kind: "rowsInserted" | "rowsDeleted";
      readonly sheetId: string;
      readonly start: number;
      readonly count: number;
    }
  | {
      readonly kind: "columnsInserted" | "columnsDeleted";
      readonly sheetId: string;
      readonly start: number;
      readonly count: number;
    }
  | {
      readonly kind: "cellsInserted" | "cellsDeleted";
      readonly sheetId: string;
      readonly area: Area;
      readonly shift: "Down" | "Right" | "Up" | "Left";
    }
  | {
      readonly kind: "areaMoved";
      readonly sheetId: string;
      readonly from: Area;
      readonly toSheetId: string;
      readonly to: Area;
    };

/** Commands after whose undo tables and what hangs on cells must be exactly as before. */
export const STRUCTURAL_COMMANDS = new Set([
  "sheet.command.insert-row",
  "sheet.command.insert-col",
  "sheet.command.remove-row",
  "sheet.command.remove-col",
  "sheet.command.insert-range-move-down",
  "sheet.command.insert-range-move-right",
  "sheet.command.delete-range-move-up",
  "sheet.command.delete-range-move-left",
  "sheet.command.move-range",
  "sheet.command.move-rows",
  "sheet.command.move-cols",
  "sheet.command.remove-sheet",
]);

interface Span {
  from: number;
  to: number;
}

function inserted(span: Span, start: number, count: number): Span {
  if (start <= span.from) return { from: span.from + count, to: span.to + count };
  return start <= span.to ? { from: span.from, to: span.to + count } : span;
}

function deleted(span: Span, start: number, count: number): Span | undefined {
  const end = start + count - 1;
  const moved = (at: number): number => (at > end ? at - count : at);
  const from = span.from >= start && span.from <= end ? start : moved(span.from);
  const to = span.to >= start && span.to <= end ? start - 1 : moved(span.to);
  return from > to ? undefined : { from, to };
}

const rowsOf = (area: Area): Span => ({ from: area.startRow, to: area.endRow });
const columnsOf = (area: Area): Span => ({ from: area.startColumn, to: area.endColumn });
const withRows = (area: Area, span: Span | undefined): Area | undefined =>
  span && { ...area, startRow: span.from, endRow: Math.min(span.to, MAX_ROWS - 1) };
const withColumns = (area: Area, span: Span | undefined): Area | undefined =>
  span && { ...area, startColumn: span.from, endColumn: Math.min(span.to, MAX_COLUMNS - 1) };

/** Where an area is after a change; undefined when it was deleted. Areas of other sheets stay. */
export function movedArea(sheetId: string, area: Area, change: StructuralChange): Area | undefined {
  if (change.sheetId !== sheetId) return area;
  switch (change.kind) {
    case "rowsInserted":
      return isWholeColumns(area) ? area : withRows(area, inserted(rowsOf(area), change.start, change.count));
    case "rowsDeleted":
      return isWholeColumns(area) ? area : withRows(area, deleted(rowsOf(area), change.start, change.count));
    case "columnsInserted":
      return isWholeRows(area) ? area : withColumns(area, inserted(columnsOf(area), change.start, change.count));
    case "columnsDeleted":
      return isWholeRows(area) ? area : withColumns(area, deleted(columnsOf(area), change.start, change.count));
    case "cellsInserted":
    case "cellsDeleted":
      return cellsShifted(area, change.area, change.shift, change.kind === "cellsInserted");
    case "areaMoved": {
      if (!contains(change.from, area)) return area;
      const rows = change.to.startRow - change.from.startRow;
      const columns = change.to.startColumn - change.from.startColumn;
      return {
        startRow: area.startRow + rows,
        endRow: area.endRow + rows,
        startColumn: area.startColumn + columns,
        endColumn: area.endColumn + columns,
      };
    }
  }
}

function cellsShifted(
  area: Area,
  cells: Area,
  shift: "Down" | "Right" | "Up" | "Left",
  insert: boolean,
): Area | undefined {
  const vertical = shift === "Down" || shift === "Up";
  const inLane = vertical
    ? area.startColumn >= cells.startColumn && area.endColumn <= cells.endColumn
    : area.startRow >= cells.startRow && area.endRow <= cells.endRow;
  if (!inLane) return intersect(area, cells) && !insert ? area : area;
  const move = insert ? inserted : deleted;
  return vertical
    ? withRows(area, move(rowsOf(area), cells.startRow, cells.endRow - cells.startRow + 1))
    : withColumns(area, move(columnsOf(area), cells.startColumn, cells.endColumn - cells.startColumn + 1));
}
