import type { Worksheet } from "@univerjs/core";

import { areaOf, columnCount, formatAddress, rowCount } from "../a1";
import type { Area } from "../a1";
import { typeOf } from "./cells";
import type { CellValue, Cells } from "./cells";
import type { Engine } from "./engine";

export interface ChartSource {
  readonly sheetId: string;
  readonly area: Area;
}

export interface ChartSeriesState {
  readonly id: number;
  /** The name as given; the text of `nameCell` where there is none. */
  name?: string;
  nameCell?: ChartSource;
  values?: ChartSource;
  categories?: ChartSource;
}

export interface ChartState {
  readonly id: string;
  name: string;
  /** As in Excel.ChartType. */
  type: string;
  plotBy: "Rows" | "Columns";
  series: ChartSeriesState[];
  box: { left: number; top: number; width: number; height: number };
  /** What was set on the chart's parts, by the part's path: "title", "axes/value/title", "series/3/format/fill". */
  settings: Record<string, Record<string, unknown>>;
}

/** One series with its data, ready to be drawn. */
export interface ChartSeriesData {
  readonly id: number;
  readonly name: string;
  readonly values: readonly CellValue[];
  /** As the cells show them. */
  readonly categories: readonly string[];
}

/** Whether a cell is data: a number, but no date. */
function isNumber(cells: Cells, sheet: Worksheet, row: number, column: number): boolean {
  const format = cells.numberFormat(sheet, row, column).replace(/"[^"]*"|\\.|\[[^\]]*\]|General/g, "");
  return typeOf(cells.cell(sheet, row, column)) === "Double" && !/[ymdhs]/i.test(format);
}

/**
 * The series of a range, as Excel reads it: the first row and the first column name series and categories where they
 * hold no numbers, or where the corner is blank. Without a direction, the longer side makes the categories.
 */
export function seriesOf(
  cells: Cells,
  sheet: Worksheet,
  area: Area,
  seriesBy: "Auto" | "Rows" | "Columns",
): { series: ChartSeriesState[]; plotBy: "Rows" | "Columns" } {
  const sheetId = sheet.getSheetId();
  const corner = cells.value(sheet, area.startRow, area.startColumn) === "";
  const several = { rows: rowCount(area) > 1, columns: columnCount(area) > 1 };
  const isHeader = (row: number, column: number): boolean => !isNumber(cells, sheet, row, column);
  const headerRow =
    several.rows &&
    (corner ||
      every(area.startColumn + (several.columns ? 1 : 0), area.endColumn, (column) => isHeader(area.startRow, column)));
  const headerColumn =
    several.columns &&
    (corner || every(area.startRow + (headerRow ? 1 : 0), area.endRow, (row) => isHeader(row, area.startColumn)));
  const body = {
    ...area,
    startRow: area.startRow + (headerRow ? 1 : 0),
    startColumn: area.startColumn + (headerColumn ? 1 : 0),
  };
  const plotBy = seriesBy === "Auto" ? (rowCount(area) >= columnCount(area) ? "Columns" : "Rows") : seriesBy;
  const source = (target: Area): ChartSource => ({ sheetId, area: target });
  const byColumns = plotBy === "Columns";
  const lines = byColumns ? columnCount(body) : rowCount(body);
  const series = Array.from({ length: lines }, (_, index): ChartSeriesState => {
    const line = (byColumns ? body.startColumn : body.startRow) + index;
    const values = byColumns
      ? { ...body, startColumn: line, endColumn: line }
      : { ...body, startRow: line, endRow: line };
    const named = byColumns ? headerRow : headerColumn;
    const nameAt = byColumns ? areaOf(area.startRow, line) : areaOf(line, area.startColumn);
    const hasCategories = byColumns ? headerColumn : headerRow;
    const categories = byColumns
      ? { ...body, startColumn: area.startColumn, endColumn: area.startColumn }
      : { ...body, startRow: area.startRow, endRow: area.startRow };
    return {
      id: index,
      values: source(values),
      ...(named ? { nameCell: source(nameAt) } : {}),
      ...(hasCategories ? { categories: source(categories) } : {}),
    };
  });
  return { series, plotBy };
}

function every(from: number, to: number, test: (index: number) => boolean): boolean {
  for (let index = from; index <= to; index++) if (!test(index)) return false;
  return true;
}

/** The name that a chart shows for a series. */
export function seriesName(engine: Engine, cells: Cells, chart: ChartState, series: ChartSeriesState): string {
  if (series.name !== undefined) return series.name;
  const text = series.nameCell && textsOf(engine, cells, series.nameCell)[0];
  return text === undefined || text === "" ? `Series${String(chart.series.indexOf(series) + 1)}` : text;
}

/** The data of all series as the cells are now. */
export function chartData(engine: Engine, cells: Cells, chart: ChartState): ChartSeriesData[] {
  return chart.series.map((series) => {
    const sheet = series.values && engine.sheet(series.values.sheetId);
    return {
      id: series.id,
      name: seriesName(engine, cells, chart, series),
      values: series.values && sheet ? cells.values(sheet, series.values.area).flat() : [],
      categories: series.categories ? textsOf(engine, cells, series.categories) : [],
    };
  });
}

function textsOf(engine: Engine, cells: Cells, source: ChartSource): string[] {
  const sheet = engine.sheet(source.sheetId);
  return sheet ? cells.grid(source.area, (row, column) => cells.text(sheet, row, column)).flat() : [];
}

/** A source as formulas name it, "'My sheet'!$A$1:$A$9"; undefined where the sheet is gone. */
export function sourceAddress(engine: Engine, source: ChartSource): string | undefined {
  const sheet = engine.sheet(source.sheetId);
  if (!sheet) return undefined;
  const address = formatAddress(sheet.getName(), source.area);
  const at = address.lastIndexOf("!") + 1;
  return address.slice(0, at) + address.slice(at).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}
