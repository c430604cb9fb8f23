/** Preconditions of transitions besides state, process and dates: named predicates with severity and clause. */
import { designationOf } from "../item-name";
import type { WorkItem } from "../model";
import { parseTiming } from "../designations/timing";
import { clause, type Clause, type Confidence } from "./instruments";
import { meetingOn, nextMeeting, sittingOn } from "./meetings";
import { after, before, FIGURES } from "./periods";
import type { PreconditionId } from "./precondition-ids";
import { parentInName, textKindOf } from "./text-kinds";
import { enteredOn, statusSince } from "./timeline";
import type { ItemDetails, ItemField, RuleContext, Severity } from "./types";

/** The situation in which a transition is evaluated. */
export interface Situation {
  /** The item before the edit; null for a new row. */
  before: WorkItem | null;
  /** The item after the edit. */
  item: WorkItem;
  /** Details beyond the row; computed on the first call. */
  details: () => ItemDetails;
  context: RuleContext;
  reason: string | null;
}

export interface Precondition {
  severity: Severity;
  field: ItemField | null;
  clauses: readonly Clause[];
  confidence: Confidence;
  /** Whether it is satisfied; null where this is unknown, and then nothing is reported. */
  isSatisfied(situation: Situation): boolean | null;
}

const RES1 = "Res.1-2016";
const A8 = "A.8-2008";
const A1 = "A.1-2016";

export const PRECONDITIONS: Readonly<Record<PreconditionId, Precondition>> = {
  question: remark("question", [clause(A1, "1.4.7")], ({ item }) => item.question !== null),
  title: remark("title", [clause(A1, "1.4.7")], ({ item }) => item.title !== ""),
  editor: remark("editors", [clause(A1, "1.4.7")], ({ item }) => item.editors.length > 0),
  justification: remark(null, [clause(A1, "1.4.7")], ({ details }) => {
    const { justification } = details();
    return justification === undefined ? null : justification !== "none";
  }),
  processGiven: remark("process", [clause(A1, "1.4.7")], ({ item }) => item.process !== null),
  timingGiven: remark("timing", [clause(A1, "1.4.7")], ({ item }) => item.timing !== null),
  timingAhead: remark("timing", [clause(A1, "1.4.7")], ({ item, context }) => {
    const target = item.timing === null ? null : parseTiming(item.timing);
    return target && target.to >= context.date;
  }),
  processDecision: remark(
    "process",
    [clause(RES1, "8.1.1"), clause(RES1, "8.3")],
    (situation) => isExplained(situation) || situation.details().processDecisionRecorded === true,
  ),
  textLocated: remark("text", [clause(RES1, "9.3.3"), clause(A8, "3.2")], ({ item }) => item.text !== null),
  summary: remark(null, [clause(RES1, "9.3.4"), clause(A8, "3.3")], ({ details }) => details().summary ?? null),
  outsideReferences: remark("a5", [clause("A.5-2016", "6")], ({ item, details }) =>
    details().outsideNormativeReferences === true ? item.a5 !== null : null,
  ),
  inMeeting: remark("since", [clause(RES1, "9.3.1"), clause(A8, "3.1"), clause(A1, "1.1.4")], ({ context }) =>
    context.meetings.length === 0 ? null : meetingOn(context.date, context) !== null,
  ),
  bodyMayAgree: rule("error", "status", [clause(A1, "1.8.2"), clause(RES1, "1bis.6")], ({ item, context }) => {
    const kind = textKindOf(designationOf(item));
    if (sittingOn(context) !== "WP" || !kind) return null;
    return kind.workingParty !== "no";
  }),
  agreementByWorkingParty: {
    ...remark("status", [clause("A.13-2019")], ({ item, context }) => {
      const kind = textKindOf(designationOf(item));
      return sittingOn(context) !== "WP" || !kind ? null : kind.workingParty !== "unknown";
    }),
    confidence: "second hand",
  },
  atWtsa: rule("error", "status", [clause(RES1, "9.8.1")], ({ context }) => sittingOn(context) === "WTSA"),
  noContributions: remark(null, [clause(A1, "1.4.7")], ({ details }) => {
    const { contributions } = details();
    return contributions === undefined ? null : contributions === 0;
  }),
  announcedInTime: remark("since", [clause(RES1, "9.3.3")], (situation) => {
    const { context } = situation;
    const meeting = meetingAhead(situation);
    return meeting ? after(context.date, "noticeBeforeMeeting") <= meeting : null;
  }),
  consultationOver: remark("since", [clause(RES1, "9.4.1")], (situation) => {
    const meeting = decisionMeeting(situation);
    const { context } = situation;
    return meeting ? context.date >= before(meeting, "consultationCloses") : null;
  }),
  support: rule("error", "step", [clause(RES1, "9.4.5"), clause(RES1, "9.4.6")], ({ details }) => {
    const { replies } = details();
    return replies ? supportOf(replies) >= FIGURES.consultationSupport.amount : null;
  }),
  translations: remark("since", [clause(RES1, "9.3.5")], ({ context, details }) => {
    const { translationsOut } = details();
    if (translationsOut === undefined) return null;
    return after(translationsOut, "translationsOut") <= (meetingOn(context.date, context)?.from ?? context.date);
  }),
  reason: remark("remarks", [], isExplained),
  opposedInFourWeeks: remark("step", [clause(RES1, "9.5.5.2")], ({ before: item }) => item?.step !== null),
  intentInTime: remark("since", [clause(A8, "4.6")], (situation) => {
    const { context } = situation;
    const meeting = meetingAhead(situation);
    return meeting ? after(context.date, "intentBeforeMeeting") <= meeting : null;
  }),
  policyImplication: remark("process", [clause(A8, "5.2")], isExplained),
  stability: remark("since", [clause(RES1, "9.3.9"), clause(A8, "3.7")], ({ item, context }) => {
    if (textKindOf(designationOf(item))?.change === "corrigendum") return null;
    const approved = approvalsBefore(item, context, context.date).at(-1);
    return approved === undefined ? null : after(approved, "stability") <= context.date;
  }),
  otherKindOfText: remark("item", [clause(A1, "1.8.2")], ({ item }) => {
    const kind = textKindOf(designationOf(item));
    return !(kind?.decision === "approved" && kind.numbered);
  }),
};

/** First day of the meeting that is to decide: the planned one, else the next one listed. */
function meetingAhead({ context, details }: Situation): string | null {
  const planned = details().decisionMeetingFrom;
  if (planned !== undefined && planned >= context.date) return planned;
  return nextMeeting(context.date, context)?.from ?? null;
}

/** First day of the meeting that can decide on a determined text: the recorded one, else the first one listed after three months' notice, else the end of that notice. */
function decisionMeeting({ before: item, context, details }: Situation): string | null {
  const { decisionMeetingFrom, announced: noted } = details();
  if (decisionMeetingFrom !== undefined) return decisionMeetingFrom;
  const announced = noted ?? (item && (enteredOn(item, "D1", context) ?? statusSince(item, context)));
  if (!announced) return null;
  const notice = after(announced, "noticeBeforeMeeting");
  return nextMeeting(notice, context)?.from ?? notice;
}

/** Returns the share of the replies in favour, from 0 to 1; without replies, 1. */
export function supportOf({ yes, no }: { yes: number; no: number }): number {
  return yes + no === 0 ? 1 : yes / (yes + no);
}

/** Whether a reason was given: with the edit, or in Remarks in the same edit. */
function isExplained({ reason, before: item, item: next }: Situation): boolean {
  return reason !== null || (next.remarks !== null && next.remarks !== (item?.remarks ?? null));
}

/** Returns the items that a text revises, amends or corrects, from its parent field or its designation. */
export function parentsOf(item: WorkItem, context: RuleContext): readonly WorkItem[] {
  const parent = item.parent ?? parentInName(item);
  return parent === null ? [] : context.programme.itemsNamed(parent).filter((candidate) => candidate.key !== item.key);
}

/** Returns the approvals, up to a day, of the Recommendation that a text changes, in order. */
export function approvalsBefore(item: WorkItem, context: RuleContext, until: string): string[] {
  return parentsOf(item, context)
    .flatMap(({ status, since }) => (status === "Approved" && since !== null && since <= until ? [since] : []))
    .sort();
}

function remark(
  field: ItemField | null,
  clauses: readonly Clause[],
  isSatisfied: Precondition["isSatisfied"],
): Precondition {
  return rule("warning", field, clauses, isSatisfied);
}

function rule(
  severity: Severity,
  field: ItemField | null,
  clauses: readonly Clause[],
  isSatisfied: Precondition["isSatisfied"],
): Precondition {
  return { severity, field, clauses, confidence: "confirmed", isSatisfied };
}
