/** What the commands say while they work and when they are done. */
import { catalogue } from "./language";

interface CommandTexts {
  readingDocuments: string;
  loaded(items: number): string;
  nothingNew: string;
  rowsAdded(table: string, rows: number): string;
  rowsUpdated(table: string, rows: number): string;
  keptEdits(count: number): string;
  keptSheet(sheet: string, as: string): string;
  checking: string;
  checked(errors: number, warnings: number, remarks: number): string;
  allWell: string;
  notLoaded: string;
  failed(reason: string): string;
}

const counted = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
const accord = (count: number, noun: string): string => `${String(count)} ${noun}${count < 2 ? "" : "s"}`;

const en: CommandTexts = {
  readingDocuments: "Reading the two published documents",
  loaded: (items) => `Loaded. The work programme has ${String(items)} work items.`,
  nothingNew: "Everything was there already; nothing was changed.",
  rowsAdded: (table, rows) => `${table}: ${String(rows)} ${rows === 1 ? "row" : "rows"} added`,
  rowsUpdated: (table, rows) => `${table}: ${String(rows)} ${rows === 1 ? "row" : "rows"} brought up to date`,
  keptEdits: (count) =>
    count === 1
      ? "1 cell that was edited here differs from the documents and was kept"
      : `${String(count)} cells that were edited here differ from the documents and were kept`,
  keptSheet: (sheet, as) => `The sheet “${sheet}” was kept as “${as}”`,
  checking: "Checking every row against the rules",
  checked: (errors, warnings, remarks) =>
    `Checked: ${[counted(errors, "error"), counted(warnings, "warning"), counted(remarks, "remark")].join(", ")}. They are listed on the Checks sheet.`,
  allWell: "Checked: nothing to remark.",
  notLoaded: "This workbook holds no work programme yet. Press Load first.",
  failed: (reason) => `That did not work: ${reason}`,
};

const fr: CommandTexts = {
  readingDocuments: "Lecture des deux documents publiés",
  loaded: (items) => `Chargement terminé. Le programme de travail compte ${String(items)} sujets d’étude.`,
  nothingNew: "Tout y figurait déjà ; rien n’a été modifié.",
  rowsAdded: (table, rows) => `${table} : ${String(rows)} ${rows < 2 ? "ligne ajoutée" : "lignes ajoutées"}`,
  rowsUpdated: (table, rows) => `${table} : ${String(rows)} ${rows < 2 ? "ligne mise à jour" : "lignes mises à jour"}`,
  keptEdits: (count) =>
    count < 2
      ? "1 cellule modifiée ici diffère des documents et a été conservée"
      : `${String(count)} cellules modifiées ici diffèrent des documents et ont été conservées`,
  keptSheet: (sheet, as) => `La feuille « ${sheet} » a été conservée sous le nom « ${as} »`,
  checking: "Examen de chaque ligne au regard des règles",
  checked: (errors, warnings, remarks) =>
    `Examen terminé : ${[accord(errors, "erreur"), accord(warnings, "avertissement"), accord(remarks, "remarque")].join(", ")}. La liste figure dans la feuille Checks.`,
  allWell: "Examen terminé : rien à signaler.",
  notLoaded: "Ce classeur ne contient pas encore de programme de travail. Commencez par Charger.",
  failed: (reason) => `L’opération a échoué : ${reason}`,
};

/** The texts in the language in use. */
export const commandTexts = catalogue({ en, fr });
