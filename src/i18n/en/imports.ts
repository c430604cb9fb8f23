/** What reading documents reports, in English. */
import type { ImportTexts } from "../imports-texts";
import { and, plural } from "./grammar";

const things: ImportTexts["things"] = {
  approved: "approved texts (TAP)",
  notApproved: "texts not approved",
  determined: "determined texts",
  consented: "consented texts",
  agreed: "agreed texts",
  newWorkItems: "new work items",
  discontinued: "discontinued work items",
  candidates: "candidate texts for the next meeting",
  outputTexts: "output texts",
};

const parts: ImportTexts["parts"] = { New: "new", Rev: "revised", Amd: "amendments", Cor: "corrigenda" };

const fields: ImportTexts["fields"] = {
  kind: "word of the New / Revised column",
  editors: "editors",
  text: "location of the text",
  timing: "timing",
  startOfWork: "start of work",
  determined: "date of determination",
  decision: "decision",
};

const formats: ImportTexts["formats"] = {
  pdf: "a PDF file",
  doc: "a Word file in the format before 2007 (.doc)",
  xls: "an Excel file in the format before 2007 (.xls)",
  rtf: "an RTF file",
  odt: "an OpenDocument file",
  pptx: "a presentation",
  picture: "a picture",
  zip: "an archive",
};

const amount = (value: number): string => value.toLocaleString("en-GB");

const limits: ImportTexts["limits"] = {
  bytes: (most) => `it is larger than ${amount(most / 1_000_000)} MB`,
  unpacked: (most) => `its contents are larger than ${amount(most / 1_000_000)} MB`,
  tables: (most) => `it contains more than ${amount(most)} tables`,
  cells: (most) => `its tables contain more than ${amount(most)} cells`,
  paragraphs: (most) => `it contains more than ${amount(most)} paragraphs`,
  depth: (most) => `it is nested more than ${amount(most)} levels deep`,
  time: (most) => `reading it took longer than ${amount(most / 1000)} seconds`,
};

const SAVE_ANEW = "Save it as .docx, .xlsx or text, or copy its contents and paste them here.";

export const imports: ImportTexts = {
  things,
  parts,
  fields,
  formats,
  limits,
  line: (line) => `line ${String(line)}`,
  row: (table, row) => `table ${String(table)}, row ${String(row)}`,
  sheetRow: (sheet, row) => `${sheet}, row ${String(row)}`,
  problems: {
    lineUnread: ({ text }) => `This line belongs to no row, heading or note: “${text}”.`,
    rowUnread: ({ text }) => `This row was not understood: “${text}”.`,
    chapterUnread: ({ title, paragraphs }) =>
      `“${title}” is not a table heading; its ${plural(paragraphs, "paragraph was", "paragraphs were")} not read.`,
    tableUnread: ({ header, rows }) =>
      `This table of ${plural(rows, "row", "rows")} has no columns of a work programme table and was not read: “${header}”.`,
    columnUnread: ({ column }) => `The column “${column}” is not read.`,
    cellUnread: ({ name, column, text }) => `${name}, ${column}: “${text}” was not understood.`,
    groupRow: ({ text }) => `The row “${text}” groups the rows below it and was not read.`,
    struckText: ({ text }) => `Struck-out text was left out: “${text}”.`,
    footnote: ({ text }) => `Footnote: “${text}”.`,
    anotherDocument: () => "Another document begins here; its annexes are read with those of the first.",
    headingMissing: ({ title }) => `“${title}” is in no annex: the heading of its annex is missing.`,
    headerWithoutHeading: () => "Column headers without a heading: the heading of this table is missing.",
    strayLetter: ({ letter }) => `“${letter})” is not followed by the heading of a table.`,
    tableKindUnknown: ({ title, rows }) =>
      `The heading${title === "" ? "" : ` “${title}”`} does not name a kind of table; choose what its ${plural(rows, "row is", "rows are")}.`,
    tableKindDoubtful: ({ title, kind }) =>
      `“${title}” may mean what was decided or what is planned; it was read as ${kind}.`,
    columnsAssumed: () => "This table has no column headers; the usual columns were assumed.",
    noName: ({ text }) => `No name of a text was recognised in the row “${text}”.`,
    nameRest: ({ name, rest }) => `In the name “${name}” the part “${rest}” was not understood.`,
    noTitle: ({ name }) => `The row of ${name} has no title.`,
    noQuestion: ({ name }) => `The row of ${name} has no lead Question.`,
    noKind: ({ name }) => `Row of ${name}: no word of the New / Revised column was found.`,
    titleEnd: ({ name, editors, rival }) =>
      `Row of ${name}: ${
        editors === ""
          ? "no editors could be separated from the title"
          : `the title may end elsewhere than before “${editors}”`
      }${rival === null ? "" : `; another possible first word of the editors is “${rival}”`}.`,
    leftOver: ({ name, text }) => `Row of ${name}: “${text}” belongs to no column of the table.`,
    countDiffers: ({ thing, stated, found }) =>
      `The text states ${String(stated)} ${things[thing]}, the tables contain ${String(found)}.`,
    breakdownDiffers: ({ thing, parts: differing }) =>
      `Of the ${things[thing]} the text states ${differing.map(({ kind, stated }) => `${String(stated)} ${parts[kind]}`).join(", ")}; the column New / Revised contains ${differing.map(({ kind, found }) => `${String(found)} ${parts[kind]}`).join(", ")}.`,
    rowGap: ({ row, name, before }) =>
      `Row ${String(row)} (${name}) follows row ${String(before)}: a row may be missing or out of order.`,
    rowWithoutNumber: ({ name }) => `The row of ${name} has no row number, others of its table have.`,
    fieldsMissing: ({ name, fields: missing }) =>
      `The row of ${name} has ${and(missing.map((field) => `no ${fields[field]}`))}; the other rows of its table have.`,
    annexTwice: ({ annex }) => `Annex ${annex} appears twice: the text may contain two documents.`,
    plannedTwice: ({ name, line }) => `${name} is planned twice: in line ${String(line)} and here.`,
    twiceInTable: ({ name, line }) => `${name} is twice in one table: in line ${String(line)} and here.`,
    kindByName: ({ name, byName, kind }) => `${name} is “${byName}” by its name, “${kind}” by its column.`,
    personSpelling: ({ name, usual, line }) =>
      `“${name}” may be “${usual}” (line ${String(line)}) with a spelling error.`,
    nameSpelling: ({ name, usual, line }) => `“${name}” may be the text that line ${String(line)} spells “${usual}”.`,
    timingNotations: ({ examples }) =>
      `Timings are printed in ${String(examples.length)} notations: ${examples.map((example) => `“${example}”`).join(", ")}.`,
    figures: ({ row, figures, columns }) =>
      `The row “${row}” prints ${String(figures)} figures for ${String(columns)} columns; they were read as the first ones.`,
    meetingsDiffer: ({ stated, found }) =>
      `The text announces ${String(stated)} rapporteur group meetings, its list has ${String(found)}.`,
    meetingQuestionsDiffer: ({ stated, found }) =>
      `The text announces meetings of ${String(stated)} Questions, its list has ${String(found)}.`,
    exportCells: ({ cells, columns, text }) =>
      `This row has ${String(cells)} cells for ${String(columns)} columns: “${text}”.`,
    exportCount: ({ stated, found }) => `The export states ${String(stated)} work items and contains ${String(found)}.`,
    tooManyProblems: ({ count }) => `${plural(count, "more problem is", "more problems are")} not listed.`,
  },
  refusals: {
    empty: (name) => `${name} is empty.`,
    notText: (name) => `${name} is neither text nor a file that can be read. ${SAVE_ANEW}`,
    noTable: (name) =>
      `${name} contains no table of an executive summary, a lead study group report or a work programme export, with a heading such as “Recommendations approved” or “New work items” and columns such as Acronym, Q and Title.`,
    otherStudyGroup: (name, { studyGroup }) => `${name} is a document of ${studyGroup}, not of SG17.`,
    foreignFormat: (name, { format }) => `${name} is ${formats[format]}, which cannot be read. ${SAVE_ANEW}`,
    encrypted: (name) => `${name} is encrypted. Save it without a password, or copy its contents and paste them here.`,
    damaged: (name) =>
      `${name} is damaged: it could not be unpacked. Open and save it again, or copy its contents and paste them here.`,
    limit: (name, { limit, most }) => `${name} cannot be read: ${limits[limit](most)}.`,
  },
};
