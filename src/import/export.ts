/**
 * The work programme export of the ITU-T database: a preamble, then a header row whose first cell is "Work Item", cells parted
 * by semicolons (or commas or tabs, where a spreadsheet saved it again), titles without quotation marks, columns as chosen.
 */
import type { ReadDocument, Row } from "../domain/document";
import { exportColumn, type ExportColumn } from "./export-columns";
import { Account, type Ledger, shorten } from "./line-coverage";
import { cellText, fold, type Line } from "./lines";
import { readName } from "./name-cell";
import { readEditors } from "./people-lists";
import { readQuestion } from "./questions";
import { emptyRow } from "../domain/row-fields";

/** The header row stands within the first lines. */
const LONGEST_PREAMBLE = 200;
const HEADER = /^\s*"?work item"?\s*([;,\t])/i;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function headerIndex(lines: readonly Line[]): number {
  return lines.slice(0, LONGEST_PREAMBLE).findIndex((line) => HEADER.test(line.text));
}

/** True where the lines are a work programme export. */
export function isExport(lines: readonly Line[]): boolean {
  return headerIndex(lines) >= 0;
}

/** Cells of a line; a cell may stand in quotation marks, doubled inside. */
function splitCells(text: string, separator: string): string[] {
  const cells: string[] = [];
  const pattern = new RegExp(`\\s*"((?:[^"]|"")*)"\\s*(?=${separator}|$)|([^${separator}]*)`, "y");
  for (let at = 0; at <= text.length;) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    cells.push(match?.[1]?.replace(/""/g, '"') ?? match?.[2] ?? "");
    at = Math.max(pattern.lastIndex, at) + 1;
  }
  return cells;
}

/** Fits cells to columns: what is too much belongs to the title, which may hold the separator. */
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
      case "title":
      case "timing":
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
        row.editors = cellText(cell) === null ? null : readEditors(cell, new Set());
        break;
      case "other":
        break;
    }
  });
  return row;
}

function setName(row: Row, cell: string, account: Account): void {
  const name = readName(cell);
  if (!name) {
    row.printedName = cellText(cell);
    account.report(row.lines[0], "warning", `No name of a text was recognised in "${shorten(cell)}"`);
    return;
  }
  const { number, acronym, formerly, mark } = name;
  Object.assign(row, { number, acronym, formerly, mark, printedName: fold(cell) });
  const rest = fold(cell.slice(name.end));
  if (rest !== "")
    account.report(row.lines[0], "warning", `In the name "${fold(cell)}" the part "${rest}" was not understood`);
}

/** "27/Nov/2025 8:22:49 AM" as an ISO date. */
function reportDate(preamble: readonly string[]): string | null {
  for (const text of preamble) {
    const match = /generated on\W+(\d{1,2})[/ -]([A-Za-z]{3})[a-z]*[/ -](\d{4})/i.exec(text);
    const month = MONTHS.indexOf((match?.[2] ?? "").toLowerCase()) + 1;
    if (match && month > 0)
      return `${match[3] ?? ""}-${String(month).padStart(2, "0")}-${(match[1] ?? "").padStart(2, "0")}`;
  }
  return null;
}

/** Reads an export: one section of the table "Work programme export", its preamble as notes. */
export function readExport(lines: readonly Line[]): { document: ReadDocument; ledger: Ledger } {
  const account = new Account();
  const header = headerIndex(lines);
  const headerLine = lines[header];
  const separator = HEADER.exec(headerLine?.text ?? "")?.[1] ?? ";";
  const headers = splitCells(headerLine?.text ?? "", separator).map(fold);
  while (headers.at(-1) === "") headers.pop();
  const columns = headers.map(exportColumn);
  headers.forEach((name, index) => {
    if (columns[index] === "other")
      account.report(header + 1, "info", `The column "${name}" has no place in the records and is not read`);
  });
  const preamble = readPreamble(lines.slice(0, header), separator, account);
  account.mark(header + 1, "column header");
  const rows = readRows(lines.slice(header + 1), columns, separator, account);
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
  return { document, ledger: { uses: account.uses, span: [1, lines.at(-1)?.number ?? 1] } };
}

function readPreamble(lines: readonly Line[], separator: string, account: Account): string[] {
  const preamble: string[] = [];
  for (const line of lines) {
    const text = splitCells(line.text, separator)
      .map(fold)
      .filter((cell) => cell !== "")
      .join(" ");
    if (text === "") continue;
    preamble.push(text);
    account.mark(line.number, "note");
  }
  return preamble;
}

function readRows(
  lines: readonly Line[],
  columns: readonly ExportColumn[],
  separator: string,
  account: Account,
): Row[] {
  const rows: Row[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.text.split(separator).every((cell) => fold(cell) === "")) {
      if (line && line.text !== "") account.mark(line.number, "page furniture");
      continue;
    }
    let text = line.text;
    let last = line;
    // A line end inside a title parts a row in two: it goes on until it has a cell for every column.
    for (
      let next = lines[index + 1];
      next && splitCells(text, separator).length < columns.length;
      next = lines[index + 1]
    ) {
      const joined = `${text} ${next.text}`;
      if (splitCells(next.text, separator).length >= columns.length || fold(next.text) === "") break;
      text = joined;
      last = next;
      index += 1;
    }
    const cells = splitCells(text, separator);
    while (cells.length > columns.length && fold(cells.at(-1) ?? "") === "") cells.pop();
    account.markRange(line.number, last.number, "row");
    if (cells.length < columns.length) {
      account.report(
        line.number,
        "warning",
        `This row has ${cells.length} cells for ${columns.length} columns: "${shorten(text)}"`,
      );
    }
    rows.push(readRow(fitCells(cells, columns, separator), columns, [line.number, last.number], account));
  }
  return rows;
}

function checkCount(preamble: readonly string[], rows: readonly Row[], account: Account): void {
  const stated = preamble
    .map((text) => /^(\d+) work items?(?:\(s\))? match/i.exec(text)?.[1])
    .find((count) => count !== undefined);
  if (stated !== undefined && Number(stated) !== rows.length) {
    account.report(0, "warning", `The export states ${stated} work items and holds ${rows.length}`);
  }
}
