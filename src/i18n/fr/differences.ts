/** Differences between workbook and documents, and damaged tables: in pane and ribbon. In French. */
import type { Catalogues } from "../catalogues";
import { plural } from "./grammar";

export const differences: Catalogues["differences"] = {
  comparing: "Comparaison avec les documents",
  nothingDiffers: "Comparaison avec les documents : aucune différence.",
  differ: (count) =>
    `Comparaison avec les documents : ${plural(count, "différence", "différences")}. Rien n’a été modifié.`,
  applyingDocuments: "Reprise des valeurs des documents",
  appliedDocuments: (count) =>
    `${plural(count, "cellule reprend désormais", "cellules reprennent désormais")} la valeur des documents.`,
  repairing: "Réparation",
  repaired: (tables) => (tables.length === 0 ? "Il n’y avait rien à réparer." : `Réparé : ${tables.join(", ")}.`),
  notRepaired: (tables) =>
    `Impossible de réparer ${tables.join(", ")} à partir des données restantes. Chargez à nouveau les documents, ou utilisez Remplacer.`,
  replaced: "Les feuilles ont été recréées à partir des documents.",
  unreadable: (sheets) =>
    `rien n’a été écrit, car il manque des éléments dans ${sheets.join(", ")}. Choisissez d’abord Réparer ci-dessous.`,
  differences: {
    title: "Différences avec les documents",
    help: "Ces cellules diffèrent des documents. Vos valeurs sont conservées, sauf si vous choisissez celles des documents.",
    count: (count) => plural(count, "différence", "différences"),
    none: "Il ne reste aucune différence dans cette liste.",
    here: "Ici",
    documents: "Documents",
    history: "Historique",
    empty: "(vide)",
    rowRemoved: "Cette ligne a été supprimée ici.",
    location: (sheet, column) => (column === "" ? sheet : `${sheet} : ${column}`),
    useDocument: "Utiliser la valeur du document",
    restoreRow: "Rétablir la ligne",
    goTo: "Aller à la cellule",
    useDocumentForItem: (count) => `Utiliser toutes les valeurs des documents pour ce sujet (${String(count)})`,
    useDocumentForAll: (count) =>
      count === 1 ? "Utiliser la valeur du document" : `Utiliser les ${String(count)} valeurs des documents`,
    confirmAll: (count) =>
      `Les valeurs des documents seront écrites dans ${plural(count, "cellule ou ligne", "cellules et lignes")} ; les valeurs saisies y seront remplacées.`,
    overwriteAll: (count) => `Remplacer (${String(count)})`,
    cancel: "Annuler",
    column: "Colonne",
    allColumns: (count) => `Toutes les colonnes (${String(count)})`,
    oneColumn: (column, count) => `${column} (${String(count)})`,
    wholeRows: "Lignes supprimées",
    more: (count) => `En afficher ${String(count)} de plus`,
    usedDocumentValue: (item, column) => `${item}, ${column} : la valeur du document a été utilisée.`,
    restoredRow: (item) => `${item} : la ligne a été rétablie.`,
    close: "Fermer la liste",
    compare: "Comparer avec les documents",
  },
  tableProblems: {
    title: "Tableaux à réparer",
    help: "La réparation rétablit les colonnes et les tableaux manquants à partir des données restantes, sans modifier les autres cellules. Les valeurs qui ne figurent que dans les documents sont rétablies au prochain chargement.",
    repair: "Réparer",

    found: (count) => (count < 2 ? "Un tableau est à réparer." : `${String(count)} tableaux sont à réparer.`),
    show: "Afficher",
    whole: "Tous les tableaux sont complets.",
    tables: "Tableaux",
  },
  replace: {
    start: "Remplacer…",
    confirmation:
      "Remplacer recrée les feuilles à partir des documents uniquement. Rien n’est supprimé : les feuilles actuelles sont conservées, la date du jour étant ajoutée à leur nom. Les valeurs saisies, statuts et remarques par exemple, ne figurent alors que dans ces feuilles. La commande Annuler d’Excel ne permet pas de revenir en arrière.",
    confirm: "Remplacer les feuilles",
    cancel: "Annuler",
  },
};
