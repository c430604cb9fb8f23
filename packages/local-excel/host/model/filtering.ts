import type { Area } from "../a1";
import type { Host } from "../host";
import { sheetOf } from "./lookup";

export interface FilterSelf {
  readonly sheetId: string;
  readonly tableId?: string;
}

/** Hides the rows of the area (below its header) whose text in a column is not among the wanted ones. */
export function applyFilter(
  host: Host,
  self: FilterSelf,
  area: Area,
  column: number,
  criteria: Record<string, unknown>,
): void {
  const sheet = sheetOf(host, self.sheetId);
  const wanted = criteria["values"];
  const texts = Array.isArray(wanted) ? wanted.map(String) : [String(criteria["criterion1"] ?? "").replace(/^=/, "")];
  const set = new Set(texts.map((text) => text.toLowerCase()));
  for (let row = area.startRow + 1; row <= area.endRow; row++) {
    const shown = set.has(host.cells.text(sheet, row, area.startColumn + column).toLowerCase());
    if (sheet.getRowVisible(row) !== shown) host.sheets.setRowsHidden(sheet, row, row, !shown);
  }
  host.filtered.add(self.tableId ?? self.sheetId);
}

export function clearFilter(host: Host, self: FilterSelf, area: Area | undefined): void {
  host.filtered.delete(self.tableId ?? self.sheetId);
  if (!area) return;
  const sheet = sheetOf(host, self.sheetId);
  for (let row = area.startRow + 1; row <= area.endRow; row++) {
    if (!sheet.getRowVisible(row)) host.sheets.setRowsHidden(sheet, row, row, false);
  }
}
