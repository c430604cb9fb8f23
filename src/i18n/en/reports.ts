/** What generating annexes says, in pane and ribbon. In English; other languages follow its shape. */
import type { GapField } from "../../domain/annexes/layouts";
import { longDay, plural } from "./grammar";

const missing: Record<GapField, string> = {
  question: "Question",
  title: "title",
  editors: "editor",
  text: "location of the text",
  timing: "timing",
  decision: "decision",
  a5: "A.5 or A.25 justification",
};

export const reports = {
  gaps: {
    lacks: (name: string, field: GapField) => `${name} has no ${missing[field]}.`,
    unjustified: (name: string, equivalent: string) =>
      `${name} has no ${missing.a5}, although an equivalent text (${equivalent}) is named.`,
    late: (name: string, timing: string, meeting: string | null) =>
      `${name} is timed for ${timing}, before the meeting it is planned for (${meeting ?? "not known yet"}): give it a new timing.`,
    undecided: (name: string, since: string | null) =>
      `${name} is Determined since ${since ?? "long ago"} and no decision is known; it is not planned for approval.`,
  },
  changes: {
    label: "What changed",
    title: (since: string) => `What changed since ${longDay(since)}`,
    sheet: (since: string) => `Changes since ${since}`,
    items: (count: number) => plural(count, "work item", "work items"),
    columns: ["Item", "Q", "Title", "Date", "What", "From", "To", "Where"],
    none: "None",
    nothing: "(nothing)",
    source: (document: string, annex: string) => `${document}, Annex ${annex}`,
  },
  reports: { "executive-summary": "Executive summary", "lead-study-group-report": "Lead study group report" },
  notLoaded: "This workbook holds no work programme yet. Press Load first.",
  noMeeting: "The workbook knows no meeting. Press Load first, or enter one on the Meetings sheet.",
  generating: "Writing the annexes",
  generated: (report: string, meeting: string, sheets: number) =>
    `${report} of ${meeting}: ${plural(sheets, "sheet", "sheets")} written.`,
  kept: (sheet: string, as: string) => `“${sheet}” had been edited; it was kept as “${as}”.`,
  missing: (count: number) =>
    `${plural(count, "thing is", "things are")} missing; the pane lists them under Annexes, each with a way to its row.`,
  complete: "Nothing is missing.",
  differs: (count: number) => `${plural(count, "place differs", "places differ")} from the published document.`,
  tables: (rows: number) => plural(rows, "row", "rows"),
  changesWritten: (items: number, since: string) =>
    `${plural(items, "work item", "work items")} changed since ${since}.`,
  changesSheet: (sheet: string) => `They are listed on the sheet “${sheet}”.`,
  noSince: "No meeting has been held yet: choose a day.",
  wordWritten: (name: string) =>
    `${name} was handed over for download. Where Excel blocks downloads nothing appears: use “Copy for Word” then.`,
  copied: "Copied. Paste into Word: the tables arrive as tables.",
  notCopied: "Excel does not let the pane copy. Select the text below and copy it by hand.",
  pane: {
    title: "Annexes of a report",
    help: "Print-ready annexes from the work programme and its history, as sheets or for Word. What is missing is listed before anything is written.",
    report: "Report",
    meeting: "Meeting",
    noMeetings: "Load the documents first; the meetings come with them.",
    looking: "Looking…",
    missing: (count: number) => (count === 0 ? "Nothing is missing" : `${String(count)} missing`),
    goTo: (name: string) => `Show ${name}`,
    contents: (rows: number, tables: number) =>
      `${plural(rows, "row", "rows")} in ${plural(tables, "table", "tables")}`,
    sheets: "Generate sheets",
    word: "Word document",
    copy: "Copy for Word",
    plainText: "Text of the report",
    headings: "Headings and notes",
    headingsHint: "Your own words for this meeting. Leave a field empty for the usual words.",
    heading: (place: string) => `Heading of ${place}`,
    notes: (place: string) => `Notes of ${place}, one a line`,
    annex: (id: string) => `Annex ${id}`,
    table: (annex: string, section: string) =>
      section === "" ? `Annex ${annex}, table` : `Annex ${annex} ${section})`,
    saved: "Saved.",
    changedTitle: "What changed",
    changedHelp: "Everything that happened after a day, item by item, on a sheet of its own.",
    since: "After",
    sinceMeeting: (meeting: string, date: string) => `meeting ${meeting}, ${date}`,
    sinceDay: "a day I choose",
    day: "Day",
    changed: "Show changes",
  },
};
