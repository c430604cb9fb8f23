/** Locates problems in a source that has tables: by table and row. */
import type { Problem } from "../domain/document-problems";
import type { Steps } from "../domain/steps";
import type { Source } from "./blocks";

const ROWS_A_STEP = 100;

/** Adds table and row to the problems of a source that shows no line numbers. */
export function* locateProblems(problems: readonly Problem[], source: Source): Steps<void> {
  if (source.plain) return;
  const byLine = new Map<number, Problem[]>();
  for (const problem of problems) byLine.set(problem.line, [...(byLine.get(problem.line) ?? []), problem]);
  let table = 0;
  for (const block of source.blocks) {
    if (block.kind !== "table") continue;
    table += 1;
    for (const [index, row] of block.grid.rows.entries()) {
      if (index % ROWS_A_STEP === 0) yield;
      const problem = byLine.get(row.line);
      if (!problem) continue;
      const location = { sheet: block.grid.sheet, table, row: row.sourceRow ?? index + 1 };
      for (const each of problem) each.location = location;
    }
  }
}
