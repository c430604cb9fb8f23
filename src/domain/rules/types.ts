/** The shapes in which the rules speak: what is asked (an edit), what is answered (a verdict, findings, next steps). */
import type { EditableFieldId } from "../item-fields";
import type { EventFacts, FieldChange, IsoDate, Meeting, ProgrammeEvent, WorkItem } from "../model";
import type { MessageValues } from "../message";
import type { EventKind, Process, Status } from "../vocabulary";
import type { FindingCode } from "./finding-codes";
import type { Clause } from "./instruments";

export type Severity = "error" | "warning" | "info";

/** The fields of a work item that an edit can touch; the key is one, so that an edit of it is refused. */
export type ItemField = EditableFieldId | "key";

/** Who decides: a study group meeting, a working party meeting, or the assembly. */
export type Body = "SG" | "WP" | "WTSA";

/** What a rule has to say about one item or one edit. */
export interface Finding {
  severity: Severity;
  /** Transition or field rule: "T13", "F-20". */
  rule: string;
  /** Designation of the item as people read it; "" for a row without one. */
  item: string;
  /** Key of the item; null for a new row. */
  key: string | null;
  /** The field it is about; null where the whole item is meant. */
  field: ItemField | null;
  /** What was found, and the values that the sentence names; `i18n/rules` words it. */
  code: FindingCode;
  values: MessageValues;
  /** The clauses that say so; empty where no instrument does. */
  clauses: readonly Clause[];
}

/** What the rules ask of the programme. Each question is answered in constant time, so that one edit costs the same in any programme. */
export interface ProgrammeFacts {
  /** Everything that happened to an item, by date. */
  eventsOf(key: string): readonly ProgrammeEvent[];
  /** Items that bear this designation now or bore it once. */
  itemsNamed(designation: string): readonly WorkItem[];
}

/** What can be known about an item beyond the columns of the Work programme. */
interface Details {
  studyPeriod: string;
  /** Number of supporting members on the justification form. */
  supporters: number;
  /** Which justification form accompanies a new work item. */
  justification: "A.1" | "A.13" | "none";
  /** Whether the summary exists that every Recommendation needs. */
  summary: boolean;
  /** Whether the content is an integral part of the Recommendation (annex) or informative (appendix). */
  integral: boolean;
  /** Numbering, addressing, tariff, charging or accounting: TAP by presumption. */
  numberingOrTariff: boolean;
  /** Whether the study group's decision on the process is on record. */
  processDecisionRecorded: boolean;
  /** Normative references to organizations other than ITU, ISO and IEC. */
  outsideNormativeReferences: boolean;
  announced: IsoDate;
  /** First day of the study group meeting that decides or decided. */
  decisionMeetingFrom: IsoDate;
  decisionMeetingTo: IsoDate;
  consultationClosed: IsoDate;
  translationsOut: IsoDate;
  /** Replies of Member States to the consultation. */
  replies: { yes: number; no: number };
  lastCall: { from: IsoDate; to: IsoDate };
  additionalReview: { from: IsoDate; to: IsoDate };
  /** Announcement of the intent to approve under AAP at a study group meeting. */
  intentAnnounced: IsoDate;
  opposition: IsoDate;
  /** Circular that tells the outcome; null where it is known that none went out. */
  notified: IsoDate | null;
  /** Body that took the last decision. */
  decidedBy: Body;
  /** Authorisation of a working party, or concurrence of the chair, where agreement depends on it. */
  workingPartyAuthorised: boolean;
  /** Contributions received in the interval of the last two study group meetings. */
  contributions: number;
  /** Mark behind the name in the last report that told the process: "*", "**" or "". */
  mark: string;
  /** The process which that report means by it. */
  markedProcess: Process;
}

/** Details of an item; what is absent is not judged. */
export type ItemDetails = { readonly [D in keyof Details]?: Details[D] | undefined };

/** Numbers that a study group may set for itself. */
interface RuleSettings {
  /** Supporting members below which F-36 speaks. */
  minimumSupporters: number;
  /** Questions of the study period, "2/17"; asked only when a Question is judged. Empty where none is known, and then only the pattern is judged. */
  questions: () => ReadonlySet<string>;
  /** Days on which nobody works besides Saturday and Sunday. */
  holidays: ReadonlySet<IsoDate>;
}

/** Where and when an edit or a check happens. */
export interface RuleContext {
  programme: ProgrammeFacts;
  meetings: readonly Meeting[];
  /** The meeting chosen in the pane; null where edits bear a date of their own. */
  meeting: Meeting | null;
  /** Date of the edit. */
  date: IsoDate;
  today: IsoDate;
  /** Who decides; a working party where the date falls into its meeting, else the study group. */
  body?: Body;
  settings?: Partial<RuleSettings>;
  /** Items by their title, however it is punctuated; asked by the check of titles. */
  itemsTitled?(title: string): readonly WorkItem[];
  /** What is known besides what history and meetings tell, from a form or another source; it counts more than they do. */
  details?(key: string): ItemDetails | undefined;
}

/** One edit of one item: every field that changes, as typed. Dates come as ISO text. */
export interface ProposedEdit {
  /** The item as it stands; null for a new row. */
  item: WorkItem | null;
  /** What was typed, by field; null or "" where the cell was cleared. */
  changes: Partial<Record<ItemField, string | null>>;
  /** A person's edit is held to the procedures; what a document reports has happened, so it is taken and remarked upon. */
  origin: "person" | "document";
  /** Reason given with an override, or for a step that wants one; null where none was given. */
  reason: string | null;
  /** What is on record of the step besides its day: replies, dates, authorisation. */
  facts?: EventFacts;
}

/** What an edit that is taken adds to the item's history; the caller adds id, item, source and who. */
export interface EventDraft {
  date: IsoDate;
  meeting: string | null;
  kind: EventKind;
  from: Status | null;
  to: Status | null;
  process: Process | null;
  step: string | null;
  changes: readonly FieldChange[];
  facts: EventFacts;
  reason: string | null;
  /** The transitions passed, in order: ["T10", "T11", "T13"]. */
  transitions: string[];
  /** The status date before, where the edit only corrects that date. */
  corrects: IsoDate | null;
}

/** A status (or step) an item may take. */
export interface PossibleStep {
  status: Status;
  /** Step inside the status; null at its start or where it has none. */
  step: string | null;
  /** The transitions passed; the last one names the button. */
  transitions: string[];
  process: Process | null;
  /** First day on which the dates allow it; null where no date matters. */
  earliest: IsoDate | null;
  /** Whether the date of the context allows it. */
  now: boolean;
  /** What would be remarked upon if it were taken. */
  readonly warnings: Finding[];
}

export interface Accepted {
  outcome: "accept";
  /** The item after the edit, in canonical spelling, its Since, Step and Process set. */
  item: WorkItem;
  warnings: Finding[];
  /** Empty where nothing changed. */
  events: EventDraft[];
}

export interface Refused {
  outcome: "refuse";
  /** One per cause, the gravest first. */
  findings: Finding[];
  /** Statuses possible on the date of the edit; empty where the status was not what was wrong. */
  possible: PossibleStep[];
  /** First day on which the dates would allow the status that was tried; null where no date would help. */
  earliest: IsoDate | null;
  /** Whether a person may insist, with a reason. */
  overridable: boolean;
  /** The status before the edit; null for a new row. */
  before: Status | null;
  /** Whether the status was what was wrong and nothing is possible instead, now or later. */
  nothingElse: boolean;
}

export type Verdict = Accepted | Refused;
