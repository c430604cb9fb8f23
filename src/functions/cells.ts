/** What a function puts into a cell, and what a cell hands to a function. */

/** A text, a number, a truth value, or a data type of Excel's (a card, a formatted number). */
export type FunctionCell = string | number | boolean | Excel.EntityCellValue | Excel.FormattedNumberCellValue;

/** An answer that is an error: the only two that carry a message of ours. */
export class Failure {
  constructor(
    readonly code: "#N/A" | "#VALUE!",
    readonly message: string,
  ) {}
}

export const notAvailable = (message: string): Failure => new Failure("#N/A", message);
export const badValue = (message: string): Failure => new Failure("#VALUE!", message);

export type Answer = FunctionCell | Failure;

/** What Excel hands over for an error in a cell: its own error object, or the data type of an error. */
interface ErrorInput {
  code?: unknown;
  basicType?: unknown;
  basicValue?: unknown;
}

/** The error a cell holds ("#REF!"), null where it holds none. */
export function errorIn(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  const { code, basicType, basicValue } = value as ErrorInput;
  // A card also has an error for its basic value, for Excels that know no cards; its type tells it apart.
  if ((value as { type?: unknown }).type === "Entity") return null;
  if (typeof code === "string" && code.startsWith("#")) return code;
  return basicType === "Error" && typeof basicValue === "string" ? basicValue : null;
}

/** What a cell says: a card by its text, a formatted number by its number; an omitted argument as null. */
export function bareValue(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object") return null;
  const { text, basicValue } = value as { text?: unknown; basicValue?: unknown };
  if (typeof text === "string") return text;
  if (typeof basicValue === "string" || typeof basicValue === "number" || typeof basicValue === "boolean") {
    return basicValue;
  }
  return null;
}

/** Blank cells reach a function as an empty text, or as 0 where another formula refers to one; omitted arguments as null. */
export function isBlank(value: unknown): boolean {
  if (value === "" || value === null || value === undefined || value === 0) return true;
  return typeof value === "string" && value.trim() === "";
}
