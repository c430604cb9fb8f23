/** Field rules on Question, study period and timing: F-07 to F-10, F-45. */
import type { IsoDate, Meeting } from "../../model";
import { parseTiming } from "../../designations/timing";
import { clause } from "../instruments";
import { isListed, isTooHigh } from "../field-edits";
import { isStudyGroupMeeting } from "../meetings";
import { OWN_GROUP } from "../../vocabulary";
import { parseQuestion } from "../field-values";
import { memoize } from "../../memoize";
import type { FieldRule, Subject } from "./field-rule";

/** Study periods as the database names them; not always of four years. */
const STUDY_PERIODS = ["2001-2004", "2005-2008", "2009-2012", "2013-2016", "2017-2020", "2022-2024", "2025-2028"];

/** The notation of timings in the database and the reports; the database can add a priority. */
const DATABASE_TIMING = /^\d{4}-(?:0[1-9]|1[0-2]|Q[1-4])(?: \([^()]*priority\))?$/i;

const timingRange = memoize(parseTiming);

export const PLAN_RULES: readonly FieldRule[] = [
  {
    id: "F-07",
    severity: "error",
    field: "question",
    clauses: [clause("A.1-2016", "1.8.2.10"), clause("Res.1-2016", "9.3.6")],
    confidence: "confirmed",
    condition: "A Question in a form other than Qn/17; a remark for one that no document names, or above 17.",
    check: ({ item, context }) => {
      if (item.question === null) return null;
      const read = parseQuestion(item.question);
      const values = { value: item.question };
      if (!("value" in read)) return { values };
      if (item.studyGroup !== OWN_GROUP) return null;
      if (isTooHigh(read.value, context)) return { severity: "info", code: "F-07 high", values };
      return isListed(read.value, context) ? null : { severity: "info", code: "F-07 unlisted", values };
    },
  },
  {
    id: "F-08",
    severity: "error",
    field: null,
    clauses: [clause("practice")],
    confidence: "confirmed",
    condition: "A study period that is not in the list.",
    check: ({ details }) =>
      details.studyPeriod === undefined || STUDY_PERIODS.includes(details.studyPeriod)
        ? null
        : { values: { value: details.studyPeriod } },
  },
  {
    id: "F-09",
    severity: "error",
    field: "timing",
    clauses: [clause("A.1-2016", "Annex A")],
    confidence: "confirmed",
    condition: "A timing that is not a month, quarter or year; a remark for a notation other than 2024-03 and 2024-Q1.",
    check: (subject) => {
      const { timing } = subject.item;
      if (timing === null) return null;
      if (!timingRange(timing)) return { values: { value: timing } };
      if (DATABASE_TIMING.test(timing) || isAsPrinted(subject)) return null;
      return { severity: "info", code: "F-09 notation", values: { value: timing } };
    },
  },
  {
    id: "F-10",
    severity: "warning",
    field: "timing",
    clauses: [clause("A.1-2016", "1.4.7")],
    confidence: "confirmed",
    condition: "Pending or under study with a target date in the past.",
    check: ({ item, context }) => {
      if (item.status !== "Under study" && item.status !== "Pending confirmation") return null;
      const target = item.timing === null ? null : timingRange(item.timing);
      return target && target.to < context.date ? { values: { value: item.timing ?? "" } } : null;
    },
  },
  {
    id: "F-45",
    severity: "warning",
    field: "status",
    clauses: [clause("Res.1-2016", "9.1.2")],
    confidence: "confirmed",
    condition:
      "Determined or consented, and a study group meeting took place since then, or since the approval was postponed, without a decision on record.",
    check: (subject) => {
      const { item, context } = subject;
      if (item.status !== "Determined" && item.status !== "Consented") return null;
      const since = lastDecision(subject);
      if (since === null) return null;
      const last = (meeting: Meeting): string => meeting.to ?? meeting.from ?? `${meeting.id}-28`;
      const passed = context.meetings.find(
        (meeting) =>
          isStudyGroupMeeting(meeting) &&
          /^\d{4}-\d{2}$/.test(meeting.id) &&
          last(meeting) > since &&
          last(meeting).slice(0, 7) > since.slice(0, 7) &&
          (meeting.held || last(meeting) < context.date),
      );
      return passed ? { values: { status: item.status, since, meeting: passed.name } } : null;
    },
  },
];

/** The day of the last decision on a determined or consented text: its status, or the postponement of its approval. */
function lastDecision({ events, since }: Subject): IsoDate | null {
  const postponed = events.findLast(({ kind, step }) => kind === "Step" && step === "Approval postponed")?.date ?? null;
  return since !== null && postponed !== null && postponed > since ? postponed : since;
}

/** Whether a document printed the timing in this form. */
function isAsPrinted({ item, events }: Subject): boolean {
  return events.some(({ printed }) => printed?.timing === item.timing);
}
