/** Progress and results of the commands, in English. Other languages have the same shape. */
import { plural, and } from "./grammar";

export const commands = {
  readingDocuments: "Reading the two published documents",
  loaded: (items: number) => `Loaded. The work programme has ${plural(items, "work item", "work items")}.`,
  nothingNew: "The workbook was already up to date; nothing was changed.",
  rowsAdded: (table: string, rows: number) => `${table}: ${plural(rows, "row", "rows")} added`,
  rowsUpdated: (table: string, rows: number) => `${table}: ${plural(rows, "row", "rows")} updated`,
  rowsRemoved: (table: string, rows: number) => `${table}: ${plural(rows, "row", "rows")} removed`,
  undoDeletes: {
    sheets: (sheets: readonly string[]) =>
      `Undoing this deletes ${plural(sheets.length, "sheet", "sheets")}: ${sheets.join(", ")}.`,
    imported: (documents: readonly string[]) =>
      `Undoing this removes the rows that were imported from ${documents.join(", ")}.`,
  },
  loadUndone: "The load was undone.",
  sheetsUndone: "The sheets were deleted.",
  importUndone: (documents: readonly string[]) => `The import was undone: ${documents.join(", ")}.`,
  keptEdits: (count: number) =>
    plural(
      count,
      "cell that was edited here differs from the documents and was kept",
      "cells that were edited here differ from the documents and were kept",
    ),
  keptSheet: (sheet: string, as: string) => `The sheet “${sheet}” was kept as “${as}”`,
  checking: "Checking every row against the rules",
  checked: (errors: number, warnings: number, remarks: number) =>
    `Checked: ${and([plural(errors, "error", "errors"), plural(warnings, "warning", "warnings"), plural(remarks, "remark", "remarks")])}. They are listed on the Checks sheet.`,
  items: (count: number) => plural(count, "item", "items"),
  remarks: (count: number, example: string, names: readonly string[], more: number) =>
    `${plural(count, "remark", "remarks")} of this kind. The first: ${example} All: ${names.join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}.`,
  allWell: "Checked: no findings.",
  unexplained: {
    status: (shown: string, recorded: string) =>
      `The Status is ${shown === "" ? "empty" : `“${shown}”`}, but History ends with “${recorded}”: the edit was not recorded.`,
    noRecord: (shown: string) => `History has no status for this item, so the origin of “${shown}” is unknown.`,
    newRow: "This row is not a work item yet.",
    annex: (sheet: string, shown: string, recorded: string) =>
      `“${sheet}” shows ${shown === "" ? "no Status" : `“${shown}”`}, but the Work programme “${recorded}”.`,
    enterAgain: "Enter the Status again, or restore the recorded Status.",
    nameIt: "Enter a number under Item or a provisional name.",
  },
  notLoaded: "This workbook does not contain a work programme yet. Press Load first.",
  failed: (reason: string) => `The command failed: ${reason}`,
};
