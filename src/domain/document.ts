/**
 * What reading one document yields, before it is joined with others: the rows as printed. The reading contract.
 * All texts are verbatim with white space folded; null where the table has no such column or the cell is empty or a dash.
 */
import type { Problem } from "./document-problems";

/** One row of an annex table. */
export interface Row {
  /** Number in the first column; null where none is printed. */
  seq: number | null;
  /** "SG17" where the table prints a study group column. */
  sg: string | null;
  /** Lead Question, "2/17". */
  question: string | null;
  /** Questions in parentheses, ["14/17"]. */
  jointQuestions: string[];
  /** "X.1817", "X.1333 Cor. 1"; null where only a provisional name is printed. */
  number: string | null;
  /** Provisional name, "X.5Gsec-message". */
  acronym: string | null;
  /** Old name, "X.rdda" of "X.sup39 (ex X.rdda)". */
  formerly: string | null;
  /** "*", "**" or "***". */
  mark: string | null;
  /** The whole name cell. */
  printedName: string | null;
  title: string | null;
  /** "New", "Rev", "Cor", "Amd". */
  kind: string | null;
  editors: string[] | null;
  /** Location of the text, "TD1381". */
  text: string | null;
  /** A.5/A.25 justification, "TD934". */
  a5: string | null;
  equivalent: string | null;
  /** As printed: "2024-Q1", "2025-3Q". */
  timing: string | null;
  startOfWork: string | null;
  determined: string | null;
  decision: string | null;
  contribution: string | null;
  /** Only from a work programme export: the status without its date ("Determined"), its ISO date, and the other columns. */
  status?: string | null;
  statusDate?: string | null;
  version?: string | null;
  studyPeriod?: string | null;
  /** Approval process as the export prints it. */
  process?: string | null;
  /** First and last line of the source, 1-based. */
  lines: [number, number];
}

/** One table of an annex. A single-table annex has one section with id "" and title "". */
export interface Section {
  id: string;
  title: string;
  /** Identified by the words of the heading; null where they name no table of the documents. */
  table: TableKind | null;
  /** Set where the heading may mean a decision or a plan. */
  doubtful?: true;
  rows: Row[];
  /** Positions of the rows in the printed table, from 1; set where rows of the table were left out. */
  positions?: number[];
  notes: string[];
}

/** The position of a row in the printed table, from 1. */
export function positionOf({ positions }: Pick<Section, "positions">, index: number): number {
  return positions?.[index] ?? index + 1;
}

export interface Annex {
  /** "A", "1". */
  id: string;
  title: string;
  sections: Section[];
}

/** An interim rapporteur group meeting as printed. */
export interface RapporteurMeeting {
  seq: number | null;
  question: string | null;
  date: string | null;
  place: string | null;
  objectives: string[];
}

export interface DocumentHeader {
  studyGroup: string | null;
  title: string | null;
  place: string | null;
  /** ISO dates. */
  from: string | null;
  to: string | null;
  /** ISO date of the closing plenary or the status date. */
  asOf: string | null;
}

/** Counts by the table's own column names ("participants", "Member States", …); null where no figure is printed. */
export type Participants = Record<string, number | null>;

/** Empty where the document prints no statistics. */
export interface Statistics {
  participants?: { announced: Participants; final: Participants };
  /** Per meeting ("2023-09"): C, "LS/i", "LS/o", TD. */
  documents?: Record<string, Record<string, number>>;
  /** Notes below the tables and the analysis lines, verbatim. */
  notes?: string[];
}

/** A planned meeting: place and dates as far as the document gives them. */
export interface PlannedMeeting {
  /** "5th SG17 meeting". */
  name: string;
  place: string | null;
  /** ISO dates, null where only a month or less is known. */
  from: string | null;
  to: string | null;
  /** The sentence as printed. */
  printed: string;
}

/** The parts of an executive summary that are running text and follow from no table, in the order of the report. */
export const SUMMARY_TEXTS = ["topics", "workshops", "subgroups", "events"] as const;
export type SummaryTextId = (typeof SUMMARY_TEXTS)[number];

/** The lines of each part, without bullets; absent where the document has no such part. */
export type SummaryTexts = Partial<Record<SummaryTextId, string[]>>;

/** The documents that are read and can be generated. */
export const REPORT_FAMILIES = ["executive-summary", "lead-study-group-report"] as const;
export type ReportFamily = (typeof REPORT_FAMILIES)[number];

/** Which family a document belongs to. */
export const DOCUMENT_FAMILIES = [...REPORT_FAMILIES, "work-programme-export"] as const;
export type DocumentFamily = (typeof DOCUMENT_FAMILIES)[number];

export interface ReadDocument {
  family: DocumentFamily;
  document: DocumentHeader;
  annexes: Annex[];
  rgms: RapporteurMeeting[];
  statistics: Statistics;
  plannedMeetings: PlannedMeeting[];
  /** Absent where the document has none. */
  texts?: SummaryTexts;
  problems: Problem[];
  /** Name of the file that was imported; absent for a document of the product. */
  file?: string;
  /** Number of problems when the document was read; set where it was taken from the workbook, which keeps only their number. */
  problemCount?: number;
}

/** The table of a section, identified by the words of its heading (never by its letter). */
export const TABLE_KINDS = [
  "TAP approved",
  "TAP not approved",
  "TAP determined",
  "AAP consented",
  "Agreed",
  "Planned for approval",
  "Planned for determination",
  "Planned for consent",
  "Planned for agreement",
  "New work items",
  "Discontinued",
  "Recommendations approved",
  "Under development",
  "Work programme export",
] as const;
export type TableKind = (typeof TABLE_KINDS)[number];
