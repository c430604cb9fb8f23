/** Types of the rules: edits, verdicts, findings and next steps. */
import type { EditableFieldId } from "../item-fields";
import type { EventFacts, IsoDate, Meeting, ProgrammeEvent, WorkItem } from "../model";
import type { MessageValues } from "../message";
import type { Process, Status } from "../vocabulary";
import type { FindingCode } from "./finding-codes";
import type { Clause } from "./instruments";

export type Severity = "error" | "warning" | "info";

/** The fields of a work item that an edit can contain. The key is included, so that an edit of it is refused. */
export type ItemField = EditableFieldId | "key";

/** The body that decides: study group, working party or assembly. */
export type DecidingBody = "SG" | "WP" | "WTSA";

/** The result of a rule for one item or one edit. */
export interface Finding {
  severity: Severity;
  /** Transition or field rule: "T13", "F-20". */
  rule: string;
  /** Designation of the item; "" for a row without one. */
  item: string;
  /** Key of the item; null for a new row. */
  key: string | null;
  /** The field concerned; null for the whole item. */
  field: ItemField | null;
  /** The code of the sentence, and its values; `i18n/rules` returns the sentence. */
  code: FindingCode;
  values: MessageValues;
  /** The clauses of the rule; empty where it is in no instrument. */
  clauses: readonly Clause[];
}

/** The programme as the rules read it. All look-ups take constant time, so that the cost of an edit is independent of the size of the programme. */
export interface ProgrammeFacts {
  /** The events of an item, by date. */
  eventsOf(key: string): readonly ProgrammeEvent[];
  /** Items with this designation as a present or former name. */
  itemsNamed(designation: string): readonly WorkItem[];
}

/** Details of an item beyond the columns of the Work programme. */
interface Details {
  studyPeriod: string;
  /** Number of supporting members on the justification form. */
  supporters: number;
  /** Which justification form accompanies a new work item. */
  justification: "A.1" | "A.13" | "none";
  /** Whether the summary that every Recommendation needs exists. */
  summary: boolean;
  /** Whether the content is an integral part of the Recommendation (annex) or informative (appendix). */
  integral: boolean;
  /** Numbering, addressing, tariff, charging or accounting: TAP by presumption. */
  numberingOrTariff: boolean;
  /** Whether the study group's decision on the process is recorded. */
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
  /** Date of the circular on the outcome; null where none was issued. */
  notified: IsoDate | null;
  /** Body that took the last decision. */
  decidedBy: DecidingBody;
  /** Authorisation of a working party, or concurrence of the chair, where agreement depends on it. */
  workingPartyAuthorised: boolean;
  /** Contributions received in the interval of the last two study group meetings. */
  contributions: number;
  /** Mark after the name in the last report that gave the process: "*", "**" or "". */
  mark: string;
  /** The process that the mark means in that report. */
  markedProcess: Process;
}

/** Details of an item; absent details are not evaluated. */
export type ItemDetails = { readonly [D in keyof Details]?: Details[D] | undefined };

/** The context of an edit or a check: programme, meetings and dates. */
export interface RuleContext {
  programme: ProgrammeFacts;
  meetings: readonly Meeting[];
  /** The meeting selected in the pane; null where edits have their own dates. */
  meeting: Meeting | null;
  /** Date of the edit. */
  date: IsoDate;
  /** The key of the current meeting where its closing day is not known: `date` is then no date for a decision. */
  undatedMeeting?: string | null;
  today: IsoDate;
  /** The body that decides; by default the working party that meets on the date, else the study group. */
  body?: DecidingBody;
  /** Questions of the study period, "2/17"; called only when a Question is evaluated. Where the set is empty, only the pattern is evaluated. */
  questions?: () => ReadonlySet<string>;
  /** Items by title, without regard to punctuation; used by the check of titles. */
  itemsTitled?(title: string): readonly WorkItem[];
  /** Details from a form or another source; they take precedence over history and meetings. */
  details?(key: string): ItemDetails | undefined;
}

/** One edit of one item: all fields that change, as typed. Dates are ISO text. */
export interface ProposedEdit {
  /** The item before the edit; null for a new row. */
  item: WorkItem | null;
  /** Typed text by field; null or "" where the cell was cleared. */
  changes: Partial<Record<ItemField, string | null>>;
  /** A user's edit must follow the procedures; an edit from a document is accepted with warnings, since it has happened already. */
  origin: "person" | "document";
  /** Reason given with an override, or for a step that needs one; null where none was given. */
  reason: string | null;
  /** Whether the reason only explains the edit: errors refuse it all the same. */
  explains?: boolean;
  /** Facts about the step besides its day: replies, dates, authorisation. */
  facts?: EventFacts;
}

/** An event of an accepted edit; the caller adds id, item, source and user. */
export interface EventDraft extends Pick<
  ProgrammeEvent,
  "date" | "meeting" | "kind" | "from" | "to" | "process" | "step" | "changes" | "facts" | "reason"
> {
  /** The transitions passed, in order: ["T10", "T11", "T13"]. */
  transitions: string[];
  /** The status date before, where the edit only corrects that date. */
  corrects: IsoDate | null;
}

/** A status or step that an item can get. */
export interface PossibleStep {
  status: Status;
  /** Step inside the status; null at its start or where it has none. */
  step: string | null;
  /** The transitions passed; the last one names the button. */
  transitions: string[];
  process: Process | null;
  /** First day on which the dates allow it; null where no date applies. */
  earliest: IsoDate | null;
  /** Whether the date of the context allows it. */
  now: boolean;
  /** The warnings that it would have. */
  readonly warnings: Finding[];
}

export interface Accepted {
  outcome: "accept";
  /** The item after the edit, in canonical spelling, with Since, Step and Process set. */
  item: WorkItem;
  warnings: Finding[];
  /** Empty where nothing changed. */
  events: EventDraft[];
}

export interface Refused {
  outcome: "refuse";
  /** One per cause, the most serious first. */
  findings: Finding[];
  /** Statuses possible on the date of the edit; empty where the refusal does not concern the status. */
  possible: PossibleStep[];
  /** First day on which the dates allow the entered status; null where none does. */
  earliest: IsoDate | null;
  /** Whether the user can override it with a reason. */
  overridable: boolean;
  /** The status before the edit; null for a new row. */
  before: Status | null;
  /** Whether the refusal concerns the status and no other status is possible, now or later. */
  nothingElse: boolean;
}

export type Verdict = Accepted | Refused;
