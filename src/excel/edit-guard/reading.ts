/** What changed on the sheets, read in one round trip: whole rows where cells were edited, whole tables where rows moved. */
import { rowRuns, type Area } from "../../domain/edit-review/areas";
import { diffRows, diffTable, type RowDifference, type SeenRow } from "../../domain/edit-review/diff";
import type { TableEdits } from "../../domain/edit-review/edit-plan";
import { sameValue, type CellValue, type RowValues } from "../../domain/edit-review/table-snapshot";
import { capabilities } from "../capabilities";
import { block, passing } from "../ranges";
import { queueTable, type ManagedTable } from "../tables";
import { geometryOf, watch, type WatchedTable } from "./guarded-tables";
import type { SheetWork } from "./edit-requests";

/** Rows asked for beyond the last known one at most: where somebody edits a whole column, Excel names all its million rows. */
const GROWTH = 100_000;

export interface TableFindings {
  edits: TableEdits[];
  /** Tables whose columns are not what they were: to be watched anew. */
  anew: ManagedTable[];
  /** Names of watched tables that are no longer there. */
  gone: string[];
}

interface Asked {
  watched: WatchedTable;
  work: SheetWork;
  table: Excel.Table;
  body: Excel.Range;
  runs: Run[];
}

/** Rows asked for: whole, or, where they are many, only the columns that were edited and the one that tells rows apart. */
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
 * What one cell's edit did, from what Excel told of it and the rows as they are known: nothing is read. The row's identity is looked at when
 * something is written. Null where that is not enough: the cell lies in a header or below a table, or held something else than was known.
 */
function takeTold({ guarded: { shadow }, geometry }: WatchedTable, work: SheetWork): RowDifference[] | null {
  const { told, typed, elsewhere, structure } = work;
  const [area, more] = typed;
  if (!told || !area || more || elsewhere.length > 0 || structure) return null;
  if (area.top !== area.bottom || area.left !== area.right) return null;
  const position = area.top - geometry.top - 1;
  const column = area.left - geometry.left;
  if (column < 0 || column >= shadow.headers.length) return [];
  const id = position < 0 ? undefined : shadow.idAt(position);
  if (id === undefined || !sameValue(shadow.value(id, column), told.before)) return null;
  const values = [...(shadow.values(id) ?? [])];
  values[column] = told.after;
  return diffRows(shadow, [{ position, values }]);
}

/**
 * Reads what a pass must look at. One round trip, and none where Excel told all of an edit of one cell; a second where a table's rows moved, came between the others, or went.
 * @param watched the tables watched so far
 */
export async function readEdits(
  context: Excel.RequestContext,
  watched: readonly WatchedTable[],
  work: ReadonlyMap<string, SheetWork>,
): Promise<TableFindings> {
  const found: TableFindings = { edits: [], anew: [], gone: [] };
  const asked: Asked[] = [];
  const whole: { watched: WatchedTable; work: SheetWork; table: ReturnType<typeof queueTable> }[] = [];
  for (const each of watched) {
    const on = work.get(each.geometry.worksheetId);
    if (!on) continue;
    const differences = each.problem !== null ? null : takeTold(each, on);
    if (differences) found.edits.push({ table: each.guarded, differences, elsewhere: [], order: null });
    else if (on.structure || each.problem !== null)
      whole.push({ watched: each, work: on, table: queueTable(context, each.name) });
    else asked.push(askRows(context, each, on));
  }
  if (asked.length + whole.length === 0) return found;
  await context.sync();
  const unclear: typeof whole = [];
  for (const each of asked) {
    const edits = takeRows(each);
    if (edits) found.edits.push(edits);
    else unclear.push({ watched: each.watched, work: each.work, table: queueTable(context, each.watched.name) });
  }
  if (unclear.length > 0) await context.sync();
  for (const each of [...whole, ...unclear]) takeWhole(each.watched, each.work, each.table.take(), found);
  return found;
}

function askRows(context: Excel.RequestContext, watched: WatchedTable, work: SheetWork): Asked {
  const { top, left } = watched.geometry;
  const { shadow } = watched.guarded;
  const sheet = context.workbook.worksheets.getItem(watched.geometry.worksheetId);
  const table = context.workbook.tables.getItemOrNullObject(watched.name);
  table.load("showHeaders");
  table.columns.load("items/name");
  if (capabilities().level) table.autoFilter.load("isDataFiltered");
  const body = passing(table.getDataBodyRange());
  body.load("rowIndex,columnIndex,rowCount");
  const known = top + shadow.length;
  const within = (area: Area): Area[] => {
    if (area.right < left || area.left >= left + shadow.headers.length || area.bottom <= top) return [];
    const last = area.bottom > known + GROWTH ? known : area.bottom;
    return area.top > last ? [] : [{ ...area, top: Math.max(area.top, top + 1), bottom: last }];
  };
  const areas = [...work.typed, ...work.elsewhere].flatMap(within);
  const width = shadow.headers.length;
  const inBody = (first: number, last: number, column: number, columns: number): Excel.Range => {
    const rows = block(sheet, first, left + column, last - first + 1, columns);
    const range = passing(rows.getIntersectionOrNullObject(body));
    range.load("values,rowIndex");
    return range;
  };
  const from = Math.max(0, Math.min(...areas.map((area) => area.left)) - left);
  const to = Math.min(width - 1, Math.max(...areas.map((area) => area.right)) - left);
  const runs = rowRuns(areas).map(({ first, last }): Run => {
    if (last - first < MANY || last > known) return { cells: inBody(first, last, 0, width), from: 0, identity: null };
    return {
      cells: inBody(first, last, from, to - from + 1),
      from,
      identity: inBody(first, last, shadow.keyColumn, 1),
    };
  });
  return { watched, work, table, body, runs };
}

/** The differences in the rows read; null where the table is no longer laid out as it was known. */
function takeRows({ watched, work, table, body, runs }: Asked): TableEdits | null {
  if (table.isNullObject || !table.showHeaders) return null;
  const { guarded, geometry } = watched;
  const { shadow } = guarded;
  const headers = table.columns.items.map((column) => column.name);
  const sameColumns =
    headers.length === shadow.headers.length && headers.every((each, at) => each === shadow.headers[at]);
  if (!sameColumns || body.rowIndex !== geometry.top + 1 || body.columnIndex !== geometry.left) return null;
  if (capabilities().level) geometry.isFiltered = table.autoFilter.isDataFiltered;
  const seen = runs.flatMap((run) => seenRows(run, watched));
  const below = seen.filter((row) => row.position >= shadow.length).length;
  if (body.rowCount !== shadow.length + below) return null;
  return partition(guarded, work, geometry, (filter) => diffRows(shadow, seen, filter));
}

/** The rows of a run; what was not read of them is as it was known. */
function seenRows({ cells, from, identity }: Run, { guarded: { shadow }, geometry }: WatchedTable): SeenRow[] {
  if (cells.isNullObject) return [];
  const first = cells.rowIndex - geometry.top - 1;
  const values = cells.values as CellValue[][];
  if (!identity) return values.map((row, at) => ({ position: first + at, values: row }));
  return values.map((row, at) => {
    const position = first + at;
    const whole = [...(shadow.values(shadow.idAt(position) ?? "") ?? [])];
    row.forEach((value, column) => (whole[from + column] = value));
    whole[shadow.keyColumn] = (identity.values[at]?.[0] ?? "") as CellValue;
    return { position, values: whole };
  });
}

/** Parts what people here typed from what came from elsewhere, cell by cell. */
function partition(
  table: WatchedTable["guarded"],
  work: SheetWork,
  { top, left }: { top: number; left: number },
  diff: (filter: (position: number, column: number) => boolean) => RowDifference[],
): TableEdits {
  const inside = (areas: readonly Area[], position: number, column: number): boolean =>
    areas.some(
      (area) =>
        position + top + 1 >= area.top &&
        position + top + 1 <= area.bottom &&
        column + left >= area.left &&
        column + left <= area.right,
    );
  const differences = diff((position, column) => inside(work.typed, position, column));
  const elsewhere =
    work.elsewhere.length === 0
      ? []
      : diff((position, column) => !inside(work.typed, position, column) && inside(work.elsewhere, position, column));
  const added = (list: RowDifference[]): RowDifference[] => list.filter((each) => each.kind !== "added");
  const byHand = (position: number): boolean =>
    work.typed.some((area) => position + top + 1 >= area.top && position + top + 1 <= area.bottom);
  // A row that came is people's doing where they typed into it.
  const rows = differences.filter((each) => each.kind === "added");
  return {
    table,
    differences: [...added(differences), ...rows.filter((each) => byHand(each.position))],
    elsewhere: [...added(elsewhere), ...rows.filter((each) => !byHand(each.position))],
    order: null,
  };
}

/** The differences of a table read whole. */
function takeWhole(watched: WatchedTable, work: SheetWork, table: ManagedTable | null, found: TableFindings): void {
  if (!table) {
    found.gone.push(watched.name);
    return;
  }
  const { guarded } = watched;
  const { shadow } = guarded;
  const sameColumns =
    table.headers.length === shadow.headers.length && table.headers.every((each, at) => each === shadow.headers[at]);
  if (!sameColumns || !table.showHeaders || watched.problem !== null) {
    found.anew.push(table);
    return;
  }
  watched.geometry = geometryOf(table);
  const rows = table.rows as readonly RowValues[];
  // Rows may have moved since the cells were typed into, so nobody can tell typed cells by where they stood.
  const byUser = work.structure === "user" || work.typed.length > 0;
  const { differences, order } = diffTable(shadow, rows);
  found.edits.push({
    table: guarded,
    differences: byUser ? differences : [],
    elsewhere: byUser ? [] : differences,
    order,
  });
}

/** Watches all managed tables from scratch. */
export function watchAll(tables: readonly ManagedTable[]): WatchedTable[] {
  return tables.map(watch).filter((table) => table !== null);
}
