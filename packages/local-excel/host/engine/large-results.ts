import { BaseReferenceObject, ErrorType, ErrorValueObject, IFunctionService } from "@univerjs/engine-formula";
import type { BaseValueObject, FunctionVariantType } from "@univerjs/engine-formula";

import { MAX_COLUMNS, MAX_ROWS, columnCount, rowCount } from "../a1";
import type { Engine } from "./engine";

/** Ranges of more cells end where the sheet's contents end: what is beyond is blank. */
const LARGEST_RANGE = 16_000_000;
/** Arrays of more values are not made; Excel runs out of resources later. */
const LARGEST_ARRAY = 2_000_000;
/** Functions that make an array of the size that their first two arguments say. */
const MAKERS = ["SEQUENCE", "RANDARRAY", "MAKEARRAY"];

let patched = false;

/** Keeps a formula from holding up everything: Univer walks through every cell of a range, and makes every value of an array. */
export function limitLargeResults(engine: Engine): void {
  limitRanges();
  const service = engine.injector.get(IFunctionService);
  for (const name of MAKERS) {
    const executor = service.getExecutor(name);
    if (!executor) continue;
    const calculate = executor.calculate.bind(executor);
    executor.calculate = (...args) => {
      const [rows, columns] = [sizeOf(args[0]), sizeOf(args[1])];
      if (rows > MAX_ROWS || columns > MAX_COLUMNS) return ErrorValueObject.create(ErrorType.VALUE);
      if (rows * columns > LARGEST_ARRAY) return ErrorValueObject.create(ErrorType.NUM);
      // Univer refuses what does not fit into its sheet, which grows only as contents do.
      Object.assign(executor, { _rowCount: MAX_ROWS, _columnCount: MAX_COLUMNS });
      return calculate(...args);
    };
  }
}

function sizeOf(argument: FunctionVariantType | undefined): number {
  if (!argument || argument.isReferenceObject() || (argument as BaseValueObject).isArray()) return 1;
  const size = Number((argument as BaseValueObject).getValue());
  return Number.isFinite(size) ? size : 1;
}

function limitRanges(): void {
  if (patched) return;
  patched = true;
  const { prototype } = BaseReferenceObject;
  const position = Reflect.get(prototype, "getRangePosition");
  prototype.getRangePosition = function (this: BaseReferenceObject) {
    const range = position.call(this);
    if (rowCount(range) * columnCount(range) <= LARGEST_RANGE) return range;
    const endRow = Math.min(range.endRow, Math.max(range.startRow, this.getActiveSheetRowCount() - 1));
    const endColumn = Math.min(range.endColumn, Math.max(range.startColumn, this.getActiveSheetColumnCount() - 1));
    return { ...range, endRow, endColumn };
  };
}
