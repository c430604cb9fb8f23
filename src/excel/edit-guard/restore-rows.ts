/** Restores the deleted rows of a message, below the others. */
import { refreshSoon } from "../change-events";
import { applyChanges } from "../programme-store";
import type { Cell, ColumnSpec } from "../table-specs/spec";
import { HISTORY, MEETINGS, WORK_PROGRAMME } from "../table-specs/tables";
import { appendWrite, inTableOrder, queueWrite } from "../table-writer";
import { bodyRange } from "../tables";
import { inExcel, report, type GuardSession } from "./guard-session";
import { tableNamed, type GuardState } from "./guard-state";
import { writableTable, type WatchedTable } from "./guarded-tables";
import { protectedSheets } from "../writability";

const COLUMNS: Readonly<Record<string, readonly ColumnSpec[]>> = {
  WorkProgramme: WORK_PROGRAMME.columns,
  History: HISTORY.columns,
  Meetings: MEETINGS.columns,
};

/** A row to restore, in the order of the table's columns. */
interface RestoredRow {
  readonly values: Cell[];
  readonly watched: WatchedTable;
}

/** Restores the rows of a message that are still missing. Returns whether there were any. */
export async function restoreDeleted(session: GuardSession, messageId: string): Promise<boolean> {
  const { state, messages } = session;
  const deleted = messages.find(messageId)?.deleted ?? [];
  const rows = deleted.flatMap(({ table, row, headers, values }): RestoredRow[] => {
    const watched = tableNamed(state, table);
    if (!watched || watched.guarded.snapshot.values(row) !== undefined) return [];
    // Columns may have moved since.
    const cells = Object.fromEntries(headers.map((header, at) => [header, values[at] ?? ""]));
    return [{ values: inTableOrder(watched.guarded.snapshot, cells), watched }];
  });
  if (rows.length === 0) return false;
  const sheets = protectedSheets(rows.map(({ watched: { geometry } }) => geometry));
  if (sheets.length > 0) {
    report(session, { code: "sheetsProtected", values: { sheets } });
    return false;
  }
  await inExcel(session, (context) => appendDeleted(context, rows, state));
  const items = rows.flatMap(({ values, watched: { guarded } }) => {
    guarded.snapshot.append(values);
    const item =
      guarded.role === "programme" ? state.review.deletedItems.get(guarded.snapshot.keyIn(values)) : undefined;
    return item ? [item] : [];
  });
  if (items.length > 0) applyChanges({ items });
  if (rows.some(({ watched }) => watched.guarded.role === "history")) refreshSoon();
  messages.remove(messageId);
  return true;
}

/**
 * Returns the columns of the table's spec; the format of other columns, which the document or users added, follows from their cells, so
 * that a text remains a text ("2/17", "=1"). These have no width.
 */
function columnsOf(
  table: WatchedTable,
  rows: readonly RestoredRow[],
  calculated: readonly WatchedColumn[],
): ColumnSpec[] {
  const existing = COLUMNS[table.kind] ?? [];
  const others = table.guarded.snapshot.headers.flatMap((header, at): ColumnSpec[] => {
    if (calculated.some((each) => each.table === table && each.column === at)) return [];
    if (existing.some((column) => column.header === header)) return [];
    const isText = rows.some(({ values }) => typeof values[at] === "string" && values[at] !== "");
    return [{ header, format: isText ? "text" : "number", width: 0 }];
  });
  return [...existing, ...others];
}

interface WatchedColumn {
  readonly table: WatchedTable;
  readonly column: number;
}

/** Returns the columns of the user's own that have formulas: Excel fills them in. One request; none where users added no column. */
async function calculatedColumns(
  context: Excel.RequestContext,
  tables: readonly WatchedTable[],
): Promise<WatchedColumn[]> {
  const queued = tables.flatMap((table) =>
    [...table.guarded.ownColumns].map((column) => {
      const cell = bodyRange(context, table, 0, column);
      cell.load("formulas");
      return { table, column, cell };
    }),
  );
  if (queued.length > 0) await context.sync();
  return queued.filter(({ cell }) => String(cell.formulas[0]?.[0]).startsWith("="));
}

/** Appends rows to the tables they were deleted from. One request, and one before it where users added columns. */
async function appendDeleted(
  context: Excel.RequestContext,
  rows: readonly RestoredRow[],
  { tables, pendingWrites }: GuardState,
): Promise<void> {
  const restored = tables.filter((table) => rows.some(({ watched }) => watched === table));
  const calculated = await calculatedColumns(context, restored);
  for (const table of restored) {
    const own = rows.filter(({ watched }) => watched === table);
    const { snapshot } = table.guarded;
    const { worksheetId, top, left } = table.geometry;
    const end = top + 1 + snapshot.length;
    pendingWrites.add(
      worksheetId,
      { top: end, left, bottom: end + own.length - 1, right: left + snapshot.headers.length - 1 },
      Date.now(),
    );
    const cells = own.map(({ values }) =>
      Object.fromEntries(snapshot.headers.map((header, at) => [header, values[at] ?? ""])),
    );
    const identity = snapshot.headers[snapshot.keyColumn] ?? "";
    queueWrite(context, appendWrite(writableTable(table), identity, columnsOf(table, own, calculated), cells));
  }
  await context.sync();
}
