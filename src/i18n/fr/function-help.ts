/** What each function returns and what each argument means. In French. */
import type { Catalogues } from "../catalogues";

export const functionHelp: Catalogues["functionHelp"] = {
  logical: { false: "FAUX", true: "VRAI" },
  functions: {
    STATUS: "Le statut d’un sujet d’étude, aujourd’hui ou à une date donnée",
    SINCE: "La date à laquelle un sujet d’étude a reçu son statut actuel, ou le statut indiqué",
    TITLE: "Le titre d’un sujet d’étude",
    NUMBER: "Le numéro d’un sujet d’étude ; vide tant qu’il n’en a pas",
    NAME: "Le nom provisoire d’un sujet d’étude",
    QUESTION: "La Question responsable d’un sujet d’étude",
    KIND: "Nouveau texte, révision, corrigendum ou amendement",
    PROCESS: "La procédure d’un sujet d’étude : TAP, AAP, Agreement (accord) ou Approval (approbation)",
    STEP: "L’étape qu’un sujet d’étude a atteinte dans sa procédure",
    TIMING: "La date prévue de la prochaine décision, telle qu’imprimée ou saisie en dernier",
    EDITORS: "Les éditeurs d’un sujet d’étude, séparés par des virgules",
    TEXT: "Le document qui contient le texte d’un sujet d’étude",
    EQUIVALENT: "Le texte équivalent d’une autre organisation",
    ITEM: "Une fiche avec tous les champs d’un sujet d’étude ; un simple texte si Excel n’a pas de fiches",
    HISTORY: "Les événements d’un sujet d’étude, du plus ancien au plus récent, avec une ligne d’en-tête",
    NEXT: "Les statuts qu’un sujet d’étude peut recevoir ensuite, l’un sous l’autre ; pour une plage, séparés par des virgules dans chaque cellule",
    CANBECOME: "VRAI si un sujet d’étude peut recevoir un statut, FAUX sinon ; WHYNOT en donne la raison",
    WHYNOT: "Pourquoi un sujet d’étude ne peut pas recevoir un statut ; vide s’il le peut",
    CHECK:
      "Les constats des règles pour un sujet d’étude : gravité, règle, message, disposition, marche à suivre ; « OK » s’il n’y en a pas",
    LIST: "Les sujets d’étude qui correspondent aux critères, dans l’ordre de leurs noms",
    COUNT: "Le nombre de sujets d’étude qui correspondent aux critères",
    TABLE:
      "Les sujets d’étude qui correspondent aux critères, avec les colonnes indiquées, dans l’ordre de leurs noms, avec une ligne d’en-tête",
    FIND: "Les sujets d’étude décrits par un texte, les plus pertinents d’abord : mots, noms, éditeurs, statuts, Questions, procédures, échéance, retard",
    ANNEX:
      "Une annexe du rapport d’une réunion telle qu’elle serait imprimée : titres, en-têtes de colonnes, lignes et notes",
  },
  arguments: {
    item: "Un sujet d’étude, désigné par son numéro, son nom provisoire ou un ancien nom, ou une plage de sujets",
    asOf: "L’état à cette date ; l’état actuel en cas d’omission",
    sinceStatus: "Le statut dont la date est demandée ; le statut actuel en cas d’omission",
    statusToTake: "Le statut qu’il recevrait",
    decisionDay:
      "La date de la décision ; en cas d’omission, le dernier jour de la réunion en cours, ou la date du jour",
    statuses: "Ces statuts seulement : une plage, ou un texte avec des virgules",
    question:
      'Cette Question seulement, sous forme de texte : "2/17" ; "2/13" ou "*" pour les sujets d’autres commissions d’études',
    process: "Cette procédure d’approbation seulement",
    editor: "Les sujets d’étude de cet éditeur seulement ; une partie du nom suffit",
    columns:
      'Les colonnes, d’après leur nom dans la feuille Work programme : "Item, Status, Title", ou une plage de noms',
    searchText: 'Ce qu’il faut chercher, par exemple "determined 2/17" ; les petites fautes de frappe sont tolérées',
    meeting: 'L’année et le mois de la réunion, sous forme de texte : "2023-09"',
    annex: "A à E du résumé analytique, 1 ou 2 du rapport de commission d’études directrice",
    section: 'Cette section seulement, "a" : ses en-têtes de colonnes et ses lignes',
  },
};
