/** A report in a user's own Word template: the template's styles, header, footer and page stay; its text is that of the report. */
import { Document, Footer, Header, Packer, PageOrientation, Paragraph } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { compareReports, generateExecutiveSummary, generateStatistics, printReport } from "../../src/domain/annexes";
import { joinDocuments } from "../../src/domain/merge";
import { wordDocument } from "../../src/export/word";
import { TemplateError } from "../../src/export/word-template";
import { readBytes } from "../../src/import/bytes";
import { readSeeds } from "../../src/import/seeds";

const PROGRAMME = joinDocuments(readSeeds());
const REPORT = generateExecutiveSummary(PROGRAMME, "2023-09");
const PRINTED = printReport(REPORT, generateStatistics(PROGRAMME, "2023-09"), PROGRAMME);

const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

/** A template as a French Word writes one: other identifiers of styles, a header, portrait pages, lists of its own. */
async function template({ lists = true } = {}): Promise<Uint8Array> {
  const text = [
    new Paragraph({ text: "Texte à remplacer" }),
    ...(lists ? [new Paragraph({ text: "Liste", bullet: { level: 0 } })] : []),
  ];
  const document = new Document({
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838, orientation: PageOrientation.PORTRAIT } } },
        headers: { default: new Header({ children: [new Paragraph("Union internationale des télécommunications")] }) },
        footers: { default: new Footer({ children: [new Paragraph("Commission d’études 17")] }) },
        children: text,
      },
    ],
  });
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  const styles = strFromU8(parts["word/styles.xml"] ?? new Uint8Array()).replaceAll("Heading1", "Titre1");
  parts["word/styles.xml"] = strToU8(styles);
  if (!lists) {
    delete parts["word/numbering.xml"];
    const relations = "word/_rels/document.xml.rels";
    for (const name of [relations, "[Content_Types].xml"]) {
      const xml = strFromU8(parts[name] ?? new Uint8Array());
      parts[name] = strToU8(xml.replace(/<(?:Relationship|Override)\b[^>]*numbering\.xml"[^>]*\/>/, ""));
    }
  }
  return zipSync(parts);
}

test.each([true, false])(
  "keeps styles, header, footer and page of the template (with lists of its own: %s)",
  async (lists) => {
    const own = await template({ lists });
    const bytes = await wordDocument(PRINTED, own);
    for (const name of ["word/header1.xml", "word/footer1.xml"]) expect(partOf(bytes, name)).toBe(partOf(own, name));
    const document = partOf(bytes, "word/document.xml");
    expect(document).not.toContain("Texte à remplacer");
    expect(document).toContain('<w:pStyle w:val="Titre1"/>');
    expect(document).not.toContain('<w:pStyle w:val="Heading1"/>');
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"[^>]*>/);
    // The tables are as wide as the template's page between its margins.
    const margins = /<w:pgMar [^>]*w:right="(\d+)"[^>]*w:left="(\d+)"/.exec(document);
    expect(document).toContain(`<w:tblW w:type="dxa" w:w="${11906 - Number(margins?.[1]) - Number(margins?.[2])}"/>`);
    const styles = partOf(bytes, "word/styles.xml");
    for (const [, id = ""] of document.matchAll(/<w:pStyle w:val="([^"]*)"/g))
      expect(styles).toContain(`w:styleId="${id}"`);
    const numbering = partOf(bytes, "word/numbering.xml");
    for (const [, id = ""] of document.matchAll(/<w:numId w:val="([^"]*)"/g))
      expect(numbering.match(new RegExp(`<w:num [^>]*w:numId="${id}"`, "g"))).toHaveLength(1);
    const abstract = [...numbering.matchAll(/<w:abstractNum [^>]*w:abstractNumId="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(abstract).size).toBe(abstract.length);
  },
);

test("reads back as the same record", async () => {
  const back = await readBytes(await wordDocument(PRINTED, await template()), "report.docx");
  if ("notADocument" in back) throw new Error(back.notADocument.code);
  expect(compareReports(back, REPORT)).toEqual([]);
  expect(back.rgms).toHaveLength(10);
});

test("a file that is no Word document is refused", async () => {
  for (const bytes of [new Uint8Array([1, 2, 3]), zipSync({ "xl/workbook.xml": strToU8("<workbook/>") })])
    await expect(wordDocument(PRINTED, bytes)).rejects.toThrow(TemplateError);
});
