/** Field rules on the dates of determination, consent and decision: F-17 to F-21, F-46, F-48. */
import type { IsoDate, ProgrammeEvent, WorkItem } from "../../model";
import { isIsoDate } from "../../designations/dates";
import type { Process } from "../../vocabulary";
import { clause } from "../instruments";
import { after } from "../periods";
import { findPath } from "../status-edits";
import { findState, stateOf } from "../states";
import { isStudyGroupMeeting, meetingOn, sittingOn } from "../meetings";
import type { RuleContext } from "../types";
import { statusBefore, statusDate, type FieldRule, type Violation, type Subject } from "./field-rule";

const DATED = ["Determined", "Consented", "Approved", "Agreed", "Not approved", "Deferred to WTSA"];

export const DECISION_RULES: readonly FieldRule[] = [
  {
    id: "F-17",
    severity: "error",
    field: "since",
    clauses: [clause("practice")],
    confidence: "confirmed",
    condition: "No date where the status needs one, a date that does not exist, or one in the future.",
    check: ({ item, context }) => {
      if (item.since === null)
        return DATED.includes(item.status)
          ? { code: "F-17 missing", severity: "warning", values: { status: item.status } }
          : null;
      if (!isIsoDate(item.since)) return { values: { value: item.since } };
      const horizon = [context.today, context.date, context.meeting?.to ?? ""].sort().at(-1) ?? context.today;
      return item.since > horizon ? { code: "F-17 future", values: { value: item.since } } : null;
    },
  },
  {
    id: "F-18",
    severity: "error",
    field: "since",
    clauses: [clause("Res.1-2016", "9.3.1"), clause("A.8-2008", "3.1"), clause("A.1-2016", "1.1.4")],
    confidence: "confirmed",
    condition:
      "Determined, consented or agreed on a day on which only a rapporteur group met; a warning where no meeting of that day is listed.",
    check: (subject) => {
      const { item, since, context } = subject;
      if (!["Determined", "Consented", "Agreed"].includes(item.status)) return null;
      if (isAnnouncedAgain(subject)) return null;
      const values = { value: since ?? "", status: item.status };
      if (onlyRapporteursMet(since, context)) return { severity: "error", code: "F-18 rapporteurs", values };
      return outsideMeetings(since, context) ? { severity: "warning", values } : null;
    },
  },
  {
    id: "F-19",
    severity: "error",
    field: "since",
    clauses: [clause("Res.1-2016", "9.5.3"), clause("Res.1-2016", "9.5.5")],
    confidence: "confirmed",
    condition:
      "Approved by a working party; a warning where the date of a TAP approval is neither within a listed study group meeting nor in the four weeks after one.",
    check: (subject) => {
      const { item, since, details, context } = subject;
      if (item.status !== "Approved") return null;
      if (details.decidedBy === "WP") return { field: "status" };
      if (item.process === "TAP" && onlyRapporteursMet(since, context))
        return { code: "F-19 rapporteurs", values: { value: since ?? "" } };
      if (item.process !== "TAP" || !outsideMeetings(since, context)) return null;
      const before = statusBefore(subject);
      // The assembly decides on what was deferred to it; after more time a text is approved without a meeting.
      if (before?.status === "Deferred to WTSA" || before?.step === "More time requested") return null;
      const grace = context.meetings.some(
        (meeting) =>
          isStudyGroupMeeting(meeting) &&
          meeting.to !== null &&
          since !== null &&
          meeting.to < since &&
          since <= after(meeting.to, "moreTimeTap"),
      );
      // The list of meetings can be incomplete, so a date outside it is not an error.
      return grace ? null : { severity: "warning", code: "F-19 meeting", values: { value: since ?? "" } };
    },
  },
  {
    id: "F-20",
    severity: "error",
    field: "since",
    clauses: [clause("Res.1-2016", "9.3.3")],
    confidence: "confirmed",
    condition:
      "Approved under TAP sooner than three months after the announcement, or after determination where that date is not recorded.",
    check: (subject) => {
      const { item, since, details } = subject;
      if (item.status !== "Approved" || item.process !== "TAP" || since === null) return null;
      const start = details.announced ?? lastDate(subject, "Announced") ?? statusDate(subject, "Determined");
      return tooSoon(start, since, (date) => after(date, "noticeBeforeMeeting"));
    },
  },
  {
    id: "F-21",
    severity: "error",
    field: "since",
    clauses: [clause("A.8-2008", "4.1")],
    confidence: "confirmed",
    condition:
      "Approved under AAP sooner than four weeks after the Last Call began, or after consent where that date is not recorded.",
    check: (subject) => {
      const { item, since, details } = subject;
      if (item.status !== "Approved" || item.process !== "AAP" || since === null) return null;
      const start = details.lastCall?.from ?? lastDate(subject, "Last Call") ?? statusDate(subject, "Consented");
      return tooSoon(start, since, (date) => after(date, "lastCall"));
    },
  },
  {
    id: "F-46",
    severity: "error",
    field: "status",
    clauses: [clause("Res.1-2016", "9.5.5"), clause("A.8-2008", "5.6")],
    confidence: "confirmed",
    condition: "Not approved on an opposition dated later than four weeks after the meeting.",
    check: ({ item, details }) => {
      if (item.status !== "Not approved" || !details.opposition || !details.decisionMeetingTo) return null;
      const due = after(details.decisionMeetingTo, item.process === "AAP" ? "moreTimeAap" : "moreTimeTap");
      return details.opposition > due ? { values: { value: details.opposition, due } } : null;
    },
  },
  {
    id: "F-48",
    severity: "error",
    field: "status",
    clauses: [],
    confidence: "confirmed",
    condition:
      "A change of status in the history that the procedures do not allow, or a step that the status does not have.",
    check: (subject) => [...unknownStep(subject), ...unexplainedChanges(subject)],
  },
];

function tooSoon(start: IsoDate | null, since: IsoDate, over: (date: IsoDate) => IsoDate): Violation | null {
  if (start === null || !isIsoDate(start) || !isIsoDate(since) || since < start) return null;
  return since < over(start) ? { values: { value: since, start, earliest: over(start) } } : null;
}

function onlyRapporteursMet(since: IsoDate | null, { meetings }: Subject["context"]): boolean {
  return since !== null && sittingOn({ date: since, meeting: null, meetings }) === "rapporteurs";
}

/** Whether no listed meeting took place on a day. Of days before the first listed meeting nothing is known. */
function outsideMeetings(since: IsoDate | null, context: Subject["context"]): boolean {
  const isCovered = context.meetings.some(({ id, from }) => since !== null && (from ?? id) <= since);
  return since !== null && isCovered && meetingOn(since, context) === null;
}

/** Whether a text that was not approved is announced again under its former determination or consent, which needs no meeting. */
function isAnnouncedAgain({ item, events }: Subject): boolean {
  const step = events.findLast(({ to }) => to === item.status)?.step ?? null;
  return step !== null && step !== "Re-determined";
}

function lastDate({ events, since }: Subject, step: string): IsoDate | null {
  return (
    events.filter((event) => event.kind === "Step" && event.step === step && event.date <= (since ?? event.date)).at(-1)
      ?.date ?? null
  );
}

function unknownStep({ item }: Subject): Violation[] {
  return item.step !== null && findState(item.status, item.step) === null
    ? [{ code: "F-48 step", field: "step", values: { value: item.step, status: item.status } }]
    : [];
}

/** Evaluates each change of status in the history on its own date, with the events before it only. */
function unexplainedChanges({ item, events, context: now }: Subject): Violation[] {
  const violations: Violation[] = [];
  let current = null as WorkItem | null;
  for (const [index, event] of events.entries()) {
    const context = contextBefore(now, item.key, events.slice(0, index));
    if (event.to === null) {
      if (current && event.kind === "Step") current = { ...current, step: event.step };
      continue;
    }
    const next = {
      ...item,
      status: event.to,
      since: event.date,
      step: event.step,
      process: event.process ?? current?.process ?? null,
    };
    if (current && event.to === current.status) {
      if ((event.kind === "Determined" || event.kind === "Consented") && event.step !== "Re-determined")
        violations.push({
          code: "F-48 again",
          severity: "info",
          values: { status: event.to, first: current.since ?? "", second: event.date },
        });
    } else if (current && event.origin === "user" && event.reason === null) {
      violations.push(...violationsOf(current, next, { ...context, date: event.date }));
    } else if (current && event.source?.column === null) {
      // What a document reports has happened; steps missing in between are only a remark.
      violations.push(
        ...violationsOf(current, next, { ...context, date: event.date }).map((violation): Violation => ({
          ...violation,
          code: "F-48 gap",
          severity: "info",
        })),
      );
    }
    current = next;
  }
  return violations;
}

/** The context before an event, without the later events of the item. */
function contextBefore(context: RuleContext, key: string, earlier: readonly ProgrammeEvent[]): RuleContext {
  const { programme } = context;
  return {
    ...context,
    meeting: null,
    programme: {
      itemsNamed: (designation) => programme.itemsNamed(designation),
      eventsOf: (itemKey) => (itemKey === key ? earlier : programme.eventsOf(itemKey)),
    },
  };
}

function violationsOf(current: WorkItem, next: WorkItem, context: Subject["context"]): Violation[] {
  const under = (process: Process | null) =>
    findPath(
      { item: current, next: { ...current, process }, status: next.status, step: next.step, context, reason: null },
      stateOf(next),
    );
  const verdict = under(next.process);
  // A move to TAP begins under the process before.
  if (verdict.outcome === "path" || under(current.process).outcome === "path") return [];
  const [why] = verdict.findings;
  return [
    {
      values: {
        from: current.status,
        status: next.status,
        date: context.date,
        ...(why ? { why } : {}),
      },
    },
  ];
}
