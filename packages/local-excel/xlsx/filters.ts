/** Filters as files hold them, in and out. */
import { MONTHS } from "../host/model/filter-criteria";
import type { FilterSnapshot } from "./snapshot";
import { escaped } from "./xml";

type Criteria = Readonly<Record<string, unknown>>;

/** By the name in the API, the type of a dynamic filter in a file. */
const DYNAMIC = new Map<string, string>([
  ...MONTHS.map((month, index): [string, string] => [`AllDatesInPeriod${month}`, `M${String(index + 1)}`]),
  ...[1, 2, 3, 4].map((quarter): [string, string] => [
    `AllDatesInPeriodQuarter${String(quarter)}`,
    `Q${String(quarter)}`,
  ]),
]);
const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const dynamicName = (type: string): string =>
  [...DYNAMIC].find(([, inFile]) => inFile === type)?.[0] ?? upperFirst(type);

const OPERATORS: readonly (readonly [string, string])[] = [
  [">=", "greaterThanOrEqual"],
  ["<=", "lessThanOrEqual"],
  ["<>", "notEqual"],
  [">", "greaterThan"],
  ["<", "lessThan"],
  ["=", "equal"],
];

function custom(criterion: unknown): string {
  if (typeof criterion !== "string" && typeof criterion !== "number") return "";
  const text = String(criterion);
  const [sign, operator] = OPERATORS.find(([begin]) => text.startsWith(begin)) ?? ["", "equal"];
  return `<customFilter operator="${operator}" val="${escaped(text.slice(sign.length))}"/>`;
}

function value(wanted: unknown): string {
  if (typeof wanted !== "object" || wanted === null) return `<filter val="${escaped(String(wanted))}"/>`;
  const { date = "", specificity = "Day" } = wanted as { date?: string; specificity?: string };
  const [year = "", month = "", day = ""] = date.slice(0, 10).split("-").map(Number).map(String);
  const grouping = specificity.toLowerCase();
  const parts = grouping === "year" ? { year } : grouping === "month" ? { year, month } : { year, month, day };
  const attributes = Object.entries(parts).map(([name, part]) => `${name}="${part}"`);
  return `<dateGroupItem ${attributes.join(" ")} dateTimeGrouping="${grouping in parts ? grouping : "day"}"/>`;
}

/** What one column is filtered by; empty for a kind that is not written (colours and icons). */
function criteriaXml(criteria: Criteria): string {
  const kind = String(criteria["filterOn"] ?? (Array.isArray(criteria["values"]) ? "Values" : "Custom"));
  const { criterion1, criterion2, operator, values, dynamicCriteria } = criteria;
  switch (kind) {
    case "Values":
      return `<filters>${((values ?? []) as unknown[]).map(value).join("")}</filters>`;
    case "Custom": {
      const and = criterion2 !== undefined && operator !== "Or" ? ' and="1"' : "";
      return `<customFilters${and}>${custom(criterion1)}${custom(criterion2)}</customFilters>`;
    }
    case "TopItems":
    case "TopPercent":
    case "BottomItems":
    case "BottomPercent":
      return `<top10 top="${kind.startsWith("Top") ? "1" : "0"}" percent="${kind.endsWith("Percent") ? "1" : "0"}" val="${escaped(String(criterion1))}"/>`;
    case "Dynamic":
      return `<dynamicFilter type="${DYNAMIC.get(String(dynamicCriteria)) ?? lowerFirst(String(dynamicCriteria))}"/>`;
    default:
      return "";
  }
}

/** The columns of an autoFilter element. */
export function filterColumns(filters: FilterSnapshot): string {
  return Object.entries(filters)
    .map(([column, criteria]) => [column, criteriaXml(criteria)] as const)
    .filter(([, xml]) => xml !== "")
    .map(([column, xml]) => `<filterColumn colId="${column}">${xml}</filterColumn>`)
    .join("");
}

type Attributes = Record<string, string>;

/** An autoFilter element as the parser of parts.ts gives it. */
export interface AutoFilterXml {
  "@ref"?: string;
  filterColumn?: {
    "@colId": string;
    filters?: { filter?: Attributes[]; dateGroupItem?: Attributes[] } | "";
    customFilters?: { "@and"?: string; customFilter?: Attributes[] };
    top10?: Attributes;
    dynamicFilter?: Attributes;
  }[];
}

function customText(filter: Attributes | undefined): string | undefined {
  if (!filter) return undefined;
  const operator = filter["@operator"] ?? "equal";
  const sign = OPERATORS.find(([, name]) => name === operator)?.[0] ?? "=";
  return `${sign}${filter["@val"] ?? ""}`;
}

function dateOf(item: Attributes): { date: string; specificity: string } {
  const two = (text: string | undefined): string => (text ?? "1").padStart(2, "0");
  const date = `${item["@year"] ?? ""}-${two(item["@month"])}-${two(item["@day"])}`;
  return { date, specificity: upperFirst(item["@dateTimeGrouping"] ?? "day") };
}

/** The criteria of an autoFilter element by column. */
export function readFilters(filter: AutoFilterXml | "" | undefined): FilterSnapshot {
  const found: FilterSnapshot = {};
  for (const column of (filter || {}).filterColumn ?? []) {
    const index = Number(column["@colId"]);
    const { customFilters, top10, dynamicFilter } = column;
    const filters = column.filters || undefined;
    if (filters) {
      const texts = (filters.filter ?? []).map((one) => one["@val"] ?? "");
      found[index] = { filterOn: "Values", values: [...texts, ...(filters.dateGroupItem ?? []).map(dateOf)] };
    } else if (customFilters) {
      const [first, second] = (customFilters.customFilter ?? []).map(customText);
      const operator = customFilters["@and"] === "1" ? "And" : "Or";
      found[index] = {
        filterOn: "Custom",
        criterion1: first,
        ...(second === undefined ? {} : { criterion2: second, operator }),
      };
    } else if (top10) {
      const side = top10["@top"] === "0" ? "Bottom" : "Top";
      const kind = top10["@percent"] === "1" ? "Percent" : "Items";
      found[index] = { filterOn: `${side}${kind}`, criterion1: top10["@val"] };
    } else if (dynamicFilter) {
      found[index] = { filterOn: "Dynamic", dynamicCriteria: dynamicName(dynamicFilter["@type"] ?? "") };
    }
  }
  return found;
}
