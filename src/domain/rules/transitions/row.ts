/** A row of the transition table, and the groups of states and periods that several rows use. */
import type { EventKind, Process } from "../../vocabulary";
import { clause, type Clause, type Confidence } from "../instruments";
import type { PeriodId } from "../periods";
import type { PreconditionId } from "../precondition-ids";
import type { StateCode } from "../states";
import type { DecidingBody, Severity } from "../types";

/** A period that runs from the day on which the item entered a state. */
export interface Term {
  since: StateCode;
  period: PeriodId;
  /** Whether it runs from the end of the meeting on that day. */
  fromMeetingEnd?: true;
}

/** A period that must have ended. */
export interface Wait extends Term {
  /** Whether it is measured to the first day of the deciding meeting, where the date is within a listed one. */
  toMeeting: boolean;
}

export interface Transition {
  id: string;
  from: readonly StateCode[] | "new row" | "any";
  /** In the imperative, for a button. The French text is in `i18n/fr` under the same id. */
  action: string;
  to: readonly StateCode[] | "same" | "new row";
  process: readonly Process[];
  /** Process after it, where it changes. */
  processAfter?: Process;
  event: EventKind;
  bodies: readonly DecidingBody[];
  waits: readonly Wait[];
  /** The latest day, where there is one. */
  deadline?: Term;
  needs: readonly PreconditionId[];
  /** Highest severity of its findings: a row that no instrument confirms never forbids. */
  severity: Severity;
  /** Severity of the remark when it is passed; absent where there is no remark. */
  remark?: Severity;
  clauses: readonly Clause[];
  confidence: Confidence;
  /** Whether it may follow Not approved in the same edit: the study group declines the text and decides what follows. */
  atOnce?: true;
  /** Whether it applies only from a recorded step, never as an intermediate step of an edit. */
  requiresRecordedStep?: true;
  /** Whether the item must have one of the processes of the row: a rare transition is never assumed for an unknown process. */
  requiresProcess?: true;
  /** Whether it is always a separate edit, never an intermediate step. */
  alone?: true;
  /** Whether it gives the same status again with a new date. */
  restarts?: true;
  /** The only kind of text to which it applies. */
  only?: "erratum";
  /** Whether it needs no meeting: a circular, the end of a period, an entry in the work programme. */
  withoutMeeting?: true;
  /** Interpretation where the instrument is not explicit. */
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

/** Returns a row. A confirmed row can forbid; others give warnings at most. */
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
