/** The texts of the rules in English. */
import { editTextsEn } from "./rules-en-edits";
import { fieldRulesEn } from "./rules-en-fields";
import type { RulesTexts } from "./rules-texts";

export const rulesEn: RulesTexts = {
  cannot: "{item} cannot be {status} on {date}",
  cannotStep: "{item} cannot be at “{step}” on {date}",
  earliest: "Earliest: {date}.",
  possible: "Possible now: {list}.",
  nothingPossible: "Nothing else is possible from {status}.",
  and: "and",
  because: "{sentence}: {reason}",
  instruments: {},
  exitToTap:
    "A consented text moves to TAP at the study group meeting that decides on it: note its Step as Study group review first, then set its Status to Determined.",
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
    deletionObjection: "a deletion stands when {amount} have passed without objection",
  },
  forbidden: {
    "X-1": "a text is determined or consented before it is approved",
    "X-2": "a proposed work item is confirmed before anything else",
    "X-3": "a consented text goes over to TAP only from study group review, when a Member State present asks for it",
    "X-4": "the process cannot change once a text is determined",
    "X-5": "a text that was determined or consented is approved, not agreed",
    "X-6":
      "an approved text changes only by a new edition, amendment or corrigendum, in a row of its own, or by deletion of the Recommendation",
  },
  reasons: {
    notPermitted: "the procedures know no such step from {from}",
    wrongProcess: "its process is {process}, and only texts under {needed} can be {status}",
    tooEarly: "it is {from} only since {since}",
    tooLate: "the {amount} for it ended on {latest}",
    meetingBegins: "{reason}, and the meeting begins on {begin}",
    wrongBody: "only the study group can decide this, not a working party",
    wrongBodyWtsa: "only WTSA can decide this",
    newRow: "a new work item begins as Pending confirmation or Under study",
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
  remarks: {
    T03: {
      message: "No instrument describes how a proposed work item is rejected.",
      advice: "Name the report in Remarks.",
    },
    T18: {
      message: "What becomes of a determination when {item} is deferred to another meeting is not settled.",
      advice: "Where the text changed in substance, determine it again.",
    },
    T20: {
      message:
        "Resolution 1 does not say whether {item} can be announced again after fewer than 70 % of the replies were in favour.",
      advice: "Give the reason, and think of a new determination.",
    },
    T21: { message: "No instrument describes how {item} returns to study.", advice: "" },
    T24: {
      message: "No instrument describes how WTSA refers {item} back.",
      advice: "Name the WTSA decision in Remarks.",
    },
    T39: {
      message: "No procedure exists for stopping {item} once it is determined or consented.",
      advice: "Have the study group decide it, and give the reason.",
    },
    T40: {
      message: "{item} was discontinued; reopening it is not described in any instrument.",
      advice: "Treat it as a new work item, with its justification.",
    },
    T44: { message: "Resolution 1 does not speak of determining {item} again.", advice: "" },
    T45: {
      message: "{item} was not approved and is agreed as another kind of text.",
      advice: "Give it the number of the new text; the old name is kept.",
    },
    T46: { message: "No instrument describes how {item} is discontinued after it was not approved.", advice: "" },
    T47: { message: "Rec. A.8 lets {item} be announced again without a new consent.", advice: "" },
    T48: { message: "{item} is approved under neither TAP nor AAP.", advice: "Record the study group's decision." },
  },
  preconditions: {
    question: { message: "{item} has no Question.", advice: "Give the Question, for example 2/17." },
    title: { message: "{item} has no title.", advice: "Give the title." },
    editor: { message: "{item} has no editor.", advice: "Name at least one editor." },
    justification: {
      message: "{item} has no justification form.",
      advice: "Attach the A.1 or A.13 form to the report.",
    },
    processKnown: { message: "{item} has no process.", advice: "Choose TAP, AAP or Agreement." },
    timingKnown: { message: "{item} has no timing.", advice: "Give the target date, for example 2024-Q1." },
    timingAhead: { message: "The timing of {item}, {timing}, is past.", advice: "Re-plan it." },
    processDecision: {
      message: "The process of {item} changes only by decision of the study group, on a reasoned and seconded request.",
      advice: "Record the decision in Remarks.",
    },
    textLocated: { message: "{item} has no location of its text.", advice: "Give the TD, for example TD1381." },
    summary: { message: "{item} has no summary, which every Recommendation needs.", advice: "Ask the editor for it." },
    outsideReferences: {
      message: "{item} refers normatively to other organizations and names no A.5 justification.",
      advice: "Give the TD with the A.5 justification.",
    },
    inMeeting: {
      message: "{date} falls into no meeting on the Meetings sheet.",
      advice: "Check the date, or add the meeting.",
    },
    bodyMayAgree: { message: "A working party cannot agree {item}.", advice: "Have the study group agree it." },
    noContributions: {
      message: "{item} drew contributions in the interval of the last two meetings.",
      advice: "Check that it is to be discontinued.",
    },
    announcedInTime: {
      message: "Announced on {date}, {item} is too late for the next meeting known.",
      advice: "Plan the decision for a meeting at least three months later.",
    },
    consultationOver: {
      message: "Replies on {item} are open until seven working days before the meeting.",
      advice: "Check the date on which the consultation closed.",
    },
    support: {
      message: "Fewer than 70 % of the replies on {item} are in favour.",
      advice: "Choose “Consultation below 70 %”.",
    },
    translations: {
      message: "The language versions of {item} were not out a month before the meeting.",
      advice: "Check the date of distribution.",
    },
    reason: { message: "The step of {item} wants a reason.", advice: "Give the reason in Remarks." },
    opposedInFourWeeks: {
      message:
        "{item} can be announced again without a new determination only after formal opposition in the four weeks of more time.",
      advice: "Otherwise determine it again.",
    },
    intentInTime: {
      message: "Announced on {date}, {item} is too late for approval at the next meeting known.",
      advice: "Three weeks are needed between announcement and meeting.",
    },
    policyImplication: {
      message:
        "{item} goes over to TAP only when a Member State present declares policy or regulatory implications, or doubt.",
      advice: "Record who declared it.",
    },
    stability: {
      message: "The text that {item} changes was approved less than two years ago.",
      advice: "Only corrections and complements should come so soon.",
    },
    nameFree: { message: "Another work item already bears the name {item}.", advice: "Choose another name." },
    otherKindOfText: {
      message: "{item} still bears the number of a Recommendation, and is agreed as another kind of text.",
      advice: "Give it the number of the new text, for example X.sup39.",
    },
  },
  edits: editTextsEn,
  fieldRules: fieldRulesEn,
};
