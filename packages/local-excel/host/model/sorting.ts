import { columnCount, rowCount } from "../a1";
import type { Area } from "../a1";
import type { CellValue } from "../engine/cells";
import { invalidArgument } from "../errors";
import type { Host } from "../host";
import { sheetOf } from "./lookup";

export interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
}

const rank = (value: CellValue): number =>
  value === "" ? 3 : typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;

/** Excel's order: numbers, text without regard to case, truth values, and blanks always last. */
export function compareValues(a: CellValue, b: CellValue, ascending: boolean): number {
  if (a === "" || b === "") return rank(a) - rank(b);
  const sign = ascending ? 1 : -1;
  if (rank(a) !== rank(b)) return sign * (rank(a) - rank(b));
  if (typeof a === "string" && typeof b === "string") return sign * a.localeCompare(b, "en", { sensitivity: "base" });
  return sign * (Number(a) - Number(b));
}

/** Sorts rows by columns counted from the left of the area. */
export function sortRows(host: Host, sheetId: string, area: Area, fields: readonly SortField[]): void {
  const sheet = sheetOf(host, sheetId);
  for (const { key } of fields) {
    if (!Number.isInteger(key) || key < 0 || key >= columnCount(area)) throw invalidArgument(`sort key ${String(key)}`);
  }
  const values = host.cells.values(sheet, area);
  const order = Array.from({ length: rowCount(area) }, (_value, index) => index);
  order.sort((a, b) => {
    for (const { key, ascending } of fields) {
      const result = compareValues(values[a]?.[key] ?? "", values[b]?.[key] ?? "", ascending !== false);
      if (result !== 0) return result;
    }
    return a - b;
  });
  if (order.some((from, to) => from !== to)) host.sheets.reorder(sheet, area, order);
}
