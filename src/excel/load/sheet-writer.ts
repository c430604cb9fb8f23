/** Creates a sheet with its table: title, values, formats, drop-downs, colours, page set-up. Every function only queues. */
import { STATUSES } from "../../domain/vocabulary";
import { headerOfField } from "../../domain/item-fields";
import { LIST_COLUMNS, listSource, OPEN_LISTS, listWords } from "../table-specs/lists";
import {
  columnWidth,
  numberFormat,
  pagesWide,
  STATUS,
  type Cell,
  type ColumnSpec,
  type TableSpec,
} from "../table-specs/spec";
import {
  HEADER,
  NOTES_ABOVE,
  POINTS_PER_CHARACTER,
  PRINT_MARGINS,
  QUIET_INK,
  STATUS_COLOURS,
  TABLE_STYLE,
  TITLE_SIZE,
} from "../table-specs/styles";
import { block, untracked } from "../ranges";
import { fitting } from "../row-mapping/cell-text";
import { fillRange, setNumberFormat } from "../table-writer";
import { profileColumns, type ColumnProfile } from "./column-profile";
import type { DesiredTable } from "./desired-tables";

/** The Lists sheet and its Questions, to which drop-downs refer. */
export interface Lists {
  sheet: string;
  questions: readonly string[];
}

/** What the frame of a new table is made from. */
type Framed = Pick<DesiredTable, "spec" | "lines"> & { rows: readonly unknown[] };

/** Lines above a table: its title, source and notes. Many notes are written below the table instead. */
export function linesAbove(target: Framed): string[] {
  return [target.spec.title, ...(target.lines.length > NOTES_ABOVE ? target.lines.slice(0, 1) : target.lines)];
}

function linesBelow(target: Framed): string[] {
  return target.lines.length > NOTES_ABOVE ? target.lines.slice(1) : [];
}

/** Row of the table's header on its sheet, from 0: a blank line separates it from the lines above. */
export function headerRow(target: Framed): number {
  return linesAbove(target).length + 1;
}

/** A table for a sheet of its own. */
export interface NewTable {
  spec: TableSpec;
  /** Lines between the title and the table. */
  lines: string[];
  rows: Cell[][];
  lists: Lists;
}

/** Adds a sheet with a table. Only queues. */
export function addTableSheet(
  context: Excel.RequestContext,
  name: string,
  { spec, lines, rows, lists }: NewTable,
): { sheet: Excel.Worksheet; top: number } {
  const headers = spec.columns.map(({ header }) => header);
  const sheet = context.workbook.worksheets.add(name);
  const top = headerRow({ spec, lines, rows });
  writeFrame(sheet, { spec, lines, rows });
  writeRows(sheet, spec, { top, left: 0 }, 0, rows, profileColumns(spec.columns, rows));
  makeTable(sheet, spec, top, 0, rows.length);
  styleColumns(sheet, spec, { top, left: 0, rows: rows.length, headers }, lists);
  setUpSheet(sheet, spec, top);
  return { sheet, top };
}

/** Writes title, notes, header and number formats: text columns have the text format before they get values. */
export function writeFrame(sheet: Excel.Worksheet, target: Framed): void {
  const above = linesAbove(target);
  writeLines(sheet, 0, above);
  const title = block(sheet, 0, 0).format.font;
  title.bold = true;
  title.size = TITLE_SIZE;
  const top = headerRow(target);
  writeLines(sheet, top + Math.max(1, target.rows.length) + 2, linesBelow(target));
  prepareTable(sheet, target.spec, top, 0, target.rows.length);
}

function writeLines(sheet: Excel.Worksheet, row: number, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const range = block(sheet, row, 0, lines.length, 1);
  setNumberFormat(range, "@");
  range.values = lines.map((line) => [fitting(line)]);
  // The first line above a table is its title.
  const muted = row === 0 ? lines.length - 1 : lines.length;
  if (muted > 0) block(sheet, row + lines.length - muted, 0, muted, 1).format.font.color = QUIET_INK;
}

/** Writes the headers and number formats of a new table. */
export function prepareTable(sheet: Excel.Worksheet, spec: TableSpec, top: number, left: number, rows: number): void {
  const header = block(sheet, top, left, 1, spec.columns.length);
  setNumberFormat(header, "@");
  header.values = [spec.columns.map((column) => column.header)];
  for (const run of formatRuns(spec.columns)) {
    setNumberFormat(block(sheet, top + 1, left + run.from, Math.max(1, rows), run.count), run.format);
  }
}

/** Groups adjacent columns of one format. */
function formatRuns(columns: readonly ColumnSpec[]): { from: number; count: number; format: string }[] {
  const runs: { from: number; count: number; format: string }[] = [];
  columns.forEach((column, index) => {
    const format = numberFormat(column);
    const last = runs.at(-1);
    if (last?.format === format) last.count += 1;
    else runs.push({ from: index, count: 1, format });
  });
  return runs;
}

/** Writes the columns of a new table that have one value in all rows. */
export function writeConstants(
  sheet: Excel.Worksheet,
  origin: { top: number; left: number; rows: number },
  profile: ColumnProfile,
): void {
  for (const { column, value } of profile.constants) {
    fillRange(block(sheet, origin.top + 1, origin.left + column, origin.rows), value);
  }
}

/**
 * Writes rows of a new table. A cell with text in a column of dates or figures (a month, a remark) gets the text format first.
 * @param at position of the first row in the body, from 0
 */
export function writeRows(
  sheet: Excel.Worksheet,
  spec: TableSpec,
  origin: { top: number; left: number },
  at: number,
  rows: readonly (readonly Cell[])[],
  profile: ColumnProfile,
): void {
  const top = origin.top + 1 + at;
  const others = spec.columns.flatMap((column, index) => (column.format === "text" ? [] : [index]));
  rows.forEach((row, index) => {
    for (const column of others) {
      const cell = row[column];
      if (typeof cell !== "string" || cell === "") continue;
      setNumberFormat(block(sheet, top + index, origin.left + column), "@");
    }
  });
  for (const { from, count } of profile.runs) {
    const values =
      count === spec.columns.length ? (rows as Cell[][]) : rows.map((row) => row.slice(from, from + count));
    block(sheet, top, origin.left + from, rows.length, count).values = values;
  }
}

/** Converts the block into an Excel table; the sheet then counts as finished. */
export function makeTable(
  sheet: Excel.Worksheet,
  spec: TableSpec,
  top: number,
  left: number,
  rows: number,
): Excel.Table {
  const table = sheet.tables.add(block(sheet, top, left, Math.max(1, rows) + 1, spec.columns.length), true);
  table.name = spec.name;
  table.style = TABLE_STYLE;
  // The colours of the table style, so that programs without table styles (LibreOffice) also show a header.
  const header = block(sheet, top, left, 1, spec.columns.length).format;
  header.font.bold = true;
  header.font.color = HEADER.ink;
  header.fill.color = HEADER.fill;
  return table;
}

/** Sets widths, wrapping, hidden columns, drop-downs and colours of a table's columns at their present positions. */
export function styleColumns(
  sheet: Excel.Worksheet,
  spec: TableSpec,
  location: { top: number; left: number; rows: number; headers: readonly string[] },
  lists: Lists,
): void {
  const body = (position: number, count = 1): Excel.Range =>
    block(sheet, location.top + 1, location.left + position, Math.max(1, location.rows), count);
  body(0, location.headers.length).format.verticalAlignment = "Top";
  // Figures and dates next to text need a distance from it.
  for (const { from, count } of figureRuns(spec, location.headers)) {
    const range = block(sheet, location.top, location.left + from, Math.max(1, location.rows) + 1, count);
    range.format.horizontalAlignment = "Center";
  }
  spec.columns.forEach((column) => {
    const position = location.headers.indexOf(column.header);
    if (position < 0) return;
    const range = body(position);
    // Setting a width would show the column.
    if (column.hidden === true) range.columnHidden = true;
    else range.format.columnWidth = columnWidth(column) * POINTS_PER_CHARACTER;
    if (column.wrap === true) range.format.wrapText = true;
    if (column.list) offerList(range, column, lists);
    if (column.header === STATUS && spec.kind !== "Checks") colourStatuses(range);
  });
}

/** Adjacent columns of dates and figures, at their present positions. */
function figureRuns(spec: TableSpec, headers: readonly string[]): { from: number; count: number }[] {
  const figures = new Set(spec.columns.filter(({ format }) => format !== "text").map(({ header }) => header));
  const runs: { from: number; count: number }[] = [];
  headers.forEach((header, index) => {
    if (!figures.has(header)) return;
    const last = runs.at(-1);
    if (last && last.from + last.count === index) last.count += 1;
    else runs.push({ from: index, count: 1 });
  });
  return runs;
}

/** Adds a drop-down. The edit guard enforces the rules, since a paste bypasses data validation. */
export function offerList(range: Excel.Range, column: ColumnSpec, lists: Lists): void {
  if (!column.list || listWords(column.list, lists.questions).length === 0) return;
  const open = OPEN_LISTS.has(column.list);
  const validation = range.dataValidation;
  validation.clear();
  validation.rule = { list: { inCellDropDown: true, source: listSource(column.list, lists.sheet, lists.questions) } };
  validation.ignoreBlanks = true;
  validation.errorAlert = {
    showAlert: !open,
    style: open ? "Information" : "Stop",
    title: column.header,
    message: listWords(column.list, lists.questions).join(", ").slice(0, 250),
  };
}

/** Adds a colour for each status to the whole sheet column, so that new rows have it too. */
function colourStatuses(range: Excel.Range): void {
  const formats = untracked(range.getEntireColumn()).conditionalFormats;
  formats.clearAll();
  for (const status of STATUSES) {
    const format = formats.add("CellValue");
    const { fill, ink } = STATUS_COLOURS[status];
    format.cellValue.format.fill.color = fill;
    format.cellValue.format.font.color = ink;
    format.cellValue.rule = { formula1: `="${status}"`, operator: "EqualTo" };
  }
}

/** Freezes the header, and the column Item where it is the first, and sets up the page: A4 landscape, fitted to the width, header and page number on every page. */
export function setUpSheet(sheet: Excel.Worksheet, spec: TableSpec, top: number): void {
  const isItemFirst = spec.columns[0]?.header === headerOfField("item");
  if (isItemFirst) sheet.freezePanes.freezeAt(block(sheet, 0, 0, top + 1));
  else sheet.freezePanes.freezeRows(top + 1);
  const page = sheet.pageLayout;
  page.orientation = "Landscape";
  page.paperSize = "A4";
  page.zoom = { horizontalFitToPages: pagesWide(spec), verticalFitToPages: 0 };
  page.setPrintMargins("Centimeters", PRINT_MARGINS);
  page.headersFooters.defaultForAllPages.centerFooter = "&A – &P / &N";
  page.setPrintTitleRows(untracked(block(sheet, top, 0).getEntireRow()));
}

/** Writes the values of the drop-downs, each list in a column of the Lists sheet. */
export function writeLists(sheet: Excel.Worksheet, questions: readonly string[], only?: "Question"): void {
  LIST_COLUMNS.forEach((list, index) => {
    if (only !== undefined && list !== only) return;
    const words = listWords(list, questions);
    const range = block(sheet, 0, index, words.length + 1, 1);
    setNumberFormat(range, "@");
    range.values = [[list], ...words.map((word) => [word])];
    range.format.columnWidth = 22 * POINTS_PER_CHARACTER;
  });
}

/** Adds a column chart of the documents per meeting beside the table of statistics. */
export function drawChart(sheet: Excel.Worksheet, target: DesiredTable): void {
  const { chart, spec } = target;
  if (!chart) return;
  const top = headerRow(target);
  const source = block(sheet, top, chart.column, chart.rows + 1, chart.columns);
  const drawn = sheet.charts.add("ColumnClustered", source, "Rows");
  drawn.name = spec.name;
  drawn.title.text = spec.title;
  const left = spec.columns.length + 1;
  drawn.setPosition(block(sheet, top, left), block(sheet, top + 18, left + 8));
}
