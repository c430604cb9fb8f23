/** What reading a document reports: problems of a document that was read, and reasons why a file was not. Worded in `i18n/import`. */
export type ProblemSeverity = "error" | "warning" | "info";

/** What a text states a number of, beside the tables that hold them. */
export type CountedThing =
  | "approved"
  | "notApproved"
  | "determined"
  | "consented"
  | "agreed"
  | "newWorkItems"
  | "discontinued"
  | "candidates"
  | "outputTexts";

/** One part of a breakdown: "2 revised". */
export interface CountedPart {
  kind: "New" | "Rev" | "Amd" | "Cor";
  stated: number;
  found: number;
}

/** Fields that a row is expected to have where most rows of its table have them. */
export type ExpectedField = "kind" | "editors" | "text" | "timing" | "startOfWork" | "determined" | "decision";

/** The values of each problem, by its code. Texts are as the document prints them, shortened. */
export interface ProblemValues {
  lineUnread: { text: string };
  rowUnread: { text: string };
  chapterUnread: { title: string; paragraphs: number };
  tableUnread: { header: string; rows: number };
  columnUnread: { column: string };
  cellUnread: { name: string; column: string; text: string };
  groupRow: { text: string };
  struckText: { text: string };
  footnote: { text: string };
  anotherDocument: Record<string, never>;
  headingMissing: { title: string };
  headerWithoutHeading: Record<string, never>;
  strayLetter: { letter: string };
  tableKindUnknown: { title: string; rows: number };
  tableKindDoubtful: { title: string; kind: string };
  columnsAssumed: Record<string, never>;
  noName: { text: string };
  nameRest: { name: string; rest: string };
  noTitle: { name: string };
  noQuestion: { name: string };
  noKind: { name: string };
  titleEnd: { name: string; editors: string; rival: string | null };
  leftOver: { name: string; text: string };
  countDiffers: { thing: CountedThing; stated: number; found: number };
  breakdownDiffers: { thing: CountedThing; parts: CountedPart[] };
  rowGap: { row: number; name: string; before: number };
  rowWithoutNumber: { name: string };
  fieldsMissing: { name: string; fields: ExpectedField[] };
  annexTwice: { annex: string };
  plannedTwice: { name: string; line: number };
  twiceInTable: { name: string; line: number };
  kindByName: { name: string; byName: string; kind: string };
  personSpelling: { name: string; usual: string; line: number };
  nameSpelling: { name: string; usual: string; line: number };
  timingNotations: { examples: string[] };
  figures: { row: string; figures: number; columns: number };
  meetingsDiffer: { stated: number; found: number };
  meetingQuestionsDiffer: { stated: number; found: number };
  exportCells: { cells: number; columns: number; text: string };
  exportCount: { stated: number; found: number };
  tooManyProblems: { count: number };
}

/** Where in a table a problem is: both counted from 1, the header row included. */
export interface CellLocation {
  /** Name of the sheet, in a workbook. */
  sheet: string | null;
  table: number;
  row: number;
}

/** Something the reader did not understand, or that differs inside the document. */
export type Problem = {
  [Code in keyof ProblemValues]: {
    /** 1-based; 0 where the whole document is meant. */
    line: number;
    severity: ProblemSeverity;
    code: Code;
    values: ProblemValues[Code];
    /** Set where the source has tables of its own. */
    location?: CellLocation;
  };
}[keyof ProblemValues];

/** Formats that are recognised and not read. */
export type ForeignFormat = "pdf" | "doc" | "xls" | "rtf" | "odt" | "pptx" | "picture" | "zip";

/** Named limits that a document can exceed. */
export type ExceededLimit = "bytes" | "unpacked" | "tables" | "cells" | "paragraphs" | "depth" | "time";

/** The values of each reason why a file was not read. */
export interface RefusalValues {
  empty: Record<string, never>;
  notText: Record<string, never>;
  noTable: Record<string, never>;
  otherStudyGroup: { studyGroup: string };
  foreignFormat: { format: ForeignFormat };
  encrypted: Record<string, never>;
  damaged: Record<string, never>;
  limit: { limit: ExceededLimit; most: number };
}

/** Why a file was not read. */
export type Refusal = {
  [Code in keyof RefusalValues]: { code: Code; name: string; values: RefusalValues[Code] };
}[keyof RefusalValues];
