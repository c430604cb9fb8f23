import { MAX_COLUMNS, MAX_ROWS } from "../a1";
import type { Area } from "../a1";
import type { ShiftDirection } from "../engine/sheets";
import { invalidOperation } from "../errors";
import type { Host } from "../host";

/**
 * Cells shift with whole rows or columns of a table only.
 * @throws InvalidOperation where the shift would pull a table apart
 */
export function requireWholeTables(host: Host, sheetId: string, area: Area, shift: ShiftDirection): void {
  const isVertical = shift === "Down" || shift === "Up";
  const shifted = isVertical ? { ...area, endRow: MAX_ROWS - 1 } : { ...area, endColumn: MAX_COLUMNS - 1 };
  const isWhole = (table: Area): boolean =>
    isVertical
      ? area.startColumn <= table.startColumn && area.endColumn >= table.endColumn
      : area.startRow <= table.startRow && area.endRow >= table.endRow;
  if (host.tables.at(sheetId, shifted).some((table) => !isWhole(table.area))) {
    throw invalidOperation("The operation is not allowed: it would shift cells in a table.");
  }
}
