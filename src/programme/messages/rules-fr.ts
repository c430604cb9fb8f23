/** The texts of the rules in French. Statuses, steps and processes keep the words of the sheets. */
import { fieldRulesFr } from "./rules-fr-fields";
import type { RulesTexts } from "./rules-texts";

export const rulesFr: RulesTexts = {
  cannot: "{item} ne peut pas être « {status} » le {date}",
  cannotStep: "{item} ne peut pas être à l'étape « {step} » le {date}",
  earliest: "Au plus tôt : {date}.",
  possible: "Possible maintenant : {list}.",
  nothingPossible: "Rien d'autre n'est possible depuis « {status} ».",
  and: "et",
  because: "{sentence} : {reason}",
  instruments: {
    "Resolution 1": "Résolution 1",
    "Author's guide": "Guide des auteurs",
  },
  exitToTap:
    "Un texte ayant fait l'objet d'un consentement passe au TAP à la réunion de la commission d'études qui en décide : notez d'abord l'étape Study group review, puis mettez son statut à Determined.",
  products: {
    Recommendation: "Une Recommandation",
    Annex: "Une annexe",
    Appendix: "Un appendice",
    Supplement: "Un supplément",
    "Technical Report": "Un rapport technique",
    "Technical Paper": "Un document technique",
    "Implementers' guide": "Un guide d'implémentation",
    Handbook: "Un manuel",
    revision: "Une révision",
    amendment: "Un amendement",
    corrigendum: "Un corrigendum",
    erratum: "Un erratum",
  },
  waits: {
    noticeBeforeMeeting: "un texte déterminé demande un préavis de {amount} avant la réunion",
    moreTimeTap: "les {amount} ouvertes à l'opposition formelle doivent s'écouler",
    lastCall: "un texte ayant fait l'objet d'un consentement passe par un dernier appel de {amount}",
    additionalReview: "un examen additionnel dure {amount}",
    intentBeforeMeeting: "l'intention de l'approuver à une réunion s'annonce {amount} avant",
    moreTimeAap: "les {amount} ouvertes à l'opposition doivent s'écouler",
    deletionObjection: "une suppression vaut lorsque {amount} se sont écoulés sans objection",
  },
  forbidden: {
    "X-1": "un texte est déterminé ou fait l'objet d'un consentement avant d'être approuvé",
    "X-2": "un sujet d'étude proposé est d'abord confirmé",
    "X-3":
      "un texte ayant fait l'objet d'un consentement ne passe au TAP que depuis l'examen par la commission d'études, à la demande d'un État Membre présent",
    "X-4": "la procédure ne peut plus changer une fois le texte déterminé",
    "X-5": "un texte déterminé ou ayant fait l'objet d'un consentement est approuvé, non agréé",
    "X-6":
      "un texte approuvé ne change que par une nouvelle édition, un amendement ou un corrigendum, sur une ligne à part, ou par la suppression de la Recommandation",
  },
  reasons: {
    notPermitted: "les procédures ne connaissent pas cette étape depuis « {from} »",
    wrongProcess: "sa procédure est {process}, et seuls les textes sous {needed} peuvent être « {status} »",
    tooEarly: "il n'est « {from} » que depuis le {since}",
    tooLate: "le délai de {amount} a pris fin le {latest}",
    meetingBegins: "{reason}, et la réunion commence le {begin}",
    wrongBody: "seule la commission d'études peut en décider, non un groupe de travail",
    wrongBodyWtsa: "seule l'AMNT peut en décider",
    newRow: "un nouveau sujet d'étude commence par Pending confirmation ou Under study",
  },
  numbers: ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"],
  units: {
    day: ["{n} jour", "{n} jours"],
    "working day": ["{n} jour ouvrable", "{n} jours ouvrables"],
    week: ["une semaine", "{n} semaines"],
    month: ["{n} mois", "{n} mois"],
    year: ["{n} an", "{n} ans"],
  },
  unitsPossessive: {},
  actions: {
    T01: "Proposer",
    T02: "Confirmer comme sujet d'étude",
    T03: "Rejeter",
    T04: "Replanifier",
    T05: "Changer de procédure",
    T06: "Déterminer",
    T07: "Donner le consentement",
    T08: "Agréer",
    T09: "Abandonner",
    T10: "Annoncer",
    T11: "Clore la consultation",
    T12: "Clore la consultation, moins de 70 %",
    T13: "Approuver",
    T14: "Noter une demande de délai",
    T15: "Approuver après les quatre semaines",
    T16: "Noter une opposition formelle",
    T17: "Annoncer de nouveau sans nouvelle détermination",
    T18: "Reporter à une autre réunion",
    T19: "Noter comme non approuvé",
    T20: "Annoncer de nouveau pour une réunion ultérieure",
    T21: "Remettre à l'étude",
    T22: "Renvoyer à l'AMNT",
    T23: "Approuver par l'AMNT",
    T24: "Remettre à l'étude",
    T25: "Ouvrir le dernier appel",
    T26: "Approuver après le dernier appel",
    T27: "Examiner les observations",
    T28: "Ouvrir l'examen additionnel",
    T29: "Soumettre à la commission d'études",
    T30: "Approuver après l'examen additionnel",
    T31: "Examiner les observations",
    T32: "Soumettre à la commission d'études",
    T33: "Approuver à la réunion de la commission d'études",
    T34: "Approuver après les quatre semaines",
    T35: "Noter comme non approuvé",
    T36: "Rouvrir le dernier appel",
    T37: "Remettre à l'étude",
    T38: "Passer au TAP",
    T39: "Abandonner",
    T40: "Rouvrir",
    T41: "Commencer une nouvelle édition, un amendement ou un corrigendum",
    T42: "Supprimer la Recommandation",
    T43: "Renommer ou numéroter",
    T44: "Déterminer de nouveau",
    T45: "Agréer comme texte d'une autre nature",
    T46: "Abandonner",
    T47: "Donner de nouveau le consentement",
    T48: "Approuver",
    T49: "Noter une demande de délai",
  },
  remarks: {
    T03: {
      message: "Aucun instrument ne décrit le rejet d'un sujet d'étude proposé.",
      advice: "Nommez le rapport dans Remarks.",
    },
    T18: {
      message: "Ce que devient la détermination de {item} lorsqu'il est reporté à une autre réunion n'est pas réglé.",
      advice: "Si le texte a changé sur le fond, déterminez-le de nouveau.",
    },
    T20: {
      message:
        "La Résolution 1 ne dit pas si {item} peut être annoncé de nouveau après moins de 70 % de réponses favorables.",
      advice: "Donnez la raison, et songez à une nouvelle détermination.",
    },
    T21: { message: "Aucun instrument ne décrit le retour de {item} à l'étude.", advice: "" },
    T24: {
      message: "Aucun instrument ne décrit le renvoi de {item} par l'AMNT.",
      advice: "Nommez la décision de l'AMNT dans Remarks.",
    },
    T39: {
      message: "Aucune procédure ne permet d'abandonner {item} une fois déterminé ou objet d'un consentement.",
      advice: "Faites-en décider la commission d'études, et donnez la raison.",
    },
    T40: {
      message: "{item} a été abandonné ; aucun instrument ne décrit sa réouverture.",
      advice: "Traitez-le comme un nouveau sujet d'étude, avec sa justification.",
    },
    T44: { message: "La Résolution 1 ne parle pas de déterminer {item} de nouveau.", advice: "" },
    T45: {
      message: "{item} n'a pas été approuvé et est agréé comme texte d'une autre nature.",
      advice: "Donnez-lui le numéro du nouveau texte ; l'ancien nom est conservé.",
    },
    T46: { message: "Aucun instrument ne décrit l'abandon de {item} après sa non-approbation.", advice: "" },
    T47: { message: "La Rec. A.8 permet d'annoncer {item} de nouveau sans nouveau consentement.", advice: "" },
    T48: {
      message: "{item} n'est approuvé ni par TAP ni par AAP.",
      advice: "Consignez la décision de la commission d'études.",
    },
  },
  preconditions: {
    question: { message: "{item} n'a pas de Question.", advice: "Donnez la Question, par exemple 2/17." },
    title: { message: "{item} n'a pas de titre.", advice: "Donnez le titre." },
    editor: { message: "{item} n'a pas de rédacteur.", advice: "Nommez au moins un rédacteur." },
    justification: {
      message: "{item} n'a pas de formulaire de justification.",
      advice: "Joignez le formulaire A.1 ou A.13 au rapport.",
    },
    processKnown: { message: "{item} n'a pas de procédure.", advice: "Choisissez TAP, AAP ou Agreement." },
    timingKnown: { message: "{item} n'a pas d'échéance.", advice: "Donnez la date visée, par exemple 2024-Q1." },
    timingAhead: { message: "L'échéance de {item}, {timing}, est passée.", advice: "Replanifiez-le." },
    processDecision: {
      message:
        "La procédure de {item} ne change que par décision de la commission d'études, sur demande motivée et appuyée.",
      advice: "Consignez la décision dans Remarks.",
    },
    textLocated: { message: "L'emplacement du texte de {item} manque.", advice: "Donnez le TD, par exemple TD1381." },
    summary: {
      message: "{item} n'a pas de résumé, indispensable à toute Recommandation.",
      advice: "Demandez-le au rédacteur.",
    },
    outsideReferences: {
      message: "{item} renvoie normativement à d'autres organisations et ne nomme aucune justification A.5.",
      advice: "Donnez le TD de la justification A.5.",
    },
    inMeeting: {
      message: "Le {date} ne tombe dans aucune réunion de la feuille Meetings.",
      advice: "Vérifiez la date, ou ajoutez la réunion.",
    },
    bodyMayAgree: {
      message: "Un groupe de travail ne peut pas agréer {item}.",
      advice: "Faites-le agréer par la commission d'études.",
    },
    noContributions: {
      message: "{item} a reçu des contributions dans l'intervalle des deux dernières réunions.",
      advice: "Vérifiez qu'il doit être abandonné.",
    },
    announcedInTime: {
      message: "Annoncé le {date}, {item} vient trop tard pour la prochaine réunion connue.",
      advice: "Prévoyez la décision pour une réunion au moins trois mois plus tard.",
    },
    consultationOver: {
      message: "Les réponses sur {item} sont reçues jusqu'à sept jours ouvrables avant la réunion.",
      advice: "Vérifiez la date de clôture de la consultation.",
    },
    support: {
      message: "Moins de 70 % des réponses sur {item} sont favorables.",
      advice: "Choisissez « Consultation below 70 % ».",
    },
    translations: {
      message: "Les versions linguistiques de {item} n'étaient pas distribuées un mois avant la réunion.",
      advice: "Vérifiez la date de distribution.",
    },
    reason: { message: "Cette étape de {item} demande une raison.", advice: "Donnez la raison dans Remarks." },
    opposedInFourWeeks: {
      message:
        "{item} ne peut être annoncé de nouveau sans nouvelle détermination qu'après une opposition formelle dans les quatre semaines de délai.",
      advice: "Sinon, déterminez-le de nouveau.",
    },
    intentInTime: {
      message: "Annoncé le {date}, {item} vient trop tard pour être approuvé à la prochaine réunion connue.",
      advice: "Il faut trois semaines entre l'annonce et la réunion.",
    },
    policyImplication: {
      message:
        "{item} ne passe au TAP que si un État Membre présent déclare des incidences politiques ou réglementaires, ou un doute.",
      advice: "Consignez qui l'a déclaré.",
    },
    stability: {
      message: "Le texte que {item} modifie a été approuvé il y a moins de deux ans.",
      advice: "Seuls des corrections et des compléments devraient venir si tôt.",
    },
    nameFree: { message: "Un autre sujet d'étude porte déjà le nom {item}.", advice: "Choisissez un autre nom." },
    otherKindOfText: {
      message: "{item} porte encore le numéro d'une Recommandation, et est agréé comme texte d'une autre nature.",
      advice: "Donnez-lui le numéro du nouveau texte, par exemple X.sup39.",
    },
  },
  edits: {
    unknownStatus: { message: "« {value} » n'est pas un statut.", advice: "Vouliez-vous dire {nearest} ?" },
    unknownStep: {
      message: "« {value} » n'est pas une étape d'un texte « {status} ».",
      advice: "Choisissez parmi {list}.",
    },
    noSteps: { message: "Un texte « {status} » n'a pas d'étape « {value} ».", advice: "Effacez l'étape." },
    unknownProcess: { message: "« {value} » n'est pas une procédure.", advice: "Vouliez-vous dire {nearest} ?" },
    unknownKind: { message: "« {value} » n'est pas une sorte de texte.", advice: "Vouliez-vous dire {nearest} ?" },
    badQuestion: { message: "« {value} » n'est pas une Question.", advice: "Écrivez 2/17 ou Q2/17." },
    unlistedQuestion: {
      message: "Aucun document lu ne nomme la Question {value}.",
      advice: "Vérifiez le numéro ; pour une nouvelle Question, rien n'est à faire.",
    },
    otherGroupsQuestion: {
      message: "La Question {value} relève d'une autre commission d'études que {group}.",
      advice: "Vérifiez la Question.",
    },
    badTiming: { message: "« {value} » n'est pas une échéance.", advice: "Écrivez 2024-Q1 ou 2024-03." },
    badDate: { message: "« {value} » n'est pas une date.", advice: "Donnez une date comme 2023-09-08." },
    futureDate: {
      message: "Le {value} est à venir, au-delà de la réunion choisie.",
      advice: "Donnez la date à laquelle cela s'est passé.",
    },
    clearedStatus: { message: "Le statut de {item} ne peut pas être vide.", advice: "Choisissez un statut." },
    clearedItem: {
      message: "Un sujet d'étude ne peut pas être sans nom.",
      advice: "Supprimez la ligne, ou donnez un nom.",
    },
    clearedSince: {
      message: "Il faut la date à laquelle {item} est devenu « {status} ».",
      advice: "Donnez une date comme 2023-09-08.",
    },
    clearedTitle: { message: "{item} ne peut pas être sans titre.", advice: "Donnez le titre." },
    key: { message: "La clé d'une ligne porte son identité et ne peut pas être changée.", advice: "" },
    duplicate: {
      message: "{value} est déjà le nom d'un autre sujet d'étude, {other}.",
      advice: "Choisissez un autre nom.",
    },
    processFrozen: {
      message:
        "La procédure de {item} ne peut pas passer de {from} à {value} : il est « {status} », et le choix est définitif une fois le texte déterminé ou objet d'un consentement",
      advice: "{exit}",
    },
    processForStatus: {
      message: "{item} est « {status} », ce qui ne va pas avec la procédure {value}",
      advice: "Choisissez {needed}.",
    },
    processForKind: {
      message: "{kind} ne va pas avec la procédure {value} : il faut {needed} pour {item}",
      advice: "Choisissez {needed}.",
    },
    noStatusDate: {
      message: "Aucun document ne dit depuis quand {item} est « {status} » ; aucun délai n'a pu être vérifié.",
      advice: "Donnez la date dans Since.",
    },
    nameless: {
      message: "La nouvelle ligne n'a pas encore de nom.",
      advice: "Donnez un numéro ou un nom provisoire.",
    },
    insisted: { message: "Accepté contre les règles, pour la raison donnée : {reason}", advice: "" },
  },
  fieldRules: fieldRulesFr,
};
