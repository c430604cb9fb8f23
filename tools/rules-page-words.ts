/** Words of the page of rules on where the rules look besides the columns of the Work programme. */
import type { ItemDetails } from "../src/domain/rules/types";

/** What rules need that no column, history or meeting of the workbook tells. */
export const DETAILS: Readonly<Partial<Record<keyof ItemDetails, string>>> = {
  supporters: "the number of supporting members, which stands on the justification form",
  justification: "which justification form accompanies a new work item",
  summary: "whether the text has a summary",
  translationsOut: "the day on which the language versions were distributed",
  notified: "whether a circular told the outcome",
  contributions: "that an item drew no contribution: documents print the contribution of a new work item only",
};

/** What rules ask that stands in no column of the Work programme, and where the workbook tells it. */
export const TOLD_ELSEWHERE: readonly (readonly [what: string, where: string])[] = [
  [
    "Announced, Consultation closed, Last Call, Additional Review, Study group review",
    "the steps in History since the last determination or consent; a step announced anew begins again",
  ],
  [
    "End of a Last Call or an Additional Review",
    "the second date in the note of its step (“2024-04-16 to 2024-05-14”), else the day the procedure went on if that was too soon",
  ],
  ["Replies to the consultation", "the note of the step that closed it, or the reason given with it (“14 yes, 2 no”)"],
  [
    "The meeting that decides",
    "the meeting at which the item was approved or not approved, or more time was requested; before, the study group meeting in the timing for which a document plans the approval",
  ],
  [
    "Who decided",
    "the meeting's name in Meetings: a working party's, the assembly's, else the study group's; rapporteur and interim meetings decide nothing",
  ],
  [
    "Authorisation of a working party",
    "a note of the decision, or Remarks, that speaks of authorisation or concurrence",
  ],
  ["Opposition in the four weeks", "the day of the event that notes it"],
  [
    "Study period, mark behind the name, outside references",
    "the rows that documents printed: an export, the last report that told the process, an A.5 justification printed before",
  ],
  ["Decision on the process", "a change of the process in History with its reason"],
  ["Contributions", "rows printed since the last study group meeting but one"],
  ["Annex or appendix", "the title of an amendment"],
  ["Numbering and tariff", "series D"],
  ["Questions", "every Question that a row of a document names"],
];
