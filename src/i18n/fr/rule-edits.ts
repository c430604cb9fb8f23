/** What the rules say of an edit as such, in French. */
import type { EditCode } from "../../domain/rules/finding-codes";
import type { FindingText } from "../rules-texts";

export const editFindings: Record<EditCode, FindingText> = {
  unknownStatus: { message: "« {value} » n’est pas un statut.", advice: "Vouliez-vous dire {nearest:or} ?" },
  unknownStep: {
    message: "« {value} » n’est pas une étape d’un texte {status:status}.",
    advice: "Choisissez parmi {list:or}.",
  },
  noSteps: { message: "Un texte {status:status} n’a pas d’étape « {value} ».", advice: "Effacez l’étape." },
  unknownProcess: { message: "« {value} » n’est pas une procédure.", advice: "Vouliez-vous dire {nearest:or} ?" },
  unknownKind: { message: "« {value} » n’est pas un type de texte.", advice: "Vouliez-vous dire {nearest:or} ?" },
  badQuestion: { message: "« {value} » n’est pas une Question.", advice: "Écrivez 2/17 ou Q2/17." },
  unlistedQuestion: {
    message: "Aucun document lu n’indique la Question {value}.",
    advice: "Vérifiez le numéro ; pour une nouvelle Question, rien n’est à faire.",
  },
  otherGroupsQuestion: {
    message: "La Question {value} relève d’une autre commission d’études que {group} ; le transfert est enregistré.",
    advice: "Annulez-le si la Question a été mal saisie.",
  },
  noStudyGroup: {
    message: "{value} n’est une Question d’aucune commission d’études.",
    advice: "Écrivez 2/17 ou Q2/17.",
  },
  highQuestion: {
    message: "{value} : la commission d’études n’a jamais eu de Question portant un numéro aussi élevé.",
    advice: "Vérifiez le numéro.",
  },
  questionWasDate: {
    message: "Excel avait fait de la Question une date, {date:day} ; {value} est retenu.",
    advice: "Choisissez la Question dans la liste, ou saisissez-la précédée d’une apostrophe : '{value}.",
  },
  questionIsNumber: {
    message: "« {value} » est un nombre pour Excel, et non une Question.",
    advice: "Choisissez la Question dans la liste, ou saisissez-la précédée d’une apostrophe : '2/17.",
  },
  timingWasDate: {
    message: "Excel avait fait de l’échéance une date, {date:day} ; {value} est retenu.",
    advice: "Saisissez-la précédée d’une apostrophe : '{value}.",
  },
  timingIsNumber: {
    message: "« {value} » est un nombre pour Excel, et non une échéance.",
    advice: "Saisissez-la précédée d’une apostrophe : '2024-03.",
  },
  itemIsNumber: {
    message: "« {value} » est un nombre pour Excel, et non le nom d’un texte.",
    advice: "Écrivez le nom avec sa lettre, comme X.1817.",
  },
  badTiming: { message: "« {value} » n’est pas une échéance.", advice: "Écrivez 2024-Q1 ou 2024-03." },
  badDate: { message: "« {value} » n’est pas une date.", advice: "Indiquez une date comme 2023-09-08." },
  futureDate: {
    message: "Le {value:day} est à venir, au-delà de la réunion choisie.",
    advice: "Indiquez la date à laquelle cela s’est passé.",
  },
  clearedStatus: { message: "Le statut de {item} ne peut pas être vide.", advice: "Choisissez un statut." },
  clearedItem: {
    message: "Un sujet d’étude ne peut pas être sans nom.",
    advice: "Supprimez la ligne, ou donnez un nom.",
  },
  clearedSince: {
    message: "Il faut la date à laquelle {item} est devenu {status:status}.",
    advice: "Indiquez une date comme 2023-09-08.",
  },
  clearedTitle: { message: "{item} ne peut pas être sans titre.", advice: "Indiquez le titre." },
  key: { message: "La clé d’une ligne porte son identité et ne peut pas être changée.", advice: "" },
  duplicate: {
    message: "{value} est déjà le nom d’un autre sujet d’étude, {other}.",
    advice: "Choisissez un autre nom.",
  },
  edition: {
    message:
      "Une édition de {value} date du {since:day} ; cette ligne est une autre édition, et les deux sont conservées.",
    advice: "S’il s’agit du même texte, supprimez cette ligne et saisissez la modification dans l’autre.",
  },
  givenAgain: {
    message: "{value} a été un nom de {other}, qui n’a pas été publié sous ce nom : le nom est attribué de nouveau.",
    advice: "Les deux textes sont conservés ; vérifiez le numéro.",
  },
  numberStays: {
    message: "{number} est approuvé, et le numéro d’une Recommandation approuvée ne change pas",
    advice: "Saisissez un nouveau texte sur une ligne à part.",
  },
  erratumProcess: { message: "Aucune procédure ne s’applique à un erratum.", advice: "Effacez la procédure." },
  processFrozen: {
    message:
      "La procédure de {item} ne peut pas passer de {from} à {value} : il est {status:status}, et le choix est définitif une fois le texte déterminé ou objet d’un consentement",
    advice: "",
  },
  processFrozenConsented: {
    message:
      "La procédure de {item} ne peut pas passer de {from} à {value} : il est {status:status}, et le choix est définitif une fois le texte déterminé ou objet d’un consentement",
    advice:
      "Un texte ayant fait l’objet d’un consentement passe à la procédure TAP à la réunion de la commission d’études qui en décide : notez d’abord l’étape Study group review, puis mettez son statut à Determined.",
  },
  processForStatus: {
    message: "{item} est {status:status}, ce qui n’est pas compatible avec la procédure {value}",
    advice: "Choisissez {needed:or}.",
  },
  processForKind: {
    message: "{kind:product} n’est pas compatible avec la procédure {value} : il faut {needed:or} pour {item}",
    advice: "Choisissez {needed:or}.",
  },
  noStatusDate: {
    message: "Aucun document ne dit depuis quand {item} est {status:status} ; aucun délai n’a pu être vérifié.",
    advice: "Indiquez la date dans Since.",
  },
  nameless: {
    message: "La nouvelle ligne n’a pas encore de nom.",
    advice: "Indiquez un numéro ou un nom provisoire.",
  },
  insisted: { message: "Accepté contre les règles, pour la raison donnée : {reason}", advice: "" },
};
