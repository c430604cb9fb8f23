/** Messages of the functions: Excel shows them on the flag of an error in a cell. In English; other languages have the same shape. */
import { and, or } from "./grammar";

export const functions = {
  unknownItem: (given: string, nearest: string[]) =>
    `There is no work item “${given}”.${nearest.length > 0 ? ` Did you mean ${or(nearest)}?` : ""}`,
  ambiguousItem: (given: string, candidates: string[]) => `“${given}” can mean ${or(candidates)}. Enter the full name.`,
  noItemName: (given: string) => `“${given}” is not the name of a work item. Enter it as text, for example "X.1817".`,
  errorInCell: (error: string) => `The cell given as argument contains the error ${error}.`,
  itemMissing: 'Enter a work item, for example "X.1817".',
  unknownWord: (what: "status" | "process", given: string, words: readonly string[]) =>
    `“${given}” is not a valid ${what}. Enter ${or(words)}.`,
  wordMissing: (what: "status") => `Enter a ${what}.`,
  badQuestion: (given: string) => `“${given}” is not a valid Question. Enter it as text, for example "2/17".`,
  questionBecameDate: `Excel converted the Question to a date. Enter it as text, for example "2/17" or '2/17.`,
  badDate: (given: string) =>
    `“${given}” is not a valid date. Enter a cell with a date, DATE(2017,3,30), or the text "2017-03-30" (year-month-day).`,
  badText: (argument: string, given: string) => `“${given}” cannot be used for ${argument}. Enter a text.`,
  textMissing: "Enter a text to search for.",
  notYetRecorded: (item: string, date: string) => `No event of ${item} is recorded up to ${date}.`,
  neverHad: (item: string, status: string) => `According to its history, ${item} has never been “${status}”.`,
  noDate: (item: string, status: string) => `The date on which ${item} got the status “${status}” is not recorded.`,
  columnsMissing: 'Name the columns, for example "Item, Status, Title".',
  unknownColumn: (given: string, available: readonly string[]) =>
    `There is no column “${given}”. The columns are ${and(available)}.`,
  shapesDoNotFit: (ranges: readonly { name: string; rows: number; columns: number }[]) =>
    `The ranges have different sizes: ${and(ranges.map(({ name, rows, columns }) => `${name} is ${String(rows)} × ${String(columns)}`))} (rows × columns). Enter ranges of the same size, or one value.`,
  oneAnnexOnly: "Ask for one annex at a time.",
  noMatch: "No work item matches.",
  badMeeting: (given: string) =>
    `“${given}” is not a valid meeting. Enter its year and month as text, for example "2023-09".`,
  badAnnex: (given: string, available: readonly string[]) => `“${given}” is not a valid annex. Enter ${or(available)}.`,
  unknownMeeting: (given: string, available: readonly string[]) =>
    `There is no meeting ${given}. The meetings are ${and(available)}.`,
  unknownSection: (given: string, available: readonly string[]) =>
    available.length === 0
      ? "This annex has no sections."
      : `This annex has no section “${given}”. Enter ${or(available)}.`,
  notReady: "The work programme is still being read. Press Ctrl+Alt+F9 in a moment to recalculate.",
  tooLarge: (rows: number) => `A result of ${rows} rows is too large for Excel on the web. Request fewer rows.`,
  failed: (reason: string) => `The function failed: ${reason}`,
};
