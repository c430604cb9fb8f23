import type { RegionalSettings } from "../settings";
import type { FormulaRules } from "./formula-rules";

/**
 * What a person types, in the form in which Excel in English takes it: formulas with commas between arguments, numbers
 * with a decimal point, dates in American order. Text that means nothing in the user's settings stays as it is.
 * @throws InvalidArgument for a formula that does not parse in the user's settings
 */
export function englishEntry(typed: string, region: RegionalSettings, rules: FormulaRules): string {
  const number = numberOf(typed.trim(), region);
  if (number !== undefined) return number;
  const isFormula = typed.length > 1 && (typed.startsWith("=") || /^[+-]/.test(typed) || /^@[A-Za-z_]/.test(typed));
  if (!isFormula) return typed;
  const english = rules.toEnglish(typed);
  return typed.startsWith("=") ? english : english.slice(1);
}

function numberOf(text: string, region: RegionalSettings): string | undefined {
  if (region.locale === "en-US") return undefined;
  return dateOf(text, region) ?? decimalOf(text, region);
}

function dateOf(text: string, { dateOrder }: RegionalSettings): string | undefined {
  const parts = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{2}|\d{4}))?$/.exec(text);
  if (!parts || dateOrder !== "dmy") return undefined;
  const [, day, , month, year] = parts;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${String(month)}/${String(day)}${year === undefined ? "" : `/${year}`}`;
}

function decimalOf(text: string, { decimalSeparator, thousandsSeparator }: RegionalSettings): string | undefined {
  const [whole = "", fraction, ...more] = text.split(decimalSeparator);
  if (more.length > 0 || (decimalSeparator === "." && !whole.includes(thousandsSeparator))) return undefined;
  const groups = whole.replace(/^[+-]/, "").split(thousandsSeparator);
  const grouped = groups.length === 1 || groups.slice(1).every((group) => /^\d{3}$/.test(group));
  const digits = whole.replaceAll(thousandsSeparator, "");
  if (!grouped || !/^[+-]?\d+$/.test(digits) || (fraction !== undefined && !/^\d+%?$/.test(fraction))) return undefined;
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
