/** Where a problem is in a source that has tables: which table, and which row of it. */
import type { CellPlace, Problem } from "../domain/document-problems";
import type { Source } from "./blocks";

/** Adds table and row to the problems of a source whose lines people cannot count. */
export function placeProblems(problems: readonly Problem[], source: Source): void {
  if (source.plain) return;
  const places = new Map<number, CellPlace>();
  let table = 0;
  for (const block of source.blocks) {
    if (block.kind !== "table") continue;
    table += 1;
    block.grid.rows.forEach((row, index) => {
      places.set(row.line, { sheet: block.grid.sheet, table, row: row.sourceRow ?? index + 1 });
    });
  }
  for (const problem of problems) {
    const place = places.get(problem.line);
    if (place) problem.place = place;
  }
}
