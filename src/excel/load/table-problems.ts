/** What is wrong with the workbook's tables, as far as their names and headers tell. Pure. */
import { KEY, LOADED, STATUS } from "../table-specs/spec";
import { FIXED_TABLES, specOfTable } from "../table-specs/tables";
import { PRINTED_ROW } from "../table-specs/annex-tables";
import { columnOf, type ManagedTable } from "../tables";
import type { WorkbookState } from "./state";
import type { TableDamage } from "./types";

/** The columns that a table cannot do without: what its rows are known by, and what the guard watches. */
function vitalColumns(table: ManagedTable): readonly string[] {
  if (table.kind === "Annex") {
    // The annex of statistics is about no items and has neither.
    return table.headers.includes(STATUS) || table.headers.includes(PRINTED_ROW) ? [PRINTED_ROW, STATUS, KEY] : [KEY];
  }
  if (table.kind === "WorkProgramme") return ["Item", STATUS, KEY];
  const spec = specOfTable(table.name);
  return spec ? [...new Set([spec.identity, KEY])] : [KEY];
}

/** Damage that stops a load: rows could not be told apart. */
export function damageIn(state: WorkbookState): TableDamage[] {
  return [...state.tables.values()].flatMap((table) => damageOf(table, vitalColumns(table)));
}

/** Tables of somebody's own that bear names of ours: beside them ours cannot be made. */
export function namesTaken(state: WorkbookState): string[] {
  return FIXED_TABLES.map((spec) => spec.name).filter(
    (name) => state.tableNames.includes(name) && !state.tables.has(name),
  );
}

/** Everything that is not as it was made: also columns that a load does without. */
export function allDamageIn(state: WorkbookState): TableDamage[] {
  const damage = [...state.tables.values()].flatMap((table) => damageOf(table, allColumns(table)));
  const some = state.tables.size > 0;
  for (const spec of FIXED_TABLES) {
    if (some && !state.tables.has(spec.name) && !state.tableNames.includes(spec.name))
      damage.push({ table: spec.name, damage: "missing", columns: [] });
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

function allColumns(table: ManagedTable): readonly string[] {
  const spec = specOfTable(table.name);
  return spec ? spec.columns.map((column) => column.header) : [...vitalColumns(table), LOADED];
}

function damageOf(table: ManagedTable, headers: readonly string[]): TableDamage[] {
  const columns = headers.filter((header) => columnOf(table, header) < 0);
  return columns.length > 0 ? [{ table: table.name, damage: "columns missing", columns }] : [];
}
