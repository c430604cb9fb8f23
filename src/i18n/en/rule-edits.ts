/** Findings about an edit, in English. */
import type { EditCode } from "../../domain/rules/finding-codes";
import type { FindingText } from "../rules-texts";

export const editFindings: Record<EditCode, FindingText> = {
  unknownStatus: { message: "“{value}” is not a valid status.", advice: "Did you mean {nearest:or}?" },
  unknownStep: {
    message: "“{value}” is not a step of the status {status:status}.",
    advice: "Choose one of {list:or}.",
  },
  noSteps: { message: "The status {status:status} has no step “{value}”.", advice: "Clear the step." },
  unknownProcess: { message: "“{value}” is not a valid process.", advice: "Did you mean {nearest:or}?" },
  unknownKind: { message: "“{value}” is not a valid kind of text.", advice: "Did you mean {nearest:or}?" },
  badQuestion: { message: "“{value}” is not a valid Question.", advice: "Enter it as 2/17 or Q2/17." },
  unlistedQuestion: {
    message: "Question {value} is in none of the loaded documents.",
    advice: "Check the number; for a new Question no action is needed.",
  },
  otherGroupsQuestion: {
    message: "Question {value} belongs to another study group than {group}; the transfer was recorded.",
    advice: "Undo the change if the Question is mistyped.",
  },
  noStudyGroup: { message: "{value} is not a Question of any study group.", advice: "Enter it as 2/17 or Q2/17." },
  badStudyGroup: { message: "{value} is not a study group.", advice: "Enter it as SG20." },
  highQuestion: {
    message: "The study group has never had a Question with the number of {value}.",
    advice: "Check the number.",
  },
  questionWasDate: {
    message: "Excel had converted the Question to the date {date:day}; it was entered as {value}.",
    advice: "The cell now keeps what is typed as text.",
  },
  questionIsNumber: {
    message: "Excel stored “{value}” as a number, which is not a valid Question.",
    advice: "Choose the Question from the list, or type an apostrophe first: '2/17.",
  },
  timingWasDate: {
    message: "Excel had converted the timing to the date {date:day}; it was entered as {value}.",
    advice: "The cell now keeps what is typed as text.",
  },
  timingIsNumber: {
    message: "Excel stored “{value}” as a number, which is not a valid timing.",
    advice: "Type an apostrophe first: '2024-03.",
  },
  itemIsNumber: {
    message: "Excel stored “{value}” as a number, which is not a valid name.",
    advice: "Enter the name with its series letter, for example X.1817.",
  },
  badTiming: { message: "“{value}” is not a valid timing.", advice: "Enter it as 2024-Q1 or 2024-03." },
  badDate: { message: "“{value}” is not a valid date.", advice: "Enter a date such as 2023-09-08." },
  meetingUndated: {
    message: "The current meeting, {meeting}, has no closing day, by which decisions are dated.",
    advice: "Enter its dates at the top of the pane, then enter the decision again.",
  },
  futureDate: {
    message: "{value:day} is in the future and after the current meeting.",
    advice: "Enter the date on which it happened.",
  },
  clearedStatus: { message: "The status of {item} cannot be empty.", advice: "Choose a status." },
  clearedItem: { message: "A work item needs a name.", advice: "Enter a name, or delete the row." },
  clearedSince: {
    message: "{item} needs the date on which it got the status {status:status}.",
    advice: "Enter a date such as 2023-09-08.",
  },
  clearedTitle: { message: "{item} needs a title.", advice: "Enter the title." },
  reportedOnly: { message: "The documents give the column Last reported; it cannot be typed into.", advice: "" },
  key: { message: "The hidden Key identifies the row and cannot be changed.", advice: "" },
  duplicate: {
    message: "{value} is already the name of another work item, {other}.",
    advice: "Choose another name.",
  },
  edition: {
    message: "{value} already has an edition of {since:day}; this row was kept as another edition.",
    advice: "If it is the same text, delete this row and change the other one.",
  },
  givenAgain: {
    message: "{value} was a name of {other}, which was not published under it; the name is now used again.",
    advice: "Both texts were kept; check the number.",
  },
  numberStays: {
    message: "{number} is approved, and the number of an approved Recommendation cannot change",
    advice: "Enter a new text in a new row.",
  },
  erratumProcess: { message: "An Erratum has no process.", advice: "Clear the process." },
  processFrozen: {
    message:
      "The process of {item} cannot change from {from} to {value}: it is {status:status}, and the process is final once a text is determined or consented",
    advice: "",
  },
  processFrozenConsented: {
    message:
      "The process of {item} cannot change from {from} to {value}: it is {status:status}, and the process is final once a text is determined or consented",
    advice:
      "A consented text moves to TAP at the study group meeting that decides on it: set its Step to Study group review first, then its Status to Determined.",
  },
  processForStatus: {
    message: "{item} is {status:status}, which is not compatible with the process {value}",
    advice: "Choose {needed:or}.",
  },
  processForKind: {
    message: "{kind:product} is not compatible with the process {value}: {item} needs {needed:or}",
    advice: "Choose {needed:or}.",
  },
  noStatusDate: {
    message: "The date on which {item} got the status {status:status} is not recorded, so no period could be checked.",
    advice: "Enter the date in Since.",
  },
  nameless: { message: "The new row has no name yet.", advice: "Enter a number or a provisional name." },
  insisted: { message: "Accepted by override, with the reason: {reason}", advice: "" },
};
