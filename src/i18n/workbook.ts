import type { TableProblem } from "../domain/edit-review/message";
import { workbook } from "./en/workbook";
import { catalogue } from "./language";

/** The texts of the area in the language in use. */
export const workbookTexts = catalogue("workbook", workbook);

/** Returns the sentence for a problem that prevents reading a table. */
export function problemText({ sheet, table, damage, columns }: TableProblem): string {
  const texts = workbookTexts();
  if (damage === "columns missing") return texts.columnsMissing(sheet, columns);
  return damage === "header row off" ? texts.headerRowOff(sheet) : texts.tableMissing(sheet, table);
}
