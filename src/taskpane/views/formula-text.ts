/** Formulas as text, from arguments chosen in the pane. */
import { NAMESPACE } from "../../domain/namespace";

/** An argument: a text, a date, or nothing. */
export type Argument = { text: string } | { date: string } | null;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function argumentText(argument: Argument): string {
  if (argument === null) return "";
  if ("text" in argument) return quoted(argument.text);
  const [year, month, day] = argument.date.split("-").map(Number);
  return `DATE(${String(year)},${String(month)},${String(day)})`;
}

/** `=SG17.STATUS("X.1817",DATE(2017,3,30))`, in English syntax; arguments left out at the end are not written. */
export function formulaOf(id: string, given: readonly Argument[]): string {
  const last = given.findLastIndex((argument) => argument !== null);
  return `=${NAMESPACE}.${id}(${given
    .slice(0, last + 1)
    .map(argumentText)
    .join(",")})`;
}

/** The values that a function gets for arguments. */
export const valuesOf = (given: readonly Argument[]): unknown[] =>
  given.map((argument) => (argument === null ? null : "text" in argument ? argument.text : argument.date));
