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

/** Returns the text of a cell, as rows are looked up by it. */
function textIn(values: RowValues, column: number): string {
  return String(values[column] ?? "").trim();
}

function addTo(rows: Map<string, string[]>, text: string, id: string): void {
  const same = rows.get(text);
  if (same) same.push(id);
  else rows.set(text, [id]);
}

/** The rows of a table as last read or written. */
export class TableSnapshot {
  private ids: string[] = [];
  private readonly byId = new Map<string, CellValue[]>();
  private positions: Map<string, number> | null = null;
  private keylessCount = 0;
  /** Rows by the text in one column, in the table's order; null until it is needed. */
  private index: { readonly column: number; readonly rows: Map<string, string[]> } | null = null;

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
    this.index = null;
  }

  /** Returns the key in a row's values. */
  keyIn(values: RowValues): string {
    return textIn(values, this.keyColumn);
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

  /** Returns the rows with a text in a column, in the table's order. The look-up is kept while rows come and go. */
  rowsWith(column: number, text: string): readonly string[] {
    if (this.index?.column !== column) {
      const rows = new Map<string, string[]>();
      for (const id of this.ids) addTo(rows, textIn(this.byId.get(id) ?? [], column), id);
      this.index = { column, rows };
    }
    return this.index.rows.get(text) ?? [];
  }

  set(id: string, column: number, value: CellValue): void {
    const row = this.byId.get(id);
    if (!row) return;
    if (this.index?.column === column && !sameValue(row[column] ?? "", value)) this.index = null;
    row[column] = value;
  }

  /** Adds a row below the last. Returns its identity. */
  append(values: RowValues): string {
    const id = this.unusedId(this.keyIn(values));
    this.byId.set(id, [...values]);
    this.positions?.set(id, this.ids.length);
    this.ids.push(id);
    if (this.index) addTo(this.index.rows, textIn(values, this.index.column), id);
    return id;
  }

  /** Removes a row. */
  remove(id: string): void {
    const position = this.position(id);
    if (position < 0) return;
    this.replaceInIndex(id, []);
    this.ids.splice(position, 1);
    this.byId.delete(id);
    this.positions = null;
  }

  /** Assigns another key to a row, or none. Returns the row's new identity. */
  assignKey(id: string, key: string): string {
    const values = this.byId.get(id);
    const position = this.position(id);
    if (!values || position < 0) return id;
    if (this.index?.column === this.keyColumn) this.index = null;
    this.byId.delete(id);
    values[this.keyColumn] = key;
    const named = this.unusedId(key);
    this.replaceInIndex(id, [named], values);
    this.byId.set(named, values);
    this.ids[position] = named;
    this.positions?.delete(id);
    this.positions?.set(named, position);
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
    this.index = null;
  }

  /** Replaces a row's identity in the index; with none, the row leaves it. */
  private replaceInIndex(id: string, by: readonly string[], values: RowValues = this.byId.get(id) ?? []): void {
    if (!this.index) return;
    const { column, rows } = this.index;
    const text = textIn(values, column);
    const remaining = (rows.get(text) ?? []).flatMap((each) => (each === id ? by : [each]));
    if (remaining.length > 0) rows.set(text, remaining);
    else rows.delete(text);
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
