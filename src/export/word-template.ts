/**
 * Puts the text of a generated Word document into a user's own one, which keeps its styles, headers, footers and page. Parts are edited as
 * text: what is not replaced stays as it is, byte for byte.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from "fflate";

const DOCUMENT = "word/document.xml";
const STYLES = "word/styles.xml";
const NUMBERING = "word/numbering.xml";
const RELATIONS = "word/_rels/document.xml.rels";
const TYPES = "[Content_Types].xml";

/** No template is larger, unpacked. */
const LARGEST = 50_000_000;

/** A file that is no Word document, or too large. */
export class TemplateError extends Error {}

/** The parts of a Word file. */
export type WordParts = Unzipped;

/**
 * Returns the parts of a template.
 * @throws TemplateError where the file is no Word document
 */
export function templateParts(bytes: Uint8Array): WordParts {
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > LARGEST) throw new TemplateError();
        return true;
      },
    });
    if (parts[DOCUMENT] && parts[TYPES] && parts[STYLES]) return parts;
  } catch {
    // No archive.
  }
  throw new TemplateError();
}

const textOf = (parts: WordParts, name: string): string => strFromU8(parts[name] ?? new Uint8Array());

interface Body {
  before: string;
  content: string;
  /** The properties of the last section: page, margins, headers and footers. */
  section: string;
  after: string;
}

function bodyOf(parts: WordParts): Body {
  const xml = textOf(parts, DOCUMENT);
  const start = xml.indexOf(">", xml.indexOf("<w:body")) + 1;
  const end = xml.lastIndexOf("</w:body>");
  if (start === 0 || end < 0) throw new TemplateError();
  const lastBlock = Math.max(...["</w:p>", "</w:tbl>", "</w:sdt>"].map((tag) => xml.lastIndexOf(tag, end)), start);
  const properties = xml.indexOf("<w:sectPr", lastBlock);
  const section = properties < 0 || properties > end ? end : properties;
  return {
    before: xml.slice(0, start),
    content: xml.slice(start, section),
    section: xml.slice(section, end),
    after: xml.slice(end),
  };
}

/** Returns the width between the margins of a template's pages, in twentieths of a point; null where it does not say. */
export function textWidthOf(parts: WordParts): number | null {
  const { section } = bodyOf(parts);
  const number = (element: string, attribute: string): number =>
    Number(new RegExp(`<w:${element}\\b[^>]*\\bw:${attribute}="(\\d+)"`).exec(section)?.[1] ?? NaN);
  const width = number("pgSz", "w") - number("pgMar", "left") - number("pgMar", "right");
  return Number.isFinite(width) && width > 0 ? width : null;
}

interface Style {
  id: string;
  xml: string;
}

/** The paragraph styles of a document by their names, which are English in every language of Word. */
function stylesOf(parts: WordParts): Map<string, Style> {
  const styles = new Map<string, Style>();
  for (const [xml, attributes = ""] of textOf(parts, STYLES).matchAll(/<w:style\b([^>]*)>.*?<\/w:style>/gs)) {
    const id = /\bw:styleId="([^"]*)"/.exec(attributes)?.[1];
    const name = /<w:name w:val="([^"]*)"/.exec(xml)?.[1];
    if (id !== undefined && name !== undefined && attributes.includes('w:type="paragraph"'))
      styles.set(name.toLowerCase(), { id, xml });
  }
  return styles;
}

const highest = (xml: string, pattern: RegExp): number =>
  Math.max(0, ...[...xml.matchAll(pattern)].map(([, id]) => Number(id)));

/** Adds the lists of the generated document to those of the template. Returns what its lists are shifted by. */
function addNumbering(parts: WordParts, generated: WordParts): { part: string; shift: number } {
  const own = textOf(generated, NUMBERING);
  const template = textOf(parts, NUMBERING);
  if (template === "") return { part: own, shift: 0 };
  const abstractShift = highest(template, /w:abstractNumId="(\d+)"/g) + 1;
  const shift = highest(template, /<w:num w:numId="(\d+)"/g);
  const shifted = (xml: string): string =>
    xml
      // The template may not declare the namespaces of later versions of Word.
      .replace(/ (?!w:|xmlns)\w+:\w+="[^"]*"/g, "")
      .replace(
        /(<w:abstractNum\b[^>]*w:abstractNumId=")(\d+)/g,
        (_, tag: string, id: string) => `${tag}${Number(id) + abstractShift}`,
      )
      .replace(
        /(<w:abstractNumId w:val=")(\d+)/g,
        (_, tag: string, id: string) => `${tag}${Number(id) + abstractShift}`,
      )
      .replace(/(<w:num\b[^>]*w:numId=")(\d+)/g, (_, tag: string, id: string) => `${tag}${Number(id) + shift}`);
  const abstract = shifted([...own.matchAll(/<w:abstractNum\b.*?<\/w:abstractNum>/gs)].map(([xml]) => xml).join(""));
  const lists = shifted([...own.matchAll(/<w:num\b.*?<\/w:num>/gs)].map(([xml]) => xml).join(""));
  // All abstract lists come before the lists that use them.
  const firstList = /<w:num\b/.exec(template)?.index ?? template.lastIndexOf("</w:numbering>");
  const end = /<w:numIdMacAtCleanup\b/.exec(template)?.index ?? template.lastIndexOf("</w:numbering>");
  return {
    part: template.slice(0, firstList) + abstract + template.slice(firstList, end) + lists + template.slice(end),
    shift,
  };
}

const NUMBERING_RELATION =
  '<Relationship Id="rIdSG17Numbering" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>';
const NUMBERING_TYPE =
  '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>';

const insertBefore = (xml: string, tag: string, inserted: string): string => {
  const at = xml.lastIndexOf(tag);
  return at < 0 ? xml : xml.slice(0, at) + inserted + xml.slice(at);
};

/** Returns a Word file with the text of the generated one, and everything else of the template. */
export function intoTemplate(generatedBytes: Uint8Array, parts: WordParts): Uint8Array {
  const generated = unzipSync(generatedBytes);
  const body = bodyOf(parts);
  const own = bodyOf(generated);
  const templateStyles = stylesOf(parts);
  const added: string[] = [];
  const ids = new Map<string, string>();
  for (const [name, { id, xml }] of stylesOf(generated)) {
    const style = templateStyles.get(name);
    ids.set(id, style?.id ?? id);
    if (!style && own.content.includes(`<w:pStyle w:val="${id}"`)) added.push(xml);
  }
  const { part, shift } = addNumbering(parts, generated);
  const content = own.content
    .replace(/(<w:pStyle w:val=")([^"]*)/g, (_, tag: string, id: string) => tag + (ids.get(id) ?? id))
    .replace(/(<w:numId w:val=")(\d+)/g, (_, tag: string, id: string) => `${tag}${Number(id) + shift}`);
  // A template opens as a document.
  let types = textOf(parts, TYPES).replace("wordprocessingml.template.main+xml", "wordprocessingml.document.main+xml");
  let relations = textOf(parts, RELATIONS);
  if (!parts[NUMBERING]) {
    types = insertBefore(types, "</Types>", NUMBERING_TYPE);
    relations = insertBefore(relations, "</Relationships>", NUMBERING_RELATION);
  }
  return zipSync({
    ...parts,
    [DOCUMENT]: strToU8(body.before + content + body.section + body.after),
    [STYLES]: strToU8(insertBefore(textOf(parts, STYLES), "</w:styles>", added.join(""))),
    [NUMBERING]: strToU8(part),
    [RELATIONS]: strToU8(relations),
    [TYPES]: strToU8(types),
  });
}
