import type { ICellData, Worksheet } from "@univerjs/core";

import type { Area } from "../a1";
import type { Calculation } from "./calculation";
import type { Cells } from "./cells";
import type { CellMatrix, Engine } from "./engine";
import { shiftFormula } from "./shift-formula";

const REORDER = "sheet.mutation.reorder-range";

interface Reorder {
  readonly subUnitId: string;
  readonly range: Area;
  /** By row, the row that its content comes from. */
  readonly order: Readonly<Record<number, number>>;
}

/** Sorted formulas keep pointing at cells of their own row, as in Excel: Univer moves their text unchanged. */
export function moveFormulasWithRows(engine: Engine, cells: Cells, calculation: Calculation): void {
  engine.commands.beforeCommandExecuted((command) => {
    if (command.id !== REORDER) return;
    const { subUnitId, range } = command.params as Reorder;
    const sheet = engine.sheet(subUnitId);
    if (!sheet) return;
    writeOutSharedFormulas(engine, cells, sheet);
    // A formula that moves leaves nothing behind of what it spilled.
    const leaving: CellMatrix = {};
    eachCell(engine, sheet, range, (cell, row, column) => {
      if (cell.f != null) (leaving[row] ??= {})[column] = { v: null };
    });
    engine.formulas.updateArrayFormulaCellData(engine.unitId, subUnitId, leaving);
    engine.formulas.updateArrayFormulaRange(engine.unitId, subUnitId, leaving);
  });
  engine.commands.onCommandExecuted((command) => {
    if (command.id !== REORDER) return;
    const { subUnitId, range, order } = command.params as Reorder;
    const sheet = engine.sheet(subUnitId);
    if (!sheet) return;
    eachCell(engine, sheet, range, (cell, row) => {
      const from = order[row];
      if (cell.f != null && from !== undefined) cell.f = shiftFormula(cell.f, row - from, 0);
    });
    calculation.markDirty(subUnitId, [range]);
  });
}

/** A formula filled by hand is stored once, and by a number in the other cells: a sort would part them. */
function writeOutSharedFormulas(engine: Engine, cells: Cells, sheet: Worksheet): void {
  const written: [ICellData, string][] = [];
  sheet.getCellMatrix().forValue((row, column, cell) => {
    if (cell?.si != null) written.push([cell, String(cells.formula(sheet, row, column))]);
  });
  for (const [cell, formula] of written) {
    cell.f = formula;
    delete cell.si;
  }
}

function eachCell(
  engine: Engine,
  sheet: Worksheet,
  area: Area,
  visit: (cell: ICellData, row: number, column: number) => void,
): void {
  for (let row = area.startRow; row <= area.endRow; row++) {
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      const cell = engine.rawCell(sheet, row, column);
      if (cell) visit(cell, row, column);
    }
  }
}
