/** The account of where every line of a document went, so that nothing is lost in silence. */
import type { Problem, ProblemSeverity, ProblemValues } from "../domain/document-problems";

export type LineUse =
  | "row"
  | "heading"
  | "column header"
  | "note"
  | "statistics"
  | "empty table"
  | "page furniture"
  | "problem"
  | "front matter";

export interface LineCoverage {
  /** Use of line n at index n; undefined for blank lines and lines outside the annexes. */
  uses: readonly (LineUse | undefined)[];
  /** First annex heading and end of the last table, 1-based; [0, 0] where there is no annex. */
  span: readonly [number, number];
}

/** Collects the use of lines and the problems while a document is read. */
export class Account {
  readonly uses: (LineUse | undefined)[] = [];
  readonly problems: Problem[] = [];

  mark(line: number, use: LineUse): void {
    // A line that runs two things together keeps its first use, as does a header repeated inside a row.
    this.uses[line] ??= use;
  }

  markRange(from: number, to: number, use: LineUse): void {
    for (let line = from; line <= to; line++) this.mark(line, use);
  }

  report<Code extends keyof ProblemValues>(
    line: number,
    severity: ProblemSeverity,
    code: Code,
    values: ProblemValues[Code],
  ): void {
    this.problems.push({ line, severity, code, values } as Problem);
  }

  /** Reports a line that belongs to nothing known. */
  reportLine(line: number, text: string): void {
    this.mark(line, "problem");
    this.report(line, "warning", "lineUnread", { text: shorten(text) });
  }
}

/** The beginning of a text, for messages. */
export function shorten(text: string, length = 80): string {
  const folded = text
    .slice(0, length * 3)
    .replace(/[\s\u241f]+/g, " ")
    .trim();
  return folded.length <= length ? folded : `${folded.slice(0, length - 1)}…`;
}
