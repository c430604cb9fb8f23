/** The annexes of the next report, and of those already published. */
export { compareReports, type Difference } from "./compare";
export {
  generateExecutiveSummary,
  generateLeadReport,
  historyOf,
  meetingAfter,
  type GenerateOptions,
} from "./generate";
export { EXECUTIVE_SUMMARY, LEAD_STUDY_GROUP_REPORT, type AnnexColumn, type TableLayout } from "./layouts";
export type { Gap, GeneratedAnnex, GeneratedReport, GeneratedSection } from "./report";
export { generateStatistics } from "./statistics";
export { whatChanged, type FieldChange, type ItemChanges } from "./what-changed";
export { documentId, longDate, type OwnWords, type WordSettings } from "./words";
export {
  printReport,
  printedTable,
  type PrintedAnnex,
  type PrintedReport,
  type PrintedSection,
  type PrintedTable,
} from "./printed";
