import { CellValueType } from "@univerjs/core";
import type { ICellData, IStyleData, Worksheet } from "@univerjs/core";

import { invalidArgument } from "../errors";
import type { Area } from "../a1";
import { MAX_COLUMNS, MAX_ROWS, columnCount, formatArea, rowCount } from "../a1";
import type { Cell, CellMatrix, Engine } from "./engine";
import { CELL_ERRORS, emptyCell, enter } from "./input";
import { shiftFormula } from "./shift-formula";
import { isNumberFormat, shownValue } from "../entries/shown-value";
import { ENGLISH_ENTRY } from "../entries/typed-value";
import type { EntrySettings } from "../entries/typed-value";
import type { FormulaRules } from "../formulas/formula-rules";
import { Styles } from "./styles";

export type CellValue = string | number | boolean;
export type ValueType = "Empty" | "String" | "Double" | "Boolean" | "Error" | "RichValue";

/** Excel refuses longer ones. */
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8192;
const GENERAL = "General";
export const TEXT_FORMAT = "@";

/** Reads and writes values, formulas, formats and styles of cells as Excel shows them. */
export class Cells {
  /** The user's settings, in which cells show their values and people type. */
  settings: EntrySettings = ENGLISH_ENTRY;
  /** What formulas are held against before they are entered. */
  formulaRules: FormulaRules | undefined;
  /** The number format that a formula's answer brought to a cell, where it is what the cell holds now. */
  formatOfAnswer: (sheetId: string, row: number, column: number, value: CellValue) => string | undefined = () =>
    undefined;
  private readonly styles: Styles;

  constructor(private readonly engine: Engine) {
    this.styles = new Styles(engine);
  }

  /** The cell as it stands: what was entered, or what a formula spilled here. */
  cell(sheet: Worksheet, row: number, column: number): Cell {
    const raw = this.engine.rawCell(sheet, row, column);
    if (raw?.f != null || raw?.si != null) return raw;
    if (raw && raw.v !== undefined && raw.v !== null && raw.v !== "") return raw;
    const spilled = this.engine.spilledCell(sheet.getSheetId(), row, column);
    return spilled ? { ...(raw ?? {}), ...spilled } : raw;
  }

  value(sheet: Worksheet, row: number, column: number): CellValue {
    return valueOf(this.cell(sheet, row, column));
  }

  valueType(sheet: Worksheet, row: number, column: number): ValueType {
    return typeOf(this.cell(sheet, row, column));
  }

  /** The formula with its "=", or the value where there is none. */
  formula(sheet: Worksheet, row: number, column: number): CellValue {
    const raw = this.engine.rawCell(sheet, row, column);
    if (raw?.f == null && raw?.si == null) return this.value(sheet, row, column);
    const { unitId } = this.engine;
    return this.engine.formulas.getFormulaStringByCell(row, column, sheet.getSheetId(), unitId) ?? raw.f ?? "";
  }

  /** The formula as Excel shows it in the cell, with the short forms of structured references. */
  shownFormula(sheet: Worksheet, row: number, column: number): CellValue {
    const formula = this.formula(sheet, row, column);
    if (typeof formula !== "string" || !this.formulaRules || !this.isFormulaCell(sheet, row, column)) return formula;
    return this.formulaRules.shown(formula, { sheetId: sheet.getSheetId(), row, column });
  }

  private isFormulaCell(sheet: Worksheet, row: number, column: number): boolean {
    const raw = this.engine.rawCell(sheet, row, column);
    return raw?.f != null || raw?.si != null;
  }

  style(sheet: Worksheet, row: number, column: number): IStyleData {
    const raw = this.engine.rawCell(sheet, row, column);
    const own = this.engine.workbook.getStyles().getStyleByCell(raw);
    const columnStyle = sheet.getColumnManager().getColumn(column)?.s;
    if (columnStyle === undefined || columnStyle === null) return own ?? {};
    return { ...(this.engine.workbook.getStyles().get(columnStyle) ?? {}), ...(own ?? {}) };
  }

  numberFormat(sheet: Worksheet, row: number, column: number): string {
    return this.style(sheet, row, column).n?.pattern ?? GENERAL;
  }

  /** The number format that a formula's answer brought; undefined where the cell has one of its own. */
  answerFormat(sheet: Worksheet, row: number, column: number): string | undefined {
    if (this.numberFormat(sheet, row, column) !== GENERAL) return undefined;
    const isEntered = hasContent(this.engine.rawCell(sheet, row, column)) && !this.isFormulaCell(sheet, row, column);
    if (isEntered) return undefined;
    return this.formatOfAnswer(sheet.getSheetId(), row, column, this.value(sheet, row, column));
  }

  /** The style as the cell shows it, with the number format of a formula's answer. */
  shownStyle(sheet: Worksheet, row: number, column: number): IStyleData {
    const style = this.style(sheet, row, column);
    const pattern = this.answerFormat(sheet, row, column);
    return pattern === undefined ? style : { ...style, n: { pattern } };
  }

  text(sheet: Worksheet, row: number, column: number): string {
    const value = this.value(sheet, row, column);
    const format = this.answerFormat(sheet, row, column) ?? this.numberFormat(sheet, row, column);
    return shownValue(value, format, this.settings);
  }

  grid<T>(area: Area, read: (row: number, column: number) => T): T[][] {
    const rows: T[][] = [];
    for (let row = area.startRow; row <= area.endRow; row++) {
      const cells: T[] = [];
      for (let column = area.startColumn; column <= area.endColumn; column++) cells.push(read(row, column));
      rows.push(cells);
    }
    return rows;
  }

  values(sheet: Worksheet, area: Area): CellValue[][] {
    return this.grid(area, (row, column) => this.value(sheet, row, column));
  }

  formulasOf(sheet: Worksheet, area: Area): CellValue[][] {
    return this.grid(area, (row, column) => this.formula(sheet, row, column));
  }

  /** The smallest area that holds every cell with a value (or, unless valuesOnly, a format); undefined when empty. */
  usedArea(sheet: Worksheet, valuesOnly: boolean, within?: Area): Area | undefined {
    let used: Area | undefined;
    const limit = within ?? { startRow: 0, startColumn: 0, endRow: MAX_ROWS - 1, endColumn: MAX_COLUMNS - 1 };
    const include = (row: number, column: number): void => {
      if (row < limit.startRow || row > limit.endRow || column < limit.startColumn || column > limit.endColumn) return;
      if (!used) {
        used = { startRow: row, endRow: row, startColumn: column, endColumn: column };
        return;
      }
      if (row < used.startRow) used.startRow = row;
      if (row > used.endRow) used.endRow = row;
      if (column < used.startColumn) used.startColumn = column;
      if (column > used.endColumn) used.endColumn = column;
    };
    sheet.getCellMatrix().forValue((row, column, cell) => {
      if (hasContent(cell) || (!valuesOnly && cell?.s)) include(row, column);
    });
    const spilled = this.engine.formulas.getArrayFormulaCellData()[this.engine.unitId]?.[sheet.getSheetId()];
    for (const [row, cells] of Object.entries(spilled ?? {})) {
      for (const column of Object.keys(cells ?? {})) include(Number(row), Number(column));
    }
    return used;
  }

  /**
   * Writes values as the API does: null leaves a cell alone, "" empties it, a single value fills the area.
   * @throws InvalidArgument when the array's size is not the area's
   */
  write(sheet: Worksheet, area: Area, values: unknown, region = ENGLISH_ENTRY.region): void {
    const at = this.reader(area, values);
    this.engine.ensureSize(sheet, area);
    const matrix: CellMatrix = {};
    for (let row = area.startRow; row <= area.endRow; row++) {
      const cells: Record<number, ICellData> = {};
      let any = false;
      for (let column = area.startColumn; column <= area.endColumn; column++) {
        const value = at(row, column);
        if (value === null || value === undefined) continue;
        cells[column] = this.entry(sheet, row, column, value, region);
        any = true;
      }
      if (any) matrix[row] = cells;
    }
    this.engine.setCells(sheet, matrix);
  }

  /** Formulas may be given once for a whole area; relative references then move along, as with a fill. */
  writeFormulas(sheet: Worksheet, area: Area, formulas: unknown): void {
    if (typeof formulas === "string" && formulas.startsWith("=")) {
      const cells = this.grid(area, (row, column) =>
        shiftFormula(formulas, row - area.startRow, column - area.startColumn),
      );
      this.write(sheet, area, cells);
      return;
    }
    this.write(sheet, area, formulas);
  }

  /**
   * The cell data for one entry, with the number format it brings.
   * @param region in whose settings numbers and dates are written; formulas are in English
   */
  entry(sheet: Worksheet, row: number, column: number, value: unknown, region = ENGLISH_ENTRY.region): ICellData {
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
      throw invalidArgument(`a cell takes text, a number or a truth value, not ${JSON.stringify(value)}`);
    }
    if (typeof value === "string" && value.length > LONGEST_TEXT) {
      throw invalidArgument(`a cell holds ${String(LONGEST_TEXT)} characters, not ${String(value.length)}`);
    }
    const format = this.numberFormat(sheet, row, column);
    const entered = enter(value, format === TEXT_FORMAT, { ...this.settings, region });
    const { f: formula } = entered.cell;
    if (typeof formula === "string") {
      if (formula.length > LONGEST_FORMULA) {
        throw invalidArgument(`a formula has ${String(LONGEST_FORMULA)} characters, not ${String(formula.length)}`);
      }
      const cell = { sheetId: sheet.getSheetId(), row, column };
      return { ...entered.cell, f: this.formulaRules?.checked(formula, cell) ?? formula };
    }
    if (entered.format !== undefined && format === GENERAL) {
      return { ...entered.cell, s: { n: { pattern: entered.format } } };
    }
    return entered.cell;
  }

  writeNumberFormats(sheet: Worksheet, area: Area, formats: unknown): void {
    const at = this.reader(area, formats);
    this.styleCells(sheet, area, (row, column) => {
      const format = at(row, column);
      if (format === null || format === undefined) return undefined;
      if (typeof format !== "string" || (format !== "" && !isNumberFormat(format)))
        throw invalidArgument(`number format ${JSON.stringify(format)}`);
      return { n: format === GENERAL || format === "" ? null : { pattern: format } } as Partial<IStyleData>;
    });
  }

  /** Merges styles into cells; whole columns are done down to the used rows and as column styles below. */
  styleCells(
    sheet: Worksheet,
    area: Area,
    style: (row: number, column: number) => Partial<IStyleData> | undefined,
  ): void {
    const bounded = this.bounded(sheet, area);
    if (!bounded) return;
    this.engine.ensureSize(sheet, bounded);
    this.styles.set(sheet, bounded, style);
  }

  /** Gives each cell exactly this style; undefined leaves a cell alone. @param quiet when contents change too */
  replaceStyles(
    sheet: Worksheet,
    area: Area,
    style: (row: number, column: number) => IStyleData | undefined,
    quiet: boolean,
  ): void {
    this.styles.set(sheet, area, style, { replace: true, quiet });
  }

  clear(sheet: Worksheet, area: Area, what: "All" | "Contents" | "Formats"): void {
    const used = this.usedArea(sheet, false, area);
    if (!used) return;
    if (what !== "Contents") {
      const none = (row: number, column: number): null | undefined =>
        this.engine.rawCell(sheet, row, column)?.s ? null : undefined;
      this.styles.set(sheet, used, none, { quiet: what === "All" });
    }
    if (what === "Formats") return;
    const matrix: CellMatrix = {};
    for (let row = used.startRow; row <= used.endRow; row++) {
      const cells: Record<number, ICellData> = {};
      for (let column = used.startColumn; column <= used.endColumn; column++) {
        if (this.engine.rawCell(sheet, row, column)) cells[column] = emptyCell();
      }
      if (Object.keys(cells).length > 0) matrix[row] = cells;
    }
    if (Object.keys(matrix).length > 0) this.engine.setCells(sheet, matrix);
  }

  /** Whole rows and columns are cut to what the sheet holds. */
  bounded(sheet: Worksheet, area: Area): Area | undefined {
    const endRow = area.endRow === MAX_ROWS - 1 ? Math.max(sheet.getRowCount() - 1, 0) : area.endRow;
    const endColumn = area.endColumn === MAX_COLUMNS - 1 ? Math.max(sheet.getColumnCount() - 1, 0) : area.endColumn;
    if (endRow < area.startRow || endColumn < area.startColumn) return undefined;
    return { ...area, endRow, endColumn };
  }

  private reader(area: Area, values: unknown): (row: number, column: number) => unknown {
    if (values === null || values === undefined) throw invalidArgument("null in place of a value or an array");
    if (!Array.isArray(values)) return () => values;
    const rows = values as unknown[];
    const [only] = rows as unknown[][];
    if (rows.length === 1 && Array.isArray(only) && only.length === 1) return () => only[0];
    const ok =
      rows.length === rowCount(area) && rows.every((row) => Array.isArray(row) && row.length === columnCount(area));
    if (!ok) {
      throw invalidArgument(
        `the array of ${String(rows.length)} rows does not match the size of ${formatArea(area)}, ` +
          `${String(rowCount(area))} rows and ${String(columnCount(area))} columns`,
      );
    }
    return (row, column) => (rows[row - area.startRow] as unknown[])[column - area.startColumn];
  }
}

export function hasContent(cell: Cell): boolean {
  return (
    !!cell &&
    (cell.f != null || cell.si != null || cell.p != null || (cell.v !== undefined && cell.v !== null && cell.v !== ""))
  );
}

export function valueOf(cell: Cell): CellValue {
  if (!cell || cell.v === undefined || cell.v === null) return cell?.p ? richText(cell) : "";
  if (cell.t === CellValueType.BOOLEAN) return Boolean(cell.v) && cell.v !== "FALSE";
  if (cell.t === CellValueType.NUMBER) return Number(cell.v);
  return cell.v;
}

function richText(cell: ICellData): string {
  return (cell.p?.body?.dataStream ?? "")
    .replace(/\r?\n$/, "")
    .replace(/\r/g, "\n")
    .trimEnd();
}

export function typeOf(cell: Cell): ValueType {
  const value = valueOf(cell);
  if (value === "")
    return cell?.f != null || cell?.t === CellValueType.STRING ? (cell?.f != null ? "String" : "Empty") : "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  if (cell?.t !== CellValueType.FORCE_STRING && CELL_ERRORS.has(value)) return "Error";
  return "String";
}
