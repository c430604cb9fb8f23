/** Declares sheets, tables and columns as data. This folder contains everything about the layout of the workbook. */
import type { CellValue } from "../../domain/cells";
import { KEY, type ListName } from "../../domain/item-fields";

export { KEY };

/** What Excel holds in a cell; "" is an empty one. */
export type Cell = CellValue;

/**
 * text: number format "@", set before the values in the same request, so that nothing is ever read as a formula, a date or a number.
 * No apostrophe is put before anything: a text cell takes "=1+1" as text, and an apostrophe would be one more character of it.
 * date: a real date; number: a figure; a text that comes into such a column makes its own cell a text cell first.
 */
export type CellFormat = "text" | "date" | "number";

export interface ColumnSpec {
  /** Header text: identifies the column, wherever users move it. */
  readonly header: string;
  readonly format: CellFormat;
  /** In characters of the default font. */
  readonly width: number;
  readonly list?: ListName;
  readonly hidden?: boolean;
  /** Long text that wraps. */
  readonly wrap?: boolean;
  /** Follows another table: neither a value of a document nor one of a user. */
  readonly derived?: boolean;
}

/** Which of our tables one is; annexes, interim meetings: one table each per document. */
export type TableKindName =
  | "WorkProgramme"
  | "Annex"
  | "Interim"
  | "Meetings"
  | "History"
  | "Checks"
  | "Frames"
  | "Documents"
  | "Decisions"
  | "Settings";

export interface TableSpec {
  readonly kind: TableKindName;
  /** Name of the Excel table, which identifies it. */
  readonly name: string;
  /** Name its sheet gets when it is made; people may rename it. */
  readonly sheet: string;
  /** Heading above the table. */
  readonly title: string;
  readonly columns: readonly ColumnSpec[];
  /** Header of the column whose text identifies a row when a document is loaded again. */
  readonly identity: string;
  /** One fingerprint a cell where both people and new documents change rows, one a row where documents never do. */
  readonly fingerprint: "cell" | "row";
}

/** Header of the hidden column with the fingerprint of what was loaded into the row (fingerprint.ts). */
export const LOADED = "Loaded";
/** Header of the column every table with a status calls it by. */
export const STATUS = "Status";

const NUMBER_FORMATS: Record<CellFormat, string> = { text: "@", date: "yyyy-mm-dd", number: "General" };

/** Excel's number format for a column. */
export function numberFormat(column: ColumnSpec): string {
  return NUMBER_FORMATS[column.format];
}

/** Width of the filter button beside a header. */
const FILTER_BUTTON = 3;

/** Width of a column in characters: its own, and never less than its header needs. */
export function columnWidth({ width, header }: ColumnSpec): number {
  return Math.max(width, header.length + FILTER_BUTTON);
}

/** Characters that fit on the width of a page and can still be read: A4 landscape, at two fifths of their size. */
const PAGE_WIDTH = 340;

/** On how many pages side by side a table is printed. */
export function pagesWide(spec: TableSpec): number {
  const shown = spec.columns.filter((column) => column.hidden !== true);
  return Math.ceil(shown.reduce((sum, column) => sum + columnWidth(column), 0) / PAGE_WIDTH);
}

/** Position of a column by its header, from 0; -1 where the table has none. */
export function columnIndex(spec: TableSpec, header: string): number {
  return spec.columns.findIndex((column) => column.header === header);
}

/** A column of text. */
export function text(header: string, width: number, more: Partial<ColumnSpec> = {}): ColumnSpec {
  return { header, format: "text", width, ...more };
}

/** A column of dates. */
export function date(header: string, more: Partial<ColumnSpec> = {}): ColumnSpec {
  return { header, format: "date", width: 11, ...more };
}

/** A column of figures. */
export function figure(header: string, width = 8, more: Partial<ColumnSpec> = {}): ColumnSpec {
  return { header, format: "number", width, ...more };
}

/** Returns the column of a field's declaration. */
export interface DeclaredColumn {
  readonly header: string;
  readonly type: "text" | "list" | "date" | "number";
  readonly width: number;
  readonly wrap?: true;
  readonly list?: ListName;
  readonly hidden?: true;
}

/** The column of a declared field; a list of texts is one text. */
export function declared(field: DeclaredColumn): ColumnSpec {
  const { header, type, width, wrap, list, hidden: isHidden } = field;
  return {
    header,
    format: type === "list" ? "text" : type,
    width,
    ...(wrap ? { wrap } : {}),
    ...(list ? { list } : {}),
    ...(isHidden ? { hidden: isHidden } : {}),
  };
}

/** A column that only the add-in reads. */
export function hidden(header: string): ColumnSpec {
  return { header, format: "text", width: 12, hidden: true };
}
