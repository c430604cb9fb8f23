import { CommandType } from "@univerjs/core";
import type { Worksheet } from "@univerjs/core";
import { RemoveSuperTableMutation, SetSuperTableMutation } from "@univerjs/engine-formula";
import { SheetInterceptorService } from "@univerjs/sheets";

import { areaOf, columnCount, contains, intersect } from "../a1";
import type { Area } from "../a1";
import { HostError, invalidArgument, itemAlreadyExists } from "../errors";
import { hasContent } from "./cells";
import { CalculatedColumns } from "./calculated-columns";
import type { Cells } from "./cells";
import type { Change, Changes } from "./changes";
import type { CellMatrix, Engine } from "./engine";
import { textCell } from "./input";
import { STRUCTURAL_COMMANDS, movedArea } from "./structure";
import type { SheetOperations } from "./sheets";
import type { StructuralChange } from "./structure";

export interface TableColumn {
  readonly id: number;
  readonly name: string;
}

/** A table as Excel knows it: a place with a header row, columns with names, and how it looks. */
export interface Table {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  readonly area: Area;
  readonly columns: readonly TableColumn[];
  readonly style: string;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly showFilterButton: boolean;
  readonly showBandedRows: boolean;
  readonly showBandedColumns: boolean;
  readonly highlightFirstColumn: boolean;
  readonly highlightLastColumn: boolean;
}

export type TableEvent = { readonly kind: "tableAdded" | "tableDeleted"; readonly table: Table };

const SET_TABLE = "local-excel.mutation.set-table";
const RESTORE_TABLES = "local-excel.mutation.restore-tables";

/** The workbook's tables. Univer's cells hold their text; this model holds where they are, and moves with the sheet. */
export class Tables {
  onEvent: (event: TableEvent) => void = () => undefined;
  onShown: (tables: readonly Table[]) => void = () => undefined;
  private readonly tables = new Map<string, Table>();
  private nextId = 1;
  /** Clients give out different ids. */
  firstId = 0;
  private restored = false;
  /** While the sheet's structure changes: rows come in between, not at the end. */
  private moving = false;
  private readonly calculated: CalculatedColumns;

  constructor(
    private readonly engine: Engine,
    private readonly cells: Cells,
    private readonly changes: Changes,
    private readonly sheets: SheetOperations,
  ) {
    this.calculated = new CalculatedColumns(engine, cells);
    this.registerMutations();
    changes.subscribe((change) => {
      this.applyChange(change);
    });
  }

  all(sheetId?: string): Table[] {
    const tables = [...this.tables.values()];
    return sheetId === undefined ? tables : tables.filter((table) => table.sheetId === sheetId);
  }

  /** By id, or by name without regard to case. */
  find(key: string): Table | undefined {
    const wanted = key.toLowerCase();
    return this.tables.get(key) ?? this.all().find((table) => table.name.toLowerCase() === wanted);
  }

  at(sheetId: string, area: Area): Table[] {
    return this.all(sheetId).filter((table) => intersect(table.area, area));
  }

  /** Makes a table of an area. Header cells become text, distinct and not empty. */
  add(sheet: Worksheet, area: Area, hasHeaders: boolean): Table {
    const sheetId = sheet.getSheetId();
    if (this.at(sheetId, area).length > 0) {
      throw new HostError("InvalidOperation", "A table can't overlap another table.");
    }
    let tableArea = area;
    if (!hasHeaders) {
      this.sheets.insert(sheet, { ...area, endRow: area.startRow }, "Down");
      tableArea = { ...area, endRow: area.endRow + 1 };
    } else if (area.startRow === area.endRow) {
      tableArea = { ...area, endRow: area.endRow + 1 };
    }
    this.engine.ensureSize(sheet, tableArea);
    return this.create(sheet, tableArea, this.headers(sheet, tableArea, hasHeaders));
  }

  /** Puts a table back as a file has it: the names of its columns come from the file where it has no header row. */
  restore(
    sheet: Worksheet,
    area: Area,
    parts: { showHeaders: boolean; showTotals: boolean; columns: readonly string[] | undefined },
  ): Table {
    const { showHeaders, showTotals, columns = [] } = parts;
    const named = showHeaders
      ? this.headers(sheet, area, true)
      : Array.from({ length: columnCount(area) }, (_column, index) => ({
          id: index + 1,
          name: columns[index] ?? `Column${String(index + 1)}`,
        }));
    return this.create(sheet, area, named, { showHeaders, showTotals });
  }

  private create(
    sheet: Worksheet,
    area: Area,
    columns: Table["columns"],
    parts: Partial<Pick<Table, "showHeaders" | "showTotals">> = {},
  ): Table {
    const id = String(this.firstId + this.nextId++);
    const table: Table = {
      id,
      name: this.freeName(),
      sheetId: sheet.getSheetId(),
      area,
      columns,
      style: "TableStyleMedium2",
      showHeaders: true,
      showTotals: false,
      showFilterButton: true,
      showBandedRows: true,
      showBandedColumns: false,
      highlightFirstColumn: false,
      highlightLastColumn: false,
      ...parts,
    };
    this.set(id, table);
    return table;
  }

  update(id: string, patch: Partial<Table>): Table {
    const table = this.tables.get(id);
    if (!table) throw new HostError("ItemNotFound", `The table ${id} no longer exists.`);
    const next = { ...table, ...patch };
    this.set(id, next);
    return next;
  }

  rename(id: string, name: string): void {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || name.length > 255) throw invalidArgument(`table name ${name}`);
    const other = this.find(name);
    if (other && other.id !== id) throw itemAlreadyExists(`table ${name}`);
    this.update(id, { name });
  }

  /** New place for the table; the header row must stay where it is. */
  resize(id: string, area: Area): void {
    const table = this.tables.get(id);
    if (!table) throw new HostError("ItemNotFound", `The table ${id} no longer exists.`);
    const others = this.at(table.sheetId, area).filter((other) => other.id !== id);
    const ok = area.startRow === table.area.startRow && intersect(area, table.area) && others.length === 0;
    if (!ok || area.endRow <= area.startRow) throw invalidArgument("the new range of the table");
    const sheet = this.engine.sheet(table.sheetId);
    if (!sheet) return;
    this.engine.ensureSize(sheet, area);
    this.update(id, { area });
    if (table.showHeaders) this.update(id, { columns: this.headers(sheet, area, true, table) });
  }

  remove(id: string): void {
    this.set(id, null);
  }

  /** Makes, changes or (undefined) removes a table as another client has done. */
  receive(id: string, patch: Partial<Table> | undefined): void {
    const table = this.tables.get(id);
    if (patch && (table || patch.id !== undefined)) this.set(id, { ...table, ...patch } as Table);
    if (!patch && table) this.set(id, null);
  }

  /** Reads the header cells into columns, after making them text, distinct and not empty. */
  headers(sheet: Worksheet, area: Area, hasHeaders: boolean, existing?: Table): TableColumn[] {
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

  private freeName(): string {
    for (let number = 1; ; number++) {
      const name = `Table${String(number)}`;
      if (!this.find(name)) return name;
    }
  }

  private set(id: string, state: Table | null): void {
    const before = this.tables.get(id) ?? null;
    const ids = { unitId: this.engine.unitId, subUnitId: state?.sheetId ?? before?.sheetId ?? "", id };
    this.engine.run(SET_TABLE, { ...ids, state });
    this.engine.pushUndo(
      [{ id: SET_TABLE, params: { ...ids, state: before } }],
      [{ id: SET_TABLE, params: { ...ids, state } }],
    );
  }

  private registerMutations(): void {
    const { commands } = this.engine;
    commands.registerCommand({
      id: SET_TABLE,
      type: CommandType.MUTATION,
      handler: (_accessor: unknown, params?: { id: string; state: Table | null }) => {
        if (params) this.put(params.id, params.state);
        return true;
      },
    });
    commands.registerCommand({
      id: RESTORE_TABLES,
      type: CommandType.MUTATION,
      handler: (_accessor: unknown, params?: { tables: Table[] }) => {
        this.restored = true;
        const kept = new Set(params?.tables.map((table) => table.id));
        for (const id of [...this.tables.keys()]) if (!kept.has(id)) this.put(id, null);
        for (const table of params?.tables ?? []) this.put(table.id, table);
        return true;
      },
    });
    commands.onCommandExecuted((command) => {
      if (command.id === "univer.command.undo" || command.id === "univer.command.redo") this.restored = false;
    });
    this.engine.injector.get(SheetInterceptorService).interceptCommand({
      getMutations: (command) => {
        if (!STRUCTURAL_COMMANDS.has(command.id) || this.tables.size === 0) return { redos: [], undos: [] };
        const params = { unitId: this.engine.unitId, tables: this.all() };
        return { redos: [], undos: [{ id: RESTORE_TABLES, params }] };
      },
    });
  }

  private put(id: string, state: Table | null): void {
    const before = this.tables.get(id);
    if (state) this.tables.set(id, state);
    else this.tables.delete(id);
    this.showToFormulas(before, state ?? undefined);
    if (state && before && !this.restored && !this.engine.replaying) this.fillAddedRows(before, state);
    if (state && !before) this.onEvent({ kind: "tableAdded", table: state });
    if (!state && before) this.onEvent({ kind: "tableDeleted", table: before });
    this.onShown(this.all());
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

  /** Structured references: the formula engine knows tables by name. */
  private showToFormulas(before: Table | undefined, after: Table | undefined): void {
    const { unitId } = this.engine;
    if (before && before.name !== after?.name) {
      this.engine.run(RemoveSuperTableMutation.id, { unitId, tableName: before.name }, { onlyLocal: true });
    }
    if (!after) return;
    const titleMap = new Map(after.columns.map((column, index) => [column.name, index]));
    // Univer counts the first row as the header, also where none is shown.
    const startRow = Math.max(0, after.area.startRow - (after.showHeaders ? 0 : 1));
    const { sheetId, showTotals } = after;
    const reference = { sheetId, titleMap, showTotals, range: { ...after.area, startRow } };
    this.engine.run(SetSuperTableMutation.id, { unitId, tableName: after.name, reference }, { onlyLocal: true });
  }

  private applyChange(change: Change): void {
    switch (change.kind) {
      case "edited":
        if (this.engine.replaying) return;
        if (change.values) for (const area of change.areas) this.applyEdit(change.sheetId, area);
        if (change.single && change.formulas && change.areas[0]) this.adjustFormula(change.sheetId, change.areas[0]);
        return;
      case "sheetDeleted":
        for (const table of this.all(change.sheetId)) this.put(table.id, null);
        return;
      case "rowsInserted":
      case "rowsDeleted":
      case "columnsInserted":
      case "columnsDeleted":
      case "cellsInserted":
      case "cellsDeleted":
      case "areaMoved":
        if (!this.restored) this.applyStructureChange(change);
        return;
      default:
        return;
    }
  }

  private applyStructureChange(change: StructuralChange): void {
    for (const table of this.all(change.sheetId)) {
      const area = movedArea(table.sheetId, table.area, change);
      const headerGone =
        area &&
        table.showHeaders &&
        change.kind === "rowsDeleted" &&
        within(table.area.startRow, change.start, change.count);
      if (!area || headerGone || area.endRow < area.startRow) {
        this.put(table.id, null);
        continue;
      }
      if (change.kind === "areaMoved" && contains(change.from, table.area)) {
        this.put(table.id, { ...table, sheetId: change.toSheetId, area });
        continue;
      }
      const tableArea = area.endRow === area.startRow ? { ...area, endRow: area.endRow + 1 } : area;
      const columns =
        columnCount(tableArea) === columnCount(table.area)
          ? table.columns
          : this.changedColumns(table, tableArea, change);
      this.moving = true;
      this.put(table.id, { ...table, area: tableArea, columns });
      this.moving = false;
      const moved = this.tables.get(table.id);
      if (moved) this.fillInsertedRows(moved, change);
    }
  }

  private changedColumns(table: Table, area: Area, change: StructuralChange): readonly TableColumn[] {
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

  /** Header cells stay text and distinct; typing right below or right beside makes the table larger. */
  private applyEdit(sheetId: string, edited: Area): void {
    const sheet = this.engine.sheet(sheetId);
    if (!sheet || this.restored) return;
    for (const table of this.all(sheetId)) {
      const header = areaOf(table.area.startRow, table.area.startColumn, 1, columnCount(table.area));
      if (table.showHeaders && intersect(header, edited)) {
        const columns = this.headers(sheet, table.area, true, table);
        if (columns.some((column, index) => column.name !== table.columns[index]?.name)) {
          this.put(table.id, { ...table, columns });
        }
      }
      this.growDown(sheet, table, edited);
      this.growRight(sheet, table, edited);
    }
  }

  /** A formula entered into a blank column of a table fills the column. */
  private adjustFormula(sheetId: string, { startRow, startColumn }: Area): void {
    const sheet = this.engine.sheet(sheetId);
    if (!sheet || this.restored) return;
    for (const table of this.at(sheetId, areaOf(startRow, startColumn))) {
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
    if (endRow === area.endRow || this.at(table.sheetId, added).length > 0) return;
    this.update(table.id, { area: { ...area, endRow } });
  }

  private growRight(sheet: Worksheet, table: Table, edited: Area): void {
    const { area } = table;
    const beside = edited.startColumn === area.endColumn + 1 && edited.startColumn === edited.endColumn;
    if (!beside || edited.startRow < area.startRow || edited.endRow > area.endRow) return;
    if (!this.anyContent(sheet, edited)) return;
    const added = { ...area, startColumn: edited.startColumn, endColumn: edited.endColumn };
    if (this.at(table.sheetId, added).length > 0) return;
    const grown = { ...area, endColumn: edited.endColumn };
    this.update(table.id, { area: grown, columns: this.headers(sheet, grown, true, table) });
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

function distinct(name: string, usedNames: ReadonlySet<string>): string {
  if (!usedNames.has(name.toLowerCase())) return name;
  for (let number = 2; ; number++) {
    if (!usedNames.has(`${name}${String(number)}`.toLowerCase())) return `${name}${String(number)}`;
  }
}
