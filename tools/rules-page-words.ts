/** Facts that rules read from outside the columns of the Work programme, and their sources in the workbook. */
export const FACT_SOURCES: readonly (readonly [what: string, where: string])[] = [
  [
    "Announced, Consultation closed, Last Call, Additional Review, Study group review",
    "the steps in History since the last determination or consent; an announcement restarts them",
  ],
  [
    "End of a Last Call or an Additional Review",
    "“To day” of its step in History, else the day of the next step where that came too soon",
  ],
  [
    "Replies to the consultation",
    "“Replies in favour” and “Replies against” of the step that closed it in History, entered with the step (“14 yes, 2 no”) or typed there",
  ],
  [
    "The meeting that decides",
    "the meeting at which the item was approved or not approved, or more time was requested; before, the study group meeting in the timing for which a document plans the approval",
  ],
  [
    "Who decided",
    "the meeting's name in Meetings: a working party's, the assembly's, else the study group's; rapporteur group and interim meetings cannot decide",
  ],
  ["Authorisation of a working party", "“Authorised by” of the decision in History"],
  ["Opposition in the four weeks", "the day of its event"],
  [
    "Study period, mark after the name, outside references",
    "the rows that documents printed: an export, the last report that gave the process, an A.5 justification printed before",
  ],
  ["Decision on the process", "a change of the process in History with its reason"],
  ["Contributions", "“Contributions” in History, else rows printed since the study group meeting before the last"],
  [
    "Supporting members, justification form, summary, language versions, circular",
    "“Supporters”, “Justification” (A.1, A.13 or none), “Summary” (yes or no), “Translations out” and “Circular” in History",
  ],
  ["Annex or appendix", "the title of an amendment"],
  ["Numbering and tariff", "series D"],
  ["Questions", "all Questions in the rows of documents"],
];

/** What each process is for, in the words of the page. */
export const PROCESS_SUMMARIES = {
  TAP: {
    title: "Traditional approval process (TAP)",
    summary:
      "For Recommendations with policy or regulatory implications, and for numbering, addressing, tariff and accounting. The study group or a working party determines a text; the Director announces it at least three months before the meeting; Member States reply; the study group approves it unopposed.",
  },
  AAP: {
    title: "Alternative approval process (AAP)",
    summary:
      "For all other Recommendations. The study group or a working party consents to a text; a Last Call of four weeks follows, and where comments need it an Additional Review of three weeks or a decision of the study group.",
  },
  Agreement: {
    title: "Agreement",
    summary:
      "For texts that are not normative: Supplements, appendices, Technical Reports and Papers, handbooks, implementers' guides and guidelines. They are agreed by consensus.",
  },
} as const;

/** Whom to ask about the editions and rules that nobody has read. */
export const WHOM_TO_ASK: Readonly<Record<string, string>> = {
  "Resolution 1": "TSB, secretariat of TSAG",
  "Rec. A.8": "TSB, AAP coordination",
  "Rec. A.1": "TSB, secretariat of TSAG",
  "Rec. A.12": "TSB, editing service",
  "Rec. A.5": "TSB, secretariat of TSAG",
  "Rec. A.25": "TSB, secretariat of TSAG",
  "Rec. A.13": "TSB, secretariat of TSAG",
  "Author's guide": "TSB, editing service",
  practice: "the counsellor of Study Group 17",
};
