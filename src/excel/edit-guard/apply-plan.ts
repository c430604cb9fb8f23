/** Applies an edit plan to the workbook in one request. */

import { areaAddress } from "../../domain/edit-review/areas";
import type { PendingWrites } from "../../domain/edit-review/pending-writes";
import { addedRows, type PlannedWrite, type EditPlan } from "../../domain/edit-review/edit-plan";
import { keyOf, sameValue, type CellValue } from "../../domain/edit-review/table-snapshot";

import { HISTORY, WORK_PROGRAMME } from "../table-specs/tables";
import { workbookTexts } from "../../i18n/workbook";
import { capabilities } from "../capabilities";
import { WorkbookError } from "../excel-errors";
import { readFilters, type Filter } from "../filters";
import { block } from "../ranges";
import type { RowCells } from "../../domain/cells";
import { eventCells } from "../row-mapping/event-rows";
import {
  appendWrite,
  FEW_CELLS,
  inTableOrder,
  queueWrite,
  revertOf,
  type CellUpdate,
  type TableWrite,
  type WriteConflict,
  type WrittenBlock,
} from "../table-writer";
import { bodyRange } from "../tables";
import { tablesWritten } from "./obstacles";
import { writableTable, type WatchedTable } from "./guarded-tables";
import { numberFormat, type Cell } from "../table-specs/spec";

/** Colour of a cell that the guard has marked; a message in the pane gives the reason, so colour is never the only sign. */
export const MARK_COLOUR = "#FFE0B2";

/** A write to a cell that did not hold the expected value: somebody edited it in the meantime. */
export interface OverwrittenCell {
  write: PlannedWrite;
  typed: CellValue;
}

export interface Done {
  overwritten: OverwrittenCell[];
  /** Names of tables in which a write reached another row than the planned one; what it overwrote or removed was restored. */
  misplaced: string[];
  /** History's new rows, as written. */
  appended: Cell[][];
  /** Whether another add-in had already recorded one of the events. */
  isDuplicated: boolean;
}

/** What a plan is applied to. */
interface ApplyContext {
  readonly tables: readonly WatchedTable[];
  readonly pendingWrites: PendingWrites;
  /** Filters that were read in the same pass, by table: those of others may have been set since. */
  readonly filters: ReadonlyMap<string, Filter | null>;
}

/** Registers a block as written by the guard, with the number of events that Excel raises for it. */
type RegisterWrite = (table: WatchedTable, block: Omit<WrittenBlock, "changes">, events: number) => void;

/**
 * Applies a plan: one request, one more to read filters that matter and were not read yet, and one more if rows moved while it was planned.
 * @throws WorkbookError "Disturbed" where columns or rows of History moved: the record was reverted
 */
export async function applyPlan(
  context: Excel.RequestContext,
  plan: EditPlan,
  { tables, pendingWrites, filters: readBefore }: ApplyContext,
): Promise<Done> {
  const now = Date.now();
  const register: RegisterWrite = ({ geometry }, { row, column, rows, columns }, events) => {
    const [top, left] = [geometry.top + 1 + row, geometry.left + column];
    const area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
    pendingWrites.add(geometry.worksheetId, area, now, events);
  };
  const history = tables.find((table) => table.guarded.role === "history");
  const updates = tables.map((table) => cellUpdates(plan.writes, table));
  // The criteria of a filter are cleared and applied again around removals and blocks of cells, so they are read first.
  const unfiltered = new Set(plan.removedRows.map(({ table }) => table));
  tables.forEach(({ name }, at) => {
    if ((updates[at]?.size ?? 0) > MANY_CELLS) unfiltered.add(name);
  });
  if (history && plan.revertedEvents.some(({ position }) => position >= 0)) unfiltered.add(history.name);
  const unread = capabilities().level ? [...unfiltered].filter((name) => !readBefore.has(name)) : [];
  const filters = new Map([...readBefore, ...(unread.length > 0 ? await readFilters(context, unread) : [])]);
  requirePresence(context, plan, tables);
  const isRecordedTwice = queueLatestEvents(context, plan, history);
  const queued = tables.map((table, at) => {
    const remove = plan.removedRows.filter(({ table: name }) => name === table.name);
    const columns = table.guarded.snapshot.headers.length;
    for (const { position } of remove) register(table, { row: position, column: 0, rows: 1, columns }, 1);
    const write = writeOf(table, updates[at] ?? NO_UPDATES, remove, filters.get(table.name));
    return { table, updates: updates[at] ?? NO_UPDATES, queued: queueWrite(context, write) };
  });
  for (const { table, queued: write } of queued)
    for (const block of write.written) register(table, block, block.changes);
  queueMarks(context, plan, tables);
  const rows = history ? historyRows(plan, history) : [];
  const record = history ? recordOf(plan, history, rows, filters.get(history.name) ?? null) : [];
  const programme = tables.find((table) => table.guarded.role === "programme");
  const added = programme ? appendedItems(plan, programme) : [];
  for (const { table, write } of [...added, ...record]) {
    registerAppend(write, table, register);
    queued.push({ table, updates: NO_UPDATES, queued: queueWrite(context, write) });
  }
  await context.sync();
  const conflicts = queued.flatMap(({ table, updates: own, queued: write }) => {
    const conflict = write.conflict();
    return conflict ? [{ table, updates: own, conflict }] : [];
  });
  const reverts = conflicts.map(({ conflict }) => revertOf(conflict, "misplaced")).filter(writesAnything);
  if (reverts.length > 0) {
    for (const write of reverts) queueWrite(context, write);
    await context.sync();
    // Without its row in History the plan is void: the caller plans again from the present tables.
    const isRecordReverted = conflicts.some(({ conflict }) => conflict.appended.length + conflict.removed.length > 0);
    if (isRecordReverted) throw new WorkbookError("Disturbed", workbookTexts().disturbed);
  }
  return {
    overwritten: conflicts.flatMap(({ updates: own, conflict }) => overwrittenIn(conflict, own)),
    misplaced: [...new Set(reverts.map(({ table }) => table.name))],
    appended: rows.map((row) => inTableOrder({ headers: history?.guarded.snapshot.headers ?? [] }, row)),
    isDuplicated: isRecordedTwice(),
  };
}

/** Above this number of cells the criteria of a filter are needed, so that cells can be written as blocks. */
const MANY_CELLS = 400;

type Updates = ReadonlyMap<CellUpdate, PlannedWrite>;
const NO_UPDATES: Updates = new Map();

/** Returns the cells of a plan in one table, each with the write it comes from. */
function cellUpdates(writes: readonly PlannedWrite[], table: WatchedTable): Updates {
  return new Map(
    writes
      .filter((write) => write.table === table.name)
      .map((write): [CellUpdate, PlannedWrite] => [
        {
          row: write.position,
          column: write.column,
          value: write.value,
          expected: write.expected,
          identity: write.identity,
          format: formatOf(table, write),
        },
        write,
      ]),
  );
}

/** A filter that hides rows, or may have been set since the table was read: every cell is written by itself. */
const UNKNOWN: Filter = [];

function writeOf(
  table: WatchedTable,
  updates: Updates,
  removed: EditPlan["removedRows"],
  filter: Filter | null | undefined,
): TableWrite {
  const { keyColumn: identity, headers } = table.guarded.snapshot;
  const remove = removed.map(({ row, position }) => ({
    row: position,
    cells: headers.map((_, column) => (column === identity ? keyOf(row) : null)),
  }));
  const isHundreds = updates.size > FEW_CELLS && updates.size <= MANY_CELLS;
  const cellByCell = isHundreds && remove.length === 0 && filter !== null;
  return {
    table: writableTable(table, cellByCell ? UNKNOWN : filter),
    identity,
    columns: [],
    updates: [...updates.keys()],
    remove,
  };
}

const writesAnything = ({ updates = [], append = [], remove = [] }: TableWrite): boolean =>
  updates.length + append.length + remove.length > 0;

function overwrittenIn({ cells }: WriteConflict, updates: Updates): OverwrittenCell[] {
  return cells.flatMap(({ update, found, isMisplaced }): OverwrittenCell[] => {
    const write = updates.get(update);
    return write && !isMisplaced && !sameValue(found, write.expected) ? [{ write, typed: found }] : [];
  });
}

/** Lets the request fail before its first write where a table that it writes to was renamed, converted to a range or deleted. */
function requirePresence(context: Excel.RequestContext, plan: EditPlan, tables: readonly WatchedTable[]): void {
  for (const name of tablesWritten(plan, tables)) context.workbook.tables.getItem(name).load("name");
}

function queueMarks(context: Excel.RequestContext, plan: EditPlan, tables: readonly WatchedTable[]): void {
  for (const mark of plan.marks) {
    const table = tables.find(({ name }) => name === mark.table);
    if (!table) continue;
    const { fill } = bodyRange(context, table, mark.position, mark.column).format;
    if (mark.on) fill.color = MARK_COLOUR;
    else fill.clear();
  }
}

/** Returns the number format that a write needs; null where the cell has it. A new row lacks the formats of its columns. */
function formatOf(table: WatchedTable, write: PlannedWrite): string | null {
  if (isTextAtRisk(write)) return "@";
  if (write.identity !== "" || write.value === "" || table.kind !== "WorkProgramme") return null;
  const header = table.guarded.snapshot.headers[write.column];
  const spec = WORK_PROGRAMME.columns.find((column) => column.header === header);
  return spec ? numberFormat(spec) : null;
}

/**
 * Whether Excel would convert a text: back to a number where it had read one ("2/17" as a date), or to a formula, date or number where the
 * text begins like one and the cell has lost its text format (a paste brings its own).
 */
function isTextAtRisk({ value, expected }: PlannedWrite): boolean {
  return typeof value === "string" && value !== "" && (typeof expected === "number" || /^[\s=+\-@\d]/.test(value));
}

/** Rows below the last row of History's snapshot that are read, for events that another add-in has just recorded. */
const LATEST = 50;

/** Queues reading which events joined History since it was last read. @returns after the sync: whether one of the plan's is among them */
function queueLatestEvents(
  context: Excel.RequestContext,
  plan: EditPlan,
  history: WatchedTable | undefined,
): () => boolean {
  if (!history || plan.events.length === 0) return () => false;
  const { snapshot } = history.guarded;
  const { worksheetId, top, left } = history.geometry;
  const sheet = context.workbook.worksheets.getItem(worksheetId);
  const latest = block(sheet, top + 1 + snapshot.length, left + snapshot.keyColumn, LATEST);
  latest.load("values");
  return () => {
    const ids = new Set(latest.values.map(([id]) => String(id)));
    const reverted = new Set(plan.revertedEvents.map(({ event }) => event.id));
    return plan.events.some(({ id }) => ids.has(id) || (snapshot.values(id) !== undefined && !reverted.has(id)));
  };
}

/** Returns the events of a plan as rows of History. */
function historyRows({ events, designations }: EditPlan, history: WatchedTable): RowCells[] {
  if (history.problem !== null) return [];
  return events.map((event) => eventCells(event, designations.get(event.item) ?? event.item));
}

/** Returns the write to History: rows to append, and the rows of reverted events to remove. */
function recordOf(
  plan: EditPlan,
  history: WatchedTable,
  rows: readonly RowCells[],
  filter: Filter | null,
): RowsWrite[] {
  const { snapshot } = history.guarded;
  const remove = plan.revertedEvents
    .filter(({ position }) => position >= 0)
    // The id identifies the row: its other cells (notes, columns of the user's own) may have changed.
    .map(({ event, position }) => ({
      row: position,
      cells: snapshot.headers.map((header) => (header === HISTORY.identity ? event.id : null)),
    }));
  if (rows.length + remove.length === 0) return [];
  const write = appendWrite(writableTable(history, filter), HISTORY.identity, HISTORY.columns, rows);
  return [{ table: history, write: { ...write, remove } }];
}

/** Returns the write of the rows of new items. */
function appendedItems(plan: EditPlan, programme: WatchedTable): RowsWrite[] {
  const rows = addedRows(plan);
  if (rows.length === 0) return [];
  const { identity, columns } = WORK_PROGRAMME;
  return [{ table: programme, write: appendWrite(writableTable(programme), identity, columns, rows) }];
}

/** A write that appends rows to a table, or removes some. */
interface RowsWrite {
  table: WatchedTable;
  write: TableWrite;
}

function registerAppend({ remove = [], append = [] }: TableWrite, table: WatchedTable, register: RegisterWrite): void {
  const { snapshot } = table.guarded;
  const columns = snapshot.headers.length;
  for (const { row } of remove) register(table, { row, column: 0, rows: 1, columns }, 1);
  // A format and a value are two changes.
  if (append.length > 0) register(table, { row: snapshot.length, column: 0, rows: append.length, columns }, 2);
}

/** Returns the address of a cell of a watched table, "G7". */
export function addressIn(table: WatchedTable, position: number, column: number): string {
  const row = table.geometry.top + 1 + position;
  const at = table.geometry.left + column;
  return areaAddress({ top: row, left: at, bottom: row, right: at });
}
