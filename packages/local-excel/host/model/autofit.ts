import { WrapStrategy } from "@univerjs/core";

import type { Area } from "../a1";
import type { Call } from "../bridge/model";
import { sheetOf } from "./lookup";
import { requirePermission } from "./protection";

/** Pixels of a letter and of a line in the default font, and the size of that font in points. */
const CHARACTER = 7;
const LINE = 20;
const DEFAULT_SIZE = 11;
/** What wrapping at words costs over filling every line with letters. */
const RAGGED = 1.1;

/** Widths by the longest text: seven pixels a character, as the default font has. */
export function autofitColumns(call: Call, sheetId: string, within: Area): void {
  requirePermission(call.host, sheetId, "allowFormatColumns");
  const sheet = sheetOf(call.host, sheetId);
  const used = call.host.cells.usedArea(sheet, true, within);
  if (!used) return;
  for (let column = used.startColumn; column <= used.endColumn; column++) {
    let longest = 0;
    for (let row = used.startRow; row <= used.endRow; row++) {
      for (const line of call.host.cells.text(sheet, row, column).split("\n")) longest = Math.max(longest, line.length);
    }
    if (longest > 0) {
      const area = { ...used, startColumn: column, endColumn: column };
      call.host.sheets.setColumnWidth(sheet, area, Math.min(1790, longest * CHARACTER + 10));
    }
  }
}

/** Heights by the lines that the texts take in their columns. */
export function autofitRows(call: Call, sheetId: string, within: Area): void {
  requirePermission(call.host, sheetId, "allowFormatRows");
  const sheet = sheetOf(call.host, sheetId);
  const used = call.host.cells.usedArea(sheet, true, within);
  if (!used) return;
  for (let row = used.startRow; row <= used.endRow; row++) {
    let height = 0;
    for (let column = used.startColumn; column <= used.endColumn; column++) {
      const shown = call.host.cells.text(sheet, row, column);
      const style = call.host.cells.style(sheet, row, column);
      const scale = (style.fs ?? DEFAULT_SIZE) / DEFAULT_SIZE;
      const letters = Math.max(1, Math.floor(sheet.getColumnWidth(column) / (CHARACTER * scale)));
      const perLine = style.tb === WrapStrategy.WRAP ? letters : Number.POSITIVE_INFINITY;
      const lines = shown
        .split("\n")
        .reduce(
          (sum, line) => sum + Math.max(1, Math.ceil((line.length <= perLine ? 1 : RAGGED * line.length) / perLine)),
          0,
        );
      height = Math.max(height, lines * LINE * scale);
    }
    call.host.sheets.setRowHeight(sheet, { ...used, startRow: row, endRow: row }, Math.min(546, Math.ceil(height)));
  }
}
