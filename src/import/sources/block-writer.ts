/** Builds blocks from a stream of paragraphs, tables, rows and cells; tables may be inside cells. */
import type { Block, Grid, GridRow, Source } from "../blocks";
import { isOurs } from "../grid-rows";
import type { Meter } from "../limits";
import { cleanText, fold } from "../lines";
import { isMeetingGrid } from "../meeting-grids";
import { finish, type Steps } from "../../domain/steps";

/** How a cell reaches over rows: Word marks the cells that go on, HTML counts rows. */
export interface CellShape {
  columns: number;
  rows: number;
  merge: "none" | "restart" | "continue";
}

interface OpenCell extends CellShape {
  items: (string | OpenTable)[];
}

interface OpenRow {
  /** Columns of the grid before the first cell. */
  before: number;
  cells: OpenCell[];
  struck: string[];
  deleted: boolean;
}

interface OpenTable {
  /** Texts inside the table and outside its cells, as a caption is. */
  captions: string[];
  rows: OpenRow[];
}

/** What a source has outside tables, and its whole tables, in order. */
type Part =
  | { kind: "text"; text: string; level: number | null; struck: string }
  | { kind: "note"; text: string }
  | { kind: "table"; table: OpenTable };

/** Rows of a table laid out between two yields. */
const ROWS_A_STEP = 50;
/** So many rows tell whether a table is one of ours. */
const FIRST_ROWS = 12;

/** No cell reaches over more columns. */
const MOST_COLUMNS = 200;

/** The number of columns or rows a cell reaches over. */
export function spanOf(value: string | undefined, most = MOST_COLUMNS): number {
  const count = Number.parseInt(value ?? "1", 10);
  return Number.isFinite(count) ? Math.min(most, Math.max(1, count)) : 1;
}

/** Builds the blocks of a source. */
export class BlockWriter {
  private readonly blocks: Block[] = [];
  private readonly struck: { line: number; text: string }[] = [];
  private line = 0;
  private readonly tables: OpenTable[] = [];
  private readonly parts: Part[] = [];

  constructor(private readonly meter: Meter) {}

  /** True inside a cell. */
  get inCell(): boolean {
    return this.openCellOf(this.tables.at(-1)) !== null;
  }

  /** Adds a paragraph to the cell that is open, else to the document. */
  paragraph(printed: string, level: number | null, struck = ""): void {
    // The first paragraph of a cell is counted with the cell.
    if (this.openCellOf(this.tables.at(-1))?.items.length !== 0) this.meter.count("paragraphs");
    const text = cleanText(printed);
    const table = this.tables.at(-1);
    if (!table) {
      this.parts.push({ kind: "text", text, level, struck });
      return;
    }
    const row = table.rows.at(-1);
    if (struck.trim() !== "") row?.struck.push(cleanText(struck));
    // Text behind the first row and outside cells is a cell whose own tags are missing.
    if (!this.inCell && row && text.trim() !== "") this.openCell({});
    const cell = this.openCellOf(table);
    if (cell) cell.items.push(text);
    else if (text.trim() !== "") table.captions.push(text);
  }

  note(text: string): void {
    this.meter.count("paragraphs");
    this.parts.push({ kind: "note", text: cleanText(text) });
  }

  openTable(): void {
    this.meter.count("tables");
    this.meter.depth(this.tables.length * 4);
    this.tables.push({ captions: [], rows: [] });
  }

  openRow(): void {
    this.tables.at(-1)?.rows.push({ before: 0, cells: [], struck: [], deleted: false });
  }

  /** Columns of the grid that the row leaves free before its first cell. */
  skipColumns(columns: number): void {
    const row = this.tables.at(-1)?.rows.at(-1);
    if (row) row.before = Math.min(MOST_COLUMNS, columns);
  }

  deleteRow(): void {
    const row = this.tables.at(-1)?.rows.at(-1);
    if (row) row.deleted = true;
  }

  openCell(shape: Partial<CellShape>): void {
    this.meter.count("cells");
    const table = this.tables.at(-1);
    if (table && table.rows.length === 0) this.openRow();
    table?.rows.at(-1)?.cells.push({ columns: 1, rows: 1, merge: "none", ...shape, items: [] });
  }

  /** Sets how the open cell is merged, where the source declares it inside the cell. */
  shapeCell(shape: Partial<CellShape>): void {
    const cell = this.openCellOf(this.tables.at(-1));
    if (cell) Object.assign(cell, shape);
  }

  closeTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    const cell = this.openCellOf(this.tables.at(-1));
    if (cell) cell.items.push(table);
    else this.parts.push({ kind: "table", table });
  }

  /** Closes what is open, since cells that a damaged source never closes are kept, and lays out the blocks. */
  *finish(): Steps<Source> {
    while (this.tables.length > 0) this.closeTable();
    for (const part of this.parts) {
      yield;
      if (part.kind === "table") yield* this.emitTable(part.table);
      else if (part.kind === "note") this.emitNote(part.text);
      else {
        this.emitText(part.text, part.level);
        this.addStruck(part.struck);
      }
    }
    return { blocks: this.blocks, struck: this.struck, plain: false };
  }

  private openCellOf(table: OpenTable | undefined): OpenCell | null {
    return table?.rows.at(-1)?.cells.at(-1) ?? null;
  }

  private emitText(text: string, level: number | null): void {
    this.line += 1;
    if (text.trim() !== "") this.blocks.push({ kind: "text", line: this.line, text, level });
  }

  private emitNote(text: string): void {
    this.line += 1;
    this.blocks.push({ kind: "note", line: this.line, text });
  }

  private addStruck(text: string): void {
    if (text.trim() !== "") this.struck.push({ line: this.line, text: fold(cleanText(text)) });
  }

  /** A table that lays out a page, with tables of ours in its cells, is no table: its cells follow one another. */
  private *emitTable(table: OpenTable): Steps<void> {
    for (const caption of table.captions) this.emitText(caption, null);
    if (holdsTables(table)) {
      for (const item of table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.items))) {
        if (typeof item === "string") this.emitText(item, null);
        else yield* this.emitTable(item);
      }
      return;
    }
    const first = this.line + 1;
    const grid = yield* toGrid(table, first, this.meter);
    let line = first;
    const rows: GridRow[] = [];
    for (const [index, row] of grid.rows.entries()) {
      const open = table.rows[index];
      const struck = open?.struck.map(fold).join(" ") ?? "";
      if (struck !== "") this.struck.push({ line, text: struck });
      const isDeleted = open?.deleted === true || (struck !== "" && row.cells.every((cell) => fold(cell) === ""));
      if (!isDeleted) rows.push({ ...row, line, lastLine: line });
      line += 1;
    }
    this.line = Math.max(first, line - 1);
    if (rows.length > 0) this.blocks.push({ kind: "table", line: first, grid: { ...grid, rows } });
  }
}

/** True where a cell contains a table of ours, at any depth. */
function holdsTables(table: OpenTable): boolean {
  return table.rows.some((row) =>
    row.cells.some((cell) =>
      cell.items.some((item) => {
        if (typeof item === "string") return false;
        if (holdsTables(item)) return true;
        const grid = finish(toGrid({ ...item, rows: item.rows.slice(0, FIRST_ROWS) }, 1, null));
        return isOurs(grid) || isMeetingGrid(grid);
      }),
    ),
  );
}

/** Text of a cell: its paragraphs, and the cells of tables inside it, each on a line. */
function textOf(cell: OpenCell): string {
  return cell.items
    .flatMap((item) =>
      typeof item === "string" ? [item] : item.rows.flatMap((row) => (row.deleted ? [] : row.cells.map(textOf))),
    )
    .filter((text, index) => index === 0 || text.trim() !== "")
    .join("\n")
    .trim();
}

/** Lays the cells out in a grid: what is merged over rows is repeated, what is merged over columns leaves empty cells behind. */
function* toGrid(table: OpenTable, line: number, meter: Meter | null): Steps<Grid> {
  /** Cells of HTML that reach down from rows above, by column. */
  const reaching: { left: number; text: string }[] = [];
  /** Texts of Word cells that the next row may go on with, by column. */
  let merged: (string | undefined)[] = [];
  const rows: GridRow[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_A_STEP === 0) yield;
    const cells: string[] = Array.from({ length: row.before }, () => "");
    const goingOn: (string | undefined)[] = [];
    const reachDown = (): void => {
      for (let above = reaching[cells.length]; above && above.left > 0; above = reaching[cells.length]) {
        above.left -= 1;
        cells.push(above.text);
      }
    };
    for (const cell of row.cells) {
      reachDown();
      const at = cells.length;
      const own = textOf(cell);
      const text = cell.merge === "continue" && own === "" ? (merged[at] ?? "") : own;
      if (cell.merge === "restart" || (cell.merge === "continue" && merged[at] !== undefined)) goingOn[at] = text;
      for (let column = 0; column < cell.columns && cells.length < MOST_COLUMNS * 2; column++) {
        if (cell.rows > 1) reaching[cells.length] = { left: cell.rows - 1, text: column === 0 ? text : "" };
        cells.push(column === 0 ? text : "");
      }
    }
    reachDown();
    merged = goingOn;
    meter?.count("cells", Math.max(0, cells.length - row.cells.length));
    const span = row.cells.reduce((widest, cell) => Math.max(widest, cell.columns), 1);
    rows.push({ line: line + index, lastLine: line + index, cells, span });
  }
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
  for (const row of rows) while (row.cells.length < width) row.cells.push("");
  return { line, width, rows, sheet: null };
}
