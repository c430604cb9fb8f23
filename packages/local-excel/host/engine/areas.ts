import type { Area } from "../a1";

/** Cells given as rows of columns, as rectangles: runs in a row, then equal runs in rows that follow each other. */
export function areasOfMatrix(matrix: Record<string, Record<string, unknown>>): Area[] {
  const areas: Area[] = [];
  const open = new Map<string, Area>();
  const rows = Object.keys(matrix)
    .map(Number)
    .sort((a, b) => a - b);
  for (const row of rows) {
    for (const [startColumn, endColumn] of runs(Object.keys(matrix[row] ?? {}).map(Number))) {
      const key = `${String(startColumn)}:${String(endColumn)}`;
      const above = open.get(key);
      if (above?.endRow === row - 1) {
        above.endRow = row;
        continue;
      }
      const area = { startRow: row, endRow: row, startColumn, endColumn };
      open.set(key, area);
      areas.push(area);
    }
  }
  return areas;
}

function runs(columns: number[]): [number, number][] {
  const found: [number, number][] = [];
  let last: [number, number] | undefined;
  for (const column of columns.sort((a, b) => a - b)) {
    if (last?.[1] === column - 1) last[1] = column;
    else found.push((last = [column, column]));
  }
  return found;
}

/** Single cells and small areas joined to larger rectangles; ten thousand cells of a column become one. */
export function mergeAreas(areas: Area[]): Area[] {
  if (areas.length < 2) return areas;
  const cells: Record<string, Record<string, unknown>> = {};
  const large: Area[] = [];
  for (const area of areas) {
    const size = (area.endRow - area.startRow + 1) * (area.endColumn - area.startColumn + 1);
    if (size > 64) {
      large.push(area);
      continue;
    }
    for (let row = area.startRow; row <= area.endRow; row++) {
      const inRow = (cells[row] ??= {});
      for (let column = area.startColumn; column <= area.endColumn; column++) inRow[column] = true;
    }
  }
  return [...large, ...areasOfMatrix(cells)];
}
