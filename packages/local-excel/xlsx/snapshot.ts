/** A workbook as plain data: what the local Excel hands over to be saved, and what it gets back from a file. */

import type { Corner } from "./chart-corners";

export type CellContent = string | number | boolean | null;

export interface CellStyle {
  /** Excel's format code, "@" for text; absent for General. */
  numberFormat?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  /** "#RRGGBB". */
  color?: string;
  fill?: string;
  fontName?: string;
  /** Points. */
  fontSize?: number;
  wrap?: boolean;
  horizontal?: "left" | "center" | "right";
  vertical?: "top" | "center" | "bottom";
  strike?: boolean;
  /** By edge. */
  borders?: Partial<Record<"top" | "bottom" | "left" | "right", BorderLine>>;
  /** The cell may be changed while its sheet is protected. */
  unlocked?: boolean;
  /** The name of the cell style, as in Excel.BuiltInStyle where it is built in; absent for Normal. */
  cellStyle?: string;
}

export interface BorderLine {
  /** "#RRGGBB". */
  color: string;
  /** Excel's number of a line: 1 thin, 2 medium, 5 thick, 6 double. */
  line: number;
}

export interface StyledRange {
  /** "B2:C9". */
  address: string;
  style: CellStyle;
}

export interface ColumnSnapshot {
  /** From 0. */
  index: number;
  /** Pixels at 96 dpi; absent for the default width. */
  width?: number;
  hidden?: boolean;
}

export interface RowSnapshot {
  index: number;
  /** Pixels at 96 dpi. */
  height?: number;
  hidden?: boolean;
}

export interface TableSnapshot {
  name: string;
  address: string;
  style: string;
  showFilterButton: boolean;
  showBandedRows: boolean;
  /** False where the header row is switched off; then the names of the columns stand in `columns`. */
  showHeaders?: boolean;
  columns?: string[];
  /** The last row of the address is a total row. */
  showTotals?: boolean;
  filters?: FilterSnapshot;
}

/** Criteria by the index of the column in the filtered range, as `Excel.FilterCriteria`. */
export type FilterSnapshot = Record<number, Readonly<Record<string, unknown>>>;

export interface HyperlinkSnapshot {
  address: string;
  /** As `Excel.RangeHyperlink`. */
  target?: string;
  location?: string;
  tip?: string;
}

export interface ReplySnapshot {
  author: string;
  /** ISO 8601. */
  created: string;
  text: string;
}

export interface CommentSnapshot extends ReplySnapshot {
  address: string;
  resolved: boolean;
  replies: ReplySnapshot[];
}

export interface ProtectionSnapshot {
  /** As `Excel.WorksheetProtectionOptions`. */
  options: Readonly<Record<string, unknown>>;
  /** The short hash of the password, where there is one. */
  passwordHash?: string;
}

export interface ValidationSnapshot {
  address: string;
  /** A list's source: a formula such as "=Lists!$A$2:$A$10", or words parted by commas. */
  list?: string;
  /** A rule that is no list. */
  rule?: {
    /** As in Excel.DataValidationRule: "wholeNumber", "decimal", "date", "time", "textLength", "custom". */
    kind: string;
    /** As in Excel.DataValidationOperator; absent for a custom rule. */
    operator?: string;
    formula1: string;
    formula2?: string;
  };
  promptTitle?: string;
  prompt?: string;
  errorTitle?: string;
  error?: string;
  errorStyle?: "stop" | "warning" | "information";
  showError?: boolean;
  ignoreBlanks?: boolean;
}

export interface ConditionalFormatSnapshot {
  address: string;
  /** The cell's text equals this word, or the formula (beginning with "=") is true for it. */
  rule: { equals: string } | { formula: string };
  color?: string;
  fill?: string;
  bold?: boolean;
}

export interface PageSnapshot {
  landscape?: boolean;
  /** Excel's number: 9 is A4. */
  paperSize?: number;
  fitToWidth?: number;
  fitToHeight?: number;
  /** "1:3". */
  titleRows?: string;
  /** "A1:D40"; the whole sheet where absent. */
  area?: string;
  header?: string;
  footer?: string;
  /** Points. */
  margins?: Partial<Record<"top" | "bottom" | "left" | "right" | "header" | "footer", number>>;
}

/** What is set on the parts of a chart, by path: "title", "legend", "axes/value/title", "series/0/format/fill". */
export type ChartSettings = Record<string, Record<string, unknown>>;

export interface ChartSnapshot {
  name: string;
  /** As in Excel.ChartType. */
  type: string;
  /** Sources as formulas name them, "Sheet1!$A$2:$A$9". */
  series: { name?: string; nameCell?: string; values?: string; categories?: string }[];
  settings: ChartSettings;
  /** The upper left corner, and the lower right one. */
  from: Corner;
  to: Corner;
}

export interface SheetSnapshot {
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  tabColor?: string;
  showGridlines: boolean;
  /** From A1; a row may be shorter than others. */
  values: CellContent[][];
  /** Formulas by address, with "=". */
  formulas: Record<string, string>;
  /** By the address of a formula, the cells that it fills: "B1:B9". */
  spills?: Record<string, string>;
  styles: StyledRange[];
  columns: ColumnSnapshot[];
  rows: RowSnapshot[];
  /** Merged cells, "A1:D1"; absent where there are none. */
  merges?: string[];
  frozen: { rows: number; columns: number };
  tables: TableSnapshot[];
  validations: ValidationSnapshot[];
  conditionalFormats: ConditionalFormatSnapshot[];
  page: PageSnapshot;
  charts: ChartSnapshot[];
  comments?: CommentSnapshot[];
  hyperlinks?: HyperlinkSnapshot[];
  /** Absent where the sheet is not protected. */
  protection?: ProtectionSnapshot;
  /** The filtered range of the sheet, outside tables. */
  autoFilter?: { address: string; criteria: FilterSnapshot };
}

export interface WorkbookSnapshot {
  sheets: SheetSnapshot[];
  activeSheet: string;
  names: { name: string; refersTo: string }[];
  /** The add-in's document settings. */
  settings: Record<string, unknown>;
  title?: string;
  /** Days are counted from 1 January 1904. */
  date1904?: true;
  /** The cell styles that cells have: the name of each in files, and its formats. */
  cellStyles?: Record<string, { name: string; style: CellStyle }>;
  /** The functions of the add-in, "SG17.STATUS": a file names them in its own way. */
  functions?: string[];
}
