import { parseArea } from "../host/a1";
import { CELL_ERRORS } from "../host/engine/input";
import type { CellContent, SheetSnapshot } from "./snapshot";
import { escaped } from "./xml";

/** The errors that a file can hold; Excel stores newer ones as #VALUE! and describes them elsewhere. */
const FILE_ERRORS: ReadonlySet<string> = new Set(["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"]);

/** A cell with a formula, as the library writes it. */
const FORMULA_CELL = /<c r="([A-Z]+\d+)"([^>]*)>(<f\b(?:[^>]*\/>|[^>]*>[^<]*<\/f>))(?:<v>[^<]*<\/v>)?<\/c>/g;

/**
 * Writes what formulas answered last. The library forgets that an answer is a text when it writes the formula, and leaves
 * the number of the text in the file's list: Excel, which calls no function on opening, would show that number.
 */
export function withAnswers(xml: string, sheet: SheetSnapshot): string {
  return xml.replace(FORMULA_CELL, (_cell, address: string, attributes: string, formula: string) => {
    const { type, value } = answer(valueAt(sheet, address));
    const others = attributes.replace(/\st="[^"]*"/, "");
    return `<c r="${address}"${others}${type}>${formula}${value}</c>`;
  });
}

function valueAt(sheet: SheetSnapshot, address: string): CellContent {
  const cell = parseArea(address);
  return (cell && sheet.values[cell.startRow]?.[cell.startColumn]) ?? null;
}

function answer(value: CellContent): { type: string; value: string } {
  if (value === null) return { type: ' t="str"', value: "<v></v>" };
  if (typeof value === "number") return { type: "", value: `<v>${String(value)}</v>` };
  if (typeof value === "boolean") return { type: ' t="b"', value: `<v>${value ? "1" : "0"}</v>` };
  if (!CELL_ERRORS.has(value)) return { type: ' t="str"', value: `<v>${escaped(value)}</v>` };
  return { type: ' t="e"', value: `<v>${FILE_ERRORS.has(value) ? value : "#VALUE!"}</v>` };
}
