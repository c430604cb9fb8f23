/** What the workbook side says to people: errors of Excel as sentences of what to do, the report of a load. In English; other languages follow its shape. */

export const workbook = {
  cellBeingEdited: "A cell is being edited. Press Enter or Esc in Excel, then try again.",
  otherWorkbookActive: "Another workbook is in front. Click into this workbook, then try again.",
  accessDenied:
    "Excel does not let the add-in write here. Is the sheet or the workbook protected, or open for reading only?",
  notFound: "A sheet or table of the work programme is no longer there. Choose Repair, or load the documents again.",
  tooLarge: "That is more than Excel takes at once. Try with fewer documents at a time.",
  noAnswer: (seconds: number) =>
    `Excel has not answered for ${String(seconds)} seconds. Load again when it does: nothing is written twice.`,
  apiMissing: "This version of Excel lacks something the add-in needs. Update Excel; Diagnostics says what it has.",
  newerWorkbook:
    "This workbook was saved by a newer version of the add-in. Update the add-in, then open the workbook again: nothing is checked until then.",
  undoImpossible: "This step cannot be made part of Undo.",
  excelFailed: (code: string) => `Excel reports “${code}”. Try again; if it stays, close and open the workbook.`,
  cancelled: "Cancelled. The workbook is as it was.",
  alreadyLoading: "A load is under way. Wait until it is done, or cancel it.",
  waiting: "Somebody else is loading into this workbook; waiting for them",
  disturbed:
    "People keep working in the tables that are being loaded. What they entered stays. Load again in a moment.",
  namesTaken: (tables: readonly string[]) =>
    `This workbook has a table of its own called ${tables.join(", ")}, a name that the add-in needs. Rename it (Table Design, Table Name), then load again.`,
  reading: "Reading what the workbook holds",
  planning: "Comparing",
  writing: (done: number, total: number) => `Writing: ${String(done)} of ${String(total)} rows`,
  done: (rows: number) => `Done: ${String(rows)} rows written`,
  textTooLong: (item: string, field: string) =>
    `${item || "A document"}: “${field}” is longer than the 32,767 characters that a cell holds; the rest was left out.`,
  charactersLost: (item: string, field: string) =>
    `${item || "A document"}: “${field}” has characters that no cell can hold; “\uFFFD” stands in their place.`,
  source: (document: string) => `Source: ${document}`,
  keptAs: (sheet: string, kept: string) => `The sheet “${sheet}” was kept as “${kept}”.`,
  notOnASheet: (item: string) => `${item} is in no table of this workbook.`,
  statistics: "Statistics",
  columnsMissing: (sheet: string, columns: readonly string[]) =>
    `“${sheet}”: the ${columns.length > 1 ? "columns" : "column"} ${columns.map((name) => `“${name}”`).join(", ")} ${columns.length > 1 ? "are" : "is"} missing or renamed.`,
  headerRowOff: (sheet: string) => `“${sheet}”: the header row of the table is switched off.`,
  tableMissing: (sheet: string, table: string) => `“${sheet}”: the table ${table} is missing or renamed.`,
  sheetsProtected: (sheets: readonly string[]) =>
    `Nothing was changed, because the ${sheets.length > 1 ? "sheets" : "sheet"} ${sheets.map((name) => `“${name}”`).join(", ")} ${sheets.length > 1 ? "are" : "is"} protected. Unprotect ${sheets.length > 1 ? "them" : "it"} (Review, Unprotect Sheet), then try again.`,
  structureProtected:
    "Nothing was changed, because the structure of the workbook is protected. Unprotect it (Review, Protect Workbook), then try again.",
  unreadable: (problem: string) => `The work programme cannot be read. ${problem} Choose Repair in the pane.`,
};
