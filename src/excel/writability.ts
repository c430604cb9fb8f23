/**
 * Whether everything that an action writes to can be written, from what was read before its first write: Excel has no transactions, and a
 * request that is refused half way has written its first half. Makes no request.
 */
import { workbookTexts } from "../i18n/workbook";
import { WorkbookError } from "./excel-errors";

/** A sheet to write to, as the sheet of a table that was read. */
export interface SheetToWrite {
  readonly worksheetName: string;
  readonly isProtected: boolean;
}

/** What an action writes to. */
export interface Writes {
  readonly sheets?: Iterable<SheetToWrite>;
  /** Whether the action adds, deletes or renames sheets, in a workbook whose structure is protected. */
  readonly isStructureProtected?: boolean;
}

/**
 * Returns the names of the protected sheets among those to write to, each once. A protected sheet with unlocked cells is one of them: its
 * tables cannot grow.
 */
export function protectedSheets(sheets: Iterable<SheetToWrite>): string[] {
  const names = [...sheets].flatMap(({ isProtected, worksheetName }) => (isProtected ? [worksheetName] : []));
  return [...new Set(names)];
}

/** Returns the sentence about what makes an action impossible, with the sheets and what to do; null where all of it can be written. */
export function obstacleToWriting({ sheets = [], isStructureProtected = false }: Writes): string | null {
  const names = protectedSheets(sheets);
  if (names.length > 0) return workbookTexts().sheetsProtected(names);
  return isStructureProtected ? workbookTexts().structureProtected : null;
}

/** Ends an action before its first write where one of its writes is impossible. @throws WorkbookError with the sentence */
export function requireWritable(writes: Writes): void {
  refuse(obstacleToWriting(writes));
}

/** @throws WorkbookError where there is an obstacle */
export function refuse(obstacle: string | null): void {
  if (obstacle !== null) throw new WorkbookError("AccessDenied", obstacle);
}
