/** A workbook snapshot back into the local Excel, before any add-in runs. */
import type { ICellData, IStyleData, IWorkbookData, IWorksheetData, Worksheet } from "@univerjs/core";
import { parseArea, splitSheet } from "../host/a1";
import type { ChartSeriesState, ChartSource, ChartState } from "../host/engine/charts";
import type { ExcelStyle } from "../host/engine/excel-style";
import type { Host } from "../host/host";
import { univerLine } from "./border-lines";
import { distanceOf } from "./chart-corners";
import { restoreAttachments, restoreRules, restoreTables } from "./restore-attachments";
import { area } from "./addresses";
import type { CellContent, CellStyle, ChartSnapshot, SheetSnapshot, WorkbookSnapshot } from "./snapshot";
import { fromFileFormula } from "./formula-names";

const [STRING, NUMBER, BOOLEAN, FORCE_STRING] = [1, 2, 3, 4];
const HORIZONTAL = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { top: 1, center: 2, bottom: 3 } as const;
const WRAP = 3;
const HIDDEN = 1;
const POINTS_PER_PIXEL = 0.75;
const SPARE_ROWS = 200;
const LEAST_COLUMNS = 26;
const PAPER: Record<number, string> = { 1: "Letter", 8: "A3", 9: "A4" };

const BORDER_KEYS = { top: "t", bottom: "b", left: "l", right: "r" } as const;

function bordersData(borders: NonNullable<CellStyle["borders"]>): NonNullable<IStyleData["bd"]> {
  const lines = Object.entries(borders).map(([edge, { color, line }]) => [
    BORDER_KEYS[edge as keyof typeof BORDER_KEYS],
    { s: univerLine(line), cl: { rgb: color } },
  ]);
  return Object.fromEntries(lines) as NonNullable<IStyleData["bd"]>;
}

function styleData(style: CellStyle): ExcelStyle {
  return {
    ...(style.cellStyle ? { xlStyle: style.cellStyle } : {}),
    ...(style.strike ? { st: { s: 1 } } : {}),
    ...(style.borders ? { bd: bordersData(style.borders) } : {}),
    ...(style.numberFormat ? { n: { pattern: style.numberFormat } } : {}),
    ...(style.bold ? { bl: 1 } : {}),
    ...(style.italic ? { it: 1 } : {}),
    ...(style.underline ? { ul: { s: 1 } } : {}),
    ...(style.color ? { cl: { rgb: style.color } } : {}),
    ...(style.fill ? { bg: { rgb: style.fill } } : {}),
    ...(style.fontName ? { ff: style.fontName } : {}),
    ...(style.fontSize ? { fs: style.fontSize } : {}),
    ...(style.wrap ? { tb: WRAP } : {}),
    ...(style.horizontal ? { ht: HORIZONTAL[style.horizontal] } : {}),
    ...(style.vertical ? { vt: VERTICAL[style.vertical] } : {}),
  };
}

function cellData(value: CellContent): ICellData {
  if (typeof value === "number") return { v: value, t: NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: BOOLEAN };
  if (value === null) return {};
  // Forced, a text is edited with an apostrophe before it; only one that reads like an error needs that to stay what it is.
  return { v: value, t: value.startsWith("#") ? FORCE_STRING : STRING };
}

function sheetData(
  sheet: SheetSnapshot,
  id: string,
  styles: Map<string, string>,
  functions: readonly string[],
): Partial<IWorksheetData> {
  const cells: Record<number, Record<number, ICellData>> = {};
  const at = (row: number, column: number): ICellData => ((cells[row] ??= {})[column] ??= {});
  sheet.values.forEach((row, r) =>
    row.forEach((value, c) => {
      if (value !== null && value !== "") Object.assign(at(r, c), cellData(value));
    }),
  );
  // What a formula fills is its own to fill again; as values of the cells it would be in the formula's way.
  for (const spill of Object.values(sheet.spills ?? {})) {
    const { startRow, endRow, startColumn, endColumn } = area(spill);
    for (let row = startRow; row <= endRow; row++)
      for (let column = startColumn; column <= endColumn; column++) Reflect.deleteProperty(cells[row] ?? {}, column);
  }
  for (const [address, formula] of Object.entries(sheet.formulas)) {
    const { startRow, startColumn } = area(address);
    const cell = Object.assign(at(startRow, startColumn), { f: fromFileFormula(formula, functions) });
    // What reads like an error is one where a formula answered it.
    if (cell.t === FORCE_STRING) cell.t = STRING;
  }
  for (const { address, style } of sheet.styles) {
    const key = JSON.stringify(styleData(style));
    if (!styles.has(key)) styles.set(key, `s${styles.size + 1}`);
    const { startRow, endRow, startColumn, endColumn } = area(address);
    for (let row = startRow; row <= endRow; row++)
      for (let column = startColumn; column <= endColumn; column++) at(row, column).s = styles.get(key) ?? null;
  }
  const rows = Object.keys(cells).map(Number);
  const columns = Object.values(cells).flatMap((row) => Object.keys(row).map(Number));
  const { frozen } = sheet;
  return {
    id,
    name: sheet.name,
    hidden: sheet.visibility === "Visible" ? 0 : HIDDEN,
    ...(sheet.tabColor ? { tabColor: sheet.tabColor } : {}),
    showGridlines: sheet.showGridlines ? 1 : 0,
    rowCount: Math.max(0, ...rows) + SPARE_ROWS,
    columnCount: Math.max(LEAST_COLUMNS, Math.max(0, ...columns) + 5),
    cellData: cells,
    columnData: Object.fromEntries(
      sheet.columns.map(({ index, width, hidden }) => [
        index,
        { ...(width ? { w: width } : {}), ...(hidden ? { hd: HIDDEN } : {}) },
      ]),
    ),
    mergeData: (sheet.merges ?? []).map((address) => area(address)),
    rowData: Object.fromEntries(
      sheet.rows.map(({ index, height, hidden }) => [
        index,
        { ...(height === undefined ? {} : { h: height, ia: 0 }), ...(hidden ? { hd: HIDDEN } : {}) },
      ]),
    ),
    freeze: {
      xSplit: frozen.columns,
      ySplit: frozen.rows,
      startRow: frozen.rows || -1,
      startColumn: frozen.columns || -1,
    },
  };
}

/**
 * Univer's own form of the workbook's cells, styles and sheets; the rest follows by `restoreSnapshot`.
 * @param functions the full names of the add-in's functions, which a file names in its own way
 */
export function workbookData(snapshot: WorkbookSnapshot, functions: readonly string[]): Partial<IWorkbookData> {
  const styles = new Map<string, string>();
  const sheets = snapshot.sheets.map((sheet, index) => {
    const id = `sheet${String(index + 1)}`;
    return [id, sheetData(sheet, id, styles, functions)] as const;
  });
  return {
    id: "workbook",
    name: snapshot.title ?? "Book1",
    sheetOrder: sheets.map(([id]) => id),
    sheets: Object.fromEntries(sheets),
    styles: Object.fromEntries([...styles].map(([key, id]) => [id, JSON.parse(key) as IStyleData])),
  };
}

function restorePage(state: ReturnType<Host["sheetState"]>, { page }: SheetSnapshot): void {
  if (page.landscape !== undefined) state.pageLayout["orientation"] = page.landscape ? "Landscape" : "Portrait";
  if (page.paperSize !== undefined) state.pageLayout["paperSize"] = PAPER[page.paperSize] ?? "Letter";
  if (page.fitToWidth)
    state.pageLayout["zoom"] = { horizontalFitToPages: page.fitToWidth, verticalFitToPages: page.fitToHeight ?? 0 };
  if (page.area) state.printArea = page.area;
  if (page.titleRows) state.printTitleRows = page.titleRows.replace(/(\d+)/g, "$$$1");
  for (const [part, text] of Object.entries({ Header: page.header, Footer: page.footer })) {
    for (const [, side = "", words = ""] of (text ?? "").matchAll(/&([LCR])((?:(?!&[LCR]).)*)/gs)) {
      state.headersFooters[`${{ L: "left", C: "center", R: "right" }[side] ?? "center"}${part}`] = words;
    }
  }
}

function restoredChart(host: Host, sheet: Worksheet, chart: ChartSnapshot, index: number): ChartState {
  const source = (address: string | undefined): ChartSource | undefined => {
    const { sheet: name, rest } = splitSheet(address ?? "");
    const sheetId = name === undefined ? sheet.getSheetId() : host.engine.sheetByName(name)?.getSheetId();
    const target = parseArea(rest.replaceAll("$", ""));
    return target && sheetId !== undefined ? { sheetId, area: target } : undefined;
  };
  const sizes = {
    width: (column: number) => sheet.getColumnWidth(column),
    height: (row: number) => sheet.getRowHeight(row),
  };
  const from = distanceOf(sizes, chart.from);
  const to = distanceOf(sizes, chart.to);
  const series = chart.series.map(({ name, nameCell, values, categories }, id) => {
    const sources = { nameCell: source(nameCell), values: source(values), categories: source(categories) };
    const present = Object.fromEntries(Object.entries(sources).filter(([, value]) => value !== undefined));
    const restored: ChartSeriesState = { id, ...(name === undefined ? {} : { name }), ...present };
    return restored;
  });
  const first = series[0]?.values?.area;
  return {
    id: `{chart-restored-${String(index)}}`,
    name: chart.name,
    type: chart.type,
    plotBy: first && first.startRow === first.endRow && first.startColumn !== first.endColumn ? "Rows" : "Columns",
    series,
    settings: structuredClone(chart.settings),
    box: {
      left: from.left * POINTS_PER_PIXEL,
      top: from.top * POINTS_PER_PIXEL,
      width: (to.left - from.left) * POINTS_PER_PIXEL,
      height: (to.top - from.top) * POINTS_PER_PIXEL,
    },
  };
}

/** Tables, rules, names, pages, charts and settings of a snapshot, put onto a workbook made of its `workbookData`. */
export function restoreSnapshot(host: Host, snapshot: WorkbookSnapshot): void {
  host.date1904 = snapshot.date1904 === true;
  for (const [id, { name, style }] of Object.entries(snapshot.cellStyles ?? {})) {
    if (host.cellStyles.find(id)) continue;
    host.cellStyles.add(name).style = styleData(style);
  }
  for (const part of snapshot.sheets) {
    const sheet = host.engine.sheetByName(part.name);
    if (!sheet) throw new Error(`There is no sheet “${part.name}”.`);
    restoreTables(host, sheet, part);
    const state = host.sheetState(sheet.getSheetId());
    restoreRules(state, part);
    restorePage(state, part);
    restoreAttachments(host, sheet, state, part);
    state.charts = part.charts.map((chart, index) => restoredChart(host, sheet, chart, index));
    host.onValidations(sheet.getSheetId());
    host.onConditionalFormats(sheet.getSheetId());
    host.onCharts(sheet.getSheetId());
  }
  for (const { name, refersTo } of snapshot.names) host.names.add(name, refersTo, "");
  for (const [key, value] of Object.entries(snapshot.settings)) host.settings.set(key, JSON.stringify(value));
  // Desktop Excel calls no function on opening (office-js#1567); Excel on the web calculates everything.
  if (host.platform === "web") host.calculation.markAllDirty();
  else host.calculation.discard();
  // Nothing was done yet in a workbook that was just opened.
  host.sheets.clearUndo();
}
