/** A printed annex laid out on the grid of a sheet: lines of text across the page, and tables. Pure. */
import {
  BULLET,
  NOTE_PREFIX,
  type PrintedAnnex,
  type PrintedChapter,
  type PrintedSection,
  type PrintedTable,
} from "../../domain/annexes";
import type { Cell } from "../table-specs/spec";

/** How a line of text looks. */
export type LineStyle = "label" | "title" | "heading" | "text" | "note";

/** A line of text across the whole page. */
export interface PageLine {
  row: number;
  style: LineStyle;
  text: string;
}

/** A table: its header is in `row`, its rows below. */
export interface PageTable {
  row: number;
  headers: string[];
  rows: Cell[][];
  /** Columns that hold nothing but figures. */
  figures: number[];
}

/** One print-ready sheet. Rows and columns count from 0. */
export interface SheetPage {
  /** Identity of the sheet when it is generated again: "2024-03 executive summary A". */
  identity: string;
  /** Name its sheet gets. */
  name: string;
  /** Printed above every page: which report this is. */
  running: string;
  lines: PageLine[];
  tables: PageTable[];
  rows: number;
  /** Width of each column, in characters. */
  columnWidths: number[];
  /** The row that is printed again on every page: the header where all tables have the same, else the annex's title. */
  repeat: number;
}

/** Before the items of lists within lists. */
const INDENT = "    ";

const FIGURE = /^\d{1,6}$/;

function figureColumns({ headers, rows }: PrintedTable): number[] {
  return headers.flatMap((_, column) => {
    const texts = rows.map((row) => row[column] ?? "").filter((text) => text !== "");
    return texts.length > 0 && texts.every((text) => FIGURE.test(text)) ? [column] : [];
  });
}

function pageTable(table: PrintedTable, row: number): PageTable {
  const figures = figureColumns(table);
  const rows = table.rows.map((texts) =>
    texts.map((text, column): Cell => (text !== "" && figures.includes(column) ? Number(text) : text)),
  );
  return { row, headers: table.headers, rows, figures };
}

/** What a page shows below its title: a section of an annex, or a chapter. */
type PageSection = Pick<PrintedChapter, "heading" | "table"> &
  Partial<Pick<PrintedChapter, "lines"> & Pick<PrintedSection, "notes" | "remarks">>;

/** An annex, or the chapters before the annexes. */
interface PageContent extends Pick<PrintedAnnex, "label" | "title" | "introduction"> {
  sections: readonly PageSection[];
}

/** Columns are shared by all tables of a sheet, first with first: each is as wide as the table that wants most. */
function sharedWidths({ sections }: PageContent): number[] {
  const widths: number[] = [];
  for (const { table } of sections) {
    table?.columnWidths.forEach((width, column) => {
      widths[column] = Math.max(widths[column] ?? 0, width);
    });
  }
  return widths.length > 0 ? widths : [1];
}

/** Lays an annex out. */
export function sheetPage(content: PageContent, names: Pick<SheetPage, "identity" | "name" | "running">): SheetPage {
  const lines: PageLine[] = [];
  const tables: PageTable[] = [];
  let row = 0;
  const line = (style: LineStyle, text: string) => {
    if (text === "") return;
    lines.push({ row, style, text });
    row += 1;
  };
  line("label", content.label);
  line("title", content.title);
  line("text", content.introduction ?? "");
  for (const { heading, lines: items = [], table, notes = [], remarks = [] } of content.sections) {
    row += 1;
    line("heading", heading);
    for (const { level, text } of items)
      line("text", `${INDENT.repeat(Math.max(0, level - 1))}${level > 0 ? BULLET : ""}${text}`);
    if (table) {
      const laid = pageTable(table, row);
      tables.push(laid);
      row += 1 + laid.rows.length;
    }
    for (const note of notes) line("note", `${NOTE_PREFIX}${note}`);
    for (const remark of remarks) line("note", remark);
  }
  const first = tables[0];
  const alike = first && tables.every(({ headers }) => headers.join("\t") === first.headers.join("\t"));
  return { ...names, lines, tables, rows: row, columnWidths: sharedWidths(content), repeat: alike ? first.row : 1 };
}

/** Every cell of a page, row by row, all of one width. */
export function pageCells(page: SheetPage): Cell[][] {
  const width = page.columnWidths.length;
  const cells = Array.from({ length: page.rows }, () => new Array<Cell>(width).fill(""));
  const put = (row: number, texts: readonly Cell[]) => {
    const line = cells[row];
    if (line) texts.forEach((text, column) => (line[column] = text));
  };
  for (const { row, text } of page.lines) put(row, [text]);
  for (const { row, headers, rows } of page.tables) {
    put(row, headers);
    rows.forEach((texts, index) => put(row + 1 + index, texts));
  }
  return cells;
}
