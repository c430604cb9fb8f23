/** Word and Excel files for tests, made of the parts given. */
import { strToU8, zipSync } from "fflate";

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

/** A paragraph of a Word document. */
export function wordParagraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

/** A table of a Word document. */
export function wordTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `<w:tc>${wordParagraph(text)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

/** A Word document with this body. */
export function wordFile(body: string, parts: Record<string, string> = {}): Uint8Array {
  const document = `<?xml version="1.0"?><w:document ${WORD}><w:body>${body}</w:body></w:document>`;
  const files = { "[Content_Types].xml": "<Types/>", "word/document.xml": document, ...parts };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A workbook whose sheets hold these rows; `state` of a sheet may be "hidden". */
export function excelFile(
  sheets: readonly { name: string; rows: readonly (readonly string[])[]; state?: string; merges?: readonly string[] }[],
): Uint8Array {
  const list = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${String(index + 1)}" ${state ? `state="${state}" ` : ""}r:id="rId${String(index + 1)}"/>`,
  );
  const relationships = sheets.map(
    (_, index) => `<Relationship Id="rId${String(index + 1)}" Target="worksheets/sheet${String(index + 1)}.xml"/>`,
  );
  const files: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relationships.join("")}</Relationships>`,
  };
  sheets.forEach(({ rows, merges = [] }, index) => {
    const printed = rows.map((row, at) => {
      const cells = row.map((text, column) => {
        const reference = `${String.fromCharCode(65 + column)}${String(at + 1)}`;
        return text === "" ? "" : `<c r="${reference}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
      });
      return `<row r="${String(at + 1)}">${cells.join("")}</row>`;
    });
    const merged = merges.map((reference) => `<mergeCell ref="${reference}"/>`).join("");
    files[`xl/worksheets/sheet${String(index + 1)}.xml`] =
      `<worksheet><sheetData>${printed.join("")}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
