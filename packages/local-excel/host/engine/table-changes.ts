import type { Worksheet } from "@univerjs/core";

import { areaOf, columnCount, contains, intersect } from "../a1";
import type { Area } from "../a1";
import { CalculatedColumns } from "./calculated-columns";
import { hasContent } from "./cells";
import type { Cells } from "./cells";
import type { Change, Changes } from "./changes";
import type { Engine } from "./engine";
import { movedArea } from "./structure";
import type { StructuralChange } from "./structure";
import type { Table, Tables } from "./tables";

/** Lets tables follow what happens to their sheet: they move, grow by what is typed beside them, and fill calculated columns. */
export class TableChanges {
  /** While the sheet's structure changes: rows come in between, not at the end. */
  private moving = false;
  private readonly calculated: CalculatedColumns;

  constructor(
    private readonly engine: Engine,
    cells: Cells,
    private readonly changes: Changes,
    private readonly tables: Tables,
  ) {
    this.calculated = new CalculatedColumns(engine, cells);
    changes.subscribe((change) => {
      this.applyChange(change);
    });
    tables.onChanged = (before, after) => {
      if (!tables.restored && !engine.replaying) this.fillAddedRows(before, after);
    };
  }

  /** Calculated columns fill the rows that a table got at its end. */
  private fillAddedRows(before: Table, after: Table): void {
    const { area } = before;
    const sheet = this.engine.sheet(after.sheetId);
    const grown = after.area.startRow === area.startRow && after.area.endRow > area.endRow && !after.showTotals;
    if (!sheet || !grown || before.sheetId !== after.sheetId || this.moving) return;
    const body = { ...area, startRow: area.startRow + (after.showHeaders ? 1 : 0) };
    this.changes.silently(() => {
      this.calculated.fillRows(sheet, body, { startRow: area.endRow + 1, endRow: after.area.endRow });
    });
  }

  /** Calculated columns fill rows that were inserted between others. */
  private fillInsertedRows(table: Table, change: StructuralChange): void {
    const rows =
      change.kind === "rowsInserted"
        ? { startRow: change.start, endRow: change.start + change.count - 1 }
        : change.kind === "cellsInserted" && change.shift === "Down"
          ? { startRow: change.area.startRow, endRow: change.area.endRow }
          : undefined;
    const sheet = this.engine.sheet(table.sheetId);
    const body = { ...table.area, startRow: table.area.startRow + (table.showHeaders ? 1 : 0) };
    if (!rows || !sheet || rows.startRow < body.startRow || rows.endRow > body.endRow) return;
    this.changes.silently(() => {
      this.calculated.fillRows(sheet, body, rows);
    });
  }

  private applyChange(change: Change): void {
    switch (change.kind) {
      case "edited":
        if (this.engine.replaying) return;
        if (change.values) for (const area of change.areas) this.applyEdit(change.sheetId, area);
        if (change.single && change.formulas && change.areas[0]) this.adjustFormula(change.sheetId, change.areas[0]);
        return;
      case "sheetDeleted":
        for (const table of this.tables.all(change.sheetId)) this.tables.put(table.id, null);
        return;
      case "rowsInserted":
      case "rowsDeleted":
      case "columnsInserted":
      case "columnsDeleted":
      case "cellsInserted":
      case "cellsDeleted":
      case "areaMoved":
        if (!this.tables.restored) this.applyStructureChange(change);
        return;
      default:
        return;
    }
  }

  private applyStructureChange(change: StructuralChange): void {
    for (const table of this.tables.all(change.sheetId)) {
      const area = movedArea(table.sheetId, table.area, change);
      const headerGone =
        area &&
        table.showHeaders &&
        change.kind === "rowsDeleted" &&
        within(table.area.startRow, change.start, change.count);
      if (!area || headerGone || area.endRow < area.startRow) {
        this.tables.put(table.id, null);
        continue;
      }
      if (change.kind === "areaMoved" && contains(change.from, table.area)) {
        this.tables.put(table.id, { ...table, sheetId: change.toSheetId, area });
        continue;
      }
      const tableArea = area.endRow === area.startRow ? { ...area, endRow: area.endRow + 1 } : area;
      const columns =
        columnCount(tableArea) === columnCount(table.area)
          ? table.columns
          : this.tables.columns.changed(table, tableArea, change);
      this.moving = true;
      this.tables.put(table.id, { ...table, area: tableArea, columns });
      this.moving = false;
      const moved = this.tables.find(table.id);
      if (moved) this.fillInsertedRows(moved, change);
    }
  }

  /** Header cells stay text and distinct; typing right below or right beside makes the table larger. */
  private applyEdit(sheetId: string, edited: Area): void {
    const sheet = this.engine.sheet(sheetId);
    if (!sheet || this.tables.restored) return;
    for (const table of this.tables.all(sheetId)) {
      const header = areaOf(table.area.startRow, table.area.startColumn, 1, columnCount(table.area));
      if (table.showHeaders && intersect(header, edited)) {
        const columns = this.tables.columns.read(sheet, table.area, true, table);
        if (columns.some((column, index) => column.name !== table.columns[index]?.name)) {
          this.tables.put(table.id, { ...table, columns });
        }
      }
      this.growDown(sheet, table, edited);
      this.growRight(sheet, table, edited);
    }
  }

  /** A formula entered into a blank column of a table fills the column. */
  private adjustFormula(sheetId: string, { startRow, startColumn }: Area): void {
    const sheet = this.engine.sheet(sheetId);
    if (!sheet || this.tables.restored) return;
    for (const table of this.tables.at(sheetId, areaOf(startRow, startColumn))) {
      const body = {
        ...table.area,
        startRow: table.area.startRow + (table.showHeaders ? 1 : 0),
        endRow: table.area.endRow - (table.showTotals ? 1 : 0),
      };
      if (!contains(body, areaOf(startRow, startColumn))) continue;
      this.changes.silently(() => {
        this.calculated.fillColumn(sheet, body, startRow, startColumn);
      });
    }
  }

  private growDown(sheet: Worksheet, table: Table, edited: Area): void {
    const { area } = table;
    if (table.showTotals) return;
    const within = edited.startColumn >= area.startColumn && edited.endColumn <= area.endColumn;
    const intersects =
      edited.startRow <= area.endRow + 1 && edited.startRow > area.startRow && edited.endRow > area.endRow;
    if (!within || !intersects) return;
    let endRow = area.endRow;
    for (let row = area.endRow + 1; row <= edited.endRow; row++) {
      if (this.anyContent(sheet, { ...edited, startRow: row, endRow: row })) endRow = row;
    }
    const added = { ...area, startRow: area.endRow + 1, endRow };
    if (endRow === area.endRow || this.tables.at(table.sheetId, added).length > 0) return;
    this.tables.update(table.id, { area: { ...area, endRow } });
  }

  private growRight(sheet: Worksheet, table: Table, edited: Area): void {
    const { area } = table;
    const beside = edited.startColumn === area.endColumn + 1 && edited.startColumn === edited.endColumn;
    if (!beside || edited.startRow < area.startRow || edited.endRow > area.endRow) return;
    if (!this.anyContent(sheet, edited)) return;
    const added = { ...area, startColumn: edited.startColumn, endColumn: edited.endColumn };
    if (this.tables.at(table.sheetId, added).length > 0) return;
    const grown = { ...area, endColumn: edited.endColumn };
    this.tables.update(table.id, { area: grown, columns: this.tables.columns.read(sheet, grown, true, table) });
  }

  private anyContent(sheet: Worksheet, area: Area): boolean {
    for (let row = area.startRow; row <= area.endRow; row++) {
      for (let column = area.startColumn; column <= area.endColumn; column++) {
        if (hasContent(this.engine.rawCell(sheet, row, column))) return true;
      }
    }
    return false;
  }
}

const within = (at: number, start: number, count: number): boolean => at >= start && at < start + count;
