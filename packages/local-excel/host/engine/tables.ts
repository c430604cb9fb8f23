import { CommandType } from "@univerjs/core";
import type { Worksheet } from "@univerjs/core";
import { RemoveSuperTableMutation, SetSuperTableMutation } from "@univerjs/engine-formula";
import { SheetInterceptorService } from "@univerjs/sheets";

import { columnCount, intersect } from "../a1";
import type { Area } from "../a1";
import { HostError, invalidArgument, itemAlreadyExists } from "../errors";
import type { Cells } from "./cells";
import type { Changes } from "./changes";
import type { Engine } from "./engine";
import type { SheetOperations } from "./sheets";
import { STRUCTURAL_COMMANDS } from "./structure";
import { TableColumns } from "./table-columns";

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
  /** While an undo or redo that restores the tables runs: they follow nothing else. */
  restored = false;
  onChanged: (before: Table, after: Table) => void = () => undefined;
  readonly columns: TableColumns;

  constructor(
    private readonly engine: Engine,
    cells: Cells,
    changes: Changes,
    private readonly sheets: SheetOperations,
  ) {
    this.columns = new TableColumns(engine, cells, changes);
    this.registerMutations();
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
    return this.create(sheet, tableArea, this.columns.read(sheet, tableArea, hasHeaders));
  }

  /** Puts a table back as a file has it: the names of its columns come from the file where it has no header row. */
  restore(
    sheet: Worksheet,
    area: Area,
    parts: { showHeaders: boolean; showTotals: boolean; columns: readonly string[] | undefined },
  ): Table {
    const { showHeaders, showTotals, columns = [] } = parts;
    const named = showHeaders
      ? this.columns.read(sheet, area, true)
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
    if (table.showHeaders) this.update(id, { columns: this.columns.read(sheet, area, true, table) });
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

  /** Keeps a table, or forgets it, without an undo step: that of the change it follows restores all tables. */
  put(id: string, state: Table | null): void {
    const before = this.tables.get(id);
    if (state) this.tables.set(id, state);
    else this.tables.delete(id);
    this.showToFormulas(before, state ?? undefined);
    if (state && before) this.onChanged(before, state);
    if (state && !before) this.onEvent({ kind: "tableAdded", table: state });
    if (!state && before) this.onEvent({ kind: "tableDeleted", table: before });
    this.onShown(this.all());
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
}
