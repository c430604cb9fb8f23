/** The findings of a merge with their values; `i18n/merge` formats the sentences. */
import type { MessageOf } from "../message";
import type { EventKind, Status } from "../vocabulary";

export type MergeSentence = MessageOf<{
  /** Two rows of one table have one name. */
  contested: { first: string; second: string; document: string; firstRow: number; secondRow: number };
  nearNames: { item: string; other: string };
  unnumbered: { item: string; other: string };
  /** Two titles with few words in common. */
  unlikeTitles: { item: string; before: string; beforeDocument: string; title: string; document: string };
  /** Two titles in one document. */
  twoTitles: { item: string; before: string; title: string; document: string };
  doublePlan: { item: string; kinds: readonly EventKind[]; document: string };
  /** Reported as not yet approved although it was. */
  setback: { item: string; before: Status; event: EventKind; date: string; document: string | null };
  nearNameInObjectives: { name: string; item: string };
  duplicateDocument: { document: string };
  noLongerReported: { item: string };
  undated: { title: string; rows: number };
}>;
