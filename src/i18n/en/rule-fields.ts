/** What the field rules say, in English. */
import type { FieldRuleCode } from "../../domain/rules/finding-codes";
import type { FindingText } from "../rules-texts";

export const fieldFindings: Record<FieldRuleCode, FindingText> = {
  "F-01": { message: "The row has no name.", advice: "Give a number or a provisional name." },
  "F-01 duplicate": {
    message: "{item} bears a name that {other} bears or bore.",
    advice: "Make the names different, or make the two one.",
  },
  "F-02": {
    message: "{item} is a name of no known form.",
    advice: "Names look like X.abc, X.1234, X.1234rev, X.509 (2019) Amd.2, XSTR.abc.",
  },
  "F-03": {
    message: "The name {item} is oddly written: “{part}”.",
    advice: "Write it once, as X.1286 (ex X.accsadlt).",
  },
  "F-04": {
    message: "{item} is not in the usual spelling of amendments and corrigenda, with the year of the edition.",
    advice: "Write it like X.509 (2019) Amd.2.",
  },
  "F-05": {
    message: "{item} is {status:status} and has no number yet.",
    advice: "Numbers are normally given at determination or consent.",
  },
  "F-06": {
    message: "“{value}” does not fit the name {item}.",
    advice: "A name in “rev” is Rev, a plain provisional name New.",
  },
  "F-07": { message: "“{value}” is no Question.", advice: "Write it as 2/17." },
  "F-07 unlisted": {
    message: "No document that was read names Question {value}.",
    advice: "Check the number; a new Question needs nothing.",
  },
  "F-07 high": {
    message: "The study group has had no Question {value}.",
    advice: "Check the number.",
  },
  "F-08": { message: "“{value}” is no study period.", advice: "Write it as 2022-2024." },
  "F-09": { message: "“{value}” is no timing.", advice: "Write it as 2024-03." },
  "F-09 notation": {
    message: "The timing {value} is not written as the database writes it.",
    advice: "The database writes 2024-03, reports write 2024-Q1.",
  },
  "F-10": { message: "The timing of {item}, {value}, is past.", advice: "Re-plan it, or enter what happened." },
  "F-11": {
    message: "{item} is {status:status}, which does not go with the process {value}.",
    advice: "The process should be {needed:or}.",
  },
  "F-12": { message: "{item} is approved, not agreed.", advice: "The process should be TAP or AAP." },
  "F-13": {
    message: "{item} is a {product:kindOfText}, which is agreed, not approved under {value}.",
    advice: "The process should be Agreement.",
  },
  "F-13 erratum": { message: "{item} is an Erratum, which has no process.", advice: "Clear the process." },
  "F-14": {
    message: "{item} holds informative content only, which is agreed.",
    advice: "The process should be Agreement.",
  },
  "F-15": {
    message: "{item} is {status:status} under {from}, and its process reads {value}.",
    advice: "Set the process back to {from}.",
  },
  "F-16": {
    message: "{item} is under {value}, where {presumed} is presumed.",
    advice: "Record the decision of the study group.",
  },
  "F-17": { message: "“{value}” is no date.", advice: "Give a date such as 2023-09-08." },
  "F-17 missing": {
    message: "{item} is {status:status}, and the date is not given.",
    advice: "Give the date in Since.",
  },
  "F-17 future": {
    message: "The date of {item}, {value:day}, lies in the future.",
    advice: "Give the date on which it happened.",
  },
  "F-18": {
    message: "{item} is {status:status} since {value:day}, which falls into no meeting that is listed.",
    advice: "Check the date, or add the meeting to Meetings.",
  },
  "F-18 rapporteurs": {
    message: "{item} is {status:status} since {value:day}, when only a rapporteur group met; it decides nothing.",
    advice: "Enter the study group or working party meeting that decided.",
  },
  "F-19 rapporteurs": {
    message: "{item} was approved on {value:day}, when only a rapporteur group met; it decides nothing.",
    advice: "Enter the study group meeting that decided.",
  },
  "F-19": {
    message: "{item} was approved by a working party; only the study group or WTSA can approve.",
    advice: "Have the study group decide.",
  },
  "F-19 meeting": {
    message:
      "{item} was approved on {value:day}, in no study group meeting that is listed nor the four weeks after one.",
    advice: "Check the date, or add the meeting to Meetings.",
  },
  "F-20": {
    message: "{item} was approved on {value:day}, less than three months after {start:day}.",
    advice: "The earliest date is {earliest:day}.",
  },
  "F-21": {
    message: "{item} was approved on {value:day}, less than four weeks after {start:day}.",
    advice: "The earliest date is {earliest:day}.",
  },
  "F-22": { message: "The {name} of {item} runs from {from:day} to {to:day}.", advice: "It should end on {end:day}." },
  "F-23": {
    message: "The Additional Review of {item} began on {value:day}, without a Last Call that had ended.",
    advice: "Check the dates.",
  },
  "F-24": {
    message:
      "The intent to approve {item} was announced on {value:day}, less than three weeks before the meeting of {meeting:day}.",
    advice: "Choose a later meeting.",
  },
  "F-25": {
    message: "{item} was announced on {value:day}, less than three months before the meeting of {meeting:day}.",
    advice: "The meeting should begin on {earliest:day} or later.",
  },
  "F-26": {
    message: "The consultation on {item} closed on {value:day}, not seven working days before the meeting.",
    advice: "Replies close on {due:day}.",
  },
  "F-27": {
    message:
      "The language versions of {item} were out on {value:day}, less than a month before the meeting of {meeting:day}.",
    advice: "Check the date of distribution.",
  },
  "F-28": {
    message: "{value} % of the replies on {item} are in favour; 70 % are needed.",
    advice: "The study group may not consider approval at this meeting.",
  },
  "F-29": {
    message: "No circular has told the outcome for {item}, which was due on {due:day}.",
    advice: "Enter the circular, or ask for it.",
  },
  "F-30": { message: "{item} has no summary, which every Recommendation needs.", advice: "Ask the editor for it." },
  "F-31": {
    message: "{item} is {status:status}, and the location of its text is not given.",
    advice: "Give the TD in Text.",
  },
  "F-32": {
    message: "The base text “{value}” is neither a contribution nor a TD.",
    advice: "Write it as C 421 or TD 1381.",
  },
  "F-33": {
    message: "{item} refers normatively to other organizations and names no A.5 justification.",
    advice: "Give the TD in A.5/A.25.",
  },
  "F-34": {
    message: "{item} is equivalent to “{value}” and names no justification.",
    advice: "Give the TD of the A.25 justification in A.5/A.25.",
  },
  "F-35": { message: "{item} has no {needed} justification.", advice: "Attach the {needed} form." },
  "F-36": { message: "{item} has {value} supporting members; {least} are usual.", advice: "Ask for more support." },
  "F-37": { message: "{item} has no editor.", advice: "Name at least one editor." },
  "F-38": {
    message: "{item} drew no contribution in the interval of the last two meetings.",
    advice: "It may be considered for discontinuation.",
  },
  "F-39": { message: "{item} has no title.", advice: "Give the title." },
  "F-39 twice": {
    message: "{item} bears the same title as {other}.",
    advice: "Titles are unique: change one, or make the two one.",
  },
  "F-39 acronym": {
    message: "The title of {item} contains the acronym {value}.",
    advice: "Titles spell acronyms out.",
  },
  "F-40": {
    message: "The title of {item} is not that of its Recommendation, “{title}”.",
    advice: "An amendment or corrigendum keeps the title.",
  },
  "F-41": {
    message: "{item} changes a text approved on {approved:day}, less than two years before.",
    advice: "Only corrections and complements should come so soon.",
  },
  "F-42": {
    message: "{item} was agreed by a working party, which cannot agree a {product:kindOfText}.",
    advice: "Have the study group agree it.",
  },
  "F-42 condition": {
    message:
      "{item} was agreed by a working party; a {product:kindOfText} needs the study group's authorisation or its chair's concurrence.",
    advice: "Record it.",
  },
  "F-42 not read": {
    message:
      "{item} was agreed by a working party; whether it may agree a {product} is in Rec. A.13, which could not be read.",
    advice: "Check with TSB.",
  },
  "F-43": { message: "{item} does not name the Recommendation it belongs to.", advice: "Give it in Parent." },
  "F-44": {
    message: "The mark “{mark}” printed behind {item} does not go with the process {value}.",
    advice: "Check the process.",
  },
  "F-45": {
    message:
      "{item} is {status:status} since {since:day}; a meeting has passed since ({meeting}), and no decision is on record.",
    advice: "Enter the decision, or ask the secretariat of the study group.",
  },
  "F-46": {
    message: "The opposition to {item} is dated {value:day}, after the four weeks that ended on {due:day}.",
    advice: "It comes too late to count.",
  },
  "F-47": { message: "A text of {item} looks damaged by its encoding: “{value}”.", advice: "Type it again." },
  "F-48": {
    message: "{item} went from {from:status} to {status:status} on {date:day}, which the procedures do not know. {why}",
    advice: "Correct the history, or give a reason.",
  },
  "F-48 gap": {
    message: "The documents do not tell how {item} went from {from:status} to {status:status} by {date:day}.",
    advice: "",
  },
  "F-48 again": {
    message: "{item} was {status:status} on {first:day}, and again on {second:day}, with nothing in between.",
    advice: "Check whether it was returned to study or announced again.",
  },
  "F-48 step": {
    message: "“{value}” is no step of a text that is {status:status}.",
    advice: "Choose a step from the list.",
  },
};
