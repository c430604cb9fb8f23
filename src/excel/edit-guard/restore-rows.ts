/** Deleted rows, put below the others again. */
import type { PendingWrites } from "../../domain/edit-review/pending-writes";
import type { MessageDraft } from "../../domain/edit-review/edit-plan";
import type { ColumnSpec } from "../table-specs/spec";
import { HISTORY, MEETINGS, WORK_PROGRAMME } from "../table-specs/tables";
import { appendWrite, queueWrite } from "../table-writer";
import { writableTable, type WatchedTable } from "./guarded-tables";

const COLUMNS: Readonly<Record<string, readonly ColumnSpec[]>> = {
  WorkProgramme: WORK_PROGRAMME.columns,
  History: HISTORY.columns,
  Meetings: MEETINGS.columns,
};

/**
 * The layout's columns, and for those that are the document's or people's own what their cells held: a text stays a text ("2/17", "=1").
 * These have no width of their own.
 */
function columnsOf(table: WatchedTable, rows: MessageDraft["deleted"]): ColumnSpec[] {
  const existing = COLUMNS[table.kind] ?? [];
  const others = table.guarded.snapshot.headers.flatMap((header, at): ColumnSpec[] => {
    if (existing.some((column) => column.header === header)) return [];
    const isText = rows.some(({ values }) => typeof values[at] === "string" && values[at] !== "");
    return [{ header, format: isText ? "text" : "number", width: 0 }];
  });
  return [...existing, ...others];
}

/** Appends rows to the tables they were deleted from. One round trip. */
export async function restoreRows(
  context: Excel.RequestContext,
  rows: MessageDraft["deleted"],
  tables: readonly WatchedTable[],
  pendingWrites: PendingWrites,
): Promise<void> {
  for (const table of tables) {
    const own = rows.filter((row) => row.table === table.name);
    if (own.length === 0) continue;
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
    queueWrite(context, appendWrite(writableTable(table), identity, columnsOf(table, own), cells));
  }
  await context.sync();
}
