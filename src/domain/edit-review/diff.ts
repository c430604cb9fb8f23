/** Differences between a managed table as read and its snapshot. */
import {
  isBlankRow,
  isKeyless,
  keyOf,
  rowIds,
  sameValue,
  type CellValue,
  type RowValues,
  type TableSnapshot,
} from "./table-snapshot";

/** A row as just read; position in the table's body, from 0. */
export interface SeenRow {
  position: number;
  values: RowValues;
}

export interface CellChange {
  column: number;
  before: CellValue;
  after: CellValue;
}

export type RowDifference =
  /** Cells of a row that keeps its identity. */
  | { kind: "changed"; row: string; position: number; cells: CellChange[] }
  /** System columns of a row changed: its Key was typed over, or another row (or nothing) was pasted over it. */
  | { kind: "replaced"; row: string; position: number; cells: CellChange[] }
  /** A row that is not in the snapshot. */
  | { kind: "added"; position: number; values: RowValues }
  /** A row of the snapshot that is missing. */
  | { kind: "removed"; row: string; values: RowValues };

export interface TableDifference {
  differences: RowDifference[];
  /** The rows in their new order, where rows moved, were added or removed; null where no position changed. */
  order: { id: string | null; values: RowValues }[] | null;
}

/** Whether a change of a cell counts. */
export type CellFilter = (position: number, column: number) => boolean;

const everyCell: CellFilter = () => true;

function changesOf(snapshot: TableSnapshot, row: string, seen: SeenRow, filter: CellFilter): CellChange[] {
  const before = snapshot.values(row) ?? [];
  const cells: CellChange[] = [];
  for (let column = 0; column < snapshot.headers.length; column++) {
    const old = before[column] ?? "";
    const now = seen.values[column] ?? "";
    if (!sameValue(old, now) && filter(seen.position, column)) cells.push({ column, before: old, after: now });
  }
  return cells;
}

/** Whether rows hold the same keys in another order: a sort, a move, a paste of sorted rows. */
function isRearranged(
  snapshot: TableSnapshot,
  rows: readonly SeenRow[],
  expected: readonly (string | undefined)[],
): boolean {
  const left = new Map<string, number>();
  let moved = false;
  for (const [index, row] of rows.entries()) {
    const id = expected[index];
    if (id === undefined || isKeyless(id)) return false;
    const key = keyOf(id);
    const now = snapshot.keyIn(row.values);
    moved ||= key !== now;
    left.set(key, (left.get(key) ?? 0) + 1);
    left.set(now, (left.get(now) ?? 0) - 1);
  }
  return moved && [...left.values()].every((count) => count === 0);
}

/**
 * Returns the differences of some rows after an edit of cells, which moves no other rows. A row is identified by its position; its Key
 * shows whether another row was put there. Rows below the snapshot's last one are added rows. The snapshot is not changed.
 * @param filter the edited cells; changes of other cells have events of their own
 */
export function diffRows(
  snapshot: TableSnapshot,
  rows: readonly SeenRow[],
  filter: CellFilter = everyCell,
): RowDifference[] {
  const expected = rows.map((row) => snapshot.idAt(row.position));
  if (isRearranged(snapshot, rows, expected)) return rearranged(snapshot, rows, expected, filter);
  const differences: RowDifference[] = [];
  for (const [index, row] of rows.entries()) {
    const id = expected[index];
    if (id === undefined) {
      differences.push({ kind: "added", position: row.position, values: row.values });
      continue;
    }
    const cells = changesOf(snapshot, id, row, filter);
    if (cells.length === 0) continue;
    const overKey = cells.some((cell) => snapshot.systemColumns.has(cell.column));
    differences.push({ kind: overKey ? "replaced" : "changed", row: id, position: row.position, cells });
  }
  return differences;
}

function rearranged(
  snapshot: TableSnapshot,
  rows: readonly SeenRow[],
  expected: readonly (string | undefined)[],
  filter: CellFilter,
): RowDifference[] {
  const byKey = new Map<string, string[]>();
  for (const id of expected) {
    if (id === undefined) continue;
    const ids = byKey.get(keyOf(id));
    if (ids) ids.push(id);
    else byKey.set(keyOf(id), [id]);
  }
  const differences: RowDifference[] = [];
  for (const row of rows) {
    const id = byKey.get(snapshot.keyIn(row.values))?.shift();
    if (id === undefined) continue;
    const cells = changesOf(snapshot, id, row, filter);
    if (cells.length > 0) differences.push({ kind: "changed", row: id, position: row.position, cells });
  }
  return differences;
}

/**
 * Returns the differences of a whole table whose rows may have moved, been added or removed (sort, insert, delete, or an unknown change).
 * A row is identified by its Key. A row without a known Key that otherwise equals a missing row is that row with its Key typed over.
 * The snapshot is not changed; `order` is the argument of `TableSnapshot.reorder`.
 */
export function diffTable(
  snapshot: TableSnapshot,
  rows: readonly RowValues[],
  filter: CellFilter = everyCell,
): TableDifference {
  const ids = matchRows(snapshot, rows);
  const present = new Set(ids);
  const differences: RowDifference[] = [];
  for (const { id, values } of snapshot.all()) {
    if (!present.has(id)) differences.push({ kind: "removed", row: id, values });
  }
  for (const [position, values] of rows.entries()) {
    const id = ids[position] ?? null;
    if (id === null) {
      if (!isBlankRow(values)) differences.push({ kind: "added", position, values });
      continue;
    }
    const seen = { position, values };
    const overKey = snapshot.keyIn(values) !== keyOf(id);
    const cells = changesOf(snapshot, id, seen, overKey ? everyCell : filter);
    const changesSystemColumn = cells.some((cell) => snapshot.systemColumns.has(cell.column));
    if (cells.length > 0)
      differences.push({ kind: changesSystemColumn ? "replaced" : "changed", row: id, position, cells });
  }
  const moved = rows.length !== snapshot.length || ids.some((id, position) => id !== snapshot.idAt(position));
  return { differences, order: moved ? rows.map((values, position) => ({ id: ids[position] ?? null, values })) : null };
}

/** Returns the identity of each row in the snapshot; null for a row that is not in it. */
function matchRows(snapshot: TableSnapshot, rows: readonly RowValues[]): (string | null)[] {
  const keys = rows.map((row) => snapshot.keyIn(row));
  const ids: (string | null)[] = rowIds(keys, () => 0).map((id) =>
    !isKeyless(id) && snapshot.values(id) !== undefined ? id : null,
  );
  const matched = new Set(ids);
  const missing = [...snapshot.all()].filter((row) => !matched.has(row.id));
  if (missing.length === 0 || !ids.includes(null)) return ids;
  matchByTrait(snapshot, rows, ids, missing, (values) =>
    JSON.stringify(values.filter((_, column) => column !== snapshot.keyColumn)),
  );
  const matchedByContent = new Set(ids);
  const unmatched = missing.filter((row) => !matchedByContent.has(row.id));
  matchByTrait(snapshot, rows, ids, unmatched, (values) => String(values[0] ?? "").trim());
  return ids;
}

/** Identifies rows without an identity as missing rows that share a trait with them. */
function matchByTrait(
  snapshot: TableSnapshot,
  rows: readonly RowValues[],
  ids: (string | null)[],
  missing: readonly { id: string; values: RowValues }[],
  trait: (values: RowValues) => string,
): void {
  const wanted = new Map<string, string[]>();
  for (const row of missing) {
    const value = trait(snapshot.values(row.id) ?? row.values);
    if (value === "") continue;
    const same = wanted.get(value);
    if (same) same.push(row.id);
    else wanted.set(value, [row.id]);
  }
  for (const [position, id] of ids.entries()) {
    if (id !== null) continue;
    const found = wanted.get(trait(rows[position] ?? []))?.shift();
    if (found !== undefined) ids[position] = found;
  }
}
