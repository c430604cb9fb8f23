/** The managed tables as the guard watches them: role, columns and location. */
import type { GuardedTable, TableRole } from "../../domain/edit-review/edit-plan";
import { EVENT_FIELDS } from "../../domain/event-fields";
import { fieldWithHeader, isEditable } from "../../domain/item-fields";
import { TableSnapshot } from "../../domain/edit-review/table-snapshot";
import type { ItemField } from "../../domain/rules/types";
import { ANNEX_HEADERS, PRINTED_ROW } from "../table-specs/annex-tables";
import { KEY, LOADED, STATUS, type Cell, type TableKindName } from "../table-specs/spec";
import type { TableProblem } from "../../domain/edit-review/message";
import { problemOf } from "../table-problems";
import { HISTORY, specOfTable, WORK_PROGRAMME } from "../table-specs/tables";
import type { Filter } from "../filters";
import { kindOfTable, type ManagedTable } from "../tables";

/** Headers of columns that only the add-in writes, in every table. */
const SYSTEM_COLUMNS: ReadonlySet<string> = new Set([KEY, LOADED, HISTORY.identity, PRINTED_ROW, "Rest"]);

/** Columns of History that users may edit: the reason, and facts of a step. */
const EDITABLE: ReadonlySet<string> = new Set(
  EVENT_FIELDS.flatMap(({ editable, header }) => (editable ? [header] : [])),
);

interface GuardedKind {
  role: TableRole;
  /** Header of the column that identifies rows. */
  identity: string;
}

const GUARDED_KINDS: Partial<Record<TableKindName, GuardedKind>> = {
  WorkProgramme: { role: "programme", identity: KEY },
  Annex: { role: "annex", identity: PRINTED_ROW },
  History: { role: "history", identity: HISTORY.identity },
  Meetings: { role: "plain", identity: KEY },
  Interim: { role: "plain", identity: KEY },
};

/** Whether the guard watches the table of this name. */
export function isGuardedKind(name: string): boolean {
  const kind = kindOfTable(name);
  return kind !== null && GUARDED_KINDS[kind] !== undefined;
}

/** Whether a column is one that the add-in created. Annexes print different columns. */
function isOfLayout({ name, kind }: ManagedTable, header: string): boolean {
  const spec = specOfTable(name);
  if (spec) return spec.columns.some((column) => column.header === header);
  return kind === "Annex" ? ANNEX_HEADERS.has(header) : true;
}

/** The annex of statistics: figures only, no work items. */
const STATISTICS: GuardedKind = { role: "plain", identity: KEY };

function isStatistics({ kind, headers }: ManagedTable): boolean {
  return kind === "Annex" && headers.includes("Of") && !headers.includes(PRINTED_ROW);
}

/** The location of a table, and what limits writing to it; positions count from 0. */
export interface Geometry {
  worksheetId: string;
  worksheetName: string;
  /** Row of the header. */
  top: number;
  left: number;
  showTotals: boolean;
  contentBelow: boolean;
  /** Whether the sheet is protected. */
  isProtected: boolean;
  /** Whether a filter hid rows when the table was last read. */
  isFiltered: boolean;
}

export interface WatchedTable {
  readonly name: string;
  readonly kind: TableKindName;
  geometry: Geometry;
  guarded: GuardedTable;
  /** The problem that keeps the table from being read and guarded; null where there is none. */
  problem: TableProblem | null;
}

/** Returns the watched table of a table as read; null for a table that the guard does not watch. */
export function watch(table: ManagedTable): WatchedTable | null {
  const { headers } = table;
  const guarded = isStatistics(table) ? STATISTICS : GUARDED_KINDS[table.kind];
  if (!guarded) return null;
  const { role, identity } = guarded;
  const positions = (wanted: (header: string) => boolean): number[] =>
    headers.flatMap((header, column) => (wanted(header) ? [column] : []));
  const systemColumns = new Set(positions((header) => SYSTEM_COLUMNS.has(header)));
  const snapshot = new TableSnapshot(table.name, headers, headers.indexOf(identity), systemColumns, table.rows);
  return {
    name: table.name,
    kind: table.kind,
    geometry: geometryOf(table),
    problem: problemOf(table),
    guarded: {
      name: table.name,
      role,
      snapshot,
      fields: headers.map((header) => fieldOf(role, header)),
      derivedColumns: positions((header) => isDerived(role, header)),
      itemKeyColumn: role === "plain" ? -1 : headers.indexOf(KEY),
      editableColumns: role === "history" ? positions((header) => EDITABLE.has(header)) : [],
      ownColumns: new Set(positions((header) => !isOfLayout(table, header))),
    },
  };
}

/**
 * Returns a watched table in the form that the table writer reads; its rows are counted, not read.
 * @param filter the criteria of its filter; an empty list where it is filtered and they were not read
 */
export function writableTable(watched: WatchedTable, filter: Filter | null = null): ManagedTable {
  const { snapshot } = watched.guarded;
  const { length } = snapshot;
  const only = length === 1 ? [...snapshot.all()].slice(0, 1).map((row) => [...row.values]) : null;
  return {
    ...watched.geometry,
    name: watched.name,
    kind: watched.kind,
    id: watched.name,
    headers: snapshot.headers,
    showHeaders: true,
    filter: filter ?? (watched.geometry.isFiltered ? [] : null),
    rows: only ?? new Array<Cell[]>(length),
  };
}

/** Returns the location of a table. */
export function geometryOf(table: ManagedTable): Geometry {
  const { worksheetId, worksheetName, top, left, showTotals, contentBelow, isProtected } = table;
  return { worksheetId, worksheetName, top, left, showTotals, contentBelow, isProtected, isFiltered: !!table.filter };
}

function fieldOf(role: TableRole, header: string): ItemField | null {
  if (role === "programme") {
    const field = fieldWithHeader(header);
    return field && isEditable(field) ? field.id : null;
  }
  return role === "annex" && header === STATUS ? "status" : null;
}

const SHOWN_OF_ITEM: ReadonlySet<string> = new Set(
  WORK_PROGRAMME.columns.map((column) => column.header).filter((header) => header !== KEY && header !== LOADED),
);

function isDerived(role: TableRole, header: string): boolean {
  if (role === "programme") return SHOWN_OF_ITEM.has(header);
  return role === "annex" && header === STATUS;
}

/** Returns the watched tables among those read. */
export function watchAll(tables: readonly ManagedTable[]): WatchedTable[] {
  return tables.map(watch).filter((table) => table !== null);
}
