/** What reading documents reports, in French. */
import type { ImportTexts } from "../imports-texts";
import { and, plural } from "./grammar";

const things: ImportTexts["things"] = {
  approved: "textes approuvés (TAP)",
  notApproved: "textes non approuvés",
  determined: "textes déterminés",
  consented: "textes ayant fait l’objet d’un consentement",
  agreed: "textes ayant fait l’objet d’un accord",
  newWorkItems: "nouveaux sujets d’étude",
  discontinued: "sujets d’étude abandonnés",
  candidates: "textes candidats pour la prochaine réunion",
  outputTexts: "textes issus de la réunion",
};

const parts: ImportTexts["parts"] = { New: "nouveaux", Rev: "révisés", Amd: "amendements", Cor: "corrigenda" };

const fields: ImportTexts["fields"] = {
  kind: "mention New / Revised",
  editors: "éditeurs",
  text: "référence du texte",
  timing: "échéance",
  startOfWork: "début des travaux",
  determined: "date de détermination",
  decision: "décision",
};

const formats: ImportTexts["formats"] = {
  pdf: "un fichier PDF",
  doc: "un fichier Word au format antérieur à 2007 (.doc)",
  xls: "un fichier Excel au format antérieur à 2007 (.xls)",
  rtf: "un fichier RTF",
  odt: "un fichier OpenDocument",
  pptx: "une présentation",
  picture: "une image",
  zip: "une archive",
};

const amount = (value: number): string => value.toLocaleString("fr-FR");

const limits: ImportTexts["limits"] = {
  bytes: (most) => `il dépasse ${amount(most / 1_000_000)} Mo`,
  unpacked: (most) => `il dépasse ${amount(most / 1_000_000)} Mo une fois décompressé`,
  tables: (most) => `il contient plus de ${amount(most)} tableaux`,
  cells: (most) => `ses tableaux contiennent plus de ${amount(most)} cellules`,
  paragraphs: (most) => `il contient plus de ${amount(most)} paragraphes`,
  depth: (most) => `il compte plus de ${amount(most)} niveaux d’imbrication`,
  time: (most) => `sa lecture a dépassé ${amount(most / 1000)} secondes`,
};

const SAVE_ANEW = "Enregistrez-le en .docx, .xlsx ou texte, ou copiez son contenu et collez-le ici.";

export const imports: ImportTexts = {
  things,
  parts,
  fields,
  formats,
  limits,
  line: (line) => `ligne ${String(line)}`,
  row: (table, row) => `tableau ${String(table)}, ligne ${String(row)}`,
  sheetRow: (sheet, row) => `${sheet}, ligne ${String(row)}`,
  problems: {
    lineUnread: ({ text }) =>
      `Cette ligne n’appartient ni à une ligne de tableau, ni à un titre, ni à une note : « ${text} ».`,
    rowUnread: ({ text }) => `Cette ligne de tableau n’a pas été comprise : « ${text} ».`,
    chapterUnread: ({ title, paragraphs }) =>
      `« ${title} » n’est pas un titre de tableau ; ${plural(paragraphs, "paragraphe n’a pas été lu", "paragraphes n’ont pas été lus")}.`,
    tableUnread: ({ header, rows }) =>
      `Ce tableau de ${plural(rows, "ligne", "lignes")} n’a pas les colonnes d’un tableau du programme de travail et n’a pas été lu : « ${header} ».`,
    columnUnread: ({ column }) => `La colonne « ${column} » n’est pas lue.`,
    cellUnread: ({ name, column, text }) => `${name}, ${column} : « ${text} » n’a pas été compris.`,
    groupRow: ({ text }) => `La ligne « ${text} » regroupe les lignes qui la suivent et n’a pas été lue.`,
    struckText: ({ text }) => `Un texte barré a été omis : « ${text} ».`,
    footnote: ({ text }) => `Note de bas de page : « ${text} ».`,
    anotherDocument: () => "Un autre document commence ici ; ses annexes sont lues avec celles du premier.",
    headingMissing: ({ title }) => `« ${title} » n’est dans aucune annexe : le titre de l’annexe manque.`,
    headerWithoutHeading: () => "En-têtes de colonne sans titre : le titre de ce tableau manque.",
    strayLetter: ({ letter }) => `« ${letter}) » n’est pas suivi du titre d’un tableau.`,
    tableKindUnknown: ({ title, rows }) =>
      `Le titre${title === "" ? "" : ` « ${title} »`} ne désigne aucun type de tableau ; indiquez ce que ${plural(rows, "ligne représente", "lignes représentent")}.`,
    tableKindDoubtful: ({ title, kind }) =>
      `« ${title} » peut désigner ce qui a été décidé ou ce qui est prévu ; lu comme ${kind}.`,
    columnsAssumed: () => "Ce tableau n’a pas d’en-têtes de colonne ; les colonnes habituelles ont été supposées.",
    noName: ({ text }) => `Aucun nom de texte n’a été reconnu dans la ligne « ${text} ».`,
    nameRest: ({ name, rest }) => `Dans le nom « ${name} », la partie « ${rest} » n’a pas été comprise.`,
    noTitle: ({ name }) => `La ligne de ${name} n’a pas de titre.`,
    noQuestion: ({ name }) => `La ligne de ${name} n’a pas de Question responsable.`,
    noKind: ({ name }) => `Ligne de ${name} : aucune mention New / Revised n’a été trouvée.`,
    titleEnd: ({ name, editors, rival }) =>
      `Ligne de ${name} : ${
        editors === ""
          ? "les éditeurs n’ont pas été distingués du titre"
          : `le titre pourrait ne pas se terminer avant « ${editors} »`
      }${rival === null ? "" : ` ; les éditeurs pourraient aussi commencer à « ${rival} »`}.`,
    leftOver: ({ name, text }) => `Ligne de ${name} : « ${text} » n’appartient à aucune colonne du tableau.`,
    countDiffers: ({ thing, stated, found }) =>
      `Le texte annonce ${String(stated)} ${things[thing]}, les tableaux en contiennent ${String(found)}.`,
    breakdownDiffers: ({ thing, parts: differing }) =>
      `Parmi les ${things[thing]}, le texte annonce ${differing.map(({ kind, stated }) => `${String(stated)} ${parts[kind]}`).join(", ")} ; la colonne New / Revised donne ${differing.map(({ kind, found }) => `${String(found)} ${parts[kind]}`).join(", ")}.`,
    rowGap: ({ row, name, before }) =>
      `La ligne ${String(row)} (${name}) suit la ligne ${String(before)} : une ligne manque peut-être ou n’est pas à sa place.`,
    rowWithoutNumber: ({ name }) => `La ligne de ${name} n’est pas numérotée, contrairement à d’autres de son tableau.`,
    fieldsMissing: ({ name, fields: missing }) =>
      `Il manque à la ligne de ${name} : ${and(missing.map((field) => fields[field]))} ; les autres lignes du tableau en ont.`,
    annexTwice: ({ annex }) => `L’annexe ${annex} figure deux fois : le texte contient peut-être deux documents.`,
    plannedTwice: ({ name, line }) => `${name} est prévu deux fois : à la ligne ${String(line)} et ici.`,
    twiceInTable: ({ name, line }) =>
      `${name} figure deux fois dans un même tableau : à la ligne ${String(line)} et ici.`,
    kindByName: ({ name, byName, kind }) =>
      `${name} est « ${byName} » d’après son nom, « ${kind} » d’après sa colonne.`,
    personSpelling: ({ name, usual, line }) =>
      `« ${name} » est peut-être « ${usual} » (ligne ${String(line)}) mal orthographié.`,
    nameSpelling: ({ name, usual, line }) =>
      `« ${name} » est peut-être le texte que la ligne ${String(line)} écrit « ${usual} ».`,
    timingNotations: ({ examples }) =>
      `Les échéances suivent ${String(examples.length)} notations : ${examples.map((example) => `« ${example} »`).join(", ")}.`,
    figures: ({ row, figures, columns }) =>
      `La ligne « ${row} » porte ${String(figures)} chiffres pour ${String(columns)} colonnes ; ils ont été attribués aux premières.`,
    meetingsDiffer: ({ stated, found }) =>
      `Le texte annonce ${String(stated)} réunions de groupe du rapporteur, sa liste en compte ${String(found)}.`,
    meetingQuestionsDiffer: ({ stated, found }) =>
      `Le texte annonce des réunions de ${String(stated)} Questions, sa liste en compte ${String(found)}.`,
    exportCells: ({ cells, columns, text }) =>
      `Cette ligne a ${String(cells)} cellules pour ${String(columns)} colonnes : « ${text} ».`,
    exportCount: ({ stated, found }) =>
      `L’export annonce ${String(stated)} sujets d’étude et en contient ${String(found)}.`,
    tooManyProblems: ({ count }) =>
      `${plural(count, "autre problème n’est pas énuméré", "autres problèmes ne sont pas énumérés")}.`,
  },
  refusals: {
    empty: (name) => `${name} est vide.`,
    notText: (name) => `${name} n’est ni un texte ni un fichier lisible. ${SAVE_ANEW}`,
    noTable: (name) =>
      `${name} ne contient aucun tableau d’un résumé analytique, d’un rapport de commission d’études directrice ou d’un export du programme de travail : des titres tels que « Recommendations approved » ou « New work items » et des colonnes telles que Acronym, Q et Title ont été recherchés.`,
    otherStudyGroup: (name, { studyGroup }) => `${name} est un document de ${studyGroup}, et non de SG17.`,
    foreignFormat: (name, { format }) => `${name} est ${formats[format]}, que l’on ne peut pas lire. ${SAVE_ANEW}`,
    encrypted: (name) =>
      `${name} est chiffré. Enregistrez-le sans mot de passe, ou copiez son contenu et collez-le ici.`,
    damaged: (name) =>
      `${name} est endommagé : il n’a pas pu être décompressé. Ouvrez-le et enregistrez-le à nouveau, ou copiez son contenu et collez-le ici.`,
    limit: (name, { limit, most }) => `${name} ne peut pas être lu : ${limits[limit](most)}.`,
  },
};
