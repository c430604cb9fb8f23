import { ArrayValueObject, BooleanValueObject, NumberValueObject, StringValueObject } from "@univerjs/engine-formula";
import type { BaseValueObject } from "@univerjs/engine-formula";

import type { ResultCell } from "./results";

/** Blank rows at the end of a very long result (that of a whole column) are left out. */
export function withoutBlankEnd(rows: ResultCell[][]): ResultCell[][] {
  let end = rows.length;
  while (end > 1 && rows[end - 1]?.every((cell) => "value" in cell && (cell.value === "" || cell.value === 0)))
    end -= 1;
  return rows.slice(0, end);
}

export function valueObject(value: string | number | boolean): BaseValueObject {
  if (typeof value === "number") return NumberValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  return StringValueObject.create(value);
}

export function arrayOf(rows: BaseValueObject[][]): BaseValueObject {
  return ArrayValueObject.create({
    calculateValueList: rows,
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}
