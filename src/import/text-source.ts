/** Plain text as blocks: its lines, and tables where tabs or bars part their cells. */
import type { Block, Grid, GridRow, Source } from "./blocks";
import { readAnnexHeading, readSectionHeading } from "./headings";
import { readColumnHeader } from "./columns";
import { gridColumn, isHeaderRow } from "./grid-columns";
import { readNameCell } from "./grid-cells";
import { CELL, fold, type Line } from "./lines";
import { FURNITURE, NOTE } from "./notes";
import type { Steps } from "../domain/steps";

/** No row of a table with its cells on one line has more text. */
const LONGEST_ROW = 20_000;
const LONGEST_HEADER = 600;
/** Lines that one row of a table may be wrapped over. */
const MOST_LINES = 40;

/** The cells of a line, without the empty ones that bars at both ends make; null where nothing parts it. */
function cellsOf(line: Line): string[] | null {
  const { text } = line;
  if (text.length > LONGEST_ROW) return null;
  const bars = /^\s*\|.*\|\s*$/.test(text) || (text.includes("|") && !text.includes("\t"));
  if (!bars && !text.includes("\t")) return null;
  const inner = bars ? text.replace(/^\s*\|/, "").replace(/\|\s*$/, "") : text;
  return inner.split(bars ? "|" : "\t").map((cell) => cell.trim());
}

/** Column headers of a line. A bar inside a header ("Location of | Text") parts no columns. */
function headerCells(line: Line): string[] | null {
  const cells = line.text.length > LONGEST_HEADER ? null : cellsOf(line);
  if (!cells) return null;
  const joined: string[] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    const whole = `${before ?? ""} ${cell}`;
    if (before !== undefined && gridColumn(before) === "other" && gridColumn(whole) !== "other") {
      joined[joined.length - 1] = whole;
    } else joined.push(cell);
  }
  return joined;
}

/** True for column headers on one line, each behind a tab or bar. */
function isHeaderLine(line: Line): boolean {
  const cells = headerCells(line);
  if (!cells || cells.length < 3) return false;
  const columns = cells.map(gridColumn);
  // A cell with several headers means that rows part their cells elsewhere.
  if (cells.some((cell) => (readColumnHeader(cell)?.length ?? 0) > 1)) return false;
  return columns.includes("name") && isHeaderRow({ line: line.number, lastLine: line.number, cells, span: 1 });
}

/** A line that is no part of a table, whatever the cells before it lack. */
function endsTable(text: string): boolean {
  return NOTE.test(text) || readAnnexHeading(text) !== null || (readSectionHeading(text)?.table ?? null) !== null;
}

/** Reads the table that begins with the header at an index; returns its grid and the index behind it. */
function* readLines(lines: readonly Line[], from: number): Steps<{ grid: Grid; end: number }> {
  const first = lines[from];
  const header = (first && headerCells(first)) ?? [];
  const width = header.length;
  const rows: GridRow[] = [];
  let index = from;
  for (; index < lines.length; index++) {
    yield;
    const line = lines[index];
    if (!line) break;
    if (fold(line.text.slice(0, LONGEST_ROW)) === "" || FURNITURE.test(line.text.slice(0, LONGEST_HEADER))) {
      if (index + 1 < lines.length && rows.length > 0 && isTableLine(lines[index + 1], width)) continue;
      break;
    }
    const cells = index === from ? header : cellsOf(line);
    const last = rows.at(-1);
    const parted = cells ?? [line.text.trim()];
    if (last && index > from + 1 && continuesRow(last, parted, width, line)) {
      last.cells[last.cells.length - 1] = `${last.cells.at(-1) ?? ""}\n${parted[0] ?? ""}`;
      last.cells.push(...parted.slice(1));
      last.lastLine = line.number;
      continue;
    }
    if (!cells || cells.length < 2 || cells.length > width) break;
    rows.push({ line: line.number, lastLine: line.number, cells, span: 1 });
  }
  const name = header.map(gridColumn).indexOf("name");
  for (const row of rows) {
    yield;
    if (row.cells.length === width - 1 && lacksNumber(row.cells, name)) row.cells.unshift("");
    while (row.cells.length < width) row.cells.push("");
  }
  return { grid: { line: first?.number ?? 0, width, rows, sheet: null }, end: index };
}

/** Rows may lack the number that the header announces: then the name is one column to the left. */
function lacksNumber(cells: readonly string[], name: number): boolean {
  const isName = (at: number): boolean => readNameCell(cells[at] ?? "")?.rest === "";
  return name > 0 && isName(name - 1) && !isName(name);
}

function isTableLine(line: Line | undefined, width: number): boolean {
  const cells = line ? cellsOf(line) : null;
  return cells !== null && cells.length === width;
}

/** True where a line goes on with a row that has too few cells. */
function continuesRow(row: GridRow, cells: readonly string[], width: number, line: Line): boolean {
  return (
    // A bar in front begins a row.
    !/^\s*\|/.test(line.text.slice(0, 40)) &&
    row.cells.length < width &&
    row.cells.length + cells.length - 1 <= width &&
    line.number - row.line < MOST_LINES &&
    !endsTable(line.text.slice(0, LONGEST_HEADER))
  );
}

/** The blocks of a text. */
export function* textSource(lines: readonly Line[]): Steps<Source> {
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index++) {
    yield;
    const line = lines[index];
    if (!line) continue;
    if (isHeaderLine(line)) {
      const { grid, end } = yield* readLines(lines, index);
      if (grid.rows.length > 1) {
        blocks.push({ kind: "table", line: line.number, grid });
        index = end - 1;
        continue;
      }
    }
    blocks.push({ kind: "text", line: line.number, text: line.text.replaceAll(CELL, " "), level: null });
  }
  return { blocks, struck: [], plain: true };
}
