import { type ICellData, type Nullable, type Worksheet } from "@univerjs/presets";
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  MessageType,
  SheetInterceptorService,
} from "@univerjs/presets/preset-sheets-core";
import { editedFormula, editedNumberAt, typedCell } from "../../host/cell-editor";
import type { LocalExcel } from "../../host/index";
import type { UniverAPI } from "./grid";

interface Location {
  readonly worksheet: Worksheet;
  readonly row: number;
  readonly col: number;
}

/** Before and after all of Univer's own handlers. */
const FIRST = 1000;

/**
 * Makes the grid's editor read and show entries as Excel does: in the user's settings, with formulas put into English for the
 * cell. What was not changed in the editor is not entered again. A formula that does not parse keeps the editor open, and a
 * message says so.
 */
export function wireCellEditor(excel: LocalExcel, univerAPI: UniverAPI): void {
  const { host } = excel;
  const editing = host.engine.injector.get(SheetInterceptorService).writeCellInterceptor;
  /** What the editor shows at its start, and the cell it stands for. */
  let shown: { readonly at: string; readonly text: string } | undefined;
  /** What stands in the editor at its end. Univer spells formulas as in English before it passes them on. */
  let typed: { readonly at: string; readonly text: string } | undefined;

  const opens = {
    priority: FIRST,
    handler: (cell: Nullable<ICellData>, location: Location) => {
      // Univer's handlers end their chain where they find a formula, so that none after them is called.
      const theirs = editing.fetchThroughInterceptors(BEFORE_CELL_EDIT, (other) => other !== opens);
      const edited = theirs(cell, location as never);
      const { worksheet, row, col } = location;
      const formula = edited?.f;
      const text =
        typeof formula === "string" && formula !== ""
          ? editedFormula(host, worksheet, row, col, formula)
          : editedNumberAt(host, worksheet, row, col);
      shown = text === undefined ? undefined : { at: keyOf(worksheet, row, col), text };
      if (text === undefined) return edited;
      return { ...edited, ...(edited?.f ? { f: text } : { v: text, t: null, p: null }) };
    },
  };
  editing.intercept(BEFORE_CELL_EDIT, opens);

  const closes = {
    priority: FIRST,
    handler: (
      cell: Nullable<ICellData>,
      location: Location,
      next: (cell: Nullable<ICellData>) => Nullable<ICellData>,
    ) => {
      const { worksheet, row, col } = location;
      const at = keyOf(worksheet, row, col);
      if (!cell || cell.p || typed?.at !== at) return next(cell);
      if (shown?.at === at && shown.text === typed.text) return worksheet.getCellRaw(row, col);
      const entered = entry(typed.text, worksheet, row, col);
      if (!entered) return worksheet.getCellRaw(row, col);
      // Without a value Univer's handlers look at the style only, and guess no number format.
      const theirs = editing.fetchThroughInterceptors(AFTER_CELL_EDIT, (other) => other !== closes);
      const styled = theirs({ ...cell, v: null, f: null, t: null }, location as never);
      const style = host.engine.workbook.getStyles().getStyleByCell(styled);
      return { ...styled, ...entered, ...(entered.s ? { s: { ...style, ...(entered.s as object) } } : {}) };
    },
  };
  editing.intercept(AFTER_CELL_EDIT, closes as never);

  univerAPI.addEvent(univerAPI.Event.BeforeSheetEditEnd, (event) => {
    const { worksheet, row, column, value, isConfirm } = event;
    const sheet = worksheet.getSheet();
    const text = value.toPlainText();
    typed = { at: keyOf(sheet, row, column), text };
    const isUnchanged = shown?.at === typed.at && shown.text === text;
    if (!isConfirm || isUnchanged || entry(text, sheet, row, column)) return;
    event.cancel = true;
    univerAPI.showMessage({
      content: `There is a problem with this formula: ${text}`,
      type: MessageType.Error,
    });
  });

  /** Undefined for what Excel refuses. */
  function entry(text: string, sheet: Worksheet, row: number, column: number): ICellData | undefined {
    try {
      return typedCell(host, sheet, row, column, text);
    } catch {
      return undefined;
    }
  }
}

function keyOf(sheet: Worksheet, row: number, column: number): string {
  return `${sheet.getSheetId()}!${String(row)},${String(column)}`;
}
