/** Writes settings into the workbook: those that all users share into their table, the others into `workbook.settings`. */
import type { RowCells } from "../domain/cells";
import type { Meeting } from "../domain/model";
import { nextPlannedMeeting } from "../domain/rules/meetings";
import { workbookTexts } from "../i18n/workbook";
import { WorkbookError } from "./excel-errors";
import { runExcel } from "./excel-run";
import { currentSettings, noteSettings, PREFIX, readSettings, SHARED, type WorkbookSettings } from "./settings";
import { settingRows, VALUE, type SharedSettings } from "./settings-table";
import { KEY } from "./table-specs/spec";
import { SETTINGS } from "./table-specs/tables";
import { appendWrite, queueWrite, updateWrite } from "./table-writer";
import { queueTable, type ManagedTable } from "./tables";
import { requireWritable } from "./writability";

/** The settings of a workbook that has no table of them yet: those of its older layout, or the next planned meeting. */
export function initialSettings(meetings: readonly Meeting[]): SharedSettings {
  const { currentMeeting, mode, currentDate } = currentSettings();
  return { currentMeeting: currentMeeting ?? nextPlannedMeeting(meetings)?.id ?? null, mode, currentDate };
}

/**
 * Writes some settings into the workbook.
 * @throws WorkbookError where the workbook has no table for them, or cannot be written
 */
export async function writeSettings(changes: Partial<WorkbookSettings>): Promise<WorkbookSettings> {
  await readSettings();
  const names = Object.keys(changes) as (keyof WorkbookSettings)[];
  await runExcel(async (context) => {
    if (names.some((name) => SHARED.has(name))) await queueShared(context, changes);
    for (const name of names)
      if (!SHARED.has(name)) context.workbook.settings.add(PREFIX + name, JSON.stringify(changes[name]));
    await context.sync();
  });
  return noteSettings(changes);
}

/** Queues writing settings into their table, which is read first: rows may have moved. */
async function queueShared(context: Excel.RequestContext, changes: Partial<SharedSettings>): Promise<void> {
  const queued = queueTable(context, SETTINGS.name);
  await context.sync();
  const table = queued.result();
  if (!table) throw new WorkbookError("ItemNotFound", workbookTexts().notFound);
  requireWritable({ sheets: [table] });
  const { cells, append } = settingWrites(table, changes);
  queueWrite(context, updateWrite(table, SETTINGS.identity, SETTINGS.columns, cells));
  if (append.length > 0) queueWrite(context, appendWrite(table, SETTINGS.identity, SETTINGS.columns, append));
}

/** The cells to write for some settings, and the rows to append for those that have none. */
function settingWrites(
  table: Pick<ManagedTable, "headers" | "rows">,
  changes: Partial<SharedSettings>,
): { cells: { row: number; header: string; value: string }[]; append: RowCells[] } {
  const keyColumn = table.headers.indexOf(KEY);
  const rows = settingRows(changes).map((cells) => ({
    cells,
    row: table.rows.findIndex((row) => row[keyColumn] === cells[KEY]),
  }));
  return {
    cells: rows.flatMap(({ cells, row }) => (row < 0 ? [] : [{ row, header: VALUE, value: String(cells[VALUE]) }])),
    append: rows.flatMap(({ cells, row }) => (row < 0 ? [cells] : [])),
  };
}
