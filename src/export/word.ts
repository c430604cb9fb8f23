/**
 * Writes a printed report as a Word document: tables with repeated header rows, heading styles, A4 landscape. The docx library is
 * large: import this module only when a document is requested.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import {
  columnShares,
  NOTE_PREFIX,
  type PrintedAnnex,
  type PrintedChapter,
  type PrintedReport,
  type PrintedTable,
} from "../domain/annexes/printed";
import { intoTemplate, templateParts, textWidthOf } from "./word-template";

export { TemplateError } from "./word-template";

/** In twentieths of a point: A4 portrait, rotated for landscape, with margins of two centimetres. */
const PAGE = { width: 11906, height: 16838, margin: 1134 };
const TEXT_WIDTH = PAGE.height - 2 * PAGE.margin;
const CELL_MARGINS = { top: 40, bottom: 40, left: 70, right: 70 };
const RULE = { style: BorderStyle.SINGLE, size: 4, color: "8A8886" };
const BORDERS = { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE };
const BODY_HALF_POINTS = 18;

/** Characters that XML 1.0 forbids. */
// eslint-disable-next-line no-control-regex -- these very characters are what XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const run = (text: string, bold = false) =>
  new TextRun({ text: text.replace(FORBIDDEN, ""), ...(bold ? { bold } : {}) });

function cell(text: string, width: number, header: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: CELL_MARGINS,
    ...(header ? { shading: { type: ShadingType.CLEAR, fill: "E8EEF7", color: "auto" } } : {}),
    children: text.split("\n").map((line) => new Paragraph({ children: [run(line, header)], keepNext: header })),
  });
}

function table({ headers, rows, columnWidths }: PrintedTable, pageWidth: number): Table {
  const widths = columnShares({ columnWidths }).map((share) => Math.round(share * pageWidth));
  const row = (texts: string[], header: boolean) =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: texts.map((text, index) => cell(text, widths[index] ?? 0, header)),
    });
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: pageWidth, type: WidthType.DXA },
    borders: BORDERS,
    rows: [row(headers, true), ...rows.map((texts) => row(texts, false))],
  });
}

function chapter({ heading, lines, table: interim }: PrintedChapter, width: number): (Paragraph | Table)[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(heading)] }),
    ...lines.map(
      ({ level, text }) =>
        new Paragraph({ ...(level > 0 ? { bullet: { level: level - 1 } } : {}), children: [run(text)] }),
    ),
    ...(interim ? [table(interim, width)] : []),
  ];
}

function annex(
  { label, title, introduction, sections }: PrintedAnnex,
  first: boolean,
  width: number,
): (Paragraph | Table)[] {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: !first,
    children: [run(label)],
  });
  const name = new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(title)] });
  const body = sections.flatMap((section) => [
    ...(section.heading ? [new Paragraph({ heading: HeadingLevel.HEADING_3, children: [run(section.heading)] })] : []),
    table(section.table, width),
    ...section.notes.map((note) => new Paragraph({ style: "Note", children: [run(`${NOTE_PREFIX}${note}`)] })),
    ...section.remarks.map((line) => new Paragraph({ style: "Note", children: [run(line)] })),
    new Paragraph({ children: [] }),
  ]);
  return [heading, name, ...(introduction ? [new Paragraph({ children: [run(introduction)] })] : []), ...body];
}

function build(report: PrintedReport, width: number): Document {
  const [title = "", ...lines] = report.title;
  return new Document({
    title: report.title.join(" – "),
    creator: "SG17 Work Programme",
    styles: {
      default: {
        document: { run: { font: "Calibri", size: BODY_HALF_POINTS }, paragraph: { spacing: { after: 40 } } },
        heading1: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 120, after: 60 } } },
        heading2: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 60, after: 120 } } },
        heading3: { run: { size: 20, bold: true }, paragraph: { spacing: { before: 160, after: 80 }, keepNext: true } },
      },
      paragraphStyles: [
        {
          id: "Note",
          name: "Note",
          basedOn: "Normal",
          run: { size: 16 },
          paragraph: { spacing: { before: 40, after: 0 } },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }),
          ...lines.map((line) => new Paragraph({ children: [run(line, true)] })),
          ...report.chapters.flatMap((printedChapter) => chapter(printedChapter, width)),
          ...report.annexes.flatMap((printedAnnex, index) =>
            annex(printedAnnex, index === 0 && report.chapters.length === 0, width),
          ),
        ],
      },
    ],
  });
}

/**
 * Returns the bytes of a .docx file.
 * @param template a Word file whose styles, headers, footers and page are used
 * @throws TemplateError where the template is no Word file
 */
export async function wordDocument(report: PrintedReport, template: Uint8Array | null = null): Promise<Uint8Array> {
  const parts = template && templateParts(template);
  const width = (parts && textWidthOf(parts)) ?? TEXT_WIDTH;
  const bytes = new Uint8Array(await Packer.toArrayBuffer(build(report, width)));
  return parts ? intoTemplate(bytes, parts) : bytes;
}
