import {
  MAX_COLUMNS,
  MAX_ROWS,
  areaOf,
  bounding,
  columnCount,
  contains,
  isWholeColumns,
  isWholeRows,
  rowCount,
} from "../a1";
import type { Area } from "../a1";
import type { Call, HostObject } from "../bridge/model";
import { copyCells } from "../engine/copy-cells";
import type { TrackedRange } from "../engine/tracked-ranges";
import { invalidArgument } from "../errors";
import { requireUnfiltered } from "./filtering";
import { areaFrom, areaOfRange, choice, number, rangeAt, sheetOf } from "./lookup";
import { requirePermission, requireUnlocked } from "./protection";
import type { Permission } from "./protection";

/** More cells than this are not read in one go: Excel answers null, or refuses. */
const READ_LIMIT = 5_000_000;

export const at = (self: TrackedRange, call: Call, area: Area): HostObject => {
  const inside = area.startRow >= 0 && area.startColumn >= 0 && area.endRow < MAX_ROWS && area.endColumn < MAX_COLUMNS;
  if (!inside || area.endRow < area.startRow || area.endColumn < area.startColumn) {
    throw invalidArgument("the range lies outside the worksheet");
  }
  return rangeAt(call, self.sheetId, area);
};

/** Reads a grid of the range; null where Excel gives up (whole columns, very large ranges). */
export function grid<T>(
  self: TrackedRange,
  call: Call,
  read: (sheet: ReturnType<typeof sheetOf>, area: Area) => T,
): T | null {
  const area = areaOfRange(self);
  if (isWholeColumns(area) || isWholeRows(area) || rowCount(area) * columnCount(area) > READ_LIMIT) return null;
  return read(sheetOf(call.host, self.sheetId), area);
}

export function writable(self: TrackedRange, call: Call): { sheet: ReturnType<typeof sheetOf>; area: Area } {
  const area = areaOfRange(self);
  requireUnlocked(call.host, self.sheetId, area);
  return { sheet: sheetOf(call.host, self.sheetId), area };
}

/** The range, where the protection of its sheet permits this kind of change. */
export function permitted(
  self: TrackedRange,
  call: Call,
  permission?: Permission,
): { sheet: ReturnType<typeof sheetOf>; area: Area } {
  const area = areaOfRange(self);
  requirePermission(call.host, self.sheetId, permission);
  return { sheet: sheetOf(call.host, self.sheetId), area };
}

/** The range, where cells may be inserted or deleted: whole rows or columns by permission, others in no protected sheet. */
export function shiftable(
  self: TrackedRange,
  call: Call,
  rows: Permission,
  columns: Permission,
): { sheet: ReturnType<typeof sheetOf>; area: Area } {
  const area = areaOfRange(self);
  if (isWholeRows(area)) return permitted(self, call, rows);
  if (isWholeColumns(area)) return permitted(self, call, columns);
  requireUnfiltered(call.host, self.sheetId, area);
  return permitted(self, call);
}

/** The same answer for all cells, or null when they differ. */
export function uniform<T>(self: TrackedRange, call: Call, read: (row: number, column: number) => T): T | null {
  const area = areaOfRange(self);
  const bounded = call.host.cells.bounded(sheetOf(call.host, self.sheetId), area) ?? area;
  const first = read(bounded.startRow, bounded.startColumn);
  const limit = Math.min(bounded.endRow, bounded.startRow + 5000);
  for (let row = bounded.startRow; row <= limit; row++) {
    for (let column = bounded.startColumn; column <= bounded.endColumn; column++)
      if (read(row, column) !== first) return null;
  }
  return first;
}

export function sizeInPixels(
  self: TrackedRange,
  call: Call,
): { left: number; top: number; width: number; height: number } {
  const sheet = sheetOf(call.host, self.sheetId);
  const area = call.host.cells.bounded(sheet, areaOfRange(self)) ?? areaOfRange(self);
  const span = (from: number, to: number, size: (index: number) => number): number => {
    let sum = 0;
    for (let index = from; index <= to; index++) sum += size(index);
    return sum;
  };
  const width = (column: number): number => sheet.getColumnWidth(column) * 0.75;
  const height = (row: number): number => sheet.getRowHeight(row) * 0.75;
  return {
    left: span(0, area.startColumn - 1, width),
    top: span(0, area.startRow - 1, height),
    width: span(area.startColumn, area.endColumn, width),
    height: span(area.startRow, area.endRow, height),
  };
}

export function spillArea(self: TrackedRange, call: Call): Area | undefined {
  const { formulas, unitId } = call.host.engine;
  const { startRow, startColumn } = areaOfRange(self);
  const range = formulas.getArrayFormulaRange()[unitId]?.[self.sheetId]?.[startRow]?.[startColumn];
  return range
    ? { startRow: range.startRow, endRow: range.endRow, startColumn: range.startColumn, endColumn: range.endColumn }
    : undefined;
}

export function spillParent(self: TrackedRange, call: Call): Area | undefined {
  const { formulas, unitId } = call.host.engine;
  const cell = areaOfRange(self);
  for (const [row, cells] of Object.entries(formulas.getArrayFormulaRange()[unitId]?.[self.sheetId] ?? {})) {
    for (const [column, range] of Object.entries(cells ?? {})) {
      if (contains(range as Area, { ...cell, endRow: cell.startRow, endColumn: cell.startColumn }))
        return areaOf(Number(row), Number(column));
    }
  }
  return undefined;
}

export function cellJson(call: Call, self: TrackedRange, row: number, column: number): unknown {
  const sheet = sheetOf(call.host, self.sheetId);
  const value = call.host.cells.value(sheet, row, column);
  const type = call.host.cells.valueType(sheet, row, column);
  const note = call.host.functions.noteAt(self.sheetId, row, column);
  if (note?.rich && type !== "Error") return note.rich;
  if (type === "Empty") return { type: "Empty", basicValue: "", basicType: "Empty" };
  if (type === "Error") {
    return { type: "Error", basicValue: value, basicType: "Error", errorType: ERROR_TYPES[String(value)] ?? "Value" };
  }
  return { type, basicValue: value, basicType: type };
}

const ERROR_TYPES: Readonly<Record<string, string>> = {
  "#N/A": "NotAvailable",
  "#VALUE!": "Value",
  "#REF!": "Ref",
  "#NAME?": "Name",
  "#NUM!": "Num",
  "#NULL!": "Null",
  "#DIV/0!": "Div0",
  "#SPILL!": "Spill",
  "#CALC!": "Calc",
  "#BUSY!": "Busy",
};

export function writeJson(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  const cell = value as { basicValue?: unknown; text?: unknown; type?: unknown };
  return cell.type === "Entity" ? cell.text : (cell.basicValue ?? "");
}

/** Lines above, below, before, after: a negative count turns round. */
export function lines(
  self: TrackedRange,
  call: Call,
  count: unknown,
  side: "above" | "below" | "before" | "after",
): HostObject {
  const area = areaOfRange(self);
  const size = count === undefined || count === null ? 1 : number(count, "count");
  if (size === 0) throw invalidArgument("count 0");
  const turned = { above: "below", below: "above", before: "after", after: "before" } as const;
  if (size < 0) return lines(self, call, -size, turned[side]);
  switch (side) {
    case "above":
      return at(self, call, { ...area, startRow: area.startRow - size, endRow: area.startRow - 1 });
    case "below":
      return at(self, call, { ...area, startRow: area.endRow + 1, endRow: area.endRow + size });
    case "before":
      return at(self, call, { ...area, startColumn: area.startColumn - size, endColumn: area.startColumn - 1 });
    case "after":
      return at(self, call, { ...area, startColumn: area.endColumn + 1, endColumn: area.endColumn + size });
  }
}

export function copyFrom(
  self: TrackedRange,
  call: Call,
  source: unknown,
  copyType: unknown,
  skipBlanks: unknown,
  transpose: unknown,
): void {
  const { host } = call;
  const { sheet, area } = writable(self, call);
  const from = areaFrom(host, self.sheetId, source);
  const fromSheet = sheetOf(host, from.sheetId);
  const what =
    copyType === undefined || copyType === null
      ? "All"
      : choice(copyType, ["All", "Formulas", "Values", "Formats"] as const, "copyType");
  const turned = transpose === true;
  const [high, wide] = [rowCount(from.area), columnCount(from.area)];
  const height = Math.max(turned ? wide : high, rowCount(area));
  const width = Math.max(turned ? high : wide, columnCount(area));
  const target = areaOf(area.startRow, area.startColumn, height, width);
  requireUnlocked(host, self.sheetId, target);
  copyCells(
    host.engine,
    host.cells,
    { sheet: fromSheet, area: from.area },
    { sheet, area: target },
    { what, transpose: turned, skipBlanks: skipBlanks === true },
  );
}

/** The block of filled cells around the range. */
export function region(self: TrackedRange, call: Call): Area {
  const sheet = sheetOf(call.host, self.sheetId);
  let area = areaOfRange(self);
  for (;;) {
    const ring = {
      startRow: Math.max(0, area.startRow - 1),
      endRow: area.endRow + 1,
      startColumn: Math.max(0, area.startColumn - 1),
      endColumn: area.endColumn + 1,
    };
    const used = call.host.cells.usedArea(sheet, true, ring);
    const next = used ? bounding(area, used) : area;
    if (contains(area, next)) return area;
    area = next;
  }
}
