/** What the workbook side says to people: errors of Excel as sentences of what to do, the report of a load. */
import { catalogue } from "./language";

interface WorkbookTexts {
  cellBeingEdited: string;
  otherWorkbookActive: string;
  accessDenied: string;
  notFound: string;
  tooLarge: string;
  noAnswer: (seconds: number) => string;
  apiMissing: string;
  undoImpossible: string;
  excelFailed: (code: string) => string;
  cancelled: string;
  alreadyLoading: string;
  waiting: string;
  disturbed: string;
  namesTaken: (tables: readonly string[]) => string;
  reading: string;
  planning: string;
  writing: (done: number, total: number) => string;
  done: (rows: number) => string;
  textTooLong: (item: string, field: string) => string;
  charactersLost: (item: string, field: string) => string;
  source: (document: string) => string;
  keptAs: (sheet: string, kept: string) => string;
  notOnASheet: (item: string) => string;
  chooseFromList: string;
  statistics: string;
}

const en: WorkbookTexts = {
  cellBeingEdited: "A cell is being edited. Press Enter or Esc in Excel, then try again.",
  otherWorkbookActive: "Another workbook is in front. Click into this workbook, then try again.",
  accessDenied:
    "Excel does not let the add-in write here. Is the sheet or the workbook protected, or open for reading only?",
  notFound: "A sheet or table of the work programme is no longer there. Choose Repair, or load the documents again.",
  tooLarge: "That is more than Excel takes at once. Try with fewer documents at a time.",
  noAnswer: (seconds) =>
    `Excel has not answered for ${String(seconds)} seconds. Load again when it does: nothing is written twice.`,
  apiMissing: "This version of Excel lacks something the add-in needs. Update Excel; Diagnostics says what it has.",
  undoImpossible: "This step cannot be made part of Undo.",
  excelFailed: (code) => `Excel reports “${code}”. Try again; if it stays, close and open the workbook.`,
  cancelled: "Cancelled. The workbook is as it was.",
  alreadyLoading: "A load is under way. Wait until it is done, or cancel it.",
  waiting: "Somebody else is loading into this workbook; waiting for them",
  disturbed:
    "People keep working in the tables that are being loaded. What they entered stays. Load again in a moment.",
  namesTaken: (tables) =>
    `This workbook has a table of its own called ${tables.join(", ")}, a name that the add-in needs. Rename it (Table Design, Table Name), then load again.`,
  reading: "Reading what the workbook holds",
  planning: "Comparing",
  writing: (done, total) => `Writing: ${String(done)} of ${String(total)} rows`,
  done: (rows) => `Done: ${String(rows)} rows written`,
  textTooLong: (item, field) =>
    `${item || "A document"}: “${field}” is longer than the 32,767 characters that a cell holds; the rest was left out.`,
  charactersLost: (item, field) =>
    `${item || "A document"}: “${field}” has characters that no cell can hold; “\uFFFD” stands in their place.`,
  source: (document) => `Source: ${document}`,
  keptAs: (sheet, kept) => `The sheet “${sheet}” was kept as “${kept}”.`,
  notOnASheet: (item) => `${item} is in no table of this workbook.`,
  chooseFromList: "Choose from the list.",
  statistics: "Statistics",
};

const fr: WorkbookTexts = {
  cellBeingEdited: "Une cellule est en cours de modification. Appuyez sur Entrée ou Échap dans Excel, puis réessayez.",
  otherWorkbookActive: "Un autre classeur est au premier plan. Cliquez dans ce classeur, puis réessayez.",
  accessDenied:
    "Excel ne laisse pas le complément écrire ici. La feuille ou le classeur sont-ils protégés ou ouverts en lecture seule ?",
  notFound:
    "Une feuille ou un tableau du programme de travail n’existe plus. Choisissez Réparer, ou chargez à nouveau les documents.",
  tooLarge: "C’est plus qu’Excel n’accepte en une fois. Essayez avec moins de documents à la fois.",
  noAnswer: (seconds) =>
    `Excel n’a pas répondu depuis ${String(seconds)} secondes. Chargez à nouveau quand il répond : rien n’est écrit deux fois.`,
  apiMissing:
    "Cette version d’Excel n’a pas tout ce dont le complément a besoin. Mettez Excel à jour ; Diagnostic dit ce qu’il a.",
  undoImpossible: "Cette étape ne peut pas faire partie de l’annulation.",
  excelFailed: (code) => `Excel signale « ${code} ». Réessayez ; si cela persiste, fermez et rouvrez le classeur.`,
  cancelled: "Annulé. Le classeur est tel qu’il était.",
  alreadyLoading: "Un chargement est en cours. Attendez qu’il soit terminé, ou annulez-le.",
  waiting: "Quelqu’un d’autre charge des documents dans ce classeur ; en attente",
  disturbed:
    "Des personnes travaillent dans les tableaux en cours de chargement. Leurs saisies restent. Chargez à nouveau dans un instant.",
  namesTaken: (tables) =>
    `Ce classeur a déjà un tableau nommé ${tables.join(", ")}, nom dont le complément a besoin. Renommez-le (Création de tableau, Nom du tableau), puis chargez à nouveau.`,
  reading: "Lecture du classeur",
  planning: "Comparaison",
  writing: (done, total) => `Écriture : ${String(done)} lignes sur ${String(total)}`,
  done: (rows) => `Terminé : ${String(rows)} lignes écrites`,
  textTooLong: (item, field) =>
    `${item || "Un document"} : « ${field} » dépasse les 32 767 caractères qu’une cellule contient ; le reste a été omis.`,
  charactersLost: (item, field) =>
    `${item || "Un document"} : « ${field} » a des caractères qu’aucune cellule ne peut contenir, remplacés par « \uFFFD ».`,
  source: (document) => `Source : ${document}`,
  keptAs: (sheet, kept) => `La feuille « ${sheet} » a été conservée sous le nom « ${kept} ».`,
  notOnASheet: (item) => `${item} n’est dans aucun tableau de ce classeur.`,
  chooseFromList: "Choisissez dans la liste.",
  statistics: "Statistiques",
};

/** The texts of the workbook side in the language in use. */
export const workbookTexts = catalogue({ en, fr });
