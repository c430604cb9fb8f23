import { CellValueType } from "@univerjs/core";
import type { ICellData } from "@univerjs/core";

import { typedValue } from "../entries/typed-value";
import type { EntrySettings } from "../entries/typed-value";

/**
 * What Excel makes of something typed or written into a cell: a formula, a number, a date, a truth value, an error or text.
 * A cell of the text format takes everything as text; a leading apostrophe makes text and is not part of it.
 */
export interface Entered {
  cell: ICellData;
  /** The number format the entry brings with it (a date, a percentage), for a cell of General format. */
  format?: string;
}

export const CELL_ERRORS: ReadonlySet<string> = new Set([
  "#DIV/0!",
  "#NAME?",
  "#VALUE!",
  "#NUM!",
  "#N/A",
  "#REF!",
  "#SPILL!",
  "#CALC!",
  "#NULL!",
  "#BUSY!",
  "#GETTING_DATA",
  "#FIELD!",
  "#CYCLE!",
]);

const EMPTY: ICellData = { v: null, t: null, f: null, si: null, p: null };

export const emptyCell = (): ICellData => ({ ...EMPTY });

export function textCell(text: string, forced = false): ICellData {
  return { ...EMPTY, v: text, t: forced ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

export function numberCell(value: number): ICellData {
  return { ...EMPTY, v: value, t: CellValueType.NUMBER };
}

export function booleanCell(value: boolean): ICellData {
  return { ...EMPTY, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
}

export function formulaCell(formula: string): ICellData {
  return { ...EMPTY, f: formula };
}

/** `+41 22` is a number to Excel when it reads as one, and a formula otherwise. */
function looksLikeFormula(text: string): boolean {
  return text.length > 1 && (text.startsWith("=") || /^[+-]/.test(text) || /^@[A-Za-z_]/.test(text));
}

function asFormula(text: string): string {
  if (text.startsWith("=")) return text;
  return `=${text.startsWith("@") || text.startsWith("+") ? text.slice(1) : text}`;
}

/** The number that a text stands for where a number is wanted: "5", "12.5%", "1/1/2017". */
export function numberFromText(text: string): number | undefined {
  return typedValue(text)?.value;
}

/**
 * What a cell gets when something is entered into it.
 * @param textFormat whether the cell has the number format "@"
 */
export function enter(value: string | number | boolean, textFormat: boolean, settings?: EntrySettings): Entered {
  if (typeof value === "number") return { cell: textFormat ? textCell(String(value)) : numberCell(value) };
  if (typeof value === "boolean") return { cell: textFormat ? textCell(value ? "TRUE" : "FALSE") : booleanCell(value) };
  if (value === "") return { cell: emptyCell() };
  // Forced, so that the text of an error is no error.
  if (textFormat) return { cell: textCell(value, CELL_ERRORS.has(value)) };
  if (value.startsWith("'")) return { cell: textCell(value.slice(1), true) };
  if (value.startsWith("=") && value.length > 1) return { cell: formulaCell(value) };
  if (/^\s*(?:true|false)\s*$/i.test(value)) return { cell: booleanCell(value.trim().toLowerCase() === "true") };
  const number = typedValue(value, settings);
  if (number) {
    return { cell: numberCell(number.value), ...(number.format === undefined ? {} : { format: number.format }) };
  }
  if (looksLikeFormula(value)) return { cell: formulaCell(asFormula(value)) };
  return { cell: textCell(value) };
}
