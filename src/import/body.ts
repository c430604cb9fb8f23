/** The rows of one table as one text in which every position still knows its line. */
import { CELL, type Line } from "./lines";

/** A run of lines joined with line feeds, tabs and bars turned into cell borders. */
export interface DocumentBody {
  text: string;
  /** Line number of the character at a position. */
  lineAt(position: number): number;
}

/** Joins lines into a body. Positions are found by bisection, so a look-up costs log(lines). */
export function joinLines(lines: readonly Line[]): DocumentBody {
  const starts: number[] = [];
  const texts: string[] = [];
  let length = 0;
  for (const line of lines) {
    const text = line.text.replace(/[\t|]/g, CELL);
    starts.push(length);
    texts.push(text);
    length += text.length + 1;
  }
  return {
    text: texts.join("\n"),
    lineAt(position) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= position) low = middle;
        else high = middle - 1;
      }
      return lines[low]?.number ?? 0;
    },
  };
}
