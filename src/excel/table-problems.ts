/** Finds problems of the workbook's tables from their names and headers. Pure. */
import type { TableProblem } from "../domain/edit-review/message";
import { headerOfField } from "../domain/item-fields";
import { usualSheet } from "./table-specs/sheet-names";
import { KEY, LOADED, STATUS } from "./table-specs/spec";
import {
  CHECKS,
  FIXED_TABLES,
  HISTORY,
  MEETINGS,
  OTHER_GROUPS,
  specOfTable,
  WORK_PROGRAMME,
} from "./table-specs/tables";
import { PRINTED_ROW } from "./table-specs/annex-tables";
import { columnOf, type ManagedTable } from "./tables";

type Headed = Pick<ManagedTable, "name" | "kind" | "headers" | "showHeaders" | "worksheetName">;

/** The tables without which the programme cannot be read: its items, their history, and the meetings that date an edit. */
const CORE = [WORK_PROGRAMME, HISTORY, MEETINGS] as const;

/** Core tables, and the one that a programme without items of other study groups can do without. */
const COMPLETE = [...CORE, OTHER_GROUPS] as const;

/** Columns without data of the programme, or whose data follow from History. */
const OPTIONAL_COLUMNS: ReadonlySet<string> = new Set([LOADED, "Rest", headerOfField("lastReported")]);

/** Returns the columns without which a table cannot be read: no default replaces their values. */
function requiredColumns(table: Pick<Headed, "name" | "kind" | "headers">): readonly string[] {
  const core = COMPLETE.find((spec) => spec.name === table.name);
  if (core) return core.columns.map((column) => column.header).filter((header) => !OPTIONAL_COLUMNS.has(header));
  return identifyingColumns(table);
}

/** Returns the columns that identify the rows of a table. */
function identifyingColumns(table: Pick<Headed, "name" | "kind" | "headers">): readonly string[] {
  if (table.kind === "Annex") {
    // The annex of statistics has no items and neither column.
    return table.headers.includes(STATUS) || table.headers.includes(PRINTED_ROW) ? [PRINTED_ROW, STATUS, KEY] : [KEY];
  }
  const spec = specOfTable(table.name);
  return spec ? [...new Set([spec.identity, KEY])] : [KEY];
}

/** Returns what keeps a table from being read; null where nothing does. */
export function problemOf(table: Headed): TableProblem | null {
  return problemsOf(table, requiredColumns(table))[0] ?? null;
}

/**
 * Returns what keeps the programme from being read. A workbook without any table of the programme has no problem.
 * @param tables those tables of the programme that exist
 */
export function programmeProblems(tables: readonly Headed[]): TableProblem[] {
  if (tables.length === 0) return [];
  return COMPLETE.flatMap((spec) => {
    const table = tables.find((each) => each.name === spec.name);
    if (!table) return spec === OTHER_GROUPS ? [] : [missingTable(spec.name)];
    const problem = problemOf(table);
    return problem ? [problem] : [];
  });
}

/** Returns the problems that stop a load, because rows could not be read. A load switches header rows on first. */
export function blockingProblems(tables: Iterable<ManagedTable>): TableProblem[] {
  return [...tables].flatMap((table) => problemsOf({ ...table, showHeaders: true }, requiredColumns(table)));
}

/** Returns the names of managed tables that other tables of the workbook have: the managed tables cannot be created beside them. */
export function conflictingNames(state: ExistingTables): string[] {
  return FIXED_TABLES.map((spec) => spec.name).filter(
    (name) => state.tableNames.includes(name) && !state.tables.has(name),
  );
}

/** Returns the problems to report. A deleted Checks sheet alone is none: the next Check creates it again. */
export function reportedProblems(problems: readonly TableProblem[]): readonly TableProblem[] {
  return problems.some(({ table }) => table !== CHECKS.name) ? problems : [];
}

interface ExistingTables {
  tableNames: readonly string[];
  tables: ReadonlyMap<string, ManagedTable>;
  /** Of an interrupted load: the sheets that it was creating. */
  marker: { sheets: readonly { tables: readonly string[] }[] } | null;
}

/** Returns every difference from the tables as they are created, including missing columns that a load does not need. */
export function allProblems(state: ExistingTables): TableProblem[] {
  const problems = [...state.tables.values()].flatMap((table) => problemsOf(table, allColumns(table)));
  const existing = new Set(state.tableNames);
  if (state.tables.size > 0) {
    const missing = FIXED_TABLES.filter(({ name }) => !state.tables.has(name) && !existing.has(name));
    problems.push(...missing.map(({ name }) => missingTable(name)));
  }
  const unfinished = (state.marker?.sheets ?? [])
    .flatMap(({ tables }) => tables)
    .filter((name) => !existing.has(name) && !problems.some(({ table }) => table === name));
  return [...problems, ...unfinished.map((name) => missingTable(name, "unfinished"))];
}

function allColumns(table: Headed): readonly string[] {
  const spec = specOfTable(table.name);
  return spec ? spec.columns.map((column) => column.header) : [...identifyingColumns(table), LOADED];
}

/** Returns the problem of a table that does not exist. */
export function missingTable(
  table: string,
  kind: "missing" | "unfinished" = "missing",
  sheet = usualSheet(table) ?? table,
): TableProblem {
  return { table, sheet, kind, columns: [] };
}

function problemsOf(table: Headed, headers: readonly string[]): TableProblem[] {
  const columns = headers.filter((header) => columnOf(table, header) < 0);
  const location = { table: table.name, sheet: table.worksheetName };
  if (columns.length > 0) return [{ ...location, kind: "columns missing", columns }];
  return table.showHeaders ? [] : [{ ...location, kind: "header row off", columns: [] }];
}
