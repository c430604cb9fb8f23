/** Text whose cells are parted by a separator: commas, semicolons, tabs. Cells may be in quotation marks, doubled inside. Linear. */

import { finish, type Steps } from "../domain/steps";

/** A row of cells and the lines it is on, 1-based. */
export interface DelimitedRow {
  line: number;
  lastLine: number;
  cells: string[];
}

/** Parses a text of cells. A quotation mark that is never closed is a character like any other. */
export function parseDelimited(text: string, separator: string): DelimitedRow[] {
  return finish(delimitedRows(text, separator));
}

/** The same in steps. */
export function delimitedRows(text: string, separator: string): Steps<DelimitedRow[]> {
  return new DelimitedReader(text, separator).read();
}

/** The longest text of a cell in Excel. */
const LONGEST_CELL = 32_767;
/** A cell in quotation marks that has more lines was opened by a stray mark. */
const MOST_LINES = 40;

const ROWS_A_STEP = 100;

const LINE_END = /[\n\r\u2028\u2029\u0085]/;

class DelimitedReader {
  private at = 0;
  private line = 1;
  private readonly rows: DelimitedRow[] = [];
  constructor(
    private readonly text: string,
    private readonly separator: string,
  ) {}

  *read(): Steps<DelimitedRow[]> {
    while (this.at < this.text.length) {
      this.readRow();
      if (this.rows.length % ROWS_A_STEP === 0) yield;
    }
    return this.rows;
  }

  private readRow(): void {
    const row: DelimitedRow = { line: this.line, lastLine: this.line, cells: [] };
    for (;;) {
      row.cells.push(this.readCell());
      row.lastLine = this.line;
      const next = this.text[this.at];
      if (next === this.separator) {
        this.at += 1;
        continue;
      }
      this.skipLineEnd();
      break;
    }
    this.rows.push(row);
  }

  private skipLineEnd(): void {
    if (this.at >= this.text.length) return;
    const isPair = this.text[this.at] === "\r" && this.text[this.at + 1] === "\n";
    this.at += isPair ? 2 : 1;
    this.line += 1;
  }

  private readCell(): string {
    let start = this.at;
    while (this.text[start] === " " && start - this.at < 100) start += 1;
    if (this.text[start] === '"') {
      const end = this.closingQuote(start);
      if (end < this.text.length) {
        const inside = this.text.slice(start + 1, end);
        this.at = end + 1;
        while (this.text[this.at] === " ") this.at += 1;
        this.line += countLineEnds(inside);
        return inside.replace(/""/g, '"');
      }
    }
    const begin = this.at;
    while (this.at < this.text.length) {
      const character = this.text[this.at] ?? "";
      if (character === this.separator || LINE_END.test(character)) break;
      this.at += 1;
    }
    return this.text.slice(begin, this.at);
  }

  /**
   * The mark that closes the cell opened at a position: the first that is not doubled, where a separator or a line end follows it.
   * The length of the text where there is none: then the opening mark is a character like any other.
   */
  private closingQuote(opening: number): number {
    const none = this.text.length;
    for (let at = opening + 1; at < none;) {
      const quote = this.text.indexOf('"', at);
      if (quote < 0) return none;
      let end = quote;
      while (this.text[end] === '"') end += 1;
      if ((end - quote) % 2 === 1) return this.mayClose(opening, end) ? end - 1 : none;
      at = end;
    }
    return none;
  }

  private mayClose(opening: number, end: number): boolean {
    if (!this.closesBefore(end) || end - opening > LONGEST_CELL) return false;
    return countLineEnds(this.text.slice(opening, end)) <= MOST_LINES;
  }

  private closesBefore(position: number): boolean {
    let at = position;
    while (this.text[at] === " " && at - position < 100) at += 1;
    const next = this.text[at];
    return next === undefined || next === this.separator || LINE_END.test(next);
  }
}

function countLineEnds(text: string): number {
  return (text.match(/\r\n|[\n\r\u2028\u2029\u0085]/g) ?? []).length;
}
