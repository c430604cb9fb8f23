/** Texts of the pane about formulas in the workbook: refreshing and inserting them. In English; other languages have the same shape. */
import { is, plural } from "./grammar";

export const formulas = {
  refresh: {
    title: "Formulas",
    help: "Enters SG17 formulas that show an error again, for example #NAME? from a time before the add-in was installed, and recalculates the others.",
    press: "Refresh formulas",
    unknownNames: (count: number) =>
      `${plural(count, "formula shows", "formulas show")} #NAME?, because the add-in was not running when ${is(count, "it was", "they were")} entered. Press Refresh formulas under Work.`,
    looking: "Looking for formulas",
    entering: "Entering formulas again",
    none: "This workbook has no SG17 formula.",
    done: (found: number, entered: number) =>
      `${plural(found, "formula", "formulas")} refreshed. ${entered === 0 ? "None showed an error." : `${plural(entered, "formula", "formulas")} with an error entered again.`}`,
    locked: (count: number) =>
      `${plural(count, "formula", "formulas")} in locked cells of protected sheets ${is(count, "was", "were")} not changed. Unprotect the sheet (Review, Unprotect Sheet), then refresh again.`,
    refused: (count: number) =>
      `${plural(count, "formula", "formulas")} could not be entered again. Enter ${is(count, "it", "them")} by hand.`,
  },
  sample: {
    press: "Try the formulas on a sheet",
    sheet: "Try it",
    title: "Try the SG17 functions",
    hint: "Type another item, status or Question into the coloured cells; the answers follow. Delete this sheet at any time.",
    inputs: ["Item", "Status", "Question"],
    headers: ["Formula", "Answer", "What it returns"] as [string, string, string],
  },
  insert: {
    help: "Choose a function and its arguments. Insert enters the formula into the active cell; a table needs free cells below and beside it.",
    function: "Function",
    any: "any",
    everyGroup: "* (all study groups)",
    result: "Result",
    press: "Insert",
    pressOf: (formula: string) => `Insert ${formula}`,
    inserted: (cell: string) => `Entered into ${cell}.`,
    more: (rows: number) => `… and ${plural(rows, "more row", "more rows")}.`,
    ranges:
      "Arguments can be ranges: a single value applies to all cells, two columns are combined cell by cell, a column and a row give a table. Ranges of other sizes return #VALUE!. LIST and TABLE return the items that match any value of a range.",
  },
};
