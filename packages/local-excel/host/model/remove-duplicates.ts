import { columnCount, rowCount } from "../a1";
import { defineClass } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import { copyCells } from "../engine/copy-cells";
import type { TrackedRange } from "../engine/tracked-ranges";
import { invalidArgument } from "../errors";
import { requireUnfiltered } from "./filtering";
import { flag, number } from "./lookup";
import { writable } from "./range-helpers";

interface Outcome {
  readonly removed: number;
  readonly uniqueRemaining: number;
}

const outcome = defineClass<Outcome>({
  name: "RemoveDuplicatesResult",
  properties: {
    removed: { get: ({ removed }) => removed },
    uniqueRemaining: { get: ({ uniqueRemaining }) => uniqueRemaining },
  },
});

/** Keeps the first of the rows that show the same in some columns; the rows below move up inside the range. Case does not count. */
export function removeDuplicates(self: TrackedRange, [columns, header]: unknown[], call: Call): HostObject {
  const { host } = call;
  const { sheet, area } = writable(self, call);
  requireUnfiltered(host, self.sheetId, area);
  if (!Array.isArray(columns) || columns.length === 0) throw invalidArgument("columns");
  const chosen = (columns as unknown[]).map((column) => number(column, "column"));
  if (chosen.some((column) => !Number.isInteger(column) || column < 0 || column >= columnCount(area)))
    throw invalidArgument(`columns ${chosen.join(", ")}`);
  const first = area.startRow + (flag(header, "includesHeader") ? 1 : 0);
  const used = host.cells.usedArea(sheet, true, area);
  if (!used || used.endRow < first) return outcome.of({ removed: 0, uniqueRemaining: 0 });
  const seen = new Set<string>();
  const kept: number[] = [];
  for (let row = first; row <= used.endRow; row++) {
    const shown = chosen.map((column) => {
      const value = host.cells.value(sheet, row, area.startColumn + column);
      return `${typeof value}${String(value).toLowerCase()}`;
    });
    const key = JSON.stringify(shown);
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(row);
  }
  kept.forEach((from, index) => {
    const to = first + index;
    if (to === from) return;
    const source = { sheet, area: { ...area, startRow: from, endRow: from } };
    const target = { sheet, area: { ...area, startRow: to, endRow: to } };
    copyCells(host.engine, host.cells, source, target, { what: "All" });
  });
  const rest = { ...area, startRow: first + kept.length, endRow: used.endRow };
  if (rest.startRow <= rest.endRow) host.cells.clear(sheet, rest, "Contents");
  return outcome.of({
    removed: rowCount({ ...area, startRow: first, endRow: used.endRow }) - kept.length,
    uniqueRemaining: kept.length,
  });
}
