/**
 * Updates cells of a table, and reads in the same request, before each write, what the cells and the identity of their rows hold. Excel has
 * no transactions: between reading a table and writing to it a user may type, sort it, or insert a row.
 */
import type { Cell } from "../table-specs/spec";
import { blockOf } from "../tables";
import { setValues, type CellUpdate } from "./table-write";

/** A cell that had another value than expected, or is in another row than expected. */
export interface FoundCell {
  update: CellUpdate;
  /** What the cell held before it was written. */
  found: Cell;
  /** What the identity column of its row held. */
  foundIdentity: Cell;
  /** Whether the row is not the expected one: then the write is reverted. */
  isMisplaced: boolean;
}

/** A block as written, from 0 within the body; `changes` is how often Excel reports it (a format and a value are two changes). */
export interface WrittenBlock {
  row: number;
  column: number;
  rows: number;
  columns: number;
  changes: 1 | 2;
}

interface QueuedBlock {
  updates: readonly CellUpdate[];
  first: { row: number; column: number };
  before: Excel.Range;
  identity: Excel.Range | null;
}

/** Up to this number every cell is written by itself: then it does not matter whether a filter hides rows. */
export const FEW_CELLS = 40;
/** From this number of blocks on, rows are written as windows in which null leaves a cell as it is. */
const MANY_BLOCKS = 120;
/** Rows of a window. */
const WINDOW_ROWS = 2_000;

/**
 * Queues updates. Nothing is sent before the caller's sync.
 * @param body the body of the table
 * @param identity position of the identity column; -1 where there is none
 * @param cellByCell whether rows may be hidden by a filter, so that no block may be written
 * @returns the blocks as written, and after the sync the cells that did not hold what was expected: all of them where the columns moved
 */
export function queueUpdates(
  body: Excel.Range,
  identity: number,
  updates: readonly CellUpdate[],
  cellByCell: boolean,
): { written: WrittenBlock[]; found(areColumnsMoved: boolean): FoundCell[] } {
  const blocks = blocksOf(updates, identity, cellByCell);
  const groups = blocks.length > MANY_BLOCKS && !cellByCell ? windowsOf(updates, identity) : blocks;
  const queued: QueuedBlock[] = [];
  const written: WrittenBlock[] = [];
  for (const group of groups) {
    const extent = extentOf(group);
    const { row, rows, column, columns } = extent;
    const before = blockOf(body, row, column, rows, columns);
    before.load("values");
    const isIdentifiedByRow = identity >= 0 && (columns > 1 || column !== identity);
    const rowIdentity = isIdentifiedByRow ? blockOf(body, row, identity, rows, 1) : null;
    rowIdentity?.load("values");
    queued.push({ updates: group, first: { row, column }, before, identity: rowIdentity });
    const range = blockOf(body, row, column, rows, columns);
    const formats = matrixOf(group, extent, ({ format }) => format);
    const isFormatted = group.some(({ format }) => format !== null);
    if (isFormatted) (range as { numberFormat: unknown }).numberFormat = formats;
    setValues(
      range,
      matrixOf(group, extent, ({ value }) => value),
    );
    written.push({ ...extent, changes: isFormatted ? 2 : 1 });
  }
  return { written, found: (areColumnsMoved) => queued.flatMap((block) => foundIn(block, identity, areColumnsMoved)) };
}

interface Extent {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

function extentOf(updates: readonly CellUpdate[]): Extent {
  let [top, bottom, left, right] = [Number.MAX_SAFE_INTEGER, 0, Number.MAX_SAFE_INTEGER, 0];
  for (const { row, column } of updates) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function matrixOf<T>(
  updates: readonly CellUpdate[],
  { row: top, column: left, rows, columns }: Extent,
  valueOf: (update: CellUpdate) => T,
): (T | null)[][] {
  const matrix = Array.from({ length: rows }, () => new Array<T | null>(columns).fill(null));
  for (const update of updates) {
    const row = matrix[update.row - top];
    if (row) row[update.column - left] = valueOf(update);
  }
  return matrix;
}

/** Cells of one column below each other as one block; the identity column last, so that until then it shows which row is which. */
function blocksOf(updates: readonly CellUpdate[], identity: number, cellByCell: boolean): CellUpdate[][] {
  const order = ({ column }: CellUpdate): number => (column === identity ? Number.MAX_SAFE_INTEGER : column);
  const sorted = [...updates].sort((a, b) => order(a) - order(b) || a.row - b.row);
  const blocks: CellUpdate[][] = [];
  for (const update of sorted) {
    const block = blocks.at(-1);
    const last = block?.at(-1);
    if (block && !cellByCell && last?.column === update.column && last.row + 1 === update.row) block.push(update);
    else blocks.push([update]);
  }
  return blocks;
}

function windowsOf(updates: readonly CellUpdate[], identity: number): CellUpdate[][] {
  const windows = new Map<string, CellUpdate[]>();
  for (const update of updates) {
    // The identity column is a window of its own, written after the others.
    const key = `${update.column === identity ? "b" : "a"} ${String(Math.floor(update.row / WINDOW_ROWS)).padStart(4, "0")}`;
    const window = windows.get(key);
    if (window) window.push(update);
    else windows.set(key, [update]);
  }
  return [...windows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, window]) => window);
}

function foundIn(
  { updates, first, before, identity }: QueuedBlock,
  identityColumn: number,
  areColumnsMoved: boolean,
): FoundCell[] {
  const current = before.values as Cell[][];
  const names = identity?.values as Cell[][] | undefined;
  return updates.flatMap((update): FoundCell[] => {
    const found = current[update.row - first.row]?.[update.column - first.column] ?? "";
    const isIdentity = update.column === identityColumn;
    const foundIdentity = isIdentity ? found : (names?.[update.row - first.row]?.[0] ?? "");
    const isIdentified = update.identity !== null && (isIdentity || names !== undefined);
    const isAnotherRow = isIdentified && trimmed(foundIdentity) !== trimmed(update.identity ?? "");
    const isMisplaced = areColumnsMoved || isAnotherRow;
    // A cell that already held the value lost nothing.
    const isOverwritten = found !== update.expected && found !== update.value;
    return isMisplaced || isOverwritten ? [{ update, found, foundIdentity, isMisplaced }] : [];
  });
}

const trimmed = (cell: Cell): string => String(cell).trim();
