/** Ranges that are used within one request only. */

/**
 * Tells the runtime not to keep a range beyond its request. Excel.run tracks every range it sees, and after the batch sends one more
 * request that lets go of them all; a range that was never tracked costs nothing.
 */
export function untracked<T extends Excel.Range | Excel.RangeAreas>(range: T): T {
  range.untrack();
  return range;
}

/** A block of cells on a sheet, from 0, used within one request only. */
export function block(sheet: Excel.Worksheet, row: number, column: number, rows = 1, columns = 1): Excel.Range {
  return untracked(sheet.getRangeByIndexes(row, column, rows, columns));
}
