import { areaOf, columnCount, rowCount } from "../a1";
import type { Area } from "../a1";
import { objectOf } from "../bridge/model";
import type { HostObject } from "../bridge/model";
import type { Table } from "../engine/tables";
import { HostError, invalidArgument, invalidOperation } from "../errors";
import type { Host } from "../host";
import { bodyOf, sheetOf, tableOf } from "./lookup";
import { requirePermission } from "./protection";
import { requireWholeTables } from "./shift-rules";

/** Takes rows out of a table; only its own columns close up, as in Excel. The last row is emptied instead. */
export function deleteTableRows(host: Host, table: Table, index: number, count: number): void {
  const body = bodyOf(table);
  if (index < 0 || count < 1 || index + count > rowCount(body))
    throw new HostError("ItemNotFound", `table rows ${String(index)}`);
  const sheet = sheetOf(host, table.sheetId);
  const rows: Area = { ...body, startRow: body.startRow + index, endRow: body.startRow + index + count - 1 };
  requirePermission(host, table.sheetId);
  // Desktop Excel takes no row out of a filtered table (office-js#994, xlwings#2587).
  if (host.filters.of(table.id)) throw invalidOperation("The table is filtered.");
  requireWholeTables(host, table.sheetId, rows, "Up");
  if (count === rowCount(body)) {
    if (count > 1) host.sheets.deleteCells(sheet, { ...rows, endRow: rows.endRow - 1 }, "Up");
    host.cells.clear(sheet, { ...body, endRow: body.startRow }, "Contents");
    return;
  }
  host.sheets.deleteCells(sheet, rows, "Up");
}

/** Puts rows into a table; what stands below inside its columns moves down. */
export function insertTableRows(host: Host, table: Table, index: number, values: unknown[][]): void {
  const body = bodyOf(table);
  if (index < 0 || index > rowCount(body)) throw invalidArgument(`row index ${String(index)}`);
  const sheet = sheetOf(host, table.sheetId);
  const only = rowCount(body) === 1 && index === 1 && host.cells.values(sheet, body)[0]?.every((value) => value === "");
  const rows: Area = { ...body, startRow: body.startRow + index, endRow: body.startRow + index + values.length - 1 };
  requirePermission(host, table.sheetId);
  if (only === true) {
    const written = { ...body, endRow: body.startRow + values.length - 1 };
    const added = { ...written, startRow: body.startRow + 1 };
    // A total row moves down, and the table grows with it.
    if (table.showTotals && added.startRow <= added.endRow) host.sheets.insert(sheet, added, "Down");
    const now = tableOf(host, table.id);
    const endRow = written.endRow + (now.showTotals ? 1 : 0);
    if (now.area.endRow < endRow) host.tables.resize(table.id, { ...now.area, endRow });
    host.cells.write(sheet, written, values);
    return;
  }
  const free =
    host.cells.usedArea(sheet, true, { ...rows, endRow: rows.endRow }) === undefined && index === rowCount(body);
  if (!free) {
    requireWholeTables(host, table.sheetId, rows, "Down");
    host.sheets.insert(sheet, rows, "Down");
  }
  const now = tableOf(host, table.id);
  if (rowCount(bodyOf(now)) < rowCount(body) + values.length) {
    host.tables.resize(table.id, { ...now.area, endRow: now.area.endRow + values.length });
  }
  host.cells.write(sheet, rows, values);
}

/** Takes a column out of a table: the cells to its right move left beside the table's rows only. */
export function removeTableColumn(host: Host, table: Table, area: Area): void {
  requirePermission(host, table.sheetId);
  const sheet = sheetOf(host, table.sheetId);
  const index = area.startColumn - table.area.startColumn;
  host.sheets.deleteCells(sheet, area, "Left");
  host.tables.update(table.id, {
    area: { ...table.area, endColumn: table.area.endColumn - 1 },
    columns: table.columns.filter((_column, at) => at !== index),
  });
}

/** Puts a column into a table; values include the header. */
export function addTableColumn(
  host: Host,
  table: Table,
  index: number,
  values: unknown[][] | undefined,
  name: string | undefined,
): HostObject {
  const sheet = sheetOf(host, table.sheetId);
  const column = table.area.startColumn + index;
  const area = areaOf(table.area.startRow, column, rowCount(table.area));
  requirePermission(host, table.sheetId);
  if (host.cells.usedArea(sheet, true, { ...area, endColumn: column + columnCount(table.area) }) !== undefined) {
    host.sheets.insert(sheet, area, "Right");
  }
  const id = Math.max(0, ...table.columns.map((one) => one.id)) + 1;
  const columns = [...table.columns];
  const title =
    name ??
    (typeof values?.[0]?.[0] === "string" && values[0][0] !== ""
      ? values[0][0]
      : `Column${String(table.columns.length + 1)}`);
  columns.splice(index, 0, { id, name: title });
  host.tables.update(table.id, { area: { ...table.area, endColumn: table.area.endColumn + 1 }, columns });
  const cells = values ? values.map((row, at) => (at === 0 ? [title] : row)) : [[title]];
  host.cells.write(sheet, { ...area, endRow: area.startRow + cells.length - 1 }, cells);
  return objectOf("TableColumn", { tableId: table.id, columnId: id });
}
