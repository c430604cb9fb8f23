/** Locates problems in a source that has tables: by table and row. */
import type { CellLocation, Problem } from "../domain/document-problems";
import type { Source } from "./blocks";

/** Adds table and row to the problems of a source that shows no line numbers. */
export function locateProblems(problems: readonly Problem[], source: Source): void {
  if (source.plain) return;
  const locations = new Map<number, CellLocation>();
  let table = 0;
  for (const block of source.blocks) {
    if (block.kind !== "table") continue;
    table += 1;
    block.grid.rows.forEach((row, index) => {
      locations.set(row.line, { sheet: block.grid.sheet, table, row: row.sourceRow ?? index + 1 });
    });
  }
  for (const problem of problems) {
    const location = locations.get(problem.line);
    if (location) problem.location = location;
  }
}
