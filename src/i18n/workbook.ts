import type { TableProblem } from "../domain/edit-review/message";
import { workbook } from "./en/workbook";
import { catalogue } from "./language";

/** The texts of the area in the language in use. */
export const workbookTexts = catalogue("workbook", workbook);

/** What keeps a table from being read, in a sentence. */
export function problemText({ sheet, table, damage, columns }: TableProblem): string {
  const texts = workbookTexts();
  if (damage === "columns missing") return texts.columnsMissing(sheet, columns);
  return damage === "header row off" ? texts.headerRowOff(sheet) : texts.tableMissing(sheet, table);
}
