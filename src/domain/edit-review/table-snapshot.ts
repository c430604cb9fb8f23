/**
 * Copy of a managed table as last read or written, by row identity. Excel reports no former values of an edit of several cells, so the
 * snapshot shows what an edit changed and what a revert writes.
 */
import type { CellValue } from "../cells";

export type { CellValue };
export type RowValues = readonly CellValue[];

/** Whether two cell values look the same: 2024 typed into a text column is "2024". */
export function sameValue(a: CellValue, b: CellValue): boolean {
  return a === b || String(a) === String(b);
}

/** Whether every cell of a row is empty. */
export function isBlankRow(values: RowValues): boolean {
  return values.every((value) => String(value).trim() === "");
}

const OCCURRENCE = "\u0001";
const KEYLESS = "\u0002";

/**
 * Returns the identity of each row: its key, with a count for a repeated key (an annex may print an item twice). A row without a key has
 * an identity of its own, as long as the snapshot exists.
 */
export function rowIds(keys: readonly string[], nextKeyless: () => number): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    if (key === "") return `${KEYLESS}${String(nextKeyless())}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}${OCCURRENCE}${String(count)}`;
  });
}

/** Whether a row identity is that of a row without a key. */
export function isKeyless(id: string): boolean {
  return id.startsWith(KEYLESS);
}

/** Returns the key in a row identity; "" for a row without one. */
export function keyOf(id: string): string {
  if (isKeyless(id)) return "";
  const at = id.indexOf(OCCURRENCE);
  return at < 0 ? id : id.slice(0, at);
}

/** Whether a row identity is the second or a later row of its key. */
export function isDuplicateKey(id: string): boolean {
  return id.includes(OCCURRENCE);
}

/** The rows of a table as last read or written. */
export class TableSnapshot {
  private ids: string[] = [];
  private readonly byId = new Map<string, CellValue[]>();
  private positions: Map<string, number> | null = null;
  private keylessCount = 0;
  private structureVersion = 0;

  /**
   * @param name the table's name
   * @param headers header texts, from the left
   * @param keyColumn position of the column that identifies rows
   * @param systemColumns positions of columns that only the add-in writes, the key column among them
   */
  constructor(
    readonly name: string,
    readonly headers: readonly string[],
    readonly keyColumn: number,
    readonly systemColumns: ReadonlySet<number> = new Set([keyColumn]),
    rows: readonly RowValues[] = [],
  ) {
    this.rebuild(rows);
  }

  /** Changes whenever rows are added or removed or change their identity. */
  get version(): number {
    return this.structureVersion;
  }

  get length(): number {
    return this.ids.length;
  }

  /** Replaces all rows. */
  rebuild(rows: readonly RowValues[]): void {
    this.byId.clear();
    this.ids = rowIds(
      rows.map((row) => this.keyIn(row)),
      () => ++this.keylessCount,
    );
    this.ids.forEach((id, position) => this.byId.set(id, [...(rows[position] ?? [])]));
    this.positions = null;
    this.structureVersion++;
  }

  /** Returns the key in a row's values. */
  keyIn(values: RowValues): string {
    return String(values[this.keyColumn] ?? "").trim();
  }

  idAt(position: number): string | undefined {
    return this.ids[position];
  }

  values(id: string): RowValues | undefined {
    return this.byId.get(id);
  }

  value(id: string, column: number): CellValue {
    return this.byId.get(id)?.[column] ?? "";
  }

  /** Returns the position of a row in the table's body, from 0; -1 where there is no such row. */
  position(id: string): number {
    if (!this.positions) {
      this.positions = new Map(this.ids.map((each, position) => [each, position]));
    }
    return this.positions.get(id) ?? -1;
  }

  /** Returns the rows of a key: one in the Work programme, perhaps several in an annex. */
  rowsOf(key: string): string[] {
    const rows: string[] = [];
    for (let count = 1; ; count++) {
      const id = count === 1 ? key : `${key}${OCCURRENCE}${String(count)}`;
      if (!this.byId.has(id)) return rows;
      rows.push(id);
    }
  }

  set(id: string, column: number, value: CellValue): void {
    const row = this.byId.get(id);
    if (row) row[column] = value;
  }

  /** Adds a row below the last. Returns its identity. */
  append(values: RowValues): string {
    const id = this.unusedId(this.keyIn(values));
    this.byId.set(id, [...values]);
    this.positions?.set(id, this.ids.length);
    this.ids.push(id);
    this.structureVersion++;
    return id;
  }

  /** Removes a row. */
  remove(id: string): void {
    const position = this.position(id);
    if (position < 0) return;
    this.ids.splice(position, 1);
    this.byId.delete(id);
    this.positions = null;
    this.structureVersion++;
  }

  /** Assigns another key to a row, or none. Returns the row's new identity. */
  assignKey(id: string, key: string): string {
    const values = this.byId.get(id);
    const position = this.position(id);
    if (!values || position < 0) return id;
    this.byId.delete(id);
    values[this.keyColumn] = key;
    const named = this.unusedId(key);
    this.byId.set(named, values);
    this.ids[position] = named;
    this.positions?.delete(id);
    this.positions?.set(named, position);
    this.structureVersion++;
    return named;
  }

  /** Replaces order and set of rows; a row with identity null is new. Rows that are not named are removed. */
  reorder(rows: readonly { id: string | null; values: RowValues }[]): void {
    const usedIds = new Set(rows.map((row) => row.id));
    this.byId.clear();
    this.ids = rows.map((row) => {
      const id = row.id ?? this.unusedId(this.keyIn(row.values), usedIds);
      this.byId.set(id, [...row.values]);
      return id;
    });
    this.positions = null;
    this.structureVersion++;
  }

  private unusedId(key: string, usedIds: ReadonlySet<string | null> = new Set()): string {
    if (key === "") return `${KEYLESS}${String(++this.keylessCount)}`;
    let id = key;
    for (let count = 2; this.byId.has(id) || usedIds.has(id); count++) id = `${key}${OCCURRENCE}${String(count)}`;
    return id;
  }

  /** Yields every row in the table's order. */
  *all(): Generator<{ id: string; position: number; values: RowValues }> {
    for (const [position, id] of this.ids.entries()) {
      yield { id, position, values: this.byId.get(id) ?? [] };
    }
  }
}
