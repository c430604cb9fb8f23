import { IFormulaRuntimeService } from "@univerjs/engine-formula";

import { MAX_COLUMNS, MAX_ROWS, isSingleCell } from "../a1";
import type { Area } from "../a1";
import type { Engine } from "./engine";

interface SpillCheck {
  _checkIfArrayFormulaExceeded(rowCount: number, columnCount: number, range: Area): boolean;
  _checkIfArrayFormulaRangeHasData(unitId: string, sheetId: string, row: number, column: number, range: Area): boolean;
}

/** Makes spills stop where Excel's do although the cells are blank: at merged cells and in tables. Univer looks at contents only. */
export function blockSpills(engine: Engine, isBlocked: (sheetId: string, area: Area) => boolean): void {
  const runtime = engine.injector.get(IFormulaRuntimeService) as unknown as SpillCheck;
  const exceeds = runtime._checkIfArrayFormulaExceeded.bind(runtime);
  // Univer's sheets end soon after their contents, Excel's do not.
  runtime._checkIfArrayFormulaExceeded = (_rows, _columns, range) => exceeds(MAX_ROWS, MAX_COLUMNS, range);
  const hasData = runtime._checkIfArrayFormulaRangeHasData.bind(runtime);
  runtime._checkIfArrayFormulaRangeHasData = (unitId, sheetId, row, column, range) =>
    (!isSingleCell(range) && isBlocked(sheetId, range)) || hasData(unitId, sheetId, row, column, range);
}
