/** Cells and areas by position, so that neither list separators nor reference styles matter. */

/** A rectangle of cells; rows and columns count from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const COLUMNS = 16_384;
const ROWS = 1_048_576;

/** One number for a cell of a sheet. */
export const cellId = (row: number, column: number): number => row * COLUMNS + column;

export const rowOf = (cell: number): number => Math.floor(cell / COLUMNS);

export const columnOfCell = (cell: number): number => cell % COLUMNS;

/** Whether an area holds a cell. */
export function intersects(area: Area, cell: number): boolean {
  const [row, column] = [rowOf(cell), columnOfCell(cell)];
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** "Sheet1!$B$2", "'[Book 1.xlsx]My sheet''s'!B2" as sheet and cells; null for what has no sheet. */
export function splitAddress(address: string): { sheet: string; cells: string } | null {
  const bang = address.lastIndexOf("!");
  if (bang < 0) return null;
  let sheet = address.slice(0, bang);
  if (sheet.startsWith("'") && sheet.endsWith("'")) sheet = sheet.slice(1, -1).replaceAll("''", "'");
  return { sheet: sheet.replace(/^.*\[[^\]]*\]/, ""), cells: address.slice(bang + 1) };
}

interface End {
  row: number | null;
  column: number | null;
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** "B2", "B" or "2"; "R2C2" where Excel for Windows uses the R1C1 reference style (office-js#1831). */
function parseEnd(text: string): End | null {
  const [, r1c1Row, r1c1Column] = /^R(\d+)C(\d+)$/i.exec(text) ?? [];
  if (r1c1Row !== undefined) return { row: Number(r1c1Row) - 1, column: Number(r1c1Column) - 1 };
  const [, letters, row] = /^([A-Z]{1,3})?(\d{1,7})?$/i.exec(text) ?? [];
  if (letters === undefined && row === undefined) return null;
  return {
    row: row === undefined ? null : Number(row) - 1,
    column: letters === undefined ? null : columnIndex(letters),
  };
}

function parseArea(text: string): Area | null {
  const [first = "", last = first] = text.trim().replaceAll("$", "").split(":");
  const [from, to] = [parseEnd(first), parseEnd(last)];
  if (!from || !to) return null;
  const [row, column] = [from.row ?? 0, from.column ?? 0];
  const [endRow, endColumn] = [to.row ?? ROWS - 1, to.column ?? COLUMNS - 1];
  if (endRow < row || endColumn < column) return null;
  return { row, column, rows: endRow - row + 1, columns: endColumn - column + 1 };
}

/** The areas of an address without its sheet, whatever separates them; null where it cannot be read. */
export function parseAreas(cells: string): Area[] | null {
  const areas = cells.split(/[,;]/).map((each) => parseArea(each.slice(each.lastIndexOf("!") + 1)));
  return areas.every((area) => area !== null) ? areas : null;
}

/** Cells as few areas: runs of cells in a column, side by side where they are equally long. */
export function areasOf(cells: Iterable<number>): Area[] {
  const sorted = [...cells].sort((first, second) => columnOfCell(first) - columnOfCell(second) || first - second);
  const areas: Area[] = [];
  /** The last area of each run of rows, to be widened by the same run in the next column. */
  const widest = new Map<string, number>();
  const close = (row: number, column: number, rows: number): void => {
    const run = `${String(row)}:${String(rows)}`;
    const at = widest.get(run);
    const beside = at === undefined ? undefined : areas[at];
    if (at !== undefined && beside && beside.column + beside.columns === column) {
      areas[at] = { ...beside, columns: beside.columns + 1 };
      return;
    }
    widest.set(run, areas.length);
    areas.push({ row, column, rows, columns: 1 });
  };
  let first = sorted[0];
  sorted.forEach((cell, at) => {
    if (first === undefined || sorted[at + 1] === cell + COLUMNS) return;
    close(rowOf(first), columnOfCell(first), rowOf(cell) - rowOf(first) + 1);
    first = sorted[at + 1];
  });
  return areas;
}
