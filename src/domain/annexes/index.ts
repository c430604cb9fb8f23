/** Annexes of the next report and of published ones. */
export { toDocument, differencesFromPublished } from "./to-document";
export { datedMeetings } from "./dated-meetings";
export { compareReports, type ReportDifference } from "./compare";
export {
  generateExecutiveSummary,
  generateLeadReport,
  historyOf,
  meetingAfter,
  type GenerateOptions,
} from "./generate";
export { EXECUTIVE_SUMMARY, LEAD_STUDY_GROUP_REPORT, type AnnexColumn, type TableLayout } from "./layouts";
export type { Gap, GapPlace, ReportPart, GeneratedAnnex, GeneratedReport, GeneratedSection } from "./report";
export { publishedAnnexes, publishedReports } from "./published";
export { generateStatistics } from "./statistics";
export { whatChanged, type ItemChanges } from "./what-changed";
export { longDate, type CustomHeading, type HeadingSettings } from "./headings";
export { defaultMeeting, generateReport, lastClosingBefore } from "./choose-report";
export { editableHeadings, editableTexts, withCustomHeading, type EditableHeading } from "./editable-headings";
export { printChanges } from "./printed-changes";
export {
  columnShares,
  BULLET,
  NOTE_PREFIX,
  printReport,
  printedTable,
  type PrintedAnnex,
  type PrintedChapter,
  type PrintedReport,
  type PrintedSection,
  type PrintedTable,
} from "./printed";
