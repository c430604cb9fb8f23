/** Finds the columns of a long table that are empty or have the same value in every row, and need not be sent row by row. Pure. */
import type { Cell, ColumnSpec } from "../table-specs/spec";

export interface ColumnProfile {
  /** Adjacent columns with varying values. */
  runs: { from: number; count: number }[];
  /** Columns with one value in all rows, which is sent once. */
  constants: { column: number; value: Cell }[];
}

/** Smaller tables are sent completely. */
const MANY_ROWS = 50;

/** Returns the profile of a table's columns. */
export function profileColumns(columns: readonly ColumnSpec[], rows: readonly (readonly Cell[])[]): ColumnProfile {
  const profile: ColumnProfile = { runs: [], constants: [] };
  const many = rows.length >= MANY_ROWS;
  columns.forEach((column, index) => {
    const value = rows[0]?.[index] ?? "";
    const constant = many && isConstant(rows, index, value);
    // Text in a column of dates or figures needs another cell format and is sent by row.
    if (constant && (column.format === "text" || typeof value !== "string" || value === "")) {
      if (value !== "") profile.constants.push({ column: index, value });
      return;
    }
    const last = profile.runs.at(-1);
    if (last && last.from + last.count === index) last.count += 1;
    else profile.runs.push({ from: index, count: 1 });
  });
  return profile;
}

function isConstant(rows: readonly (readonly Cell[])[], column: number, value: Cell): boolean {
  // Comparing the last row first rules out most columns.
  if (rows.at(-1)?.[column] !== value) return false;
  for (const row of rows) if (row[column] !== value) return false;
  return true;
}
