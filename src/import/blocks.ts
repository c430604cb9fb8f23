/** The one model of every source: headings, paragraphs, lists, notes, and tables as grids of cells. */

/** One row of a table. Cells that are merged over rows are repeated in each of them; merged over columns, the first has the text. */
export interface GridRow {
  /** First and last line of the source, 1-based; sources without lines count paragraphs and rows. */
  line: number;
  lastLine: number;
  /** One text for every column of the grid; line ends inside a cell are line feeds. */
  cells: string[];
  /** Columns of the widest cell: a row of one cell over all columns groups rows or is a heading. */
  span: number;
  /** Row of the table in its source, 1-based, where the source counts rows (sheets). */
  sourceRow?: number;
}

export interface Grid {
  line: number;
  width: number;
  rows: GridRow[];
  /** Name of the sheet it is on, in a workbook. */
  sheet: string | null;
}

export interface TextBlock {
  kind: "text";
  line: number;
  /** As printed, with the number that the source makes itself; line ends are line feeds. */
  text: string;
  /** Level of a styled heading, 1 the highest; null for other text. */
  level: number | null;
}

export interface NoteBlock {
  kind: "note";
  line: number;
  text: string;
}

export interface TableBlock {
  kind: "table";
  line: number;
  grid: Grid;
}

export type Block = TextBlock | NoteBlock | TableBlock;

/** What a source yields: its blocks, and what of it was left out. */
export interface Source {
  blocks: Block[];
  /** Struck-out texts, with the line they were on. */
  struck: { line: number; text: string }[];
  /** True for plain text, where cells of a table may run together. */
  plain: boolean;
}
