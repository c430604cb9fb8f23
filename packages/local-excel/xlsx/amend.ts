/** Writes into a finished file what excelize-wasm cannot: answers of formulas, total rows, filters, protection, threaded comments, cell styles. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { XMLParser } from "fast-xml-parser";
import { placeCharts, turnAxisTitles } from "./amend-charts";
import { builtInId } from "./built-in-ids";
import { People, threadedComments, type NumberedComment } from "./comments";
import { filterColumns } from "./filters";
import { withAnswers } from "./formula-answers";
import { protectionXml } from "./protection";
import type { SheetSnapshot, TableSnapshot } from "./snapshot";
import { escaped } from "./xml";

type Parts = Record<string, Uint8Array>;

/** A cell style of the file: the ids that its cells have, and the id of a cell that has nothing but it. */
export interface NamedStyle {
  readonly id: string;
  readonly name: string;
  readonly model: number;
  readonly cells: ReadonlySet<number>;
}

export interface Amendments {
  readonly sheets: readonly SheetSnapshot[];
  readonly comments: ReadonlyMap<string, readonly NumberedComment[]>;
  readonly styles: readonly NamedStyle[];
}

const THREADED = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";
const PERSON = "http://schemas.microsoft.com/office/2017/10/relationships/person";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  // An apostrophe in the name of a sheet is written as a number.
  htmlEntities: true,
  isArray: (name) => name === "sheet" || name === "Relationship",
});

interface Relationships {
  Relationships?: { Relationship?: Record<"@Id" | "@Target", string>[] };
}

/** The parts of the sheets, by the names of the sheets. */
export function sheetParts(parts: Parts): Map<string, string> {
  const parse = (name: string): unknown => parser.parse(strFromU8(parts[name] ?? new Uint8Array()));
  const workbook = parse("xl/workbook.xml") as { workbook: { sheets: { sheet: Record<"@name" | "@r:id", string>[] } } };
  const links = (parse("xl/_rels/workbook.xml.rels") as Relationships).Relationships?.Relationship ?? [];
  const targets = new Map(links.map((link) => [link["@Id"], link["@Target"].replace(/^\/?(xl\/)?/, "xl/")]));
  return new Map(
    workbook.workbook.sheets.sheet.map((sheet) => [String(sheet["@name"]), targets.get(sheet["@r:id"]) ?? ""]),
  );
}

function edit(parts: Parts, name: string, work: (xml: string) => string): void {
  const part = parts[name];
  if (part) parts[name] = strToU8(work(strFromU8(part)));
}

const relationshipsOf = (part: string): string => part.replace(/([^/]+)$/, "_rels/$1.rels");

function relate(parts: Parts, part: string, type: string, target: string): void {
  const name = relationshipsOf(part);
  const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
  parts[name] ??= strToU8(empty);
  edit(parts, name, (xml) => {
    const id = `rIdL${String(xml.split("<Relationship ").length)}`;
    const link = `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
    return xml.replace("</Relationships>", () => `${link}</Relationships>`);
  });
}

function declare(parts: Parts, part: string, type: string): void {
  const override = `<Override PartName="/${part}" ContentType="application/vnd.ms-excel.${type}+xml"/>`;
  edit(parts, "[Content_Types].xml", (xml) => xml.replace("</Types>", () => `${override}</Types>`));
}

function amendTable(xml: string, table: TableSnapshot): string {
  // The library moves a table without a header row down by one, and knows no total rows.
  let amended = xml.replace(/(<table\b[^>]*?\bref=")[^"]*"/, (_all, begin: string) => `${begin}${table.address}"`);
  if (table.showTotals === true) {
    amended = amended.replace(/\stotalsRowShown="\d"/, "").replace("<table ", '<table totalsRowCount="1" ');
  }
  if (table.columns) {
    let index = 0;
    amended = amended.replace(
      /(<tableColumn\b[^>]*?\bname=")[^"]*"/g,
      (_all, begin: string) => `${begin}${escaped(table.columns?.[index++] ?? "")}"`,
    );
  }
  return table.filters ? withCriteria(amended, filterColumns(table.filters)) : amended;
}

const withCriteria = (xml: string, columns: string): string =>
  xml.replace(
    /<autoFilter\b([^>]*?)(?:\/>|>[^]*?<\/autoFilter>)/,
    (_all, attributes: string) => `<autoFilter${attributes}>${columns}</autoFilter>`,
  );

/** Elements of a sheet have a fixed order: protection and filter follow the data. */
function amendSheet(xml: string, sheet: SheetSnapshot): string {
  const { protection, autoFilter } = sheet;
  let amended = withAnswers(xml, sheet);
  if (autoFilter) amended = withCriteria(amended, filterColumns(autoFilter.criteria));
  if (protection)
    amended = amended.replace(/<\/sheetData>|<sheetData\s*\/>/, (end) => `${end}${protectionXml(protection)}`);
  return amended;
}

/** Names the cell styles: a list of models, a list of names, and in every cell format the model that it follows. */
function amendStyles(xml: string, styles: readonly NamedStyle[]): string {
  if (styles.length === 0) return xml;
  const formats = /<cellXfs\b[^>]*>([^]*?)<\/cellXfs>/.exec(xml)?.[1]?.match(/<xf\b[^]*?(?:\/>|<\/xf>)/g) ?? [];
  // "<xf …/>" ends itself; the pattern above stops at the first end, so a format with children is joined again here.
  const whole = formats.map((format) =>
    format.includes("</xf>") || /^<xf\b[^>]*\/>$/.test(format) ? format : `${format}</xf>`,
  );
  const set = (format: string, model: number): string =>
    format.replace(/\sxfId="\d+"/, "").replace(/^<xf\b/, `<xf xfId="${String(model)}"`);
  const models = styles.map(({ model }) => (whole[model] ?? "<xf/>").replace(/\sxfId="\d+"/, ""));
  const cells = whole.map((format, id) => {
    const index = styles.findIndex((style) => style.cells.has(id));
    return index < 0 ? format : set(format, index + 1);
  });
  const names = styles.map(({ id, name }, index) => {
    const builtIn = builtInId(id);
    const attribute = builtIn === undefined ? "" : ` builtinId="${String(builtIn)}"`;
    return `<cellStyle name="${escaped(name)}" xfId="${String(index + 1)}"${attribute}/>`;
  });
  return xml
    .replace(/<cellStyleXfs\b[^>]*>([^]*?)<\/cellStyleXfs>/, (_all, inner: string) => {
      const [first = "<xf/>"] = inner.match(/<xf\b[^>]*\/>|<xf\b[^]*?<\/xf>/g) ?? [];
      return `<cellStyleXfs count="${String(models.length + 1)}">${first}${models.join("")}</cellStyleXfs>`;
    })
    .replace(
      /<cellXfs\b[^>]*>[^]*?<\/cellXfs>/,
      () => `<cellXfs count="${String(cells.length)}">${cells.join("")}</cellXfs>`,
    )
    .replace(/<cellStyles\b[^>]*>[^]*?<\/cellStyles>/, () => {
      const normal = '<cellStyle name="Normal" xfId="0" builtinId="0"/>';
      return `<cellStyles count="${String(names.length + 1)}">${normal}${names.join("")}</cellStyles>`;
    });
}

function addComments(parts: Parts, sheets: ReadonlyMap<string, string>, amendments: Amendments): void {
  const people = new People();
  let number = 0;
  for (const [sheet, comments] of amendments.comments) {
    const part = sheets.get(sheet);
    if (part === undefined || comments.length === 0) continue;
    number += 1;
    const name = `xl/threadedComments/threadedComment${String(number)}.xml`;
    parts[name] = strToU8(threadedComments(comments, people));
    declare(parts, name, "threadedcomments");
    relate(parts, part, THREADED, name.replace("xl/", "../"));
  }
  if (!people.any) return;
  parts["xl/persons/person.xml"] = strToU8(people.xml());
  declare(parts, "xl/persons/person.xml", "person");
  relate(parts, "xl/workbook.xml", PERSON, "persons/person.xml");
}

/** The file with everything that the library left out. */
export function amend(bytes: Uint8Array, amendments: Amendments): Uint8Array {
  const parts: Parts = unzipSync(bytes);
  const sheets = sheetParts(parts);
  const tables = amendments.sheets.flatMap((sheet) => sheet.tables);
  for (const sheet of amendments.sheets) {
    const part = sheets.get(sheet.name) ?? "";
    edit(parts, part, (xml) => amendSheet(xml, sheet));
    const [drawing] =
      /drawings\/drawing\d+\.xml/.exec(strFromU8(parts[relationshipsOf(part)] ?? new Uint8Array())) ?? [];
    if (drawing !== undefined) edit(parts, `xl/${drawing}`, (xml) => placeCharts(xml, sheet));
  }
  for (const name of Object.keys(parts).filter((part) => /^xl\/tables\/[^/]+\.xml$/.test(part))) {
    edit(parts, name, (xml) => {
      const table = tables.find((one) => xml.includes(`displayName="${escaped(one.name)}"`));
      return table ? amendTable(xml, table) : xml;
    });
  }
  for (const name of Object.keys(parts).filter((part) => /^xl\/charts\/[^/]+\.xml$/.test(part)))
    edit(parts, name, turnAxisTitles);
  edit(parts, "xl/styles.xml", (xml) => amendStyles(xml, amendments.styles));
  addComments(parts, sheets, amendments);
  return zipSync(parts);
}
