/** What the commands say while they work and when they are done. In English; other languages follow its shape. */
import { plural, and } from "./grammar";

export const commands = {
  readingDocuments: "Reading the two published documents",
  loaded: (items: number) => `Loaded. The work programme has ${String(items)} work items.`,
  nothingNew: "Everything was there already; nothing was changed.",
  rowsAdded: (table: string, rows: number) => `${table}: ${plural(rows, "row", "rows")} added`,
  rowsUpdated: (table: string, rows: number) => `${table}: ${plural(rows, "row", "rows")} brought up to date`,
  keptEdits: (count: number) =>
    count === 1
      ? "1 cell that was edited here differs from the documents and was kept"
      : `${String(count)} cells that were edited here differ from the documents and were kept`,
  keptSheet: (sheet: string, as: string) => `The sheet “${sheet}” was kept as “${as}”`,
  checking: "Checking every row against the rules",
  checked: (errors: number, warnings: number, remarks: number) =>
    `Checked: ${and([plural(errors, "error", "errors"), plural(warnings, "warning", "warnings"), plural(remarks, "remark", "remarks")])}. They are listed on the Checks sheet.`,
  allWell: "Checked: nothing to remark.",
  unexplained: {
    status: (shown: string, recorded: string) =>
      `The Status is ${shown === "" ? "empty" : `“${shown}”`}, but History ends with “${recorded}”: the edit was not recorded.`,
    noRecord: (shown: string) => `History has no status of this item, so nothing explains “${shown}”.`,
    newRow: "This row is not a work item yet.",
    annex: (sheet: string, shown: string, recorded: string) =>
      `“${sheet}” shows ${shown === "" ? "no Status" : `“${shown}”`}, and the work programme “${recorded}”.`,
    enterAgain: "Enter the Status again, or give the cell the recorded Status.",
    nameIt: "Enter a number under Item or a provisional name.",
  },
  notLoaded: "This workbook holds no work programme yet. Press Load first.",
  failed: (reason: string) => `That did not work: ${reason}`,
};
