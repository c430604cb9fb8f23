/** Errors of Excel with what to do about them, and the results of a load. In French. */
import type { Catalogues } from "../catalogues";

export const workbook: Catalogues["workbook"] = {
  cellBeingEdited: "Une cellule est en cours de modification. Appuyez sur Entrée ou Échap dans Excel, puis réessayez.",
  otherWorkbookActive: "Un autre classeur est au premier plan. Cliquez dans ce classeur, puis réessayez.",
  accessDenied:
    "Excel n’autorise pas le complément à écrire ici. Vérifiez si la feuille ou le classeur sont protégés ou ouverts en lecture seule.",
  notFound:
    "Une feuille ou un tableau du programme de travail n’existe plus. Choisissez Réparer, ou chargez à nouveau les documents.",
  tooLarge: "Les données sont trop volumineuses pour Excel. Essayez avec moins de documents à la fois.",
  noAnswer: (seconds) =>
    `Excel n’a pas répondu depuis ${String(seconds)} secondes. Chargez à nouveau quand il répond : rien n’est écrit deux fois.`,
  apiMissing:
    "Il manque à cette version d’Excel une fonctionnalité dont le complément a besoin. Mettez Excel à jour ; Diagnostic en indique la version.",
  newerWorkbook:
    "Ce classeur a été enregistré par une version plus récente du complément. Mettez le complément à jour, puis rouvrez le classeur : d’ici là, rien n’est contrôlé.",
  undoImpossible: "Cette étape ne peut pas être annulée avec Annuler.",
  excelFailed: (code) =>
    `Excel signale l’erreur « ${code} ». Réessayez ; si cela persiste, fermez et rouvrez le classeur.`,
  cancelled: "Annulé. Le classeur n’a pas été modifié.",
  alreadyLoading: "Un chargement est en cours. Attendez qu’il soit terminé, ou annulez-le.",
  waiting: "Un autre utilisateur charge des documents dans ce classeur ; en attente",
  disturbed:
    "D’autres utilisateurs modifient les tableaux en cours de chargement. Leurs saisies ont été conservées. Chargez à nouveau dans un instant.",
  namesTaken: (tables) =>
    `Ce classeur contient déjà un autre tableau nommé ${tables.join(", ")}, nom dont le complément a besoin. Renommez-le (Création de tableau, Nom du tableau), puis chargez à nouveau.`,
  reading: "Lecture du classeur",
  planning: "Comparaison",
  writing: (done, total) => `Écriture : ${String(done)} lignes sur ${String(total)}`,
  done: (rows) => `Terminé : ${String(rows)} lignes écrites`,
  textTooLong: (item, field) =>
    `${item || "Un document"} : « ${field} » dépasse 32 767 caractères, la limite d’une cellule ; le reste a été omis.`,
  charactersLost: (item, field) =>
    `${item || "Un document"} : « ${field} » a des caractères qu’une cellule ne peut pas contenir ; ils ont été remplacés par « \uFFFD ».`,
  source: (document) => `Source : ${document}`,
  keptAs: (sheet, kept) => `La feuille « ${sheet} » a été conservée sous le nom « ${kept} ».`,
  notOnASheet: (item) => `${item} ne figure dans aucun tableau de ce classeur.`,
  statistics: "Statistiques",
  columnsMissing: (sheet, columns) =>
    columns.length > 1
      ? `« ${sheet} » : les colonnes ${columns.map((name) => `« ${name} »`).join(", ")} manquent ou ont été renommées.`
      : `« ${sheet} » : la colonne « ${columns.join()} » manque ou a été renommée.`,
  headerRowOff: (sheet) => `« ${sheet} » : la ligne d’en-tête du tableau est désactivée.`,
  tableMissing: (sheet, table) => `« ${sheet} » : le tableau ${table} manque ou a été renommé.`,
  tableUnfinished: (sheet) => `« ${sheet} » : un chargement a été interrompu avant que ce tableau soit terminé.`,
  sheetsProtected: (sheets) =>
    sheets.length > 1
      ? `Rien n’a été modifié, car les feuilles ${sheets.map((name) => `« ${name} »`).join(", ")} sont protégées. Ôtez leur protection (Révision, Ôter la protection de la feuille), puis réessayez.`
      : `Rien n’a été modifié, car la feuille « ${sheets.join()} » est protégée. Ôtez sa protection (Révision, Ôter la protection de la feuille), puis réessayez.`,
  changedSince: (sheet) =>
    `Cette action ne peut pas être annulée, car la feuille « ${sheet} » a été modifiée depuis. Annulez d’abord les modifications ultérieures.`,
  structureProtected:
    "Rien n’a été modifié, car la structure du classeur est protégée. Ôtez sa protection (Révision, Protéger le classeur), puis réessayez.",
  unreadable: (problem) => `Le programme de travail ne peut pas être lu. ${problem} Choisissez Réparer dans le volet.`,
};
