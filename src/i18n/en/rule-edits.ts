/** What the rules say of an edit as such, in English. */
import type { EditCode } from "../../domain/rules/finding-codes";
import type { FindingText } from "../rules-texts";

export const editFindings: Record<EditCode, FindingText> = {
  unknownStatus: { message: "“{value}” is no status.", advice: "Did you mean {nearest:or}?" },
  unknownStep: {
    message: "“{value}” is no step of a text that is {status:status}.",
    advice: "Choose one of {list:or}.",
  },
  noSteps: { message: "A text that is {status:status} has no step “{value}”.", advice: "Clear the step." },
  unknownProcess: { message: "“{value}” is no process.", advice: "Did you mean {nearest:or}?" },
  unknownKind: { message: "“{value}” is no kind of text.", advice: "Did you mean {nearest:or}?" },
  badQuestion: { message: "“{value}” is no Question.", advice: "Write it as 2/17 or Q2/17." },
  unlistedQuestion: {
    message: "No document that was read names Question {value}.",
    advice: "Check the number; a new Question needs nothing.",
  },
  otherGroupsQuestion: {
    message: "Question {value} belongs to another study group than {group}; the transfer was recorded.",
    advice: "Undo it if the Question is mistyped.",
  },
  noStudyGroup: { message: "{value} is a Question of no study group.", advice: "Write it as 2/17 or Q2/17." },
  highQuestion: {
    message: "{value}: the study group has had no Question with so high a number.",
    advice: "Check the number.",
  },
  questionWasDate: {
    message: "Excel had made a date, {date:day}, of the Question; {value} is taken.",
    advice: "Choose the Question from the list, or type it with an apostrophe before it: '{value}.",
  },
  questionIsNumber: {
    message: "“{value}” is a number to Excel, and no Question.",
    advice: "Choose the Question from the list, or type it with an apostrophe before it: '2/17.",
  },
  timingWasDate: {
    message: "Excel had made a date, {date:day}, of the timing; {value} is taken.",
    advice: "Type it with an apostrophe before it: '{value}.",
  },
  timingIsNumber: {
    message: "“{value}” is a number to Excel, and no timing.",
    advice: "Type it with an apostrophe before it: '2024-03.",
  },
  itemIsNumber: {
    message: "“{value}” is a number to Excel, and no name of a text.",
    advice: "Write the name with its letter, such as X.1817.",
  },
  badTiming: { message: "“{value}” is no timing.", advice: "Write it as 2024-Q1 or 2024-03." },
  badDate: { message: "“{value}” is no date.", advice: "Give a date such as 2023-09-08." },
  futureDate: {
    message: "{value:day} lies in the future, beyond the meeting chosen.",
    advice: "Give the date on which it happened.",
  },
  clearedStatus: { message: "The status of {item} cannot be empty.", advice: "Choose a status." },
  clearedItem: { message: "A work item cannot be without a name.", advice: "Delete the row, or give a name." },
  clearedSince: {
    message: "{item} needs the date on which it became {status:status}.",
    advice: "Give a date such as 2023-09-08.",
  },
  clearedTitle: { message: "{item} cannot be without a title.", advice: "Give the title." },
  key: { message: "The key of a row holds its identity and cannot be changed.", advice: "" },
  duplicate: {
    message: "{value} is already the name of another work item, {other}.",
    advice: "Choose another name.",
  },
  edition: {
    message: "{value} has an edition of {since:day}; this row is another edition, and both stay.",
    advice: "If it is the same text, delete this row and enter the change in the other.",
  },
  givenAgain: {
    message: "{value} was a name of {other}, which was not published under it: the name is given again.",
    advice: "Both texts stay; check the number.",
  },
  numberStays: {
    message: "{number} is approved, and the number of an approved Recommendation does not change",
    advice: "Enter a new text in a row of its own.",
  },
  erratumProcess: { message: "An Erratum has no process.", advice: "Clear the process." },
  processFrozen: {
    message:
      "The process of {item} cannot change from {from} to {value}: it is {status:status}, and the choice is final once a text is determined or consented",
    advice: "",
  },
  processFrozenConsented: {
    message:
      "The process of {item} cannot change from {from} to {value}: it is {status:status}, and the choice is final once a text is determined or consented",
    advice:
      "A consented text moves to TAP at the study group meeting that decides on it: note its Step as Study group review first, then set its Status to Determined.",
  },
  processForStatus: {
    message: "{item} is {status:status}, which does not go with the process {value}",
    advice: "Choose {needed:or}.",
  },
  processForKind: {
    message: "{kind:product} does not go with the process {value}: {item} needs {needed:or}",
    advice: "Choose {needed:or}.",
  },
  noStatusDate: {
    message: "No document tells since when {item} is {status:status}, so no period could be checked.",
    advice: "Give the date in Since.",
  },
  nameless: { message: "The new row has no name yet.", advice: "Give a number or a provisional name." },
  insisted: { message: "Taken against the rules, on the reason given: {reason}", advice: "" },
};
