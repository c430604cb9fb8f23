import type { IRange } from "@univerjs/presets";
import { SheetInterceptorService } from "@univerjs/presets/preset-sheets-core";
import type { LocalExcel } from "../../../host/index";

/** Rows fitted in one go; more would hold up the page for longer than a person notices. */
const ROWS_AT_ONCE = 400;

interface Rows {
  start: number;
  end: number;
}

/**
 * Fits the rows to wrapped text, as Excel does by itself. Only on the sheet that is shown, only when nothing else is
 * under way, and outside the undo steps: it is no edit.
 */
export function fitRowHeights(excel: LocalExcel): void {
  const { engine, changes } = excel.host;
  const waiting = new Map<string, Rows>();
  let scheduled = false;

  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setTimeout(() => {
      scheduled = false;
      if (excel.busy) return schedule();
      if (fitSome()) schedule();
    }, 30);
  };

  /** Fits the next rows of the active sheet; answers whether more are waiting there. */
  const fitSome = (): boolean => {
    const sheet = engine.workbook.getActiveSheet();
    const sheetId = sheet.getSheetId();
    const rows = waiting.get(sheetId);
    if (!rows) return false;
    const last = Math.min(rows.end, rows.start + ROWS_AT_ONCE - 1);
    const range: IRange = { startRow: rows.start, endRow: last, startColumn: 0, endColumn: sheet.getColumnCount() - 1 };
    const fitting = engine.injector
      .get(SheetInterceptorService)
      .generateMutationsOfAutoHeight({ unitId: engine.unitId, subUnitId: sheetId, ranges: [range] });
    for (const { id, params } of fitting.redos) engine.run(id, params as object, { onlyLocal: true });
    if (last < rows.end) waiting.set(sheetId, { start: last + 1, end: rows.end });
    else waiting.delete(sheetId);
    return last < rows.end;
  };

  // What a workbook that was opened from a file holds already.
  for (const sheet of engine.workbook.getSheets()) {
    const rows = sheet.getCellMatrix().getLength();
    if (rows > 0) waiting.set(sheet.getSheetId(), { start: 0, end: rows - 1 });
  }
  schedule();

  changes.subscribe((change) => {
    if (change.kind === "edited") {
      for (const { startRow, endRow } of change.areas) {
        const known = waiting.get(change.sheetId);
        waiting.set(change.sheetId, {
          start: Math.min(startRow, known?.start ?? startRow),
          end: Math.max(endRow, known?.end ?? endRow),
        });
      }
      schedule();
    } else if (change.kind === "sheetDeleted") {
      waiting.delete(change.sheetId);
    } else if (change.kind === "sheetActivated") {
      schedule();
    }
  });
}
