/** Findings of preconditions, and remarks of transitions that no instrument describes, in English. */
import type { RemarkCode } from "../../domain/rules/finding-codes";
import type { PreconditionId } from "../../domain/rules/precondition-ids";
import type { FindingText } from "../rules-texts";

export const stepFindings: Record<PreconditionId | RemarkCode, FindingText> = {
  T03: {
    message: "No instrument describes how a proposed work item is rejected.",
    advice: "Enter the report in Remarks.",
  },
  T18: {
    message:
      "The instruments do not state whether the determination of {item} remains valid when its approval is postponed.",
    advice: "Where the text changed in substance, determine it again.",
  },
  T20: {
    message:
      "Resolution 1 does not state whether {item} can be announced again after fewer than 70 % of the replies were in favour.",
    advice: "Enter the reason, and consider a new determination.",
  },
  T21: { message: "No instrument describes how {item} returns to study.", advice: "" },
  T24: {
    message: "No instrument describes how WTSA returns {item} to study.",
    advice: "Enter the WTSA decision in Remarks.",
  },
  T39: {
    message: "No procedure exists for stopping {item} once it is determined or consented.",
    advice: "Submit it to the study group, and enter the reason.",
  },
  T40: {
    message: "{item} was discontinued, and no instrument describes how to reopen it.",
    advice: "Treat it as a new work item, with its justification.",
  },
  T44: { message: "Resolution 1 does not mention that {item} can be determined again.", advice: "" },
  T45: {
    message: "{item} was not approved and is now agreed as another kind of text.",
    advice: "Enter the number of the new text; the former name is kept.",
  },
  T46: { message: "No instrument describes how {item} is discontinued after it was not approved.", advice: "" },
  T47: { message: "Rec. A.8 allows {item} to be announced again without a new consent.", advice: "" },
  T48: { message: "{item} is approved under neither TAP nor AAP.", advice: "Record the study group's decision." },
  T50: { message: "Resolution 1 does not mention that {item} can be determined again.", advice: "" },
  T54: { message: "No instrument describes how the deletion of {item} is abandoned.", advice: "" },
  T57: {
    message:
      "TSB issues {item} with the concurrence of the study group's chair, according to an extract of Rec. A.1 (09/2019).",
    advice: "",
  },
  T58: { message: "No instrument describes how {item} returns to study once it is consented.", advice: "" },
  question: { message: "{item} has no Question.", advice: "Enter the Question, for example 2/17." },
  title: { message: "{item} has no title.", advice: "Enter the title." },
  editor: { message: "{item} has no editor.", advice: "Enter at least one editor." },
  justification: {
    message: "{item} has no justification form.",
    advice: "Attach the A.1 or A.13 form to the report.",
  },
  processGiven: { message: "{item} has no process.", advice: "Choose TAP, AAP or Agreement." },
  timingGiven: { message: "{item} has no timing.", advice: "Enter the target date, for example 2024-Q1." },
  timingAhead: { message: "The timing of {item}, {timing}, is in the past.", advice: "Enter a new timing." },
  processDecision: {
    message:
      "The process of {item} can change only by a decision of the study group on a reasoned and seconded request.",
    advice: "Record the decision in Remarks.",
  },
  textLocated: {
    message: "The location of the text of {item} is missing.",
    advice: "Enter the TD, for example TD1381.",
  },
  summary: { message: "{item} has no summary, which every Recommendation needs.", advice: "Ask the editor for it." },
  outsideReferences: {
    message: "{item} has normative references to other organizations, but no A.5 justification.",
    advice: "Enter the TD with the A.5 justification.",
  },
  inMeeting: {
    message: "{date:day} is within no meeting on the Meetings sheet.",
    advice: "Check the date, or add the meeting.",
  },
  agreementByWorkingParty: {
    message: "Whether a working party may agree {item} is stated in Rec. A.13, which was not read.",
    advice: "Check with TSB, or submit it to the study group.",
  },
  atWtsa: {
    message:
      "Only WTSA can delete {item} immediately, and no meeting of WTSA is listed on {date:day}; the study group deletes it in three steps: deletion agreed, announced by circular, in force after three months without objection",
    advice: "Set its Step to Deletion agreed.",
  },
  bodyMayAgree: { message: "A working party cannot agree {item}.", advice: "Submit it to the study group." },
  noContributions: {
    message: "{item} received contributions between the last two meetings.",
    advice: "Check whether it should be discontinued.",
  },
  announcedInTime: {
    message: "The announcement of {item} on {date:day} is too late for the next listed meeting.",
    advice: "Plan the decision for a meeting at least three months after the announcement.",
  },
  consultationOver: {
    message: "The consultation on {item} is open until seven working days before the meeting.",
    advice: "Check the date on which the consultation closed.",
  },
  support: {
    message: "Fewer than 70 % of the replies on {item} are in favour.",
    advice: "Choose “Consultation below 70 %”.",
  },
  translations: {
    message: "The language versions of {item} were not distributed a month before the meeting.",
    advice: "Check the date of distribution.",
  },
  reason: { message: "This step of {item} needs a reason.", advice: "Enter the reason in Remarks." },
  opposedInFourWeeks: {
    message:
      "{item} can be announced again without a new determination only after formal opposition in the four weeks of more time.",
    advice: "Otherwise determine it again.",
  },
  intentInTime: {
    message: "The announcement of {item} on {date:day} is too late for approval at the next listed meeting.",
    advice: "At least three weeks are needed between announcement and meeting.",
  },
  policyImplication: {
    message:
      "{item} can move to TAP only when a Member State that is present declares policy or regulatory implications, or doubt about them.",
    advice: "Record who declared it in Remarks.",
  },
  stability: {
    message: "The text that {item} changes was approved less than two years ago.",
    advice: "Within two years only corrections and additions are foreseen.",
  },
  otherKindOfText: {
    message: "{item} still has the number of a Recommendation, but is agreed as another kind of text.",
    advice: "Enter the number of the new text, for example X.sup39.",
  },
};
