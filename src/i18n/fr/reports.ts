/** Texts for generating annexes, in pane and ribbon. In French. */
import type { GapField } from "../../domain/annexes/layouts";
import type { Catalogues } from "../catalogues";
import { day, plural } from "./grammar";

const missing: Record<GapField, string> = {
  question: "la Question",
  title: "le titre",
  editors: "le nom de l’éditeur",
  text: "l’emplacement du texte",
  timing: "l’échéance",
  decision: "la décision",
  a5: "la justification au titre de la Rec. A.5 ou A.25",
};

export const reports: Catalogues["reports"] = {
  gaps: {
    noPart: {
      dates: (meeting) => `Les dates de ${meeting} manquent.`,
      next: (meeting) =>
        `Aucune réunion postérieure à ${meeting} ne figure dans la liste : l’Annexe B n’en nomme aucune.`,
      topics: (meeting) => `Les thèmes d’actualité de ${meeting} manquent.`,
      subgroups: (meeting) => `Le texte sur les sous-groupes de la CE 17 manque pour ${meeting}.`,
      interim: (meeting) => `Aucune réunion intermédiaire après ${meeting} ne figure dans la liste.`,
      documents: (meeting) =>
        `Le nombre de contributions, de notes de liaison et de documents temporaires de ${meeting} manque.`,
      participants: (meeting) => `Le nombre de participants de ${meeting} manque.`,
      regions: (meeting) => `Les contributions par région de ${meeting} manquent.`,
    },
    lacks: (name, field) => `${name} : il manque ${missing[field]}.`,
    unjustified: (name, equivalent) =>
      `${name} : il manque ${missing.a5}, alors qu’il existe un texte équivalent (${equivalent}).`,
    late: (name, timing, meeting) =>
      `${name} est prévu pour ${timing}, avant la réunion à laquelle il doit être traité (${meeting ?? "pas encore connue"}) : indiquez une nouvelle échéance.`,
    undecided: (name, since) =>
      `${name} est déterminé (Determined) depuis ${since === null ? "longtemps" : `le ${since}`} sans décision consignée ; son approbation n’est pas prévue.`,
  },
  changes: {
    label: "Évolutions",
    title: (since) => `Évolutions depuis le ${day(since)}`,
    sheet: (since) => `Évolutions depuis ${since}`,
    items: (count) => `${plural(count, "sujet d’étude", "sujets d’étude")}`,
    columns: ["Sujet d’étude", "Q", "Titre", "Date", "Événement", "De", "À", "Source"],
    none: "Aucune",
    nothing: "(vide)",
    source: (document, annex) => `${document}, Annexe ${annex}`,
  },
  reports: {
    "executive-summary": "Résumé analytique",
    "lead-study-group-report": "Rapport de la commission d’études directrice",
  },
  notLoaded: "Ce classeur ne contient pas encore de programme de travail. Commencez par « Charger ».",
  noMeeting:
    "Aucune réunion ne figure dans le classeur. Commencez par « Charger », ou saisissez-en une dans la feuille Meetings.",
  undecided: (meeting) =>
    `Rien n’a été écrit : aucune décision de ${meeting} n’est enregistrée. Sur quelle réunion doit porter le rapport ? Choisissez-la sous « Générer un rapport », puis « Générer les feuilles ».`,
  generating: "Établissement des annexes",
  generated: (report, meeting, sheets) =>
    `${report}, réunion ${meeting} : ${plural(sheets, "feuille écrite", "feuilles écrites")}.`,
  kept: (sheet, as) => `« ${sheet} » avait été modifiée ; elle est conservée sous le nom « ${as} ».`,
  missing: (count) =>
    `Il manque ${plural(count, "valeur", "valeurs")} ; le volet en donne la liste sous « Générer un rapport », avec un accès à l’endroit où chacune se saisit.`,
  complete: "Il ne manque rien.",
  differs: (count) => `${plural(count, "valeur diffère", "valeurs diffèrent")} du document publié.`,
  tables: (rows) => `${plural(rows, "ligne", "lignes")}`,
  changesWritten: (items, since) =>
    `${plural(items, "sujet d’étude modifié", "sujets d’étude modifiés")} depuis le ${since}.`,
  changesSheet: (sheet) => `La liste est dans la feuille « ${sheet} ».`,
  noSince: "Aucune réunion n’a encore eu lieu : choisissez une date.",
  wordWritten: (name) =>
    `${name} est prêt au téléchargement. Si Excel bloque les téléchargements, rien n’apparaît : utilisez « Copier pour Word ».`,
  badTemplate: (name) => `« ${name} » n’est pas un document Word (.docx ou .dotx) : choisissez un autre modèle.`,
  copied: "Copié. Collez dans Word : les tableaux restent des tableaux.",
  notCopied: "Excel ne permet pas au volet de copier. Sélectionnez le texte ci-dessous et copiez-le à la main.",
  pane: {
    title: "Générer un rapport",
    help: "Les annexes prêtes à imprimer, tirées du programme de travail et de son historique, en feuilles ou pour Word. Les valeurs manquantes sont indiquées avant toute écriture.",
    report: "Rapport",
    meeting: "Réunion",
    noMeetings: "Chargez d’abord les documents ; ils contiennent les réunions.",
    preparing: "Préparation du rapport…",
    missing: (count) => (count === 0 ? "Il ne manque rien" : `Il manque ${plural(count, "valeur", "valeurs")}`),
    goTo: (name) => `Afficher ${name}`,
    contents: (rows, tables) => `${plural(rows, "ligne", "lignes")} dans ${plural(tables, "tableau", "tableaux")}`,
    sheets: "Générer les feuilles",
    undecided: (meeting) =>
      `Aucune décision de ${meeting} n’est enregistrée : les tableaux des décisions porteront « None ». Est-ce bien la réunion sur laquelle doit porter le rapport ?`,
    cancel: "Choisir une autre réunion",
    word: "Document Word",
    template: "Votre modèle Word (facultatif)",
    templateHint:
      "Ses styles, son en-tête, son pied de page et sa mise en page sont conservés ; son texte est remplacé par le rapport.",
    copy: "Copier pour Word",
    plainText: "Texte du rapport",
    enter: "Saisir",
    textsTitle: "Textes du résumé",
    textsHint: "Ce qui ne découle d’aucun tableau, pour cette réunion, une ligne par élément.",
    texts: {
      topics: "Thèmes d’actualité",
      workshops: "Ateliers et autres manifestations tenues",
      subgroups: "Sous-groupes de la CE 17 (JCA, groupes par correspondance)",
      events: "Manifestations liées à la prochaine réunion",
      regions: "Contributions par région : « APT 136 » ; la part est ajoutée",
      remarks: "Remarques sur les statistiques",
    },
    statistics: {
      title: "Statistiques",
      announced: "Annoncés",
      final: "Définitifs",
      save: "Enregistrer les statistiques",
    },
    headings: "Titres et notes",
    headingsHint: "Vos propres titres et notes pour cette réunion. Laissez un champ vide pour le texte par défaut.",
    heading: (place) => `Titre : ${place}`,
    notes: (place) => `Notes, une par ligne : ${place}`,
    annex: (id) => `Annexe ${id}`,
    table: (annex, section) => (section === "" ? `Annexe ${annex}, tableau` : `Annexe ${annex} ${section})`),
    saved: "Enregistré.",
    changedTitle: "Évolutions",
    changedHelp: "Tous les événements postérieurs à une date, par sujet, dans une feuille distincte.",
    since: "Depuis",
    sinceMeeting: (meeting, date) => `réunion ${meeting}, ${date}`,
    sinceDay: "une date à choisir",
    day: "Date",
    changed: "Afficher les évolutions",
  },
};
