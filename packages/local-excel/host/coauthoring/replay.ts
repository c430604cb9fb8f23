import type { ICellData, IStyleData } from "@univerjs/core";
import { SetRangeValuesMutation } from "@univerjs/sheets";

import { MAX_COLUMNS, MAX_ROWS, areaOf, bounding } from "../a1";
import type { Area } from "../a1";
import type { CellBlock } from "../engine/copy-cells";
import type { CellMatrix } from "../engine/engine";
import { readCopy } from "../engine/copy-cells";
import type { StructuralChange } from "../engine/structure";
import type { Host } from "../host";
import type { CellsOperation, Operation } from "./operations";
import { applyState } from "./shared-state";

/** Does in this client's workbook what another client has done; it is no step of this client's undo list. */
export function replay(host: Host, operations: readonly Operation[]): void {
  for (const operation of operations)
    host.engine.replay(() => {
      apply(host, operation);
    });
}

function apply(host: Host, operation: Operation): void {
  const { engine, sheets } = host;
  switch (operation.kind) {
    case "cells":
      return writeCells(host, operation);
    case "structure":
      restructure(host, operation.change);
      // The steps name cells that are now elsewhere.
      return sheets.clearUndo();
    case "sort": {
      const { sheetId: subUnitId, area: range, order } = operation;
      engine.run("sheet.mutation.reorder-range", { unitId: engine.unitId, subUnitId, range, order });
      return sheets.clearUndo();
    }
    case "sheetAdded":
      sheets.insertSheet(structuredClone(operation.config), operation.index);
      return;
    case "state":
      return applyState(host, operation);
    case "view": {
      const { id, params } = operation.mutation;
      if (engine.sheet(operation.sheetId)) engine.run(id, structuredClone({ ...params, unitId: engine.unitId }));
      return;
    }
    default:
      break;
  }
  const sheet = engine.sheet(operation.sheetId);
  if (!sheet) return;
  if (operation.kind === "sheetDeleted") sheets.remove(sheet);
  else if (operation.kind === "sheetRenamed") sheets.rename(sheet, operation.name);
  else if (operation.kind === "sheetMoved")
    sheets.move(sheet, Math.min(operation.position, engine.sheets().length - 1));
  else sheets.setHidden(sheet, operation.hidden);
}

function writeCells(host: Host, { sheetId, cells }: CellsOperation): void {
  const { engine } = host;
  const sheet = engine.sheet(sheetId);
  if (!sheet) return;
  const contents: CellMatrix = {};
  const styles = new Map<string, IStyleData>();
  let area: Area | undefined;
  for (const [row, writes] of Object.entries(cells)) {
    for (const [column, { content, style }] of Object.entries(writes)) {
      const at = areaOf(Number(row), Number(column));
      area = area ? bounding(area, at) : at;
      if (content) ((contents[at.startRow] ??= {}) as Record<number, ICellData>)[at.startColumn] = { ...content };
      if (style !== undefined) styles.set(`${row},${column}`, style ?? {});
    }
  }
  if (!area) return;
  engine.ensureSize(sheet, area);
  const hasContents = Object.keys(contents).length > 0;
  if (hasContents) {
    engine.run(SetRangeValuesMutation.id, { unitId: engine.unitId, subUnitId: sheetId, cellValue: contents });
  }
  if (styles.size > 0) {
    const style = (row: number, column: number): IStyleData | undefined =>
      styles.get(`${String(row)},${String(column)}`);
    host.cells.replaceStyles(sheet, area, style, hasContents);
  }
}

function restructure(host: Host, change: StructuralChange): void {
  const sheet = host.engine.sheet(change.sheetId);
  if (!sheet) return;
  switch (change.kind) {
    case "rowsInserted":
    case "rowsDeleted": {
      const rows = areaOf(change.start, 0, change.count, MAX_COLUMNS);
      if (change.kind === "rowsInserted") host.sheets.insert(sheet, rows, "Down");
      else host.sheets.deleteCells(sheet, rows, "Up");
      return;
    }
    case "columnsInserted":
    case "columnsDeleted": {
      const columns = areaOf(0, change.start, MAX_ROWS, change.count);
      if (change.kind === "columnsInserted") host.sheets.insert(sheet, columns, "Right");
      else host.sheets.deleteCells(sheet, columns, "Left");
      return;
    }
    case "cellsInserted":
      host.sheets.insert(sheet, change.area, change.shift === "Right" ? "Right" : "Down");
      return;
    case "cellsDeleted":
      host.sheets.deleteCells(sheet, change.area, change.shift === "Left" ? "Left" : "Up");
      return;
    case "areaMoved": {
      const to = host.engine.sheet(change.toSheetId);
      if (!to) return;
      moveCells(host, { sheet, area: change.from }, { sheet: to, area: change.to });
    }
  }
}

function moveCells(host: Host, from: CellBlock, to: CellBlock): void {
  const paste = readCopy(host.engine, host.cells, from, to, { what: "All", keepReferences: true });
  host.cells.clear(from.sheet, from.area, "All");
  paste();
}
