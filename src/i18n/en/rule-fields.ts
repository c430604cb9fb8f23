/** Findings of the field rules, in English. */
import type { FieldRuleCode } from "../../domain/rules/finding-codes";
import type { FindingText } from "../rules-texts";

export const fieldFindings: Record<FieldRuleCode, FindingText> = {
  "F-01": { message: "The row has no name.", advice: "Enter a number or a provisional name." },
  "F-01 duplicate": {
    message: "{item} has a name that {other} has or had.",
    advice: "Change one of the names, or merge the two rows.",
  },
  "F-02": {
    message: "The name {item} does not have a recognised form.",
    advice: "Names look like X.abc, X.1234, X.1234rev, X.509 (2019) Amd.2, XSTR.abc.",
  },
  "F-03": {
    message: "The name {item} has an unusual form: “{part}”.",
    advice: "Enter it once, as X.1286 (ex X.accsadlt).",
  },
  "F-04": {
    message: "{item} is not in the usual spelling of amendments and corrigenda, with the year of the edition.",
    advice: "Enter it as X.509 (2019) Amd.2.",
  },
  "F-05": {
    message: "{item} is {status:status} and does not have a number yet.",
    advice: "Numbers are normally assigned at determination or consent.",
  },
  "F-06": {
    message: "The kind “{value}” is not compatible with the name {item}.",
    advice: "A name ending in “rev” is Rev, any other provisional name is New.",
  },
  "F-07": { message: "“{value}” is not a valid Question.", advice: "Enter it as 2/17." },
  "F-07 unlisted": {
    message: "Question {value} is in none of the loaded documents.",
    advice: "Check the number; for a new Question no action is needed.",
  },
  "F-07 high": {
    message: "The study group has never had a Question {value}.",
    advice: "Check the number.",
  },
  "F-08": { message: "“{value}” is not a valid study period.", advice: "Enter it as 2022-2024." },
  "F-09": { message: "“{value}” is not a valid timing.", advice: "Enter it as 2024-03." },
  "F-09 notation": {
    message: "The timing {value} is not in the notation of the database.",
    advice: "The database uses 2024-03, reports use 2024-Q1.",
  },
  "F-10": { message: "The timing of {item}, {value}, is in the past.", advice: "Enter a new timing, or the decision." },
  "F-11": {
    message: "{item} is {status:status}, which is not compatible with the process {value}.",
    advice: "The process should be {needed:or}.",
  },
  "F-12": { message: "{item} is subject to approval, not to agreement.", advice: "The process should be TAP or AAP." },
  "F-13": {
    message: "{item} is a {product:kindOfText}, which is agreed and not approved under {value}.",
    advice: "The process should be Agreement.",
  },
  "F-13 erratum": { message: "{item} is an Erratum, which has no process.", advice: "Clear the process." },
  "F-14": {
    message: "{item} contains informative content only, which is agreed and not approved.",
    advice: "The process should be Agreement.",
  },
  "F-15": {
    message: "{item} is {status:status} under {from}, but its process is {value}.",
    advice: "Change the process back to {from}.",
  },
  "F-16": {
    message: "{item} is under {value}, but {presumed} is presumed for its series.",
    advice: "Record the decision of the study group.",
  },
  "F-17": { message: "“{value}” is not a valid date.", advice: "Enter a date such as 2023-09-08." },
  "F-17 missing": {
    message: "{item} is {status:status}, but the date is missing.",
    advice: "Enter the date in Since.",
  },
  "F-17 future": {
    message: "The date of {item}, {value:day}, is in the future.",
    advice: "Enter the date on which it happened.",
  },
  "F-18": {
    message: "{item} has been {status:status} since {value:day}, which is within no meeting on the Meetings sheet.",
    advice: "Check the date, or add the meeting to the Meetings sheet.",
  },
  "F-18 rapporteurs": {
    message:
      "{item} has been {status:status} since {value:day}, when only a rapporteur group met, which cannot decide this.",
    advice: "Enter the study group or working party meeting that decided.",
  },
  "F-19 rapporteurs": {
    message: "{item} was approved on {value:day}, when only a rapporteur group met, which cannot decide this.",
    advice: "Enter the study group meeting that decided.",
  },
  "F-19": {
    message: "{item} was approved by a working party; only the study group or WTSA can approve.",
    advice: "Submit it to the study group.",
  },
  "F-19 meeting": {
    message:
      "{item} was approved on {value:day}, outside all study group meetings on the Meetings sheet and the four weeks after them.",
    advice: "Check the date, or add the meeting to the Meetings sheet.",
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
    message: "The Additional Review of {item} began on {value:day}, before a Last Call had ended.",
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
    message: "The consultation on {item} closed on {value:day}, and not seven working days before the meeting.",
    advice: "Replies close on {due:day}.",
  },
  "F-27": {
    message:
      "The language versions of {item} were distributed on {value:day}, less than a month before the meeting of {meeting:day}.",
    advice: "Check the date of distribution.",
  },
  "F-28": {
    message: "Only {value} % of the replies on {item} are in favour; 70 % are needed.",
    advice: "The study group may not consider approval at this meeting.",
  },
  "F-29": {
    message: "No circular on the outcome for {item} is recorded; it was due on {due:day}.",
    advice: "Enter the date of the circular.",
  },
  "F-30": { message: "{item} has no summary, which every Recommendation needs.", advice: "Ask the editor for it." },
  "F-31": {
    message: "{item} is {status:status}, but the location of its text is missing.",
    advice: "Enter the TD in Text.",
  },
  "F-32": {
    message: "The location of the text, “{value}”, is not a contribution, a TD, a report or a link.",
    advice: "Enter it as C 421 or TD 1381.",
  },
  "F-33": {
    message: "{item} has normative references to other organizations, but no A.5 justification.",
    advice: "Enter the TD in A.5/A.25.",
  },
  "F-34": {
    message: "{item} is equivalent to “{value}”, but has no A.25 justification.",
    advice: "Enter the TD of the justification in A.5/A.25.",
  },
  "F-35": { message: "{item} has no {needed} justification.", advice: "Attach the {needed} form." },
  "F-36": { message: "{item} has {value} supporting members; {least} are usual.", advice: "Ask for more support." },
  "F-37": { message: "{item} has no editor.", advice: "Enter at least one editor." },
  "F-38": {
    message: "{item} received no contribution between the last two meetings.",
    advice: "Consider discontinuing it.",
  },
  "F-39": { message: "{item} has no title.", advice: "Enter the title." },
  "F-39 twice": {
    message: "{item} has the same title as {other}.",
    advice:
      "If they are one text under two names, select the row and press “One text: join them” in the pane; otherwise change one title.",
  },
  "F-39 acronym": {
    message: "The title of {item} contains the acronym {value}.",
    advice: "Spell the acronym out.",
  },
  "F-40": {
    message: "The title of {item} differs from that of its Recommendation, “{title}”.",
    advice: "An amendment or corrigendum has the title of its Recommendation.",
  },
  "F-41": {
    message: "{item} changes a text that was approved less than two years earlier, on {approved:day}.",
    advice: "Within two years only corrections and additions are foreseen.",
  },
  "F-42": {
    message: "{item} was agreed by a working party, which cannot agree a {product:kindOfText}.",
    advice: "Submit it to the study group.",
  },
  "F-42 condition": {
    message:
      "{item} was agreed by a working party; a {product:kindOfText} needs the study group's authorisation or its chair's concurrence.",
    advice: "Record it in History.",
  },
  "F-42 not read": {
    message:
      "{item} was agreed by a working party; whether this is allowed for a {product:kindOfText} is stated in Rec. A.13, which was not read.",
    advice: "Check with TSB.",
  },
  "F-43": { message: "{item} does not name the Recommendation it belongs to.", advice: "Enter it in Parent." },
  "F-44": {
    message: "The mark “{mark}” printed after {item} is not compatible with the process {value}.",
    advice: "Check the process.",
  },
  "F-45": {
    message:
      "{item} has been {status:status} since {since:day}. A meeting took place since then ({meeting}), but no decision is recorded.",
    advice: "Enter the decision.",
  },
  "F-46": {
    message: "The opposition to {item} is dated {value:day}, after the four weeks that ended on {due:day}.",
    advice: "It came too late to have an effect.",
  },
  "F-47": { message: "A text of {item} contains damaged characters: “{value}”.", advice: "Correct the text." },
  "F-48": {
    message:
      "{item} changed from {from:status} to {status:status} on {date:day}, which the procedures do not allow. {why}",
    advice: "Correct the history, or enter a reason.",
  },
  "F-48 gap": {
    message: "The documents do not report how {item} changed from {from:status} to {status:status} by {date:day}.",
    advice: "",
  },
  "F-48 again": {
    message: "{item} was {status:status} on {first:day}, and again on {second:day}, without another status in between.",
    advice: "Check whether it was returned to study or announced again.",
  },
  "F-48 step": {
    message: "“{value}” is not a step of the status {status:status}.",
    advice: "Choose a step from the list.",
  },
};
