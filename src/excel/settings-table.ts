/** The settings that all users of the workbook share, as rows of the table Settings on the hidden Lists sheet. Pure. */
import { isIsoDate } from "../domain/designations/dates";
import { textOf, type RowCells } from "../domain/cells";
import type { IsoDate } from "../domain/model";
import { KEY } from "./table-specs/spec";
import { rowCursor, type ManagedTable } from "./tables";

/** Settings that change what edits do: they belong to the workbook, and reach co-authors as its cells do. */
export interface SharedSettings {
  /** Key of the meeting whose decisions are entered, "2023-09"; null outside any meeting. */
  currentMeeting: string | null;
  /** enforce: a forbidden edit is reverted; advise: it is marked. */
  mode: "enforce" | "advise";
  /** The date of edits and of what is overdue; null: the meeting's closing day, or today. */
  currentDate: IsoDate | null;
}

/** Key and name of each setting, in the order of the rows. */
const ROWS: readonly (readonly [keyof SharedSettings, string])[] = [
  ["currentMeeting", "Current meeting"],
  ["mode", "Mode"],
  ["currentDate", "Date"],
];

/** Header of the column of values. */
export const VALUE = "Value";

/** The rows of the table. */
export function settingRows(settings: Partial<SharedSettings>): RowCells[] {
  return ROWS.flatMap(([key, name]) =>
    key in settings ? [{ Setting: name, [VALUE]: settings[key] ?? "", [KEY]: key }] : [],
  );
}

/** The values of the table by key, as text; null where a cell is empty. */
export function settingsOfTable(table: Pick<ManagedTable, "headers" | "rows">): Record<string, string | null> {
  const cursor = rowCursor(table);
  const values: Record<string, string | null> = {};
  for (const row of table.rows) {
    const read = cursor.at(row);
    const key = textOf(read(KEY));
    if (key !== null) values[key] = textOf(read(VALUE));
  }
  return values;
}

/** Settings from stored values; missing and invalid ones have their default. */
export function sharedSettingsFrom(read: Readonly<Record<string, unknown>>): SharedSettings {
  const { currentMeeting, mode, currentDate } = read;
  return {
    currentMeeting: typeof currentMeeting === "string" && currentMeeting !== "" ? currentMeeting : null,
    mode: mode === "advise" ? "advise" : "enforce",
    currentDate: isIsoDate(currentDate) ? currentDate : null,
  };
}
