/** What the functions say beside an error in a cell: shown by Excel on the error's flag. In English; other languages follow its shape. */
import { and, or } from "./grammar";

export const functions = {
  unknownItem: (asked: string, nearest: string[]) =>
    `No work item is called “${asked}”.${nearest.length > 0 ? ` Did you mean ${or(nearest)}?` : ""}`,
  ambiguousItem: (asked: string, candidates: string[]) => `“${asked}” could be ${or(candidates)}. Write the full name.`,
  noItemName: (asked: string) => `“${asked}” is no name of a work item. Give it as text, for example "X.1817".`,
  errorInCell: (error: string) => `The cell asked about holds the error ${error}.`,
  itemMissing: 'Name a work item, for example "X.1817".',
  unknownWord: (what: "status" | "process", asked: string, words: readonly string[]) =>
    `“${asked}” is no ${what}. Write ${or(words)}.`,
  wordMissing: (what: "status") => `Name a ${what}.`,
  badQuestion: (asked: string) => `“${asked}” is no Question. Write it as text, for example "2/17".`,
  questionBecameDate: `Excel has taken the Question for a date. Write it as text, for example "2/17" or '2/17.`,
  badDate: (asked: string) =>
    `“${asked}” is no date. Give an Excel date, for example DATE(2017,3,30), or "2017-03-30".`,
  badText: (argument: string, asked: string) => `“${asked}” cannot be used for ${argument}. Give a text.`,
  textMissing: "Give a text to look for.",
  notYetKnown: (item: string, date: string) => `Nothing is recorded of ${item} up to ${date}.`,
  neverHad: (item: string, status: string) => `${item} has never been “${status}”, as far as the history tells.`,
  noDate: (item: string, status: string) => `No document tells since when ${item} has been “${status}”.`,
  noMatch: "No work item matches.",
  badMeeting: (asked: string) => `“${asked}” is no meeting. Give its year and month as text, for example "2023-09".`,
  badAnnex: (asked: string, known: readonly string[]) => `“${asked}” is no annex. Write ${or(known)}.`,
  unknownMeeting: (asked: string, known: readonly string[]) => `No meeting ${asked} is known. Known are ${and(known)}.`,
  unknownSection: (asked: string, known: readonly string[]) =>
    known.length === 0 ? "This annex has no sections." : `This annex has no section “${asked}”. Write ${or(known)}.`,
  notReady: "The work programme is still being read. Press Ctrl+Alt+F9 in a moment to ask again.",
  tooLarge: (rows: number) => `An answer for ${rows} rows is too large for Excel on the web. Ask for fewer rows.`,
  failed: (reason: string) => `The function could not answer: ${reason}`,
};
