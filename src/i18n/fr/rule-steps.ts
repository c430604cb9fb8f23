/** What transitions presuppose, and what is remarked upon where no instrument describes them, in French. */
import type { RemarkCode } from "../../domain/rules/finding-codes";
import type { PreconditionId } from "../../domain/rules/precondition-ids";
import type { FindingText } from "../rules-texts";

export const stepFindings: Record<PreconditionId | RemarkCode, FindingText> = {
  T03: {
    message: "Aucun instrument ne décrit le rejet d’un sujet d’étude proposé.",
    advice: "Indiquez le rapport dans Remarks.",
  },
  T18: {
    message:
      "Les instruments ne précisent pas si la détermination de {item} reste valable lorsque son approbation est reportée.",
    advice: "Si le texte a changé sur le fond, déterminez-le de nouveau.",
  },
  T20: {
    message:
      "La Résolution 1 ne dit pas si {item} peut être annoncé de nouveau après moins de 70 % de réponses favorables.",
    advice: "Indiquez la raison, et songez à une nouvelle détermination.",
  },
  T21: { message: "Aucun instrument ne décrit le retour de {item} à l’étude.", advice: "" },
  T24: {
    message: "Aucun instrument ne décrit le renvoi de {item} à l’étude par l’AMNT.",
    advice: "Indiquez la décision de l’AMNT dans Remarks.",
  },
  T39: {
    message: "Aucune procédure ne permet d’abandonner {item} une fois déterminé ou objet d’un consentement.",
    advice: "Faites-en décider la commission d’études, et indiquez la raison.",
  },
  T40: {
    message: "{item} a été abandonné ; aucun instrument ne décrit sa réouverture.",
    advice: "Traitez-le comme un nouveau sujet d’étude, avec sa justification.",
  },
  T44: { message: "La Résolution 1 ne parle pas de déterminer {item} de nouveau.", advice: "" },
  T45: {
    message: "{item} n’a pas été approuvé et fait l’objet d’un accord comme texte d’un autre type.",
    advice: "Attribuez-lui le numéro du nouveau texte ; l’ancien nom est conservé.",
  },
  T46: { message: "Aucun instrument ne décrit l’abandon de {item} après sa non-approbation.", advice: "" },
  T47: { message: "La Rec. A.8 permet d’annoncer {item} de nouveau sans nouveau consentement.", advice: "" },
  T48: {
    message: "{item} n’est approuvé ni selon la procédure TAP ni selon la procédure AAP.",
    advice: "Consignez la décision de la commission d’études.",
  },
  T50: { message: "La Résolution 1 ne traite pas d’une nouvelle détermination de {item}.", advice: "" },
  T54: { message: "Aucun instrument ne décrit l’abandon de la suppression de {item}.", advice: "" },
  T57: {
    message:
      "Le TSB publie {item} avec l’assentiment du président de la commission d’études, selon un extrait de la Rec. A.1 (09/2019).",
    advice: "",
  },
  T58: {
    message: "Aucun instrument ne décrit le retour à l’étude de {item} une fois le consentement donné.",
    advice: "",
  },
  question: { message: "{item} n’a pas de Question.", advice: "Indiquez la Question, par exemple 2/17." },
  title: { message: "{item} n’a pas de titre.", advice: "Indiquez le titre." },
  editor: { message: "{item} n’a pas d’éditeur.", advice: "Indiquez au moins un éditeur." },
  justification: {
    message: "{item} n’a pas de formulaire de justification.",
    advice: "Joignez le formulaire A.1 ou A.13 au rapport.",
  },
  processGiven: { message: "{item} n’a pas de procédure.", advice: "Choisissez TAP, AAP ou Agreement." },
  timingGiven: { message: "{item} n’a pas d’échéance.", advice: "Indiquez la date visée, par exemple 2024-Q1." },
  timingAhead: { message: "L’échéance de {item}, {timing}, est passée.", advice: "Fixez une nouvelle échéance." },
  processDecision: {
    message:
      "La procédure de {item} ne change que par décision de la commission d’études, sur demande motivée et appuyée.",
    advice: "Consignez la décision dans Remarks.",
  },
  textLocated: { message: "L’emplacement du texte de {item} manque.", advice: "Indiquez le TD, par exemple TD1381." },
  summary: {
    message: "{item} n’a pas de résumé, indispensable à toute Recommandation.",
    advice: "Demandez-le à l’éditeur.",
  },
  outsideReferences: {
    message: "{item} renvoie normativement à d’autres organisations et n’indique aucune justification A.5.",
    advice: "Indiquez le TD de la justification A.5.",
  },
  inMeeting: {
    message: "Le {date:day} ne tombe dans aucune réunion de la feuille Meetings.",
    advice: "Vérifiez la date, ou ajoutez la réunion.",
  },
  agreementByWorkingParty: {
    message:
      "La Rec. A.13, qui précise si un groupe de travail peut donner son accord à {item}, n’a pas pu être consultée.",
    advice: "Vérifiez auprès du TSB, ou faites donner l’accord par la commission d’études.",
  },
  atWtsa: {
    message:
      "{item} ne peut être supprimé en une seule fois que par l’AMNT, et aucune réunion de l’AMNT n’est indiquée le {date:day} ; la commission d’études le supprime par étapes : décision, annonce par circulaire, effet trois mois plus tard sans objection",
    advice: "Mettez l’étape à Deletion agreed.",
  },
  bodyMayAgree: {
    message: "Un groupe de travail ne peut pas donner son accord à {item}.",
    advice: "Demandez l’accord de la commission d’études.",
  },
  noContributions: {
    message: "{item} a reçu des contributions dans l’intervalle des deux dernières réunions.",
    advice: "Vérifiez qu’il doit être abandonné.",
  },
  announcedInTime: {
    message: "Annoncé le {date:day}, {item} vient trop tard pour la prochaine réunion connue.",
    advice: "Prévoyez la décision pour une réunion au moins trois mois plus tard.",
  },
  consultationOver: {
    message: "Les réponses sur {item} sont reçues jusqu’à sept jours ouvrables avant la réunion.",
    advice: "Vérifiez la date de clôture de la consultation.",
  },
  support: {
    message: "Moins de 70 % des réponses sur {item} sont favorables.",
    advice: "Choisissez « Consultation below 70 % ».",
  },
  translations: {
    message: "Les versions linguistiques de {item} n’étaient pas distribuées un mois avant la réunion.",
    advice: "Vérifiez la date de distribution.",
  },
  reason: { message: "Cette étape de {item} demande une raison.", advice: "Indiquez la raison dans Remarks." },
  opposedInFourWeeks: {
    message:
      "{item} ne peut être annoncé de nouveau sans nouvelle détermination qu’après une opposition formelle dans les quatre semaines de délai.",
    advice: "Sinon, déterminez-le de nouveau.",
  },
  intentInTime: {
    message: "Annoncé le {date:day}, {item} vient trop tard pour être approuvé à la prochaine réunion connue.",
    advice: "Il faut trois semaines entre l’annonce et la réunion.",
  },
  policyImplication: {
    message:
      "{item} ne passe à la procédure TAP que si un État Membre présent déclare des incidences politiques ou réglementaires, ou un doute.",
    advice: "Consignez qui l’a déclaré.",
  },
  stability: {
    message: "Le texte que {item} modifie a été approuvé il y a moins de deux ans.",
    advice: "Seuls des corrections et des compléments devraient venir si tôt.",
  },
  nameFree: { message: "Un autre sujet d’étude porte déjà le nom {item}.", advice: "Choisissez un autre nom." },
  otherKindOfText: {
    message:
      "{item} porte encore le numéro d’une Recommandation, et fait l’objet d’un accord comme texte d’un autre type.",
    advice: "Attribuez-lui le numéro du nouveau texte, par exemple X.sup39.",
  },
};
