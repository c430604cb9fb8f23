/** The guard's own words; what a rule has to say comes from the rules. */
import { catalogue } from "./language";

const list = (items: readonly string[], and: string, more: (count: number) => string): string => {
  const shown = items.slice(0, 6);
  const rest = items.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} ${and} ${more(rest)}`;
  const last = shown.pop();
  if (last === undefined) return "";
  return shown.length > 0 ? `${shown.join(", ")} ${and} ${last}` : last;
};

export const guardTexts = catalogue({
  en: {
    titles: {
      "put back": "Put back",
      refused: "Not taken",
      marked: "Marked",
      "taken with a warning": "Taken, with a remark",
      overridden: "Taken by override",
      restored: "Restored",
      noted: "For your attention",
    },
    tried: (field: string, from: string, to: string) => `${field}: ${from || "(empty)"} to ${to || "(empty)"}`,
    alsoFor: (items: readonly string[], count: number) =>
      items.length > 0
        ? `The same for ${list(items, "and", (more) => `${String(more)} more`)}.`
        : `The same for ${String(count)} more cells.`,
    key: (item: string) =>
      `The hidden Key column tells which row is ${item}; the row was overwritten and has been put back. To move rows, sort the table or insert cut cells; to end a work item, set its Status to Discontinued.`,
    history: (item: string) =>
      `History is the record of what happened to ${item || "a work item"}; only its Note can be changed here. Change the Status in the Work programme instead.`,
    historyRow:
      "History is written when a status changes; a row typed here counts for nothing. Change the Status in the Work programme instead.",
    deleted: (item: string, table: string) =>
      `The row of ${item} was deleted from ${table}. Restore row brings it back; a work item that ends is Discontinued rather than deleted.`,
    deletedRow: (table: string) => `A row was deleted from ${table}. Restore row brings it back.`,
    deletedEvent: (item: string) =>
      `A row of the record of ${item} was deleted from History. Restore row brings it back.`,
    takenBack: (item: string, what: string, status: string) =>
      `${what} of ${item} was taken back: its row has left History, and ${item} is ${status} again.`,
    unentered: (item: string) => `${item} is no work item any more: its entry was undone.`,
    redone: (item: string, status: string) => `${item} is ${status} again, as its row in History says.`,
    restored: (item: string) => `The row of ${item} stands again.`,
    keyGivenBack: (item: string) =>
      `The hidden Key of the row of ${item} had been cleared; History tells which item it is, so the row has it again.`,
    noRecord: (item: string, status: string) =>
      `History has no row of ${item} that tells its status, so nothing explains that it is ${status}. Load brings back the rows that documents tell of; Undo those that were just deleted.`,
    notYet: (why: string) => `This row is not a work item yet. ${why}`,
    nameless: "Give it a number under Item or a provisional name.",
    unknownAnnexRow: (table: string) =>
      `A row added to ${table} stands in this sheet only: annexes are generated from the Work programme and History.`,
    annexCell: (table: string) =>
      `${table} shows what the document printed. The edit stands in this sheet; the Work programme and History do not change with it.`,
    noItem: (table: string) =>
      `No work item of the Work programme belongs to this row of ${table}, so its Status cannot be judged.`,
    fuse: (text: string) =>
      `${text} The cell was put back several times within seconds, so now it is left as it is and marked: something keeps writing into it.`,
    advise: (text: string) => `${text} The edit stands (advise mode) and is marked.`,
    adviseNote: (text: string) => `Advise mode, against the rules: ${text}`,
    found: (text: string) => `Found on checking, not seen when it was typed. ${text}`,
    foundTaken: (item: string, from: string, to: string) =>
      `${item} changed from ${from} to ${to} while nobody watched. The rules allow it, so it has joined History.`,
    foundFollow: (table: string, item: string, said: string, is: string) =>
      `${table} said ${said || "nothing"} for ${item}, which is ${is} in the Work programme. The annex follows the Work programme.`,
    unguarded: (table: string, missing: readonly string[]) =>
      `${table} is not guarded: ${missing.length > 1 ? "the columns" : "the column"} ${list(missing, "and", (more) => `${String(more)} more`)} ${missing.length > 1 ? "are" : "is"} missing or renamed. Give ${missing.length > 1 ? "them" : "it"} back and the table is guarded again.`,
    guardedAgain: (table: string) => `${table} is guarded again.`,
    gone: (table: string) => `${table} is no longer in the workbook. Load brings back what the documents say.`,
    overridden: (tried: string, reason: string) => `${tried}. Taken by override: ${reason}`,
    overrideRefused: (text: string) => `Even with a reason this cannot be taken. ${text}`,
    asked: (item: string, status: string, date: string) => `${item} is ${status} as of ${date}.`,
    reads: (item: string, field: string, said: string, reads: string) =>
      reads === ""
        ? `“${said}” under ${field} of ${item} says nothing that its Status does not say, so the cell is left empty.`
        : `“${said}” under ${field} of ${item} reads ${reads}.`,
    failed: (why: string) => `The edit could not be judged: ${why}. Run Check to judge the whole workbook.`,
  },
  fr: {
    titles: {
      "put back": "Modification annulée",
      refused: "Modification refusée",
      marked: "Modification signalée",
      "taken with a warning": "Modification acceptée, avec une remarque",
      overridden: "Modification acceptée par dérogation",
      restored: "Ligne rétablie",
      noted: "À noter",
    },
    tried: (field: string, from: string, to: string) => `${field} : ${from || "(vide)"} vers ${to || "(vide)"}`,
    alsoFor: (items: readonly string[], count: number) =>
      items.length > 0
        ? `De même pour ${list(items, "et", (more) => `${String(more)} autres`)}.`
        : `De même pour ${String(count)} autres cellules.`,
    key: (item: string) =>
      `La colonne masquée Key indique quelle ligne est celle de ${item} ; la ligne avait été écrasée, elle a été rétablie. Pour déplacer des lignes, triez le tableau ou insérez les cellules coupées ; pour mettre fin à un sujet d'étude, choisissez le statut Discontinued.`,
    history: (item: string) =>
      `History retrace ce qui est arrivé à ${item || "un sujet d'étude"} ; seule sa Note peut être modifiée ici. Changez plutôt le statut dans Work programme.`,
    historyRow:
      "History se remplit à chaque changement de statut ; une ligne saisie ici n'est pas prise en compte. Changez plutôt le statut dans Work programme.",
    deleted: (item: string, table: string) =>
      `La ligne de ${item} a été supprimée de ${table}. « Rétablir la ligne » permet de la récupérer ; un sujet d'étude abandonné prend le statut Discontinued plutôt que d'être supprimé.`,
    deletedRow: (table: string) =>
      `Une ligne a été supprimée de ${table}. « Rétablir la ligne » permet de la récupérer.`,
    deletedEvent: (item: string) =>
      `Une ligne de l'historique de ${item} a été supprimée de History. « Rétablir la ligne » permet de la récupérer.`,
    takenBack: (item: string, what: string, status: string) =>
      `${what} de ${item} a été annulé : la ligne correspondante a été retirée de History, et ${item} est de nouveau ${status}.`,
    unentered: (item: string) => `${item} n'est plus un sujet d'étude : sa saisie a été annulée.`,
    redone: (item: string, status: string) =>
      `${item} est de nouveau ${status}, comme l'indique sa ligne dans History.`,
    restored: (item: string) => `La ligne de ${item} est rétablie.`,
    keyGivenBack: (item: string) =>
      `La valeur masquée Key de la ligne de ${item} avait été effacée ; History indique de quel sujet il s'agit, la ligne l'a retrouvée.`,
    noRecord: (item: string, status: string) =>
      `History ne contient aucune ligne sur ${item} qui en donne le statut ; rien n'explique donc le statut ${status}. Le chargement rétablit les lignes issues des documents ; « Annuler », celles qui viennent d'être supprimées.`,
    notYet: (why: string) => `Cette ligne n'est pas encore un sujet d'étude. ${why}`,
    nameless: "Indiquez un numéro dans la colonne Item ou un nom provisoire.",
    unknownAnnexRow: (table: string) =>
      `Une ligne ajoutée à ${table} ne figure que dans cette feuille : les annexes sont produites à partir de Work programme et de History.`,
    annexCell: (table: string) =>
      `${table} reproduit le document publié. La modification ne vaut que pour cette feuille ; Work programme et History ne changent pas.`,
    noItem: (table: string) =>
      `Aucun sujet d'étude de Work programme ne correspond à cette ligne de ${table} ; son statut ne peut pas être vérifié.`,
    fuse: (text: string) =>
      `${text} La valeur a été rétablie plusieurs fois en quelques secondes ; la cellule est désormais laissée telle quelle et signalée : quelque chose y écrit sans cesse.`,
    advise: (text: string) => `${text} La modification est conservée (mode conseil) et signalée.`,
    adviseNote: (text: string) => `Mode conseil, contraire aux règles : ${text}`,
    found: (text: string) => `Constaté lors de la vérification, passé inaperçu lors de la saisie. ${text}`,
    foundTaken: (item: string, from: string, to: string) =>
      `${item} est passé de ${from} à ${to} alors que la surveillance n'était pas active. Les règles le permettent ; le changement a été inscrit dans History.`,
    foundFollow: (table: string, item: string, said: string, is: string) =>
      `${table} indiquait ${said || "(vide)"} pour ${item}, qui est ${is} dans Work programme. L'annexe a été alignée sur Work programme.`,
    unguarded: (table: string, missing: readonly string[]) =>
      `${table} n'est pas surveillé : ${list(missing, "et", (more) => `${String(more)} autres`)} manque(nt) ou a (ont) été renommée(s). Rétablissez ces colonnes, et le tableau sera de nouveau surveillé.`,
    guardedAgain: (table: string) => `${table} est de nouveau surveillé.`,
    gone: (table: string) =>
      `${table} n'est plus dans le classeur. Un nouveau chargement rétablit ce qui figure dans les documents.`,
    overridden: (tried: string, reason: string) => `${tried}. Accepté par dérogation : ${reason}`,
    overrideRefused: (text: string) => `Même motivée, cette modification ne peut pas être acceptée. ${text}`,
    asked: (item: string, status: string, date: string) => `${item} est ${status} au ${date}.`,
    reads: (item: string, field: string, said: string, reads: string) =>
      reads === ""
        ? `« ${said} » dans ${field} de ${item} n'ajoute rien au statut ; la cellule reste vide.`
        : `« ${said} » dans ${field} de ${item} est compris comme ${reads}.`,
    failed: (why: string) =>
      `La modification n'a pas pu être vérifiée : ${why}. Lancez « Vérifier » pour contrôler tout le classeur.`,
  },
});
