/** Reads the rows and notes of one table. */
import type { Row, Section, TableKind } from "../domain/document";
import { type DocumentBody, joinLines } from "./body";
import { type Column, columnsOf, readColumnHeader, readDamagedHeader, withUsualTail } from "./columns";
import { readCells } from "./grid-fields";
import { isHeadingBetweenRows } from "./headings";
import { type Account, shorten } from "./line-coverage";
import { CELL, fold, type Line } from "./lines";
import { type NameCell, readName } from "./name-cell";
import { FOOTNOTE, NONE, NOTE, readNotes } from "./notes";
import { readQuestion } from "./questions";
import { emptyRow } from "../domain/row-fields";
import { findRowStarts, type RowStart } from "./row-starts";
import { type FieldsFound, readRunTogether } from "./row-fields";
import type { Steps } from "../domain/steps";
import type { RawSection } from "./raw-annexes";
import { isFirstRow } from "./table-signs";

/** What a table is read with. */
export interface TableContext {
  account: Account;
  /** Number of the study group, "17", for Questions printed without it. */
  studyGroup: string;
  /** Keys of the people met in the document so far. */
  people: ReadonlySet<string>;
}

interface RowContext extends TableContext {
  columns: readonly Column[];
  table: TableKind | null;
}

/** A row longer than this is a row with something else behind it. */
const LONGEST_ROW_LINES = 40;
/** Where every cell is on a line of its own, parted by lines of white space, a row is as much longer. */
const LONGEST_ROW_OF_CELL_LINES = 160;
const LONGEST_ROW = 4000;
const LONGEST_HEADER = 400;

const ROW_BEGINS = /^[\s\t|]*(?:\d{1,3}[.)]?[\s|]+)?Q?\d{1,2}\/\d{2}(?:[\s|(,]|$)/;
interface Sorted {
  header: Column[];
  rows: Line[];
  notes: Line[];
}

/** The columns a line names, and words of it that name none. Before the first row a header may be damaged by a word or two. */
function headerIn(text: string, rowsBegun: boolean): { columns: Column[]; unknown: string[] } | null {
  const header = readDamagedHeader(text, 0);
  if (header || rowsBegun) return header;
  const damaged = readDamagedHeader(text, 2);
  return damaged && damaged.columns.length >= 4 ? damaged : null;
}

/**
 * Parts a table at column headers between its rows that another table begins with, whose heading is missing or says nothing of its kind:
 * other columns, a row with number 1 below the same ones, or, where rows have no numbers, a line before them that is no row.
 */
export function* splitAtLostHeadings(raw: RawSection, account: Account): Steps<RawSection[]> {
  const parts: RawSection[] = [{ ...raw, lines: [] }];
  let header: string | null = null;
  let rows = 0;
  for (const [index, line] of raw.lines.entries()) {
    yield;
    const columns = line.text.length < LONGEST_HEADER ? readColumnHeader(line.text) : null;
    if (columns && columns.length >= 3) {
      const names = columns.join();
      header ??= names;
      const heading = columns.includes("seq") ? null : headingBetween(raw.lines, index);
      if (rows > 0 && (heading || names !== header || beginsRows(raw.lines, index + 1))) {
        if (heading) takeHeading(parts, heading, account);
        else account.report(line.number, "warning", "headerWithoutHeading", {});
        const at = heading?.number ?? line.number;
        const title = fold(heading?.text ?? "");
        parts.push({ ...raw, id: "", title, table: null, doubtful: false, line: at, introduction: [], lines: [] });
        rows = 0;
        header = names;
      }
    } else if (!columns && header !== null && line.text.trim() !== "") rows += 1;
    parts.at(-1)?.lines.push(line);
  }
  return parts;
}

/** Takes a heading out of the lines of the table before. */
function takeHeading(parts: readonly RawSection[], heading: Line, account: Account): void {
  const lines = parts.at(-1)?.lines;
  lines?.splice(lines.lastIndexOf(heading));
  account.mark(heading.number, "heading");
}

/** The heading right before column headers; null where the line there is part of a row. */
function headingBetween(lines: readonly Line[], header: number): Line | null {
  const [line, before] = lines
    .slice(Math.max(0, header - 5), header)
    .filter(({ text }) => text.trim() !== "")
    .reverse();
  return line && isHeadingBetweenRows(line.text, before?.text ?? "") ? line : null;
}

/** True where the next line that is not blank begins the first row of a table. */
function beginsRows(lines: readonly Line[], from: number): boolean {
  const next = lines.slice(from, from + 5).find(({ text }) => text.trim() !== "");
  return next !== undefined && isFirstRow(next.text);
}

/** Sorts the lines of a table into column headers, row text and notes. */
function sortLines(raw: RawSection, account: Account): Sorted {
  const sorted: Sorted = { header: [], rows: [], notes: [] };
  let inNotes = false;
  let rowsBegun = false;
  for (const line of raw.lines) {
    const text = line.text;
    if (text.trim() === "") {
      if (!inNotes && text !== "") sorted.rows.push(line);
      continue;
    }
    if (NONE.test(text)) {
      account.mark(line.number, "empty table");
      continue;
    }
    const header = text.length < LONGEST_HEADER ? headerIn(text, rowsBegun) : null;
    if (header && !inNotes && (!rowsBegun || header.columns.length >= 3)) {
      if (!rowsBegun)
        for (const column of header.columns) if (!sorted.header.includes(column)) sorted.header.push(column);
      for (const column of header.unknown) account.report(line.number, "info", "columnUnread", { column });
      account.mark(line.number, "column header");
      continue;
    }
    if (inNotes && ROW_BEGINS.test(text)) inNotes = false;
    else if (NOTE.test(text) || (rowsBegun && FOOTNOTE.test(text))) inNotes = true;
    if (inNotes) {
      sorted.notes.push(line);
      account.mark(line.number, "note");
      continue;
    }
    rowsBegun = true;
    sorted.rows.push(line);
  }
  return sorted;
}

/** Reads one table whose cells run together. */
export function* readTable(raw: RawSection, context: TableContext): Steps<Section> {
  const { account } = context;
  const sorted = sortLines(raw, account);
  const columns = columnsOf(sorted.header, raw.table);
  const body = joinLines(sorted.rows);
  const starts = yield* findRowStarts(body.text, columns);
  reportBefore(body, starts[0]?.start ?? body.text.length, account);
  const rows: Row[] = [];
  for (const [index, start] of starts.entries()) {
    yield;
    const end = starts[index + 1]?.start ?? body.text.length;
    rows.push(readRow(body, start, end, { ...context, columns, table: raw.table }));
  }
  return { id: raw.id, title: raw.title, table: raw.table, rows, notes: readNotes(sorted.notes) };
}

/** Lines before the first row that are no column headers. */
function reportBefore(body: DocumentBody, end: number, account: Account): void {
  let at = 0;
  for (const text of body.text.slice(0, end).split("\n")) {
    if (fold(text) !== "") account.reportLine(body.lineAt(at), text);
    at += text.length + 1;
  }
}

/** Where a row ends: before what makes it longer than any row is. */
function boundedEnd(body: DocumentBody, start: number, end: number): number {
  const lines = startsWithCellLines(body.text, start) ? LONGEST_ROW_OF_CELL_LINES : LONGEST_ROW_LINES;
  if (end - start <= LONGEST_ROW && body.lineAt(end - 1) - body.lineAt(start) < lines) return end;
  let bounded = Math.min(end, start + LONGEST_ROW);
  const lastLine = body.lineAt(start) + lines;
  while (bounded > start && body.lineAt(bounded - 1) >= lastLine) {
    const lineStart = body.text.lastIndexOf("\n", bounded - 2);
    if (lineStart <= start) break;
    bounded = lineStart;
  }
  return bounded;
}

/** True where a line with nothing but a cell border follows soon. */
function startsWithCellLines(text: string, start: number): boolean {
  return /\n[ ]*\u241f\s*\n/.test(text.slice(start, start + 200));
}

function readRow(body: DocumentBody, start: RowStart, wholeEnd: number, context: RowContext): Row {
  const { account, columns } = context;
  const end = boundedEnd(body, start.start, wholeEnd);
  const text = body.text.slice(start.rest, end);
  const first = body.lineAt(start.start);
  const lastText = body.text.slice(start.start, end).replace(/[\s\u241f]+$/, "").length;
  const last = body.lineAt(start.start + Math.max(0, lastText - 1));
  const row = emptyRow([first, last]);
  row.seq = start.seq;
  row.sg = start.sg;
  if (start.question !== null) Object.assign(row, readQuestion(start.question, context.studyGroup));
  account.markRange(first, last, "row");
  if (end < wholeEnd) reportBehind(body, end, wholeEnd, account);

  const nameStart = /^[\s\u241f]*/.exec(text)?.[0].length ?? 0;
  const name = readName(text, nameStart);
  if (name) Object.assign(row, nameFields(name));
  else account.report(first, "warning", "noName", { text: shorten(text) });
  const rest = text.slice(name?.end ?? 0);
  const behind = columns.slice(columns.indexOf("name") + 1);
  readRest(row, rest, behind, context);
  if (row.title === null) account.report(first, "warning", "noTitle", { name: rowName(row) });
  if (columns.includes("question") && row.question === null) {
    account.report(first, "warning", "noQuestion", { name: rowName(row) });
  }
  return row;
}

function readRest(row: Row, rest: string, columns: readonly Column[], context: RowContext): void {
  const cells = rest.includes(CELL) ? readCells(rest, columns, context.people) : null;
  if (cells) {
    Object.assign(row, cells);
    return;
  }
  const found = readRunTogether(rest, withUsualTail(columns, context.table), context.people);
  if (!columns.includes("equivalent")) withoutStrayEquivalent(found);
  Object.assign(row, found.fields);
  for (const remark of found.remarks) {
    const name = rowName(row);
    if (remark.code === "noKind") context.account.report(row.lines[0], "warning", "noKind", { name });
    else {
      const { editors, rival } = remark;
      context.account.report(row.lines[0], "warning", "titleEnd", { name, editors, rival });
    }
  }
  if (found.unassigned !== "") {
    const values = { name: rowName(row), text: shorten(found.unassigned, LONGEST_ROW) };
    context.account.report(row.lines[1], "warning", "leftOver", values);
  }
}

/** A column that the header does not name has nothing but designations of standards: other words go nowhere. */
function withoutStrayEquivalent(found: FieldsFound): void {
  const { equivalent } = found.fields;
  if (typeof equivalent !== "string" || /\p{Lu}{2}.*\d/u.test(equivalent)) return;
  found.fields.equivalent = null;
  found.unassigned = fold(`${equivalent} ${found.unassigned}`);
}

function nameFields(name: NameCell): Partial<Row> {
  const { number, acronym, formerly, mark, printedName } = name;
  return { number, acronym, formerly, mark, printedName };
}

function rowName(row: Row): string {
  return row.printedName ?? (row.seq === null ? "no name" : `number ${row.seq}`);
}

function reportBehind(body: DocumentBody, from: number, to: number, account: Account): void {
  let at = from;
  for (const text of body.text.slice(from, to).split("\n")) {
    if (fold(text) !== "") account.reportLine(body.lineAt(at), text);
    at += text.length + 1;
  }
}
