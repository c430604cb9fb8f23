import { MAX_COLUMNS, MAX_ROWS, columnIndex, columnName } from "../a1";

const REFERENCE = /("[^"]*")|('[^']*(?:''[^']*)*'!)|(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})(?![A-Za-z0-9_(.!])/g;

/** Moves the relative references of a formula, as a fill or a copy does. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(REFERENCE, (whole: string, ...parts: (string | number | undefined)[]) => {
    const [text, sheet, fixedColumn, column, fixedRow, row, offset] = parts;
    if (text !== undefined || sheet !== undefined) return whole;
    const at = Number(offset);
    if (at > 0 && /[A-Za-z0-9_.]/.test(formula.charAt(at - 1))) return whole;
    const toColumn = columnIndex(String(column)) + (fixedColumn === "$" ? 0 : columns);
    const toRow = Number(row) - 1 + (fixedRow === "$" ? 0 : rows);
    if (toColumn < 0 || toRow < 0 || toColumn >= MAX_COLUMNS || toRow >= MAX_ROWS) return "#REF!";
    return `${String(fixedColumn)}${columnName(toColumn)}${String(fixedRow)}${String(toRow + 1)}`;
  });
}
