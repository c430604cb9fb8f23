/** Reads from an .xlsx file's own XML what excelize-wasm cannot read back: conditional formats, headers and footers. */
import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { readCharts, type SheetSizes } from "./read-charts";
import type { ChartSnapshot, ConditionalFormatSnapshot, PageSnapshot } from "./snapshot";

interface Relationship {
  "@Id": string;
  "@Target": string;
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
  };
}

/** What one sheet's XML adds to its snapshot. */
export interface SheetParts {
  conditionalFormats: ConditionalFormatSnapshot[];
  page: Pick<PageSnapshot, "header" | "footer">;
  /** Cells of array formulas, by the address of the formula. */
  spills: Record<string, string>;
  charts: (sizes: SheetSizes) => ChartSnapshot[];
}

const LISTS = ["sheet", "Relationship", "conditionalFormatting", "cfRule", "dxf", "formula"];
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

/** By sheet name. Parts that are missing or of a kind the local Excel does not know are passed over. */
export function readParts(bytes: Uint8Array): Map<string, SheetParts> {
  const files = unzipSync(bytes, {
    filter: ({ name }) => /^xl\/(workbook|styles|worksheets\/|drawings\/|charts\/|_rels\/)/.test(name),
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
      const { conditionalFormatting = [], headerFooter } = (xml(target) as SheetXml).worksheet;
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
          spills: spillsOf(strFromU8(files[target] ?? new Uint8Array())),
          charts: (sizes: SheetSizes) => readCharts(files, target, sizes),
        },
      ];
    }),
  );
}
