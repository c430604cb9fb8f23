import { areaOf, contains, intersect, parseArea, splitSheet } from "../a1";
import type { Area } from "../a1";
import type { CellValue } from "../engine/cells";
import { numberFromText } from "../engine/input";
import type { ValidationRule } from "../engine/sheet-state";
import { invalidArgument } from "../errors";
import type { Host } from "../host";
import { sheetOf } from "./lookup";

const BINARY = ["GreaterThan", "LessThan", "EqualTo", "NotEqualTo", "GreaterThanOrEqualTo", "LessThanOrEqualTo"];
const TERNARY = ["Between", "NotBetween"];

type Rule = Readonly<Record<string, unknown>>;

/** @throws InvalidArgument for a rule that Excel refuses: without operator or limits, or with a formula that does not parse */
export function checkValidationRule(kind: string, rule: Rule, host: Host): void {
  if (kind === "list") {
    const { source } = rule;
    if (typeof source !== "string" || source === "") throw invalidArgument("a list needs a source");
    if (source.startsWith("=")) checkListSource(host.formulaRules.checked(source).slice(1));
    return;
  }
  if (kind === "custom") {
    checkLimit(rule["formula"], "formula", host);
    return;
  }
  const operator = String(rule["operator"]);
  if (!BINARY.includes(operator) && !TERNARY.includes(operator)) throw invalidArgument(`operator ${operator}`);
  checkLimit(rule["formula1"], "formula1", host);
  if (TERNARY.includes(operator)) checkLimit(rule["formula2"], "formula2", host);
  const limits = [rule["formula1"], TERNARY.includes(operator) ? rule["formula2"] : undefined].map((limit) =>
    checkedLimit(kind, limit),
  );
  const [from, to] = limits;
  if (from !== undefined && to !== undefined && from > to) throw invalidArgument("the minimum is above the maximum");
}

/** A list comes from one row or one column. */
function checkListSource(reference: string): void {
  const area = parseArea(splitSheet(reference).rest.replaceAll("$", ""));
  if (area && area.startRow !== area.endRow && area.startColumn !== area.endColumn) {
    throw invalidArgument("the source of a list is one row or one column");
  }
}

/** The number that a limit is; undefined for a formula. @throws InvalidArgument for a limit that the kind cannot have */
function checkedLimit(kind: string, limit: unknown): number | undefined {
  if (limit === undefined || (typeof limit === "string" && limit.startsWith("="))) return undefined;
  // Dates may come in ISO 8601: "2026-01-31T12:00:00Z".
  const text = String(limit)
    .replace(/T(?=\d)/, " ")
    .replace(/Z$/, "");
  const number = typeof limit === "number" ? limit : numberFromText(text);
  const isWhole = kind === "wholeNumber" || kind === "textLength";
  if (number === undefined || (isWhole && !Number.isInteger(number)) || (kind === "textLength" && number < 0)) {
    throw invalidArgument(`${String(limit)} as the limit of ${kind}`);
  }
  return number;
}

function checkLimit(value: unknown, name: string, host: Host): void {
  if (typeof value === "number") return;
  if (typeof value !== "string" || value === "") throw invalidArgument(`${name} is missing`);
  if (value.startsWith("=")) host.formulaRules.checked(value);
}

/** Whether every cell of a range meets its rule, none does (false), or some do (null). */
export function isValid(host: Host, sheetId: string, area: Area): boolean | null {
  const sheet = sheetOf(host, sheetId);
  const used = host.cells.bounded(sheet, area) ?? area;
  let valid = 0;
  let cells = 0;
  for (const { area: ruled } of host.sheetState(sheetId).validations) {
    const shared = intersect(ruled, used);
    if (!shared) continue;
    for (let row = shared.startRow; row <= shared.endRow; row++) {
      for (let column = shared.startColumn; column <= shared.endColumn; column++) {
        cells += 1;
        if (meetsValidation(host, sheetId, row, column, host.cells.value(sheet, row, column))) valid += 1;
      }
    }
  }
  if (valid === cells) return true;
  return valid === 0 ? false : null;
}

/** The rule of a cell; undefined where it has none. */
export function validationAt(host: Host, sheetId: string, row: number, column: number): ValidationRule | undefined {
  return host.sheetState(sheetId).validations.findLast(({ area }) => contains(area, areaOf(row, column)));
}

/** Whether a value may stand in a cell. A formula as a limit counts where it names one cell; other formulas permit all. */
export function meetsValidation(host: Host, sheetId: string, row: number, column: number, value: CellValue): boolean {
  const found = validationAt(host, sheetId, row, column);
  const [kind, rule] = Object.entries(found?.rule ?? {})[0] ?? [];
  if (!found || kind === undefined || (value === "" && found.ignoreBlanks)) return true;
  const limits = rule as Rule;
  if (kind === "list") return isListed(host, sheetId, limits, String(value));
  if (kind === "custom") return true;
  const measured = kind === "textLength" ? String(value).length : value;
  if (typeof measured !== "number" || (kind === "wholeNumber" && !Number.isInteger(measured))) return false;
  const [first, second] = [limitOf(host, sheetId, limits["formula1"]), limitOf(host, sheetId, limits["formula2"])];
  return first === undefined || compares(String(limits["operator"]), measured, first, second ?? first);
}

/** A list written out is compared with regard to case, one of cells without. */
function isListed(host: Host, sheetId: string, { source }: Rule, value: string): boolean {
  if (typeof source !== "string") return true;
  if (!source.startsWith("=")) return source.split(",").some((item) => item.trim() === value);
  const cells = cellsOf(host, sheetId, source);
  return cells?.some((cell) => String(cell).toLowerCase() === value.toLowerCase()) ?? true;
}

function limitOf(host: Host, sheetId: string, limit: unknown): number | undefined {
  if (typeof limit === "number") return limit;
  if (typeof limit !== "string") return undefined;
  if (!limit.startsWith("=")) {
    const date = /^\d{4}-\d{2}-\d{2}/.exec(limit)?.[0];
    return date === undefined ? Number(limit) : Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;
  }
  const number = Number(limit.slice(1));
  if (Number.isFinite(number)) return number;
  const value = cellsOf(host, sheetId, limit)?.[0];
  return typeof value === "number" ? value : undefined;
}

/** The values of the range that a formula names; undefined where it is more than a range. */
function cellsOf(host: Host, sheetId: string, formula: string): CellValue[] | undefined {
  const named = host.names.find(formula.slice(1))?.formula ?? formula;
  const { sheet, rest } = splitSheet(named.slice(1));
  const area = parseArea(rest);
  const target = sheet === undefined ? host.engine.sheet(sheetId) : host.engine.sheetByName(sheet);
  if (!area || !target) return undefined;
  const used = host.cells.usedArea(target, true, area);
  return used ? host.cells.values(target, used).flat() : [];
}

function compares(operator: string, value: number, first: number, second: number): boolean {
  const between = value >= first && value <= second;
  switch (operator) {
    case "GreaterThan":
      return value > first;
    case "LessThan":
      return value < first;
    case "EqualTo":
      return value === first;
    case "NotEqualTo":
      return value !== first;
    case "GreaterThanOrEqualTo":
      return value >= first;
    case "LessThanOrEqualTo":
      return value <= first;
    case "Between":
      return between;
    default:
      return !between;
  }
}
