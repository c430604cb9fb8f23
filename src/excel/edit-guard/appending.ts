/** Rows below a watched table's last one, wherever that is by the time they are written: a co-author may have added rows a moment ago. */
import { capabilities } from "../capabilities";
import { numberFormat, type Cell, type ColumnSpec } from "../table-specs/spec";
import { appendRows, columnOf, inTableOrder, isBlankBody, setNumberFormat, type ManagedTable } from "../tables";
import { rowsAtOnce } from "../filters";
import { passing } from "../ranges";
import type { RowCells } from "../../domain/cells";
import type { WatchedTable } from "./guarded-tables";

/** Up to here formats are sent cell by cell in one go; above, column by column. */
const FEW = 20;

/**
 * Queues rows for a table. Nothing is sent before the caller's sync.
 * @param without rows of the body that are deleted earlier in the same batch
 * @returns the rows as written
 */
export function appendBelow(
  context: Excel.RequestContext,
  watched: WatchedTable,
  columns: readonly ColumnSpec[],
  rows: readonly RowCells[],
  without = 0,
): Cell[][] {
  const managed = managedTable(watched, without);
  const values = rows.map((row) => inTableOrder(managed, row));
  if (rows.length === 0) return values;
  if (isBlankBody(managed) || managed.showTotals || !capabilities().tableResize) {
    appendRows(context, managed, columns, rows);
    return values;
  }
  const table = context.workbook.tables.getItem(watched.name);
  const count = rows.length;
  const own = new Set(columns.map((column) => column.header));
  if (managed.contentBelow) {
    const below = passing(passing(table.getDataBodyRange()).getRowsBelow(count));
    passing(passing(below.getEntireRow()).insert("Down"));
  }
  table.resize(passing(passing(table.getRange()).getResizedRange(count, 0)));
  const last = passing(passing(table.getDataBodyRange()).getLastRow());
  const block = passing(passing(last.getOffsetRange(1 - count, 0)).getResizedRange(count - 1, 0));
  const formats = managed.headers.map((header) => {
    const column = columns.find((each) => each.header === header);
    // A figure or a date in a column that is not the layout's takes the format of the rows above.
    return column && (column.width > 0 || column.format === "text") ? numberFormat(column) : null;
  });
  // A text in a column of figures or dates stays a text.
  const formatOf = (value: Cell, at: number): string | null =>
    formats[at] !== null && typeof value === "string" && value !== "" ? "@" : (formats[at] ?? null);
  // What a filter hides is not written to as part of a block.
  const parts = rowsAtOnce(count, managed.filter !== null);
  if (count <= FEW) block.numberFormat = values.map((row) => row.map(formatOf));
  else {
    for (const column of columns) {
      const at = columnOf(managed, column.header);
      if (at >= 0 && formats[at] !== null) setNumberFormat(passing(block.getColumn(at)), numberFormat(column));
    }
  }
  // A column of the user's own is left to its formulas, with which Excel fills it as the table grows.
  const cells = values.map((row) => row.map((value, at) => (own.has(managed.headers[at] ?? "") ? value : null)));
  for (const part of parts) {
    const target = part.count === count ? block : passing(block.getRow(part.first));
    target.values = cells.slice(part.first, part.first + part.count);
  }
  return values;
}

/** A watched table as the writing of rows knows it; its rows are counted, not read. */
function managedTable(watched: WatchedTable, without: number): ManagedTable {
  const { snapshot } = watched.guarded;
  const length = Math.max(snapshot.length - without, 0);
  const only = length === 1 ? [...snapshot.all()].slice(0, 1).map((row) => [...row.values]) : null;
  return {
    ...watched.geometry,
    name: watched.name,
    kind: watched.kind,
    id: watched.name,
    headers: snapshot.headers,
    showHeaders: true,
    filter: watched.geometry.isFiltered ? [] : null,
    rows: only ?? new Array<Cell[]>(length),
  };
}
