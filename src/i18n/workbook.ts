import type { TableProblem } from "../domain/edit-review/message";
import { workbook } from "./en/workbook";
import { catalogue } from "./language";

/** The texts of the area in the language in use. */
export const workbookTexts = catalogue("workbook", workbook);

/** Returns the sentence for a problem of a table. */
export function problemText({ sheet, table, kind, columns }: TableProblem): string {
  const texts = workbookTexts();
  return {
    missing: () => texts.tableMissing(sheet, table),
    unfinished: () => texts.tableUnfinished(sheet),
    "columns missing": () => texts.columnsMissing(sheet, columns),
    "header row off": () => texts.headerRowOff(sheet),
  }[kind]();
}
