/** Rows of a table whose source keeps its cells: cells are taken from the grid, nothing is guessed. */
import type { Row, TableKind } from "../domain/document";
import { emptyRow } from "../domain/row-fields";
import type { Grid, GridRow } from "./blocks";
import { USUAL_COLUMNS } from "./columns";
import { type CellContext, readCell, readNameCell, readSeq } from "./grid-cells";
import { type GridColumn, type GridHeader, gridColumn, isHeaderRow, namesTexts, readGridHeader } from "./grid-columns";
import { meaningOf } from "./heading-meaning";
import { readNumbering } from "./heading-numbers";
import { shorten } from "./line-coverage";
import { fold, isEmptyCell } from "./lines";
import { NONE, NOTE } from "./notes";
import type { Steps } from "../domain/steps";

/** What one part of a grid yields: a heading inside a grid begins another part. */
export interface GridPart {
  /** Heading inside the grid, with its number parted; null for the part that the heading above the grid names. */
  heading: { id: string; title: string; table: TableKind | null; line: number } | null;
  rows: Row[];
  notes: { line: number; text: string }[];
  /** True where column headers were found. */
  hasHeader: boolean;
}

/** How a grid is read. */
export interface GridContext extends CellContext {
  /** The table that the heading above the grid names. */
  table: TableKind | null;
  /** True in a part of the document that speaks of plans. */
  inPlan: boolean;
  /** Columns of the grid before, where this one may go on with it. */
  before: GridHeader | null;
}

const LONGEST_HEADING_ROW = 250;

/** The texts of a row's cells, each once: a cell merged over columns or repeated by the source counts once. */
function distinctTexts(row: GridRow): string[] {
  return [...new Set(row.cells.map((cell) => fold(cell)))].filter((text) => text !== "");
}

class GridReader {
  readonly parts: GridPart[] = [];
  private header: GridHeader | null;
  private part: GridPart;

  constructor(
    private readonly grid: Grid,
    private readonly context: GridContext,
  ) {
    this.header = context.before;
    this.part = this.open(null);
  }

  *read(): Steps<{ parts: GridPart[]; header: GridHeader | null }> {
    const { rows } = this.grid;
    for (let index = 0; index < rows.length; index++) {
      yield index / rows.length;
      const row = rows[index];
      if (!row) continue;
      const header = readGridHeader(this.grid, index);
      if (header) {
        this.startHeader(header, rows.slice(index, header.end));
        index = header.end - 1;
      } else this.add(row, index);
    }
    return { parts: this.parts, header: this.header };
  }

  private open(heading: GridPart["heading"]): GridPart {
    const part: GridPart = { heading, rows: [], notes: [], hasHeader: false };
    this.parts.push(part);
    return part;
  }

  private startHeader(header: GridHeader, rows: readonly GridRow[]): void {
    const { account } = this.context;
    for (const row of rows) account.markRange(row.line, row.lastLine, "column header");
    const differs = header.columns.join() !== this.header?.columns.join();
    if (this.part.rows.length > 0 && (differs || this.beginsAgain(header))) {
      // Other columns, or a row with number 1, between the rows of a table: another table begins whose heading is missing.
      account.report(rows[0]?.line ?? 0, "warning", "headerWithoutHeading", {});
      this.part = this.open({ id: "", title: "", table: null, line: rows[0]?.line ?? 0 });
    }
    this.header = withStatus(withName(header, this.grid.rows), this.grid.rows);
    this.part.hasHeader = true;
    if (!differs) return;
    header.labels.forEach((label, index) => {
      if (this.header?.columns[index] === "other") {
        account.report(rows[0]?.line ?? 0, "info", "columnUnread", { column: shorten(label) });
      }
    });
  }

  /** True where the row below column headers has number 1. */
  private beginsAgain({ columns, end }: GridHeader): boolean {
    return readSeq(this.grid.rows[end]?.cells[columns.indexOf("seq")] ?? "") === 1;
  }

  private add(row: GridRow, index: number): void {
    const { account } = this.context;
    const texts = distinctTexts(row);
    const [only] = texts;
    if (only === undefined) {
      account.markRange(row.line, row.lastLine, "page furniture");
      return;
    }
    if (
      texts.every((text) => isEmptyCell(text) || NONE.test(text) || /^\d{1,2}\.?$/.test(text)) &&
      texts.some((text) => NONE.test(text))
    ) {
      account.markRange(row.line, row.lastLine, "empty table");
      return;
    }
    if (texts.length === 1 && this.addSingle(row, only, index)) return;
    this.header ??= this.assumedHeader(row.line);
    const read = this.header ? readGridRow(row, this.header, this.context) : null;
    if (read) {
      account.markRange(row.line, row.lastLine, "row");
      this.part.rows.push(read);
      return;
    }
    account.markRange(row.line, row.lastLine, "problem");
    account.report(row.line, "warning", "rowUnread", { text: shorten(texts.join(" | "), 400) });
  }

  /** A row of one cell is a heading, a note, or groups the rows below it. */
  private addSingle(row: GridRow, text: string, index: number): boolean {
    const { account } = this.context;
    if (NOTE.test(text) || /^(?:\*{1,3}|\(\d\))\s*\S+\s+\S+/.test(text)) {
      account.markRange(row.line, row.lastLine, "note");
      this.part.notes.push({ line: row.line, text });
      return true;
    }
    const { id, title } = readNumbering(text);
    const isName = /^\d*$/.test(text) || (this.header !== null && row.span === 1 && this.isOwnRow(row));
    const meaning = text.length <= LONGEST_HEADING_ROW && !isName ? meaningOf(title, this.context.inPlan) : null;
    if (meaning && (meaning.table || readGridHeader(this.grid, index + 1))) {
      account.markRange(row.line, row.lastLine, "heading");
      this.part = this.open({ id, title, table: meaning.table, line: row.line });
      return true;
    }
    if (isName) return false;
    account.markRange(row.line, row.lastLine, "problem");
    account.report(row.line, "info", "groupRow", { text: shorten(text, 400) });
    return true;
  }

  /** True where the only filled cell is the name or the title of a text. */
  private isOwnRow(row: GridRow): boolean {
    const at = row.cells.findIndex((cell) => fold(cell) !== "");
    const column = this.header?.columns[at];
    return column === "name" ? readNameCell(row.cells[at] ?? "") !== null : column === "title";
  }

  /** A grid without headers has the usual columns of its kind where their number is the same. */
  private assumedHeader(line: number): GridHeader | null {
    const { table, account } = this.context;
    const usual = table === null ? [] : USUAL_COLUMNS[table];
    if (usual.length !== this.grid.width) return null;
    account.report(line, "warning", "columnsAssumed", {});
    return { end: 0, columns: [...usual], labels: usual.map(String) };
  }
}

/** A column without a header of ours is the column of names where its cells read as names and no other column has them. */
function withName(header: GridHeader, rows: readonly GridRow[]): GridHeader {
  if (header.columns.includes("name")) return header;
  const columns = [...header.columns];
  const below = rows.slice(header.end);
  const at = columns.findIndex((column, index) => {
    if (column !== "continued" && column !== "other") return false;
    const filled = below.map((row) => row.cells[index] ?? "").filter((cell) => !isEmptyCell(cell));
    return filled.length > 0 && filled.filter((cell) => readNameCell(cell) !== null).length * 2 > filled.length;
  });
  if (at >= 0) columns[at] = "name";
  return { ...header, columns };
}

/** "Status" is the New / Revised column where that is what its cells print. */
function withStatus(header: GridHeader, rows: readonly GridRow[]): GridHeader {
  const at = header.columns.indexOf("status");
  if (at < 0) return header;
  const cells = rows.slice(header.end).map((row) => fold(row.cells[at] ?? ""));
  const filled = cells.filter((cell) => !isEmptyCell(cell));
  const isKind = filled.length > 0 && filled.every((cell) => /^(?:new|rev|amd|amend|cor|sup)/i.test(cell));
  const columns = [...header.columns];
  columns[at] = isKind && !columns.includes("kind") ? "kind" : "other";
  return { ...header, columns };
}

/** Reads one row of a grid; null where it names no text. */
export function readGridRow(row: GridRow, header: GridHeader, context: GridContext): Row | null {
  const { account } = context;
  const cells = cellsByColumn(row, header);
  const nameCells = cells.filter(({ column, text }) => column === "name" && !isEmptyCell(text));
  const title = cells.find(({ column }) => column === "title")?.text ?? "";
  if (nameCells.length === 0 && isEmptyCell(title)) return null;
  const result = emptyRow([row.line, row.lastLine]);
  const printed = nameCells.map(({ text }) => text);
  readNames(result, printed, context);
  const name = result.printedName ?? shorten(title, 40);
  for (const { column, label, text } of cells) {
    if (column === "name" || column === "other" || column === "continued") continue;
    const rest = readCell(result, column, text, context);
    if (rest !== "") {
      account.report(row.line, column === "editors" ? "info" : "warning", "cellUnread", {
        name,
        column: label,
        text: rest,
      });
    }
  }
  if (result.title === null) account.report(row.line, "warning", "noTitle", { name });
  if (header.columns.includes("question") && result.question === null) {
    account.report(row.line, "warning", "noQuestion", { name });
  }
  return result;
}

/** The cells of a row with the column of each; cells below no header go on with the column to their left. */
function cellsByColumn(row: GridRow, header: GridHeader): { column: GridColumn; label: string; text: string }[] {
  const cells: { column: GridColumn; label: string; text: string }[] = [];
  row.cells.forEach((text, index) => {
    const column = header.columns[index] ?? "continued";
    const last = cells.at(-1);
    if (column === "continued" && last) {
      if (fold(text) !== "" && fold(text) !== fold(last.text)) last.text = `${last.text}\n${text}`;
    } else cells.push({ column, label: header.labels[index] ?? "", text });
  });
  return cells;
}

/** Reads the name; a number and a provisional name may have columns of their own. */
function readNames(row: Row, cells: readonly string[], { account }: GridContext): void {
  const found = cells.map((cell) => readNameCell(cell));
  const whole = cells.map(fold).join(" ");
  const names = found.filter((name) => name !== null);
  if (names.length === 0) {
    row.printedName = whole === "" ? null : shorten(whole, 400);
    account.report(row.lines[0], "warning", "noName", { text: shorten(whole === "" ? "-" : whole) });
    return;
  }
  Object.assign(row, names[0]?.fields);
  for (const { fields } of names.slice(1)) {
    row.number ??= fields.number ?? null;
    row.acronym ??= fields.acronym ?? null;
    row.formerly ??= fields.formerly ?? null;
    row.mark ??= fields.mark ?? null;
  }
  if (cells.length > 1) row.printedName = whole;
  const rest = [...names.map((name) => name.rest), ...cells.filter((_, index) => found[index] === null).map(fold)];
  for (const part of rest.filter((text) => text !== "")) {
    account.report(row.lines[0], "warning", "nameRest", { name: shorten(whole), rest: shorten(part) });
  }
}

/** Reads the rows and notes of a grid. */
export function readGrid(grid: Grid, context: GridContext): Steps<{ parts: GridPart[]; header: GridHeader | null }> {
  return new GridReader(grid, context).read();
}

/** A Question at the beginning of a cell, with its study group. */
const QUESTION = /^Q?\s?\d{1,2}\s?\/\s?\d{1,2}(?!\d)/i;

/** True for a row with a Question in one cell and the name of a text in another, as rows of ours have. */
function isRowOfOurs(row: GridRow): boolean {
  return (
    row.cells.some((cell) => QUESTION.test(fold(cell.slice(0, 40)))) &&
    row.cells.some((cell) => readNameCell(cell) !== null)
  );
}

/** True for a grid with the columns of a table of ours, or, where its column headers are missing, with rows of ours. */
export function isOurs(grid: Grid): boolean {
  const rows = grid.rows.slice(0, 12);
  return rows.some(hasOurColumns) || rows.filter(isRowOfOurs).length * 2 > rows.length;
}

function hasOurColumns(row: GridRow): boolean {
  if (!isHeaderRow(row)) return false;
  if (row.cells.some((cell) => /^(?:date|place|venue)$/i.test(fold(cell.slice(0, 20))))) return false;
  const columns = row.cells.map(gridColumn);
  return (
    namesTexts(columns) ||
    (columns.includes("title") &&
      new Set(columns.filter((column) => column !== "other" && column !== "continued")).size >= 4)
  );
}
