/** Restores the names of renamed columns and tables, and converts ranges that were tables back into tables. */
import { isOneOf, KINDS, PROCESSES, STATUSES } from "../../domain/vocabulary";
import { untracked } from "../ranges";
import { annexOfTable, annexTableName, PRINTED_ROW } from "../table-specs/annex-tables";
import { KEY, LOADED, STATUS, type Cell, type TableSpec } from "../table-specs/spec";
import { FIXED_TABLES, specOfTable } from "../table-specs/tables";
import { allProblems } from "../table-problems";
import { columnOf, managedAmong, type ManagedTable } from "../tables";
import { requireWritable, type SheetToWrite } from "../writability";
import type { WorkbookState } from "./state";

const VOCABULARIES: Readonly<Record<string, readonly string[]>> = {
  [STATUS]: STATUSES,
  Process: PROCESSES,
  Kind: KINDS,
};

/**
 * Returns the present header of each renamed column, by its original header. A renamed column is recognised by its neighbours: between the
 * same two columns there are as many unknown headers as missing ones, or one is missing, and the cells below exactly one unknown header fit.
 * Hidden columns are ignored.
 */
export function renamedColumns(table: ManagedTable, missing: readonly string[]): ReadonlyMap<string, string> {
  const spec = specOfTable(table.name);
  const found = new Map<string, string>();
  if (!spec) {
    // The columns of an annex vary; its Status is recognised by its values.
    const own = missing.includes(STATUS) ? table.headers.filter((header) => fits(table, STATUS, header)) : [];
    return own.length === 1 ? new Map([[STATUS, own[0] ?? ""]]) : found;
  }
  const specHeaders = new Set(spec.columns.map(({ header }) => header));
  for (const group of gapsOf(spec, table, missing)) {
    const strangers = table.headers.slice(group.from, group.to).filter((header) => !specHeaders.has(header));
    const isOneEach = strangers.length === group.headers.length;
    if (!isOneEach && group.headers.length > 1) continue;
    group.headers.forEach((header, at) => {
      if (isHiddenIn(spec, header)) return;
      const candidates = isOneEach ? strangers.slice(at, at + 1) : strangers;
      const [now, ambiguous] = candidates.filter((candidate) => fits(table, header, candidate));
      if (now !== undefined && ambiguous === undefined) found.set(header, now);
    });
  }
  return found;
}

const isHiddenIn = (spec: TableSpec, header: string): boolean =>
  spec.columns.find((column) => column.header === header)?.hidden === true;

/** Missing headers between the same two columns, with the positions of the headers that are between these now. */
function gapsOf(spec: TableSpec, table: ManagedTable, missing: readonly string[]) {
  const gaps: { from: number; to: number; headers: string[] }[] = [];
  let from = 0;
  let headers: string[] = [];
  for (const { header } of [...spec.columns, { header: null }]) {
    const position = header === null ? table.headers.length : columnOf(table, header);
    if (header !== null && position < 0) {
      if (missing.includes(header)) headers.push(header);
      continue;
    }
    if (headers.length > 0 && position >= from) gaps.push({ from, to: position, headers });
    headers = [];
    from = position + 1;
  }
  return gaps;
}

/** Whether the cells below a header have the values of the column. */
function fits(table: ManagedTable, header: string, now: string): boolean {
  const words = VOCABULARIES[header];
  const column = columnOf(table, now);
  const values = table.rows.map((row) => row[column] ?? "").filter((value) => value !== "");
  if (words) return values.length > 0 && values.every((value) => isOneOf(words, value));
  const format = specOfTable(table.name)?.columns.find((each) => each.header === header)?.format;
  return format === "text" || values.some((value) => typeof value === "number");
}

/** Numbers of rows and columns at the top of a sheet that are searched for a header. */
const TOP = { rows: 20, columns: 80 };

/** A table or range that gets the name of a missing table. */
interface Restoration extends SheetToWrite {
  readonly name: string;
  readonly restore: () => void;
}

/**
 * Restores managed tables that were renamed or converted to ranges. Does nothing if no table is missing, or after an interrupted load, in
 * which a range may be an unfinished sheet.
 * @param state the workbook, its tables without their rows
 * @throws WorkbookError, before anything is changed, where a sheet is protected on which something is to be repaired
 */
export async function restoreTableNames(context: Excel.RequestContext, state: WorkbookState): Promise<void> {
  const problems = new Set(allProblems(state).map(({ table }) => table));
  const broken = [...state.tables.values()].filter(({ name }) => problems.has(name));
  const managed = new Set(managedAmong(state.tableNames));
  const missing = FIXED_TABLES.filter(({ name }) => !managed.has(name));
  const isSearched = state.marker === null && managed.size > 0;
  const renamed = isSearched ? await renamedTables(context, state.tableNames, managed, missing) : [];
  const without = (found: readonly Restoration[], specs: readonly TableSpec[]): TableSpec[] =>
    specs.filter((spec) => !found.some(({ name }) => name === spec.name));
  const left = without(renamed, missing);
  const converted = isSearched && left.length > 0 ? await convertedTables(context, left) : [];
  const isMade = managed.size > 0 && without(converted, left).length > 0;
  requireWritable({
    sheets: [...broken, ...renamed, ...converted],
    isStructureProtected: state.isStructureProtected && isMade,
  });
  for (const { restore } of [...renamed, ...converted]) restore();
  await context.sync();
}

/** Finds tables with the columns of a missing table, and annexes recognised by their sheet. */
async function renamedTables(
  context: Excel.RequestContext,
  names: readonly string[],
  managed: ReadonlySet<string>,
  missing: readonly TableSpec[],
): Promise<Restoration[]> {
  const others = names.filter((name) => !managed.has(name)).map((name) => context.workbook.tables.getItem(name));
  if (others.length === 0) return [];
  for (const table of others) {
    table.load("name");
    table.columns.load("items/name");
    table.worksheet.load("name,protection/protected");
  }
  await context.sync();
  const found: Restoration[] = [];
  for (const table of others) {
    const headers = new Set(table.columns.items.map((column) => column.name));
    const isAssigned = (each: string): boolean => managed.has(each) || found.some(({ name }) => name === each);
    const spec = missing.find((each) => !isAssigned(each.name) && hasColumnsOf(each, headers));
    const name = spec?.name ?? annexNamed(table.worksheet.name, headers);
    if (name === null || isAssigned(name)) continue;
    const restore = (): void => {
      table.name = name;
    };
    found.push({ name, restore, ...sheetOfRange(table.worksheet) });
  }
  return found;
}

const sheetOfRange = (sheet: Excel.Worksheet): SheetToWrite => ({
  worksheetName: sheet.name,
  isProtected: sheet.protection.protected,
});

function hasColumnsOf(spec: TableSpec, headers: ReadonlySet<string>): boolean {
  return spec.columns.every(({ header }) => header === LOADED || headers.has(header));
}

/** The name of an annex's table, from its sheet; null if it is not an annex. */
function annexNamed(sheet: string, headers: ReadonlySet<string>): string | null {
  const [, meeting, annex] = /^(\d{4}-\d{2}) Annex (\S+)$/.exec(sheet) ?? [];
  if (meeting === undefined || annex === undefined) return null;
  if (![PRINTED_ROW, KEY, STATUS].every((header) => headers.has(header))) return null;
  const name = annexTableName(meeting, annex);
  return annexOfTable(name) ? name : null;
}

/** Finds ranges with the headers of missing tables. */
async function convertedTables(context: Excel.RequestContext, missing: readonly TableSpec[]): Promise<Restoration[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name,items/protection/protected");
  await context.sync();
  const seen = sheets.items.map((sheet) => {
    const top = untracked(sheet.getRangeByIndexes(0, 0, TOP.rows, TOP.columns));
    top.load("values");
    const used = untracked(sheet.getUsedRangeOrNullObject(true));
    used.load("rowIndex,rowCount");
    return { sheet, top, used };
  });
  await context.sync();
  const found = missing.flatMap((spec) => {
    for (const { sheet, top, used } of seen) {
      const header = headerIn(top.values as Cell[][], spec);
      if (!header || used.isNullObject) continue;
      const last = used.rowIndex + used.rowCount;
      const keys = untracked(sheet.getRangeByIndexes(header.row, header.key, Math.max(1, last - header.row), 1));
      keys.load("values");
      return [{ spec, sheet, header, keys }];
    }
    return [];
  });
  if (found.length === 0) return [];
  await context.sync();
  return found.map(({ spec: { name }, sheet, header, keys }) => {
    const restore = (): void => {
      const filled = keys.values.findLastIndex((row) => row[0] !== "");
      const range = untracked(sheet.getRangeByIndexes(header.row, header.left, Math.max(2, filled + 1), header.width));
      sheet.tables.add(range, true).name = name;
    };
    return { name, restore, ...sheetOfRange(sheet) };
  });
}

/** The position of a table's headers among rows; null if they are not there. */
function headerIn(
  rows: readonly (readonly Cell[])[],
  spec: TableSpec,
): { row: number; left: number; width: number; key: number } | null {
  for (const [row, cells] of rows.entries()) {
    const headers = new Set(cells.map(String));
    if (!hasColumnsOf(spec, headers)) continue;
    const positions = spec.columns.map(({ header }) => cells.indexOf(header)).filter((at) => at >= 0);
    let [left, right] = [Math.min(...positions), Math.max(...positions)];
    // Columns that users added beside the managed ones are part of the table.
    while (left > 0 && cells[left - 1] !== "") left -= 1;
    while (right + 1 < cells.length && cells[right + 1] !== "") right += 1;
    return { row, left, width: right - left + 1, key: cells.indexOf(KEY) };
  }
  return null;
}
