/** What generating annexes says, in pane and ribbon. */
import { catalogue } from "./language";

const plural = (count: number, one: string, many: string) => `${String(count)} ${count === 1 ? one : many}`;

/** The fields that a row may lack. */
export type GapField = "question" | "title" | "editors" | "text" | "timing" | "decision" | "a5";

const missingEn: Record<GapField, string> = {
  question: "Question",
  title: "title",
  editors: "editor",
  text: "location of the text",
  timing: "timing",
  decision: "decision",
  a5: "A.5 or A.25 justification",
};

const missingFr: Record<GapField, string> = {
  question: "la Question",
  title: "le titre",
  editors: "le nom du rédacteur",
  text: "l’emplacement du texte",
  timing: "l’échéance",
  decision: "la décision",
  a5: "la justification au titre de la Rec. A.5 ou A.25",
};

const en = {
  gaps: {
    lacks: (name: string, field: GapField) => `${name} has no ${missingEn[field]}.`,
    unjustified: (name: string, equivalent: string) =>
      `${name} has no ${missingEn.a5}, although an equivalent text (${equivalent}) is named.`,
    late: (name: string, timing: string, meeting: string | null) =>
      `${name} is timed for ${timing}, before the meeting it is planned for (${meeting ?? "not known yet"}): give it a new timing.`,
    undecided: (name: string, since: string | null) =>
      `${name} is Determined since ${since ?? "long ago"} and no decision is known; it is not planned for approval.`,
  },
  changes: {
    label: "What changed",
    title: (since: string) => `What changed since ${since}`,
    sheet: (since: string) => `Changes since ${since}`,
    items: (count: number) => plural(count, "work item", "work items"),
    columns: ["Item", "Q", "Title", "Date", "What", "From", "To", "Where"],
    none: "None",
    nothing: "(nothing)",
    place: (document: string, annex: string) => `${document}, Annex ${annex}`,
  },
  reports: { "executive-summary": "Executive summary", "lead-study-group-report": "Lead study group report" },
  notLoaded: "This workbook holds no work programme yet. Press Load first.",
  noMeeting: "The workbook knows no meeting. Press Load first, or enter one on the Meetings sheet.",
  generating: "Writing the annexes",
  generated: (report: string, meeting: string, sheets: number) =>
    `${report} of ${meeting}: ${plural(sheets, "sheet", "sheets")} written.`,
  kept: (sheet: string, as: string) => `“${sheet}” had been edited; it was kept as “${as}”.`,
  missing: (count: number) =>
    `${plural(count, "thing is", "things are")} missing; the pane lists them under Annexes, each with a way to its row.`,
  complete: "Nothing is missing.",
  differs: (count: number) => `${plural(count, "place differs", "places differ")} from the published document.`,
  tables: (rows: number) => plural(rows, "row", "rows"),
  changesWritten: (items: number, since: string) =>
    `${plural(items, "work item", "work items")} changed since ${since}.`,
  changesSheet: (sheet: string) => `They are listed on the sheet “${sheet}”.`,
  noSince: "No meeting has been held yet: choose a day.",
  wordWritten: (name: string) =>
    `${name} was handed over for download. Where Excel blocks downloads nothing appears: use “Copy for Word” then.`,
  copied: "Copied. Paste into Word: the tables arrive as tables.",
  notCopied: "Excel does not let the pane copy. Select the text below and copy it by hand.",
  pane: {
    title: "Annexes of a report",
    help: "Print-ready annexes from the work programme and its history, as sheets or for Word. What is missing is listed before anything is written.",
    report: "Report",
    meeting: "Meeting",
    noMeetings: "Load the documents first; the meetings come with them.",
    looking: "Looking…",
    missing: (count: number) => (count === 0 ? "Nothing is missing" : `${String(count)} missing`),
    goTo: (name: string) => `Show ${name}`,
    contents: (rows: number, tables: number) =>
      `${plural(rows, "row", "rows")} in ${plural(tables, "table", "tables")}`,
    sheets: "Generate sheets",
    word: "Word document",
    copy: "Copy for Word",
    plainText: "Text of the report",
    words: "Headings and notes",
    wordsHint: "Your own words for this meeting. Leave a field empty for the usual words.",
    heading: (place: string) => `Heading of ${place}`,
    notes: (place: string) => `Notes of ${place}, one a line`,
    annex: (id: string) => `Annex ${id}`,
    table: (annex: string, section: string) =>
      section === "" ? `Annex ${annex}, table` : `Annex ${annex} ${section})`,
    saved: "Saved.",
    changedTitle: "What changed",
    changedHelp: "Everything that happened after a day, item by item, on a sheet of its own.",
    since: "After",
    sinceMeeting: (meeting: string, date: string) => `meeting ${meeting}, ${date}`,
    sinceDay: "a day I choose",
    day: "Day",
    changed: "Show changes",
  },
};

type AnnexTexts = typeof en;

const fr: AnnexTexts = {
  gaps: {
    lacks: (name, field) => `${name} : il manque ${missingFr[field]}.`,
    unjustified: (name, equivalent) =>
      `${name} : il manque ${missingFr.a5}, alors qu’un texte équivalent (${equivalent}) est indiqué.`,
    late: (name, timing, meeting) =>
      `${name} est prévu pour ${timing}, avant la réunion à laquelle il doit être traité (${meeting ?? "pas encore connue"}) : indiquez une nouvelle échéance.`,
    undecided: (name, since) =>
      `${name} est déterminé (Determined) depuis ${since === null ? "longtemps" : `le ${since}`} sans qu’aucune décision ne soit connue ; son approbation n’est pas prévue.`,
  },
  changes: {
    label: "Modifications",
    title: (since) => `Modifications intervenues depuis le ${since}`,
    sheet: (since) => `Modifications depuis ${since}`,
    items: (count) => `${String(count)} ${count < 2 ? "sujet d’étude" : "sujets d’étude"}`,
    columns: ["Sujet d’étude", "Q", "Titre", "Date", "Événement", "De", "À", "Source"],
    none: "Aucune",
    nothing: "(rien)",
    place: (document, annex) => `${document}, Annexe ${annex}`,
  },
  reports: {
    "executive-summary": "Résumé analytique",
    "lead-study-group-report": "Rapport de la commission d’études directrice",
  },
  notLoaded: "Ce classeur ne contient pas encore de programme de travail. Commencez par Charger.",
  noMeeting:
    "Aucune réunion ne figure dans le classeur. Commencez par Charger, ou saisissez-en une dans la feuille Meetings.",
  generating: "Rédaction des annexes",
  generated: (report, meeting, sheets) =>
    `${report}, réunion ${meeting} : ${String(sheets)} ${sheets < 2 ? "feuille écrite" : "feuilles écrites"}.`,
  kept: (sheet, as) => `« ${sheet} » avait été modifiée ; elle est conservée sous le nom « ${as} ».`,
  missing: (count) =>
    `Il manque ${String(count)} ${count < 2 ? "élément" : "éléments"} ; le volet en donne la liste sous Annexes, avec un accès à chaque ligne.`,
  complete: "Il ne manque rien.",
  differs: (count) => `${String(count)} ${count < 2 ? "endroit diffère" : "endroits diffèrent"} du document publié.`,
  tables: (rows) => `${String(rows)} ${rows < 2 ? "ligne" : "lignes"}`,
  changesWritten: (items, since) =>
    `${String(items)} ${items < 2 ? "sujet d’étude modifié" : "sujets d’étude modifiés"} depuis le ${since}.`,
  changesSheet: (sheet) => `La liste est dans la feuille « ${sheet} ».`,
  noSince: "Aucune réunion n’a encore eu lieu : choisissez une date.",
  wordWritten: (name) =>
    `${name} est prêt au téléchargement. Si Excel bloque les téléchargements, rien n’apparaît : utilisez « Copier pour Word ».`,
  copied: "Copié. Collez dans Word : les tableaux restent des tableaux.",
  notCopied: "Excel ne permet pas au volet de copier. Sélectionnez le texte ci-dessous et copiez-le à la main.",
  pane: {
    title: "Annexes d’un rapport",
    help: "Les annexes prêtes à imprimer, tirées du programme de travail et de son historique, en feuilles ou pour Word. Ce qui manque est indiqué avant toute écriture.",
    report: "Rapport",
    meeting: "Réunion",
    noMeetings: "Chargez d’abord les documents ; les réunions viennent avec eux.",
    looking: "Examen…",
    missing: (count) =>
      count === 0 ? "Il ne manque rien" : `Il manque ${String(count)} ${count < 2 ? "élément" : "éléments"}`,
    goTo: (name) => `Afficher ${name}`,
    contents: (rows, tables) =>
      `${String(rows)} ${rows < 2 ? "ligne" : "lignes"} dans ${String(tables)} ${tables < 2 ? "tableau" : "tableaux"}`,
    sheets: "Générer les feuilles",
    word: "Document Word",
    copy: "Copier pour Word",
    plainText: "Texte du rapport",
    words: "Titres et notes",
    wordsHint: "Vos propres termes pour cette réunion. Laissez un champ vide pour les termes habituels.",
    heading: (place) => `Titre : ${place}`,
    notes: (place) => `Notes, une par ligne : ${place}`,
    annex: (id) => `Annexe ${id}`,
    table: (annex, section) => (section === "" ? `Annexe ${annex}, tableau` : `Annexe ${annex} ${section})`),
    saved: "Enregistré.",
    changedTitle: "Modifications",
    changedHelp: "Tout ce qui s’est passé depuis une date donnée, sujet par sujet, dans une feuille à part.",
    since: "Depuis",
    sinceMeeting: (meeting, date) => `réunion ${meeting}, ${date}`,
    sinceDay: "une date à choisir",
    day: "Date",
    changed: "Afficher les modifications",
  },
};

/** The texts in the language in use. */
export const annexTexts = catalogue<AnnexTexts>({ en, fr });
