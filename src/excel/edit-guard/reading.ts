/** Reads what changed on the sheets in one request: whole rows where cells were edited, whole tables where rows moved. */
import { rowRuns, type Bounds } from "../../domain/edit-review/areas";
import { diffRows, diffTable, type RowDifference, type SeenRow } from "../../domain/edit-review/diff";
import type { TableEdits } from "../../domain/edit-review/edit-plan";
import {
  keyOf,
  sameValue,
  type CellValue,
  type RowValues,
  type TableSnapshot,
} from "../../domain/edit-review/table-snapshot";
import { capabilities } from "../capabilities";
import { filterOf, type Filter } from "../filters";
import { block, untracked } from "../ranges";
import { readTables } from "../read-tables";
import type { ManagedTable } from "../tables";
import { geometryOf, type WatchedTable } from "./guarded-tables";
import type { SheetRequests } from "./edit-requests";

/** Rows read below the snapshot's last one at most: for an edit of a whole column, Excel reports all its million rows. */
const GROWTH = 100_000;

export interface ReadResult {
  edits: TableEdits[];
  /** Tables whose columns changed. */
  changedTables: ManagedTable[];
  /** Names of watched tables that are missing. */
  missingTables: string[];
  /** Filters of the tables that were read, by name. */
  filters: Map<string, Filter | null>;
}

interface RequestedTable {
  watched: WatchedTable;
  requests: SheetRequests;
}

interface QueuedRows extends RequestedTable {
  table: Excel.Table;
  body: Excel.Range;
  runs: Run[];
}

/** Queued rows: whole, or, where they are many, only the edited columns and the one that identifies rows. */
interface Run {
  cells: Excel.Range;
  /** First column of `cells` in the table. */
  from: number;
  /** Null where `cells` are whole rows. */
  identity: Excel.Range | null;
}

/** Above this many rows only the edited columns are read. */
const MANY = 100;

/**
 * Returns the differences of an edit of one cell from the values that Excel reports and the snapshot, without a request. The row's identity
 * is checked when something is written. Null where that is not enough: the cell is in a header or below a table, or its former value is
 * not the snapshot's.
 */
function reportedEdits(
  { guarded: { snapshot }, geometry }: WatchedTable,
  requests: SheetRequests,
): RowDifference[] | null {
  const { reported, typed, external, structure } = requests;
  const [area, more] = typed;
  if (!reported || !area || more || external.length > 0 || structure) return null;
  if (area.top !== area.bottom || area.left !== area.right) return null;
  const position = area.top - geometry.top - 1;
  const column = area.left - geometry.left;
  if (column < 0 || column >= snapshot.headers.length) return [];
  const id = position < 0 ? undefined : snapshot.idAt(position);
  if (id === undefined || !sameValue(snapshot.value(id, column), reported.before)) return null;
  const values = [...(snapshot.values(id) ?? [])];
  values[column] = reported.after;
  return diffRows(snapshot, [{ position, values }]);
}

/**
 * Reads what a pass needs. No request where Excel reports both values of an edit of one cell; one where cells were edited; a second one where
 * a table's rows moved, were inserted or are missing.
 */
export async function readEdits(
  context: Excel.RequestContext,
  tables: readonly WatchedTable[],
  bySheet: ReadonlyMap<string, SheetRequests>,
): Promise<ReadResult> {
  const result: ReadResult = { edits: [], changedTables: [], missingTables: [], filters: new Map() };
  const inRows: RequestedTable[] = [];
  const whole: RequestedTable[] = [];
  for (const watched of tables) {
    const requests = bySheet.get(watched.geometry.worksheetId);
    if (!requests) continue;
    const isReadable = watched.problem === null;
    const differences = isReadable ? reportedEdits(watched, requests) : null;
    if (differences) result.edits.push({ table: watched.guarded, differences, external: [], order: null });
    else (requests.structure || !isReadable ? whole : inRows).push({ watched, requests });
  }
  if (inRows.length + whole.length > 0) {
    let queued: QueuedRows[] = [];
    await readWhole(context, whole, result, () => {
      queued = inRows.map(({ watched, requests }) => queueRows(context, watched, requests));
    });
    const moved: RequestedTable[] = [];
    for (const rows of queued) {
      const edits = rowEdits(rows, result.filters);
      if (edits) result.edits.push(edits);
      else moved.push(rows);
    }
    if (moved.length > 0) await readWhole(context, moved, result);
  }
  result.edits = result.edits.filter(
    ({ differences, external, order }) => differences.length + external.length > 0 || order !== null,
  );
  return result;
}

/** Reads tables whole and adds their edits to the result. */
async function readWhole(
  context: Excel.RequestContext,
  wanted: readonly RequestedTable[],
  result: ReadResult,
  besides?: () => void,
): Promise<void> {
  const names = wanted.map(({ watched }) => watched.name);
  const tables = await readTables(context, names, besides);
  for (const { watched, requests } of wanted)
    tableEdits(watched, requests, tables.find(({ name }) => name === watched.name) ?? null, result);
}

function queueRows(context: Excel.RequestContext, watched: WatchedTable, requests: SheetRequests): QueuedRows {
  const { top, left } = watched.geometry;
  const { snapshot } = watched.guarded;
  const sheet = context.workbook.worksheets.getItem(watched.geometry.worksheetId);
  const table = context.workbook.tables.getItemOrNullObject(watched.name);
  table.load("showHeaders");
  table.columns.load("items/name");
  if (capabilities().level) table.autoFilter.load("isDataFiltered,criteria");
  const body = untracked(table.getDataBodyRange());
  body.load("rowIndex,columnIndex,rowCount");
  const existing = top + snapshot.length;
  const within = (area: Bounds): Bounds[] => {
    if (area.right < left || area.left >= left + snapshot.headers.length || area.bottom <= top) return [];
    const last = area.bottom > existing + GROWTH ? existing : area.bottom;
    return area.top > last ? [] : [{ ...area, top: Math.max(area.top, top + 1), bottom: last }];
  };
  const areas = [...requests.typed, ...requests.external].flatMap(within);
  const width = snapshot.headers.length;
  const inBody = (first: number, last: number, column: number, columns: number): Excel.Range => {
    const rows = block(sheet, first, left + column, last - first + 1, columns);
    const range = untracked(rows.getIntersectionOrNullObject(body));
    range.load("values,rowIndex");
    return range;
  };
  const from = Math.max(0, Math.min(...areas.map((area) => area.left)) - left);
  const to = Math.min(width - 1, Math.max(...areas.map((area) => area.right)) - left);
  const runs = rowRuns(areas).map(({ first, last }): Run => {
    if (last - first < MANY || last > existing)
      return { cells: inBody(first, last, 0, width), from: 0, identity: null };
    return {
      cells: inBody(first, last, from, to - from + 1),
      from,
      identity: inBody(first, last, snapshot.keyColumn, 1),
    };
  });
  return { watched, requests, table, body, runs };
}

/** Returns the edits of the rows read, and notes the table's filter; null where the table's layout changed. */
function rowEdits(
  { watched, requests, table, body, runs }: QueuedRows,
  filters: ReadResult["filters"],
): TableEdits | null {
  if (table.isNullObject || !table.showHeaders) return null;
  const { guarded, geometry } = watched;
  const { snapshot } = guarded;
  const headers = table.columns.items.map((column) => column.name);
  const sameColumns =
    headers.length === snapshot.headers.length && headers.every((header, at) => header === snapshot.headers[at]);
  if (!sameColumns || body.rowIndex !== geometry.top + 1 || body.columnIndex !== geometry.left) return null;
  if (capabilities().level) {
    const filter = filterOf(table.autoFilter);
    filters.set(watched.name, filter);
    geometry.isFiltered = filter !== null;
  }
  const seen = runs.flatMap((run) => seenRows(run, watched));
  const below = seen.filter((row) => row.position >= snapshot.length).length;
  if (body.rowCount !== snapshot.length + below || areRowsMoved(snapshot, seen)) return null;
  return partition(guarded, requests, geometry, (filter) => diffRows(snapshot, seen, filter));
}

/**
 * Whether edited cells are rows that moved: Excel reports the undo of a deletion as an edit of all rows below. No row has lost its key, and
 * each is as it was elsewhere.
 */
function areRowsMoved(snapshot: TableSnapshot, seen: readonly SeenRow[]): boolean {
  const moved = seen.filter(({ position, values }) => keyOf(snapshot.idAt(position) ?? "") !== snapshot.keyIn(values));
  const present = new Set(moved.map(({ values }) => snapshot.keyIn(values)));
  const isKept = ({ position, values }: SeenRow): boolean => {
    const before = snapshot.values(snapshot.keyIn(values));
    const key = keyOf(snapshot.idAt(position) ?? "");
    return (
      (key === "" || present.has(key)) && (!before || before.every((value, at) => sameValue(value, values[at] ?? "")))
    );
  };
  return moved.some(({ position }) => position < snapshot.length) && moved.every(isKept);
}

/** Returns the rows of a run; columns that were not read are the snapshot's. */
function seenRows({ cells, from, identity }: Run, { guarded: { snapshot }, geometry }: WatchedTable): SeenRow[] {
  if (cells.isNullObject) return [];
  const first = cells.rowIndex - geometry.top - 1;
  const values = cells.values as CellValue[][];
  if (!identity) return values.map((row, at) => ({ position: first + at, values: row }));
  return values.map((row, at) => {
    const position = first + at;
    const whole = [...(snapshot.values(snapshot.idAt(position) ?? "") ?? [])];
    row.forEach((value, column) => (whole[from + column] = value));
    whole[snapshot.keyColumn] = (identity.values[at]?.[0] ?? "") as CellValue;
    return { position, values: whole };
  });
}

/** Separates the user's edits from external ones, cell by cell. */
function partition(
  table: WatchedTable["guarded"],
  requests: SheetRequests,
  { top, left }: { top: number; left: number },
  diff: (filter: (position: number, column: number) => boolean) => RowDifference[],
): TableEdits {
  const inside = (areas: readonly Bounds[], position: number, column: number): boolean =>
    areas.some(
      (area) =>
        position + top + 1 >= area.top &&
        position + top + 1 <= area.bottom &&
        column + left >= area.left &&
        column + left <= area.right,
    );
  const differences = diff((position, column) => inside(requests.typed, position, column));
  const external =
    requests.external.length === 0
      ? []
      : diff(
          (position, column) =>
            !inside(requests.typed, position, column) && inside(requests.external, position, column),
        );
  const withoutAdded = (list: RowDifference[]): RowDifference[] => list.filter(({ kind }) => kind !== "added");
  const isByUser = (position: number): boolean =>
    requests.typed.some((area) => position + top + 1 >= area.top && position + top + 1 <= area.bottom);
  // An added row is the user's where the user edited it.
  const added = differences.filter((difference) => difference.kind === "added");
  return {
    table,
    differences: [...withoutAdded(differences), ...added.filter(({ position }) => isByUser(position))],
    external: [...withoutAdded(external), ...added.filter(({ position }) => !isByUser(position))],
    order: null,
    isKeyWritten: (position) => inside(requests.typed, position, table.snapshot.keyColumn),
  };
}

/** Adds the edits of a table read whole to the result. */
function tableEdits(
  watched: WatchedTable,
  requests: SheetRequests,
  table: ManagedTable | null,
  found: ReadResult,
): void {
  if (!table) {
    found.missingTables.push(watched.name);
    return;
  }
  const { guarded } = watched;
  const { snapshot } = guarded;
  const sameColumns =
    table.headers.length === snapshot.headers.length &&
    table.headers.every((header, at) => header === snapshot.headers[at]);
  if (!sameColumns || !table.showHeaders || watched.problem !== null) {
    found.changedTables.push(table);
    return;
  }
  watched.geometry = geometryOf(table);
  if (capabilities().level) found.filters.set(watched.name, table.filter);
  const rows = table.rows as readonly RowValues[];
  // Rows may have moved since, so the areas of edits no longer show which cells were edited.
  const byUser = requests.structure === "user" || requests.typed.length > 0;
  const { differences, order } = diffTable(snapshot, rows);
  found.edits.push({
    table: guarded,
    differences: byUser ? differences : [],
    external: byUser ? [] : differences,
    order,
  });
}
