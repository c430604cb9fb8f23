import { ISheetRowFilteredService } from "@univerjs/engine-formula";

import { columnCount, contains, intersect } from "../a1";
import type { Area } from "../a1";
import { invalidArgument, invalidOperation } from "../errors";
import type { Host } from "../host";
import { rowTest } from "./filter-criteria";
import type { Criteria } from "./filter-criteria";
import { sheetOf } from "./lookup";
import { requirePermission } from "./protection";

export interface FilterSelf {
  readonly sheetId: string;
  readonly tableId?: string;
}

const nameOf = ({ tableId, sheetId }: FilterSelf): string => tableId ?? sheetId;

/** Filters the area (below its header) by a column too: rows stay visible that meet the criteria of every filtered column. */
export function applyFilter(host: Host, self: FilterSelf, area: Area, column: number, criteria: Criteria): void {
  requirePermission(host, self.sheetId, "allowAutoFilter");
  if (!Number.isInteger(column) || column < 0 || column >= columnCount(area)) {
    throw invalidArgument(`filter column ${String(column)}`);
  }
  showRows(host, self, area, new Map([...(host.filters.of(nameOf(self)) ?? []), [column, criteria]]));
}

/** Filters again by the criteria there are: what was edited meanwhile is hidden or shown. */
export function reapplyFilter(host: Host, self: FilterSelf, area: Area | undefined): void {
  requirePermission(host, self.sheetId, "allowAutoFilter");
  if (area) showRows(host, self, area, new Map(host.filters.of(nameOf(self))));
}

/** Takes the criteria of one column away. */
export function clearColumnFilter(host: Host, self: FilterSelf, area: Area | undefined, column: number): void {
  requirePermission(host, self.sheetId, "allowAutoFilter");
  const rest = new Map(host.filters.of(nameOf(self)));
  rest.delete(column);
  if (area) showRows(host, self, area, rest);
}

export function clearFilter(host: Host, self: FilterSelf, area: Area | undefined): void {
  requirePermission(host, self.sheetId, "allowAutoFilter");
  if (area) showRows(host, self, area, new Map());
  else host.filters.set(nameOf(self), undefined);
}

/** What is filtered: a total row is not, and stays visible. */
function withoutTotals(host: Host, { tableId }: FilterSelf, area: Area): Area {
  const totals = tableId !== undefined && host.tables.find(tableId)?.showTotals === true;
  return totals ? { ...area, endRow: area.endRow - 1 } : area;
}

function showRows(host: Host, self: FilterSelf, whole: Area, all: ReadonlyMap<number, Criteria>): void {
  const sheet = sheetOf(host, self.sheetId);
  const area = withoutTotals(host, self, whole);
  const tests = [...all].map(([column, criteria]) => rowTest(host.cells, sheet, area, column, criteria));
  host.filters.set(nameOf(self), all);
  for (let row = area.startRow + 1; row <= area.endRow; row++) {
    const shown = tests.every((test) => test(row));
    if (sheet.getRowVisible(row) !== shown) host.sheets.setRowsHidden(sheet, row, row, !shown);
  }
}

/** The criteria column by column; null for a column without any. */
export function criteriaOf(host: Host, self: FilterSelf, area: Area | undefined): (Criteria | null)[] {
  const all = host.filters.of(nameOf(self));
  if (!all || !area) return [];
  return Array.from({ length: columnCount(area) }, (_, column) => all.get(column) ?? null);
}

/** Areas of a sheet in which a filter hides rows. */
function filteredAreas(host: Host, sheetId: string): Area[] {
  if (host.filters.isEmpty) return [];
  const tables = host.tables.all(sheetId).filter(({ id }) => host.filters.of(id));
  const own = host.filters.of(sheetId) ? host.sheetState(sheetId).autoFilter : undefined;
  const areas = [...tables.map(({ area }) => area), ...(own ? [own] : [])];
  return areas.sort((one, other) => one.startRow - other.startRow);
}

/** Returns whether a filter hides a row of an area in which one is on; rows hidden by hand in it count as filtered, as in Excel. */
function hiding(host: Host, sheetId: string): (row: number) => boolean {
  const areas = filteredAreas(host, sheetId);
  const sheet = areas.length > 0 ? sheetOf(host, sheetId) : undefined;
  return (row) =>
    sheet?.getRowVisible(row) === false && areas.some(({ startRow, endRow }) => row > startRow && row <= endRow);
}

/** Makes SUBTOTAL and AGGREGATE leave out what filters hide. */
export function leaveFilteredRowsOut(host: Host): void {
  host.engine.injector.get(ISheetRowFilteredService).register((_unitId, sheetId, row) => hiding(host, sheetId)(row));
}

/** The parts of an area that filters leave visible, top down: what a person clears, fills, formats and deletes there. */
export function visibleParts(host: Host, sheetId: string, area: Area): Area[] {
  const hides = hiding(host, sheetId);
  const parts: Area[] = [];
  let { startRow } = area;
  for (const filtered of filteredAreas(host, sheetId)) {
    const shared = intersect(filtered, area);
    for (let row = shared?.startRow ?? 0; row <= (shared?.endRow ?? -1); row++) {
      if (row < startRow || !hides(row)) continue;
      if (row > startRow) parts.push({ ...area, startRow, endRow: row - 1 });
      startRow = row + 1;
    }
  }
  return startRow <= area.endRow ? [...parts, { ...area, startRow }] : parts;
}

/**
 * What arrives where an array of several rows is written over rows that a filter hides: desktop Excel puts the array's
 * first row into every visible row and leaves the hidden ones alone (office-js#224, xlwings#747). Rows hidden by hand,
 * single rows and single values are written as given.
 */
export function throughFilter(host: Host, sheetId: string, area: Area, values: unknown): unknown {
  if (!Array.isArray(values) || values.length < 2) return values;
  const hides = hiding(host, sheetId);
  const rows = values as unknown[];
  const overlap = filteredAreas(host, sheetId).some((filtered) => intersect(filtered, area));
  if (!overlap || !rows.some((_row, index) => hides(area.startRow + index))) return values;
  const untouched = Array.from({ length: columnCount(area) }, () => null);
  return rows.map((_row, index) => (hides(area.startRow + index) ? untouched : rows[0]));
}

/** @throws InvalidOperation where cells would shift inside a filtered table or range (office-js#994) */
export function requireUnfiltered(host: Host, sheetId: string, area: Area): void {
  if (filteredAreas(host, sheetId).some((filtered) => intersect(filtered, area) && !contains(area, filtered))) {
    throw invalidOperation("The operation can't be done in a filtered range or table.");
  }
}
