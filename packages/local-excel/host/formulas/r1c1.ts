import { MAX_COLUMNS, MAX_ROWS, columnIndex, columnName } from "../a1";
import { ENGLISH_SYNTAX, tokenize } from "./tokens";

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)(\d{1,7})$/;

const part = (letter: "R" | "C", fixed: boolean, index: number, home: number): string => {
  if (fixed) return `${letter}${String(index + 1)}`;
  return index === home ? letter : `${letter}[${String(index - home)}]`;
};

/** A formula in A1 notation as R1C1 notation shows it in a cell. */
export function toR1C1(formula: string, row: number, column: number): string {
  const tokens = tokenize(formula.replace(/^=/, ""), ENGLISH_SYNTAX);
  if (!tokens) return formula;
  const words = tokens.map(({ kind, text }, index) => {
    const isRange = tokens[index - 1]?.text === ":" || tokens[index + 1]?.text === ":";
    if (kind !== "word" && !(kind === "number" && isRange)) return text;
    const cell = CELL.exec(text);
    if (cell && columnIndex(cell[2] ?? "") < MAX_COLUMNS)
      return (
        part("R", cell[3] === "$", Number(cell[4]) - 1, row) +
        part("C", cell[1] === "$", columnIndex(cell[2] ?? ""), column)
      );
    if (!isRange) return text;
    const whole = COLUMN.exec(text);
    if (whole) return part("C", whole[1] === "$", columnIndex(whole[2] ?? ""), column);
    const line = ROW.exec(text);
    return line ? part("R", line[1] === "$", Number(line[2]) - 1, row) : text;
  });
  return `=${words.join("")}`;
}

const TEXT_OR_SHEET = /("(?:[^"]|"")*"|'(?:[^']|'')*'!)/;
const OFFSET = "(\\[-?\\d+\\]|\\d+)?";
const BEFORE = "(?<![\\p{L}\\p{N}_.$\\]])";
const AFTER = "(?![\\p{L}\\p{N}_.(\\[!])";
const CELL_R1C1 = new RegExp(`${BEFORE}R${OFFSET}C${OFFSET}${AFTER}`, "giu");
const LINES_R1C1 = new RegExp(`${BEFORE}([RC])${OFFSET}(?::([RC])${OFFSET})?${AFTER}`, "giu");

/** Where an offset or a number leads; beyond the sheet's edge it goes round, as in Excel. */
function place(offset: string | undefined, home: number, size: number): { fixed: boolean; index: number } {
  if (offset === undefined) return { fixed: false, index: home };
  if (!offset.startsWith("[")) return { fixed: true, index: Number(offset) - 1 };
  return { fixed: false, index: (home + Number(offset.slice(1, -1)) + size) % size };
}

/** A formula in R1C1 notation in A1 notation, for a cell. */
export function fromR1C1(formula: string, row: number, column: number): string {
  const rowAt = (offset: string | undefined): string => {
    const { fixed, index } = place(offset, row, MAX_ROWS);
    return `${fixed ? "$" : ""}${String(index + 1)}`;
  };
  const columnAt = (offset: string | undefined): string => {
    const { fixed, index } = place(offset, column, MAX_COLUMNS);
    return `${fixed ? "$" : ""}${columnName(index)}`;
  };
  const lineAt = (letter: string, offset: string | undefined): string =>
    letter.toUpperCase() === "R" ? rowAt(offset) : columnAt(offset);
  return formula
    .split(TEXT_OR_SHEET)
    .map((piece, index) => {
      if (index % 2 === 1) return piece;
      return piece
        .replace(
          CELL_R1C1,
          (_whole, down: string | undefined, right: string | undefined) =>
            `\u0001${columnAt(right)}${rowAt(down)}\u0001`,
        )
        .split("\u0001")
        .map((inner, at) =>
          at % 2 === 1
            ? inner
            : inner.replace(
                LINES_R1C1,
                (_whole, first: string, from: string | undefined, second: string | undefined, to: string | undefined) =>
                  `${lineAt(first, from)}:${lineAt(second ?? first, second === undefined ? from : to)}`,
              ),
        )
        .join("");
    })
    .join("");
}
