/** A work item: the fields that item-fields.ts declares describe it. */
import type { Kind, Process, Status } from "./vocabulary";

/** ISO date, "2023-09-08". */
export type IsoDate = string;

/** The present state of a text. */
export interface WorkItem {
  /** Identity for ever: a normalised name chosen when the item is first met, kept when it is renamed or numbered. */
  key: string;
  /** Number as printed last, "X.1817"; null while only a provisional name is known. */
  number: string | null;
  /** Provisional name, "X.5Gsec-message"; null where none was ever printed. */
  name: string | null;
  /** Every other name that it ever had, verbatim. */
  aliases: string[];
  /** "SG17" unless the document names another study group. */
  studyGroup: string;
  /** "2/17"; null where no document names it. */
  question: string | null;
  jointQuestions: string[];
  title: string;
  kind: Kind | null;
  process: Process | null;
  status: Status;
  /** Date of its status; null where no document gives it. */
  since: IsoDate | null;
  /** Step inside TAP or AAP; null at the start of the procedure and outside it. */
  step: string | null;
  /** As printed or typed last. */
  timing: string | null;
  editors: string[];
  text: string | null;
  a5: string | null;
  equivalent: string | null;
  /** The Recommendation that this text revises, amends, corrects or supplements, as a designation. */
  parent: string | null;
  /** The month of the meeting or export whose document named it last, "2023-09"; null where no document did. */
  lastReported: string | null;
  remarks: string | null;
}
