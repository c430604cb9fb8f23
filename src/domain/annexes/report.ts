/** What generating a report yields. */
import type { DocumentFamily, Section, TableKind } from "../document";
import type { AnnexColumn } from "./layouts";

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

/** Something a row lacks, said before it is printed. */
export interface Gap {
  /** Key of the item. */
  item: string;
  /** The item as printed. */
  name: string;
  annex: string;
  section: string;
  field: string;
  message: string;
}

export interface GeneratedReport {
  family: Exclude<DocumentFamily, "work-programme-export">;
  meeting: string;
  annexes: GeneratedAnnex[];
  gaps: Gap[];
}
