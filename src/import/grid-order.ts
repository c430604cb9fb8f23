/** Whether a table goes on with the one before it, as a table that a page break parted does. */
import type { Grid } from "./blocks";
import { readSeq } from "./grid-cells";
import { readGridHeader, type GridHeader } from "./grid-columns";

/** Rows at the top of a table that may be headings inside it. */
const MOST_HEADINGS = 3;

/** The column headers of a table, below headings inside it. */
function headerOf(grid: Grid): GridHeader | null {
  for (let row = 0; row < Math.min(MOST_HEADINGS, grid.rows.length); row++) {
    const header = readGridHeader(grid, row);
    if (header) return header;
  }
  return null;
}

/** True where the second grid goes on with the first: as many columns, no other headers, and row numbers that go on. */
export function continuesGrid(before: Grid, next: Grid): boolean {
  // On a sheet the last columns may be empty behind a blank row.
  if (before.sheet === null ? next.width !== before.width : next.width > before.width) return false;
  const first = headerOf(before);
  const second = readGridHeader(next, 0);
  if (second && first?.labels.join() !== second.labels.join()) return false;
  // A blank row may part the column headers from the rows.
  if (first && second === null && first.end >= before.rows.length) return true;
  const at = first?.columns.indexOf("seq") ?? -1;
  // Nothing between two tables with the same columns, and no row numbers: a page break with the column headers printed again.
  if (at < 0) return true;
  const last = before.rows.findLast((row) => typeof readSeq(row.cells[at] ?? "") === "number");
  const lastNumber = readSeq(last?.cells[at] ?? "");
  const [row, following] = next.rows.slice(second?.end ?? 0);
  // A row that the page break parted goes on without a number.
  const own = readSeq(row?.cells[at] ?? "");
  const nextNumber = own === null && following ? readSeq(following.cells[at] ?? "") : own;
  if (typeof nextNumber !== "number" || typeof lastNumber !== "number") return second === null && nextNumber === null;
  return nextNumber === lastNumber + 1;
}
