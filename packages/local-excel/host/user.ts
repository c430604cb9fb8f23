import type { ICellData, Worksheet } from "@univerjs/core";

import { MAX_COLUMNS, MAX_ROWS, areaOf, formatArea, parseArea, rowCount, splitSheet } from "./a1";
import type { Area } from "./a1";
import { typedCell } from "./cell-editor";
import { valueOf } from "./engine/cells";
import { copyCells } from "./engine/copy-cells";
import type { Origin } from "./engine/engine";
import type { Table } from "./engine/tables";
import type { Host } from "./host";
import { applyFilter, clearFilter, visibleParts } from "./model/filtering";
import { bodyOf } from "./model/lookup";
import { moveCells } from "./model/move-cells";
import { requirePermission, requireSortable, requireStructure, requireUnlocked } from "./model/protection";
import type { Permission } from "./model/protection";
import { copySheet } from "./model/sheet-copies";
import { sortRows } from "./model/sorting";
import { meetsValidation, validationAt } from "./model/validation-rules";
import { addTableColumn, deleteTableRows, removeTableColumn } from "./model/table-operations";

/**
 * A person at the workbook. What they do becomes Univer commands and mutations, so that whatever listens hears it as
 * it hears a person at the grid. Addresses are "Sheet!B2:C3" or, for the active sheet, "B2:C3".
 */
export class User {
  private step = Promise.resolve();

  constructor(
    private readonly host: Host,
    readonly machine: string,
    private readonly settle: () => Promise<void>,
  ) {}

  /** Types into one cell and presses Enter. Text is converted as Excel does, in the user's settings. */
  async type(a1: string, value: string | number | boolean): Promise<void> {
    await this.act(() => {
      const { sheet, area } = this.at(a1);
      this.writable(sheet, area);
      this.host.engine.ensureSize(sheet, area);
      const cell = typedCell(this.host, sheet, area.startRow, area.startColumn, value);
      this.validate(sheet, area, cell);
      this.host.engine.setCells(sheet, { [area.startRow]: { [area.startColumn]: cell } });
    });
  }

  /** Picks from a drop-down; the cell must have a list that holds the value. */
  async choose(a1: string, value: string): Promise<void> {
    const choices = this.choices(a1);
    if (!choices.includes(value)) throw new Error(`${a1} does not offer ${value}, only: ${choices.join(", ")}`);
    await this.type(a1, value);
  }

  /** What the drop-down of a cell offers; empty where there is none. */
  choices(a1: string): string[] {
    const { sheet, area } = this.at(a1);
    const rule = this.host.sheetState(sheet.getSheetId()).validations.findLast((one) => inside(one.area, area))?.rule[
      "list"
    ] as { source?: string } | undefined;
    const source = rule?.source;
    if (source === undefined) return [];
    if (!source.startsWith("=")) return source.split(",").map((item) => item.trim());
    const named = this.host.names.find(source.slice(1))?.formula ?? source;
    const list = this.at(named.slice(1).replaceAll("$", ""), sheet);
    const used = this.host.cells.usedArea(list.sheet, true, list.area);
    if (!used) return [];
    return this.host.cells
      .values(list.sheet, used)
      .flat()
      .filter((value) => value !== "")
      .map(String);
  }

  /** Pastes a block; data validation does not stop a paste, in Excel neither. */
  async paste(a1: string, values: readonly (readonly (string | number | boolean | null)[])[]): Promise<void> {
    await this.act(() => {
      const { sheet, area } = this.at(a1);
      const written = areaOf(area.startRow, area.startColumn, values.length, values[0]?.length ?? 0);
      this.writable(sheet, written);
      this.host.cells.write(sheet, written, values, this.host.region);
    });
  }

  /** Fills the first row of the area down. */
  async fillDown(a1: string): Promise<void> {
    await this.act(() => {
      const { sheet, area } = this.at(a1);
      this.writable(sheet, area);
      if (rowCount(area) < 2) return;
      const first = { sheet, area: { ...area, endRow: area.startRow } };
      for (const below of this.visible(sheet, { ...area, startRow: area.startRow + 1 })) {
        copyCells(this.host.engine, this.host.cells, first, { sheet, area: below }, { what: "All" });
      }
    });
  }

  async clear(a1: string): Promise<void> {
    await this.act(() => {
      const { sheet, area } = this.at(a1);
      this.writable(sheet, area);
      for (const part of this.visible(sheet, area)) this.host.cells.clear(sheet, part, "Contents");
    });
  }

  /** Cuts cells and pastes them elsewhere. */
  async cut(from: string, to: string): Promise<void> {
    await this.act(() => {
      moveCells(this.host, this.at(from), this.at(to));
    });
  }

  async insertRows(a1: string): Promise<void> {
    await this.lines(a1, "allowInsertRows", (sheet, { startRow, endRow }) => {
      this.host.sheets.insert(sheet, { startRow, endRow, startColumn: 0, endColumn: MAX_COLUMNS - 1 }, "Down");
    });
  }

  async deleteRows(a1: string): Promise<void> {
    await this.lines(a1, "allowDeleteRows", (sheet, area) => {
      const whole = { ...area, startColumn: 0, endColumn: MAX_COLUMNS - 1 };
      for (const part of this.visible(sheet, whole).reverse()) this.host.sheets.deleteCells(sheet, part, "Up");
    });
  }

  async insertColumns(a1: string): Promise<void> {
    await this.lines(a1, "allowInsertColumns", (sheet, { startColumn, endColumn }) => {
      this.host.sheets.insert(sheet, { startColumn, endColumn, startRow: 0, endRow: MAX_ROWS - 1 }, "Right");
    });
  }

  async deleteColumns(a1: string): Promise<void> {
    await this.lines(a1, "allowDeleteColumns", (sheet, { startColumn, endColumn }) => {
      this.host.sheets.deleteCells(sheet, { startColumn, endColumn, startRow: 0, endRow: MAX_ROWS - 1 }, "Left");
    });
  }

  /** @param index of the first row, counted in the table's body */
  async deleteTableRows(tableName: string, index: number, count = 1): Promise<void> {
    await this.act(() => {
      deleteTableRows(this.host, this.table(tableName), index, count);
    });
  }

  /** Inserts empty rows into a table, before the row with this index of its body. */
  async insertTableRows(tableName: string, index: number, count = 1): Promise<void> {
    await this.act(() => {
      const table = this.table(tableName);
      const body = bodyOf(table);
      const rows = { ...body, startRow: body.startRow + index, endRow: body.startRow + index + count - 1 };
      const sheet = this.sheetOf(table);
      requirePermission(this.host, table.sheetId);
      this.host.sheets.insert(sheet, rows, "Down");
      // A new row looks like the one above it; the first, like the one that was first before.
      const like = index > 0 ? rows.startRow - 1 : rows.endRow + 1;
      this.host.cells.styleCells(sheet, rows, (_row, column) => this.host.cells.style(sheet, like, column));
    });
  }

  async addTableColumn(tableName: string, name: string, index?: number): Promise<void> {
    await this.act(() => {
      const table = this.table(tableName);
      addTableColumn(this.host, table, index ?? table.columns.length, undefined, name);
    });
  }

  async removeTableColumn(tableName: string, name: string): Promise<void> {
    await this.act(() => {
      const table = this.table(tableName);
      const column = table.area.startColumn + this.columnIndex(table, name);
      removeTableColumn(this.host, table, { ...table.area, startColumn: column, endColumn: column });
    });
  }

  /** Types another name into a header cell. */
  async renameTableColumn(tableName: string, from: string, to: string): Promise<void> {
    const table = this.table(tableName);
    const column = table.area.startColumn + this.columnIndex(table, from);
    const name = this.sheetOf(table).getName();
    await this.type(`'${name.replaceAll("'", "''")}'!${formatArea(areaOf(table.area.startRow, column))}`, to);
  }

  /** Moves the rows of an area to stand before row `to` (one-based): cut, insert cut cells. */
  async moveRows(a1: string, to: number): Promise<void> {
    await this.lines(a1, undefined, (sheet, area) => {
      const count = rowCount(area);
      const first = Math.min(area.startRow, to - 1);
      const last = Math.max(area.endRow, to - 2);
      const rows = Array.from({ length: last - first + 1 }, (_value, index) => first + index);
      const moved = rows.splice(area.startRow - first, count);
      const target = to - 1 > area.endRow ? to - 1 - count - first : to - 1 - first;
      rows.splice(target, 0, ...moved);
      const used = this.host.cells.usedArea(sheet, false);
      const block = { startRow: first, endRow: last, startColumn: 0, endColumn: used?.endColumn ?? 0 };
      this.host.sheets.reorder(
        sheet,
        block,
        rows.map((row) => row - first),
      );
    });
  }

  /** Sorts a table by one of its columns. */
  async sort(tableName: string, columnName: string, ascending = true): Promise<void> {
    await this.act(() => {
      const table = this.table(tableName);
      requireSortable(this.host, table.sheetId, bodyOf(table));
      sortRows(this.host, table.sheetId, bodyOf(table), [{ key: this.columnIndex(table, columnName), ascending }]);
    });
  }

  /** Shows only the rows whose column has one of these texts. */
  async filter(tableName: string, columnName: string, values: string[]): Promise<void> {
    await this.act(() => {
      const table = this.table(tableName);
      const self = { sheetId: table.sheetId, tableId: table.id };
      applyFilter(this.host, self, table.area, this.columnIndex(table, columnName), { values });
    });
  }

  async clearFilter(tableName: string): Promise<void> {
    await this.act(() => {
      const table = this.table(tableName);
      clearFilter(this.host, { sheetId: table.sheetId, tableId: table.id }, table.area);
    });
  }

  async hideRows(a1: string, hidden = true): Promise<void> {
    await this.lines(a1, "allowFormatRows", (sheet, { startRow, endRow }) => {
      this.host.sheets.setRowsHidden(sheet, startRow, endRow, hidden);
    });
  }

  async addSheet(name?: string): Promise<void> {
    await this.act(() => {
      requireStructure(this.host);
      const sheet = this.host.sheets.add(
        name === undefined ? this.host.sheets.freeName() : this.host.sheets.checkName(name),
      );
      this.host.sheets.activate(sheet);
    });
  }

  /** Copies a sheet to the end; its tables get names of their own. */
  async copySheet(name: string): Promise<void> {
    await this.act(() => {
      requireStructure(this.host);
      const copy = copySheet(this.host, this.sheet(name).getSheetId(), this.host.engine.sheets().length);
      this.host.sheets.activate(copy);
    });
  }

  async renameSheet(from: string, to: string): Promise<void> {
    await this.act(() => {
      requireStructure(this.host);
      this.host.sheets.rename(this.sheet(from), to);
    });
  }

  async deleteSheet(name: string): Promise<void> {
    await this.act(() => {
      requireStructure(this.host);
      this.host.sheets.remove(this.sheet(name));
    });
  }

  async moveSheet(name: string, position: number): Promise<void> {
    await this.act(() => {
      requireStructure(this.host);
      this.host.sheets.move(this.sheet(name), position);
    });
  }

  async hideSheet(name: string, hidden = true): Promise<void> {
    await this.act(() => {
      requireStructure(this.host);
      this.host.sheets.setHidden(this.sheet(name), hidden);
    });
  }

  async activateSheet(name: string): Promise<void> {
    await this.look(() => {
      this.host.sheets.activate(this.sheet(name));
    });
  }

  async select(a1: string): Promise<void> {
    await this.look(() => {
      const { sheet, area } = this.at(a1);
      this.host.sheets.select(sheet, area);
    });
  }

  /** Gives cells a number format ("@" for text). */
  async format(a1: string, numberFormat: string): Promise<void> {
    await this.act(() => {
      const { sheet, area } = this.at(a1);
      requirePermission(this.host, sheet.getSheetId(), "allowFormatCells");
      for (const part of this.visible(sheet, area)) this.host.cells.writeNumberFormats(sheet, part, numberFormat);
    });
  }

  /** Gives cells a fill, the plainest change that is only format. */
  async fill(a1: string, color: string): Promise<void> {
    await this.act(() => {
      const { sheet, area } = this.at(a1);
      requirePermission(this.host, sheet.getSheetId(), "allowFormatCells");
      for (const part of this.visible(sheet, area))
        this.host.cells.styleCells(sheet, part, () => ({ bg: { rgb: color } }));
    });
  }

  /** Clicks a cell: selects it. */
  async click(a1: string): Promise<void> {
    await this.look(() => {
      const { sheet, area } = this.at(a1);
      this.host.sheets.select(sheet, area);
      this.host.dispatcher.clicked(sheet.getSheetId(), area, { offsetX: 0, offsetY: 0 }, this.host.engine.origin);
    });
  }

  async undo(): Promise<void> {
    await this.run("univer.command.undo");
  }

  async redo(): Promise<void> {
    await this.run("univer.command.redo");
  }

  private async run(command: string): Promise<void> {
    const { engine } = this.host;
    this.host.requireEditable(this.machine);
    await this.host.exclusive(async () => {
      const before = engine.origin;
      engine.origin = this.origin();
      try {
        await engine.runAsync(command, {});
      } finally {
        engine.origin = before;
      }
    });
    await this.settle();
  }

  private origin(): Origin {
    return { kind: "person", machine: this.machine };
  }

  /** One change that a person makes. */
  private async act(work: () => void): Promise<void> {
    await this.look(() => {
      this.host.requireEditable(this.machine);
      work();
    });
  }

  /** One thing a person does: one undo step, then everything it sets off. */
  private async look(work: () => void): Promise<void> {
    const run = this.step.then(async () => {
      await this.host.exclusive(() =>
        this.host.batch(this.origin(), () => {
          work();
          return Promise.resolve();
        }),
      );
    });
    this.step = run.catch(() => undefined);
    await run;
    await this.settle();
  }

  private async lines(
    a1: string,
    permission: Permission | undefined,
    work: (sheet: Worksheet, area: Area) => void,
  ): Promise<void> {
    await this.act(() => {
      const { sheet, area } = this.at(a1);
      requirePermission(this.host, sheet.getSheetId(), permission);
      if (permission?.startsWith("allowDelete") === true) this.writable(sheet, area);
      work(sheet, area);
    });
  }

  /** Data validation stops what is typed, where its alert says so; no paste and no write of an add-in. */
  private validate(sheet: Worksheet, { startRow, startColumn }: Area, cell: ICellData): void {
    const sheetId = sheet.getSheetId();
    const { showAlert, style } = validationAt(this.host, sheetId, startRow, startColumn)?.errorAlert ?? {};
    const stops = showAlert !== false && (style ?? "Stop") === "Stop";
    if (!stops || cell.f != null || meetsValidation(this.host, sheetId, startRow, startColumn, valueOf(cell))) return;
    throw new Error(`data validation stops ${String(valueOf(cell))} at ${formatArea(areaOf(startRow, startColumn))}`);
  }

  /** What a selection comprises where a filter is on: a paste alone goes into hidden rows too. */
  private visible(sheet: Worksheet, area: Area): Area[] {
    return visibleParts(this.host, sheet.getSheetId(), area);
  }

  private writable(sheet: Worksheet, area: Area): void {
    requireUnlocked(this.host, sheet.getSheetId(), area);
  }

  private at(a1: string, home?: Worksheet): { sheet: Worksheet; area: Area } {
    const { sheet: name, rest } = splitSheet(a1);
    const area = parseArea(rest);
    if (!area) throw new Error(`${a1} is no address`);
    const active = home ?? this.host.engine.workbook.getActiveSheet();
    return { sheet: name === undefined ? active : this.sheet(name), area };
  }

  private sheet(name: string): Worksheet {
    const sheet = this.host.engine.sheetByName(name);
    if (!sheet) throw new Error(`there is no sheet ${name}`);
    return sheet;
  }

  private sheetOf(table: Table): Worksheet {
    const sheet = this.host.engine.sheet(table.sheetId);
    if (!sheet) throw new Error(`the sheet of ${table.name} is gone`);
    return sheet;
  }

  private table(name: string): Table {
    const table = this.host.tables.find(name);
    if (!table) throw new Error(`there is no table ${name}`);
    return table;
  }

  private columnIndex(table: Table, name: string): number {
    const index = table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
    if (index < 0)
      throw new Error(
        `${table.name} has no column ${name}, only: ${table.columns.map((column) => column.name).join(", ")}`,
      );
    return index;
  }
}

function inside(outer: Area, inner: Area): boolean {
  return (
    outer.startRow <= inner.startRow &&
    outer.endRow >= inner.endRow &&
    outer.startColumn <= inner.startColumn &&
    outer.endColumn >= inner.endColumn
  );
}
