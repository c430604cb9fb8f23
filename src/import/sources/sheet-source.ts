/** Rows of cells as blocks: of a sheet of a workbook, or of a text whose cells are parted by separators. */
import type { Block, GridRow, Source } from "../blocks";
import { isHeaderRow } from "../grid-columns";
import { meaningOf } from "../heading-meaning";
import { readAnnexHeading, readSectionHeading } from "../headings";
import type { Meter } from "../limits";
import { cleanText, fold } from "../lines";
import { NOTE } from "../notes";
import type { Steps } from "../../domain/steps";

/** A row of cells; `row` is its number on the sheet or its line in the text. */
export interface CellRow {
  row: number;
  lastRow: number;
  cells: string[];
}

export interface Sheet {
  /** Null for a text. */
  name: string | null;
  rows: readonly CellRow[];
}

/** A row of one cell that is no row of the table above it. */
function endsTable(text: string): boolean {
  return NOTE.test(text) || readAnnexHeading(text) !== null || readSectionHeading(text) !== null;
}

/** The blocks of sheets. Lines of texts are their own; rows of several sheets are counted on. */
export function* sheetSource(sheets: readonly Sheet[], meter: Meter): Steps<Source> {
  const blocks: Block[] = [];
  let offset = 0;
  for (const sheet of sheets) {
    const last = yield* addSheet(sheet, offset, blocks, meter);
    offset = last + 1;
  }
  return { blocks, struck: [], plain: false };
}

function* addSheet(sheet: Sheet, offset: number, blocks: Block[], meter: Meter): Steps<number> {
  const line = (row: number): number => (sheet.name === null ? row : offset + row);
  let rows: GridRow[] = [];
  let last = offset;
  const close = (): void => {
    const [first] = rows;
    if (first) {
      const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
      for (const row of rows) while (row.cells.length < width) row.cells.push("");
      blocks.push({ kind: "table", line: first.line, grid: { line: first.line, width, rows, sheet: sheet.name } });
      meter.count("tables");
    }
    rows = [];
  };
  if (sheet.name !== null && meaningOf(sheet.name).table !== null) {
    blocks.push({ kind: "text", line: offset, text: sheet.name, level: 1 });
  }
  for (const { row, lastRow, cells: printed } of sheet.rows) {
    yield;
    last = line(lastRow);
    const cells = printed.map(cleanText);
    const filled = cells.filter((cell) => fold(cell) !== "");
    const [only] = filled;
    if (only === undefined) {
      close();
      continue;
    }
    meter.count("cells", cells.length);
    const grid: GridRow = { line: line(row), lastLine: last, cells, span: 1, sourceRow: row };
    const alone = filled.length === 1 && (rows.length === 0 || endsTable(only));
    if (alone) {
      close();
      blocks.push({ kind: "text", line: grid.line, text: only, level: null });
      continue;
    }
    // What is above column headers is a table of its own.
    if (rows.length > 0 && isHeaderRow(grid) && !rows.some(isHeaderRow)) close();
    rows.push(grid);
  }
  close();
  return last;
}
