/** Loading documents into the workbook. */
export { compareDocuments, loadDocuments } from "./load";
export { applyDifference, applyDifferences, goToDifference, writeMeetingCells, writeMeetingDates } from "./differences";
export { undoLoad } from "./undo-load";
export { readTableProblems, repairTables } from "./repair";
export type {
  Comparison,
  CellDifference,
  ImportedChange,
  LoadOptions,
  LoadOutcome,
  LoadProgress,
  LoadReport,
  MadeByLoad,
} from "./types";
