import type { IStyleData } from "@univerjs/presets";
import type { ConditionalFormatRule } from "../../../host/engine/sheet-state";

type Value = string | number | boolean;

/** What the rules of a sheet add to the look of a cell, empty where none holds. The first rule in priority that holds wins each property. */
export function conditionalStyleAt(
  rules: readonly ConditionalFormatRule[],
  row: number,
  column: number,
  value: Value,
): IStyleData {
  let style: IStyleData = {};
  const inside = rules.filter(
    ({ area }) => row >= area.startRow && row <= area.endRow && column >= area.startColumn && column <= area.endColumn,
  );
  for (const rule of inside.sort((a, b) => a.priority - b.priority)) {
    if (!holds(rule, value)) continue;
    style = { ...styleOf(rule), ...style };
    if (rule.stopIfTrue) break;
  }
  return style;
}

function styleOf({ format }: ConditionalFormatRule): IStyleData {
  const { color, bold, italic, strikethrough } = format.font ?? {};
  return {
    ...(format.fill === undefined ? {} : { bg: { rgb: format.fill } }),
    ...(typeof color === "string" ? { cl: { rgb: color } } : {}),
    ...(bold === true ? { bl: 1 } : {}),
    ...(italic === true ? { it: 1 } : {}),
    ...(strikethrough === true ? { st: { s: 1 } } : {}),
  };
}

/**
 * Whether a rule holds for a value. Rules that compare with a constant and rules that look for a text are drawn; a rule
 * with a formula of its own, a scale or icons is kept by the host and not drawn here.
 */
function holds(rule: ConditionalFormatRule, value: Value): boolean {
  const setting = rule.settings["rule"];
  if (typeof setting !== "object" || setting === null) return false;
  const { operator, formula1, formula2, text } = setting as Record<string, unknown>;
  switch (rule.type) {
    case "CellValue":
      return compares(String(operator), value, constantOf(formula1), constantOf(formula2));
    case "ContainsText":
      return containsText(String(operator), String(value).toLowerCase(), String(text ?? "").toLowerCase());
    default:
      return false;
  }
}

/** A formula that is a constant: `="text"`, `=12`, or the same without the equals sign. */
function constantOf(formula: unknown): Value | null {
  if (typeof formula === "number" || typeof formula === "boolean") return formula;
  if (typeof formula !== "string") return null;
  const constant = formula.replace(/^=/, "");
  const quoted = /^"((?:[^"]|"")*)"$/.exec(constant)?.[1];
  if (quoted !== undefined) return quoted.replaceAll('""', '"');
  const number = Number(constant);
  return constant.trim() === "" || Number.isNaN(number) ? null : number;
}

function compares(operator: string, value: Value, first: Value | null, second: Value | null): boolean {
  if (first === null) return false;
  const order = orderOf(value, first);
  switch (operator) {
    case "EqualTo":
      return order === 0;
    case "NotEqualTo":
      return order !== 0;
    case "GreaterThan":
      return order === 1;
    case "LessThan":
      return order === -1;
    case "GreaterThanOrEqual":
      return order === 0 || order === 1;
    case "LessThanOrEqual":
      return order === 0 || order === -1;
    case "Between":
      return second !== null && (order === 0 || order === 1) && orderOf(value, second) !== 1;
    case "NotBetween":
      return second !== null && (order === -1 || orderOf(value, second) === 1);
    default:
      return false;
  }
}

/** Excel's order within a kind, without regard to case; null between kinds. */
function orderOf(a: Value, b: Value): -1 | 0 | 1 | null {
  if (typeof a !== typeof b) return null;
  const [left, right] = typeof a === "string" ? [a.toLowerCase(), String(b).toLowerCase()] : [a, b];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function containsText(operator: string, value: string, text: string): boolean {
  switch (operator) {
    case "Contains":
      return value.includes(text);
    case "NotContains":
      return !value.includes(text);
    case "BeginsWith":
      return value.startsWith(text);
    case "EndsWith":
      return value.endsWith(text);
    default:
      return false;
  }
}
