/** What an edit did to a managed table: the rows as they now are, held against the shadow. */
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
  /** What the add-in keeps in a row is no longer its own: the Key was typed over, or another row (or nothing) was put over the whole row. */
  | { kind: "replaced"; row: string; position: number; cells: CellChange[] }
  /** A row that was not there before; not yet in the shadow. */
  | { kind: "added"; position: number; values: RowValues }
  /** A row that is no longer there. */
  | { kind: "removed"; row: string; values: RowValues };

export interface TableDifference {
  differences: RowDifference[];
  /** The rows in their new order, where rows moved, came or went; null where every row stands where it stood. */
  order: { id: string | null; values: RowValues }[] | null;
}

/** Whether a change in a cell is to be looked at. */
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

/** The rows of a region that hold the same keys in another order: a sort, a move, a paste of sorted rows. */
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
 * What changed in some rows, when no row of the table came, went or moved but those (an edit of cells).
 * A row is known by where it stands; its Key says whether something else was put there. Rows below the last known one are added rows.
 * The shadow is left as it is.
 * @param filter which cells were edited; what changed in others is somebody else's and comes with an event of its own
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
 * What changed in a whole table whose rows may have moved, come or gone (sort, insert, delete, or anything not known better).
 * A row is known by its Key. A row that lost its Key, but is otherwise a row that is missing, is that row with its Key typed over.
 * The shadow is left as it is; `order` is what `TableShadow.arrange` takes once added rows have their identity.
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
    const overMachinery = cells.some((cell) => snapshot.systemColumns.has(cell.column));
    if (cells.length > 0) differences.push({ kind: overMachinery ? "replaced" : "changed", row: id, position, cells });
  }
  const moved = rows.length !== snapshot.length || ids.some((id, position) => id !== snapshot.idAt(position));
  return { differences, order: moved ? rows.map((values, position) => ({ id: ids[position] ?? null, values })) : null };
}

/** The known row that each row is; null for a row not known before. */
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

/** Gives missing rows to rows without a known identity where their trait is the same. */
function matchByTrait(
  snapshot: TableSnapshot,
  rows: readonly RowValues[],
  ids: (string | null)[],
  missing: readonly { id: string; values: RowValues }[],
  trait: (values: RowValues) => string,
): void {
  const wanted = new Map<string, string[]>();
  for (const row of missing) {
    const known = trait(snapshot.values(row.id) ?? row.values);
    if (known === "") continue;
    const same = wanted.get(known);
    if (same) same.push(row.id);
    else wanted.set(known, [row.id]);
  }
  for (const [position, id] of ids.entries()) {
    if (id !== null) continue;
    const found = wanted.get(trait(rows[position] ?? []))?.shift();
    if (found !== undefined) ids[position] = found;
  }
}
