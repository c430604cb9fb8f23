/** Deleted rows, put below the others again. */
import type { WriteLedger } from "../../programme/guard/ledger";
import type { MessageDraft } from "../../programme/guard/plan";
import type { ColumnSpec } from "../layout/spec";
import { HISTORY, MEETINGS, WORK_PROGRAMME } from "../layout/tables";
import { appendBelow } from "./appending";
import type { WatchedTable } from "./guarded-tables";

const COLUMNS: Readonly<Record<string, readonly ColumnSpec[]>> = {
  WorkProgramme: WORK_PROGRAMME.columns,
  History: HISTORY.columns,
  Meetings: MEETINGS.columns,
};

/** Appends rows to the tables they were deleted from. One round trip. */
export async function restoreRows(
  context: Excel.RequestContext,
  rows: MessageDraft["deleted"],
  tables: readonly WatchedTable[],
  ledger: WriteLedger,
): Promise<void> {
  for (const table of tables) {
    const own = rows.filter((row) => row.table === table.name);
    if (own.length === 0) continue;
    const { shadow } = table.guarded;
    const { worksheetId, top, left } = table.geometry;
    const end = top + 1 + shadow.length;
    ledger.expect(
      worksheetId,
      { top: end, left, bottom: end + own.length - 1, right: left + shadow.headers.length - 1 },
      Date.now(),
    );
    appendBelow(
      context,
      table,
      COLUMNS[table.kind] ?? [],
      own.map(({ values }) => Object.fromEntries(shadow.headers.map((header, at) => [header, values[at] ?? ""]))),
    );
  }
  await context.sync();
}
