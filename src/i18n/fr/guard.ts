/** Messages of the edit guard, in French. */
import type { EditOutcome } from "../../domain/edit-review/message";
import type { GuardTexts } from "../guard-texts";
import { and, is, plural } from "./grammar";

const several = (items: readonly string[]): string =>
  items.length > 6 ? and([...items.slice(0, 6), `${String(items.length - 6)} autres`]) : and(items);

const titles: Record<EditOutcome, string> = {
  reverted: "Modification annulée",
  refused: "Modification refusée",
  marked: "Modification signalée",
  "accepted with a warning": "Modification acceptée, avec une remarque",
  overridden: "Modification acceptée par dérogation",
  restored: "Ligne rétablie",
  noted: "À noter",
};

export const guard: GuardTexts = {
  titles,
  tried: (column, from, to) => `${column} : ${from || "(vide)"} → ${to || "(vide)"}`,
  alsoFor: (items, count) =>
    items.length > 0
      ? `De même pour ${several(items)}.`
      : `De même pour ${plural(count, "autre cellule", "autres cellules")}.`,
  actions: {
    decided: (status, date, meeting) => `${status}, ${date}${meeting === null ? "" : `, réunion ${meeting}`}`,
    step: (step) => (step === "" ? "étape effacée" : `étape ${step}`),
    fields: (columns) => `${and(columns)} : valeur modifiée`,
    several: (items, what) => (what === null ? `Modifications de ${several(items)}` : `${several(items)} : ${what}`),
    one: (item, what) => `${item} : ${what}`,
  },
  around: {
    found: (text) => `Constaté lors d’un contrôle, et non lors de la saisie. ${text}`,
    overrideRefused: (text) => `Même motivée, cette modification ne peut pas être acceptée. ${text}`,
    incomplete: (text) => `Cette ligne n’est pas encore un sujet d’étude. ${text}`,
    advised: (text) => `${text} La modification est conservée et signalée (mode conseil).`,
    repeated: (text) =>
      `${text} La valeur a été rétablie plusieurs fois en quelques secondes ; la cellule est désormais laissée telle quelle et signalée : une macro, une liaison ou un autre utilisateur y écrit peut-être.`,
  },
  sentences: {
    refused: ({ refusals }) => refusals.join(" "),
    warning: ({ finding }) => finding,
    overridden: ({ tried, reason }) => `${tried}. Accepté par dérogation : ${reason}`,
    requested: ({ item, status, date }) => `${item} est ${status} au ${date}.`,
    normalised: ({ item, column, entered, shown }) =>
      shown === ""
        ? `« ${entered} » dans ${column} de ${item} ne fait que répéter le statut ; la cellule a été vidée.`
        : `« ${entered} » dans ${column} de ${item} a été lu comme ${shown}.`,
    foundAccepted: ({ item, from, to }) =>
      `${item} est passé de ${from} à ${to} alors que le complément n’était pas actif. Le changement est permis et a été inscrit dans History.`,
    foundDifferent: ({ table, item, shown, recorded }) =>
      `${table} indiquait ${shown || "(vide)"} pour ${item}, qui est ${recorded} dans Work programme. L’annexe a été mise à jour.`,
    key: ({ item }) =>
      `La ligne de ${item}, y compris sa valeur masquée Key, avait été écrasée ; elle a été rétablie. Pour déplacer des lignes, triez le tableau ou insérez les cellules coupées ; pour mettre fin à un sujet d’étude, choisissez le statut Discontinued.`,
    keyRestored: ({ item }) =>
      `La valeur masquée Key de la ligne de ${item} avait été effacée ; elle a été rétablie d’après History.`,
    history: ({ item }) =>
      `History retrace ce qui est arrivé à ${item || "un sujet d’étude"} ; seule la colonne « Reason or note » peut être modifiée ici. Changez plutôt le statut dans Work programme.`,
    historyRow: () =>
      "History se remplit à chaque changement de statut ; les lignes saisies ici ne sont pas prises en compte. Changez plutôt le statut dans Work programme.",
    deleted: ({ item, table }) =>
      `La ligne de ${item} a été supprimée de ${table}. « Rétablir la ligne » permet de la récupérer ; pour mettre fin à un sujet d’étude, choisissez le statut Discontinued.`,
    deletedEvent: ({ item }) =>
      `Une ligne sur ${item} a été supprimée de History. « Rétablir la ligne » permet de la récupérer.`,
    restored: ({ item }) => `La ligne de ${item} a été rétablie.`,
    eventReverted: ({ item, event, status }) =>
      `« ${event} » de ${item} a été annulé : la ligne correspondante a été retirée de History, et ${item} est de nouveau ${status}.`,
    eventReapplied: ({ item, status }) => `${item} est de nouveau ${status}, comme l’indique sa ligne dans History.`,
    itemRemoved: ({ item }) => `${item} n’est plus un sujet d’étude : sa saisie a été annulée.`,
    noRecord: ({ item, status }) =>
      `History ne contient aucune ligne sur ${item} qui en indique le statut ; rien n’explique donc le statut ${status}. « Charger » rétablit les lignes issues des documents ; « Annuler », celles qui viennent d’être supprimées.`,
    nameless: () => "Indiquez un numéro dans la colonne Item ou un nom provisoire.",
    unknownAnnexRow: ({ table }) =>
      `Une ligne ajoutée à ${table} ne figure que dans cette feuille : les annexes sont produites à partir de Work programme et de History.`,
    annexCell: ({ table }) =>
      `${table} reproduit le document publié. La modification ne vaut que pour cette feuille ; Work programme et History ne changent pas.`,
    noItem: ({ table }) =>
      `Aucun sujet d’étude de Work programme ne correspond à cette ligne de ${table} ; son statut ne peut pas être contrôlé.`,
    unguarded: ({ problem }) =>
      `${problem} Les modifications n’y sont pas contrôlées tant que le tableau n’est pas réparé : choisissez Réparer.`,
    guardedAgain: ({ sheet }) => `« ${sheet} » : les modifications sont de nouveau contrôlées.`,
    cannotRead: ({ problems }) =>
      `Rien n’a été modifié. ${problems.join(" ")} Choisissez Réparer, puis recommencez la saisie.`,
    sheetsProtected: ({ sheets }) =>
      `Rien n’a été modifié, car ${is(sheets.length, "la feuille", "les feuilles")} ${several(sheets.map((sheet) => `« ${sheet} »`))} ${is(sheets.length, "est protégée", "sont protégées")}. Ôtez ${is(sheets.length, "sa", "leur")} protection (Révision, Ôter la protection de la feuille), puis recommencez la saisie.`,
    notWritable: () =>
      "Rien n’a été modifié, car Excel n’autorise pas le complément à écrire : le classeur est ouvert en lecture seule, ou quelqu’un vient de le protéger. Ouvrez-le en modification, puis recommencez la saisie.",
    loadUnfinished: () =>
      "Un chargement de documents est resté inachevé ; rien n’a donc été inscrit dans History. Choisissez « Charger » pour le terminer ; « Vérifier » trouvera ensuite ce qui a été modifié entre-temps.",
    copy: ({ sheet }) =>
      `« ${sheet} » est une copie : le complément ne la lit pas et n’y contrôle pas les modifications.`,
    migrated: () =>
      "Ce classeur provenait d’une version antérieure. Il a été mis à jour : History présente les modifications, les sources et les motifs dans des colonnes distinctes, et les sujets des autres commissions d’études ont leur propre feuille. Rien de ce que vous avez saisi n’a été perdu.",
    settingsShared: ({ meeting }) =>
      `Ce classeur provenait d’une version antérieure. Il a été mis à jour : la réunion en cours, la date et le mode sont désormais les mêmes pour tous ses utilisateurs. Réunion en cours : ${meeting ?? "aucune"}.`,
    notMigrated: ({ why }) =>
      `Ce classeur provient d’une version antérieure et n’a pas pu être mis à jour. ${why} La mise à jour a lieu à la prochaine ouverture du classeur.`,
    undoDependency: ({ item, column }) =>
      `Cette action ne peut pas être annulée seule, car ${column} de ${item} a été modifié depuis. Annulez d’abord la modification ultérieure.`,
    undoUnrecorded: ({ item }) =>
      `Cette action ne peut pas être annulée, car History n’indique pas l’état antérieur de ${item}.`,
    decisions: ({ meeting, items }) => `Décisions de ${meeting} : ${several(items)}`,
    joined: ({ item, other }) => `Réunion de ${other} et ${item} en un seul sujet`,
    undoDeletes: ({ items }) =>
      `${several(items)} : ${is(items.length, "ce sujet d’étude est nouveau", "ces sujets d’étude sont nouveaux")} ; l’annulation supprime ${is(items.length, "sa ligne", "leurs lignes")}.`,
    failed: ({ why }) =>
      `La modification n’a pas pu être contrôlée : ${why.replace(/\.$/, "")}. Lancez « Vérifier » pour contrôler tout le classeur.`,
  },
};
