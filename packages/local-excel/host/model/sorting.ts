import type { Worksheet } from "@univerjs/core";

import { columnCount, contains, intersect, rowCount } from "../a1";
import type { Area } from "../a1";
import type { CellValue } from "../engine/cells";
import { readCopy } from "../engine/copy-cells";
import { invalidArgument, invalidOperation } from "../errors";
import type { Host } from "../host";
import { sheetOf } from "./lookup";

export interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
}

const rank = (value: CellValue): number =>
  value === "" ? 3 : typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;

/** Excel's order: numbers, text without regard to case, truth values, and blanks always last. */
export function compareValues(a: CellValue, b: CellValue, ascending: boolean, matchCase = false): number {
  if (a === "" || b === "") return rank(a) - rank(b);
  const sign = ascending ? 1 : -1;
  if (rank(a) !== rank(b)) return sign * (rank(a) - rank(b));
  if (typeof a === "string" && typeof b === "string")
    return sign * a.localeCompare(b, "en", { sensitivity: matchCase ? "variant" : "base" });
  return sign * (Number(a) - Number(b));
}

/** Sorts rows by columns counted from the left of the area. Hidden rows are not moved, as in Excel. */
export function sortRows(
  host: Host,
  sheetId: string,
  area: Area,
  fields: readonly SortField[],
  matchCase = false,
): void {
  const sheet = sheetOf(host, sheetId);
  requireEqualMerges(sheet, area);
  const values = host.cells.values(sheet, area);
  const order = sortedOrder(rowCount(area), columnCount(area), {
    fields,
    matchCase,
    moves: (row) => sheet.getRowVisible(area.startRow + row),
    value: (row, key) => values[row]?.[key] ?? "",
  });
  if (order.some((from, to) => from !== to)) host.sheets.reorder(sheet, area, order);
}

/** @throws InvalidOperation where merged cells differ in size, or stand beside cells that are not merged */
function requireEqualMerges(sheet: Worksheet, area: Area): void {
  const merges = sheet.getMergeData().filter((merge) => intersect(merge, area));
  const [first] = merges;
  if (!first) return;
  const isEqual = (merge: Area): boolean =>
    rowCount(merge) === rowCount(first) && columnCount(merge) === columnCount(first) && contains(area, merge);
  const merged = merges.length * rowCount(first) * columnCount(first);
  if (!merges.every(isEqual) || merged !== rowCount(area) * columnCount(area)) {
    throw invalidOperation("To do this, all the merged cells need to be the same size.");
  }
}

/** Sorts columns by rows counted from the top of the area. Hidden columns are not moved. */
export function sortColumns(
  host: Host,
  sheetId: string,
  area: Area,
  { fields, matchCase }: { readonly fields: readonly SortField[]; readonly matchCase: boolean },
): void {
  const sheet = sheetOf(host, sheetId);
  const values = host.cells.values(sheet, area);
  const order = sortedOrder(columnCount(area), rowCount(area), {
    fields,
    matchCase,
    moves: (at) => sheet.getColVisible(area.startColumn + at),
    value: (at, key) => values[key]?.[at] ?? "",
  });
  if (order.every((from, to) => from === to)) return;
  const column = (index: number): { sheet: typeof sheet; area: Area } => {
    const at = area.startColumn + index;
    return { sheet, area: { ...area, startColumn: at, endColumn: at } };
  };
  const writes = order.map((from, to) =>
    readCopy(host.engine, host.cells, column(from), column(to), { what: "All", keepReferences: true }),
  );
  host.changes.silently(() => {
    for (const write of writes) write();
  });
  host.dispatcher.columnsSorted(sheetId, area, host.engine.origin);
}

interface SortRules {
  readonly fields: readonly SortField[];
  readonly matchCase: boolean;
  /** Whether a line takes part; the others stay where they are. */
  readonly moves: (line: number) => boolean;
  readonly value: (line: number, key: number) => CellValue;
}

/** Where each line comes from: `order[i]` is the line that comes to place i. */
function sortedOrder(count: number, keys: number, { fields, matchCase, moves, value }: SortRules): number[] {
  for (const { key } of fields) {
    if (!Number.isInteger(key) || key < 0 || key >= keys) throw invalidArgument(`sort key ${String(key)}`);
  }
  const order = Array.from({ length: count }, (_value, index) => index);
  const moving = order.filter(moves);
  const sorted = [...moving].sort((a, b) => {
    for (const { key, ascending } of fields) {
      const result = compareValues(value(a, key), value(b, key), ascending !== false, matchCase);
      if (result !== 0) return result;
    }
    return a - b;
  });
  moving.forEach((line, index) => (order[line] = sorted[index] ?? line));
  return order;
}
