import { ObjectMatrix } from "@univerjs/core";
import type { ICellData, ICommandInfo, IObjectMatrixPrimitiveType, Nullable, Worksheet } from "@univerjs/core";
import { initSheetFormulaData } from "@univerjs/engine-formula";
import type { FormulaDataModel, IFormulaData } from "@univerjs/engine-formula";

import type { Engine } from "./engine";

/** Columns with formulas, by row. */
type Index = Map<number, Set<number>>;

/** Mutations after which every cell of a sheet may be elsewhere. */
const STRUCTURAL = new Set([
  "sheet.mutation.insert-row",
  "sheet.mutation.remove-rows",
  "sheet.mutation.insert-col",
  "sheet.mutation.remove-col",
  "sheet.mutation.move-rows",
  "sheet.mutation.move-columns",
  "sheet.mutation.move-range",
  "sheet.mutation.reorder-range",
  "sheet.mutation.insert-sheet",
  "sheet.mutation.remove-sheet",
]);

interface Scanned {
  _getSheetFormulaIdMap(unitId: string, sheetId: string): Record<string, { f: string; r: number; c: number }>;
}

/**
 * Where the formulas are. Univer looks through every cell of the workbook at each edit to find them; with twenty
 * thousand rows that takes longer than the edit. This keeps their places, and Univer asks here.
 */
export class FormulaIndex {
  private readonly indexes = new Map<string, Index>();

  constructor(private readonly engine: Engine) {
    engine.commands.onCommandExecuted((command) => {
      this.follow(command);
    });
    const model = engine.formulas;
    model.getFormulaData = () => this.formulaData();
    model.getSheetFormulaData = (_unitId, sheetId) => {
      const data: IFormulaData = {};
      const sheet = engine.sheet(sheetId);
      if (!sheet) return {};
      initSheetFormulaData(data, engine.unitId, sheetId, this.formulaCells(sheet));
      return data[engine.unitId]?.[sheetId];
    };
    (model as unknown as Scanned)._getSheetFormulaIdMap = (_unitId, sheetId) => this.idMap(sheetId);
  }

  /** Whether the sheet has any formula. */
  any(sheet: Worksheet): boolean {
    return this.index(sheet).size > 0;
  }

  /** Every cell of the sheet with a formula, by row and column, zero-based. */
  cells(sheet: Worksheet): { row: number; column: number }[] {
    return [...this.index(sheet)].flatMap(([row, columns]) => [...columns].map((column) => ({ row, column })));
  }

  private formulaData(): ReturnType<FormulaDataModel["getFormulaData"]> {
    const { unitId } = this.engine;
    const data: IFormulaData = { [unitId]: {} };
    for (const sheet of this.engine.sheets()) {
      initSheetFormulaData(data, unitId, sheet.getSheetId(), this.formulaCells(sheet));
    }
    return data;
  }

  private idMap(sheetId: string): Record<string, { f: string; r: number; c: number }> {
    const map: Record<string, { f: string; r: number; c: number }> = {};
    const sheet = this.engine.sheet(sheetId);
    if (!sheet) return map;
    this.formulaCells(sheet).forValue((r, c, cell) => {
      if (cell?.f && cell.si) map[cell.si] = { f: cell.f, r, c };
    });
    return map;
  }

  private formulaCells(sheet: Worksheet): ObjectMatrix<Nullable<ICellData>> {
    const matrix = sheet.getCellMatrix();
    const cells: IObjectMatrixPrimitiveType<Nullable<ICellData>> = {};
    const index = this.index(sheet);
    for (const [row, columns] of index) {
      const inRow: Record<number, Nullable<ICellData>> = (cells[row] = {});
      for (const column of columns) inRow[column] = matrix.getValue(row, column);
    }
    return new ObjectMatrix(cells);
  }

  private index(sheet: Worksheet): Index {
    const cached = this.indexes.get(sheet.getSheetId());
    if (cached) return cached;
    const index: Index = new Map();
    sheet.getCellMatrix().forValue((row, column, cell) => {
      if (cell && (cell.f != null || cell.si != null)) add(index, row, column);
    });
    this.indexes.set(sheet.getSheetId(), index);
    return index;
  }

  private follow(command: Readonly<ICommandInfo>): void {
    if (STRUCTURAL.has(command.id)) {
      this.indexes.clear();
      return;
    }
    if (command.id !== "sheet.mutation.set-range-values") return;
    const { subUnitId, cellValue } = command.params as {
      subUnitId: string;
      cellValue?: Record<string, Record<string, unknown>>;
    };
    const index = this.indexes.get(subUnitId);
    const matrix = this.engine.sheet(subUnitId)?.getCellMatrix();
    if (!index || !matrix) return;
    for (const row in cellValue) {
      for (const column in cellValue[row]) {
        const cell = matrix.getValue(Number(row), Number(column));
        if (cell && (cell.f != null || cell.si != null)) add(index, Number(row), Number(column));
        else index.get(Number(row))?.delete(Number(column));
      }
      if (index.get(Number(row))?.size === 0) index.delete(Number(row));
    }
  }
}

function add(index: Index, row: number, column: number): void {
  const columns = index.get(row);
  if (columns) columns.add(column);
  else index.set(row, new Set([column]));
}
