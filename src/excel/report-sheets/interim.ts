/** The interim meetings that a meeting plans, on a sheet of their own. */
import type { RapporteurMeeting } from "../../domain/document";
import { addTableSheet } from "../load/sheet-writer";
import { UniqueNames } from "../load/unique-names";
import { runExcel } from "../excel-run";
import { interimOfRow } from "../row-mapping/meeting-rows";
import { interimSpec } from "../table-specs/annex-tables";
import { FRAMES } from "../table-specs/tables";
import { listedTableNames, queueTable, rowCursor, type ManagedTable } from "../tables";
import { requireWritable } from "../writability";

/** Rows of a new table; people add more as they need them. */
const NEW_ROWS = 10;

const isFilled = ({ question, date, place, objectives }: RapporteurMeeting): boolean =>
  [question, date, place].some((part) => part !== null) || objectives.length > 0;

function meetingsIn(table: ManagedTable): RapporteurMeeting[] {
  const cursor = rowCursor(table);
  return table.rows.map((row) => interimOfRow(cursor.at(row))).filter(isFilled);
}

/** What was read last, and of which meeting; no meetings where the workbook has no table of them. */
let latest: { meeting: string; meetings: RapporteurMeeting[] | null } | null = null;

/** Returns the interim meetings of a meeting as read last; null where the workbook has no table of them, undefined where they were not read. */
export function interimOf(meeting: string): RapporteurMeeting[] | null | undefined {
  if (latest?.meeting === meeting) return latest.meetings;
  return listedTableNames().includes(interimSpec(meeting).name) ? undefined : null;
}

/** Queues reading the interim meetings of a meeting; `result` is called after the sync. */
export function queueInterim(context: Excel.RequestContext, meeting: string): { result(): void } {
  const table = queueTable(context, interimSpec(meeting).name);
  return {
    result() {
      const found = table.result();
      latest = { meeting, meetings: found && meetingsIn(found) };
    },
  };
}

/** Reads the interim meetings of a meeting. One request. */
export async function readInterim(meeting: string): Promise<void> {
  await runExcel(async (context) => {
    const queued = queueInterim(context, meeting);
    await context.sync();
    queued.result();
  });
}

/** Shows the sheet of a meeting's interim meetings, which is made where there is none. Two requests. */
export async function showInterimSheet(meeting: string): Promise<void> {
  await runExcel(
    async (context) => {
      const spec = interimSpec(meeting);
      const { worksheets, tables, protection } = context.workbook;
      const table = tables.getItemOrNullObject(spec.name);
      table.load("name");
      worksheets.load("items/name");
      protection.load("protected");
      await context.sync();
      if (table.isNullObject) {
        requireWritable({ isStructureProtected: protection.protected });
        const name = new UniqueNames(worksheets.items.map((sheet) => sheet.name)).sheet(spec.sheet);
        const rows = Array.from({ length: NEW_ROWS }, () => spec.columns.map(() => ""));
        const lists = { sheet: FRAMES.sheet, questions: [] };
        addTableSheet(context, name, { spec, lines: [], rows, lists }).sheet.activate();
      } else table.worksheet.activate();
      await context.sync();
    },
    { oneUndoStep: true },
  );
}
