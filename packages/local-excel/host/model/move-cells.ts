import { areaOf, columnCount, contains, rowCount } from "../a1";
import type { CellBlock } from "../engine/copy-cells";
import { readCopy } from "../engine/copy-cells";
import type { Host } from "../host";
import { requireUnlocked } from "./protection";

/** Moves cells as cut and paste do: contents and formats go, and tables that lie whole in the cells go along. */
export function moveCells(host: Host, source: CellBlock, target: CellBlock): void {
  const written = areaOf(
    target.area.startRow,
    target.area.startColumn,
    rowCount(source.area),
    columnCount(source.area),
  );
  requireUnlocked(host, source.sheet.getSheetId(), source.area);
  requireUnlocked(host, target.sheet.getSheetId(), written);
  const paste = readCopy(
    host.engine,
    host.cells,
    source,
    { sheet: target.sheet, area: written },
    { what: "All", keepReferences: true },
  );
  const rows = written.startRow - source.area.startRow;
  const columns = written.startColumn - source.area.startColumn;
  const tables = host.tables.at(source.sheet.getSheetId(), source.area);
  for (const table of tables.filter(({ area }) => contains(source.area, area))) {
    const moved = {
      startRow: table.area.startRow + rows,
      endRow: table.area.endRow + rows,
      startColumn: table.area.startColumn + columns,
      endColumn: table.area.endColumn + columns,
    };
    host.tables.update(table.id, { sheetId: target.sheet.getSheetId(), area: moved });
  }
  host.cells.clear(source.sheet, source.area, "All");
  paste();
}
