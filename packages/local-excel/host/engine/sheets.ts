import { Direction, Dimension, generateRandomId, mergeWorksheetSnapshotWithDefault } from "@univerjs/core";
import type { ICellData, IMutationInfo, IWorksheetData, Worksheet } from "@univerjs/core";
import { SheetInterceptorService, getInsertRangeMutations, getRemoveRangeMutations } from "@univerjs/sheets";

import { MAX_COLUMNS, MAX_ROWS, columnCount, isWholeColumns, isWholeRows, rowCount } from "../a1";
import type { Area } from "../a1";
import { HostError, invalidArgument, invalidOperation, itemAlreadyExists } from "../errors";
import { hasContent } from "./cells";
import type { Changes } from "./changes";
import type { CellMatrix, Engine } from "./engine";
import { toRange } from "./engine";
import { emptyCell } from "./input";

const INVALID_NAME = /[\\/?*[\]:]/;
/** Excel keeps this name for the log of a shared workbook. */
const RESERVED_NAME = /^history$/i;

export type ShiftDirection = "Down" | "Right" | "Up" | "Left";

const CELL_COMMANDS = {
  Down: "sheet.command.insert-range-move-down",
  Right: "sheet.command.insert-range-move-right",
  Up: "sheet.command.delete-range-move-up",
  Left: "sheet.command.delete-range-move-left",
} as const;

/** The area after which what is shifted ends: Univer drops what it shifts beyond the edge of its sheet. */
function roomFor(sheet: Worksheet, area: Area, rows: boolean): Area {
  const used = sheet.getCellMatrix().getDataRange();
  return rows
    ? { ...area, endRow: Math.max(used.endRow, area.startRow) + rowCount(area) }
    : { ...area, endColumn: Math.max(used.endColumn, area.startColumn) + columnCount(area) };
}

/** Sheets, rows, columns and cells come, go and move; each through Univer's own command, so that formulas follow. */
export class SheetOperations {
  constructor(
    private readonly engine: Engine,
    private readonly changes: Changes,
  ) {}

  checkName(name: unknown, except?: Worksheet): string {
    const fits = typeof name === "string" && name !== "" && name.length <= 31;
    if (!fits || INVALID_NAME.test(name) || /^'|'$/.test(name) || RESERVED_NAME.test(name)) {
      throw invalidArgument(`sheet name ${JSON.stringify(name)}`);
    }
    const other = this.engine.sheetByName(name);
    if (other && other !== except) throw itemAlreadyExists(`sheet ${name}`);
    return name;
  }

  freeName(): string {
    for (let number = 1; ; number++) {
      const name = `Sheet${String(number)}`;
      if (!this.engine.sheetByName(name)) return name;
    }
  }

  /** Adds a sheet after the last one. As with the API, the active sheet stays active. */
  add(name: string): Worksheet {
    const sheet = mergeWorksheetSnapshotWithDefault({
      id: generateRandomId(8),
      name,
      rowCount: 1000,
      columnCount: 26,
    });
    return this.insertSheet(sheet, this.engine.sheets().length);
  }

  /** Inserts a sheet with what is on it. The active sheet stays active. */
  insertSheet(sheet: IWorksheetData, index: number): Worksheet {
    const { unitId } = this.engine;
    const { id, name } = sheet;
    const insert = { id: "sheet.mutation.insert-sheet", params: { unitId, index, sheet } };
    const remove = { id: "sheet.mutation.remove-sheet", params: { unitId, subUnitId: id, subUnitName: name } };
    const active = this.engine.workbook.getActiveSheet();
    this.changes.quietActivation = true;
    this.engine.run(insert.id, insert.params);
    if (this.engine.workbook.getActiveSheet() !== active) this.activate(active);
    this.changes.quietActivation = false;
    this.engine.pushUndo([remove], [insert]);
    const added = this.engine.sheet(id);
    if (!added) throw invalidOperation(`The sheet ${name} was not added.`);
    return added;
  }

  remove(sheet: Worksheet): void {
    const visible = this.engine.sheets().filter((other) => other !== sheet && other.isSheetHidden() !== 1);
    if (visible.length === 0) throw invalidOperation("A workbook must contain at least one visible worksheet.");
    const wasActive = this.engine.workbook.getActiveSheet() === sheet;
    const index = this.engine.sheets().indexOf(sheet);
    this.engine.run("sheet.command.remove-sheet", this.ids(sheet));
    const next = this.engine.sheets()[Math.min(index, this.engine.sheets().length - 1)];
    if (wasActive && next) this.activate(next.isSheetHidden() === 1 && visible[0] ? visible[0] : next);
    this.clearUndo();
  }

  rename(sheet: Worksheet, name: string): void {
    if (sheet.getName() === this.checkName(name, sheet)) return;
    this.engine.run("sheet.command.set-worksheet-name", { ...this.ids(sheet), name });
  }

  move(sheet: Worksheet, position: number): void {
    const last = this.engine.sheets().length - 1;
    if (!Number.isInteger(position) || position < 0 || position > last)
      throw invalidArgument(`position ${String(position)}`);
    if (this.engine.sheets().indexOf(sheet) === position) return;
    this.engine.run("sheet.command.set-worksheet-order", { ...this.ids(sheet), order: position });
  }

  setHidden(sheet: Worksheet, hidden: boolean): void {
    if ((sheet.isSheetHidden() === 1) === hidden) return;
    if (hidden) {
      const others = this.engine.sheets().filter((other) => other !== sheet && other.isSheetHidden() !== 1);
      if (!others[0]) throw invalidOperation("A workbook must contain at least one visible worksheet.");
      if (this.engine.workbook.getActiveSheet() === sheet) this.activate(others[0]);
    }
    const params = { ...this.ids(sheet), hidden: hidden ? 1 : 0 };
    this.engine.run("sheet.mutation.set-worksheet-hidden", params);
    const back = { id: "sheet.mutation.set-worksheet-hidden", params: { ...params, hidden: hidden ? 0 : 1 } };
    this.engine.pushUndo([back], [{ id: "sheet.mutation.set-worksheet-hidden", params }]);
  }

  activate(sheet: Worksheet): void {
    this.engine.run("sheet.operation.set-worksheet-active", this.ids(sheet));
  }

  select(sheet: Worksheet, area: Area): void {
    this.activate(sheet);
    const range = toRange(area);
    const primary = {
      actualRow: area.startRow,
      actualColumn: area.startColumn,
      startRow: area.startRow,
      startColumn: area.startColumn,
      endRow: area.startRow,
      endColumn: area.startColumn,
      isMerged: false,
      isMergedMainCell: false,
    };
    this.engine.run("sheet.operation.set-selections", {
      ...this.ids(sheet),
      selections: [{ range, primary, style: null }],
    });
  }

  /** Inserts cells; what was there moves down or right. Whole rows and columns take the whole sheet along. */
  insert(sheet: Worksheet, area: Area, shift: "Down" | "Right"): void {
    this.requireRoom(sheet, area, shift === "Down" && !isWholeColumns(area));
    if (isWholeRows(area)) {
      this.engine.ensureSize(sheet, { ...area, startColumn: 0, endColumn: 0 });
      const range = { ...toRange(area), startColumn: 0, endColumn: Math.max(sheet.getColumnCount() - 1, 0) };
      const direction = area.startRow === 0 ? Direction.UP : Direction.DOWN;
      this.engine.run("sheet.command.insert-row-by-range", { ...this.ids(sheet), range, direction });
    } else if (isWholeColumns(area)) {
      this.engine.ensureSize(sheet, { ...area, startRow: 0, endRow: 0 });
      const range = { ...toRange(area), startRow: 0, endRow: Math.max(sheet.getRowCount() - 1, 0) };
      const direction = area.startColumn === 0 ? Direction.LEFT : Direction.RIGHT;
      this.engine.run("sheet.command.insert-col-by-range", { ...this.ids(sheet), range, direction });
    } else {
      this.shiftCells(sheet, area, shift);
    }
  }

  /** @throws NonBlankCellOffSheet where the insertion would push cells with content off the sheet */
  private requireRoom(sheet: Worksheet, area: Area, down: boolean): void {
    const last = down
      ? { ...area, startRow: MAX_ROWS - rowCount(area), endRow: MAX_ROWS - 1 }
      : { ...area, startColumn: MAX_COLUMNS - columnCount(area), endColumn: MAX_COLUMNS - 1 };
    // Univer's sheets are as large as what is on them.
    if (down ? sheet.getRowCount() <= last.startRow : sheet.getColumnCount() <= last.startColumn) return;
    sheet.getCellMatrix().forValue((row, column, cell) => {
      if (!hasContent(cell) || row < last.startRow || row > last.endRow) return;
      if (column < last.startColumn || column > last.endColumn) return;
      throw new HostError(
        "NonBlankCellOffSheet",
        "The insertion would push cells that are not empty off the worksheet.",
      );
    });
  }

  deleteCells(sheet: Worksheet, area: Area, shift: "Up" | "Left"): void {
    if (isWholeRows(area)) {
      const endRow = Math.min(area.endRow, sheet.getRowCount() - 1);
      if (endRow < area.startRow) return;
      const range = { ...toRange(area), endRow, startColumn: 0, endColumn: Math.max(sheet.getColumnCount() - 1, 0) };
      this.engine.run("sheet.command.remove-row-by-range", { ...this.ids(sheet), range });
    } else if (isWholeColumns(area)) {
      const endColumn = Math.min(area.endColumn, sheet.getColumnCount() - 1);
      if (endColumn < area.startColumn) return;
      const range = { ...toRange(area), endColumn, startRow: 0, endRow: Math.max(sheet.getRowCount() - 1, 0) };
      this.engine.run("sheet.command.remove-col-by-range", { ...this.ids(sheet), range });
    } else {
      this.shiftCells(sheet, area, shift);
    }
  }

  /**
   * Cells shift inside their rows or columns. Univer's command for it works on the active sheet only, so its parts are
   * put together here; formulas elsewhere follow through the same interceptors, which look at the active sheet too.
   */
  private shiftCells(sheet: Worksheet, area: Area, shift: ShiftDirection): void {
    const { engine } = this;
    const commandId = CELL_COMMANDS[shift];
    const insert = shift === "Down" || shift === "Right";
    const rows = shift === "Down" || shift === "Up";
    engine.ensureSize(sheet, insert ? roomFor(sheet, area, rows) : area);
    const active = engine.workbook.getActiveSheet();
    const change = {
      kind: insert ? ("cellsInserted" as const) : ("cellsDeleted" as const),
      sheetId: sheet.getSheetId(),
      area,
      shift,
    };
    this.changes.shiftCells(change, () => {
      if (active !== sheet) engine.workbook.setActiveSheet(sheet);
      try {
        const interceptors = engine.injector.get(SheetInterceptorService);
        const range = toRange(area);
        const more = interceptors.onCommandExecute({ id: commandId, params: { range } });
        const params = { range, ...this.ids(sheet), shiftDimension: rows ? Dimension.ROWS : Dimension.COLUMNS };
        const moves = insert
          ? getInsertRangeMutations(engine.injector, params)
          : getRemoveRangeMutations(engine.injector, params);
        const redos: IMutationInfo[] = [...(more.preRedos ?? []), ...moves.redo, ...more.redos] as IMutationInfo[];
        const undos: IMutationInfo[] = [...moves.undo, ...more.undos, ...(more.preUndos ?? [])] as IMutationInfo[];
        for (const { id, params: mutation } of redos) engine.run(id, mutation);
        engine.pushUndo(undos, redos);
      } finally {
        if (active !== sheet) engine.workbook.setActiveSheet(active);
      }
    });
  }

  setRowsHidden(sheet: Worksheet, startRow: number, endRow: number, hidden: boolean): void {
    this.engine.ensureSize(sheet, { startRow, endRow, startColumn: 0, endColumn: 0 });
    const [id, back] = hidden
      ? ["sheet.mutation.set-row-hidden", "sheet.mutation.set-row-visible"]
      : ["sheet.mutation.set-row-visible", "sheet.mutation.set-row-hidden"];
    const params = {
      ...this.ids(sheet),
      ranges: [{ startRow, endRow, startColumn: 0, endColumn: sheet.getColumnCount() - 1 }],
    };
    this.engine.run(id, params);
    this.engine.pushUndo([{ id: back, params }], [{ id, params }]);
  }

  setColumnsHidden(sheet: Worksheet, startColumn: number, endColumn: number, hidden: boolean): void {
    this.engine.ensureSize(sheet, { startRow: 0, endRow: 0, startColumn, endColumn });
    const [id, back] = hidden
      ? ["sheet.mutation.set-col-hidden", "sheet.mutation.set-col-visible"]
      : ["sheet.mutation.set-col-visible", "sheet.mutation.set-col-hidden"];
    const params = {
      ...this.ids(sheet),
      ranges: [{ startRow: 0, endRow: sheet.getRowCount() - 1, startColumn, endColumn }],
    };
    this.engine.run(id, params);
    this.engine.pushUndo([{ id: back, params }], [{ id, params }]);
  }

  /** Puts the rows of an area into another order: `order[i]` is where row i's content comes from, counted in the area. */
  reorder(sheet: Worksheet, area: Area, order: number[]): void {
    const moves: Record<number, number> = {};
    const back: Record<number, number> = {};
    for (const [to, from] of order.entries()) {
      moves[area.startRow + to] = area.startRow + from;
      back[area.startRow + from] = area.startRow + to;
    }
    const id = "sheet.mutation.reorder-range";
    const params = { ...this.ids(sheet), range: toRange(area), order: moves };
    this.engine.run(id, params);
    this.engine.pushUndo([{ id, params: { ...params, order: back } }], [{ id, params }]);
  }

  freeze(sheet: Worksheet, rows: number, columns: number): void {
    const none = rows === 0 && columns === 0;
    const before = sheet.getFreeze();
    const params = {
      ...this.ids(sheet),
      startRow: none || rows === 0 ? -1 : rows,
      startColumn: none || columns === 0 ? -1 : columns,
      ySplit: rows,
      xSplit: columns,
    };
    const id = "sheet.mutation.set-frozen";
    this.engine.run(id, params);
    this.engine.pushUndo([{ id, params: { ...this.ids(sheet), ...before } }], [{ id, params }]);
  }

  setTabColor(sheet: Worksheet, color: string): void {
    this.engine.run("sheet.mutation.set-tab-color", { ...this.ids(sheet), color });
  }

  /** @param pixels width of each column of the area */
  setColumnWidth(sheet: Worksheet, area: Area, pixels: number): void {
    const whole =
      area.endColumn === MAX_COLUMNS - 1 ? { ...area, endColumn: Math.max(sheet.getColumnCount() - 1, 0) } : area;
    this.engine.ensureSize(sheet, { ...whole, startRow: 0, endRow: 0 });
    const ranges = [{ ...toRange(whole), startRow: 0, endRow: sheet.getRowCount() - 1 }];
    this.engine.run("sheet.mutation.set-worksheet-col-width", { ...this.ids(sheet), ranges, colWidth: pixels });
  }

  /** @param pixels height of each row of the area */
  setRowHeight(sheet: Worksheet, area: Area, pixels: number): void {
    const whole = area.endRow === MAX_ROWS - 1 ? { ...area, endRow: Math.max(sheet.getRowCount() - 1, 0) } : area;
    this.engine.ensureSize(sheet, { ...whole, startColumn: 0, endColumn: 0 });
    const ranges = [{ ...toRange(whole), startColumn: 0, endColumn: sheet.getColumnCount() - 1 }];
    const ids = this.ids(sheet);
    this.engine.run("sheet.mutation.set-worksheet-row-height", { ...ids, ranges, rowHeight: pixels });
    this.engine.run("sheet.mutation.set-worksheet-row-is-auto-height", { ...ids, ranges, autoHeightInfo: 0 });
  }

  merge(sheet: Worksheet, area: Area, across: boolean): void {
    const ranges = across
      ? Array.from({ length: rowCount(area) }, (_, row) => ({
          ...toRange(area),
          startRow: area.startRow + row,
          endRow: area.startRow + row,
        }))
      : [toRange(area)];
    if (columnCount(area) * rowCount(area) < 2) return;
    for (const range of ranges) this.keepFirstValue(sheet, range);
    const id = "sheet.mutation.add-worksheet-merge";
    const params = { ...this.ids(sheet), ranges };
    this.engine.run(id, params);
    this.engine.pushUndo([{ id: "sheet.mutation.remove-worksheet-merge", params }], [{ id, params }]);
  }

  unmerge(sheet: Worksheet, area: Area): void {
    const ranges = sheet
      .getMergeData()
      .filter(
        (merged) =>
          merged.startRow <= area.endRow &&
          merged.endRow >= area.startRow &&
          merged.startColumn <= area.endColumn &&
          merged.endColumn >= area.startColumn,
      );
    if (ranges.length === 0) return;
    const id = "sheet.mutation.remove-worksheet-merge";
    const params = { ...this.ids(sheet), ranges };
    this.engine.run(id, params);
    this.engine.pushUndo([{ id: "sheet.mutation.add-worksheet-merge", params }], [{ id, params }]);
  }

  /** Merged cells keep the first value of the range, in its upper left cell. */
  private keepFirstValue(sheet: Worksheet, range: Area): void {
    const cells: CellMatrix = {};
    let first: ICellData | undefined;
    for (let row = range.startRow; row <= range.endRow; row++) {
      for (let column = range.startColumn; column <= range.endColumn; column++) {
        const cell = this.engine.rawCell(sheet, row, column);
        if (!hasContent(cell)) continue;
        first ??= { ...emptyCell(), v: cell?.v, t: cell?.t, f: cell?.f, si: cell?.si, p: cell?.p };
        (cells[row] ??= {})[column] = emptyCell();
      }
    }
    if (!first) return;
    (cells[range.startRow] ??= {})[range.startColumn] = first;
    this.engine.setCells(sheet, cells);
  }

  /** Some calls of the API cannot be undone and empty the list of what can. */
  clearUndo(): void {
    this.engine.undoRedo.clearUndoRedo(this.engine.unitId);
  }

  private ids(sheet: Worksheet): { unitId: string; subUnitId: string } {
    return { unitId: this.engine.unitId, subUnitId: sheet.getSheetId() };
  }
}
