/** Field rules on the periods inside TAP and AAP, where their dates are recorded: F-22 to F-29. */
import { isIsoDate } from "../../designations/dates";
import { clause } from "../instruments";
import { after, before, FIGURES } from "../periods";
import { supportOf } from "../preconditions";
import { statusDate, type FieldRule, type Violation } from "./field-rule";

export const CONSULTATION_RULES: readonly FieldRule[] = [
  {
    id: "F-22",
    severity: "error",
    field: "step",
    clauses: [clause("A.8-2008", "4.1"), clause("A.8-2008", "4.5")],
    confidence: "confirmed",
    condition:
      "A Last Call of other than four weeks, or an Additional Review of other than three; longer is a warning.",
    check: ({ details }) => [
      ...(details.lastCall ? review(details.lastCall, after(details.lastCall.from, "lastCall"), "Last Call") : []),
      ...(details.additionalReview
        ? review(
            details.additionalReview,
            after(details.additionalReview.from, "additionalReview"),
            "Additional Review",
          )
        : []),
    ],
  },
  {
    id: "F-23",
    severity: "error",
    field: "step",
    clauses: [clause("A.8-2008", "4.4.3"), clause("A.8-2008", "4.5")],
    confidence: "confirmed",
    condition:
      "An Additional Review that begins before the Last Call can have ended: four weeks after it began, or after consent where that date is not recorded.",
    check: (subject) => {
      const { lastCall, additionalReview } = subject.details;
      if (!additionalReview) return null;
      const begun = lastCall?.from ?? statusDate(subject, "Consented");
      const ended = lastCall?.to ?? (begun !== null && isIsoDate(begun) ? after(begun, "lastCall") : null);
      return ended === null || additionalReview.from >= ended ? null : { values: { value: additionalReview.from } };
    },
  },
  {
    id: "F-24",
    severity: "error",
    field: "since",
    clauses: [clause("A.8-2008", "4.6")],
    confidence: "confirmed",
    condition: "Intent to approve under AAP at a meeting announced less than three weeks before it.",
    check: ({ details }) =>
      details.intentAnnounced &&
      details.decisionMeetingFrom &&
      after(details.intentAnnounced, "intentBeforeMeeting") > details.decisionMeetingFrom
        ? { values: { value: details.intentAnnounced, meeting: details.decisionMeetingFrom } }
        : null,
  },
  {
    id: "F-25",
    severity: "error",
    field: "since",
    clauses: [clause("Res.1-2016", "9.3.3")],
    confidence: "confirmed",
    condition: "Announced under TAP less than three months before the meeting.",
    check: ({ item, since, details }) =>
      item.process === "TAP" &&
      details.announced &&
      details.decisionMeetingFrom &&
      details.announced <= details.decisionMeetingFrom &&
      // F-20 reports an approval that came too soon.
      !(item.status === "Approved" && since !== null && after(details.announced, "noticeBeforeMeeting") > since) &&
      after(details.announced, "noticeBeforeMeeting") > details.decisionMeetingFrom
        ? {
            values: {
              value: details.announced,
              meeting: details.decisionMeetingFrom,
              earliest: after(details.announced, "noticeBeforeMeeting"),
            },
          }
        : null,
  },
  {
    id: "F-26",
    severity: "warning",
    field: "step",
    clauses: [clause("Res.1-2016", "9.4.1")],
    confidence: "confirmed",
    condition: "The consultation closed sooner than seven working days before the meeting; a later day is a remark.",
    check: ({ details }) => {
      if (!details.consultationClosed || !details.decisionMeetingFrom) return null;
      const due = before(details.decisionMeetingFrom, "consultationCloses");
      const closed = details.consultationClosed;
      if (closed === due) return null;
      // A later day is often the day of recording and only worth a note; an earlier one shortens the consultation.
      return { severity: closed > due ? "info" : "warning", values: { value: closed, due } };
    },
  },
  {
    id: "F-27",
    severity: "warning",
    field: "text",
    clauses: [clause("Res.1-2016", "9.3.5")],
    confidence: "confirmed",
    condition: "Language versions out less than a month before the TAP meeting.",
    check: ({ item, details }) =>
      item.process === "TAP" &&
      details.translationsOut &&
      details.decisionMeetingFrom &&
      after(details.translationsOut, "translationsOut") > details.decisionMeetingFrom
        ? { values: { value: details.translationsOut, meeting: details.decisionMeetingFrom } }
        : null,
  },
  {
    id: "F-28",
    severity: "error",
    field: "step",
    clauses: [clause("Res.1-2016", "9.4.5"), clause("Res.1-2016", "9.4.6")],
    confidence: "confirmed",
    condition:
      "The procedure continued although fewer than 70 % of the replies were in favour; without any reply it may continue.",
    check: ({ item, details }) => {
      const went =
        item.status === "Approved" || item.step === "Consultation closed" || item.step === "More time requested";
      if (!details.replies || item.process !== "TAP" || !went) return null;
      const support = supportOf(details.replies);
      return support < FIGURES.consultationSupport.amount ? { values: { value: Math.floor(support * 100) } } : null;
    },
  },
  {
    id: "F-29",
    severity: "warning",
    field: "since",
    clauses: [clause("Res.1-2016", "9.6.1"), clause("A.8-2008", "6.2")],
    confidence: "confirmed",
    condition: "No circular on the outcome four weeks after the TAP meeting, two weeks after the AAP meeting.",
    check: ({ item, details, context }) => {
      if (!details.decisionMeetingTo || details.notified === undefined) return null;
      if (item.status !== "Approved" && item.status !== "Not approved") return null;
      const due = after(details.decisionMeetingTo, item.process === "AAP" ? "notificationAap" : "notificationTap");
      return (details.notified ?? context.date) > due ? { values: { due } } : null;
    },
  },
];

function review(period: { from: string; to: string }, end: string, name: string): Violation[] {
  if (period.to === end) return [];
  return [{ severity: period.to > end ? "warning" : "error", values: { name, from: period.from, to: period.to, end } }];
}
