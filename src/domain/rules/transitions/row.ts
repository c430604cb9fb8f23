/** What a row of the transition table is, and the groups of states and periods that many rows share. */
import type { EventKind, Process } from "../../vocabulary";
import { clause, type Clause, type Confidence } from "../instruments";
import type { PeriodId } from "../periods";
import type { PreconditionId } from "../precondition-ids";
import type { StateCode } from "../states";
import type { Body, Severity } from "../types";

/** A period that runs from the day on which the item came into a state. */
export interface Term {
  since: StateCode;
  period: PeriodId;
  /** Whether it runs from the end of the meeting during which that was. */
  fromMeetingEnd?: true;
}

/** A period that must be over. */
export interface Wait extends Term {
  /** Measured to the first day of the meeting that decides, where the date falls into one that is known. */
  toMeeting: boolean;
}

export interface Transition {
  id: string;
  from: readonly StateCode[] | "new row" | "any";
  /** In the imperative, for a button. French in the message catalogue, under the same id. */
  action: string;
  to: readonly StateCode[] | "same" | "new row";
  process: readonly Process[];
  /** Process after it, where it changes. */
  processAfter?: Process;
  event: EventKind;
  bodies: readonly Body[];
  waits: readonly Wait[];
  /** The latest day, where there is one. */
  deadline?: Term;
  needs: readonly PreconditionId[];
  /** Gravest finding the row may give: what no instrument confirms never forbids. */
  severity: Severity;
  /** What the row remarks when it is passed; absent where it passes in silence. */
  remark?: Severity;
  clauses: readonly Clause[];
  confidence: Confidence;
  /** Whether it may follow a decision not to approve in one and the same edit: the study group declines and says what next. */
  atOnce?: true;
  /** Whether it leaves only a step that somebody noted: an edit that stands for several steps may not pass it in silence. */
  requiresRecordedStep?: true;
  /** Whether it is open only to an item whose process is known to be one of the row's: the rare way is never guessed. */
  requiresProcess?: true;
  /** Whether it is an edit of its own: no path passes it on the way to another state. */
  alone?: true;
  /** Whether it gives the status anew, with a new date, although the status stays the same. */
  restarts?: true;
  /** The one kind of text to which it applies. */
  only?: "erratum";
  /** Whether no meeting decides it: a circular, the end of a period, an entry in the work programme. */
  withoutMeeting?: true;
  /** How the row is to be read where the instrument leaves room. */
  note?: string;
}

export type RowOptions = Partial<Omit<Transition, "id" | "from" | "action" | "to" | "process" | "event" | "clauses">>;

export const TAP: readonly Process[] = ["TAP"];
export const AAP: readonly Process[] = ["AAP"];
export const AGREEMENT: readonly Process[] = ["Agreement"];
export const NORMATIVE: readonly Process[] = ["TAP", "AAP"];
export const RES1 = "Res.1-2016";
export const A8 = "A.8-2008";
export const A1 = "A.1-2016";
export const PRACTICE = clause("practice");
export const TAP_STEPS: readonly StateCode[] = ["D0", "D1", "D2", "D2x", "D3", "DP", "DR"];
export const AAP_STEPS: readonly StateCode[] = ["C", "LC", "LJ", "AR", "AJ", "SG", "S3", "RI"];
export const NOT_APPROVED: readonly StateCode[] = ["NA", "NAt", "NAm", "NAa"];
export const APPROVED: readonly StateCode[] = ["A", "AT", "AC"];
const IN_DELETION: readonly StateCode[] = ["XA", "XC"];
export const IN_FORCE: readonly StateCode[] = [...APPROVED, ...IN_DELETION];

export const NOTICE: Wait = { since: "D1", period: "noticeBeforeMeeting", toMeeting: true };
export const LAST_CALL: Wait = { since: "LC", period: "lastCall", toMeeting: false };
export const ADDITIONAL_REVIEW: Wait = { since: "AR", period: "additionalReview", toMeeting: false };
export const INTENT: Wait = { since: "SG", period: "intentBeforeMeeting", toMeeting: true };

export const MATURE_TEXT: readonly PreconditionId[] = ["textLocated", "summary", "outsideReferences", "inMeeting"];
export const SG_ONLY: RowOptions = { bodies: ["SG"] };

/** A row; what is confirmed may forbid, what is not warns at most. */
export function row(
  id: string,
  from: Transition["from"],
  action: string,
  to: Transition["to"],
  process: readonly Process[],
  event: EventKind,
  clauses: readonly Clause[],
  options: RowOptions = {},
): Transition {
  const confidence = options.confidence ?? "confirmed";
  return {
    id,
    from,
    action,
    to,
    process,
    event,
    bodies: ["SG", "WP"],
    waits: [],
    needs: [],
    severity: confidence === "confirmed" ? "error" : "warning",
    clauses,
    ...options,
    confidence,
  };
}
