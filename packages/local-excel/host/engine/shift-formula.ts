import { MAX_COLUMNS, MAX_ROWS, columnIndex, columnName } from "../a1";

/** Text and quoted sheet names, whole columns, whole rows, cells. */
const REFERENCE =
  /("[^"]*")|('[^']*(?:''[^']*)*'!)|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![A-Za-z0-9_(.!])|(\$?)([0-9]{1,7}):(\$?)([0-9]{1,7})(?![A-Za-z0-9_(.!])|(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})(?![A-Za-z0-9_(.!])/g;
const PART_OF_WORD = /[A-Za-z0-9_.[]/;

/** Moves the relative references of a formula, as a fill or a copy does. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const column = (fixed: string, name: string): string | undefined => {
    const to = columnIndex(name) + (fixed === "$" ? 0 : columns);
    return to < 0 || to >= MAX_COLUMNS ? undefined : `${fixed}${columnName(to)}`;
  };
  const row = (fixed: string, number: string): string | undefined => {
    const to = Number(number) - 1 + (fixed === "$" ? 0 : rows);
    return to < 0 || to >= MAX_ROWS ? undefined : `${fixed}${String(to + 1)}`;
  };
  return formula.replace(REFERENCE, (whole: string, ...parts: (string | number | undefined)[]) => {
    const [text, sheet, fix1, column1, fix2, column2, fix3, row1, fix4, row2, fixColumn, cellColumn, fixRow, cellRow] =
      parts.map((part) => (typeof part === "string" ? part : undefined));
    if (text !== undefined || sheet !== undefined) return whole;
    const at = Number(parts[14]);
    if (at > 0 && PART_OF_WORD.test(formula.charAt(at - 1))) return whole;
    if (column1 !== undefined) return joined(":", column(fix1 ?? "", column1), column(fix2 ?? "", column2 ?? ""));
    if (row1 !== undefined) return joined(":", row(fix3 ?? "", row1), row(fix4 ?? "", row2 ?? ""));
    return joined("", column(fixColumn ?? "", cellColumn ?? ""), row(fixRow ?? "", cellRow ?? ""));
  });
}

function joined(separator: string, first: string | undefined, second: string | undefined): string {
  return first === undefined || second === undefined ? "#REF!" : `${first}${separator}${second}`;
}
