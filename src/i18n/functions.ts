/** What the functions say beside an error in a cell: shown by Excel on the error's flag. */
import { catalogue } from "./language";

interface FunctionTexts {
  unknownItem(asked: string, nearest: string[]): string;
  ambiguousItem(asked: string, candidates: string[]): string;
  noItemName(asked: string): string;
  errorInCell(error: string): string;
  itemMissing: string;
  unknownWord(what: "status" | "process", asked: string, words: readonly string[]): string;
  wordMissing(what: "status"): string;
  badQuestion(asked: string): string;
  questionBecameDate: string;
  badDate(asked: string): string;
  badText(argument: string, asked: string): string;
  textMissing: string;
  notYetKnown(item: string, date: string): string;
  neverHad(item: string, status: string): string;
  noDate(item: string, status: string): string;
  noMatch: string;
  badMeeting(asked: string): string;
  badAnnex(asked: string, known: readonly string[]): string;
  unknownMeeting(asked: string, known: readonly string[]): string;
  unknownSection(asked: string, known: readonly string[]): string;
  notReady: string;
  tooLarge(rows: number): string;
  failed(reason: string): string;
}

const list = (words: readonly string[], or: string): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${or} ${words[words.length - 1] ?? ""}`;

const en: FunctionTexts = {
  unknownItem: (asked, nearest) =>
    `No work item is called “${asked}”.${nearest.length > 0 ? ` Did you mean ${list(nearest, "or")}?` : ""}`,
  ambiguousItem: (asked, candidates) => `“${asked}” could be ${list(candidates, "or")}. Write the full name.`,
  noItemName: (asked) => `“${asked}” is no name of a work item. Give it as text, for example "X.1817".`,
  errorInCell: (error) => `The cell asked about holds the error ${error}.`,
  itemMissing: 'Name a work item, for example "X.1817".',
  unknownWord: (what, asked, words) => `“${asked}” is no ${what}. Write ${list(words, "or")}.`,
  wordMissing: (what) => `Name a ${what}.`,
  badQuestion: (asked) => `“${asked}” is no Question. Write it as text, for example "2/17".`,
  questionBecameDate: `Excel has taken the Question for a date. Write it as text, for example "2/17" or '2/17.`,
  badDate: (asked) => `“${asked}” is no date. Give an Excel date, for example DATE(2017,3,30), or "2017-03-30".`,
  badText: (argument, asked) => `“${asked}” cannot be used for ${argument}. Give a text.`,
  textMissing: "Give a text to look for.",
  notYetKnown: (item, date) => `Nothing is recorded of ${item} up to ${date}.`,
  neverHad: (item, status) => `${item} has never been “${status}”, as far as the history tells.`,
  noDate: (item, status) => `No document tells since when ${item} has been “${status}”.`,
  noMatch: "No work item matches.",
  badMeeting: (asked) => `“${asked}” is no meeting. Give its year and month as text, for example "2023-09".`,
  badAnnex: (asked, known) => `“${asked}” is no annex. Write ${list(known, "or")}.`,
  unknownMeeting: (asked, known) => `No meeting ${asked} is known. Known are ${list(known, "and")}.`,
  unknownSection: (asked, known) =>
    known.length === 0
      ? "This annex has no sections."
      : `This annex has no section “${asked}”. Write ${list(known, "or")}.`,
  notReady: "The work programme is still being read. Press Ctrl+Alt+F9 in a moment to ask again.",
  tooLarge: (rows) => `An answer for ${rows} rows is too large for Excel on the web. Ask for fewer rows.`,
  failed: (reason) => `The function could not answer: ${reason}`,
};

const fr: FunctionTexts = {
  unknownItem: (asked, nearest) =>
    `Aucun sujet d’étude ne s’appelle « ${asked} ».${nearest.length > 0 ? ` Vouliez-vous dire ${list(nearest, "ou")} ?` : ""}`,
  ambiguousItem: (asked, candidates) => `« ${asked} » peut désigner ${list(candidates, "ou")}. Écrivez le nom complet.`,
  noItemName: (asked) =>
    `« ${asked} » n’est pas le nom d’un sujet d’étude. Donnez-le sous forme de texte, par exemple "X.1817".`,
  errorInCell: (error) => `La cellule indiquée contient l’erreur ${error}.`,
  itemMissing: 'Indiquez un sujet d’étude, par exemple "X.1817".',
  unknownWord: (what, asked, words) =>
    `« ${asked} » n’est pas ${what === "status" ? "un statut" : "une procédure"}. Écrivez ${list(words, "ou")}.`,
  wordMissing: () => "Indiquez un statut.",
  badQuestion: (asked) => `« ${asked} » n’est pas une Question. Écrivez-la sous forme de texte, par exemple "2/17".`,
  questionBecameDate: `Excel a pris la Question pour une date. Écrivez-la sous forme de texte, par exemple "2/17" ou '2/17.`,
  badDate: (asked) =>
    `« ${asked} » n’est pas une date. Donnez une date Excel, par exemple DATE(2017;3;30), ou "2017-03-30".`,
  badText: (argument, asked) => `« ${asked} » ne convient pas pour ${argument}. Donnez un texte.`,
  textMissing: "Donnez un texte à chercher.",
  notYetKnown: (item, date) => `Rien n’est consigné sur ${item} jusqu’au ${date}.`,
  neverHad: (item, status) => `${item} n’a jamais été « ${status} », d’après l’historique.`,
  noDate: (item, status) => `Aucun document n’indique depuis quand ${item} est « ${status} ».`,
  noMatch: "Aucun sujet d’étude ne correspond.",
  badMeeting: (asked) =>
    `« ${asked} » n’est pas une réunion. Donnez l’année et le mois sous forme de texte, par exemple "2023-09".`,
  badAnnex: (asked, known) => `« ${asked} » n’est pas une annexe. Écrivez ${list(known, "ou")}.`,
  unknownMeeting: (asked, known) => `Aucune réunion ${asked} n’est connue. Réunions connues : ${list(known, "et")}.`,
  unknownSection: (asked, known) =>
    known.length === 0
      ? "Cette annexe n’a pas de sections."
      : `Cette annexe n’a pas de section « ${asked} ». Écrivez ${list(known, "ou")}.`,
  notReady: "Le programme de travail est en cours de lecture. Appuyez sur Ctrl+Alt+F9 dans un instant.",
  tooLarge: (rows) =>
    `Une réponse de ${rows} lignes est trop volumineuse pour Excel sur le web. Demandez moins de lignes.`,
  failed: (reason) => `La fonction n’a pas pu répondre : ${reason}`,
};

/** The texts in the language in use. */
export const functionTexts = catalogue({ en, fr });
