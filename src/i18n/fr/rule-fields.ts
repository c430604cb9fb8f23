/** Findings of the field rules, in French. */
import type { FieldRuleCode } from "../../domain/rules/finding-codes";
import type { FindingText } from "../rules-texts";

export const fieldFindings: Record<FieldRuleCode, FindingText> = {
  "F-01": { message: "La ligne n’a pas de nom.", advice: "Indiquez un numéro ou un nom provisoire." },
  "F-01 duplicate": {
    message: "{item} a un nom que {other} porte ou a porté.",
    advice: "Modifiez l’un des noms, ou fusionnez les deux lignes.",
  },
  "F-02": {
    message: "Le nom {item} n’a pas une forme reconnue.",
    advice: "Exemples de noms : X.abc, X.1234, X.1234rev, X.509 (2019) Amd.2, XSTR.abc.",
  },
  "F-03": {
    message: "Le nom {item} a une forme inhabituelle : « {part} ».",
    advice: "Saisissez-le une seule fois, par exemple X.1286 (ex X.accsadlt).",
  },
  "F-04": {
    message: "{item} n’a pas la forme usuelle des amendements et des corrigenda, avec l’année de l’édition.",
    advice: "Saisissez par exemple X.509 (2019) Amd.2.",
  },
  "F-05": {
    message: "{item} est {status:status} et n’a pas encore de numéro.",
    advice: "Le numéro est normalement attribué lors de la détermination ou du consentement.",
  },
  "F-06": {
    message: "Le type « {value} » n’est pas compatible avec le nom {item}.",
    advice: "Un nom terminé par « rev » est du type Rev, tout autre nom provisoire du type New.",
  },
  "F-07": { message: "« {value} » n’est pas une Question valide.", advice: "Saisissez 2/17." },
  "F-07 unlisted": {
    message: "La Question {value} ne figure dans aucun des documents chargés.",
    advice: "Vérifiez le numéro ; pour une nouvelle Question, aucune action n’est nécessaire.",
  },
  "F-07 high": {
    message: "La commission d’études n’a jamais eu de Question {value}.",
    advice: "Vérifiez le numéro.",
  },
  "F-08": { message: "« {value} » n’est pas une période d’études valide.", advice: "Saisissez 2022-2024." },
  "F-09": { message: "« {value} » n’est pas une échéance valide.", advice: "Saisissez 2024-03." },
  "F-09 notation": {
    message: "L’échéance {value} n’est pas dans la notation de la base de données.",
    advice: "La base de données utilise 2024-03, les rapports 2024-Q1.",
  },
  "F-10": {
    message: "L’échéance de {item}, {value}, est dépassée.",
    advice: "Fixez une nouvelle échéance, ou saisissez la décision.",
  },
  "F-11": {
    message: "{item} est {status:status}, ce qui n’est pas compatible avec la procédure {value}.",
    advice: "La procédure devrait être {needed:or}.",
  },
  "F-12": {
    message: "{item} doit être approuvé et ne fait pas l’objet d’un accord.",
    advice: "La procédure devrait être TAP ou AAP.",
  },
  "F-13": {
    message:
      "{item} est un texte du type « {product:kindOfText} », qui fait l’objet d’un accord et n’est pas approuvé selon la procédure {value}.",
    advice: "La procédure devrait être Agreement.",
  },
  "F-13 erratum": {
    message: "{item} est un erratum, auquel aucune procédure ne s’applique.",
    advice: "Effacez la procédure.",
  },
  "F-14": {
    message: "{item} ne contient que du texte informatif, qui fait l’objet d’un accord et non d’une approbation.",
    advice: "La procédure devrait être Agreement.",
  },
  "F-15": {
    message: "{item} est {status:status} selon la procédure {from}, mais sa procédure indiquée est {value}.",
    advice: "Rétablissez la procédure {from}.",
  },
  "F-16": {
    message: "{item} relève de la procédure {value}, alors que la procédure {presumed} est présumée pour sa série.",
    advice: "Consignez la décision de la commission d’études.",
  },
  "F-17": { message: "« {value} » n’est pas une date valide.", advice: "Indiquez une date comme 2023-09-08." },
  "F-17 missing": {
    message: "{item} est {status:status}, mais la date n’est pas indiquée.",
    advice: "Indiquez la date dans la colonne Since.",
  },
  "F-17 future": {
    message: "La date de {item}, le {value:day}, est dans le futur.",
    advice: "Indiquez la date effective.",
  },
  "F-18": {
    message:
      "{item} est {status:status} depuis le {value:day}, date qui ne correspond à aucune réunion de la feuille Meetings.",
    advice: "Vérifiez la date, ou ajoutez la réunion à la feuille Meetings.",
  },
  "F-18 rapporteurs": {
    message:
      "{item} est {status:status} depuis le {value:day}, jour où seul un groupe du Rapporteur se réunissait, qui ne peut pas prendre cette décision.",
    advice: "Indiquez la réunion de la commission d’études ou du groupe de travail qui a pris la décision.",
  },
  "F-19 rapporteurs": {
    message:
      "{item} a été approuvé le {value:day}, jour où seul un groupe du Rapporteur se réunissait, qui ne peut pas prendre cette décision.",
    advice: "Indiquez la réunion de la commission d’études qui a pris la décision.",
  },
  "F-19": {
    message:
      "{item} a été approuvé par un groupe de travail ; seules la commission d’études et l’AMNT peuvent approuver un texte.",
    advice: "Soumettez-le à la commission d’études.",
  },
  "F-19 meeting": {
    message:
      "{item} a été approuvé le {value:day}, en dehors des réunions de la commission d’études indiquées dans la feuille Meetings et des quatre semaines qui les suivent.",
    advice: "Vérifiez la date, ou ajoutez la réunion à la feuille Meetings.",
  },
  "F-20": {
    message: "{item} a été approuvé le {value:day}, moins de trois mois après le {start:day}.",
    advice: "La date la plus proche est le {earliest:day}.",
  },
  "F-21": {
    message: "{item} a été approuvé le {value:day}, moins de quatre semaines après le {start:day}.",
    advice: "La date la plus proche est le {earliest:day}.",
  },
  "F-22": {
    message: "Le délai « {name} » de {item} court du {from:day} au {to:day}.",
    advice: "Il devrait prendre fin le {end:day}.",
  },
  "F-23": {
    message: "L’examen additionnel de {item} a commencé le {value:day}, avant la fin d’un dernier appel (Last Call).",
    advice: "Vérifiez les dates.",
  },
  "F-24": {
    message:
      "L’intention d’approuver {item} a été annoncée le {value:day}, moins de trois semaines avant la réunion du {meeting:day}.",
    advice: "Choisissez une réunion ultérieure.",
  },
  "F-25": {
    message: "{item} a été annoncé le {value:day}, moins de trois mois avant la réunion du {meeting:day}.",
    advice: "La réunion devrait commencer le {earliest:day} ou après.",
  },
  "F-26": {
    message: "La consultation sur {item} a été close le {value:day}, et non sept jours ouvrables avant la réunion.",
    advice: "La date limite des réponses est le {due:day}.",
  },
  "F-27": {
    message:
      "Les versions linguistiques de {item} ont été distribuées le {value:day}, moins d’un mois avant la réunion du {meeting:day}.",
    advice: "Vérifiez la date de distribution.",
  },
  "F-28": {
    message: "Seuls {value} % des réponses concernant {item} sont favorables ; il en faut 70 %.",
    advice: "La commission d’études ne peut pas examiner l’approbation à cette réunion.",
  },
  "F-29": {
    message: "Aucune circulaire annonçant le résultat pour {item} n’est consignée ; elle était attendue le {due:day}.",
    advice: "Saisissez la date de la circulaire.",
  },
  "F-30": {
    message: "{item} n’a pas de résumé, indispensable à toute Recommandation.",
    advice: "Demandez-le à l’éditeur.",
  },
  "F-31": {
    message: "{item} est {status:status}, mais l’emplacement de son texte n’est pas indiqué.",
    advice: "Indiquez le TD dans la colonne Text.",
  },
  "F-32": {
    message: "L’emplacement du texte, « {value} », n’est ni une contribution, ni un TD, ni un rapport, ni un lien.",
    advice: "Saisissez par exemple C 421 ou TD 1381.",
  },
  "F-33": {
    message:
      "{item} contient des références normatives à d’autres organisations, mais aucune justification A.5 n’est indiquée.",
    advice: "Indiquez le TD dans la colonne A.5/A.25.",
  },
  "F-34": {
    message: "{item} est équivalent à « {value} », mais aucune justification A.25 n’est indiquée.",
    advice: "Indiquez le TD de la justification dans la colonne A.5/A.25.",
  },
  "F-35": { message: "{item} n’a pas de justification {needed}.", advice: "Joignez le formulaire {needed}." },
  "F-36": {
    message: "{item} est appuyé par {value} membres ; l’usage en demande {least}.",
    advice: "Sollicitez d’autres appuis.",
  },
  "F-37": { message: "{item} n’a pas d’éditeur.", advice: "Indiquez au moins un éditeur." },
  "F-38": {
    message: "{item} n’a fait l’objet d’aucune contribution entre les deux dernières réunions.",
    advice: "Envisagez son abandon.",
  },
  "F-39": { message: "{item} n’a pas de titre.", advice: "Indiquez le titre." },
  "F-39 twice": {
    message: "{item} porte le même titre que {other}.",
    advice:
      "S’il s’agit d’un même texte sous deux noms, sélectionnez la ligne et appuyez sur « Un seul texte : les réunir » dans le volet ; sinon, modifiez l’un des titres.",
  },
  "F-39 acronym": {
    message: "Le titre de {item} contient le sigle {value}.",
    advice: "Écrivez le sigle en toutes lettres.",
  },
  "F-40": {
    message: "Le titre de {item} diffère de celui de sa Recommandation, « {title} ».",
    advice: "Un amendement ou un corrigendum porte le titre de sa Recommandation.",
  },
  "F-41": {
    message: "{item} modifie un texte approuvé moins de deux ans auparavant, le {approved:day}.",
    advice: "Dans un délai de deux ans, seuls des corrections et des compléments sont prévus.",
  },
  "F-42": {
    message:
      "{item} a fait l’objet d’un accord d’un groupe de travail, qui n’est pas habilité à le donner pour le type « {product:kindOfText} ».",
    advice: "Demandez l’accord de la commission d’études.",
  },
  "F-42 condition": {
    message:
      "{item} a fait l’objet d’un accord d’un groupe de travail ; le type « {product:kindOfText} » exige l’autorisation de la commission d’études ou l’accord de son président.",
    advice: "Consignez-le dans History.",
  },
  "F-42 not read": {
    message:
      "{item} a fait l’objet d’un accord d’un groupe de travail ; la Rec. A.13, qui précise s’il peut le donner pour le type « {product:kindOfText} », n’a pas été consultée.",
    advice: "Vérifiez auprès du TSB.",
  },
  "F-43": {
    message: "{item} n’indique pas la Recommandation dont il relève.",
    advice: "Indiquez-la dans la colonne Parent.",
  },
  "F-44": {
    message: "La marque « {mark} » imprimée après {item} n’est pas compatible avec la procédure {value}.",
    advice: "Vérifiez la procédure.",
  },
  "F-45": {
    message:
      "{item} est {status:status} depuis le {since:day}. Une réunion s’est tenue depuis ({meeting}), mais aucune décision n’est consignée.",
    advice: "Saisissez la décision.",
  },
  "F-46": {
    message: "L’opposition à {item} est datée du {value:day}, après la fin du délai de quatre semaines, le {due:day}.",
    advice: "Elle est trop tardive pour produire un effet.",
  },
  "F-47": {
    message: "Un texte de {item} contient des caractères altérés : « {value} ».",
    advice: "Corrigez le texte.",
  },
  "F-48": {
    message:
      "{item} est passé de {from:status} à {status:status} le {date:day}, passage que les procédures ne prévoient pas. {why}",
    advice: "Corrigez l’historique, ou indiquez un motif.",
  },
  "F-48 gap": {
    message: "Les documents n’indiquent pas comment {item} est passé de {from:status} à {status:status} au {date:day}.",
    advice: "",
  },
  "F-48 again": {
    message:
      "{item} a été {status:status} le {first:day}, et de nouveau le {second:day}, sans autre statut dans l’intervalle.",
    advice: "Vérifiez s’il a été remis à l’étude ou annoncé de nouveau.",
  },
  "F-48 step": {
    message: "« {value} » n’est pas une étape du statut {status:status}.",
    advice: "Choisissez une étape de la liste.",
  },
};
