import { IFunctionService } from "@univerjs/engine-formula";

import { contains, areaOf } from "../a1";
import type { Engine } from "../engine/engine";
import type { Names } from "../engine/names";
import type { Tables } from "../engine/tables";
import type { CustomFunctions } from "../functions/functions";
import type { FormulaScope, FunctionSignature } from "./formula-rules";

/** The functions, names and tables of the workbook, for the rules of formulas. */
export function formulaScope(engine: Engine, functions: CustomFunctions, tables: Tables, names: Names): FormulaScope {
  const service = engine.injector.get(IFunctionService);
  const builtIn = (name: string): FunctionSignature | undefined => {
    const upper = name.toUpperCase();
    const executor = service.getExecutor(upper.replace(/^(?:_XLFN\.|_XLWS\.)+/, ""));
    if (!executor) return undefined;
    const { minParams, maxParams } = executor;
    return { name: upper, minimum: minParams, maximum: maxParams < 0 ? Number.POSITIVE_INFINITY : maxParams };
  };
  return {
    signature: (name) => functions.signature(name) ?? builtIn(name),
    isName: (word) => {
      const wanted = word.toLowerCase();
      return tables.find(word) !== undefined || names.all().some(({ name }) => name.toLowerCase() === wanted);
    },
    table: (name, cell) => {
      const found =
        name !== undefined
          ? tables.find(name)
          : cell && tables.all(cell.sheetId).find(({ area }) => contains(area, areaOf(cell.row, cell.column)));
      return found && { name: found.name, columns: found.columns.map((column) => column.name) };
    },
  };
}
