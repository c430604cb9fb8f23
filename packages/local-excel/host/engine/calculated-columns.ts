import type { Worksheet } from "@univerjs/core";

import { columnCount } from "../a1";
import type { Area } from "../a1";
import { hasContent } from "./cells";
import type { Cells } from "./cells";
import type { CellMatrix, Engine } from "./engine";
import { formulaCell } from "./input";
import { shiftFormula } from "./shift-formula";

/**
 * Calculated columns of tables: a column whose formula is the same in every row, but for its relative references. Excel
 * fills it in when the table gets rows, and fills a blank column when a formula is entered into one of its cells.
 */
export class CalculatedColumns {
  constructor(
    private readonly engine: Engine,
    private readonly cells: Cells,
  ) {}

  /**
   * Fills the blank cells of new rows.
   * @param body the rows of the table that were there before, where they are now
   */
  fillRows(sheet: Worksheet, body: Area, added: { readonly startRow: number; readonly endRow: number }): void {
    const last = added.startRow > body.startRow ? added.startRow - 1 : added.endRow + 1;
    const first = body.startRow === added.startRow ? added.endRow + 1 : body.startRow;
    if (body.endRow < body.startRow) return;
    const filled: CellMatrix = {};
    for (let column = body.startColumn; column <= body.endColumn; column++) {
      const formula = this.formulaAt(sheet, last, column);
      const same = this.formulaAt(sheet, first, column);
      if (formula === undefined || same === undefined || shiftFormula(same, last - first, 0) !== formula) continue;
      for (let row = added.startRow; row <= added.endRow; row++) {
        if (hasContent(this.engine.rawCell(sheet, row, column))) continue;
        (filled[row] ??= {})[column] = formulaCell(shiftFormula(formula, row - last, 0));
      }
    }
    if (Object.keys(filled).length > 0) this.engine.setCells(sheet, filled);
  }

  /** Fills a column from its only cell with content, when that is a formula that was just entered. */
  fillColumn(sheet: Worksheet, body: Area, row: number, column: number): void {
    const formula = this.formulaAt(sheet, row, column);
    if (formula === undefined || columnCount(body) < 2) return;
    const filled: CellMatrix = {};
    for (let other = body.startRow; other <= body.endRow; other++) {
      if (other === row) continue;
      if (hasContent(this.cells.cell(sheet, other, column))) return;
      filled[other] = { [column]: formulaCell(shiftFormula(formula, other - row, 0)) };
    }
    if (Object.keys(filled).length > 0) this.engine.setCells(sheet, filled);
  }

  private formulaAt(sheet: Worksheet, row: number, column: number): string | undefined {
    const raw = this.engine.rawCell(sheet, row, column);
    if (raw?.f == null && raw?.si == null) return undefined;
    return String(this.cells.formula(sheet, row, column));
  }
}
