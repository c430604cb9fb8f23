/** Appends rows below the last row of a table, wherever that is when Excel carries out the request. */
import { capabilities } from "../capabilities";
import { rowsAtOnce } from "../filters";
import { untracked } from "../ranges";
import type { RowCells } from "../../domain/cells";
import { numberFormat, type Cell, type ColumnSpec } from "../table-specs/spec";
import { columnOf, type ManagedTable } from "../tables";
import { setNumberFormat, setValues, writtenCells } from "./table-write";

/** Up to this number of rows their formats are sent as one block, above it column by column. */
const FEW_ROWS = 20;

/**
 * Queues rows at the end of a table. Room is made first and filled afterwards, so that a request that fails between the two leaves blank
 * rows, which the next append fills. Content below the table moves down. Nothing is sent before the caller's sync.
 * @param columns the columns to write, with their formats; other columns keep what Excel fills in (formulas of calculated columns)
 */
export function queueAppend(
  context: Excel.RequestContext,
  table: ManagedTable,
  columns: readonly ColumnSpec[],
  rows: readonly RowCells[],
): void {
  const count = rows.length;
  if (count === 0) return;
  const object = context.workbook.tables.getItem(table.name);
  if (table.showTotals || table.contentBelow || !capabilities().tableResize) {
    // Excel itself moves down what is below; it does so in one step.
    const blank = table.headers.map(() => "");
    object.rows.add(
      undefined,
      Array.from({ length: count }, () => blank),
    );
  } else object.resize(untracked(untracked(object.getRange()).getResizedRange(count, 0)));
  const last = untracked(untracked(untracked(object.getDataBodyRange()).getLastRow()).getCell(0, 0));
  const first = untracked(last.getOffsetRange(1 - count, 0));
  writeRows(untracked(first.getResizedRange(count - 1, table.headers.length - 1)), table, columns, rows);
}

/** Writes the values of a row in one go, so that a row is either complete or blank. */
function writeRows(
  range: Excel.Range,
  table: ManagedTable,
  columns: readonly ColumnSpec[],
  rows: readonly RowCells[],
): void {
  const specs = table.headers.map((header) => columns.find((column) => column.header === header));
  const values = rows.map((row) => writtenCells(table, columns, row));
  if (rows.length <= FEW_ROWS)
    (range as { numberFormat: unknown }).numberFormat = values.map((row) =>
      row.map((value, at) => formatInColumn(specs[at], value)),
    );
  else formatColumns(range, table, columns, rows);
  // Values of a block are written into the visible rows only (office-js#224), so that a filtered table is written row by row.
  for (const { first, count } of rowsAtOnce(rows.length, table.filter !== null))
    setValues(count === rows.length ? range : untracked(range.getRow(first)), values.slice(first, first + count));
}

/** A text in a column of numbers or dates remains a text; a number in a column that is not of the layout keeps the format of the rows above. */
function formatInColumn(column: ColumnSpec | undefined, value: Cell | null): string | null {
  if (!column) return null;
  if (typeof value === "string" && value !== "") return "@";
  return isOfLayout(column) ? numberFormat(column) : null;
}

const isOfLayout = (column: ColumnSpec): boolean => column.width > 0 || column.format === "text";

function formatColumns(
  range: Excel.Range,
  table: ManagedTable,
  columns: readonly ColumnSpec[],
  rows: readonly RowCells[],
): void {
  for (const column of columns) {
    const position = columnOf(table, column.header);
    if (position < 0) continue;
    if (isOfLayout(column)) setNumberFormat(untracked(range.getColumn(position)), numberFormat(column));
    if (column.format === "text") continue;
    rows.forEach((row, index) => {
      const value = row[column.header] ?? "";
      if (typeof value === "string" && value !== "") setNumberFormat(untracked(range.getCell(index, position)), "@");
    });
  }
}
