/** The managed tables of the workbook: found by name, their columns by header text, wherever people moved either. */
import { passing } from "./ranges";
import { capabilities } from "./capabilities";
import { errorCode } from "./excel-errors";
import { filterOf, rowsAtOnce, type Filter } from "./filters";
import { copiesAmong } from "./table-copies";
import { annexOfTable, meetingOfInterimTable } from "./table-specs/annex-tables";
import { KEY, numberFormat, type Cell, type ColumnSpec, type TableKindName } from "./table-specs/spec";
import { specOfTable } from "./table-specs/tables";
import type { RowCells, RowReader } from "../domain/cells";

/** A managed table as just read. Positions count from 0; `rows` are the body's, as wide as `headers`. */
export interface ManagedTable {
  readonly name: string;
  readonly kind: TableKindName;
  readonly id: string;
  readonly worksheetId: string;
  readonly worksheetName: string;
  /** Whether the sheet is protected: rows can then be neither added nor changed. */
  readonly isProtected: boolean;
  /** Row of the header on its sheet; the row above the body where the header row is switched off. */
  readonly top: number;
  /** First column on its sheet. */
  readonly left: number;
  readonly headers: readonly string[];
  /** Whether the header row is shown; the columns keep their names without it. */
  readonly showHeaders: boolean;
  readonly rows: Cell[][];
  readonly showTotals: boolean;
  /** Criteria of its filter; null where every row is shown. */
  readonly filter: Filter | null;
  /** Whether the sheet has content below the table. */
  readonly contentBelow: boolean;
}

/** Which managed table a table's name says it is, leaving copies out of account (copiesAmong); null for any other table. */
export function kindOfTable(name: string): TableKindName | null {
  const fixed = specOfTable(name);
  if (fixed) return fixed.kind;
  if (annexOfTable(name)) return "Annex";
  return meetingOfInterimTable(name) === null ? null : "Interim";
}

/** Whether a table that has a name of ours is somebody's own: it has no key, and hardly a column of ours. */
function isSomebodysOwn(name: string, headers: readonly string[]): boolean {
  const spec = specOfTable(name);
  if (!spec || headers.includes(KEY)) return false;
  return spec.columns.filter(({ header }) => headers.includes(header)).length * 2 < spec.columns.length;
}

/** Position of a column by its header; -1 where the table has none. */
export function columnOf(table: Pick<ManagedTable, "headers">, header: string): number {
  return table.headers.indexOf(header);
}

/** Reads a row's cells by header; a column that is missing reads as empty. */
export function rowReader(headers: readonly string[], row: readonly Cell[]): RowReader {
  return (header) => row[headers.indexOf(header)] ?? "";
}

/** Reads rows by header, fast: point it at a row, then read. */
export function rowCursor(table: Pick<ManagedTable, "headers">): { at(row: readonly Cell[]): RowReader } {
  const positions = new Map(table.headers.map((header, index) => [header, index]));
  let current: readonly Cell[] = [];
  const read: RowReader = (header) => {
    const position = positions.get(header);
    return position === undefined ? "" : (current[position] ?? "");
  };
  return {
    at(row) {
      current = row;
      return read;
    },
  };
}

/** A table asked for in a batch; `take` after the sync. */
export interface QueuedTable {
  /** The table; null where the workbook has none of that name, or one that is somebody's own. */
  take(): ManagedTable | null;
}

/** Asks for a table by name; costs no round trip of its own. */
export function queueTable(context: Excel.RequestContext, name: string): QueuedTable {
  const frame = queueFrame(context, name);
  frame.body.load("values");
  return { take: () => frame.take(frame.body.values as Cell[][], 0) };
}

interface QueuedFrame {
  readonly body: Excel.Range;
  /** The table with the given rows, and as many more that are not read yet. */
  take(rows: Cell[][], unread: number): ManagedTable | null;
}

/** Asks for everything of a table but its rows. */
function queueFrame(context: Excel.RequestContext, name: string): QueuedFrame {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load("id,name,showTotals,showHeaders");
  const sheet = table.worksheet;
  sheet.load("id,name");
  sheet.protection.load("protected");
  // Not the header row's range: asking for it fails the whole batch where the header row is switched off (office-js#2409).
  table.columns.load("items/name");
  if (capabilities().level) table.autoFilter.load("isDataFiltered,criteria");
  const body = passing(table.getDataBodyRange());
  body.load("rowIndex,columnIndex");
  const used = passing(sheet.getUsedRangeOrNullObject(true));
  used.load("rowIndex,rowCount");
  return {
    body,
    take(rows, unread) {
      if (table.isNullObject) return null;
      const headers = table.columns.items.map((column) => column.name);
      if (isSomebodysOwn(table.name, headers)) return null;
      const end = body.rowIndex + rows.length + unread + (table.showTotals ? 1 : 0);
      return {
        name: table.name,
        kind: kindOfTable(table.name) ?? "Annex",
        id: table.id,
        worksheetId: sheet.id,
        worksheetName: sheet.name,
        isProtected: sheet.protection.protected,
        top: body.rowIndex - 1,
        left: body.columnIndex,
        headers,
        showHeaders: table.showHeaders,
        rows,
        showTotals: table.showTotals,
        filter: capabilities().level ? filterOf(table.autoFilter) : null,
        contentBelow: !used.isNullObject && used.rowIndex + used.rowCount > end,
      };
    },
  };
}

/** Names of the managed tables among all tables of the workbook. */
export function managedAmong(names: readonly string[]): string[] {
  const copies = copiesAmong(names);
  return names.filter((name) => kindOfTable(name) !== null && !copies.has(name));
}

/** Names of the managed tables of the workbook (one round trip). */
export async function findManagedTables(context: Excel.RequestContext): Promise<string[]> {
  return managedAmong(await allTableNames(context));
}

/** Names of all tables of the workbook (one round trip). */
export async function allTableNames(context: Excel.RequestContext): Promise<string[]> {
  const tables = context.workbook.tables;
  tables.load("items/name");
  await context.sync();
  return tables.items.map((table) => table.name);
}

/**
 * Reads managed tables whole: two round trips where no names are given, else one; more only where Excel on the web refuses an answer
 * above 5 MB. What is not there is left out.
 * @param besides asks for more in the same request
 */
export async function readTables(
  context: Excel.RequestContext,
  names?: readonly string[],
  besides: () => void = () => undefined,
): Promise<ManagedTable[]> {
  const wanted = names ?? (await findManagedTables(context));
  try {
    const queued = wanted.map((name) => queueTable(context, name));
    besides();
    await context.sync();
    return queued.map((table) => table.take()).filter((table) => table !== null);
  } catch (error) {
    if (errorCode(error) !== TOO_LARGE) throw error;
    return readInBlocks(context, wanted, besides);
  }
}

/**
 * Reads managed tables without their rows, in one round trip. What is not there is left out.
 * @param besides asks for more in the same request
 */
export async function readFrames(
  context: Excel.RequestContext,
  names: readonly string[],
  besides: () => void = () => undefined,
): Promise<ManagedTable[]> {
  const frames = names.map((name) => queueFrame(context, name));
  besides();
  await context.sync();
  return frames.map((frame) => frame.take([], 0)).filter((table) => table !== null);
}

const TOO_LARGE = "ResponsePayloadSizeLimitExceeded";
/** So many cells are well below 5 MB. */
const CELLS_A_REQUEST = 100_000;

async function readInBlocks(
  context: Excel.RequestContext,
  names: readonly string[],
  besides: () => void,
): Promise<ManagedTable[]> {
  const frames = names.map((name) => queueFrame(context, name));
  for (const frame of frames) frame.body.load("rowCount");
  besides();
  await context.sync();
  const tables: ManagedTable[] = [];
  for (const frame of frames) {
    const table = frame.take([], frame.body.isNullObject ? 0 : frame.body.rowCount);
    if (!table) continue;
    const rows = Math.max(1, Math.floor(CELLS_A_REQUEST / table.headers.length));
    for (let from = 0; from < frame.body.rowCount; from += rows) {
      const count = Math.min(rows, frame.body.rowCount - from);
      const part = bodyRange(context, table, from, 0, count, table.headers.length);
      part.load("values");
      // Each of these answers is as large as an answer may be.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      table.rows.push(...(part.values as Cell[][]));
    }
    tables.push(table);
  }
  return tables;
}

/** The sheet a table stands on. */
export function sheetOf(context: Excel.RequestContext, table: Pick<ManagedTable, "worksheetId">): Excel.Worksheet {
  return context.workbook.worksheets.getItem(table.worksheetId);
}

/** The body of a table, wherever on its sheet it is by then; used within one request only. */
export function bodyOf(context: Excel.RequestContext, table: Pick<ManagedTable, "name">): Excel.Range {
  return passing(context.workbook.tables.getItem(table.name).getDataBodyRange());
}

/** A block of a table's body; `row` and `column` count from 0 within the body. */
export function bodyRange(
  context: Excel.RequestContext,
  table: Pick<ManagedTable, "name">,
  row: number,
  column: number,
  rows = 1,
  columns = 1,
): Excel.Range {
  return blockOf(bodyOf(context, table), row, column, rows, columns);
}

/** A block of a range, by its place within it. */
export function blockOf(range: Excel.Range, row: number, column: number, rows = 1, columns = 1): Excel.Range {
  const cell = passing(range.getCell(row, column));
  return rows === 1 && columns === 1 ? cell : passing(cell.getResizedRange(rows - 1, columns - 1));
}

/** A cell to write: row of the body, header of the column. */
export interface CellWrite {
  row: number;
  header: string;
  value: Cell;
}

/**
 * Queues single cells; a text goes into a cell made text first, so that it stays what it is. A column that is missing is passed over.
 * Nothing is sent before the caller's sync.
 * @param columns the layout's columns: a date or a figure gets its column's format, should the cell have held a text before
 */
export function writeCells(
  context: Excel.RequestContext,
  table: ManagedTable,
  cells: readonly CellWrite[],
  columns: readonly ColumnSpec[] = [],
): void {
  const body = bodyOf(context, table);
  for (const { row, header, value } of cells) {
    const column = columnOf(table, header);
    if (column < 0) continue;
    const range = blockOf(body, row, column);
    const format = formatFor(value, header, columns);
    if (format !== null) range.numberFormat = [[format]];
    range.values = [[value]];
  }
}

/** The number format that a value needs in its cell; null where any will do. */
export function formatFor(value: Cell, header: string, columns: readonly ColumnSpec[]): string | null {
  if (typeof value === "string") return value === "" ? null : "@";
  const column = columns.find((each) => each.header === header);
  return column && column.format !== "text" ? numberFormat(column) : null;
}

/** Cells by header in the order of a table's own columns; those of columns that are not ours are empty. */
export function inTableOrder(table: Pick<ManagedTable, "headers">, cells: RowCells): Cell[] {
  return table.headers.map((header) => cells[header] ?? "");
}

/**
 * Queues rows below the last one, wherever that is by then. Room is made first and filled afterwards, so that a request cut off between
 * the two leaves blank rows, which the next call fills. What stands below the table is moved down, never overwritten. Nothing is sent
 * before the caller's sync.
 * @param columns the layout's columns, for their formats
 * @returns how many rows of the body the table has afterwards
 */
export function appendRows(
  context: Excel.RequestContext,
  table: ManagedTable,
  columns: readonly ColumnSpec[],
  rows: readonly RowCells[],
): number {
  const filled = filledRows(table);
  const blank = Math.min(rows.length, table.rows.length - filled);
  fillRows(context, table, columns, filled, rows.slice(0, blank));
  addRows(context, table, columns, rows.slice(blank));
  return table.rows.length + rows.length - blank;
}

/** Rows of a table up to the last one with anything in it; one that was not read counts as filled. */
export function filledRows(table: Pick<ManagedTable, "rows">): number {
  let filled = table.rows.length;
  while (filled > 0 && table.rows[filled - 1]?.every((cell) => cell === "") === true) filled -= 1;
  return filled;
}

/** Queues rows into blank rows of the body, known by their position. */
export function fillRows(
  context: Excel.RequestContext,
  table: ManagedTable,
  columns: readonly ColumnSpec[],
  row: number,
  rows: readonly RowCells[],
): void {
  if (rows.length === 0) return;
  writeBlock(bodyRange(context, table, row, 0, rows.length, table.headers.length), table, columns, rows);
}

/** Queues new rows at the end of a table; where that is, Excel knows when it comes to it. */
export function addRows(
  context: Excel.RequestContext,
  table: ManagedTable,
  columns: readonly ColumnSpec[],
  rows: readonly RowCells[],
): void {
  const count = rows.length;
  if (count === 0) return;
  const object = context.workbook.tables.getItem(table.name);
  if (table.showTotals || table.contentBelow || !capabilities().tableResize) {
    // Excel itself moves down what stands below; it does so in one step.
    const blank = table.headers.map(() => "");
    object.rows.add(
      undefined,
      Array.from({ length: count }, () => blank),
    );
  } else object.resize(passing(passing(object.getRange()).getResizedRange(count, 0)));
  const last = passing(passing(passing(object.getDataBodyRange()).getLastRow()).getCell(0, 0));
  const first = passing(last.getOffsetRange(1 - count, 0));
  writeBlock(passing(first.getResizedRange(count - 1, table.headers.length - 1)), table, columns, rows);
}

/** The values in one go, so that a row is there whole or blank; a column of people's own is left to them and their formulas. */
function writeBlock(
  range: Excel.Range,
  table: ManagedTable,
  columns: readonly ColumnSpec[],
  rows: readonly RowCells[],
): void {
  for (const column of columns) {
    const position = columnOf(table, column.header);
    if (position < 0) continue;
    setNumberFormat(passing(range.getColumn(position)), numberFormat(column));
    if (column.format === "text") continue;
    rows.forEach((row, index) => {
      const value = row[column.header] ?? "";
      if (typeof value === "string" && value !== "") setNumberFormat(passing(range.getCell(index, position)), "@");
    });
  }
  const own = new Set(columns.map((column) => column.header));
  const values = rows.map((row) => table.headers.map((header) => (own.has(header) ? (row[header] ?? "") : null)));
  for (const { first, count } of rowsAtOnce(rows.length, table.filter !== null)) {
    const block = count === rows.length ? range : passing(range.getRow(first));
    (block as { values: unknown }).values = values.slice(first, first + count);
  }
}

/** Gives every cell of a range one number format: Excel takes a single value for all of them, which the type does not say. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  (range as { numberFormat: unknown }).numberFormat = format;
}

/** Gives every cell of a range one value, in the same way. */
export function fillRange(range: Excel.Range, value: Cell): void {
  (range as { values: unknown }).values = value;
}

/** Whether a table has no rows but the blank one that Excel keeps in an empty table. */
export function isBlankBody(table: Pick<ManagedTable, "rows">): boolean {
  return table.rows.length === 0 || (table.rows.length === 1 && (table.rows[0] ?? []).every((cell) => cell === ""));
}
