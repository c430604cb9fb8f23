import type { ICellData, IStyleData, Worksheet } from "@univerjs/core";

import { columnCount, rowCount } from "../a1";
import type { Area } from "../a1";
import { hasContent } from "./cells";
import type { Cells } from "./cells";
import type { CellMatrix, Engine } from "./engine";
import { emptyCell, formulaCell } from "./input";
import { shiftFormula } from "./shift-formula";

export interface CellBlock {
  readonly sheet: Worksheet;
  readonly area: Area;
}

export interface CopyOptions {
  readonly what: "All" | "Formulas" | "Values" | "Formats";
  readonly transpose?: boolean;
  /** Blank cells of the source leave the target alone. */
  readonly skipBlanks?: boolean;
  /** Moved cells keep the references of their formulas; copied ones shift them. */
  readonly keepReferences?: boolean;
}

/** Copies cells as they are: text stays text even when it looks like a number or a formula. */
export function copyCells(engine: Engine, cells: Cells, from: CellBlock, to: CellBlock, options: CopyOptions): void {
  readCopy(engine, cells, from, to, options)();
}

/** Reads the source, repeated over the target, and returns what writes it; the source may be cleared in between. */
export function readCopy(
  engine: Engine,
  cells: Cells,
  from: CellBlock,
  to: CellBlock,
  options: CopyOptions,
): () => void {
  const turned = options.transpose === true;
  const height = turned ? columnCount(from.area) : rowCount(from.area);
  const width = turned ? rowCount(from.area) : columnCount(from.area);
  const contents: CellMatrix = {};
  const styles = new Map<string, IStyleData>();
  for (let row = to.area.startRow; row <= to.area.endRow; row++) {
    for (let column = to.area.startColumn; column <= to.area.endColumn; column++) {
      const down = (row - to.area.startRow) % height;
      const right = (column - to.area.startColumn) % width;
      const sourceRow = from.area.startRow + (turned ? right : down);
      const sourceColumn = from.area.startColumn + (turned ? down : right);
      const content = contentOf(cells, engine, from.sheet, sourceRow, sourceColumn, options, row, column);
      if (options.skipBlanks === true && !hasContent(content)) continue;
      (contents[row] ??= {})[column] = content;
      styles.set(`${String(row)},${String(column)}`, cells.style(from.sheet, sourceRow, sourceColumn));
    }
  }
  return () => {
    engine.ensureSize(to.sheet, to.area);
    if (options.what === "All" || options.what === "Formats") {
      const style = (row: number, column: number): IStyleData | undefined =>
        styles.get(`${String(row)},${String(column)}`);
      cells.replaceStyles(to.sheet, to.area, style, options.what === "All");
    }
    if (options.what !== "Formats") engine.setCells(to.sheet, contents);
  };
}

function contentOf(
  cells: Cells,
  engine: Engine,
  sheet: Worksheet,
  row: number,
  column: number,
  { what, keepReferences }: CopyOptions,
  toRow: number,
  toColumn: number,
): ICellData {
  const raw = engine.rawCell(sheet, row, column);
  if (what !== "Values" && (raw?.f != null || raw?.si != null)) {
    const formula = String(cells.formula(sheet, row, column));
    return formulaCell(keepReferences === true ? formula : shiftFormula(formula, toRow - row, toColumn - column));
  }
  const cell = cells.cell(sheet, row, column);
  return { ...emptyCell(), v: cell?.v ?? null, t: cell?.t ?? null, p: cell?.p ?? null };
}
