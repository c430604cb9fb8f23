/** A printed report: headings, tables of texts and notes. Sheets, the Word document and the function ANNEX are made from it. */
import type { Row, Statistics } from "../document";
import type { Programme } from "../model";
import { rowField } from "../row-fields";
import type { AnnexColumn } from "./layouts";
import type { ChapterLine, GeneratedAnnex, GeneratedChapter, GeneratedReport, GeneratedSection } from "./report";
import { printedDates } from "./headings";

export interface PrintedTable {
  headers: string[];
  /** One text per header in each row; at least one row ("None"). */
  rows: string[][];
  /** Preferred width of each column, in characters; the width of a page is divided in proportion. */
  columnWidths: number[];
}

/** Returns the share of each column in the width of the page; the sum is 1. */
export function columnShares({ columnWidths }: Pick<PrintedTable, "columnWidths">): number[] {
  const total = columnWidths.reduce((sum, width) => sum + width, 0);
  return columnWidths.map((width) => width / total);
}

/** A chapter before the annexes: lines, and a table below them where it has one. */
export interface PrintedChapter {
  heading: string;
  lines: ChapterLine[];
  table: PrintedTable | null;
}

export interface PrintedSection {
  /** "a) TAP Recommendations approved (…)"; empty for an annex of one table. */
  heading: string;
  table: PrintedTable;
  /** Without "Note:", which is printed before each. */
  notes: string[];
  /** Other lines below the table, printed unchanged. */
  remarks: string[];
}

/** Printed before each note. */
export const NOTE_PREFIX = "Note: ";

export interface PrintedAnnex {
  id: string;
  /** "Annex A". */
  label: string;
  title: string;
  /** Sentence between title and table, where the reports print one. */
  introduction: string | null;
  sections: PrintedSection[];
}

export interface PrintedReport {
  /** The first lines of the document. */
  title: string[];
  chapters: PrintedChapter[];
  annexes: PrintedAnnex[];
}

const DEFAULT_COLUMN_WIDTH = 12;
const NONE = "None";
const NEW_ITEMS_INTRODUCTION = "The following new work items were agreed to be added to the SG17 Work Programme:";

/** "2/17"; in the table of new work items, "Q10/17 (,Q14/17)". */
function printedQuestion(row: Row, originating: boolean): string {
  if (!row.question) return "";
  const prefix = originating ? "Q" : "";
  const joint = row.jointQuestions.map((question) => `${originating ? "," : ""}${prefix}${question}`).join(", ");
  return `${prefix}${row.question}${joint ? ` (${joint})` : ""}`;
}

/** Returns the text of one cell as printed in reports. */
export function printedFieldText(row: Row, { field, header }: AnnexColumn): string {
  if (field === "question") return printedQuestion(row, header.startsWith("Orig"));
  const value = row[field];
  if (value === null || (Array.isArray(value) && value.length === 0)) return rowField(field)?.dash ? "-" : "";
  if (field === "kind" && (value === "Cor" || value === "Amd")) return `${value}.`;
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** Returns the rows of a table as printed, or one row with "None". */
export function printedTable(section: Pick<GeneratedSection, "columns" | "rows">): PrintedTable {
  const columnWidths = section.columns.map(({ field }) => rowField(field)?.printWidth ?? DEFAULT_COLUMN_WIDTH);
  const rows = section.rows.map((row) => section.columns.map((column) => printedFieldText(row, column)));
  const titled = section.columns.findIndex(({ field }) => field === "title");
  const none = section.columns.map((_, index) => (index === Math.max(titled, 0) ? NONE : ""));
  return {
    headers: section.columns.map(({ header }) => header),
    rows: rows.length ? rows : [none],
    columnWidths,
  };
}

function printedAnnex(annex: GeneratedAnnex): PrintedAnnex {
  return {
    id: annex.id,
    label: `Annex ${annex.id}`,
    title: annex.title,
    introduction: annex.sections.some(({ table }) => table === "New work items") ? NEW_ITEMS_INTRODUCTION : null,
    sections: annex.sections.map((section) => ({
      heading: section.id ? `${section.id}) ${section.title}` : section.title,
      table: printedTable(section),
      notes: section.notes,
      remarks: [],
    })),
  };
}

/** Printed before the items of a list where there are no bullets, and before each objective of an interim meeting. */
export const BULLET = "- ";

const INTERIM_HEADERS = ["#", "Q", "Date", "Place/Host", "Subject/objective"];
const INTERIM_WIDTHS = [4, 8, 26, 30, 70];

function printedChapter({ heading, lines, interim }: GeneratedChapter): PrintedChapter {
  if (interim.length === 0) return { heading, lines, table: null };
  const rows = interim.map(({ question, date, place, objectives }, index) => [
    String(index + 1),
    question ?? "",
    date ?? "",
    place ?? "",
    objectives.map((objective) => `${BULLET}${objective}`).join("\n"),
  ]);
  return { heading, lines, table: { headers: INTERIM_HEADERS, rows, columnWidths: INTERIM_WIDTHS } };
}

const STATISTICS_HEADING = "Table of SG17 statistics of this and some past meetings";

/** Annex E: participants, then documents of this and some past meetings. */
function printedStatistics(statistics: Statistics): PrintedSection[] {
  const sections: PrintedSection[] = [];
  const { participants, documents, notes = [] } = statistics;
  // The heading of the table of documents was also read as a line of text.
  const heading = notes.indexOf(STATISTICS_HEADING);
  if (participants) {
    const names = Object.keys(participants.final);
    const line = (label: string, counts: Record<string, number | null>) => [
      label,
      ...names.map((name) => counts[name]?.toString() ?? ""),
    ];
    const rows = [line("Announced", participants.announced), line("Final", participants.final)];
    sections.push({
      heading: "",
      table: tableWithEqualColumns(["", ...names], rows),
      notes: [],
      remarks: notes.slice(0, Math.max(0, heading)),
    });
  }
  if (documents) {
    const meetings = Object.keys(documents).sort().reverse();
    const kinds = [...new Set(meetings.flatMap((meeting) => Object.keys(documents[meeting] ?? {})))];
    const rows = kinds.map((kind) => [
      kind,
      ...meetings.map((meeting) => documents[meeting]?.[kind]?.toString() ?? ""),
    ]);
    const table = tableWithEqualColumns(["", ...meetings], rows);
    const remarks = notes.slice(participants ? heading + 1 : 0).filter((line) => line !== STATISTICS_HEADING);
    sections.push({ heading: STATISTICS_HEADING, table, notes: [], remarks });
  }
  return sections;
}

function tableWithEqualColumns(headers: string[], rows: string[][]): PrintedTable {
  return { headers, rows, columnWidths: headers.map(() => DEFAULT_COLUMN_WIDTH) };
}

function printedTitle(report: GeneratedReport, programme: Programme): string[] {
  const meeting = programme.meetings.find(({ id }) => id === report.meeting);
  if (report.family === "lead-study-group-report") return ["Lead study group report on security"];
  const location = meeting?.place ? `, ${meeting.place}` : "";
  return [
    "Executive Summary",
    `Meeting of ITU-T SG17 'Security'${location}, ${meeting ? printedDates(meeting) : report.meeting}`,
  ];
}

/** Returns a generated report as printed. */
export function printReport(report: GeneratedReport, statistics: Statistics, programme: Programme): PrintedReport {
  return {
    title: printedTitle(report, programme),
    chapters: report.chapters.map(printedChapter),
    annexes: report.annexes.map((annex) => {
      const printed = printedAnnex(annex);
      return annex.id === "E" ? { ...printed, sections: printedStatistics(statistics) } : printed;
    }),
  };
}
