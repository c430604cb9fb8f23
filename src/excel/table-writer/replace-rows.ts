/** Replaces all rows of a table that the add-in alone fills. */
import { untracked } from "../ranges";
import type { RowCells } from "../../domain/cells";
import { numberFormat, type ColumnSpec } from "../table-specs/spec";
import { bodyRange, columnOf, sheetOf, type ManagedTable } from "../tables";
import { setNumberFormat, setValues, writtenCells } from "./table-write";

/**
 * Queues new rows that replace those of a table; Excel keeps one blank row in a table without rows. Columns of the user's own are not
 * changed. The caller shows all rows first (unfiltered). Nothing is sent before the caller's sync.
 */
export function queueReplacement(
  context: Excel.RequestContext,
  table: ManagedTable,
  columns: readonly ColumnSpec[],
  rows: readonly RowCells[],
): void {
  const width = table.headers.length;
  const before = Math.max(1, table.rows.length);
  const after = Math.max(1, rows.length);
  const own = columns.filter(({ header }) => columnOf(table, header) >= 0);
  for (const { header } of own) {
    const range = bodyRange(context, table, 0, columnOf(table, header), before, 1);
    range.clear("Contents");
    range.clear("Hyperlinks");
  }
  const object = context.workbook.tables.getItem(table.name);
  if (after !== before)
    object.resize(untracked(sheetOf(context, table).getRangeByIndexes(table.top, table.left, after + 1, width)));
  if (rows.length === 0) return;
  for (const column of own)
    setNumberFormat(bodyRange(context, table, 0, columnOf(table, column.header), rows.length, 1), numberFormat(column));
  const values = rows.map((row) => writtenCells(table, own, row));
  setValues(bodyRange(context, table, 0, 0, rows.length, width), values);
}
