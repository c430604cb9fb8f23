/** Documents into the workbook. */
export { loadDocuments } from "./load";
export { applyDifference, applyDifferences } from "./differences";
export { findDamage, repairTables } from "./repair";
export type { Difference, LoadOptions, LoadOutcome, LoadProgress, LoadReport, TableDamage } from "./types";
