import type { Worksheet } from "@univerjs/core";

import { MAX_COLUMNS, MAX_ROWS, areaOf, bounding, contains } from "../a1";
import type { Area } from "../a1";
import type { Call } from "../bridge/model";
import { hasContent } from "../engine/cells";
import type { TrackedRange } from "../engine/tracked-ranges";
import { invalidArgument } from "../errors";
import { areaFrom, areaOfRange, choice, rangeAt, sheetOf } from "./lookup";
import type { Members } from "./lookup";

const STEPS = { Left: [0, -1], Right: [0, 1], Up: [-1, 0], Down: [1, 0] } as const;
type Direction = keyof typeof STEPS;

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Where Ctrl and an arrow key lead from a cell: the end of its block, the begin of the next one, or the edge of the sheet. */
function edgeFrom(call: Call, sheet: Worksheet, from: Cell, direction: Direction): Cell {
  const [down, right] = STEPS[direction];
  const used = call.host.cells.usedArea(sheet, true);
  const filled = (cell: Cell): boolean => hasContent(call.host.cells.cell(sheet, cell.row, cell.column));
  const next = (cell: Cell): Cell => ({ row: cell.row + down, column: cell.column + right });
  const inSheet = ({ row, column }: Cell): boolean => row >= 0 && column >= 0 && row < MAX_ROWS && column < MAX_COLUMNS;
  const sheetEdge: Cell = {
    row: down === 0 ? from.row : down < 0 ? 0 : MAX_ROWS - 1,
    column: right === 0 ? from.column : right < 0 ? 0 : MAX_COLUMNS - 1,
  };
  const canMeetData = ({ row, column }: Cell): boolean =>
    used !== undefined &&
    (down < 0 ? row >= used.startRow : down === 0 || row <= used.endRow) &&
    (right < 0 ? column >= used.startColumn : right === 0 || column <= used.endColumn);
  let cell = from;
  if (inSheet(next(from)) && filled(from) && filled(next(from))) {
    while (inSheet(next(cell)) && filled(next(cell))) cell = next(cell);
    return cell;
  }
  for (cell = next(from); inSheet(cell) && canMeetData(cell); cell = next(cell)) if (filled(cell)) return cell;
  return sheetEdge;
}

/** The active cell that the caller names, else the active cell where it lies in the range, else the range's first cell. */
function startOf(self: TrackedRange, activeCell: unknown, call: Call): Cell {
  const area = areaOfRange(self);
  if (activeCell !== undefined && activeCell !== null) {
    const named = areaFrom(call.host, self.sheetId, activeCell);
    if (named.sheetId !== self.sheetId || !contains(area, named.area))
      throw invalidArgument("the active cell lies outside the range");
    return { row: named.area.startRow, column: named.area.startColumn };
  }
  return { row: area.startRow, column: area.startColumn };
}

function edge(self: TrackedRange, [direction, activeCell]: unknown[], call: Call): Area {
  const named = choice(direction, Object.keys(STEPS) as Direction[], "direction");
  const { row, column } = edgeFrom(call, sheetOf(call.host, self.sheetId), startOf(self, activeCell, call), named);
  return areaOf(row, column);
}

/** What Ctrl and Ctrl+Shift with an arrow key do. */
export const RANGE_EDGES: Members<TrackedRange> = {
  getRangeEdge: (self, args, call) => rangeAt(call, self.sheetId, edge(self, args, call)),
  getExtendedRange: (self, args, call) =>
    rangeAt(call, self.sheetId, bounding(areaOfRange(self), edge(self, args, call))),
};
