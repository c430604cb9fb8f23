/**
 * Writing to tables that people work in meanwhile. Between reading a table and writing to it somebody may type, sort it, or put a row or a
 * column in; Excel has no transactions. So every request that writes to cells known by their position reads, before it writes, what these
 * cells and their rows hold at that moment. Where that is not what was planned upon, what the request wrote there is taken back cell by
 * cell, people's value into its place, and the load plans anew.
 */
import { specOfTable } from "../table-specs/tables";
import { numberFormat, type Cell } from "../table-specs/spec";
import { unfiltered } from "../filters";
import { passing } from "../ranges";
import type { RowCells } from "../../domain/cells";
import {
  appendRows,
  blockOf,
  bodyOf,
  columnOf,
  inTableOrder,
  setNumberFormat,
  type CellWrite,
  type ManagedTable,
} from "../tables";

/** A cell that is written: positions count from 0 within the body. */
interface TouchedCell {
  row: number;
  column: number;
  /** What it held when the load was planned. */
  expected: Cell;
  /** What the load writes. */
  value: Cell;
}

/** What a step writes to a table, or takes out of it. */
export interface ExpectedWrite {
  table: ManagedTable;
  /** Position of the column by which rows are known; -1 where there is none. */
  identity: number;
  cells: TouchedCell[];
  /** Rows that are taken out. */
  removed: number[];
  /** Rows that are added below the last one, in the order of the table's columns. */
  added: Cell[][];
}

/** The cells that a step writes, against what the table held when it was read. */
export function touchOf(table: ManagedTable, identity: string, writes: readonly CellWrite[]): ExpectedWrite {
  const cells = writes.flatMap(({ row, header, value }) => {
    const column = columnOf(table, header);
    return column < 0 ? [] : [{ row, column, expected: table.rows[row]?.[column] ?? "", value }];
  });
  return { table, identity: columnOf(table, identity), cells, removed: [], added: [] };
}

/** The rows that a step takes out. */
export function removalOf(table: ManagedTable, identity: string, removed: readonly number[]): ExpectedWrite {
  return { table, identity: columnOf(table, identity), cells: [], removed: [...removed], added: [] };
}

/** The rows that a step adds. */
export function additionOf(table: ManagedTable, identity: string, rows: readonly RowCells[]): ExpectedWrite {
  const added = rows.map((row) => inTableOrder(table, row));
  return { table, identity: columnOf(table, identity), cells: [], removed: [], added };
}

/** What is to be taken back: cells of a table with the values that people had put there, and whole rows. */
export interface Conflict {
  touch: ExpectedWrite;
  /** The headers as they stood then. */
  headers: string[];
  cells: { row: number; column: number; people: Cell; written: Cell; identity: Cell }[];
  rows: Cell[][];
  /** Rows that were added with their cells in the wrong columns, by their positions. */
  added: { row: number; cells: Cell[] }[];
}

/** Pieces of a table as they stood just before the writing. */
interface Seen {
  columns: Excel.TableColumnCollection;
  /** The body, where rows are added below it. */
  body: Excel.Range | null;
  blocks: { row: number; column: number; range: Excel.Range }[];
}

/** Queues watching everything that one request touches, before it does. */
export function queueWatches(
  context: Excel.RequestContext,
  touches: readonly ExpectedWrite[],
): { take(): Conflict | null }[] {
  const added = new Map<string, number>();
  return touches.map((touch) => {
    const before = added.get(touch.table.name) ?? 0;
    added.set(touch.table.name, before + touch.added.length);
    return queueWatch(context, touch, before);
  });
}

/**
 * Queues reading what a step is about to write over; `take` after the sync: null where all was as planned.
 * @param addedBefore rows that other steps of the same request add to this table first
 */
function queueWatch(
  context: Excel.RequestContext,
  touch: ExpectedWrite,
  addedBefore: number,
): { take(): Conflict | null } {
  const rows = [...touch.cells.map(({ row }) => row), ...touch.removed];
  if (rows.length === 0 && touch.added.length === 0) return { take: () => null };
  const seen = queueSeen(context, touch, rows);
  return { take: () => disturbanceIn(touch, seen, addedBefore) };
}

/** Rows so near each other are read as one block. */
const NEAR = 5;
/** Blocks of more rows are read column by column, only those that matter. */
const TALL = 500;

function queueSeen(context: Excel.RequestContext, touch: ExpectedWrite, rows: readonly number[]): Seen {
  const { table } = touch;
  const object = context.workbook.tables.getItem(table.name);
  // Where the table has become shorter the request stops here, before it writes anything.
  if (rows.length > 0) object.rows.getItemAt(rows.reduce((one, other) => Math.max(one, other))).load("index");
  const width = table.headers.length;
  const body = bodyOf(context, table);
  const seen: Seen = {
    columns: context.workbook.tables.getItem(table.name).columns,
    body: touch.added.length > 0 ? passing(object.getDataBodyRange()) : null,
    blocks: [],
  };
  seen.columns.load("items/name");
  seen.body?.load("rowCount");
  const ask = (row: number, count: number, column: number, columns: number): void => {
    const range = blockOf(body, row, column, count, columns);
    range.load("values");
    seen.blocks.push({ row, column, range });
  };
  const wanted = new Set(touch.cells.map(({ column }) => column));
  if (touch.identity >= 0) wanted.add(touch.identity);
  for (const { from, count } of runsOf(rows)) {
    if (count <= TALL || touch.removed.length > 0) ask(from, count, 0, width);
    else for (const column of wanted) ask(from, count, column, 1);
  }
  return seen;
}

function runsOf(rows: readonly number[]): { from: number; count: number }[] {
  const runs: { from: number; count: number }[] = [];
  for (const row of [...new Set(rows)].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && row - (last.from + last.count - 1) <= NEAR) last.count = row - last.from + 1;
    else runs.push({ from: row, count: 1 });
  }
  return runs;
}

/** Reads the cells of the blocks by their position in the table's body. */
function cellsOf({ blocks }: Seen): (row: number, column: number) => Cell {
  const rows = new Map<number, Cell[]>();
  for (const { row: first, column, range } of blocks) {
    (range.values as Cell[][]).forEach((values, at) => {
      const row = rows.get(first + at) ?? [];
      values.forEach((value, index) => (row[column + index] = value));
      rows.set(first + at, row);
    });
  }
  return (row, column) => rows.get(row)?.[column] ?? "";
}

function disturbanceIn(touch: ExpectedWrite, seen: Seen, addedBefore: number): Conflict | null {
  const { table } = touch;
  const headers = seen.columns.items.map((column) => column.name);
  const moved = headers.length !== table.headers.length || headers.some((each, at) => each !== table.headers[at]);
  const at = cellsOf(seen);
  const before = (row: number, column: number): Cell => table.rows[row]?.[column] ?? "";
  const otherRow = (row: number): boolean =>
    moved || (touch.identity >= 0 && at(row, touch.identity) !== before(row, touch.identity));
  const cells = touch.cells
    .filter(({ row, column, expected }) => otherRow(row) || at(row, column) !== expected)
    .map(({ row, column, value }) => ({
      row,
      column,
      people: at(row, column),
      written: value,
      identity: at(row, touch.identity),
    }));
  const rows = touch.removed
    .filter((row) => otherRow(row) || table.headers.some((_, column) => at(row, column) !== before(row, column)))
    .map((row) => table.headers.map((_, column) => at(row, column)));
  const first = (seen.body?.rowCount ?? 0) + addedBefore;
  const added = moved ? touch.added.map((each, index) => ({ row: first + index, cells: each })) : [];
  return cells.length + rows.length + added.length > 0 ? { touch, headers, cells, rows, added } : null;
}

/**
 * Queues putting back what people had, in cells and rows that a request has written to or taken out. What this writes to is watched in
 * turn (touchOfPuttingBack).
 */
export function putBack(context: Excel.RequestContext, { touch, headers, cells, rows, added }: Conflict): void {
  const { table } = touch;
  const body = bodyOf(context, table);
  if (added.length > 0) {
    unfiltered(context, table, () => {
      const tableRows = context.workbook.tables.getItem(table.name).rows;
      for (const { row } of [...added].reverse()) tableRows.getItemAt(row).delete();
    });
  }
  for (const { row, column, people } of cells) {
    const range = blockOf(body, row, column);
    setNumberFormat(range, formatOf(table.name, headers[column] ?? "", people));
    range.values = [[people]];
  }
  if (rows.length === 0) return;
  const asNow = { ...table, headers };
  const columns = headers.map((header) => ({ header, format: "text" as const, width: 0 }));
  appendRows(
    context,
    asNow,
    columns,
    rows.map((row) => Object.fromEntries(headers.map((header, at) => [header, row[at] ?? ""]))),
  );
}

/** What putting back writes to. */
export function touchOfPuttingBack({ touch, headers, cells, added }: Conflict): ExpectedWrite {
  const { table, identity } = touch;
  const rows: Cell[][] = [];
  for (const cell of cells) {
    const row = (rows[cell.row] ??= []);
    row[cell.column] = cell.written;
    if (identity >= 0 && cell.column !== identity) row[identity] ??= cell.identity;
  }
  for (const { row, cells: written } of added) rows[row] = written;
  return {
    table: { ...table, headers, rows },
    identity,
    cells: cells.map(({ row, column, people, written }) => ({ row, column, expected: written, value: people })),
    removed: added.map(({ row }) => row),
    added: [],
  };
}

/** A text goes into a text cell; a figure gets its column's format back. */
function formatOf(table: string, header: string, value: Cell): string {
  if (typeof value === "string" && value !== "") return "@";
  const column = specOfTable(table)?.columns.find((each) => each.header === header);
  return column ? numberFormat(column) : typeof value === "string" ? "@" : "General";
}
