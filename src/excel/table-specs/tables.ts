/** The tables that every workbook has once. Headers are a contract: formulas, users and the guard identify columns by them. */
import { EVENT_FIELDS } from "../../domain/event-fields";
import { headerOfField, ITEM_FIELDS } from "../../domain/item-fields";
import { MEETING_FIELDS } from "../../domain/meeting-fields";
import { historyHeader, ROW_FIELDS } from "../../domain/row-fields";
import { LISTS_SHEET } from "./lists";
import { date, declared, figure, hidden, KEY, LOADED, text, type TableSpec } from "./spec";

export const WORK_PROGRAMME: TableSpec = {
  kind: "WorkProgramme",
  name: "WorkProgramme",
  sheet: "Work programme",
  title: "Work programme of ITU-T Study Group 17",
  identity: KEY,
  fingerprint: "cell",
  columns: [...ITEM_FIELDS.map(declared), hidden(LOADED), hidden(KEY)],
};

/** Items of other study groups: the same columns, with the study group shown, so that a row has the same cells in both tables. */
export const OTHER_GROUPS: TableSpec = {
  ...WORK_PROGRAMME,
  name: "OtherGroups",
  sheet: "Other study groups",
  title: "Work items of other study groups, as the lead study group reports list them",
  columns: WORK_PROGRAMME.columns.map((column) =>
    column.header === headerOfField("studyGroup") ? { ...column, hidden: false } : column,
  ),
};

/** The tables with a row per work item. */
export const ITEM_TABLES: readonly TableSpec[] = [WORK_PROGRAMME, OTHER_GROUPS];

export const MEETINGS: TableSpec = {
  kind: "Meetings",
  name: "Meetings",
  sheet: "Meetings",
  title: "Meetings of Study Group 17, held and planned",
  identity: KEY,
  fingerprint: "cell",
  columns: [...MEETING_FIELDS.map(declared), hidden("Rest"), hidden(LOADED), hidden(KEY)],
};

export const HISTORY: TableSpec = {
  kind: "History",
  name: "History",
  // Not "History": Excel keeps that name for itself and refuses it.
  sheet: "History of items",
  title: "History: everything that happened to every work item",
  identity: "Event id",
  fingerprint: "row",
  columns: [
    ...EVENT_FIELDS.map(declared),
    ...ROW_FIELDS.map((field) => declared({ ...field, header: historyHeader(field), hidden: true })),
    hidden("Rest"),
    hidden(LOADED),
    hidden("Event id"),
    hidden(KEY),
  ],
};

export const CHECKS: TableSpec = {
  kind: "Checks",
  name: "Checks",
  sheet: "Checks",
  title: "Findings of the last check",
  identity: KEY,
  fingerprint: "row",
  columns: [
    text("Severity", 10),
    text("Where", 34),
    text("Item", 18),
    text("Rule", 14),
    text("Message", 70, { wrap: true }),
    text("Clause", 24),
    text("What to do", 50, { wrap: true }),
    hidden(KEY),
  ],
};

/** The printed frames of the annexes: with History, all that generating them again needs. On the Lists sheet. */
export const FRAMES: TableSpec = {
  kind: "Frames",
  name: "AnnexFrames",
  sheet: LISTS_SHEET,
  title: "Frames of the annexes",
  identity: KEY,
  fingerprint: "row",
  columns: [
    text("Document", 28),
    text("Meeting", 10),
    text("Annex", 8),
    text("Annex title", 40),
    text("Section", 9),
    text("Section title", 40),
    text("Table", 24),
    text("Notes", 40),
    hidden(KEY),
  ],
};

/** The settings that all users of the workbook share. On the Lists sheet, beside the frames. */
export const SETTINGS: TableSpec = {
  kind: "Settings",
  name: "ProgrammeSettings",
  sheet: LISTS_SHEET,
  title: "Settings of the workbook",
  identity: KEY,
  fingerprint: "row",
  columns: [text("Setting", 18), text("Value", 14), hidden(KEY)],
};

/** The documents that the programme was read from: those of Load, Compare and Replace. */
export const DOCUMENTS: TableSpec = {
  kind: "Documents",
  name: "Documents",
  sheet: "Documents",
  title: "Documents of this workbook",
  identity: KEY,
  fingerprint: "row",
  columns: [
    text("Document", 30, { wrap: true }),
    text("Title", 44, { wrap: true }),
    text("Place", 24),
    date("From"),
    date("To"),
    date("As of"),
    text("File", 34, { wrap: true }),
    figure("Rows"),
    figure("Problems"),
    hidden("Rest"),
    hidden(LOADED),
    hidden(KEY),
  ],
};

/** The tables that hold the programme itself: what the store reads. */
export const PROGRAMME_TABLES = [WORK_PROGRAMME, OTHER_GROUPS, HISTORY, MEETINGS, FRAMES, DOCUMENTS] as const;

/** Whether a table of this name is one of those. */
export function isOfProgramme(name: string): boolean {
  return PROGRAMME_TABLES.some((spec) => spec.name === name);
}

/** The tables that every loaded workbook has; annexes come with their meetings. */
export const FIXED_TABLES: readonly TableSpec[] = [...PROGRAMME_TABLES, CHECKS, SETTINGS];

/** How a table is laid out; undefined for an annex, and for a table that is none of ours. */
export function specOfTable(name: string): TableSpec | undefined {
  return FIXED_TABLES.find((spec) => spec.name === name);
}
