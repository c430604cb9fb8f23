import { BaseReferenceObject } from "@univerjs/engine-formula";
import type { IRange } from "@univerjs/core";

interface TableReference {
  readonly _tableData?: { readonly range: IRange; readonly showTotals?: boolean };
  readonly _columnDataString?: string;
}

let patched = false;

/**
 * Leaves the total row out of `Table[Column]`: Univer takes everything below the header for data, so that a sum in the
 * total row would depend on itself. `[#All]` and `[#Totals]` name the row.
 */
export function leaveTotalRowsOut(): void {
  if (patched) return;
  patched = true;
  const { prototype } = BaseReferenceObject;
  const setRangeData = Reflect.get(prototype, "setRangeData");
  prototype.setRangeData = function (this: BaseReferenceObject, range) {
    const { _tableData: table, _columnDataString: part } = this as unknown as TableReference;
    const isData =
      table?.showTotals === true && range.endRow === table.range.endRow && !/#(?:All|Totals)/i.test(part ?? "");
    setRangeData.call(this, isData && range.startRow < range.endRow ? { ...range, endRow: range.endRow - 1 } : range);
  };
}
