/** Findings of preconditions, and remarks of transitions that no instrument describes, in French. */
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
      "La Résolution 1 ne précise pas si {item} peut être annoncé de nouveau après moins de 70 % de réponses favorables.",
    advice: "Indiquez le motif, et envisagez une nouvelle détermination.",
  },
  T21: { message: "Aucun instrument ne décrit le retour de {item} à l’étude.", advice: "" },
  T24: {
    message: "Aucun instrument ne décrit le renvoi de {item} à l’étude par l’AMNT.",
    advice: "Indiquez la décision de l’AMNT dans Remarks.",
  },
  T39: {
    message: "Aucune procédure ne permet d’abandonner {item} une fois déterminé ou objet d’un consentement.",
    advice: "Soumettez-le à la commission d’études, et indiquez le motif.",
  },
  T40: {
    message: "{item} a été abandonné ; aucun instrument ne décrit sa réouverture.",
    advice: "Traitez-le comme un nouveau sujet d’étude, avec sa justification.",
  },
  T44: { message: "La Résolution 1 ne traite pas d’une nouvelle détermination de {item}.", advice: "" },
  T45: {
    message: "{item} n’a pas été approuvé et fait désormais l’objet d’un accord comme texte d’un autre type.",
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
  timingAhead: { message: "L’échéance de {item}, {timing}, est dépassée.", advice: "Fixez une nouvelle échéance." },
  processDecision: {
    message:
      "La procédure de {item} ne peut changer que par décision de la commission d’études, sur demande motivée et appuyée.",
    advice: "Consignez la décision dans Remarks.",
  },
  textLocated: {
    message: "L’emplacement du texte de {item} n’est pas indiqué.",
    advice: "Indiquez le TD, par exemple TD1381.",
  },
  summary: {
    message: "{item} n’a pas de résumé, indispensable à toute Recommandation.",
    advice: "Demandez-le à l’éditeur.",
  },
  outsideReferences: {
    message:
      "{item} contient des références normatives à d’autres organisations, mais aucune justification A.5 n’est indiquée.",
    advice: "Indiquez le TD de la justification A.5.",
  },
  inMeeting: {
    message: "La date du {date:day} ne correspond à aucune réunion de la feuille Meetings.",
    advice: "Vérifiez la date, ou ajoutez la réunion.",
  },
  agreementByWorkingParty: {
    message:
      "La Rec. A.13, qui précise si un groupe de travail peut donner son accord à {item}, n’a pas été consultée.",
    advice: "Vérifiez auprès du TSB, ou soumettez-le à la commission d’études.",
  },
  atWtsa: {
    message:
      "Seule l’AMNT peut supprimer {item} immédiatement, et aucune réunion de l’AMNT n’est indiquée le {date:day} ; la commission d’études le supprime en trois étapes : décision de suppression, annonce par circulaire, prise d’effet après trois mois sans objection",
    advice: "Choisissez l’étape Deletion agreed.",
  },
  bodyMayAgree: {
    message: "Un groupe de travail ne peut pas donner son accord à {item}.",
    advice: "Demandez l’accord de la commission d’études.",
  },
  noContributions: {
    message: "{item} a fait l’objet de contributions entre les deux dernières réunions.",
    advice: "Vérifiez s’il doit être abandonné.",
  },
  announcedInTime: {
    message: "L’annonce de {item} le {date:day} est trop tardive pour la prochaine réunion indiquée.",
    advice: "Prévoyez la décision pour une réunion qui se tient au moins trois mois après l’annonce.",
  },
  consultationOver: {
    message: "La consultation sur {item} est ouverte jusqu’à sept jours ouvrables avant la réunion.",
    advice: "Vérifiez la date de clôture de la consultation.",
  },
  support: {
    message: "Moins de 70 % des réponses sur {item} sont favorables.",
    advice: "Choisissez « Consultation below 70 % ».",
  },
  translations: {
    message: "Les versions linguistiques de {item} n’ont pas été distribuées un mois avant la réunion.",
    advice: "Vérifiez la date de distribution.",
  },
  reason: { message: "Cette étape de {item} demande un motif.", advice: "Indiquez le motif dans Remarks." },
  opposedInFourWeeks: {
    message:
      "{item} ne peut être annoncé de nouveau sans nouvelle détermination qu’après une opposition formelle dans les quatre semaines de délai.",
    advice: "Sinon, déterminez-le de nouveau.",
  },
  intentInTime: {
    message: "L’annonce de {item} le {date:day} est trop tardive pour une approbation à la prochaine réunion indiquée.",
    advice: "Il faut au moins trois semaines entre l’annonce et la réunion.",
  },
  policyImplication: {
    message:
      "{item} ne peut passer à la procédure TAP que si un État Membre présent déclare des incidences politiques ou réglementaires, ou un doute à leur sujet.",
    advice: "Indiquez dans Remarks qui l’a déclaré.",
  },
  stability: {
    message: "Le texte que {item} modifie a été approuvé il y a moins de deux ans.",
    advice: "Dans un délai de deux ans, seuls des corrections et des compléments sont prévus.",
  },
  otherKindOfText: {
    message:
      "{item} porte encore le numéro d’une Recommandation, mais fait l’objet d’un accord comme texte d’un autre type.",
    advice: "Attribuez-lui le numéro du nouveau texte, par exemple X.sup39.",
  },
};
