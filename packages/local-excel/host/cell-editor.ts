import type { ICellData, Worksheet } from "@univerjs/core";

import { TEXT_FORMAT } from "./engine/cells";
import { editedNumber } from "./entries/edited-number";
import { englishFormula } from "./formulas/local-entry";
import type { Host } from "./host";

/** What a person types into a cell, as by the grid's editor or `user.type`. */
export type Typed = string | number | boolean;

/**
 * The cell that Excel makes of what a person types, in the user's settings. A cell of the text format takes it as it is.
 * @throws InvalidArgument for a formula that does not parse in these settings
 */
export function typedCell(host: Host, sheet: Worksheet, row: number, column: number, typed: Typed): ICellData {
  const { cells, region, formulaRules } = host;
  const isText = cells.numberFormat(sheet, row, column) === TEXT_FORMAT;
  const entry = typeof typed !== "string" || isText ? typed : englishFormula(typed, region, formulaRules);
  return cells.entry(sheet, row, column, entry, region);
}

/** A formula as the editor shows it: with the user's separators. @param formula as it is stored, in English */
export function editedFormula(host: Host, sheet: Worksheet, row: number, column: number, formula: string): string {
  const { formulaRules } = host;
  return formulaRules.toLocal(formulaRules.shown(formula, { sheetId: sheet.getSheetId(), row, column }));
}

/** The number in a cell as the editor shows it; undefined where the cell holds none. */
export function editedNumberAt(host: Host, sheet: Worksheet, row: number, column: number): string | undefined {
  const { cells } = host;
  const value = cells.value(sheet, row, column);
  if (typeof value !== "number") return undefined;
  return editedNumber(value, cells.numberFormat(sheet, row, column), cells.settings);
}
