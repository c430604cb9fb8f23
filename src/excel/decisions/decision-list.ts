/** The list of decisions of the current meeting: which one it is, and its rows as they are. */
import { DECISION_FIELDS, type DecisionCells } from "../../domain/decisions";
import { textOf } from "../../domain/cells";
import type { Meeting, Programme } from "../../domain/model";
import { decisionTexts } from "../../i18n/decisions";
import { workbookTexts } from "../../i18n/workbook";
import { WorkbookError } from "../excel-errors";
import { currentProgramme } from "../programme-store";
import { readTables } from "../read-tables";
import { currentMeeting } from "../rule-context";
import { refreshOutdatedSettings } from "../settings";
import { CHOICE_HEADERS, decisionHeader, decisionsSpec } from "../table-specs/decisions-table";
import type { TableSpec } from "../table-specs/spec";
import { columnOf, rowCursor, type ManagedTable } from "../tables";
import { requireWritable } from "../writability";

/** The current meeting, with the table of its decisions. */
export interface DecisionMeeting {
  programme: Programme;
  meeting: Meeting;
  spec: TableSpec;
}

/** @throws WorkbookError where the workbook has no programme, no meeting is current, or its dates are missing */
export function decisionMeeting(): DecisionMeeting {
  const texts = decisionTexts();
  const programme = currentProgramme();
  if (!programme) throw new WorkbookError("ItemNotFound", workbookTexts().notFound);
  const meeting = currentMeeting();
  if (!meeting) throw new WorkbookError("NoMeeting", texts.noMeeting);
  if (meeting.to === null) throw new WorkbookError("NoDates", texts.noDates(meeting.id));
  return { programme, meeting, spec: decisionsSpec(meeting.id) };
}

/** A list as read. */
export interface DecisionList extends DecisionMeeting {
  table: ManagedTable;
  /** In the order of the table's rows. */
  rows: DecisionCells[];
}

/** The columns without which a list cannot be read: what is missing is unknown, and nothing is concluded from it. */
const NEEDED = DECISION_FIELDS.filter(({ id }) => id !== "section" && id !== "now").map(({ header }) => header);

/**
 * Reads the list of the current meeting. One request.
 * @throws WorkbookError where there is none, its sheet is protected, or columns are missing
 */
export async function readDecisionList(context: Excel.RequestContext): Promise<DecisionList> {
  await refreshOutdatedSettings(context);
  const current = decisionMeeting();
  const texts = decisionTexts();
  const [table] = await readTables(context, [current.spec.name]);
  if (!table) throw new WorkbookError("ItemNotFound", texts.noList(current.spec.sheet));
  requireWritable({ sheets: [table] });
  const missing = table.showHeaders ? NEEDED.filter((header) => !table.headers.includes(header)) : NEEDED;
  if (missing.length > 0)
    throw new WorkbookError("InvalidArgument", texts.columnsMissing(table.worksheetName, missing));
  return { ...current, table, rows: decisionRows(table) };
}

/** Returns the rows of a list's table. */
export function decisionRows(table: ManagedTable): DecisionCells[] {
  const cursor = rowCursor(table);
  return table.rows.map((row) => {
    const read = cursor.at(row);
    return Object.fromEntries(DECISION_FIELDS.map(({ id }) => [id, textOf(read(decisionHeader(id))) ?? ""]));
  });
}

/** Returns the decisions that the drop-down of a row offers. */
export function choicesOf({ table }: DecisionList, row: number): string[] {
  return CHOICE_HEADERS.flatMap((header) => textOf(table.rows[row]?.[columnOf(table, header)] ?? "") ?? []);
}
