/** Progress and results of the commands, in French. */
import type { Catalogues } from "../catalogues";
import { plural, and } from "./grammar";

export const commands: Catalogues["commands"] = {
  readingDocuments: "Lecture des deux documents publiés",
  loaded: (items) =>
    `Chargement terminé. Le programme de travail compte ${plural(items, "sujet d’étude", "sujets d’étude")}.`,
  nothingNew: "Le classeur était déjà à jour ; rien n’a été modifié.",
  rowsAdded: (table, rows) => `${table} : ${plural(rows, "ligne ajoutée", "lignes ajoutées")}`,
  rowsUpdated: (table, rows) => `${table} : ${plural(rows, "ligne mise à jour", "lignes mises à jour")}`,
  rowsRemoved: (table, rows) => `${table} : ${plural(rows, "ligne supprimée", "lignes supprimées")}`,
  undoDeletes: {
    sheets: (sheets) => `L’annulation supprime ${plural(sheets.length, "feuille", "feuilles")} : ${sheets.join(", ")}.`,
    imported: (documents) => `L’annulation retire les lignes importées de ${documents.join(", ")}.`,
  },
  loadUndone: "Le chargement a été annulé.",
  sheetsUndone: "Les feuilles ont été supprimées.",
  importUndone: (documents) => `L’importation a été annulée : ${documents.join(", ")}.`,
  keptEdits: (count) =>
    plural(
      count,
      "cellule modifiée ici diffère des documents et a été conservée",
      "cellules modifiées ici diffèrent des documents et ont été conservées",
    ),
  keptSheet: (sheet, as) => `La feuille « ${sheet} » a été conservée sous le nom « ${as} »`,
  checking: "Examen de chaque ligne au regard des règles",
  checked: (errors, warnings, remarks) =>
    `Examen terminé : ${and([plural(errors, "erreur", "erreurs"), plural(warnings, "avertissement", "avertissements"), plural(remarks, "remarque", "remarques")])}. La liste figure dans la feuille Checks.`,
  items: (count) => plural(count, "sujet d’étude", "sujets d’étude"),
  remarks: (count, example, names, more) =>
    `${plural(count, "remarque", "remarques")} de ce type. La première : ${example} Liste : ${names.join(", ")}${more > 0 ? ` et ${String(more)} autres` : ""}.`,
  allWell: "Examen terminé : rien à signaler.",
  unexplained: {
    status: (shown, recorded) =>
      `Le statut est ${shown === "" ? "vide" : `« ${shown} »`}, mais le dernier statut consigné dans History est « ${recorded} » : la modification n’a pas été enregistrée.`,
    noRecord: (shown) =>
      `History n’indique aucun statut pour ce sujet d’étude ; l’origine de « ${shown} » est donc inconnue.`,
    newRow: "Cette ligne n’est pas encore un sujet d’étude.",
    annex: (sheet, shown, recorded) =>
      `La feuille « ${sheet} » indique ${shown === "" ? "un statut vide" : `« ${shown} »`}, alors que le programme de travail indique « ${recorded} ».`,
    enterAgain: "Saisissez à nouveau le statut, ou rétablissez le statut enregistré.",
    nameIt: "Indiquez un numéro dans la colonne Item, ou un nom provisoire.",
  },
  notLoaded: "Ce classeur ne contient pas encore de programme de travail. Commencez par « Charger ».",
  failed: (reason) => `La commande a échoué : ${reason}`,
};
