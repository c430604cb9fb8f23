/** The texts of the rules in English. */
import type { RulesTexts } from "../rules-texts";
import { and, day, or } from "./grammar";
import { editFindings } from "./rule-edits";
import { fieldFindings } from "./rule-fields";
import { stepFindings } from "./rule-steps";

export const rules: RulesTexts = {
  earliest: "Earliest: {date:day}.",
  possible: "Possible now: {list}.",
  nothingPossible: "Nothing else is possible from {status:status}.",
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
    notPermitted: "the procedures know no such step from {from:status}",
    wrongProcess: "its process is {process}, and only texts under {needed:or} can be {status:status}",
    tooEarly: "it is {from:status} only since {since:day}",
    tooLate: "the {period:amount} for it ended on {latest:day}",
    meetingBegins: "{periods:waits}, and the meeting begins on {begin:day}",
    erratum: "an Erratum has no process; TSB issues it with the concurrence of the study group's chair",
    newRow: "a new work item begins as Pending confirmation or Under study",
    notPermittedFromStep: "the procedures know no such step from {from:status}, {step}",
    waits: "{periods:waits}",
    "X-1": "a text is determined or consented before it is approved",
    "X-2": "a proposed work item is confirmed before anything else",
    "X-3": "a consented text goes over to TAP only from study group review, when a Member State present asks for it",
    "X-4": "the process cannot change once a text is determined",
    "X-5": "a text that was determined or consented is approved, not agreed",
    "X-7":
      "fewer than 70 % of the replies were in favour, so it cannot be approved at this meeting; announce it again, determine it again, or note it as not approved",
    "X-6":
      "an approved text changes only by a new edition, amendment or corrigendum, in a row of its own, or by deletion of the Recommendation, which begins with the step Deletion agreed",
  },
  findings: {
    ...editFindings,
    ...fieldFindings,
    ...stepFindings,
    cannot: { message: "{item} cannot be {status:status} on {date:day}: {reason}", advice: "" },
    cannotStep: { message: "{item} cannot be at “{step}” on {date:day}: {reason}", advice: "" },
    wrongBody: { message: "{item}: only the study group can decide this, not a working party", advice: "" },
    wrongBodyRapporteurs: {
      message: "{item}: only a rapporteur group meets on that day, and it decides nothing",
      advice: "",
    },
    wrongBodyWtsa: { message: "{item}: only WTSA can decide this", advice: "" },
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
