/** Les décisions d’une réunion, en français. */
import type { CountedTable } from "../../domain/decisions";
import type { Kind } from "../../domain/vocabulary";
import type { Catalogues } from "../catalogues";
import { and, is, or, plural } from "./grammar";

const tables: Record<CountedTable, string> = {
  "TAP approved": "approuvés (TAP)",
  "TAP not approved": "non approuvés (TAP)",
  "TAP determined": "déterminés (TAP)",
  "AAP consented": "consentements (AAP)",
  Agreed: "accords",
  "New work items": "nouveaux sujets d’étude",
  Discontinued: "abandonnés",
};

const kinds: Record<Kind, [string, string]> = {
  New: ["nouveau", "nouveaux"],
  Rev: ["révisé", "révisés"],
  Cor: ["corrigendum", "corrigendums"],
  Amd: ["amendement", "amendements"],
};

export const decisions: Catalogues["decisions"] = {
  refusals: {
    unknownItem: ({ name, nearest }) =>
      `Il n’y a pas de sujet d’étude « ${name} ».${nearest.length > 0 ? ` Vouliez-vous dire ${or(nearest)} ?` : ""} Pour en saisir un nouveau, choisissez « New work item ».`,
    ambiguousItem: ({ name, items }) =>
      `« ${name} » désigne plusieurs textes : ${and(items)}. Saisissez le nom complet.`,
    unknownDecision: ({ word }) => `« ${word} » n’est pas une décision. Choisissez-en une dans la liste.`,
    existing: ({ item }) => `${item} est déjà un sujet d’étude.`,
    unchanged: ({ item, status, since }) =>
      `${item} a déjà l’état « ${status} »${since === "" ? "" : `, depuis le ${since}`}.`,
    contradictory: ({ item, column }) =>
      `Des lignes relatives à ${item} diffèrent dans la colonne « ${column} ». Gardez une seule valeur.`,
    numberTwice: ({ number, other }) => `${number} est aussi attribué à ${other}. Un numéro ne désigne qu’un texte.`,
    otherRefused: ({ item, decision }) =>
      `La liste indique aussi « ${decision} » pour ${item}, ce qui ne peut pas être saisi. Corrigez cette ligne ou videz sa décision.`,
  },
  accepted: (remarks) => (remarks.length === 0 ? "Accepté." : `Accepté. ${remarks.join(" ")}`),
  refused: (why) => `Refusé. ${why}`,
  entered: "Saisi.",
  count: (table, total) => `${tables[table]} : ${String(total)}`,
  kind: (kind, count) => `${String(count)} ${kinds[kind][count < 2 ? 0 : 1]}`,
  counts: (parts) => parts.join(" ; "),
  countWithKinds: (count, kindParts) => `${count} (${kindParts.join(", ")})`,
  preparing: "Recherche des textes à décider",
  reviewing: "Examen des décisions",
  entering: "Saisie des décisions",
  prepared: (sheet, rows) => `« ${sheet} » énumère ${plural(rows, "texte", "textes")} sur lesquels décider.`,
  preparedMore: (sheet, added) =>
    added === 0
      ? `« ${sheet} » est à jour.`
      : `« ${sheet} » : ${plural(added, "texte ajouté", "textes ajoutés")}. Ce que vous avez saisi a été conservé.`,
  reviewed: (accepted, refused) =>
    refused === 0
      ? `${plural(accepted, "ligne acceptée", "lignes acceptées")}. Cliquez sur « Saisir les décisions » pour ${is(accepted, "la", "les")} saisir.`
      : `${plural(accepted, "ligne acceptée", "lignes acceptées")}, ${plural(refused, "refusée", "refusées")} ; la colonne « Result » en donne la raison.`,
  enteredRows: (entered, remaining) =>
    `${plural(entered, "ligne saisie", "lignes saisies")}${remaining === 0 ? "" : ` ; il en reste ${String(remaining)}, dont la colonne « Result » donne la raison`}.`,
  decidedItems: (entered, refused) =>
    `${plural(entered, "décision saisie", "décisions saisies")}${refused === 0 ? "" : `, ${plural(refused, "refusée", "refusées")}`}.`,
  nothingNew: "Rien de nouveau n’est accepté : rien n’a été saisi.",
  nothingDecided: "Aucune ligne ne porte encore de décision.",
  noMeeting: "Choisissez d’abord la réunion en cours.",
  noDates: (meeting) =>
    `Les dates de la réunion ${meeting} manquent. Saisissez-les en haut du volet : les décisions prennent la date de clôture.`,
  noList: (sheet) =>
    `Il n’y a pas encore de liste de décisions. Cliquez sur « Préparer » pour créer la feuille « ${sheet} ».`,
  columnsMissing: (sheet, columns) =>
    `Il manque à « ${sheet} » ${is(columns.length, "la colonne", "les colonnes")} ${and(columns.map((name) => `« ${name} »`))}. Rétablissez ${is(columns.length, "l’en-tête", "les en-têtes")}, puis réessayez.`,
  moved: "Une autre personne déplace des lignes de la liste. Réessayez dans un instant.",
  pane: {
    title: "Décisions d’une réunion",
    help: "Avant la plénière de clôture, « Préparer » énumère tous les textes sur lesquels décider. Remplissez la feuille, ou la liste ci-dessous ; « Examiner » indique ce qui est accepté et ce qui ne l’est pas ; « Saisir les décisions » saisit ce qui est accepté.",
    prepare: "Préparer",
    review: "Examiner",
    enter: "Saisir les décisions",
    list: (rows) => `La liste (${plural(rows, "ligne", "lignes")})`,
    decisionOn: (item) => `Décision sur ${item}`,
    details: "Numéro, texte et remarque",
    undecided: "Pas encore de décision",
    fields: { number: "Numéro", note: "Remarque" },
    otherSteps: "Autres étapes",
    sameTitle: (other: string) =>
      `${other} porte le même titre. S’il s’agit d’un seul texte sous deux noms, les deux sujets n’en font plus qu’un.`,
    join: "Un seul texte : les réunir",
    newText: "Commencer un texte qui le modifie",
    newTexts: { Rev: "Révision", Amd: "Amendement", Cor: "Corrigendum" },
    confirmDeletion: (item, step) => `${item} est en vigueur. ${step} ?`,
    cancel: "Annuler",
    selection: "Lignes sélectionnées",
    selectionHelp: "Sélectionnez des lignes dans une feuille, puis choisissez ce qui est décidé pour toutes.",
    useSelection: "Utiliser les lignes sélectionnées",
    nothingSelected: "Aucune ligne d’un sujet d’étude n’est sélectionnée.",
    noneForAll: (items) => `Aucune décision n’est possible pour tous ces textes : ${and(items)}.`,
    selectedItems: (items) => `${plural(items.length, "texte", "textes")} : ${and(items)}.`,
    decideSelected: (action, count) => `${action} : les ${String(count)} textes sélectionnés`,
    paste: "Coller des décisions",
    pasteHelp:
      "Une ligne par texte : « X.1221, approuvé ». Les lignes d’un rapport, d’un message ou d’un autre classeur sont comprises.",
    addPasted: "Ajouter à la liste",
  },
  nothingPasted: "Aucune ligne du texte ne désigne un texte.",
  sheetLines: [
    "Choisissez ou collez une décision dans chaque ligne, en anglais ou en français ; laissez les autres vides. Ajoutez à la fin des lignes pour les nouveaux sujets d’étude.",
    "Cliquez sur « Examiner » : la colonne « Result » indique ce qui est accepté et ce qui ne l’est pas, avec la raison. Cliquez sur « Saisir les décisions » pour saisir ce qui est accepté.",
  ],
};
