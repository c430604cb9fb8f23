import { IFormulaRuntimeService } from "@univerjs/engine-formula";

import { isSingleCell } from "../a1";
import type { Area } from "../a1";
import type { Engine } from "./engine";

interface SpillCheck {
  _checkIfArrayFormulaRangeHasData(unitId: string, sheetId: string, row: number, column: number, range: Area): boolean;
}

/** Makes spills stop where Excel's do although the cells are blank: at merged cells and in tables. Univer looks at contents only. */
export function blockSpills(engine: Engine, isBlocked: (sheetId: string, area: Area) => boolean): void {
  const runtime = engine.injector.get(IFormulaRuntimeService) as unknown as SpillCheck;
  const hasData = runtime._checkIfArrayFormulaRangeHasData.bind(runtime);
  runtime._checkIfArrayFormulaRangeHasData = (unitId, sheetId, row, column, range) =>
    (!isSingleCell(range) && isBlocked(sheetId, range)) || hasData(unitId, sheetId, row, column, range);
}
