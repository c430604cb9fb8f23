/** Taking the documents' side of differences, one or all. */
import { annexOfTable, PRINTED_ROW } from "../layout/annex-tables";
import { KEY, type TableSpec } from "../layout/spec";
import { CHECKS, PROGRAMME_TABLES } from "../layout/tables";
import { runExcel } from "../run";
import { refreshStore } from "../store";
import { appendRows, columnOf, readTables, writeCells, type ManagedTable } from "../tables";
import { WHOLE_ROW } from "./plan";
import type { Difference } from "./types";

/** Takes the documents' value of one difference. */
export async function applyDifference(difference: Difference): Promise<void> {
  await applyDifferences([difference]);
}

/**
 * Takes the documents' values of some differences: cells are written, rows that people took out are put back.
 * A difference whose row is gone meanwhile is passed over. Three round trips, however many.
 */
export async function applyDifferences(differences: readonly Difference[]): Promise<void> {
  if (differences.length === 0) return;
  const names = [...new Set(differences.map((difference) => difference.table))];
  await runExcel(async (context) => {
    for (const table of await readTables(context, names)) {
      const own = differences.filter((difference) => difference.table === table.name);
      writeCells(context, table, cellsOf(table, own));
      const rows = own.flatMap(({ field, putBack }) => (field === WHOLE_ROW && putBack ? [putBack] : []));
      appendRows(context, table, columnsOf(table), rows);
    }
    await context.sync();
  });
  await refreshStore();
}

function cellsOf(
  table: ManagedTable,
  differences: readonly Difference[],
): { row: number; header: string; value: Difference["documents"] }[] {
  const identity = columnOf(table, identityOf(table));
  const places = new Map(table.rows.map((row, index) => [String(row[identity] ?? ""), index]));
  return differences.flatMap((difference) => {
    const row = difference.field === WHOLE_ROW ? undefined : places.get(difference.row);
    return row === undefined ? [] : [{ row, header: difference.field, value: difference.documents }];
  });
}

function specOf(table: ManagedTable): TableSpec | undefined {
  return [...PROGRAMME_TABLES, CHECKS].find((spec) => spec.name === table.name);
}

function identityOf(table: ManagedTable): string {
  const fixed = specOf(table)?.identity;
  if (fixed !== undefined) return fixed;
  return annexOfTable(table.name) && table.headers.includes(PRINTED_ROW) ? PRINTED_ROW : KEY;
}

/** Formats for rows put back: what the layout says; an annex's columns are text but for its numbers, which keep theirs. */
function columnsOf(table: ManagedTable): TableSpec["columns"] {
  return (
    specOf(table)?.columns ??
    table.headers.map((header) => ({ header, format: header === "No." ? "number" : "text", width: 0 }))
  );
}
