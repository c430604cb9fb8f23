/** What transitions presuppose, and what is remarked upon where no instrument describes them, in English. */
import type { RemarkCode } from "../../domain/rules/finding-codes";
import type { PreconditionId } from "../../domain/rules/precondition-ids";
import type { FindingText } from "../rules-texts";

export const stepFindings: Record<PreconditionId | RemarkCode, FindingText> = {
  T03: {
    message: "No instrument describes how a proposed work item is rejected.",
    advice: "Name the report in Remarks.",
  },
  T18: {
    message: "The instruments do not say whether the determination of {item} holds when its approval is postponed.",
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
  T50: { message: "Resolution 1 does not speak of determining {item} again.", advice: "" },
  T54: { message: "No instrument describes how the deletion of {item} is given up.", advice: "" },
  T57: {
    message:
      "TSB issues {item} with the concurrence of the study group's chair, as an extract of Rec. A.1 (09/2019) has it.",
    advice: "",
  },
  T58: { message: "No instrument describes how {item} returns to study once it is consented.", advice: "" },
  question: { message: "{item} has no Question.", advice: "Give the Question, for example 2/17." },
  title: { message: "{item} has no title.", advice: "Give the title." },
  editor: { message: "{item} has no editor.", advice: "Name at least one editor." },
  justification: {
    message: "{item} has no justification form.",
    advice: "Attach the A.1 or A.13 form to the report.",
  },
  processGiven: { message: "{item} has no process.", advice: "Choose TAP, AAP or Agreement." },
  timingGiven: { message: "{item} has no timing.", advice: "Give the target date, for example 2024-Q1." },
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
    message: "{date:day} falls into no meeting on the Meetings sheet.",
    advice: "Check the date, or add the meeting.",
  },
  agreementByWorkingParty: {
    message: "Rec. A.13, which says whether a working party may agree {item}, could not be read.",
    advice: "Check with TSB, or have the study group agree it.",
  },
  atWtsa: {
    message:
      "{item} is deleted at once only by WTSA, and no meeting of WTSA is listed on {date:day}; the study group deletes it in steps: agreed, announced by circular, in force after three months without objection",
    advice: "Set its Step to Deletion agreed.",
  },
  bodyMayAgree: { message: "A working party cannot agree {item}.", advice: "Have the study group agree it." },
  noContributions: {
    message: "{item} drew contributions in the interval of the last two meetings.",
    advice: "Check that it is to be discontinued.",
  },
  announcedInTime: {
    message: "Announced on {date:day}, {item} is too late for the next meeting known.",
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
    message: "Announced on {date:day}, {item} is too late for approval at the next meeting known.",
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
};
