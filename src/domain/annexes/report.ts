/** The result of generating a report. */
import type { ReportFamily, Section, TableKind } from "../document";
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

export type GapSentence = MessageOf<{
  lacks: { name: string; field: GapField };
  /** No justification, although there is an equivalent text. */
  unjustified: { name: string; equivalent: string };
  /** The timing is before the meeting for which the text is planned; the meeting is null where it is not known. */
  late: { name: string; timing: string; meeting: string | null };
  /** Determined without a recorded decision and not planned for approval. */
  undecided: { name: string; since: IsoDate | null };
}>;

/** A missing or wrong value of a row, reported before printing. */
export interface Gap {
  /** Key of the item. */
  item: string;
  /** The item as printed. */
  name: string;
  annex: string;
  section: string;
  field: string;
  /** What is missing or wrong; `i18n/reports` returns the sentence. */
  lack: GapSentence;
}

export interface GeneratedReport {
  family: ReportFamily;
  meeting: string;
  annexes: GeneratedAnnex[];
  /** Number of rows that report decisions; plans are none. */
  decisions: number;
  gaps: Gap[];
}
