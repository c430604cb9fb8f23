import type { ColumnSnapshot, RowSnapshot } from "./snapshot";

/** A corner of a chart: a cell, and the share of its width and height by which the corner is beyond its upper left corner. */
export interface Corner {
  readonly column: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

/** How wide columns and how high rows are, in pixels, by index. */
export interface LineSizes {
  readonly width: (column: number) => number;
  readonly height: (row: number) => number;
}

const DEFAULT_WIDTH = 64;
const DEFAULT_HEIGHT = 20;

/** The sizes that a file gives its columns and rows; where it says nothing, those of Excel. */
export function fileSizes(columns: readonly ColumnSnapshot[], rows: readonly RowSnapshot[]): LineSizes {
  const widths = new Map(columns.map(({ index, width }) => [index, width]));
  const heights = new Map(rows.map(({ index, height }) => [index, height]));
  return {
    width: (column) => widths.get(column) ?? DEFAULT_WIDTH,
    height: (row) => heights.get(row) ?? DEFAULT_HEIGHT,
  };
}

/** The corner at a distance, in pixels, from the upper left corner of the sheet. */
export function cornerAt(sizes: LineSizes, left: number, top: number): Corner {
  const [column, x] = lineAt(sizes.width, left);
  const [row, y] = lineAt(sizes.height, top);
  return { column, row, x, y };
}

/** The distance of a corner from the upper left corner of the sheet, in pixels. */
export function distanceOf(sizes: LineSizes, { column, row, x, y }: Corner): { left: number; top: number } {
  return { left: distanceTo(sizes.width, column, x), top: distanceTo(sizes.height, row, y) };
}

/** More lines than a sheet has: where all are hidden, no line is found. */
const MAX_LINES = 1_048_576;

function lineAt(size: (line: number) => number, distance: number): [line: number, share: number] {
  let rest = distance;
  let line = 0;
  for (; rest >= size(line) && line < MAX_LINES; line++) rest -= size(line);
  return [line, size(line) > 0 ? rest / size(line) : 0];
}

function distanceTo(size: (line: number) => number, line: number, share: number): number {
  let distance = share * size(line);
  for (let index = 0; index < line; index++) distance += size(index);
  return distance;
}
