/** Findings about an edit, in French. */
import type { EditCode } from "../../domain/rules/finding-codes";
import type { FindingText } from "../rules-texts";

export const editFindings: Record<EditCode, FindingText> = {
  unknownStatus: { message: "« {value} » n’est pas un statut valide.", advice: "Vouliez-vous dire {nearest:or} ?" },
  unknownStep: {
    message: "« {value} » n’est pas une étape du statut {status:status}.",
    advice: "Choisissez parmi {list:or}.",
  },
  noSteps: { message: "Le statut {status:status} n’a pas d’étape « {value} ».", advice: "Effacez l’étape." },
  unknownProcess: {
    message: "« {value} » n’est pas une procédure valide.",
    advice: "Vouliez-vous dire {nearest:or} ?",
  },
  unknownKind: {
    message: "« {value} » n’est pas un type de texte valide.",
    advice: "Vouliez-vous dire {nearest:or} ?",
  },
  badQuestion: { message: "« {value} » n’est pas une Question valide.", advice: "Saisissez 2/17 ou Q2/17." },
  unlistedQuestion: {
    message: "La Question {value} ne figure dans aucun des documents chargés.",
    advice: "Vérifiez le numéro ; pour une nouvelle Question, aucune action n’est nécessaire.",
  },
  otherGroupsQuestion: {
    message: "La Question {value} relève d’une autre commission d’études que {group} ; le transfert est enregistré.",
    advice: "Annulez-le si la Question a été mal saisie.",
  },
  noStudyGroup: {
    message: "{value} n’est une Question d’aucune commission d’études.",
    advice: "Saisissez 2/17 ou Q2/17.",
  },
  badStudyGroup: { message: "{value} n’est pas une commission d’études.", advice: "Saisissez SG20." },
  highQuestion: {
    message: "La commission d’études n’a jamais eu de Question portant le numéro de {value}.",
    advice: "Vérifiez le numéro.",
  },
  questionWasDate: {
    message: "Excel avait converti la Question en date ({date:day}) ; la valeur {value} a été enregistrée.",
    advice: "La cellule conserve désormais la saisie telle quelle, sous forme de texte.",
  },
  questionIsNumber: {
    message: "Excel a enregistré « {value} » comme un nombre, qui n’est pas une Question valide.",
    advice: "Choisissez la Question dans la liste, ou saisissez-la précédée d’une apostrophe : '2/17.",
  },
  timingWasDate: {
    message: "Excel avait converti l’échéance en date ({date:day}) ; la valeur {value} a été enregistrée.",
    advice: "La cellule conserve désormais la saisie telle quelle, sous forme de texte.",
  },
  timingIsNumber: {
    message: "Excel a enregistré « {value} » comme un nombre, qui n’est pas une échéance valide.",
    advice: "Saisissez-la précédée d’une apostrophe : '2024-03.",
  },
  itemIsNumber: {
    message: "Excel a enregistré « {value} » comme un nombre, qui n’est pas un nom valide.",
    advice: "Saisissez le nom avec la lettre de la série, par exemple X.1817.",
  },
  badTiming: { message: "« {value} » n’est pas une échéance valide.", advice: "Saisissez 2024-Q1 ou 2024-03." },
  badDate: { message: "« {value} » n’est pas une date valide.", advice: "Indiquez une date comme 2023-09-08." },
  meetingUndated: {
    message: "La date de clôture de la réunion en cours, {meeting}, qui est celle des décisions, n’est pas connue.",
    advice: "Indiquez les dates de la réunion en haut du volet, puis saisissez de nouveau la décision.",
  },
  futureDate: {
    message: "La date du {value:day} est postérieure à aujourd’hui et à la réunion en cours.",
    advice: "Indiquez la date effective.",
  },
  clearedStatus: { message: "Le statut de {item} ne peut pas être vide.", advice: "Choisissez un statut." },
  clearedItem: {
    message: "Un sujet d’étude doit avoir un nom.",
    advice: "Indiquez un nom ou supprimez la ligne.",
  },
  clearedSince: {
    message: "Il faut indiquer la date à laquelle {item} a reçu le statut {status:status}.",
    advice: "Indiquez une date comme 2023-09-08.",
  },
  clearedTitle: { message: "{item} doit avoir un titre.", advice: "Indiquez le titre." },
  reportedOnly: {
    message: "La colonne Last reported vient des documents ; elle ne se remplit pas à la main.",
    advice: "",
  },
  key: { message: "La valeur masquée Key identifie la ligne et ne peut pas être modifiée.", advice: "" },
  duplicate: {
    message: "{value} est déjà le nom d’un autre sujet d’étude, {other}.",
    advice: "Choisissez un autre nom.",
  },
  edition: {
    message: "Une édition de {value} date du {since:day} ; cette ligne a été conservée comme une autre édition.",
    advice: "S’il s’agit du même texte, supprimez cette ligne et modifiez l’autre.",
  },
  givenAgain: {
    message: "{value} a été le nom de {other}, qui n’a pas été publié sous ce nom ; ce nom est de nouveau utilisé.",
    advice: "Les deux textes ont été conservés ; vérifiez le numéro.",
  },
  numberStays: {
    message: "{number} est approuvé, et le numéro d’une Recommandation approuvée ne peut pas changer",
    advice: "Saisissez un nouveau texte sur une nouvelle ligne.",
  },
  erratumProcess: { message: "Aucune procédure ne s’applique à un erratum.", advice: "Effacez la procédure." },
  processFrozen: {
    message:
      "La procédure de {item} ne peut pas passer de {from} à {value} : il est {status:status}, et la procédure est définitive dès lors que le texte a été déterminé ou a fait l’objet d’un consentement",
    advice: "",
  },
  processFrozenConsented: {
    message:
      "La procédure de {item} ne peut pas passer de {from} à {value} : il est {status:status}, et la procédure est définitive dès lors que le texte a été déterminé ou a fait l’objet d’un consentement",
    advice:
      "Un texte ayant fait l’objet d’un consentement passe à la procédure TAP à la réunion de la commission d’études qui en décide : choisissez d’abord l’étape Study group review, puis le statut Determined.",
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
    message:
      "La date à laquelle {item} a reçu le statut {status:status} n’est pas consignée ; aucun délai n’a pu être vérifié.",
    advice: "Indiquez la date dans la colonne Since.",
  },
  nameless: {
    message: "La nouvelle ligne n’a pas encore de nom.",
    advice: "Indiquez un numéro ou un nom provisoire.",
  },
  insisted: { message: "Accepté par dérogation, avec le motif suivant : {reason}", advice: "" },
};
