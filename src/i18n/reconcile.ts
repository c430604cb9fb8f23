/** Where the workbook and the documents part, and what is missing of its tables: in pane and ribbon. */
import { catalogue } from "./language";

const plural = (count: number, one: string, many: string) => `${String(count)} ${count === 1 ? one : many}`;
const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(", ");

const en = {
  comparing: "Comparing with the documents",
  nothingDiffers: "Compared with the documents: nothing differs.",
  differ: (count: number) =>
    `Compared with the documents: ${plural(count, "difference", "differences")}. Nothing was changed.`,
  taking: "Taking what the documents say",
  taken: (count: number) => `${plural(count, "cell now says", "cells now say")} what the documents say.`,
  repairing: "Repairing",
  repaired: (tables: readonly string[]) =>
    tables.length === 0 ? "There was nothing to repair." : `Repaired: ${tables.join(", ")}.`,
  notRepaired: (tables: readonly string[]) =>
    `${tables.join(", ")} could not be repaired from what is left. Load the documents again, or use Replace.`,
  replaced: "The sheets were laid out anew from the documents.",
  damaged: (tables: readonly string[]) =>
    `nothing was written, since something is missing in ${tables.join(", ")}. Repair it first; the button is below.`,
  differences: {
    title: "Differences from the documents",
    help: "These cells were changed here, and the documents say otherwise. Yours stay unless you take the documents’.",
    count: (count: number) => plural(count, "difference", "differences"),
    none: "Nothing in this list differs any more.",
    here: "Here",
    documents: "Documents",
    history: "History",
    empty: "(empty)",
    takenOut: "This row was taken out here.",
    place: (sheet: string, column: string) => (column === "" ? sheet : `${sheet}: ${column}`),
    take: "Take the document’s",
    putBack: "Put the row back",
    goTo: "Go to the cell",
    takeItem: (count: number) => `Take all ${String(count)} of this item`,
    takeAll: (count: number) => (count === 1 ? "Take the document’s" : `Take the documents’ for all ${String(count)}`),
    askAll: (count: number) =>
      `The documents’ values are written into ${plural(count, "place", "places")}; what people entered there is overwritten.`,
    yesAll: (count: number) => `Overwrite ${String(count)}`,
    no: "Keep mine",
    column: "Column",
    allColumns: (count: number) => `All columns (${String(count)})`,
    oneColumn: (column: string, count: number) => `${column} (${String(count)})`,
    wholeRows: "Rows taken out",
    more: (count: number) => `Show ${String(count)} more`,
    tookOne: (item: string, column: string) => `${item}, ${column}: the document’s value was taken.`,
    tookRow: (item: string) => `${item}: the row stands again.`,
    close: "Close the list",
    compare: "Compare with the documents",
  },
  damage: {
    title: "Tables to repair",
    help: "Repair brings missing columns and tables back from what is left, and changes no other cell. What only the documents know comes back with the next load.",
    repair: "Repair",
    columns: (table: string, columns: readonly string[]) =>
      `${table}: the ${columns.length > 1 ? "columns" : "column"} ${quoted(columns)} ${columns.length > 1 ? "are" : "is"} missing or renamed.`,
    missing: (table: string) => `${table}: the table is missing.`,
    unfinished: (table: string) => `${table}: a load was cut off before this table was finished.`,
    found: (count: number) => (count === 1 ? "A table needs repair." : `${String(count)} tables need repair.`),
    show: "Show",
    whole: "All tables are as they should be.",
    tables: "Tables",
  },
  replace: {
    start: "Replace…",
    ask: "Replace lays the sheets out anew from the documents alone. Nothing is deleted: the sheets that are here now stay beside them with today’s date in their names. What people entered, such as statuses and remarks, is then in those only. Undo in Excel does not reach back behind this.",
    yes: "Replace the sheets",
    no: "Leave them as they are",
  },
};

type ReconcileTexts = typeof en;

const pluriel = (count: number, one: string, many: string) => `${String(count)} ${count < 2 ? one : many}`;
const guillemets = (names: readonly string[]) => names.map((name) => `« ${name} »`).join(", ");

const fr: ReconcileTexts = {
  comparing: "Comparaison avec les documents",
  nothingDiffers: "Comparaison avec les documents : aucune différence.",
  differ: (count) =>
    `Comparaison avec les documents : ${pluriel(count, "différence", "différences")}. Rien n’a été modifié.`,
  taking: "Reprise des valeurs des documents",
  taken: (count) =>
    `${pluriel(count, "cellule reprend désormais", "cellules reprennent désormais")} la valeur des documents.`,
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
    count: (count) => pluriel(count, "différence", "différences"),
    none: "Il ne reste aucune différence dans cette liste.",
    here: "Ici",
    documents: "Documents",
    history: "Historique",
    empty: "(vide)",
    takenOut: "Cette ligne a été retirée ici.",
    place: (sheet, column) => (column === "" ? sheet : `${sheet} : ${column}`),
    take: "Reprendre celle du document",
    putBack: "Remettre la ligne",
    goTo: "Aller à la cellule",
    takeItem: (count) => `Tout reprendre pour ce sujet (${String(count)})`,
    takeAll: (count) =>
      count === 1 ? "Reprendre celle du document" : `Reprendre les ${String(count)} valeurs des documents`,
    askAll: (count) =>
      `Les valeurs des documents seront écrites à ${pluriel(count, "endroit", "endroits")} ; ce qui y a été saisi sera remplacé.`,
    yesAll: (count) => `Remplacer (${String(count)})`,
    no: "Garder mes valeurs",
    column: "Colonne",
    allColumns: (count) => `Toutes les colonnes (${String(count)})`,
    oneColumn: (column, count) => `${column} (${String(count)})`,
    wholeRows: "Lignes retirées",
    more: (count) => `En afficher ${String(count)} de plus`,
    tookOne: (item, column) => `${item}, ${column} : la valeur du document a été reprise.`,
    tookRow: (item) => `${item} : la ligne est rétablie.`,
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
    unfinished: (table) => `${table} : un chargement a été interrompu avant que ce tableau soit terminé.`,
    found: (count) => (count < 2 ? "Un tableau est à réparer." : `${String(count)} tableaux sont à réparer.`),
    show: "Afficher",
    whole: "Tous les tableaux sont en ordre.",
    tables: "Tableaux",
  },
  replace: {
    start: "Remplacer…",
    ask: "Remplacer recrée les feuilles à partir des seuls documents. Rien n’est supprimé : les feuilles actuelles restent à côté des nouvelles, la date du jour ajoutée à leur nom. Ce qui a été saisi, statuts et remarques par exemple, ne figure alors plus que dans celles-ci. La commande Annuler d’Excel ne revient pas en deçà.",
    yes: "Remplacer les feuilles",
    no: "Les laisser telles quelles",
  },
};

/** The texts in the language in use. */
export const reconcileTexts = catalogue<ReconcileTexts>({ en, fr });
