/** The local Excel's workbook as a snapshot, ready to be saved. */
import type { Worksheet } from "@univerjs/core";
import {
  areaOf,
  bounding,
  columnCount,
  contains,
  formatArea,
  isWholeColumns,
  isWholeRows,
  rowCount,
  type Area,
} from "../host/a1";
import { typeOf } from "../host/engine/cells";
import type { ExcelStyle } from "../host/engine/excel-style";
import type { SheetState } from "../host/engine/sheet-state";
import type { Host } from "../host/host";
import { fileLine } from "./border-lines";
import { present } from "./present";
import { attachmentsOf, tablesOf, validationsOf } from "./take-attachments";
import { chartsOf } from "./take-charts";
import type {
  CellContent,
  CellStyle,
  ColumnSnapshot,
  ConditionalFormatSnapshot,
  PageSnapshot,
  RowSnapshot,
  SheetSnapshot,
  StyledRange,
  WorkbookSnapshot,
} from "./snapshot";

const HORIZONTAL = { 1: "left", 2: "center", 3: "right" } as const;
const VERTICAL = { 1: "top", 2: "center", 3: "bottom" } as const;
const EDGES = { t: "top", b: "bottom", l: "left", r: "right" } as const;
const PAPER: Record<string, number> = { Letter: 1, A3: 8, A4: 9 };
const WRAP = 3;

const hex = (color: unknown) => (typeof color === "string" && color.startsWith("#") ? color.toUpperCase() : undefined);

function styleOf(style: ExcelStyle, unlocked = false): CellStyle {
  const borders = Object.entries(EDGES).flatMap(([key, edge]) => {
    const line = style.bd?.[key as keyof typeof EDGES];
    return line ? [[edge, { color: hex(line.cl.rgb) ?? "#000000", line: fileLine(line.s) }]] : [];
  });
  return present<CellStyle>({
    numberFormat: style.n?.pattern,
    bold: style.bl === 1 ? true : undefined,
    italic: style.it === 1 ? true : undefined,
    underline: style.ul?.s === 1 ? true : undefined,
    strike: style.st?.s === 1 ? true : undefined,
    unlocked: unlocked ? true : undefined,
    cellStyle: style.xlStyle ?? undefined,
    color: hex(style.cl?.rgb),
    fill: hex(style.bg?.rgb),
    fontName: style.ff ?? undefined,
    fontSize: style.fs,
    wrap: style.tb === WRAP ? true : undefined,
    horizontal: HORIZONTAL[style.ht as keyof typeof HORIZONTAL] as CellStyle["horizontal"],
    vertical: VERTICAL[style.vt as keyof typeof VERTICAL] as CellStyle["vertical"],
    borders: borders.length ? (Object.fromEntries(borders) as NonNullable<CellStyle["borders"]>) : undefined,
  });
}

/** Runs of equal style down each column: a table's columns are each of one style, so this yields few ranges. */
function stylesOf(host: Host, sheet: Worksheet, used: Area): StyledRange[] {
  const ranges: StyledRange[] = [];
  const { unlocked } = host.sheetState(sheet.getSheetId());
  const at = (row: number, column: number): CellStyle =>
    styleOf(
      host.cells.shownStyle(sheet, row, column),
      unlocked.some((one) => contains(one, areaOf(row, column))),
    );
  for (let column = used.startColumn; column <= used.endColumn; column++) {
    let from = used.startRow;
    let style = at(from, column);
    for (let row = used.startRow + 1; row <= used.endRow + 1; row++) {
      const next = row <= used.endRow ? at(row, column) : null;
      if (next && JSON.stringify(next) === JSON.stringify(style)) continue;
      const area = { startRow: from, endRow: row - 1, startColumn: column, endColumn: column };
      if (Object.keys(style).length) ranges.push({ address: formatArea(area), style });
      if (next) style = next;
      from = row;
    }
  }
  return ranges;
}

/** An error in a cell is written as the text that the cell shows. */
function contentOf(host: Host, sheet: Worksheet, row: number, column: number): CellContent {
  const cell = host.cells.cell(sheet, row, column);
  return typeOf(cell) === "Empty" ? null : host.cells.value(sheet, row, column);
}

function spillsOf(host: Host, sheet: Worksheet): Record<string, string> {
  const spills: Record<string, string> = {};
  const { formulas, unitId } = host.engine;
  for (const [row, cells] of Object.entries(formulas.getArrayFormulaRange()[unitId]?.[sheet.getSheetId()] ?? {})) {
    for (const [column, range] of Object.entries(cells ?? {})) {
      const area = range as Area;
      if (rowCount(area) * columnCount(area) > 1)
        spills[formatArea(areaOf(Number(row), Number(column)))] = formatArea(area);
    }
  }
  return spills;
}

function columnsOf(sheet: Worksheet, used: Area): ColumnSnapshot[] {
  const columns: ColumnSnapshot[] = [];
  const defaultWidth = sheet.getConfig().defaultColumnWidth;
  for (let index = 0; index <= used.endColumn; index++) {
    const width = sheet.getColumnWidth(index) || (sheet.getColumnManager().getColumn(index)?.w ?? defaultWidth);
    const hidden = !sheet.getColVisible(index);
    if (width !== defaultWidth || hidden) columns.push({ index, width, ...(hidden ? { hidden } : {}) });
  }
  return columns;
}

/** Pixels of a line of 11-point text, and of an average letter in it. */
const LINE_PIXELS = 20;
const LETTER_PIXELS = 7;

/** How many lines a text takes in a column, words kept whole as far as counting letters can tell. */
function linesOf(text: string, pixels: number): number {
  const room = Math.max(1, Math.floor(pixels / LETTER_PIXELS));
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / room)), 0);
}

/**
 * Hidden rows, rows whose height somebody set, and rows that wrapped text makes higher. Excel fits rows to their text while it is open; a file has to say how high they are,
 * or programs that do not fit rows on opening let texts run over each other.
 */
function rowsOf(host: Host, sheet: Worksheet, used: Area): RowSnapshot[] {
  const rows: RowSnapshot[] = [];
  for (let index = 0; index <= used.endRow; index++) {
    const hidden = !sheet.getRowVisible(index);
    const given = sheet.getRowManager().getRow(index);
    if (given?.h !== undefined && given.ia === 0) {
      rows.push({ index, height: given.h, ...(hidden ? { hidden } : {}) });
      continue;
    }
    let lines = 1;
    for (let column = used.startColumn; column <= used.endColumn; column++) {
      const value = host.cells.value(sheet, index, column);
      if (typeof value !== "string" || value.length < 8 || host.cells.style(sheet, index, column).tb !== WRAP) continue;
      lines = Math.max(lines, linesOf(value, sheet.getColumnWidth(column) || Number.MAX_SAFE_INTEGER));
    }
    if (hidden || lines > 1)
      rows.push({ index, ...(lines > 1 ? { height: lines * LINE_PIXELS } : {}), ...(hidden ? { hidden } : {}) });
  }
  return rows;
}

function mergesOf(sheet: Worksheet): Pick<SheetSnapshot, "merges"> {
  const merges = sheet.getMergeData();
  if (merges.length === 0) return {};
  return {
    merges: merges.map(({ startRow, endRow, startColumn, endColumn }) =>
      formatArea({ startRow, endRow, startColumn, endColumn }),
    ),
  };
}

const words = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

function conditionalFormatsOf(state: SheetState): ConditionalFormatSnapshot[] {
  const byPriority = [...state.conditionalFormats].sort((a, b) => a.priority - b.priority);
  return byPriority.flatMap(({ area, type, settings, format }) => {
    const formula = type === "Custom" ? words(settings["formula"]) : undefined;
    const cellValue = settings["rule"] as { operator?: string; formula1?: unknown } | undefined;
    const equals = type === "CellValue" && cellValue?.operator === "EqualTo" ? words(cellValue.formula1) : undefined;
    const word = equals === undefined ? undefined : /^="(.*)"$/s.exec(equals)?.[1]?.replaceAll('""', '"');
    if (formula === undefined && word === undefined) return [];
    return [
      present<ConditionalFormatSnapshot>({
        address: formatArea(area),
        rule: word === undefined ? { formula: formula ?? "" } : { equals: word },
        color: hex(words(format.font?.["color"])),
        fill: hex(format.fill),
        bold: format.font?.["bold"] === true ? true : undefined,
      }),
    ];
  });
}

function threePart(texts: Record<string, string>, part: "Header" | "Footer"): string | undefined {
  const parts = (["left", "center", "right"] as const).flatMap((side) => {
    const text = texts[`${side}${part}`];
    return text ? [`&${side.charAt(0).toUpperCase()}${text}`] : [];
  });
  return parts.length ? parts.join("") : undefined;
}

function pageOf(state: SheetState): PageSnapshot {
  const { pageLayout, headersFooters, printArea, printTitleRows } = state;
  const zoom = pageLayout["zoom"] as { horizontalFitToPages?: number; verticalFitToPages?: number } | undefined;
  const paper = pageLayout["paperSize"];
  const margin = (side: string) => {
    const points = pageLayout[`${side}Margin`];
    return typeof points === "number" ? points : undefined;
  };
  return present<PageSnapshot>({
    landscape: pageLayout["orientation"] === "Landscape",
    paperSize: typeof paper === "string" ? PAPER[paper] : undefined,
    fitToWidth: zoom?.horizontalFitToPages,
    fitToHeight: zoom?.horizontalFitToPages === undefined ? undefined : (zoom.verticalFitToPages ?? 0),
    titleRows: printTitleRows === "" ? undefined : printTitleRows.replaceAll("$", ""),
    area: printArea === "" ? undefined : printArea,
    header: threePart(headersFooters, "Header"),
    footer: threePart(headersFooters, "Footer"),
    margins: present<NonNullable<PageSnapshot["margins"]>>({
      top: margin("top"),
      bottom: margin("bottom"),
      left: margin("left"),
      right: margin("right"),
      header: margin("header"),
      footer: margin("footer"),
    }),
  });
}

function sheetOf(host: Host, sheet: Worksheet): SheetSnapshot {
  const state = host.sheetState(sheet.getSheetId());
  const formatted = host.cells.usedArea(sheet, false) ?? areaOf(0, 0);
  // Whole rows and columns that are unlocked are written as far as the sheet is used.
  const used = state.unlocked.filter((area) => !isWholeRows(area) && !isWholeColumns(area)).reduce(bounding, formatted);
  const whole = { ...used, startRow: 0, startColumn: 0 };
  const formulas: Record<string, string> = {};
  sheet.getCellMatrix().forValue((row, column, cell) => {
    if (cell?.f == null && cell?.si == null) return;
    const area = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    formulas[formatArea(area)] = String(host.cells.formula(sheet, row, column));
  });
  const spills = spillsOf(host, sheet);
  const { xSplit, ySplit } = sheet.getFreeze();
  return {
    name: sheet.getName(),
    visibility: state.visibility,
    ...(state.tabColor ? { tabColor: state.tabColor } : {}),
    showGridlines: state.showGridlines,
    values: host.cells.grid(whole, (row, column) => contentOf(host, sheet, row, column)),
    formulas,
    ...(Object.keys(spills).length > 0 ? { spills } : {}),
    styles: stylesOf(host, sheet, whole),
    columns: columnsOf(sheet, used),
    rows: rowsOf(host, sheet, used),
    ...mergesOf(sheet),
    frozen: { rows: ySplit, columns: xSplit },
    tables: tablesOf(host, sheet),
    validations: validationsOf(state),
    conditionalFormats: conditionalFormatsOf(state),
    page: pageOf(state),
    charts: chartsOf(host, sheet, state),
    ...attachmentsOf(host, sheet, state),
  };
}

/** The cell styles of the workbook, which files name in their own way. */
function cellStylesOf(host: Host): Pick<WorkbookSnapshot, "cellStyles"> {
  const styles = host.cellStyles.all().map(({ id, name, style }) => [id, { name, style: styleOf(style) }] as const);
  return { cellStyles: Object.fromEntries(styles) };
}

/** Everything a file keeps of the workbook. */
export function takeSnapshot(host: Host): WorkbookSnapshot {
  const title = host.documentProperties.get("title");
  return {
    sheets: host.engine.sheets().map((sheet) => sheetOf(host, sheet)),
    activeSheet: host.engine.workbook.getActiveSheet()?.getName() ?? "",
    names: host.names
      .all()
      .filter(({ sheetId }) => sheetId === undefined)
      .map(({ name, formula }) => ({ name, refersTo: formula })),
    settings: Object.fromEntries([...host.settings].map(([key, value]) => [key, JSON.parse(value) as unknown])),
    ...(typeof title === "string" && title ? { title } : {}),
    ...(host.date1904 ? { date1904: true as const } : {}),
    ...cellStylesOf(host),
    functions: host.functions.names,
  };
}
