import { areaOf, columnCount } from "../a1";
import type { Area } from "../a1";
import type { CellMatrix } from "../engine/engine";
import { formulaCell, textCell } from "../engine/input";
import type { Table } from "../engine/tables";
import type { Host } from "../host";
import { bodyOf, sheetOf } from "./lookup";
import { requirePermission } from "./protection";

/** SUBTOTAL's functions that leave hidden rows out. */
const SUM = 109;
const COUNT = 103;

/** Shows or hides the total row. It comes below the data, which keep their rows. */
export function showTotals(host: Host, table: Table, shown: boolean): void {
  if (table.showTotals === shown) return;
  const sheet = sheetOf(host, table.sheetId);
  const { area } = table;
  requirePermission(host, table.sheetId);
  if (!shown) {
    host.tables.update(table.id, { area: { ...area, endRow: area.endRow - 1 }, showTotals: false });
    host.cells.clear(sheet, { ...area, startRow: area.endRow }, "Contents");
    return;
  }
  const row = areaOf(area.endRow + 1, area.startColumn, 1, columnCount(area));
  makeRoom(host, table, row);
  host.engine.ensureSize(sheet, row);
  host.tables.update(table.id, { area: { ...area, endRow: row.endRow }, showTotals: true });
  const last = table.columns.at(-1);
  const totals: CellMatrix[number] = {};
  if (last)
    totals[row.endColumn] = formulaCell(`=SUBTOTAL(${String(totalOf(host, table))},${reference(table, last.name)})`);
  if (table.columns.length > 1) totals[row.startColumn] = textCell("Total");
  host.engine.setCells(sheet, { [row.startRow]: totals });
}

/** Numbers are added up, anything else is counted. */
function totalOf(host: Host, table: Table): number {
  const body = bodyOf(table);
  const values = host.cells
    .values(sheetOf(host, table.sheetId), { ...body, startColumn: body.endColumn })
    .flat()
    .filter((value) => value !== "");
  return values.every((value) => typeof value === "number") ? SUM : COUNT;
}

function reference(table: Table, column: string): string {
  return `${table.name}[${column.replace(/['[\]#]/g, "'$&")}]`;
}

/** Shows or hides the header row. Its cells are emptied; the columns keep their names. */
export function showHeaders(host: Host, table: Table, shown: boolean): void {
  if (table.showHeaders === shown) return;
  const sheet = sheetOf(host, table.sheetId);
  const { area } = table;
  requirePermission(host, table.sheetId);
  if (!shown) {
    host.tables.update(table.id, { area: { ...area, startRow: area.startRow + 1 }, showHeaders: false });
    host.cells.clear(sheet, { ...area, endRow: area.startRow }, "Contents");
    return;
  }
  const above = areaOf(area.startRow - 1, area.startColumn, 1, columnCount(area));
  const free = area.startRow > 0 && isFree(host, table, above);
  const header = free ? above : { ...above, startRow: area.startRow, endRow: area.startRow };
  if (!free) host.sheets.insert(sheet, { ...header }, "Down");
  const endRow = free ? area.endRow : area.endRow + 1;
  host.tables.update(table.id, { area: { ...area, startRow: header.startRow, endRow }, showHeaders: true });
  const cells = Object.fromEntries(table.columns.map(({ name }, index) => [area.startColumn + index, textCell(name)]));
  host.engine.setCells(sheet, { [header.startRow]: cells });
}

function makeRoom(host: Host, table: Table, row: Area): void {
  if (!isFree(host, table, row)) host.sheets.insert(sheetOf(host, table.sheetId), row, "Down");
}

function isFree(host: Host, table: Table, row: Area): boolean {
  const sheet = sheetOf(host, table.sheetId);
  return host.cells.usedArea(sheet, true, row) === undefined && host.tables.at(table.sheetId, row).length === 0;
}
