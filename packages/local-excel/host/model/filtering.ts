import type { Area } from "../a1";
import type { Host } from "../host";
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
  host.filtered.set(nameOf(self), all);
  const wanted = [...all].map(([at, each]) => ({ at, texts: textsOf(each) }));
  for (let row = area.startRow + 1; row <= area.endRow; row++) {
    const shown = wanted.every(({ at, texts }) =>
      texts.has(host.cells.text(sheet, row, area.startColumn + at).toLowerCase()),
    );
    if (sheet.getRowVisible(row) !== shown) host.sheets.setRowsHidden(sheet, row, row, !shown);
  }
}

function textsOf(criteria: Record<string, unknown>): ReadonlySet<string> {
  const wanted = criteria["values"];
  const texts = Array.isArray(wanted) ? wanted.map(String) : [String(criteria["criterion1"] ?? "").replace(/^=/, "")];
  return new Set(texts.map((text) => text.toLowerCase()));
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
