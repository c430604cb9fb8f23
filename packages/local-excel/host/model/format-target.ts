import type { Area } from "../a1";
import type { Call } from "../bridge/model";
import type { ExcelStyle } from "../engine/excel-style";
import type { TrackedRange } from "../engine/tracked-ranges";
import { areaOfRange, sheetOf } from "./lookup";
import { requirePermission } from "./protection";
import type { AreasOnSheet } from "./range-areas";

/** A cell style of the workbook, by its name. */
export interface StyleRef {
  readonly cellStyle: string;
}

/** What formats belong to: a range, several areas of a sheet, or a cell style. */
export type FormatTarget = TrackedRange | AreasOnSheet | StyleRef;

export const isStyle = (target: FormatTarget): target is StyleRef => "cellStyle" in target;

/** The areas of a target; a cell style has none. */
export function areasOf(target: FormatTarget): { sheetId: string; area: Area }[] {
  if (isStyle(target)) return [];
  const { sheetId } = target;
  if ("areas" in target) return target.areas.map((area) => ({ sheetId, area }));
  return [{ sheetId, area: areaOfRange(target) }];
}

/** Merges formats into the cells of a target, or into a cell style. */
export function applyFormat(target: FormatTarget, call: Call, style: Partial<ExcelStyle>): void {
  if (isStyle(target)) {
    call.host.cellStyles.change(target.cellStyle, style);
    return;
  }
  requirePermission(call.host, target.sheetId, "allowFormatCells");
  for (const { sheetId, area } of areasOf(target)) {
    call.host.cells.styleCells(sheetOf(call.host, sheetId), area, () => style as Partial<ExcelStyle>);
  }
}

/** The same answer for all cells, or null when they differ; of very long ranges the first rows are read. */
export function uniformFormat<T>(target: FormatTarget, call: Call, read: (style: ExcelStyle) => T): T | null {
  if (isStyle(target)) return read(call.host.cellStyles.get(target.cellStyle).style);
  return sameInAll(target, call, (sheetId, row, column) =>
    read(call.host.cells.style(sheetOf(call.host, sheetId), row, column) as ExcelStyle),
  );
}

const MOST_ROWS = 20_000;

/** The same answer for all cells of the areas, or null when they differ. */
export function sameInAll<T>(
  target: FormatTarget,
  call: Call,
  read: (sheetId: string, row: number, column: number) => T,
): T | null {
  let first: { value: T } | undefined;
  for (const { sheetId, area } of areasOf(target)) {
    const sheet = sheetOf(call.host, sheetId);
    const whole = call.host.cells.bounded(sheet, area) ?? area;
    const last = Math.min(whole.endRow, whole.startRow + MOST_ROWS);
    for (let row = whole.startRow; row <= last; row++) {
      for (let column = whole.startColumn; column <= whole.endColumn; column++) {
        const value = read(sheetId, row, column);
        first ??= { value };
        if (value !== first.value) return null;
      }
    }
  }
  return first ? first.value : null;
}
