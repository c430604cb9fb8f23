/** The guard's hands: a plan carried out in one batch. The only place where the guard writes. */
import { designationOf } from "../../domain/item-name";
import { areaAddress, type Bounds } from "../../domain/edit-review/areas";
import type { PendingWrites } from "../../domain/edit-review/pending-writes";
import type { PlannedWrite, EditPlan } from "../../domain/edit-review/edit-plan";
import { sameValue, type CellValue } from "../../domain/edit-review/table-snapshot";
import type { WorkItem } from "../../domain/model";
import { HISTORY, WORK_PROGRAMME } from "../table-specs/tables";
import { capabilities } from "../capabilities";
import { readFilters, unfiltered, type Filter } from "../filters";
import { block } from "../ranges";
import { eventCells } from "../row-mapping/event-rows";
import { appendBelow } from "./appending";
import { tablesWritten } from "./obstacles";
import type { WatchedTable } from "./guarded-tables";
import { numberFormat, type Cell } from "../table-specs/spec";

/** Colour of a cell that the guard has marked: a word in the pane says why, so colour is never alone. */
export const MARK_COLOUR = "#FFE0B2";

/** A write that found something else in the cell than the pass had read: somebody typed in the meantime. */
export interface OverwrittenCell {
  write: PlannedWrite;
  typed: CellValue;
}

export interface Done {
  overwritten: OverwrittenCell[];
  /** Writes that met another row than they were meant for; what they overwrote stands again. */
  misplaced: PlannedWrite[];
  /** History's new rows, as written. */
  appended: Cell[][];
  /** Whether another add-in had recorded one of the events a moment ago. */
  isDuplicated: boolean;
}

/** Cells of one column that stand one below the other and are written together. */
interface CellBlock {
  table: WatchedTable;
  column: number;
  first: number;
  writes: PlannedWrite[];
}

type ExpectWrite = (table: WatchedTable, area: Bounds, times?: number) => void;

interface SentPlan {
  block: CellBlock;
  before: Excel.Range;
  identity: Excel.Range;
}

/**
 * Carries out a plan: one round trip, and one more only if rows moved while it was made.
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
  const add: ExpectWrite = (table, area, times) => {
    pendingWrites.add(table.geometry.worksheetId, area, now, times);
  };
  // The criteria of a filter are cleared and applied again around a deletion, so they are read first.
  const removesRows = plan.revertedEvents.some(({ position }) => position >= 0);
  const history = tables.find((table) => table.guarded.role === "history");
  const filters = removesRows && history && capabilities().level ? await readFilters(context, [history.name]) : null;
  requirePresence(context, plan, tables);
  const sent = blocksOf(plan.writes, tables).map((block) => send(context, block, add));
  for (const mark of plan.marks) {
    const table = tables.find((each) => each.name === mark.table);
    if (!table) continue;
    const { fill } = cells(context, table, mark.position, mark.column, 1).format;
    if (mark.on) fill.color = MARK_COLOUR;
    else fill.clear();
  }
  const isAlsoRecorded = queueLatestEvents(context, plan, tables);
  const appended = writeHistory(context, plan, tables, add, item, filters?.get(history?.name ?? "") ?? null);
  await context.sync();
  const done: Done = { overwritten: [], misplaced: [], appended, isDuplicated: isAlsoRecorded() };
  const wrong: SentPlan[] = [];
  for (const each of sent) {
    if (hitsExpectedRows(each)) noteOverwritten(each, done);
    else wrong.push(each);
  }
  if (wrong.length > 0) await restoreMisplaced(context, wrong, done);
  return done;
}

/** Lets the request fail before its first write where a table that it writes to was renamed, converted to a range or deleted. */
function requirePresence(context: Excel.RequestContext, plan: EditPlan, tables: readonly WatchedTable[]): void {
  for (const name of tablesWritten(plan, tables)) context.workbook.tables.getItem(name).load("name");
}

function cells(
  context: Excel.RequestContext,
  { geometry }: WatchedTable,
  position: number,
  column: number,
  rows: number,
): Excel.Range {
  const sheet = context.workbook.worksheets.getItem(geometry.worksheetId);
  return block(sheet, geometry.top + 1 + position, geometry.left + column, rows);
}

/** Up to here every cell is written by itself: whether a filter hides rows need not be known then. */
const FEW_WRITES = 40;

function blocksOf(writes: readonly PlannedWrite[], tables: readonly WatchedTable[]): CellBlock[] {
  // A row's identity is written last: until then it tells whether the row is the one that is meant.
  const order = (write: PlannedWrite): number => {
    const snapshot = tables.find((each) => each.name === write.table)?.guarded.snapshot;
    return write.column === snapshot?.keyColumn ? Number.MAX_SAFE_INTEGER : write.column;
  };
  const columns = new Map(writes.map((write) => [write, order(write)]));
  const sorted = [...writes].sort(
    (a, b) =>
      (a.table < b.table ? -1 : a.table > b.table ? 1 : 0) ||
      (columns.get(a) ?? 0) - (columns.get(b) ?? 0) ||
      a.position - b.position,
  );
  const blocks: CellBlock[] = [];
  const isFew = writes.length <= FEW_WRITES;
  for (const write of sorted) {
    const last = blocks.at(-1);
    const joins =
      last?.table.name === write.table &&
      // A block over rows that a filter hides would be written into other rows.
      !(isFew || last.table.geometry.isFiltered) &&
      last.column === write.column &&
      last.first + last.writes.length === write.position;
    if (joins) {
      last.writes.push(write);
      continue;
    }
    const table = tables.find((each) => each.name === write.table);
    if (table) blocks.push({ table, column: write.column, first: write.position, writes: [write] });
  }
  return blocks;
}

function send(context: Excel.RequestContext, block: CellBlock, add: ExpectWrite): SentPlan {
  const { table, column, first, writes } = block;
  const { top, left } = table.geometry;
  const { keyColumn } = table.guarded.snapshot;
  const before = cells(context, table, first, column, writes.length);
  before.load("values");
  const identity = cells(context, table, first, keyColumn, writes.length);
  identity.load("values");
  const formats = writes.map((write) => formatOf(table, write));
  const isFormatted = formats.some((format) => format !== null);
  const right = left + column;
  // A format and a value are two changes.
  add(table, { top: top + 1 + first, left: right, bottom: top + first + writes.length, right }, isFormatted ? 2 : 1);
  const range = cells(context, table, first, column, writes.length);
  if (isFormatted) range.numberFormat = formats.map((format) => [format]);
  range.values = writes.map((write) => [write.value]);
  return { block, before, identity };
}

/** The number format that a write needs; null where the cell has its format. A row that was just added has none of its columns' formats. */
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
function isTextAtRisk({ value, expected: seen }: PlannedWrite): boolean {
  return typeof value === "string" && value !== "" && (typeof seen === "number" || /^[\s=+\-@\d]/.test(value));
}

/** Whether a block met the rows it was meant for. */
function hitsExpectedRows({ block, identity }: SentPlan): boolean {
  const { snapshot } = block.table.guarded;
  if (block.column === snapshot.keyColumn) return true;
  return block.writes.every((write, at) => {
    const key = String(identity.values[at]?.[0] ?? "").trim();
    const expected = write.identity ?? key;
    return expected === key;
  });
}

function noteOverwritten({ block, before }: SentPlan, done: Done): void {
  block.writes.forEach((write, at) => {
    const typed = (before.values[at]?.[0] ?? "") as CellValue;
    if (!sameValue(typed, write.expected)) done.overwritten.push({ write, typed });
  });
}

/** Gives rows back what was written into them by mistake, because they had moved there a moment before. */
async function restoreMisplaced(context: Excel.RequestContext, wrong: readonly SentPlan[], done: Done): Promise<void> {
  for (const { block, before } of wrong) {
    cells(context, block.table, block.first, block.column, block.writes.length).values = before.values as unknown[][];
    done.misplaced.push(...block.writes);
  }
  await context.sync();
}

/** Rows below the last known one of History that are looked at for what another add-in has just recorded. */
const LATEST = 50;

/** Asks which events have joined History since it was last read. @returns whether one of the plan's is among them; to be asked after the sync */
function queueLatestEvents(
  context: Excel.RequestContext,
  plan: EditPlan,
  tables: readonly WatchedTable[],
): () => boolean {
  const history = tables.find((table) => table.guarded.role === "history");
  if (!history || plan.events.length === 0) return () => false;
  const { snapshot } = history.guarded;
  const latest = cells(context, history, snapshot.length, snapshot.keyColumn, LATEST);
  latest.load("values");
  return () => {
    const ids = new Set(latest.values.map(([id]) => String(id)));
    const removesRows = new Set(plan.revertedEvents.map(({ event }) => event.id));
    return plan.events.some(({ id }) => ids.has(id) || (snapshot.values(id) !== undefined && !removesRows.has(id)));
  };
}

function writeHistory(
  context: Excel.RequestContext,
  plan: EditPlan,
  tables: readonly WatchedTable[],
  add: ExpectWrite,
  item: (key: string) => WorkItem | undefined,
  filter: Filter | null,
): Cell[][] {
  const history = tables.find((table) => table.guarded.role === "history");
  if (!history || plan.events.length + plan.revertedEvents.length === 0) return [];
  const { snapshot } = history.guarded;
  const { top, left } = history.geometry;
  const positions = plan.revertedEvents.map(({ position }) => position).filter((position) => position >= 0);
  const table = context.workbook.tables.getItem(history.name);
  unfiltered(context, { name: history.name, filter: positions.length > 0 ? filter : null }, () => {
    for (const position of positions.sort((a, b) => b - a)) {
      add(history, {
        top: top + 1 + position,
        left,
        bottom: top + 1 + position,
        right: left + snapshot.headers.length - 1,
      });
      table.rows.getItemAt(position).delete();
    }
  });
  const rows = plan.events.map((event) => {
    const named = plan.items.get(event.item) ?? item(event.item);
    return eventCells(event, named ? designationOf(named) : event.item);
  });
  if (rows.length === 0) return [];
  const end = top + 1 + snapshot.length - positions.length;
  // A format and a value are two changes.
  add(history, { top: end, left, bottom: end + rows.length - 1, right: left + snapshot.headers.length - 1 }, 2);
  return appendBelow(context, history, HISTORY.columns, rows, positions.length);
}

/** Address of a cell of a watched table, "G7". */
export function addressIn(table: WatchedTable, position: number, column: number): string {
  const row = table.geometry.top + 1 + position;
  const at = table.geometry.left + column;
  return areaAddress({ top: row, left: at, bottom: row, right: at });
}
