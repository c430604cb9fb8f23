/** Where the workbook and the documents part, and what is missing of its tables: in pane and ribbon. In French. */
import type { Catalogues } from "../catalogues";
import { plural } from "./grammar";

const guillemets = (names: readonly string[]) => names.map((name) => `« ${name} »`).join(", ");

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
    `Impossible de réparer ${tables.join(", ")} à partir de ce qui reste. Chargez à nouveau les documents, ou utilisez Remplacer.`,
  replaced: "Les feuilles ont été recréées à partir des documents.",
  damaged: (tables) =>
    `rien n’a été écrit, car il manque quelque chose dans ${tables.join(", ")}. Réparez d’abord ; le bouton se trouve ci-dessous.`,
  differences: {
    title: "Différences avec les documents",
    help: "Ces cellules ont été modifiées ici et les documents indiquent autre chose. Vos valeurs restent, sauf si vous reprenez celles des documents.",
    count: (count) => plural(count, "différence", "différences"),
    none: "Il ne reste aucune différence dans cette liste.",
    here: "Ici",
    documents: "Documents",
    history: "Historique",
    empty: "(vide)",
    rowRemoved: "Cette ligne a été retirée ici.",
    location: (sheet, column) => (column === "" ? sheet : `${sheet} : ${column}`),
    useDocument: "Reprendre celle du document",
    restoreRow: "Remettre la ligne",
    goTo: "Aller à la cellule",
    useDocumentForItem: (count) => `Tout reprendre pour ce sujet (${String(count)})`,
    useDocumentForAll: (count) =>
      count === 1 ? "Reprendre celle du document" : `Reprendre les ${String(count)} valeurs des documents`,
    confirmAll: (count) =>
      `Les valeurs des documents seront écrites à ${plural(count, "endroit", "endroits")} ; ce qui y a été saisi sera remplacé.`,
    overwriteAll: (count) => `Remplacer (${String(count)})`,
    cancel: "Garder mes valeurs",
    column: "Colonne",
    allColumns: (count) => `Toutes les colonnes (${String(count)})`,
    oneColumn: (column, count) => `${column} (${String(count)})`,
    wholeRows: "Lignes retirées",
    more: (count) => `En afficher ${String(count)} de plus`,
    usedDocumentValue: (item, column) => `${item}, ${column} : la valeur du document a été reprise.`,
    restoredRow: (item) => `${item} : la ligne est rétablie.`,
    close: "Fermer la liste",
    compare: "Comparer avec les documents",
  },
  damage: {
    title: "Tableaux à réparer",
    help: "La réparation rétablit les colonnes et les tableaux manquants à partir de ce qui reste, sans toucher aux autres cellules. Ce que seuls les documents indiquent revient au prochain chargement.",
    repair: "Réparer",
    columns: (table, columns) =>
      columns.length > 1
        ? `${table} : les colonnes ${guillemets(columns)} manquent ou ont été renommées.`
        : `${table} : la colonne ${guillemets(columns)} manque ou a été renommée.`,
    missing: (table) => `${table} : le tableau manque.`,
    headerRowOff: (table) => `${table} : la ligne d’en-tête du tableau est désactivée.`,
    unfinished: (table) => `${table} : un chargement a été interrompu avant que ce tableau soit terminé.`,
    found: (count) => (count < 2 ? "Un tableau est à réparer." : `${String(count)} tableaux sont à réparer.`),
    show: "Afficher",
    whole: "Tous les tableaux sont en ordre.",
    tables: "Tableaux",
  },
  replace: {
    start: "Remplacer…",
    confirmation:
      "Remplacer recrée les feuilles à partir des seuls documents. Rien n’est supprimé : les feuilles actuelles restent à côté des nouvelles, la date du jour ajoutée à leur nom. Ce qui a été saisi, statuts et remarques par exemple, ne figure alors plus que dans celles-ci. La commande Annuler d’Excel ne revient pas en deçà.",
    confirm: "Remplacer les feuilles",
    cancel: "Les laisser telles quelles",
  },
};
