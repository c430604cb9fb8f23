import { CellValueType } from "@univerjs/core";
import type { ICellData, Worksheet } from "@univerjs/core";

import { columnCount, contains, rowCount } from "../a1";
import type { Area } from "../a1";
import type { Call } from "../bridge/model";
import { valueOf } from "../engine/cells";
import type { CellValue } from "../engine/cells";
import { copyCells } from "../engine/copy-cells";
import type { CopyOptions } from "../engine/copy-cells";
import type { CellMatrix } from "../engine/engine";
import { emptyCell } from "../engine/input";
import type { TrackedRange } from "../engine/tracked-ranges";
import { invalidArgument } from "../errors";
import { continuation } from "./fill-series";
import type { Continuation, SeriesKind } from "./fill-series";
import { areaFrom, choice } from "./lookup";
import { requireUnlocked } from "./protection";
import { writable } from "./range-helpers";

interface Filling {
  readonly what: CopyOptions["what"];
  readonly series?: SeriesKind;
}

const FILLINGS: Readonly<Record<string, Filling>> = {
  FillDefault: { what: "All", series: "Default" },
  FillCopy: { what: "All" },
  FillSeries: { what: "All", series: "Series" },
  FillFormats: { what: "Formats" },
  FillValues: { what: "Formulas", series: "Default" },
  FillDays: { what: "All", series: "Days" },
  FillWeekdays: { what: "All", series: "Weekdays" },
  FillMonths: { what: "All", series: "Months" },
  FillYears: { what: "All", series: "Years" },
  LinearTrend: { what: "All", series: "Linear" },
  GrowthTrend: { what: "All", series: "Growth" },
};

/** Which way the source is filled: along rows or along columns, and how many cells beyond it. */
interface Way {
  readonly rows: boolean;
  /** Positive down and right, negative up and left. */
  readonly count: number;
}

/** @throws InvalidArgument unless the destination is the source made longer on one side */
function wayOf(source: Area, target: Area): Way | undefined {
  if (!contains(target, source)) throw invalidArgument("the destination does not hold the range");
  const [down, up] = [target.endRow - source.endRow, source.startRow - target.startRow];
  const [right, left] = [target.endColumn - source.endColumn, source.startColumn - target.startColumn];
  const sides = [down, up, right, left].filter((count) => count > 0);
  if (sides.length === 0) return undefined;
  if (sides.length > 1) throw invalidArgument("the destination goes beyond the range on more than one side");
  return { rows: down + up > 0, count: down + right > 0 ? down + right : -(up + left) };
}

/** Copies the source over and over away from itself; a last part that is too short takes the nearer end of the source. */
function repeat(call: Call, sheet: Worksheet, source: Area, way: Way, what: CopyOptions["what"]): void {
  const { host } = call;
  const size = way.rows ? rowCount(source) : columnCount(source);
  for (let done = 0; done < Math.abs(way.count); done += size) {
    const length = Math.min(size, Math.abs(way.count) - done);
    const cut = way.count > 0 ? 0 : size - length;
    const offset = way.count > 0 ? size + done : -done - length;
    const part = (area: Area, start: number): Area =>
      way.rows
        ? { ...area, startRow: area.startRow + start, endRow: area.startRow + start + length - 1 }
        : { ...area, startColumn: area.startColumn + start, endColumn: area.startColumn + start + length - 1 };
    copyCells(
      host.engine,
      host.cells,
      { sheet, area: part(source, cut) },
      { sheet, area: part(source, offset) },
      { what },
    );
  }
}

const DATE = /(^|[^\\"])[dmy]/i;

/** How the cells of one line of the source go on; undefined where they are repeated. */
function lineSeries(
  call: Call,
  sheet: Worksheet,
  cells: { row: number; column: number }[],
  kind: SeriesKind,
): Continuation | undefined {
  const raw = cells.map(({ row, column }) => call.host.engine.rawCell(sheet, row, column));
  if (raw.some((cell) => cell?.f != null || cell?.si != null)) return undefined;
  const values: CellValue[] = raw.map((cell) => valueOf(cell));
  const [first] = cells;
  const format = first ? call.host.cells.numberFormat(sheet, first.row, first.column) : "";
  return continuation(values, kind, format !== "General" && DATE.test(format));
}

function valueCell(value: CellValue): ICellData {
  const type =
    typeof value === "number"
      ? CellValueType.NUMBER
      : typeof value === "boolean"
        ? CellValueType.BOOLEAN
        : CellValueType.STRING;
  return { ...emptyCell(), v: value, t: type };
}

/** Fills from a range into a longer one, as the fill handle does. */
export function autoFill(self: TrackedRange, [destination, type]: unknown[], call: Call): void {
  const { host } = call;
  const { sheet, area } = writable(self, call);
  const target =
    destination === undefined || destination === null ? undefined : areaFrom(host, self.sheetId, destination);
  if (!target || target.sheetId !== self.sheetId) throw invalidArgument("the destination lies on another worksheet");
  requireUnlocked(host, self.sheetId, target.area);
  const filling = FILLINGS[choice(type ?? "FillDefault", Object.keys(FILLINGS), "autoFillType")];
  const way = wayOf(area, target.area);
  if (!filling || !way) return;
  repeat(call, sheet, area, way, filling.what);
  if (!filling.series) return;
  const matrix: CellMatrix = {};
  const [from, to] = way.rows ? [area.startColumn, area.endColumn] : [area.startRow, area.endRow];
  const [start, end] = way.rows ? [area.startRow, area.endRow] : [area.startColumn, area.endColumn];
  for (let line = from; line <= to; line++) {
    const cells = Array.from({ length: end - start + 1 }, (_cell, index) =>
      way.rows ? { row: start + index, column: line } : { row: line, column: start + index },
    );
    const next = lineSeries(call, sheet, cells, filling.series);
    if (!next) continue;
    for (let step = 1; step <= Math.abs(way.count); step++) {
      const place = way.count > 0 ? end + step : start - step;
      const [row, column] = way.rows ? [place, line] : [line, place];
      (matrix[row] ??= {})[column] = valueCell(next(way.count > 0 ? step : -step));
    }
  }
  if (Object.keys(matrix).length > 0) host.engine.setCells(sheet, matrix);
}
