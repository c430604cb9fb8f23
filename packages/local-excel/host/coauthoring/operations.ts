import type { ICellData, IMutationInfo, IStyleData, IWorksheetData } from "@univerjs/core";

import type { Area } from "../a1";
import type { StructuralChange } from "../engine/structure";

/** What one cell gets: contents, a style (null for none), or both. */
export interface CellWrite {
  readonly content?: ICellData;
  readonly style?: IStyleData | null;
}

export type CellWrites = Readonly<Record<number, Readonly<Record<number, CellWrite>>>>;

/** Cells that got contents or formats in one write. */
export interface CellsOperation {
  readonly kind: "cells";
  readonly sheetId: string;
  readonly cells: CellWrites;
}

/** Cells, rows or columns that came, went or moved. */
export interface StructureOperation {
  readonly kind: "structure";
  readonly change: StructuralChange;
  /** The name of the sheet, by which formulas on other sheets refer to it. */
  readonly sheetName: string;
}

export interface SortOperation {
  readonly kind: "sort";
  readonly sheetId: string;
  readonly area: Area;
  /** By row, the row that its content comes from. */
  readonly order: Readonly<Record<number, number>>;
}

export interface SheetAddedOperation {
  readonly kind: "sheetAdded";
  readonly sheetId: string;
  readonly index: number;
  readonly name: string;
  /** The sheet with its cells; styles are written out. */
  readonly config: IWorksheetData;
}

export interface SheetRenamedOperation {
  readonly kind: "sheetRenamed";
  readonly sheetId: string;
  readonly name: string;
}

/** Widths, heights, hidden rows, merged cells, panes: a mutation of Univer's that names its ranges. */
export interface ViewOperation {
  readonly kind: "view";
  readonly sheetId: string;
  readonly mutation: IMutationInfo;
}

/** One entry of what a workbook holds beside its cells; `value` undefined removes it. */
export interface StateOperation {
  readonly kind: "state";
  /** Where it is kept: "tables", id, property; "sheets", id, property; "names", id; "settings", key … */
  readonly path: readonly string[];
  readonly sheetId?: string;
  readonly before: unknown;
  readonly value: unknown;
}

/** What one client tells the others of a change, in terms that still mean the same after changes of others. */
export type Operation =
  | CellsOperation
  | StructureOperation
  | SortOperation
  | SheetAddedOperation
  | { readonly kind: "sheetDeleted"; readonly sheetId: string }
  | SheetRenamedOperation
  | { readonly kind: "sheetMoved"; readonly sheetId: string; readonly position: number }
  | { readonly kind: "sheetVisibility"; readonly sheetId: string; readonly hidden: boolean }
  | ViewOperation
  | StateOperation;

/** The sheet that an operation changes; undefined for the workbook. */
export function sheetOfOperation(operation: Operation): string | undefined {
  return operation.kind === "structure" ? operation.change.sheetId : operation.sheetId;
}

/** Mutations of Univer's that are passed on as they are, with their ranges moved. */
export const VIEW_MUTATIONS: ReadonlySet<string> = new Set([
  "sheet.mutation.set-worksheet-col-width",
  "sheet.mutation.set-worksheet-row-height",
  "sheet.mutation.set-worksheet-row-is-auto-height",
  "sheet.mutation.set-row-hidden",
  "sheet.mutation.set-row-visible",
  "sheet.mutation.set-col-hidden",
  "sheet.mutation.set-col-visible",
  "sheet.mutation.add-worksheet-merge",
  "sheet.mutation.remove-worksheet-merge",
  "sheet.mutation.set-frozen",
  "sheet.mutation.set-tab-color",
]);

/** Writes without the cells that other writes also make, contents and styles apart. */
export function withoutWrites(cells: CellWrites, others: CellWrites): CellWrites {
  const kept: Record<number, Record<number, CellWrite>> = {};
  for (const [row, writes] of Object.entries(cells)) {
    for (const [column, write] of Object.entries(writes)) {
      const other = others[Number(row)]?.[Number(column)];
      const rest: CellWrite = {
        ...(write.content !== undefined && other?.content === undefined ? { content: write.content } : {}),
        ...(write.style !== undefined && other?.style === undefined ? { style: write.style } : {}),
      };
      if (Object.keys(rest).length > 0) (kept[Number(row)] ??= {})[Number(column)] = rest;
    }
  }
  return kept;
}
