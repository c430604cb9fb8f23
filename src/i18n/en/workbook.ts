/** Errors of Excel with what to do about them, and the results of a load. In English; other languages have the same shape. */

export const workbook = {
  cellBeingEdited: "A cell is being edited. Press Enter or Esc in Excel, then try again.",
  otherWorkbookActive: "Another workbook is active. Click into this workbook, then try again.",
  accessDenied:
    "Excel does not allow the add-in to write here. Check whether the sheet or the workbook is protected or open in read-only mode.",
  notFound: "A sheet or table of the work programme is missing. Choose Repair, or load the documents again.",
  tooLarge: "The data are too large for Excel. Try with fewer documents at a time.",
  noAnswer: (seconds: number) =>
    `Excel has not responded for ${String(seconds)} seconds. Load again when it responds: nothing is written twice.`,
  apiMissing:
    "This version of Excel lacks a feature that the add-in needs. Update Excel; Diagnostics shows its version.",
  newerWorkbook:
    "This workbook was saved by a newer version of the add-in. Update the add-in, then open the workbook again: nothing is checked until then.",
  undoImpossible: "This step cannot be undone with Undo.",
  excelFailed: (code: string) =>
    `Excel reports the error “${code}”. Try again; if the problem persists, close and reopen the workbook.`,
  cancelled: "Cancelled. The workbook was not changed.",
  alreadyLoading: "A load is in progress. Wait until it is complete, or cancel it.",
  waiting: "Another user is loading documents into this workbook; waiting",
  disturbed: "Other users are editing the tables that are being loaded. Their edits were kept. Load again in a moment.",
  namesTaken: (tables: readonly string[]) =>
    `This workbook already has another table with the name ${tables.join(", ")}, which the add-in needs. Rename it (Table Design, Table Name), then load again.`,
  reading: "Reading the workbook",
  planning: "Comparing",
  writing: (done: number, total: number) => `Writing: ${String(done)} of ${String(total)} rows`,
  done: (rows: number) => `Done: ${String(rows)} rows written`,
  textTooLong: (item: string, field: string) =>
    `${item || "A document"}: “${field}” is longer than 32,767 characters, the limit of a cell; the rest was left out.`,
  charactersLost: (item: string, field: string) =>
    `${item || "A document"}: “${field}” has characters that a cell cannot contain; they were replaced by “\uFFFD”.`,
  source: (document: string) => `Source: ${document}`,
  keptAs: (sheet: string, kept: string) => `The sheet “${sheet}” was kept as “${kept}”.`,
  notOnASheet: (item: string) => `${item} is not in any table of this workbook.`,
  statistics: "Statistics",
  columnsMissing: (sheet: string, columns: readonly string[]) =>
    `“${sheet}”: the ${columns.length > 1 ? "columns" : "column"} ${columns.map((name) => `“${name}”`).join(", ")} ${columns.length > 1 ? "are" : "is"} missing or renamed.`,
  headerRowOff: (sheet: string) => `“${sheet}”: the header row of the table is switched off.`,
  tableMissing: (sheet: string, table: string) => `“${sheet}”: the table ${table} is missing or renamed.`,
  tableUnfinished: (sheet: string) => `“${sheet}”: a load was interrupted before this table was complete.`,
  sheetsProtected: (sheets: readonly string[]) =>
    `Nothing was changed, because the ${sheets.length > 1 ? "sheets" : "sheet"} ${sheets.map((name) => `“${name}”`).join(", ")} ${sheets.length > 1 ? "are" : "is"} protected. Unprotect ${sheets.length > 1 ? "them" : "it"} (Review, Unprotect Sheet), then try again.`,
  changedSince: (sheet: string) =>
    `This cannot be undone, because the sheet “${sheet}” was changed since. Undo the later changes first.`,
  structureProtected:
    "Nothing was changed, because the structure of the workbook is protected. Unprotect it (Review, Protect Workbook), then try again.",
  unreadable: (problem: string) => `The work programme cannot be read. ${problem} Choose Repair in the pane.`,
};
