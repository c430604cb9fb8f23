/** The result of generating a report. */
import type { RapporteurMeeting, ReportFamily, Section, SummaryTextId, TableKind } from "../document";
import type { MessageOf } from "../message";
import type { IsoDate } from "../model";
import type { AnnexColumn, GapField } from "./layouts";

/** A generated table: the section in the form of a read document, and its printed columns. */
export interface GeneratedSection extends Section {
  table: TableKind;
  columns: readonly AnnexColumn[];
}

export interface GeneratedAnnex {
  id: string;
  title: string;
  sections: GeneratedSection[];
}

/** A line of a chapter: a paragraph at level 0, otherwise an item of a list of that depth. */
export interface ChapterLine {
  level: number;
  text: string;
}

/** A chapter before the annexes: lines, and the interim meetings below them. */
export interface GeneratedChapter {
  heading: string;
  lines: ChapterLine[];
  interim: RapporteurMeeting[];
}

export type GapSentence = MessageOf<{
  /** A part of the report that only its meeting or a user can give. */
  noPart: { part: ReportPart; meeting: string };
  lacks: { name: string; field: GapField };
  /** No justification, although there is an equivalent text. */
  unjustified: { name: string; equivalent: string };
  /** The timing is before the meeting for which the text is planned; the meeting is null where it is not known. */
  late: { name: string; timing: string; meeting: string | null };
  /** Determined without a recorded decision and not planned for approval. */
  undecided: { name: string; since: IsoDate | null };
}>;

/** The parts of a report that are missing where nobody has entered them. */
export type ReportPart =
  | "dates"
  | "next"
  | "documents"
  | "participants"
  | "regions"
  | "interim"
  | Extract<SummaryTextId, "topics" | "subgroups">;

/** Where a missing value is entered: the row of an item, or of a meeting, or what the pane shows of the report. */
export type GapPlace = { item: string } | { meeting: string } | { part: ReportPart };

/** A missing or wrong value, reported before printing. */
export interface Gap {
  place: GapPlace;
  /** The item or meeting as printed. */
  name: string;
  /** What is missing or wrong; `i18n/reports` returns the sentence. */
  lack: GapSentence;
}

export interface GeneratedReport {
  family: ReportFamily;
  meeting: string;
  /** Empty in a report that consists of annexes. */
  chapters: GeneratedChapter[];
  annexes: GeneratedAnnex[];
  /** Number of rows that report decisions; plans are none. */
  decisions: number;
  gaps: Gap[];
}
