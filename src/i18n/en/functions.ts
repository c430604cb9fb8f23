/** What the functions say beside an error in a cell: shown by Excel on the error's flag. In English; other languages follow its shape. */
import { and, or } from "./grammar";

export const functions = {
  unknownItem: (given: string, nearest: string[]) =>
    `No work item is called “${given}”.${nearest.length > 0 ? ` Did you mean ${or(nearest)}?` : ""}`,
  ambiguousItem: (given: string, candidates: string[]) => `“${given}” could be ${or(candidates)}. Write the full name.`,
  noItemName: (given: string) => `“${given}” is no name of a work item. Give it as text, for example "X.1817".`,
  errorInCell: (error: string) => `The cell asked about holds the error ${error}.`,
  itemMissing: 'Name a work item, for example "X.1817".',
  unknownWord: (what: "status" | "process", given: string, words: readonly string[]) =>
    `“${given}” is no ${what}. Write ${or(words)}.`,
  wordMissing: (what: "status") => `Name a ${what}.`,
  badQuestion: (given: string) => `“${given}” is no Question. Write it as text, for example "2/17".`,
  questionBecameDate: `Excel has taken the Question for a date. Write it as text, for example "2/17" or '2/17.`,
  badDate: (given: string) =>
    `“${given}” is no date. Give a cell with a date, DATE(2017,3,30), or the text "2017-03-30" (year-month-day).`,
  badText: (argument: string, given: string) => `“${given}” cannot be used for ${argument}. Give a text.`,
  textMissing: "Give a text to look for.",
  notYetRecorded: (item: string, date: string) => `Nothing is recorded of ${item} up to ${date}.`,
  neverHad: (item: string, status: string) => `${item} has never been “${status}”, as far as the history tells.`,
  noDate: (item: string, status: string) => `No document tells since when ${item} has been “${status}”.`,
  columnsMissing: 'Name the columns, for example "Item, Status, Title".',
  unknownColumn: (given: string, known: readonly string[]) =>
    `There is no column “${given}”. Columns are ${and(known)}.`,
  shapesDoNotFit: (ranges: readonly { name: string; rows: number; columns: number }[]) =>
    `The ranges do not fit together: ${and(ranges.map(({ name, rows, columns }) => `${name} is ${String(rows)} × ${String(columns)}`))} (rows × columns). Give ranges of one size, or one value.`,
  oneAnnexOnly: "Ask for one annex at a time.",
  noMatch: "No work item matches.",
  badMeeting: (given: string) => `“${given}” is no meeting. Give its year and month as text, for example "2023-09".`,
  badAnnex: (given: string, available: readonly string[]) => `“${given}” is no annex. Write ${or(available)}.`,
  unknownMeeting: (given: string, available: readonly string[]) =>
    `No meeting ${given} is known. Known are ${and(available)}.`,
  unknownSection: (given: string, available: readonly string[]) =>
    available.length === 0
      ? "This annex has no sections."
      : `This annex has no section “${given}”. Write ${or(available)}.`,
  notReady: "The work programme is still being read. Press Ctrl+Alt+F9 in a moment to ask again.",
  tooLarge: (rows: number) => `An answer for ${rows} rows is too large for Excel on the web. Ask for fewer rows.`,
  failed: (reason: string) => `The function could not answer: ${reason}`,
};
