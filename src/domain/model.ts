/** The joined programme: work items as they stand, everything that happened to them, and the meetings where it did. */
import type { MergeSentence } from "./merge/sentences";
import type {
  DocumentFamily,
  DocumentHeader,
  Participants,
  ProblemSeverity,
  Row,
  Statistics,
  TableKind,
} from "./document";
import type { EventKind, Kind, Process, Status } from "./vocabulary";

/** ISO date, "2023-09-08". */
export type IsoDate = string;

/** A text under way, as it stands now. */
export interface WorkItem {
  /** Identity for ever: a normalised name chosen when the item is first met, kept when it is renamed or numbered. */
  key: string;
  /** Number as printed last, "X.1817"; null while only a provisional name is known. */
  number: string | null;
  /** Provisional name, "X.5Gsec-message"; null where none was ever printed. */
  name: string | null;
  /** Every other name it was ever known by, verbatim. */
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
  /** Date on which it got its status; null where no document tells. */
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
  remarks: string | null;
}

/** Where a document says something. */
export interface Source {
  /** Identity of the document: meeting id and family, "2023-09 executive summary". */
  document: string;
  annex: string;
  section: string;
  table: TableKind | null;
  /** Position of the row in its table, from 1, whatever the document printed. */
  position: number;
  lines: [number, number];
}

/** One thing that happened to one item at one date. */
export interface ProgrammeEvent {
  /** Unique and repeatable: the same row of the same document always yields the same id. */
  id: string;
  /** Key of the item. */
  item: string;
  date: IsoDate;
  /** Meeting id, "2023-09"; null outside any meeting. */
  meeting: string | null;
  kind: EventKind;
  /** Status before, as far as the record knows. */
  from: Status | null;
  /** Status after; null where the event changes none (planning, renaming). */
  to: Status | null;
  process: Process | null;
  step: string | null;
  source: Source | null;
  /** The row as printed, for events that a document reports. */
  printed: Row | null;
  note: string | null;
  /** Who entered it; null for what a document reports. */
  who: string | null;
}

/** A meeting of the study group, held or planned. */
export interface Meeting {
  /** "2023-09": year and month of the first day of the closing month, as the statistics table names meetings. */
  id: string;
  name: string;
  place: string | null;
  from: IsoDate | null;
  to: IsoDate | null;
  held: boolean;
  /** Documents counted: C, "LS/i", "LS/o", TD. */
  documents: Record<string, number>;
  /** Participants by the statistics table's column names; absent where no document counts them. */
  participants?: { announced: Participants; final: Participants };
  note: string | null;
}

/** The printed frame of one annex table: what generating it again needs besides the rows. */
export interface AnnexFrame {
  /** Identity of the document, as in Source. */
  document: string;
  meeting: string;
  annex: string;
  annexTitle: string;
  section: string;
  sectionTitle: string;
  table: TableKind | null;
  notes: string[];
}

export interface DocumentRecord {
  id: string;
  family: DocumentFamily;
  header: DocumentHeader;
  statistics: Statistics;
}

/** Something the join could not settle by itself, for a person to look at. */
export interface JoinFinding {
  severity: ProblemSeverity;
  item: string | null;
  /** What was found; `i18n/merge` words it. */
  found: MergeSentence;
}

export interface Programme {
  documents: DocumentRecord[];
  items: WorkItem[];
  /** By date, then document, annex, section and position. */
  events: ProgrammeEvent[];
  /** By id. */
  meetings: Meeting[];
  frames: AnnexFrame[];
  findings: JoinFinding[];
}
