/** Reads from an .xlsx file's own XML what excelize-wasm cannot read back: conditional formats, headers and footers. */
import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { columnIndex, columnName } from "../host/a1";
import { builtInName } from "./built-in-ids";
import type { LineSizes } from "./chart-corners";
import { readCharts } from "./read-charts";
import { readThreadedComments, type PersonListXml, type ThreadedCommentsXml } from "./comments";
import { readFilters, type AutoFilterXml } from "./filters";
import { readProtection } from "./protection";
import type {
  ChartSnapshot,
  CommentSnapshot,
  ConditionalFormatSnapshot,
  FilterSnapshot,
  HyperlinkSnapshot,
  PageSnapshot,
  ProtectionSnapshot,
  RowSnapshot,
} from "./snapshot";

interface Relationship {
  "@Id": string;
  "@Target": string;
  "@Type": string;
}
interface TableXml {
  table?: {
    "@displayName": string;
    "@totalsRowCount"?: string;
    "@headerRowCount"?: string;
    autoFilter?: AutoFilterXml | "";
    tableColumns?: { tableColumn?: { "@name": string }[] };
  };
}
interface Differential {
  font?: { color?: { "@rgb"?: string }; b?: unknown };
  fill?: { patternFill?: { bgColor?: { "@rgb"?: string }; fgColor?: { "@rgb"?: string } } };
}
interface Rule {
  "@type": string;
  "@operator"?: string;
  "@dxfId"?: string;
  formula?: string[];
}
interface SheetXml {
  worksheet: {
    conditionalFormatting?: { "@sqref": string; cfRule: Rule[] }[];
    headerFooter?: { oddHeader?: string; oddFooter?: string };
    sheetProtection?: Record<string, string>;
    autoFilter?: AutoFilterXml;
    hyperlinks?: { hyperlink?: Record<string, string>[] };
  };
}

/** What one sheet's XML adds to its snapshot. */
export interface SheetParts {
  conditionalFormats: ConditionalFormatSnapshot[];
  page: Pick<PageSnapshot, "header" | "footer">;
  /** Cells of array formulas, by the address of the formula. */
  spills: Record<string, string>;
  charts: (sizes: LineSizes) => ChartSnapshot[];
  comments: CommentSnapshot[];
  hyperlinks: HyperlinkSnapshot[];
  protection: ProtectionSnapshot | undefined;
  autoFilter: { address: string; criteria: FilterSnapshot } | undefined;
  rows: RowSnapshot[];
  /** Cells side by side with the same format, by the format's id; cells without one are left out. */
  formats: { address: string; id: number }[];
  tables: Map<string, TablePart>;
}

/** What one table's XML adds to its snapshot. */
export interface TablePart {
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly columns: string[];
  readonly filters: FilterSnapshot;
}

const LISTS = [
  "sheet",
  "Relationship",
  "conditionalFormatting",
  "cfRule",
  "dxf",
  "formula",
  "filterColumn",
  "filter",
  "dateGroupItem",
  "customFilter",
  "hyperlink",
  "threadedComment",
  "person",
  "tableColumn",
];
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  // Quotation marks are written as &#34;, which the parser decodes only on request.
  htmlEntities: true,
  isArray: (name) => LISTS.includes(name),
});

const css = (rgb: string | undefined) => (rgb ? `#${rgb.slice(-6).toUpperCase()}` : undefined);

function conditionalFormat(address: string, rule: Rule, styles: Differential[]): ConditionalFormatSnapshot | null {
  const formula = rule.formula?.[0];
  if (formula === undefined) return null;
  const word = rule["@type"] === "cellIs" && rule["@operator"] === "equal" ? /^"(.*)"$/s.exec(formula)?.[1] : undefined;
  if (word === undefined && rule["@type"] !== "expression") return null;
  const style = styles[Number(rule["@dxfId"])];
  const color = css(style?.font?.color?.["@rgb"]);
  const fill = css(style?.fill?.patternFill?.bgColor?.["@rgb"] ?? style?.fill?.patternFill?.fgColor?.["@rgb"]);
  return {
    address,
    rule: word === undefined ? { formula: `=${formula}` } : { equals: word.replaceAll('""', '"') },
    ...(color ? { color } : {}),
    ...(fill ? { fill } : {}),
    ...(style?.font && "b" in style.font ? { bold: true } : {}),
  };
}

/** The cells of array formulas: only the first has the formula, the others hold what it answered last. */
function spillsOf(sheet: string): Record<string, string> {
  const spills: Record<string, string> = {};
  for (const [, attributes = ""] of sheet.matchAll(/<f\b([^>]*)>/g)) {
    const area = /\bt="array"/.test(attributes) ? /\bref="([A-Z0-9:]+)"/.exec(attributes)?.[1] : undefined;
    if (area?.includes(":")) spills[area.replace(/:.*$/, "")] = area;
  }
  return spills;
}

const POINTS_TO_PIXELS = 4 / 3;

/** Rows that are hidden or whose height somebody set. */
function rowsOf(sheet: string): RowSnapshot[] {
  const rows: RowSnapshot[] = [];
  for (const [, attributes = ""] of sheet.matchAll(/<row\b([^>]*)>/g)) {
    const value = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    const hidden = value("hidden") === "1" || value("hidden") === "true";
    const height = value("customHeight") === undefined ? undefined : Number(value("ht"));
    if (!hidden && height === undefined) continue;
    rows.push({
      index: Number(value("r")) - 1,
      ...(height === undefined ? {} : { height: Math.round(height * POINTS_TO_PIXELS) }),
      ...(hidden ? { hidden } : {}),
    });
  }
  return rows;
}

const columnOf = (cell: string): string => cell.replace(/\d+$/, "");

/** The formats of all cells, also of those without a value. */
function formatsOf(sheet: string): { address: string; id: number }[] {
  const runs: { from: string; to: string; id: number; next: string }[] = [];
  for (const [, attributes = ""] of sheet.matchAll(/<c\b([^>]*)>/g)) {
    const cell = /\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? "";
    const id = Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? "0");
    if (id === 0 || cell === "") continue;
    const next = `${columnName(columnIndex(columnOf(cell)) + 1)}${cell.slice(columnOf(cell).length)}`;
    const last = runs.at(-1);
    if (last?.next === cell && last.id === id) Object.assign(last, { to: cell, next });
    else runs.push({ from: cell, to: cell, id, next });
  }
  return runs.map(({ from, to, id }) => ({ address: from === to ? from : `${from}:${to}`, id }));
}

function hyperlinksOf(sheet: SheetXml, links: readonly Relationship[]): HyperlinkSnapshot[] {
  return (sheet.worksheet.hyperlinks?.hyperlink ?? []).map((link) => {
    const target = links.find((one) => one["@Id"] === link["@r:id"])?.["@Target"];
    return {
      address: link["@ref"] ?? "",
      ...(target === undefined ? {} : { target }),
      ...(link["@location"] === undefined ? {} : { location: link["@location"] }),
      ...(link["@tooltip"] === undefined ? {} : { tip: link["@tooltip"] }),
    };
  });
}

function tablePart({ table }: TableXml): [string, TablePart] {
  return [
    table?.["@displayName"] ?? "",
    {
      showHeaders: table?.["@headerRowCount"] !== "0",
      showTotals: table?.["@totalsRowCount"] === "1",
      columns: (table?.tableColumns?.tableColumn ?? []).map((column) => column["@name"]),
      filters: readFilters(table?.autoFilter),
    },
  ];
}

/** By sheet name. Parts that are missing or of a kind the local Excel does not know are passed over. */
export function readParts(bytes: Uint8Array): Map<string, SheetParts> {
  const files = unzipSync(bytes, {
    filter: ({ name }) =>
      /^xl\/(workbook|styles|worksheets\/|drawings\/|charts\/|tables\/|threadedComments\/|persons\/|_rels\/)/.test(
        name,
      ),
  });
  const xml = (name: string): unknown => parser.parse(strFromU8(files[name] ?? new Uint8Array()));
  const workbook = xml("xl/workbook.xml") as { workbook: { sheets: { sheet: Record<"@name" | "@r:id", string>[] } } };
  const links = xml("xl/_rels/workbook.xml.rels") as { Relationships: { Relationship: Relationship[] } };
  const styles = xml("xl/styles.xml") as { styleSheet?: { dxfs?: { dxf?: Differential[] } | "" } };
  const dxfs = (styles.styleSheet?.dxfs || undefined)?.dxf ?? [];
  const targets = new Map(links.Relationships.Relationship.map((link) => [link["@Id"], link["@Target"]]));
  return new Map(
    workbook.workbook.sheets.sheet.map((sheet) => {
      const target = (targets.get(sheet["@r:id"]) ?? "").replace(/^\/?(xl\/)?/, "xl/");
      const sheetXml = xml(target) as SheetXml;
      const { conditionalFormatting = [], headerFooter, sheetProtection, autoFilter } = sheetXml.worksheet;
      const text = strFromU8(files[target] ?? new Uint8Array());
      const relations = xml(target.replace(/([^/]+)$/, "_rels/$1.rels")) as Partial<typeof links>;
      const related = relations.Relationships?.Relationship ?? [];
      const partsOf = (type: string): string[] =>
        related
          .filter((link) => link["@Type"].endsWith(`/${type}`))
          .map((link) => link["@Target"].replace(/^(\.\.\/|\/xl\/)/, "xl/"));
      const conditionalFormats = conditionalFormatting.flatMap(({ "@sqref": address, cfRule }) =>
        cfRule.flatMap((rule) => conditionalFormat(address, rule, dxfs) ?? []),
      );
      const page = {
        ...(headerFooter?.oddHeader ? { header: headerFooter.oddHeader } : {}),
        ...(headerFooter?.oddFooter ? { footer: headerFooter.oddFooter } : {}),
      };
      return [
        sheet["@name"],
        {
          conditionalFormats,
          page,
          spills: spillsOf(text),
          comments: partsOf("threadedComment").flatMap((name) =>
            readThreadedComments(xml(name) as ThreadedCommentsXml, xml("xl/persons/person.xml") as PersonListXml),
          ),
          hyperlinks: hyperlinksOf(sheetXml, related),
          protection: readProtection(sheetProtection),
          autoFilter: autoFilter?.["@ref"]
            ? { address: autoFilter["@ref"], criteria: readFilters(autoFilter) }
            : undefined,
          rows: rowsOf(text),
          formats: formatsOf(text),
          tables: new Map(partsOf("table").map((name) => tablePart(xml(name) as TableXml))),
          charts: (sizes: LineSizes) => readCharts(files, target, sizes),
        },
      ];
    }),
  );
}

/** The names of cell styles by the ids of the cell formats that follow them; Normal is left out. */
export function readCellStyles(bytes: Uint8Array): {
  names: Map<number, string>;
  styles: Map<string, { name: string; model: number }>;
} {
  const [part] = Object.values(unzipSync(bytes, { filter: ({ name }) => name === "xl/styles.xml" }));
  const { styleSheet } = stylesParser.parse(strFromU8(part ?? new Uint8Array())) as StylesXml;
  const models = new Map(
    (styleSheet?.cellStyles?.cellStyle ?? []).map((style) => {
      const builtIn = style["@builtinId"];
      const id = (builtIn === undefined ? undefined : builtInName(Number(builtIn))) ?? style["@name"];
      return [style["@xfId"], { id, name: style["@name"] }] as const;
    }),
  );
  const names = new Map<number, string>();
  const styles = new Map<string, { name: string; model: number }>();
  (styleSheet?.cellXfs?.xf ?? []).forEach((format, index) => {
    const model = models.get(format["@xfId"] ?? "0");
    if (!model || model.id === "Normal") return;
    names.set(index, model.id);
    if (!styles.has(model.id)) styles.set(model.id, { name: model.name, model: index });
  });
  return { names, styles };
}

interface StylesXml {
  styleSheet?: {
    cellXfs?: { xf?: { "@xfId"?: string }[] };
    cellStyles?: { cellStyle?: { "@name": string; "@xfId": string; "@builtinId"?: string }[] };
  };
}

const stylesParser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  isArray: (name) => name === "xf" || name === "cellStyle",
});
