/** Which columns of a table are worth sending row by row: in long tables many are empty, or say the same in every row. Pure. */
import type { Cell, ColumnSpec } from "../table-specs/spec";

export interface ColumnProfile {
  /** Neighbouring columns with values of their own. */
  runs: { from: number; count: number }[];
  /** Columns with one value throughout: sent once, for all rows. */
  constants: { column: number; value: Cell }[];
}

/** Below so many rows a table is sent as it is. */
const MANY_ROWS = 50;

/** Tells the columns of a table apart. */
export function profileColumns(columns: readonly ColumnSpec[], rows: readonly (readonly Cell[])[]): ColumnProfile {
  const profile: ColumnProfile = { runs: [], constants: [] };
  const many = rows.length >= MANY_ROWS;
  columns.forEach((column, index) => {
    const value = rows[0]?.[index] ?? "";
    const constant = many && isConstant(rows, index, value);
    // A text in a column of dates or figures wants cells of another format: it goes the ordinary way.
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
  // The last row tells most columns apart at once.
  if (rows.at(-1)?.[column] !== value) return false;
  for (const row of rows) if (row[column] !== value) return false;
  return true;
}
