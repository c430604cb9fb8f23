/** Addresses in A1 notation, in and out. Rows and columns are zero-based, both ends included. */

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export interface Area {
  startRow: number;
  startColumn: number;
  endRow: number;
  endColumn: number;
}

export function columnName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?([0-9]{1,7})$/;

interface End {
  row?: number;
  column?: number;
}

function parseEnd(text: string): End | undefined {
  const cell = CELL.exec(text);
  if (cell) return { column: columnIndex(cell[1] ?? ""), row: Number(cell[2]) - 1 };
  const column = COLUMN.exec(text);
  if (column) return { column: columnIndex(column[1] ?? "") };
  const row = ROW.exec(text);
  if (row) return { row: Number(row[1]) - 1 };
  return undefined;
}

/** "B2", "B2:C9", "A:C", "2:4" -> the area; undefined when it is no address. */
export function parseArea(text: string): Area | undefined {
  const [first, second, ...more] = text.trim().split(":");
  if (first === undefined || more.length > 0) return undefined;
  const from = parseEnd(first);
  const to = second === undefined ? from : parseEnd(second);
  if (!from || !to) return undefined;
  if ((from.row === undefined) !== (to.row === undefined)) return undefined;
  if ((from.column === undefined) !== (to.column === undefined)) return undefined;
  if (second === undefined && (from.row === undefined || from.column === undefined)) return undefined;
  const rows = from.row === undefined || to.row === undefined ? [0, MAX_ROWS - 1] : [from.row, to.row];
  const columns =
    from.column === undefined || to.column === undefined ? [0, MAX_COLUMNS - 1] : [from.column, to.column];
  const area = {
    startRow: Math.min(...rows),
    endRow: Math.max(...rows),
    startColumn: Math.min(...columns),
    endColumn: Math.max(...columns),
  };
  const inside = area.startRow >= 0 && area.endRow < MAX_ROWS && area.startColumn >= 0 && area.endColumn < MAX_COLUMNS;
  return inside ? area : undefined;
}

/** "'Work programme'!B2" -> sheet name (unquoted) and the rest. */
export function splitSheet(text: string): { sheet?: string; rest: string } {
  const quoted = /^=?'((?:[^']|'')+)'!(.*)$/.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? "").replaceAll("''", "'"), rest: quoted[2] ?? "" };
  const at = text.lastIndexOf("!");
  if (at < 0) return { rest: text };
  return { sheet: text.slice(0, at).replace(/^=/, ""), rest: text.slice(at + 1) };
}

/** Quotes a sheet name where Excel would. */
export function quoteSheet(name: string): string {
  const plain = /^[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*$/.test(name) && !CELL.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export function isWholeColumns(area: Area): boolean {
  return area.startRow === 0 && area.endRow === MAX_ROWS - 1;
}

export function isWholeRows(area: Area): boolean {
  return area.startColumn === 0 && area.endColumn === MAX_COLUMNS - 1;
}

/** The area without its sheet: "B2:C9", "A:C", "2:4". */
export function formatArea(area: Area): string {
  if (isWholeColumns(area)) return `${columnName(area.startColumn)}:${columnName(area.endColumn)}`;
  if (isWholeRows(area)) return `${String(area.startRow + 1)}:${String(area.endRow + 1)}`;
  const from = `${columnName(area.startColumn)}${String(area.startRow + 1)}`;
  const to = `${columnName(area.endColumn)}${String(area.endRow + 1)}`;
  return from === to ? from : `${from}:${to}`;
}

export function formatAddress(sheetName: string, area: Area): string {
  return `${quoteSheet(sheetName)}!${formatArea(area)}`;
}

export const isSingleCell = (area: Area): boolean =>
  area.startRow === area.endRow && area.startColumn === area.endColumn;
export const rowCount = (area: Area): number => area.endRow - area.startRow + 1;
export const columnCount = (area: Area): number => area.endColumn - area.startColumn + 1;

export function intersect(a: Area, b: Area): Area | undefined {
  const area = {
    startRow: Math.max(a.startRow, b.startRow),
    endRow: Math.min(a.endRow, b.endRow),
    startColumn: Math.max(a.startColumn, b.startColumn),
    endColumn: Math.min(a.endColumn, b.endColumn),
  };
  return area.startRow <= area.endRow && area.startColumn <= area.endColumn ? area : undefined;
}

export function bounding(a: Area, b: Area): Area {
  return {
    startRow: Math.min(a.startRow, b.startRow),
    endRow: Math.max(a.endRow, b.endRow),
    startColumn: Math.min(a.startColumn, b.startColumn),
    endColumn: Math.max(a.endColumn, b.endColumn),
  };
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    outer.startRow <= inner.startRow &&
    outer.endRow >= inner.endRow &&
    outer.startColumn <= inner.startColumn &&
    outer.endColumn >= inner.endColumn
  );
}

export function areaOf(row: number, column: number, rows = 1, columns = 1): Area {
  return { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 };
}

/** What is left of an area without another: up to four areas. */
export function subtract(area: Area, without: Area): Area[] {
  const shared = intersect(area, without);
  if (!shared) return [area];
  const parts = [
    { ...area, endRow: shared.startRow - 1 },
    { ...area, startRow: shared.endRow + 1 },
    { ...area, startRow: shared.startRow, endRow: shared.endRow, endColumn: shared.startColumn - 1 },
    { ...area, startRow: shared.startRow, endRow: shared.endRow, startColumn: shared.endColumn + 1 },
  ];
  return parts.filter((part) => part.startRow <= part.endRow && part.startColumn <= part.endColumn);
}
