/** What is wrong with the workbook's tables, as far as their names and headers tell. Pure. */
import { KEY, LOADED, STATUS } from "./table-specs/spec";
import { FIXED_TABLES, HISTORY, MEETINGS, specOfTable, WORK_PROGRAMME } from "./table-specs/tables";
import { PRINTED_ROW } from "./table-specs/annex-tables";
import { columnOf, type ManagedTable } from "./tables";

/** What can be wrong with the workbook's tables. */
export interface DamagedTable {
  table: string;
  damage: "missing" | "columns missing" | "header row off" | "unfinished";
  /** Headers that are missing. */
  columns: string[];
  /** The sheet's name; absent where the table is not there. */
  sheet?: string;
}

type Headed = Pick<ManagedTable, "name" | "kind" | "headers" | "showHeaders" | "worksheetName">;

/** The tables without which nothing is known of the programme: its items, what happened to them, and the meetings that date an edit. */
const CORE = [WORK_PROGRAMME, HISTORY, MEETINGS] as const;

/** Columns that say nothing of the programme: without them no value is missing. */
const DISPENSABLE: ReadonlySet<string> = new Set([LOADED, "Rest"]);

/** The columns without which a table cannot be read: what is missing is unknown, and no default stands in for it. */
function neededColumns(table: Pick<Headed, "name" | "kind" | "headers">): readonly string[] {
  const core = CORE.find((spec) => spec.name === table.name);
  if (core) return core.columns.map((column) => column.header).filter((header) => !DISPENSABLE.has(header));
  return vitalColumns(table);
}

/** The columns by which the rows of a table are told apart. */
function vitalColumns(table: Pick<Headed, "name" | "kind" | "headers">): readonly string[] {
  if (table.kind === "Annex") {
    // The annex of statistics is about no items and has neither.
    return table.headers.includes(STATUS) || table.headers.includes(PRINTED_ROW) ? [PRINTED_ROW, STATUS, KEY] : [KEY];
  }
  const spec = specOfTable(table.name);
  return spec ? [...new Set([spec.identity, KEY])] : [KEY];
}

/** What keeps a table from being read; null where nothing does. */
export function problemOf(table: Headed): DamagedTable | null {
  return problemsOf(table, neededColumns(table))[0] ?? null;
}

/**
 * What keeps the programme from being read. A workbook without any table of the programme has no problem: it holds no programme.
 * @param tables the tables that hold the programme, as far as they are there
 */
export function programmeProblems(tables: readonly Headed[]): DamagedTable[] {
  if (tables.length === 0) return [];
  return CORE.flatMap((spec) => {
    const table = tables.find((each) => each.name === spec.name);
    if (!table) return [missing(spec.name)];
    const problem = problemOf(table);
    return problem ? [problem] : [];
  });
}

/** Damage that stops a load: what is in the rows could not be told. A header row that is off is switched on first. */
export function blockingProblems(tables: Iterable<ManagedTable>): DamagedTable[] {
  return [...tables].flatMap((table) => problemsOf({ ...table, showHeaders: true }, neededColumns(table)));
}

/** Tables of somebody's own that bear names of ours: beside them ours cannot be made. */
export function conflictingNames(state: TablesThere): string[] {
  return FIXED_TABLES.map((spec) => spec.name).filter(
    (name) => state.tableNames.includes(name) && !state.tables.has(name),
  );
}

/** What the workbook has of tables. */
interface TablesThere {
  tableNames: readonly string[];
  tables: ReadonlyMap<string, ManagedTable>;
  /** Of a load that was cut off: the sheets it was making. */
  marker: { sheets: readonly { tables: readonly string[] }[] } | null;
}

/** Everything that is not as it was made: also columns that a load does without. */
export function allProblems(state: TablesThere): DamagedTable[] {
  const damage = [...state.tables.values()].flatMap((table) => problemsOf(table, allColumns(table)));
  const some = state.tables.size > 0;
  for (const spec of FIXED_TABLES) {
    if (some && !state.tables.has(spec.name) && !state.tableNames.includes(spec.name)) damage.push(missing(spec.name));
  }
  const tables = new Set(state.tableNames);
  for (const made of state.marker?.sheets ?? []) {
    for (const table of made.tables) {
      if (!tables.has(table) && !damage.some((each) => each.table === table)) {
        damage.push({ table, damage: "unfinished", columns: [] });
      }
    }
  }
  return damage;
}

function allColumns(table: Headed): readonly string[] {
  const spec = specOfTable(table.name);
  return spec ? spec.columns.map((column) => column.header) : [...vitalColumns(table), LOADED];
}

const missing = (table: string): DamagedTable => ({ table, damage: "missing", columns: [] });

function problemsOf(table: Headed, headers: readonly string[]): DamagedTable[] {
  const columns = headers.filter((header) => columnOf(table, header) < 0);
  const where = { table: table.name, sheet: table.worksheetName };
  if (columns.length > 0) return [{ ...where, damage: "columns missing", columns }];
  return table.showHeaders ? [] : [{ ...where, damage: "header row off", columns: [] }];
}
