import type { ICellData, ICommandInfo, IObjectMatrixPrimitiveType, Nullable } from "@univerjs/core";
import { SetRangeValuesMutation } from "@univerjs/sheets";

import type { Engine } from "./engine";

type Cells = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

const CONTENT = ["v", "f", "si", "p"] as const;

/** Whether a write to a cell carries a value or formula; null deletes the cell. */
function hasContent(cell: Nullable<ICellData>): boolean {
  return !cell || CONTENT.some((key) => key in cell);
}

/**
 * Keeps writes that carry only formats from touching contents. Univer deletes the formula of every cell of such a
 * write (only its own style commands are exempt), and its number format command guesses the type of the value again,
 * so that text such as "007" becomes a number.
 */
export function protectContents(engine: Engine): void {
  const model = engine.formulas;
  const updateFormulas = model.updateFormulaData.bind(model);
  const updateSpills = model.updateArrayFormulaCellData.bind(model);
  const updateSpillRanges = model.updateArrayFormulaRange.bind(model);
  // Without contents there is nothing to update; Univer would look through all formulas of the workbook for each write.
  model.updateFormulaData = (unitId, sheetId, cells) => {
    const written = contents(cells);
    return written ? updateFormulas(unitId, sheetId, written) : {};
  };
  model.updateArrayFormulaCellData = (unitId, sheetId, cells) => {
    const written = contents(cells);
    return written ? updateSpills(unitId, sheetId, written) : false;
  };
  model.updateArrayFormulaRange = (unitId, sheetId, cells) => {
    const written = contents(cells);
    return written ? updateSpillRanges(unitId, sheetId, written) : false;
  };
  engine.commands.beforeCommandExecuted((command) => {
    if (command.id === SetRangeValuesMutation.id) dropTypes(command);
  });
}

/** The cells of a write that carry contents; undefined where none does. */
function contents(cells: Cells): Cells | undefined {
  const kept: Cells = {};
  for (const row in cells) {
    for (const column in cells[row]) {
      const cell = cells[row][Number(column)];
      if (hasContent(cell)) (kept[Number(row)] ??= {})[Number(column)] = cell;
    }
  }
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/** Cells of which only the type would be written are left out. */
function dropTypes(command: Readonly<ICommandInfo>): void {
  const { cellValue } = command.params as { cellValue?: Record<string, Record<string, Nullable<ICellData>>> };
  for (const row of Object.values(cellValue ?? {})) {
    for (const [column, cell] of Object.entries(row)) {
      if (cell && "t" in cell && Object.keys(cell).length === 1) Reflect.deleteProperty(row, column);
    }
  }
}
