/** Rectangles of a sheet, as addresses in A1 notation name them. Rows and columns count from 0; `bottom` and `right` are included. */
export interface Bounds {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** "C" to 2, "AA" to 26. */
function columnNumber(foldedLetters: string): number {
  let number = 0;
  for (const letter of foldedLetters.toUpperCase()) number = number * 26 + (letter.charCodeAt(0) - 64);
  return number - 1;
}

/** 2 to "C", 26 to "AA". */
export function columnLetters(column: number): string {
  let foldedLetters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    foldedLetters = String.fromCharCode(65 + ((rest - 1) % 26)) + foldedLetters;
  return foldedLetters;
}

/** Address of one cell, "B7". */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** Address of an area in the shortest usual form, "B7" or "B7:C9". */
export function areaAddress(area: Bounds): string {
  const first = cellAddress(area.top, area.left);
  const last = cellAddress(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

const PART = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?$/i;

function parseArea(address: string): Bounds | null {
  const [from, to = from, more] = address.split(":");
  if (from === undefined || to === undefined || more !== undefined) return null;
  const first = PART.exec(from.trim());
  const last = PART.exec(to.trim());
  if (!first?.[0] || !last?.[0]) return null;
  const [, firstColumn, firstRow] = first;
  const [, lastColumn, lastRow] = last;
  const left = firstColumn === undefined ? 0 : columnNumber(firstColumn);
  const right = lastColumn === undefined ? LAST_COLUMN : columnNumber(lastColumn);
  const top = firstRow === undefined ? 0 : Number(firstRow) - 1;
  const bottom = lastRow === undefined ? LAST_ROW : Number(lastRow) - 1;
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

/**
 * The areas of an address as change events give it: "B7", "B7:C9", "C:C", "5:7", several with commas, with or without a sheet's name before "!".
 * An address that cannot be read yields the whole sheet: to look at too much is safe, to look at too little is not.
 */
export function parseBounds(address: string): Bounds[] {
  const local = address.slice(address.lastIndexOf("!") + 1);
  return local
    .split(",")
    .map((part) => parseArea(part.trim()) ?? { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN });
}

/** Whether an area holds a cell. */
export function containsCell(area: Bounds, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** Whether `outer` holds the whole of `inner`. */
export function containsArea(outer: Bounds, inner: Bounds): boolean {
  return containsCell(outer, inner.top, inner.left) && containsCell(outer, inner.bottom, inner.right);
}

/** A run of rows, both ends included. */
export interface RowRun {
  first: number;
  last: number;
}

/**
 * The rows of areas, joined where they touch, in order.
 * @param gap rows between two runs that are read along with them rather than in a range of their own
 */
export function rowRuns(areas: readonly Bounds[], gap = 8): RowRun[] {
  const runs = areas.map((area) => ({ first: area.top, last: area.bottom })).sort((a, b) => a.first - b.first);
  const joined: RowRun[] = [];
  for (const run of runs) {
    const previous = joined.at(-1);
    if (previous && run.first <= previous.last + 1 + gap) previous.last = Math.max(previous.last, run.last);
    else joined.push({ ...run });
  }
  return joined;
}
