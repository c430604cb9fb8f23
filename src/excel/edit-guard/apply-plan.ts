/** Applies an edit plan to the workbook in one request. */
import { designationOf } from "../../domain/item-name";
import { areaAddress } from "../../domain/edit-review/areas";
import type { PendingWrites } from "../../domain/edit-review/pending-writes";
import type { PlannedWrite, EditPlan } from "../../domain/edit-review/edit-plan";
import { sameValue, type CellValue } from "../../domain/edit-review/table-snapshot";
import type { WorkItem } from "../../domain/model";
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

/** Colour of a cell that the guard has marked: a word in the pane says purpose, so colour is never alone. */
export const MARK_COLOUR = "#FFE0B2";

/** A write to a cell that did not hold the expected value: somebody edited it in the meantime. */
export interface OverwrittenCell {
  write: PlannedWrite;
  typed: CellValue;
}

export interface Done {
  overwritten: OverwrittenCell[];
  /** Names of tables in which a write met another row than the one meant; what it overwrote or removed was restored. */
  misplaced: string[];
  /** History's new rows, as written. */
  appended: Cell[][];
  /** Whether another add-in had already recorded one of the events. */
  isDuplicated: boolean;
}

type Expect = (table: WatchedTable, block: Omit<WrittenBlock, "changes">, times: number) => void;

/**
 * Carries out a plan: one round trip, and one more only if rows moved while it was made.
 * @throws WorkbookError "Disturbed" where columns or rows of History moved: the record was reverted
 * @param item the item of a key, for its name in History
 */
export async function applyPlan(
  context: Excel.RequestContext,
  plan: EditPlan,
  tables: readonly WatchedTable[],
  pendingWrites: PendingWrites,
  item: (key: string) => WorkItem | undefined,
): Promise<Done> {
  const now = Date.now();
  const expect: Expect = ({ geometry }, { row, column, rows, columns }, times) => {
    const [top, left] = [geometry.top + 1 + row, geometry.left + column];
    const area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
    pendingWrites.add(geometry.worksheetId, area, now, times);
  };
  // The criteria of a filter are cleared and applied again around a removal, so they are read first.
  const removes = plan.revertedEvents.some(({ position }) => position >= 0);
  const history = tables.find((table) => table.guarded.role === "history");
  const filters = removes && history && capabilities().level ? await readFilters(context, [history.name]) : null;
  requirePresence(context, plan, tables);
  const isRecordedTwice = queueLatestEvents(context, plan, history);
  const updates = tables.map((table) => cellUpdates(plan.writes, table));
  const queued = tables.map((table, at) => {
    const write = writeOf(table, updates[at] ?? NO_UPDATES);
    return { table, updates: updates[at] ?? NO_UPDATES, queued: queueWrite(context, write) };
  });
  for (const { table, queued: write } of queued) for (const block of write.written) expect(table, block, block.changes);
  queueMarks(context, plan, tables);
  const rows = history ? historyRows(plan, history, item) : [];
  const record = history ? recordOf(plan, history, rows, filters?.get(history.name) ?? null) : null;
  if (record && history) {
    expectRecord(record, history, expect);
    queued.push({ table: history, updates: NO_UPDATES, queued: queueWrite(context, record) });
  }
  await context.sync();
  const conflicts = queued.flatMap(({ table, updates: own, queued: write }) => {
    const conflict = write.conflict();
    return conflict ? [{ table, updates: own, conflict }] : [];
  });
  const wrong = conflicts.map(({ conflict }) => revertOf(conflict, "misplaced")).filter(writesAnything);
  if (wrong.length > 0) {
    for (const write of wrong) queueWrite(context, write);
    await context.sync();
    // Without its row in History nothing of the plan counts: it is made again from what the tables are now.
    const isRecordReverted = conflicts.some(({ conflict }) => conflict.appended.length + conflict.removed.length > 0);
    if (isRecordReverted) throw new WorkbookError("Disturbed", workbookTexts().disturbed);
  }
  return {
    overwritten: conflicts.flatMap(({ updates: own, conflict }) => overwrittenIn(conflict, own)),
    misplaced: [...new Set(wrong.map(({ table }) => table.name))],
    appended: rows.map((row) => inTableOrder({ headers: history?.guarded.snapshot.headers ?? [] }, row)),
    isDuplicated: isRecordedTwice(),
  };
}

type Updates = ReadonlyMap<CellUpdate, PlannedWrite>;
const NO_UPDATES: Updates = new Map();

/** The cells of a plan in one table, each with the write it comes from. */
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

function writeOf(table: WatchedTable, updates: Updates): TableWrite {
  const identity = table.guarded.snapshot.keyColumn;
  return { table: writableTable(table), identity, columns: [], updates: [...updates.keys()] };
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
    const table = tables.find((each) => each.name === mark.table);
    if (!table) continue;
    const { fill } = bodyRange(context, table, mark.position, mark.column).format;
    if (mark.on) fill.color = MARK_COLOUR;
    else fill.clear();
  }
}

/** Returns the number format that a write needs; null where the cell has it. A new row has none of its columns' formats. */
function formatOf(table: WatchedTable, write: PlannedWrite): string | null {
  if (isTextAtRisk(write)) return "@";
  if (write.identity !== "" || write.value === "" || table.kind !== "WorkProgramme") return null;
  const header = table.guarded.snapshot.headers[write.column];
  const column = WORK_PROGRAMME.columns.find((each) => each.header === header);
  return column ? numberFormat(column) : null;
}

/**
 * Whether Excel would make something else of a text: a number again of what it has read as one ("2/17" as a date), or a formula, date or
 * number of what begins like one, should the cell have lost its text format (a paste brings its own).
 */
function isTextAtRisk({ value, expected }: PlannedWrite): boolean {
  return typeof value === "string" && value !== "" && (typeof expected === "number" || /^[\s=+\-@\d]/.test(value));
}

/** Rows below the last known one of History that are read for what another add-in has just recorded. */
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
    const leaving = new Set(plan.revertedEvents.map(({ event }) => event.id));
    return plan.events.some(({ id }) => ids.has(id) || (snapshot.values(id) !== undefined && !leaving.has(id)));
  };
}

/** The events of a plan as rows of History. */
function historyRows(plan: EditPlan, history: WatchedTable, item: (key: string) => WorkItem | undefined): RowCells[] {
  if (history.problem !== null) return [];
  return plan.events.map((event) => {
    const named = plan.items.get(event.item) ?? item(event.item);
    return eventCells(event, named ? designationOf(named) : event.item);
  });
}

/** What a plan does to History: rows to append, and the rows of reverted events to remove; null where nothing. */
function recordOf(
  plan: EditPlan,
  history: WatchedTable,
  rows: readonly RowCells[],
  filter: Filter | null,
): TableWrite | null {
  const { snapshot } = history.guarded;
  const remove = plan.revertedEvents
    .filter(({ position }) => position >= 0)
    // The id tells which row it is: what else is in the row (notes, columns of the user's own) may have changed.
    .map(({ event, position }) => ({
      row: position,
      cells: snapshot.headers.map((header) => (header === HISTORY.identity ? event.id : null)),
    }));
  if (rows.length + remove.length === 0) return null;
  return { ...appendWrite(writableTable(history, filter), HISTORY.identity, HISTORY.columns, rows), remove };
}

function expectRecord({ remove = [], append = [] }: TableWrite, history: WatchedTable, expect: Expect): void {
  const { snapshot } = history.guarded;
  const columns = snapshot.headers.length;
  for (const { row } of remove) expect(history, { row, column: 0, rows: 1, columns }, 1);
  // A format and a value are two changes.
  if (append.length > 0) expect(history, { row: snapshot.length, column: 0, rows: append.length, columns }, 2);
}

/** Address of a cell of a watched table, "G7". */
export function addressIn(table: WatchedTable, position: number, column: number): string {
  const row = table.geometry.top + 1 + position;
  const at = table.geometry.left + column;
  return areaAddress({ top: row, left: at, bottom: row, right: at });
}
