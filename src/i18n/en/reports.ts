/** Texts for generating annexes, in pane and ribbon. In English; other languages have the same shape. */
import type { ReportPart } from "../../domain/annexes/report";
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
    noPart: {
      dates: (meeting: string) => `The dates of ${meeting} are missing.`,
      next: (meeting: string) => `No meeting after ${meeting} is listed: Annex B names none.`,
      topics: (meeting: string) => `The hot topics of ${meeting} are missing.`,
      subgroups: (meeting: string) => `The text on SG17 subgroups is missing for ${meeting}.`,
      interim: (meeting: string) => `No interim meetings after ${meeting} are listed.`,
      documents: (meeting: string) =>
        `The numbers of contributions, liaison statements and TDs of ${meeting} are missing.`,
      participants: (meeting: string) => `The numbers of participants of ${meeting} are missing.`,
      regions: (meeting: string) => `The contributions by region of ${meeting} are missing.`,
    } satisfies Record<ReportPart, (meeting: string) => string> as Record<ReportPart, (meeting: string) => string>,
    lacks: (name: string, field: GapField) => `${name} has no ${missing[field]}.`,
    unjustified: (name: string, equivalent: string) =>
      `${name} has no ${missing.a5}, although it has an equivalent text (${equivalent}).`,
    late: (name: string, timing: string, meeting: string | null) =>
      `${name} is timed for ${timing}, before the meeting for which it is planned (${meeting ?? "not known yet"}): enter a new timing.`,
    undecided: (name: string, since: string | null) =>
      `${name} has been Determined ${since === null ? "for a long time" : `since ${since}`} without a recorded decision; it is not planned for approval.`,
  },
  changes: {
    label: "What changed",
    title: (since: string) => `What changed since ${longDay(since)}`,
    sheet: (since: string) => `Changes since ${since}`,
    items: (count: number) => plural(count, "work item", "work items"),
    columns: ["Item", "Q", "Title", "Date", "Event", "From", "To", "Source"],
    none: "None",
    nothing: "(empty)",
    source: (document: string, annex: string) => `${document}, Annex ${annex}`,
  },
  reports: { "executive-summary": "Executive summary", "lead-study-group-report": "Lead study group report" },
  notLoaded: "This workbook does not contain a work programme yet. Press Load first.",
  noMeeting: "The workbook does not contain a meeting. Press Load first, or enter one on the Meetings sheet.",
  undecided: (meeting: string) =>
    `Nothing was written: no decision of ${meeting} has been entered. Which meeting do you want the report of? Choose it under “Annexes of a report”, then press “Generate sheets”.`,
  generating: "Writing the annexes",
  generated: (report: string, meeting: string, sheets: number) =>
    `${report} of ${meeting}: ${plural(sheets, "sheet", "sheets")} written.`,
  kept: (sheet: string, as: string) => `“${sheet}” had been edited; it was kept as “${as}”.`,
  missing: (count: number) =>
    `${plural(count, "value is", "values are")} missing; the pane lists them under “Annexes of a report”, each with a link to where it is entered.`,
  complete: "Nothing is missing.",
  differs: (count: number) => `${plural(count, "value differs", "values differ")} from the published document.`,
  tables: (rows: number) => plural(rows, "row", "rows"),
  changesWritten: (items: number, since: string) =>
    `${plural(items, "work item", "work items")} changed since ${since}.`,
  changesSheet: (sheet: string) => `They are listed on the sheet “${sheet}”.`,
  noSince: "No meeting has been held yet: choose a day.",
  wordWritten: (name: string) =>
    `${name} is ready for download. If Excel blocks downloads, nothing appears: use “Copy for Word” instead.`,
  badTemplate: (name: string) => `“${name}” is not a Word document (.docx or .dotx): choose another template.`,
  copied: "Copied. When you paste into Word, the tables remain tables.",
  notCopied: "Excel does not let the pane copy. Select the text below and copy it by hand.",
  pane: {
    title: "Annexes of a report",
    help: "Print-ready annexes from the work programme and its history, as sheets or for Word. Missing values are listed before anything is written.",
    report: "Report",
    meeting: "Meeting",
    noMeetings: "Load the documents first; they contain the meetings.",
    preparing: "Preparing the report…",
    missing: (count: number) =>
      count === 0 ? "Nothing is missing" : plural(count, "value is missing", "values are missing"),
    goTo: (name: string) => `Show ${name}`,
    contents: (rows: number, tables: number) =>
      `${plural(rows, "row", "rows")} in ${plural(tables, "table", "tables")}`,
    sheets: "Generate sheets",
    undecided: (meeting: string) =>
      `No decision of ${meeting} has been entered: its tables of decisions will say “None”. Is this the meeting that you want the report of?`,
    cancel: "Choose another meeting",
    word: "Word document",
    template: "Your own Word template (optional)",
    templateHint: "Its styles, header, footer and page are kept; its text is replaced by the report.",
    copy: "Copy for Word",
    plainText: "Text of the report",
    enter: "Enter it",
    textsTitle: "Texts of the summary",
    textsHint: "What follows from no table, for this meeting, one line each.",
    texts: {
      topics: "Hot topics",
      workshops: "Workshops and other events held",
      subgroups: "SG17 subgroups (JCAs, correspondence groups)",
      events: "Events beside the next meeting",
      regions: "Contributions by region: “APT 136”; the share is added",
      remarks: "Remarks on the statistics",
    },
    statistics: {
      title: "Statistics",
      announced: "Announced",
      final: "Final",
      save: "Save the statistics",
    },
    headings: "Headings and notes",
    headingsHint: "Your own headings and notes for this meeting. Leave a field empty for the default.",
    heading: (place: string) => `Heading of ${place}`,
    notes: (place: string) => `Notes of ${place}, one per line`,
    annex: (id: string) => `Annex ${id}`,
    table: (annex: string, section: string) =>
      section === "" ? `Annex ${annex}, table` : `Annex ${annex} ${section})`,
    saved: "Saved.",
    changedTitle: "What changed",
    changedHelp: "All events after a day, by item, on a separate sheet.",
    since: "After",
    sinceMeeting: (meeting: string, date: string) => `meeting ${meeting}, ${date}`,
    sinceDay: "another day",
    day: "Day",
    changed: "Show changes",
  },
};
