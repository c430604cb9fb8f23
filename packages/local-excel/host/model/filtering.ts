import type { Worksheet } from "@univerjs/core";

import type { Area } from "../a1";
import type { Host } from "../host";
import { testOf } from "./filter-criteria";
import type { FilteredCell } from "./filter-criteria";
import { sheetOf } from "./lookup";

export interface FilterSelf {
  readonly sheetId: string;
  readonly tableId?: string;
}

const nameOf = ({ tableId, sheetId }: FilterSelf): string => tableId ?? sheetId;

/** Filters the area (below its header) by a column too: rows stay visible that meet the criteria of every filtered column. */
export function applyFilter(
  host: Host,
  self: FilterSelf,
  area: Area,
  column: number,
  criteria: Record<string, unknown>,
): void {
  const sheet = sheetOf(host, self.sheetId);
  const all = new Map([...(host.filtered.get(nameOf(self)) ?? []), [column, criteria]]);
  const columns = [...all].map(([at, each]) => {
    const cells = columnCells(host, sheet, area, area.startColumn + at);
    return { cells, test: testOf(each, cells) };
  });
  host.filtered.set(nameOf(self), all);
  for (let row = area.startRow + 1; row <= area.endRow; row++) {
    const shown = columns.every(({ cells, test }) => {
      const cell = cells[row - area.startRow - 1];
      return cell !== undefined && test(cell);
    });
    if (sheet.getRowVisible(row) !== shown) host.sheets.setRowsHidden(sheet, row, row, !shown);
  }
}

function columnCells(host: Host, sheet: Worksheet, area: Area, column: number): FilteredCell[] {
  const cells: FilteredCell[] = [];
  for (let row = area.startRow + 1; row <= area.endRow; row++) {
    const style = host.cells.style(sheet, row, column);
    cells.push({
      value: host.cells.value(sheet, row, column),
      text: host.cells.text(sheet, row, column),
      fill: style.bg?.rgb ?? "",
      fontColor: style.cl?.rgb ?? "",
    });
  }
  return cells;
}

/** The criteria column by column; null for a column without any. */
export function criteriaOf(host: Host, self: FilterSelf, area: Area | undefined): (Record<string, unknown> | null)[] {
  const all = host.filtered.get(nameOf(self));
  if (!all || !area) return [];
  return Array.from({ length: area.endColumn - area.startColumn + 1 }, (_, column) => all.get(column) ?? null);
}

export function clearFilter(host: Host, self: FilterSelf, area: Area | undefined): void {
  host.filtered.delete(self.tableId ?? self.sheetId);
  if (!area) return;
  const sheet = sheetOf(host, self.sheetId);
  for (let row = area.startRow + 1; row <= area.endRow; row++) {
    if (!sheet.getRowVisible(row)) host.sheets.setRowsHidden(sheet, row, row, false);
  }
}
