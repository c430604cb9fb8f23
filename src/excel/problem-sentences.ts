/** What is wrong with a table, named by its sheet. */
import type { TableProblem } from "../domain/edit-review/message";
import { problemText } from "../i18n/workbook";
import { usualSheet } from "./table-specs/sheet-names";
import type { DamagedTable } from "./table-problems";

/** The problem with the sheet that people know the table by. */
export function namedProblem({ table, sheet, damage, columns }: DamagedTable): TableProblem {
  return { table, sheet: sheet ?? usualSheet(table) ?? table, damage, columns };
}

/** The sentence for people: which table, on which sheet, and what is missing. */
export function describeProblem(damage: DamagedTable): string {
  return problemText(namedProblem(damage));
}
