/** What generating a report yields. */
import type { DocumentFamily, Section, TableKind } from "../document";
import type { MessageOf } from "../message";
import type { IsoDate } from "../model";
import type { AnnexColumn, GapField } from "./layouts";

/** A table ready to be printed: the section as reading would give it back, and the columns it prints. */
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
  /** No justification, although an equivalent text is named. */
  unjustified: { name: string; equivalent: string };
  /** Timed before the meeting it is planned for; null where that is not known. */
  late: { name: string; timing: string; meeting: string | null };
  /** Determined, with no decision known and not planned for approval. */
  undecided: { name: string; since: IsoDate | null };
}>;

/** Something a row lacks, said before it is printed. */
export interface Gap {
  /** Key of the item. */
  item: string;
  /** The item as printed. */
  name: string;
  annex: string;
  section: string;
  field: string;
  /** What is missing or wrong; `i18n/reports` words it. */
  lack: GapSentence;
}

export interface GeneratedReport {
  family: Exclude<DocumentFamily, "work-programme-export">;
  meeting: string;
  annexes: GeneratedAnnex[];
  gaps: Gap[];
}
