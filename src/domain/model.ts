/** The joined programme: work items as they stand, everything that happened to them, and the meetings where it did. */
import type { ItemFieldId } from "./item-fields";
import type { MergeSentence } from "./merge/sentences";
import type {
  DocumentFamily,
  DocumentHeader,
  Participants,
  PlannedMeeting,
  RapporteurMeeting,
  Row,
  Statistics,
  SummaryTexts,
  TableKind,
} from "./document";
import type { ProblemSeverity } from "./document-problems";
import type { RowFieldId } from "./row-fields";
import type { EventKind, Process, Status } from "./vocabulary";
import type { IsoDate, WorkItem } from "./work-item";

export type { IsoDate, WorkItem } from "./work-item";

/** The location of a text in a document. */
export interface Source {
  /** Identity of the document: meeting id and family, "2023-09 executive summary". */
  document: string;
  family: DocumentFamily;
  /** Id of the meeting that the document reports on, or the month of an export: "2023-09". */
  meeting: string;
  annex: string;
  section: string;
  table: TableKind | null;
  /** Position of the row in its table, from 1, whatever the document printed. */
  position: number;
  lines: [number, number];
  /** The column that reports an earlier event, by month ("Determined 2022-09"); null where the row itself is the event. */
  column: RowFieldId | null;
}

/** Whether a document reports an event or a user entered it. */
export type EventOrigin = "document" | "user";

/** A field of an item that a user changed. Values are as the field's column shows them; null where it is empty. */
export interface FieldChange {
  field: ItemFieldId;
  from: string | null;
  to: string | null;
}

/** Facts of a step besides its date. Each has a column in History; absent where it was not entered. */
export interface EventFacts {
  /** Replies of Member States to a consultation. */
  repliesInFavour?: number;
  repliesAgainst?: number;
  /** First and last day of a Last Call, an Additional Review or a consultation. */
  from?: IsoDate;
  to?: IsoDate;
  /** Who authorised a working party, or the chair who concurred. */
  authorisedBy?: string;
  /** Supporting members on the justification form. */
  supporters?: number;
  /** The contribution on which a new work item is based, "C1234". */
  contribution?: string;
  /** Justification form of a new work item: "A.1", "A.13" or "none". */
  justification?: string;
  /** Whether the summary exists that every Recommendation needs: "yes" or "no". */
  summary?: string;
  /** Contributions since the study group meeting before the last. */
  contributions?: number;
  /** Day on which the language versions were out. */
  translationsOut?: IsoDate;
  /** Day of the circular on the outcome. */
  notified?: IsoDate;
}

/** One thing that happened to one item at one date. */
export interface ProgrammeEvent {
  origin: EventOrigin;
  /** Unique and repeatable: the same row of the same document always yields the same id. */
  id: string;
  /** Key of the item. */
  item: string;
  date: IsoDate;
  /** Meeting id, "2023-09"; null outside any meeting. */
  meeting: string | null;
  kind: EventKind;
  /** Status before, where it is recorded. */
  from: Status | null;
  /** Status after; null where the event changes none (planning, renaming). */
  to: Status | null;
  process: Process | null;
  step: string | null;
  /** Where a document reports it; null for what a user entered. */
  source: Source | null;
  /** The row as printed, where the row itself is the event. */
  printed: Row | null;
  /** The fields that a user changed, in the order of their declaration. */
  changes: readonly FieldChange[];
  facts: EventFacts;
  /** Why a user made the change; null where no reason was given. */
  reason: string | null;
  /** The decision as a document prints it. Shown, never interpreted. */
  note: string | null;
  /** The user who entered it; null for events of documents, and where no name was given. */
  who: string | null;
  /** What the events of one edit share; null for what a document reports. */
  edit: string | null;
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

/** A document that the programme was read from. With its events and frames, it gives the document again. */
export interface DocumentRecord {
  id: string;
  family: DocumentFamily;
  header: DocumentHeader;
  statistics: Statistics;
  /** Name of the imported file; null for a document of the product. */
  file: string | null;
  /** Number of rows in its tables. */
  rows: number;
  /** Number of problems when it was read. */
  problems: number;
  rgms: RapporteurMeeting[];
  plannedMeetings: PlannedMeeting[];
  texts?: SummaryTexts;
}

/** A finding of the merge that a user has to decide. */
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
