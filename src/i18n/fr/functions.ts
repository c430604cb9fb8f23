/** Messages of the functions: Excel shows them on the flag of an error in a cell. In French. */
import type { Catalogues } from "../catalogues";
import { and, or } from "./grammar";

export const functions: Catalogues["functions"] = {
  unknownItem: (given, nearest) =>
    `Aucun sujet d’étude ne s’appelle « ${given} ».${nearest.length > 0 ? ` Vouliez-vous dire ${or(nearest)} ?` : ""}`,
  ambiguousItem: (given, candidates) => `« ${given} » peut désigner ${or(candidates)}. Indiquez le nom complet.`,
  noItemName: (given) =>
    `« ${given} » n’est pas le nom d’un sujet d’étude. Indiquez-le sous forme de texte, par exemple "X.1817".`,
  errorInCell: (error) => `La cellule donnée en argument contient l’erreur ${error}.`,
  itemMissing: 'Indiquez un sujet d’étude, par exemple "X.1817".',
  unknownWord: (what, given, words) =>
    `« ${given} » n’est pas ${what === "status" ? "un statut valide" : "une procédure valide"}. Indiquez ${or(words)}.`,
  wordMissing: () => "Indiquez un statut.",
  badQuestion: (given) =>
    `« ${given} » n’est pas une Question valide. Saisissez-la sous forme de texte, par exemple "2/17".`,
  questionBecameDate: `Excel a converti la Question en date. Saisissez-la sous forme de texte, par exemple "2/17" ou '2/17.`,
  badDate: (given) =>
    `« ${given} » n’est pas une date valide. Indiquez une cellule contenant une date, DATE(2017;3;30) ou le texte "2017-03-30" (année-mois-jour).`,
  badText: (argument, given) => `« ${given} » ne convient pas pour ${argument}. Indiquez un texte.`,
  textMissing: "Indiquez un texte à chercher.",
  notYetRecorded: (item, date) => `Aucun événement de ${item} n’est consigné jusqu’au ${date}.`,
  neverHad: (item, status) => `${item} n’a jamais été « ${status} », d’après l’historique.`,
  noDate: (item, status) => `La date à laquelle ${item} a reçu le statut « ${status} » n’est pas consignée.`,
  columnsMissing: 'Indiquez les colonnes, par exemple "Item, Status, Title".',
  unknownColumn: (given, available) => `La colonne « ${given} » n’existe pas. Les colonnes sont ${and(available)}.`,
  shapesDoNotFit: (ranges) =>
    `Les plages ne concordent pas : ${and(ranges.map(({ name, rows, columns }) => `${name} compte ${String(rows)} × ${String(columns)}`))} (lignes × colonnes). Indiquez des plages de même taille, ou une seule valeur.`,
  oneAnnexOnly: "Demandez une annexe à la fois.",
  noMatch: "Aucun sujet d’étude ne correspond.",
  badMeeting: (given) =>
    `« ${given} » n’est pas une réunion valide. Indiquez l’année et le mois sous forme de texte, par exemple "2023-09".`,
  badAnnex: (given, available) => `« ${given} » n’est pas une annexe valide. Indiquez ${or(available)}.`,
  unknownMeeting: (given, available) => `Il n’existe pas de réunion ${given}. Les réunions sont ${and(available)}.`,
  unknownSection: (given, available) =>
    available.length === 0
      ? "Cette annexe n’a pas de sections."
      : `Cette annexe n’a pas de section « ${given} ». Indiquez ${or(available)}.`,
  notReady: "Le programme de travail est en cours de lecture. Appuyez sur Ctrl+Alt+F9 dans un instant.",
  tooLarge: (rows) =>
    `Une réponse de ${rows} lignes est trop volumineuse pour Excel sur le web. Demandez moins de lignes.`,
  failed: (reason) => `La fonction a échoué : ${reason}`,
};
