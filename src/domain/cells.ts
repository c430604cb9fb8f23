/** Values of the programme as cells and back. A cell is text, a real date or a figure; null is an empty cell. */
import { isoToSerial, serialToIso } from "./designations/serial-dates";
import type { Row } from "./document";
import type { FieldValue } from "./item-fields";

/** What a cell holds, as Excel gives it; "" is an empty cell. */
export type CellValue = string | number | boolean;

/** A date as Excel's number; what is no whole day (a month, a remark) stays text. */
export function dateCell(date: string | null): CellValue {
  return date === null ? "" : (isoToSerial(date) ?? date);
}

/** A text as a cell. */
export function textCell(text: string | null): CellValue {
  return text ?? "";
}

/** A figure as a cell. */
export function figureCell(value: number | null | undefined): CellValue {
  return value ?? "";
}

/** Returns the text of a cell as users see it; null where it is empty. */
export function textOf(cell: CellValue): string | null {
  const text = typeof cell === "string" ? cell : String(cell);
  return text === "" ? null : text;
}

/** The ISO date of a cell, or its text where it holds no date; null where it is empty. */
export function dateOf(cell: CellValue): string | null {
  return typeof cell === "number" ? (serialToIso(cell) ?? String(cell)) : textOf(cell);
}

/** The figure of a cell; null where it holds none. */
export function figureOf(cell: CellValue): number | null {
  if (typeof cell === "number") return cell;
  const number = typeof cell === "string" && cell.trim() !== "" ? Number(cell) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

/** Texts as one: parted by commas, or by semicolons where one of them has a comma of its own. */
export function listCell(texts: readonly string[] | null): CellValue {
  if (texts === null || texts.length === 0) return "";
  if (!texts.some((text) => text.includes(","))) return texts.join(", ");
  return texts.length === 1 ? `${texts[0] ?? ""};` : texts.join("; ");
}

/** What a document printed, as a cell. */
export function printedCell(value: Row[keyof Row]): CellValue {
  if (Array.isArray(value)) return listCell(value.map(String));
  return value ?? "";
}

/** Returns the texts of such a cell, also as users type it: separated by semicolons if there are any, otherwise by commas or lines. */
export function listOf(cell: CellValue): string[] {
  const text = textOf(cell) ?? "";
  return text
    .split(text.includes(";") ? ";" : /[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The cell of a field's value. */
export function cellOf(type: "text" | "date" | "list", value: FieldValue): CellValue {
  if (value === null) return "";
  if (typeof value !== "string") return listCell(value);
  return type === "date" ? dateCell(value) : value;
}

/** The value of a cell in a field. */
export function valueOf(type: "text" | "date" | "list", cell: CellValue): FieldValue {
  if (type === "list") return listOf(cell);
  return type === "date" ? dateOf(cell) : textOf(cell);
}

/** Returns the JSON text of a cell as an object; an empty one where the text is not JSON (a user typed into a hidden column). */
export function objectOf(cell: CellValue): Record<string, unknown> {
  if (typeof cell !== "string" || !cell.startsWith("{")) return {};
  try {
    return JSON.parse(cell) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Reads the cells of one row by header. */
export type RowReader = (header: string) => CellValue;

/** A row's cells by header; what is not named is empty. */
export type RowCells = Readonly<Record<string, CellValue>>;
