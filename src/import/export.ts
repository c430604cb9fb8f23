/**
 * The work programme export of the ITU-T database: a preamble, then a header row whose first cell is "Work Item", cells parted
 * by semicolons (or commas or tabs, where a spreadsheet saved it again), titles without quotation marks, columns as chosen.
 */
import { monthNumber } from "../domain/designations/months";
import type { ReadDocument, Row } from "../domain/document";
import { emptyRow } from "../domain/row-fields";
import { type DelimitedRow, delimitedRows } from "./delimited";
import { exportColumn, type ExportColumn } from "./export-columns";
import { readEditorsCell, readNameCell } from "./grid-cells";
import { Account, type LineCoverage, shorten } from "./line-coverage";
import { cellText, fold, type Line } from "./lines";
import { readQuestion } from "./questions";
import type { Steps } from "../domain/steps";
import { readTiming } from "./timings";

/** The header row is within the first rows. */
const LONGEST_PREAMBLE = 200;
const HEADER = /^\s*"?work item"?\s*([;,\t])/i;
/** Columns that only an export has. */
const EXPORT_ONLY: readonly ExportColumn[] = ["status", "version", "process", "studyPeriod"];

/** The rows of an export, whatever its format. */
export interface ExportRows {
  rows: readonly DelimitedRow[];
  /** Index of the header row. */
  header: number;
  /** The separator of cells, where a text has one: a title may contain it. */
  separator: string;
}

/** The rows of a text that is a work programme export; null where it is none. */
export function* exportInText(lines: readonly Line[]): Steps<ExportRows | null> {
  const header = lines.slice(0, LONGEST_PREAMBLE).findIndex((line) => HEADER.test(line.text));
  const separator = HEADER.exec(lines[header]?.text ?? "")?.[1];
  if (separator === undefined) return null;
  const rows = yield* delimitedRows(lines.map((line) => line.text).join("\n"), separator);
  const at = rows.slice(0, LONGEST_PREAMBLE).findIndex((row) => /^work item$/i.test(fold(row.cells[0] ?? "")));
  return at < 0 ? null : { rows, header: at, separator };
}

/** The rows of blocks or sheets that are a work programme export; null where they are none. */
export function exportInRows(rows: readonly DelimitedRow[]): ExportRows | null {
  const header = rows.slice(0, LONGEST_PREAMBLE).findIndex(({ cells }) => {
    const filled = cells.filter((cell) => fold(cell) !== "");
    const columns = filled.map(exportColumn);
    return columns[0] === "name" && EXPORT_ONLY.some((column) => columns.includes(column));
  });
  return header < 0 ? null : { rows, header, separator: " " };
}

/** Fits cells to columns: what is too much belongs to the title, which may contain the separator. */
function fitCells(cells: readonly string[], columns: readonly ExportColumn[], separator: string): string[] {
  const surplus = cells.length - columns.length;
  const title = columns.indexOf("title");
  if (surplus <= 0 || title < 0) return [...cells];
  const merged = cells.slice(title, title + surplus + 1).join(separator);
  return [...cells.slice(0, title), merged, ...cells.slice(title + surplus + 1)];
}

/** "Determined 2025-04-17", with one space or two. */
function readStatus(cell: string): { status: string | null; statusDate: string | null } {
  const match = /^(.*?)\s*(\d{4}-\d{2}-\d{2})$/.exec(fold(cell));
  return match
    ? { status: cellText(match[1]), statusDate: match[2] ?? null }
    : { status: cellText(cell), statusDate: null };
}

function readRow(
  cells: readonly string[],
  columns: readonly ExportColumn[],
  lines: [number, number],
  account: Account,
): Row {
  const row = emptyRow(lines);
  columns.forEach((column, index) => {
    const cell = cells[index] ?? "";
    switch (column) {
      case "name":
        setName(row, cell, account);
        break;
      case "question":
        Object.assign(row, readQuestion(cell, "17"));
        break;
      case "timing":
        row.timing = cellText(cell) === null ? null : readTiming(fold(cell));
        break;
      case "title":
      case "sg":
      case "studyPeriod":
      case "process":
      case "equivalent":
      case "text":
        row[column] = cellText(cell);
        break;
      case "version":
        row.version = cellText(cell);
        row.kind = row.version?.replace(/\.$/, "") ?? null;
        break;
      case "status":
        Object.assign(row, readStatus(cell));
        break;
      case "editors":
        row.editors = readEditorsCell(cell, new Set()).editors;
        break;
      case "other":
        break;
    }
  });
  return row;
}

function setName(row: Row, cell: string, account: Account): void {
  const name = readNameCell(cell);
  if (!name) {
    row.printedName = cellText(cell);
    account.report(row.lines[0], "warning", "noName", { text: shorten(cell) });
    return;
  }
  Object.assign(row, name.fields, { printedName: fold(cell) });
  const { rest } = name;
  if (rest !== "") account.report(row.lines[0], "warning", "nameRest", { name: shorten(cell), rest: shorten(rest) });
}

/** "27/Nov/2025 8:22:49 AM" as an ISO date. */
function reportDate(preamble: readonly string[]): string | null {
  for (const text of preamble) {
    const match = /generated on\W+(\d{1,2})[/ -]([A-Za-z]{3})[a-z]*[/ -](\d{4})/i.exec(text);
    const month = monthNumber(match?.[2] ?? "");
    if (match && month > 0)
      return `${match[3] ?? ""}-${String(month).padStart(2, "0")}-${(match[1] ?? "").padStart(2, "0")}`;
  }
  return null;
}

/** Reads an export: one section of the table "Work programme export", its preamble as notes. */
export function* readExport(source: ExportRows): Steps<{ document: ReadDocument; coverage: LineCoverage }> {
  const account = new Account();
  const headerRow = source.rows[source.header];
  const headers = (headerRow?.cells ?? []).map(fold);
  while (headers.at(-1) === "") headers.pop();
  const line = headerRow?.line ?? 0;
  const columns = headers.map(exportColumn);
  headers.forEach((name, index) => {
    if (columns[index] === "other") account.report(line, "info", "columnUnread", { column: shorten(name) });
  });
  const preamble = readPreamble(source.rows.slice(0, source.header), account);
  account.mark(line, "column header");
  const rows = yield* readRows(source.rows.slice(source.header + 1), columns, source.separator, account);
  checkCount(preamble, rows, account);
  const title = preamble[0] ?? null;
  const studyGroup = rows.find((row) => row.sg !== null)?.sg ?? /\bSG\d+\b/.exec(preamble.join(" "))?.[0] ?? null;
  const document: ReadDocument = {
    family: "work-programme-export",
    document: { studyGroup, title, place: null, from: null, to: null, asOf: reportDate(preamble) },
    annexes: [
      {
        id: "",
        title: title ?? "",
        sections: [{ id: "", title: "", table: "Work programme export", rows, notes: preamble.slice(1) }],
      },
    ],
    rgms: [],
    statistics: {},
    plannedMeetings: [],
    problems: account.problems,
  };
  return { document, coverage: { uses: account.uses, span: [1, source.rows.at(-1)?.lastLine ?? 1] } };
}

function readPreamble(rows: readonly DelimitedRow[], account: Account): string[] {
  const preamble: string[] = [];
  for (const row of rows) {
    const text = row.cells
      .map(fold)
      .filter((cell) => cell !== "")
      .join(" ");
    if (text === "") continue;
    preamble.push(text);
    account.markRange(row.line, row.lastLine, "note");
  }
  return preamble;
}

/** True for a row without any text. */
function isBlank(row: DelimitedRow): boolean {
  return row.cells.every((cell) => fold(cell) === "");
}

function* readRows(
  rows: readonly DelimitedRow[],
  columns: readonly ExportColumn[],
  separator: string,
  account: Account,
): Steps<Row[]> {
  const read: Row[] = [];
  for (let index = 0; index < rows.length; index++) {
    yield index / rows.length;
    const row = rows[index];
    if (!row || isBlank(row)) {
      if (row && row.cells.some((cell) => cell !== "")) account.markRange(row.line, row.lastLine, "page furniture");
      continue;
    }
    const cells = [...row.cells];
    let { lastLine } = row;
    // A line end inside a title parts a row in two: it goes on until it has a cell for every column.
    for (
      let next = rows[index + 1];
      next && cells.length < columns.length && next.cells.length < columns.length && !isBlank(next);
      next = rows[index + 1]
    ) {
      cells[cells.length - 1] = `${cells.at(-1) ?? ""} ${next.cells[0] ?? ""}`;
      cells.push(...next.cells.slice(1));
      lastLine = next.lastLine;
      index += 1;
    }
    while (cells.length > columns.length && fold(cells.at(-1) ?? "") === "") cells.pop();
    account.markRange(row.line, lastLine, "row");
    if (cells.length < columns.length) {
      const values = { cells: cells.length, columns: columns.length, text: shorten(cells.join(separator)) };
      account.report(row.line, "warning", "exportCells", values);
    }
    read.push(readRow(fitCells(cells, columns, separator), columns, [row.line, lastLine], account));
  }
  return read;
}

function checkCount(preamble: readonly string[], rows: readonly Row[], account: Account): void {
  const stated = preamble
    .map((text) => /^(\d+) work items?(?:\(s\))? (?:match|found)/i.exec(text)?.[1])
    .find((count) => count !== undefined);
  if (stated !== undefined && Number(stated) !== rows.length) {
    account.report(0, "warning", "exportCount", { stated: Number(stated), found: rows.length });
  }
}
