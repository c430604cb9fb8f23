/** Queues a write to a table and reports, after the sync, where the table did not hold what was expected. */
import { unfiltered } from "../filters";
import { untracked } from "../ranges";
import type { RowCells } from "../../domain/cells";
import type { Cell, ColumnSpec } from "../table-specs/spec";
import { specOfTable } from "../table-specs/tables";
import { bodyOf, blockOf, type ManagedTable } from "../tables";
import { queueAppend } from "./append-rows";
import { formatFor, formatOfColumn, writtenCells, type RowRemoval, type TableWrite } from "./table-write";
import { FEW_CELLS, queueUpdates, type FoundCell, type WrittenBlock } from "./update-cells";

/** What a write met instead of what was expected. */
export interface WriteConflict {
  readonly write: TableWrite;
  /** The headers as they were then. */
  readonly headers: readonly string[];
  /** Cells that held something else, and cells of other rows. */
  readonly cells: readonly FoundCell[];
  /** Removed rows that were not the expected ones. */
  readonly removed: readonly (readonly Cell[])[];
  /** Rows that were appended with their cells in the wrong columns. */
  readonly appended: readonly RowRemoval[];
}

export interface QueuedWrite {
  /** What was written, before the sync. */
  readonly written: readonly WrittenBlock[];
  /** After the sync: what the write met; null where all was as expected. */
  conflict(): WriteConflict | null;
}

/**
 * Queues a write: updates, then rows appended, then rows removed, each read before it is written. The request fails before its first write
 * to a table that is missing or has become shorter. Filters keep their criteria. Nothing is sent before the caller's sync.
 */
export function queueWrite(context: Excel.RequestContext, write: TableWrite): QueuedWrite {
  const { table, identity, updates = [], append = [], remove = [] } = write;
  if (updates.length + append.length + remove.length === 0) return { written: [], conflict: () => null };
  const object = context.workbook.tables.getItem(table.name);
  object.columns.load("items/name");
  const rows = [...updates, ...remove].map(({ row }) => row);
  if (rows.length > 0) object.rows.getItemAt(rows.reduce((a, b) => Math.max(a, b))).load("index");
  const isFew = updates.length <= FEW_CELLS;
  const showsAll = remove.length > 0 || (!isFew && table.filter?.some((criteria) => criteria !== null) === true);
  const pending = unfiltered(context, { ...table, filter: showsAll ? table.filter : null }, (): Pending => {
    const cellByCell = isFew || (table.filter !== null && !showsAll);
    const cells = queueUpdates(bodyOf(context, table), identity, updates, cellByCell);
    const body = append.length > 0 ? untracked(object.getDataBodyRange()) : null;
    body?.load("rowCount");
    queueAppend(context, table, write.columns, append);
    return { cells, body, removals: queueRemovals(context, table, remove) };
  });
  const headers = (): string[] => object.columns.items.map(({ name }) => name);
  return { written: pending.cells.written, conflict: () => conflictOf(write, headers(), pending) };
}

interface Pending {
  cells: ReturnType<typeof queueUpdates>;
  body: Excel.Range | null;
  removals: { removal: RowRemoval; before: Excel.Range }[];
}

function queueRemovals(
  context: Excel.RequestContext,
  table: ManagedTable,
  remove: readonly RowRemoval[],
): Pending["removals"] {
  const body = bodyOf(context, table);
  const { rows } = context.workbook.tables.getItem(table.name);
  // From the bottom up, so that the rows still to be removed keep their positions.
  return [...remove]
    .sort((a, b) => b.row - a.row)
    .map((removal) => {
      const before = blockOf(body, removal.row, 0, 1, table.headers.length);
      before.load("values");
      rows.getItemAt(removal.row).delete();
      return { removal, before };
    });
}

function conflictOf(write: TableWrite, headers: readonly string[], pending: Pending): WriteConflict | null {
  const { table, append = [] } = write;
  const isMoved = headers.length !== table.headers.length || headers.some((name, at) => name !== table.headers[at]);
  const cells = pending.cells.found(isMoved);
  const removed = pending.removals.flatMap(({ removal, before }) => {
    const current = (before.values[0] ?? []) as Cell[];
    return isMoved || !isSameRow(removal.cells, current) ? [current] : [];
  });
  const first = pending.body?.rowCount ?? 0;
  const appended = isMoved
    ? append.map((row, at) => ({ row: first + at, cells: writtenCells(table, write.columns, row) }))
    : [];
  if (cells.length + removed.length + appended.length === 0) return null;
  return { write, headers, cells, removed, appended };
}

const isSameRow = (expected: RowRemoval["cells"], current: readonly Cell[]): boolean =>
  expected.every((cell, at) => cell === null || cell === (current[at] ?? ""));

/**
 * The write that gives a table back what a conflicting write has overwritten or removed by mistake.
 * @param only which cells get back what they held: all that did not hold what was expected, or those of other rows only
 */
export function revertOf(
  { write, headers, cells, removed, appended }: WriteConflict,
  only: "all" | "misplaced",
): TableWrite {
  const table = { ...write.table, headers };
  const spec = specOfTable(table.name)?.columns ?? [];
  const columns = headers.map((header, at) => columnFor(header, spec, removed, at));
  return {
    table,
    identity: write.identity,
    columns,
    updates: cells
      .filter(({ isMisplaced }) => only === "all" || isMisplaced)
      .map(({ update: { row, column, value }, found, foundIdentity }) => ({
        row,
        column,
        value: found,
        expected: value,
        identity: write.identity < 0 ? null : foundIdentity,
        format: formatFor(found, headers[column] ?? "", columns) ?? formatOfColumn(headers[column] ?? "", columns),
      })),
    append: removed.map((row): RowCells => Object.fromEntries(headers.map((header, at) => [header, row[at] ?? ""]))),
    remove: appended,
  };
}

/** A column that is not of the layout has no width and no format of its own: a text in it stays a text. */
function columnFor(
  header: string,
  spec: readonly ColumnSpec[],
  rows: readonly (readonly Cell[])[],
  at: number,
): ColumnSpec {
  const isText = rows.some((row) => typeof row[at] === "string" && row[at] !== "");
  return spec.find((column) => column.header === header) ?? { header, format: isText ? "text" : "number", width: 0 };
}
