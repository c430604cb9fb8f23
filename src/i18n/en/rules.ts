/** The texts of the rules in English. */
import type { RulesTexts } from "../rules-texts";
import { and, day, or } from "./grammar";
import { editFindings } from "./rule-edits";
import { fieldFindings } from "./rule-fields";
import { stepFindings } from "./rule-steps";

export const rules: RulesTexts = {
  earliest: "Earliest: {date:day}.",
  possible: "Possible now: {list}.",
  nothingPossible: "No other status is possible from {status:status}.",
  and,
  or,
  day,
  statuses: {},
  kindsOfText: {},
  instruments: {},
  products: {
    Recommendation: "A Recommendation",
    Annex: "An annex",
    Appendix: "An appendix",
    Supplement: "A Supplement",
    "Technical Report": "A Technical Report",
    "Technical Paper": "A Technical Paper",
    "Implementers' guide": "An implementers' guide",
    Handbook: "A handbook",
    revision: "A revision",
    amendment: "An amendment",
    corrigendum: "A corrigendum",
    erratum: "An erratum",
  },
  waits: {
    noticeBeforeMeeting: "a determined text needs {possessive} notice before the meeting",
    moreTimeTap: "the {amount} for formal opposition must pass",
    lastCall: "a consented text has a Last Call of {amount}",
    additionalReview: "an Additional Review lasts {amount}",
    intentBeforeMeeting: "the intent to approve it at a meeting is announced {amount} before",
    moreTimeAap: "the {amount} for opposition must pass",
    deletionObjection: "a deletion takes effect {amount} after its circular, without objection",
  },
  reasons: {
    notPermitted: "the procedures do not allow this change from {from:status}",
    wrongProcess: "its process is {process}, and only texts under {needed:or} can be {status:status}",
    tooEarly: "it has been {from:status} only since {since:day}",
    tooLate: "the period of {period:amount} ended on {latest:day}",
    meetingBegins: "{periods:waits}, and the meeting begins on {begin:day}",
    nonNormative: "a non-normative text is agreed; it is not determined, consented or approved",
    erratum: "an Erratum has no process; TSB issues it with the concurrence of the study group's chair",
    newRow: "a new work item begins as Pending confirmation or Under study",
    notPermittedFromStep: "the procedures do not allow this change from {from:status}, {step}",
    waits: "{periods:waits}",
    "X-1": "a text must be determined or consented before it is approved",
    "X-2": "a proposed work item must be confirmed first",
    "X-3":
      "a consented text moves to TAP only from the step Study group review, at the request of a Member State that is present",
    "X-4": "the process cannot change once a text is determined",
    "X-5": "a determined or consented text is approved and not agreed",
    "X-7":
      "fewer than 70 % of the replies were in favour, so it cannot be approved at this meeting; announce it again, determine it again, or set it to Not approved",
    "X-6":
      "an approved text changes only by a new edition, amendment or corrigendum in a separate row, or by deletion of the Recommendation, which begins with the step Deletion agreed",
  },
  findings: {
    ...editFindings,
    ...fieldFindings,
    ...stepFindings,
    cannot: { message: "{item} cannot be {status:status} on {date:day}: {reason}", advice: "" },
    cannotStep: { message: "{item} cannot be at “{step}” on {date:day}: {reason}", advice: "" },
    wrongBody: { message: "A working party cannot decide this for {item}; only the study group can", advice: "" },
    wrongBodyRapporteurs: {
      message: "Only a rapporteur group meets on that day, and it cannot decide this for {item}",
      advice: "",
    },
    wrongBodyWtsa: { message: "Only WTSA can decide this for {item}", advice: "" },
  },
  numbers: ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  units: {
    day: ["{n} day", "{n} days"],
    "working day": ["{n} working day", "{n} working days"],
    week: ["{n} week", "{n} weeks"],
    month: ["{n} month", "{n} months"],
    year: ["{n} year", "{n} years"],
  },
  unitsPossessive: {
    day: ["{n} day's", "{n} days'"],
    "working day": ["{n} working day's", "{n} working days'"],
    week: ["{n} week's", "{n} weeks'"],
    month: ["{n} month's", "{n} months'"],
    year: ["{n} year's", "{n} years'"],
  },
  actions: {},
};
