/** The managed tables of the workbook: found by name, their columns by header text, wherever people moved either. */
import { untracked } from "./ranges";
import { capabilities } from "./capabilities";
import { filterOf, type Filter } from "./filters";
import { copiesAmong } from "./table-copies";
import { annexOfTable, meetingOfInterimTable } from "./table-specs/annex-tables";
import { KEY, type Cell, type TableKindName } from "./table-specs/spec";
import { specOfTable } from "./table-specs/tables";
import type { RowReader } from "../domain/cells";

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

/** Returns the kind of managed table that a name belongs to, without regard to copies (copiesAmong); null for any other table. */
export function kindOfTable(name: string): TableKindName | null {
  const fixed = specOfTable(name);
  if (fixed) return fixed.kind;
  if (annexOfTable(name)) return "Annex";
  return meetingOfInterimTable(name) === null ? null : "Interim";
}

/** Whether a table with the name of a managed table belongs to the user: it has no key, and hardly any of the columns. */
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

/** A table queued in a batch; call `result` after the sync. */
export interface QueuedTable {
  /** The table; null where the workbook has no table of that name, or one of the user's own. */
  result(): ManagedTable | null;
}

/** Queues reading a table by name; makes no request of its own. */
export function queueTable(context: Excel.RequestContext, name: string): QueuedTable {
  const frame = queueFrame(context, name);
  frame.body.load("values");
  return { result: () => frame.result(frame.body.values as Cell[][], 0) };
}

interface QueuedFrame {
  readonly body: Excel.Range;
  /** The table with the given rows, and as many more that are not read yet. */
  result(rows: Cell[][], unread: number): ManagedTable | null;
}

/** Queues reading a table without its rows. */
export function queueFrame(context: Excel.RequestContext, name: string): QueuedFrame {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load("id,name,showTotals,showHeaders");
  const sheet = table.worksheet;
  sheet.load("id,name");
  sheet.protection.load("protected");
  // Not the header row's range: loading it fails the whole batch where the header row is switched off (office-js#2409).
  table.columns.load("items/name");
  if (capabilities().level) table.autoFilter.load("isDataFiltered,criteria");
  const body = untracked(table.getDataBodyRange());
  body.load("rowIndex,columnIndex");
  const used = untracked(sheet.getUsedRangeOrNullObject(true));
  used.load("rowIndex,rowCount");
  return {
    body,
    result(rows, unread) {
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

/** Names of all tables of the workbook when they were listed last. */
let listed: readonly string[] = [];

/** Queues listing the names of all tables of the workbook; `result` and `locations` are called after the sync. */
export function queueTableNames(context: Excel.RequestContext): {
  result(): readonly string[];
  /** Each table by its name, with the id of its sheet: another one where a replacement made the table anew. */
  locations(): ReadonlyMap<string, string>;
} {
  const { tables } = context.workbook;
  tables.load("items/name,items/worksheet/id");
  return {
    result() {
      listed = tables.items.map(({ name }) => name);
      return listed;
    },
    locations: () => new Map(tables.items.map(({ name, worksheet }) => [name, worksheet.id])),
  };
}

/** Returns the names of all tables of the workbook when they were listed last. */
export function listedTableNames(): readonly string[] {
  return listed;
}

/** Names of all tables of the workbook (one round trip). */
export async function allTableNames(context: Excel.RequestContext): Promise<readonly string[]> {
  const names = queueTableNames(context);
  await context.sync();
  return names.result();
}

/** Reads tables by name, and queues `besides` in the same request. */
type ReadByName<Result> = (names: readonly string[], besides: () => void) => Promise<Result>;

/**
 * Reads all managed tables. Those listed last are read in the request that lists all tables: one round trip, or two where managed tables
 * have come or gone since.
 * @param always names to read whether or not they are listed
 * @returns the names of all tables, and what was read
 */
export async function readAllManaged<Result>(
  context: Excel.RequestContext,
  read: ReadByName<Result>,
  always: readonly string[] = [],
): Promise<{ names: readonly string[]; found: Result }> {
  const before = managedAmong(listed);
  const wanted = new Set([...always, ...before]);
  let list: Pick<ReturnType<typeof queueTableNames>, "result"> = { result: () => [] };
  const found = wanted.size === 0 ? null : await read([...wanted], () => (list = queueTableNames(context)));
  const names = found === null ? await allTableNames(context) : list.result();
  const managed = managedAmong(names);
  const isCurrent = managed.every((name) => wanted.has(name)) && before.every((name) => managed.includes(name));
  if (found !== null && isCurrent) return { names, found };
  return { names, found: await read([...new Set([...always, ...managed])], () => undefined) };
}

/** Returns the sheet of a table. */
export function sheetOf(context: Excel.RequestContext, table: Pick<ManagedTable, "worksheetId">): Excel.Worksheet {
  return context.workbook.worksheets.getItem(table.worksheetId);
}

/** Returns the body of a table, wherever on its sheet it is; valid within one request only. */
export function bodyOf(context: Excel.RequestContext, table: Pick<ManagedTable, "name">): Excel.Range {
  return untracked(context.workbook.tables.getItem(table.name).getDataBodyRange());
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

/** Returns a block of a range, by its position within the range. */
export function blockOf(range: Excel.Range, row: number, column: number, rows = 1, columns = 1): Excel.Range {
  const cell = untracked(range.getCell(row, column));
  return rows === 1 && columns === 1 ? cell : untracked(cell.getResizedRange(rows - 1, columns - 1));
}

/** Whether a table has no rows but the blank one that Excel keeps in an empty table. */
export function isBlankBody(table: Pick<ManagedTable, "rows">): boolean {
  return table.rows.length === 0 || (table.rows.length === 1 && (table.rows[0] ?? []).every((cell) => cell === ""));
}
