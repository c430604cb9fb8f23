import { typedValue } from "../entries/typed-value";
import type { RegionalSettings } from "../settings";
import type { FormulaRules } from "./formula-rules";

/**
 * What a person types, with a formula put into English and closed where parentheses are missing at its end; numbers, dates and text stay as they are typed.
 * @throws InvalidArgument for a formula that does not parse in the user's settings
 */
export function englishFormula(typed: string, region: RegionalSettings, rules: FormulaRules): string {
  const isFormula = typed.length > 1 && (typed.startsWith("=") || /^[+-]/.test(typed) || /^@[A-Za-z_]/.test(typed));
  if (!isFormula || (!typed.startsWith("=") && typedValue(typed, { region, date1904: false }))) return typed;
  const english = rules.toEnglish(rules.closed(typed));
  return typed.startsWith("=") ? english : english.slice(1);
}
