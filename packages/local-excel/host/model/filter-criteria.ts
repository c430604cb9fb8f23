import { HostError } from "../errors";

/** What a filter looks at in a cell. */
export interface FilteredCell {
  readonly value: string | number | boolean;
  readonly text: string;
  readonly fill: string;
  readonly fontColor: string;
}

export type CellTest = (cell: FilteredCell) => boolean;

/**
 * The test that a column's criteria are, given all cells of the column.
 * @throws ApiNotFound for criteria that the local Excel does not apply (dynamic ones, icons)
 */
export function testOf(criteria: Readonly<Record<string, unknown>>, cells: readonly FilteredCell[]): CellTest {
  switch (criteria["filterOn"]) {
    case "Custom":
      return customTest(criteria);
    case "TopItems":
    case "BottomItems":
    case "TopPercent":
    case "BottomPercent":
      return rankTest(criteria["filterOn"], Number(criteria["criterion1"] ?? 10), cells);
    case "CellColor":
      return (cell) => cell.fill.toUpperCase() === String(criteria["color"] ?? "").toUpperCase();
    case "FontColor":
      return (cell) => cell.fontColor.toUpperCase() === String(criteria["color"] ?? "").toUpperCase();
    case "Dynamic":
    case "Icon":
      throw new HostError("ApiNotFound", `A filter by ${criteria["filterOn"]} is not part of the local Excel.`);
    default:
      return Array.isArray(criteria["values"]) ? valuesTest(criteria["values"]) : customTest(criteria);
  }
}

function valuesTest(values: readonly unknown[]): CellTest {
  const texts = new Set(values.map((value) => (typeof value === "string" ? value.toLowerCase() : String(value))));
  return (cell) => texts.has(cell.text.toLowerCase()) || texts.has(String(cell.value).toLowerCase());
}

function customTest(criteria: Readonly<Record<string, unknown>>): CellTest {
  const tests = [criteria["criterion1"], criteria["criterion2"]]
    .filter((criterion) => criterion !== undefined && criterion !== null)
    .map((criterion) => comparison(String(criterion)));
  const any = criteria["operator"] === "Or";
  return (cell) => (any ? tests.some((test) => test(cell)) : tests.every((test) => test(cell)));
}

/** One criterion as people write it: ">5", "<>x", "=a*", "word". */
function comparison(criterion: string): CellTest {
  const [, operator = "", wanted = ""] = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(criterion) ?? [];
  const number = wanted.trim() === "" ? Number.NaN : Number(wanted);
  if (operator === "" || operator === "=" || operator === "<>") {
    const pattern = wildcards(wanted);
    const equal: CellTest = ({ value, text }) =>
      (typeof value === "number" && value === number) || pattern.test(text) || pattern.test(String(value));
    return operator === "<>" ? (cell) => !equal(cell) : equal;
  }
  return ({ value }) => {
    const order = Number.isNaN(number) ? textOrder(value, wanted) : numberOrder(value, number);
    if (order === undefined) return false;
    if (operator === "<") return order < 0;
    if (operator === "<=") return order <= 0;
    return operator === ">" ? order > 0 : order >= 0;
  };
}

function numberOrder(value: FilteredCell["value"], wanted: number): number | undefined {
  return typeof value === "number" ? value - wanted : undefined;
}

function textOrder(value: FilteredCell["value"], wanted: string): number | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  return value.localeCompare(wanted, "en", { sensitivity: "base" });
}

/** `*` is any text, `?` one character, and `~` takes both literally. */
function wildcards(text: string): RegExp {
  const source = text.replace(
    /~([*?~])|([*])|([?])|[.+^${}()|[\]\\]/g,
    (whole, escaped?: string, star?: string, one?: string) => {
      if (escaped !== undefined) return `\\${escaped}`;
      if (star !== undefined) return ".*";
      return one === undefined ? `\\${whole}` : ".";
    },
  );
  return new RegExp(`^${source}$`, "is");
}

function rankTest(kind: string, count: number, cells: readonly FilteredCell[]): CellTest {
  const numbers = cells.flatMap(({ value }) => (typeof value === "number" ? [value] : [])).sort((a, b) => b - a);
  const size = kind.endsWith("Percent") ? Math.max(1, Math.floor((numbers.length * count) / 100)) : count;
  const top = kind.startsWith("Top");
  const limit = top ? numbers[Math.min(size, numbers.length) - 1] : numbers[Math.max(0, numbers.length - size)];
  return ({ value }) => typeof value === "number" && limit !== undefined && (top ? value >= limit : value <= limit);
}
