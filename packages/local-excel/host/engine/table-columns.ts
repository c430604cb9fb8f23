import type { Worksheet } from "@univerjs/core";

import { columnCount } from "../a1";
import type { Area } from "../a1";
import type { Cells } from "./cells";
import type { Changes } from "./changes";
import type { CellMatrix, Engine } from "./engine";
import { textCell } from "./input";
import type { StructuralChange } from "./structure";
import type { Table, TableColumn } from "./tables";

/** The columns of tables and their header cells, which are text, distinct and not empty. */
export class TableColumns {
  constructor(
    private readonly engine: Engine,
    private readonly cells: Cells,
    private readonly changes: Changes,
  ) {}

  /** Reads the header cells into columns, after making them text, distinct and not empty. */
  read(sheet: Worksheet, area: Area, hasHeaders: boolean, existing?: Table): TableColumn[] {
    const usedNames = new Set<string>();
    const matrix: CellMatrix = {};
    const row: CellMatrix[number] = {};
    const columns: TableColumn[] = [];
    const ids = new Set<number>();
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      const shown = hasHeaders ? this.cells.text(sheet, area.startRow, column) : "";
      const name = distinct(shown === "" ? `Column${String(column - area.startColumn + 1)}` : shown, usedNames);
      usedNames.add(name.toLowerCase());
      if (this.cells.value(sheet, area.startRow, column) !== name) row[column] = textCell(name);
      const same = existing?.columns[column - existing.area.startColumn];
      const id =
        same && !ids.has(same.id) ? same.id : Math.max(0, ...ids, ...(existing?.columns ?? []).map((c) => c.id)) + 1;
      ids.add(id);
      columns.push({ id, name });
    }
    if (Object.keys(row).length > 0) {
      matrix[area.startRow] = row;
      this.changes.silently(() => {
        this.engine.setCells(sheet, matrix);
      });
    }
    return columns;
  }

  /** The columns of a table after columns of its sheet came or went; new ones get a header. */
  changed(table: Table, area: Area, change: StructuralChange): readonly TableColumn[] {
    const sheet = this.engine.sheet(table.sheetId);
    const start = "start" in change ? change.start : change.kind === "areaMoved" ? 0 : change.area.startColumn;
    const at = Math.max(0, start - table.area.startColumn);
    const columns = [...table.columns];
    const more = columnCount(area) - columns.length;
    if (more < 0) {
      columns.splice(at, -more);
      return columns;
    }
    for (let index = 0; index < more; index++) {
      const id = Math.max(0, ...columns.map((column) => column.id)) + 1;
      const usedNames = new Set(columns.map((column) => column.name.toLowerCase()));
      const name = distinct(`Column${String(columns.length + 1)}`, usedNames);
      columns.splice(at + index, 0, { id, name });
      if (sheet && !this.cells.text(sheet, area.startRow, area.startColumn + at + index)) {
        const header: CellMatrix = { [area.startRow]: { [area.startColumn + at + index]: textCell(name) } };
        this.changes.silently(() => {
          this.engine.setCells(sheet, header);
        });
      }
    }
    return columns;
  }
}

function distinct(name: string, usedNames: ReadonlySet<string>): string {
  if (!usedNames.has(name.toLowerCase())) return name;
  for (let number = 2; ; number++) {
    if (!usedNames.has(`${name}${String(number)}`.toLowerCase())) return `${name}${String(number)}`;
  }
}
