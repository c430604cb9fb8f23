/** What the field rules say, in French. */
import type { FieldRuleCode } from "../../domain/rules/finding-codes";
import type { FindingText } from "../rules-texts";

export const fieldFindings: Record<FieldRuleCode, FindingText> = {
  "F-01": { message: "La ligne n’a pas de nom.", advice: "Indiquez un numéro ou un nom provisoire." },
  "F-01 duplicate": {
    message: "{item} porte un nom que {other} porte ou a porté.",
    advice: "Distinguez les noms, ou réunissez les deux.",
  },
  "F-02": {
    message: "{item} est un nom de forme inconnue.",
    advice: "Les noms s’écrivent X.abc, X.1234, X.1234rev, X.509 (2019) Amd.2, XSTR.abc.",
  },
  "F-03": {
    message: "Le nom {item} est curieusement écrit : « {part} ».",
    advice: "Écrivez-le une fois, comme X.1286 (ex X.accsadlt).",
  },
  "F-04": {
    message: "{item} n’a pas la forme usuelle des amendements et corrigenda, avec l’année de l’édition.",
    advice: "Écrivez-le comme X.509 (2019) Amd.2.",
  },
  "F-05": {
    message: "{item} est {status:status} et n’a pas encore de numéro.",
    advice: "Le numéro est normalement donné à la détermination ou au consentement.",
  },
  "F-06": {
    message: "« {value} » n’est pas compatible avec le nom {item}.",
    advice: "Un nom en « rev » est Rev, un simple nom provisoire New.",
  },
  "F-07": { message: "« {value} » n’est pas une Question.", advice: "Écrivez 2/17." },
  "F-07 unlisted": {
    message: "Aucun document lu n’indique la Question {value}.",
    advice: "Vérifiez le numéro ; pour une nouvelle Question, rien n’est à faire.",
  },
  "F-07 high": {
    message: "La commission d’études n’a jamais eu de Question {value}.",
    advice: "Vérifiez le numéro.",
  },
  "F-08": { message: "« {value} » n’est pas une période d’études.", advice: "Écrivez 2022-2024." },
  "F-09": { message: "« {value} » n’est pas une échéance.", advice: "Écrivez 2024-03." },
  "F-09 notation": {
    message: "L’échéance {value} n’est pas écrite comme dans la base de données.",
    advice: "La base écrit 2024-03, les rapports 2024-Q1.",
  },
  "F-10": {
    message: "L’échéance de {item}, {value}, est passée.",
    advice: "Fixez une nouvelle échéance, ou saisissez ce qui s’est passé.",
  },
  "F-11": {
    message: "{item} est {status:status}, ce qui n’est pas compatible avec la procédure {value}.",
    advice: "La procédure devrait être {needed:or}.",
  },
  "F-12": {
    message: "{item} est approuvé et ne fait pas l’objet d’un accord.",
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
    message: "{item} ne contient que du texte informatif, qui fait l’objet d’un accord.",
    advice: "La procédure devrait être Agreement.",
  },
  "F-15": {
    message: "{item} est {status:status} sous {from}, et sa procédure indique {value}.",
    advice: "Rétablissez la procédure {from}.",
  },
  "F-16": {
    message: "{item} est sous {value}, alors que {presumed} est présumé.",
    advice: "Consignez la décision de la commission d’études.",
  },
  "F-17": { message: "« {value} » n’est pas une date.", advice: "Indiquez une date comme 2023-09-08." },
  "F-17 missing": {
    message: "{item} est {status:status}, et la date n’est pas donnée.",
    advice: "Indiquez la date dans Since.",
  },
  "F-17 future": {
    message: "La date de {item}, {value:day}, est à venir.",
    advice: "Indiquez la date à laquelle cela s’est passé.",
  },
  "F-18": {
    message: "{item} est {status:status} depuis le {value:day}, qui ne tombe dans aucune réunion connue.",
    advice: "Vérifiez la date, ou ajoutez la réunion à Meetings.",
  },
  "F-18 rapporteurs": {
    message:
      "{item} est {status:status} depuis le {value:day}, jour où seul un groupe du Rapporteur se réunissait ; celui-ci ne prend pas de décision.",
    advice: "Indiquez la réunion de la commission d’études ou du groupe de travail qui a pris la décision.",
  },
  "F-19 rapporteurs": {
    message:
      "{item} a été approuvé le {value:day}, jour où seul un groupe du Rapporteur se réunissait ; celui-ci ne prend pas de décision.",
    advice: "Indiquez la réunion de la commission d’études qui a pris la décision.",
  },
  "F-19": {
    message: "{item} a été approuvé par un groupe de travail ; seules la commission d’études et l’AMNT le peuvent.",
    advice: "Faites-en décider la commission d’études.",
  },
  "F-19 meeting": {
    message:
      "{item} a été approuvé le {value:day}, hors de toute réunion connue de la commission d’études et des quatre semaines qui suivent.",
    advice: "Vérifiez la date, ou ajoutez la réunion à Meetings.",
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
    advice: "Il devrait finir le {end:day}.",
  },
  "F-23": {
    message: "L’examen additionnel de {item} a commencé le {value:day}, sans dernier appel achevé.",
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
    message: "La consultation sur {item} a été close le {value:day}, non sept jours ouvrables avant la réunion.",
    advice: "Les réponses se closent le {due:day}.",
  },
  "F-27": {
    message:
      "Les versions linguistiques de {item} sont du {value:day}, moins d’un mois avant la réunion du {meeting:day}.",
    advice: "Vérifiez la date de distribution.",
  },
  "F-28": {
    message: "{value} % des réponses sur {item} sont favorables ; il en faut 70 %.",
    advice: "La commission d’études ne peut pas examiner l’approbation à cette réunion.",
  },
  "F-29": {
    message: "Aucune circulaire n’a annoncé l’issue pour {item}, attendue le {due:day}.",
    advice: "Saisissez la circulaire, ou demandez-la.",
  },
  "F-30": {
    message: "{item} n’a pas de résumé, indispensable à toute Recommandation.",
    advice: "Demandez-le à l’éditeur.",
  },
  "F-31": {
    message: "{item} est {status:status}, et l’emplacement de son texte n’est pas donné.",
    advice: "Indiquez le TD dans Text.",
  },
  "F-32": {
    message: "Le texte de base « {value} » n’est ni une contribution ni un TD.",
    advice: "Écrivez C 421 ou TD 1381.",
  },
  "F-33": {
    message: "{item} renvoie normativement à d’autres organisations et n’indique aucune justification A.5.",
    advice: "Indiquez le TD dans A.5/A.25.",
  },
  "F-34": {
    message: "{item} équivaut à « {value} » et n’indique aucune justification.",
    advice: "Indiquez le TD de la justification A.25 dans A.5/A.25.",
  },
  "F-35": { message: "{item} n’a pas de justification {needed}.", advice: "Joignez le formulaire {needed}." },
  "F-36": {
    message: "{item} a {value} membres pour appui ; {least} sont d’usage.",
    advice: "Sollicitez d’autres appuis.",
  },
  "F-37": { message: "{item} n’a pas d’éditeur.", advice: "Indiquez au moins un éditeur." },
  "F-38": {
    message: "{item} n’a reçu aucune contribution dans l’intervalle des deux dernières réunions.",
    advice: "Son abandon peut être envisagé.",
  },
  "F-39": { message: "{item} n’a pas de titre.", advice: "Indiquez le titre." },
  "F-39 twice": {
    message: "{item} porte le même titre que {other}.",
    advice: "Les titres sont uniques : changez-en un, ou réunissez les deux.",
  },
  "F-39 acronym": {
    message: "Le titre de {item} contient le sigle {value}.",
    advice: "Les titres développent les sigles.",
  },
  "F-40": {
    message: "Le titre de {item} n’est pas celui de sa Recommandation, « {title} ».",
    advice: "Un amendement ou un corrigendum garde le titre.",
  },
  "F-41": {
    message: "{item} modifie un texte approuvé le {approved:day}, moins de deux ans auparavant.",
    advice: "Seuls des corrections et des compléments devraient venir si tôt.",
  },
  "F-42": {
    message:
      "{item} a fait l’objet d’un accord d’un groupe de travail, qui ne peut pas le donner pour le type « {product:kindOfText} ».",
    advice: "Demandez l’accord de la commission d’études.",
  },
  "F-42 condition": {
    message:
      "{item} a fait l’objet d’un accord d’un groupe de travail ; le type « {product:kindOfText} » demande l’autorisation de la commission d’études ou l’accord de son président.",
    advice: "Consignez-le.",
  },
  "F-42 not read": {
    message:
      "{item} a fait l’objet d’un accord d’un groupe de travail ; la Rec. A.13, qui précise s’il peut le donner pour ce type de texte ({product}), n’a pas pu être consultée.",
    advice: "Vérifiez auprès du TSB.",
  },
  "F-43": { message: "{item} n’indique pas la Recommandation dont il relève.", advice: "Indiquez-la dans Parent." },
  "F-44": {
    message: "La marque « {mark} » imprimée derrière {item} n’est pas compatible avec la procédure {value}.",
    advice: "Vérifiez la procédure.",
  },
  "F-45": {
    message:
      "{item} est {status:status} depuis le {since:day} ; une réunion s’est tenue depuis ({meeting}), sans décision consignée.",
    advice: "Saisissez la décision, ou demandez-la au secrétariat de la commission d’études.",
  },
  "F-46": {
    message: "L’opposition à {item} est du {value:day}, après les quatre semaines closes le {due:day}.",
    advice: "Elle vient trop tard pour compter.",
  },
  "F-47": {
    message: "Un texte de {item} semble abîmé par son codage : « {value} ».",
    advice: "Saisissez-le de nouveau.",
  },
  "F-48": {
    message:
      "{item} est passé de {from:status} à {status:status} le {date:day}, passage que les procédures ne prévoient pas. {why}",
    advice: "Corrigez l’historique, ou donnez une raison.",
  },
  "F-48 gap": {
    message: "Les documents ne disent pas comment {item} est passé de {from:status} à {status:status} au {date:day}.",
    advice: "",
  },
  "F-48 again": {
    message: "{item} a été {status:status} le {first:day}, et de nouveau le {second:day}, sans rien entre les deux.",
    advice: "Vérifiez s’il a été remis à l’étude ou annoncé de nouveau.",
  },
  "F-48 step": {
    message: "« {value} » n’est pas une étape d’un texte {status:status}.",
    advice: "Choisissez une étape de la liste.",
  },
};
