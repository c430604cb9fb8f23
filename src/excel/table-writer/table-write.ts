/** What is written to a managed table in one request: cells to update, rows to append, rows to remove, each with what is expected there. */
import type { RowCells } from "../../domain/cells";
import { numberFormat, type Cell, type ColumnSpec } from "../table-specs/spec";
import { columnOf, type ManagedTable } from "../tables";

/** A cell to write, by header of its column; `row` counts from 0 within the body. */
export interface CellWrite {
  row: number;
  header: string;
  value: Cell;
}

/** A cell to write, with what it is expected to hold until then; positions count from 0 within the body. */
export interface CellUpdate {
  row: number;
  column: number;
  value: Cell;
  expected: Cell;
  /** The expected value of the row's identity column; null where any row is accepted. */
  identity: Cell | null;
  /** Number format to set first; null where the cell keeps its own. */
  format: string | null;
}

/** A row to remove, with the cells that it is expected to hold, in the order of the table's columns; null where any content is expected. */
export interface RowRemoval {
  row: number;
  cells: readonly (Cell | null)[];
}

export interface TableWrite {
  readonly table: ManagedTable;
  /** Position of the column that identifies rows; -1 where there is none. */
  readonly identity: number;
  /** The columns that the add-in writes, with their formats; the formulas of the user's own columns are kept. */
  readonly columns: readonly ColumnSpec[];
  readonly updates?: readonly CellUpdate[];
  readonly append?: readonly RowCells[];
  readonly remove?: readonly RowRemoval[];
}

/** The write that updates cells of a table as it was read; a column that is missing is skipped. */
export function updateWrite(
  table: ManagedTable,
  identityHeader: string,
  columns: readonly ColumnSpec[],
  cells: readonly CellWrite[],
): TableWrite {
  const identity = columnOf(table, identityHeader);
  const updates = cells.flatMap(({ row, header, value }): CellUpdate[] => {
    const column = columnOf(table, header);
    const current = table.rows[row] ?? [];
    return column < 0
      ? []
      : [
          {
            row,
            column,
            value,
            expected: current[column] ?? "",
            identity: identity < 0 ? null : (current[identity] ?? ""),
            format: formatFor(value, header, columns),
          },
        ];
  });
  return { table, identity, columns, updates };
}

/** The write that appends rows: blank rows at the end of the table as it was read are filled first. */
export function appendWrite(
  table: ManagedTable,
  identityHeader: string,
  columns: readonly ColumnSpec[],
  rows: readonly RowCells[],
): TableWrite {
  const filled = filledRows(table);
  const blank = Math.min(rows.length, table.rows.length - filled);
  const cells = rows
    .slice(0, blank)
    .flatMap((row, index) =>
      columns.map(({ header }): CellWrite => ({ row: filled + index, header, value: row[header] ?? "" })),
    );
  const write = updateWrite(table, identityHeader, columns, cells);
  // A blank row may have none of the formats of its columns.
  const updates = write.updates?.map((update) => ({
    ...update,
    format: update.format ?? formatOfColumn(table.headers[update.column] ?? "", columns),
  }));
  return { ...write, updates: updates ?? [], append: rows.slice(blank) };
}

/** The write that removes rows of a table as it was read. */
export function removalWrite(table: ManagedTable, identityHeader: string, rows: readonly number[]): TableWrite {
  const remove = rows.map((row) => ({ row, cells: table.rows[row] ?? [] }));
  return { table, identity: columnOf(table, identityHeader), columns: [], remove };
}

/** The number format that a value needs in its cell; null where any will do. A text needs a text cell, or Excel may read a date in it. */
export function formatFor(value: Cell, header: string, columns: readonly ColumnSpec[]): string | null {
  if (typeof value === "string") return value === "" ? null : "@";
  const column = columns.find((each) => each.header === header);
  return column && column.format !== "text" ? numberFormat(column) : null;
}

/** The number format of a column of the layout; null for another column, which has no width of its own. */
export function formatOfColumn(header: string, columns: readonly ColumnSpec[]): string | null {
  const column = columns.find((each) => each.header === header);
  return column && column.width > 0 ? numberFormat(column) : null;
}

/** Number of rows of a table up to the last one with any content; a row that was not read counts as filled. */
export function filledRows(table: Pick<ManagedTable, "rows">): number {
  let filled = table.rows.length;
  while (filled > 0 && table.rows[filled - 1]?.every((cell) => cell === "") === true) filled -= 1;
  return filled;
}

/** Cells by header in the order of a table's own columns; those of columns that are not ours are empty. */
export function inTableOrder(table: Pick<ManagedTable, "headers">, cells: RowCells): Cell[] {
  return table.headers.map((header) => cells[header] ?? "");
}

/** A row in the order of a table's own columns; null in columns that are not written: those of the user's own, with their formulas. */
export function writtenCells(
  table: Pick<ManagedTable, "headers">,
  columns: readonly ColumnSpec[],
  cells: RowCells,
): (Cell | null)[] {
  const written = new Set(columns.map(({ header }) => header));
  return table.headers.map((header) => (written.has(header) ? (cells[header] ?? "") : null));
}

/** Gives every cell of a range one number format: Excel accepts a single value for all cells, which the type does not declare. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  (range as { numberFormat: unknown }).numberFormat = format;
}

/** Gives every cell of a range one value, in the same way. */
export function fillRange(range: Excel.Range, value: Cell): void {
  (range as { values: unknown }).values = value;
}

/** Writes a block in which null leaves a cell as it is; the types do not allow null there. */
export function setValues(range: Excel.Range, values: readonly (readonly (Cell | null)[])[]): void {
  (range as { values: unknown }).values = values;
}
