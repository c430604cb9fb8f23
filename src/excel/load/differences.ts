/** Applies the documents' values of differences. */
import { dateCell, type RowCells } from "../../domain/cells";
import type { IsoDate } from "../../domain/model";
import { workbookTexts } from "../../i18n/workbook";
import { WorkbookError } from "../excel-errors";
import { PRINTED_ROW } from "../table-specs/annex-tables";
import { STATUS, type Cell, type TableSpec } from "../table-specs/spec";
import { ITEM_TABLES, MEETINGS, specOfTable } from "../table-specs/tables";
import { runExcel } from "../excel-run";
import { refreshStore } from "../programme-store";
import {
  appendWrite,
  queueWrite,
  revertOf,
  updateWrite,
  type CellWrite,
  type TableWrite,
  type WriteConflict,
} from "../table-writer";
import { readManagedTables, readTables } from "../read-tables";
import { requireWritable } from "../writability";
import { bodyRange, columnOf, sheetOf, type ManagedTable } from "../tables";
import { differenceId, statusCells, WHOLE_ROW } from "./plan";
import type { CellDifference } from "./types";

/** Applies the document's value of one difference. */
export async function applyDifference(difference: CellDifference): Promise<void> {
  await applyDifferences([difference]);
}

/**
 * Applies the documents' values of differences: writes cells and restores rows that users deleted.
 * A difference is skipped if its row was deleted or restored meanwhile. The annexes show a changed status.
 * Takes two round trips, and two more if a status is among them.
 */
export async function applyDifferences(differences: readonly CellDifference[]): Promise<void> {
  if (differences.length === 0) return;
  const statuses = new Map(
    differences.filter(isStatus).map((difference): [string, Cell] => [difference.key, difference.documents]),
  );
  // Every annex that shows the item follows a status.
  const names = statuses.size > 0 ? null : [...new Set(differences.map((difference) => difference.table))];
  for (let attempt = 1, hasConflicts = true; hasConflicts && attempt <= ATTEMPTS; attempt += 1) {
    // Each attempt reads the tables again.
    hasConflicts = await runExcel((context) => applyDocumentValues(context, names, differences, statuses));
  }
  await refreshStore();
}

/** Enters the dates of a meeting into its row; an empty date leaves the cell as it is. */
export async function writeMeetingDates(meeting: string, { from, to }: Record<"from" | "to", IsoDate>): Promise<void> {
  await writeMeetingCells(meeting, { ...(from === "" ? {} : { From: dateCell(from) }), To: dateCell(to) });
}

/** Writes cells of a meeting's row, as `applyDifferences` does. */
export async function writeMeetingCells(meeting: string, cells: RowCells): Promise<void> {
  await applyDifferences(
    MEETINGS.columns.flatMap(({ header, format }): CellDifference[] => {
      const value = cells[header];
      if (value === undefined) return [];
      const { name: table, identity } = MEETINGS;
      const id = differenceId(table, meeting, header);
      const row = { id, table, row: meeting, key: "", item: meeting, field: header, identity, format };
      return [{ ...row, sources: [], theirs: "", documents: value }];
    }),
  );
}

/** Number of attempts if users move the rows being written. */
const ATTEMPTS = 4;

/** Returns whether users edited the rows meanwhile: conflicting writes were then reverted, and another attempt is needed. */
async function applyDocumentValues(
  context: Excel.RequestContext,
  names: readonly string[] | null,
  differences: readonly CellDifference[],
  statuses: ReadonlyMap<string, Cell>,
): Promise<boolean> {
  const tables = names ? await readTables(context, names) : (await readManagedTables(context)).tables;
  const writes = tables.flatMap((table): TableWrite[] => {
    const own = differences.filter((difference) => difference.table === table.name);
    const rowOf = rowFinder(table);
    const columns = columnsOf(table, own);
    const cells = [...cellsOf(own, rowOf), ...(table.kind === "Annex" ? statusCells(table, statuses) : [])];
    const rows = rowsOf(own, rowOf);
    if (cells.length + rows.length === 0) return [];
    const identity = own[0]?.identity ?? PRINTED_ROW;
    const { append = [], updates: filled = [] } = appendWrite(table, identity, columns, rows);
    const update = updateWrite(table, identity, columns, cells);
    return [{ ...update, updates: [...(update.updates ?? []), ...filled], append }];
  });
  requireWritable({ sheets: writes.map(({ table }) => table) });
  const conflicts = await sendWrites(context, writes);
  if (conflicts.length > 0)
    await sendWrites(
      context,
      conflicts.map((conflict) => revertOf(conflict, "all")),
    );
  return conflicts.length > 0;
}

async function sendWrites(context: Excel.RequestContext, writes: readonly TableWrite[]): Promise<WriteConflict[]> {
  const queued = writes.map((write) => queueWrite(context, write));
  await context.sync();
  return queued.map((write) => write.conflict()).filter((conflict) => conflict !== null);
}

/**
 * Selects the cell of a difference on its present sheet.
 * @throws WorkbookError if the table or the row does not exist
 */
export async function goToDifference(difference: CellDifference): Promise<void> {
  await runExcel(async (context) => {
    const [table] = await readTables(context, [difference.table]);
    const row = table ? rowFinder(table)(difference) : undefined;
    if (!table || row === undefined) {
      throw new WorkbookError("ItemNotFound", workbookTexts().notOnASheet(difference.item));
    }
    sheetOf(context, table).activate();
    bodyRange(context, table, row, Math.max(0, columnOf(table, difference.field))).select();
    await context.sync();
  });
}

function isStatus({ table, field, key }: CellDifference): boolean {
  return ITEM_TABLES.some(({ name }) => name === table) && field === STATUS && key !== "";
}

type RowOf = (difference: Pick<CellDifference, "identity" | "row">) => number | undefined;

/** Returns a function that finds the row of a difference; it indexes the table once for each identifying column. */
function rowFinder(table: ManagedTable): RowOf {
  const rowsByIdentity = new Map<string, Map<string, number>>();
  return ({ identity, row }) => {
    const at = columnOf(table, identity);
    const rows =
      rowsByIdentity.get(identity) ?? new Map(table.rows.map((cells, index) => [String(cells[at] ?? ""), index]));
    rowsByIdentity.set(identity, rows);
    return rows.get(row);
  };
}

/** The rows to restore, except those that exist again. */
function rowsOf(differences: readonly CellDifference[], rowOf: RowOf): NonNullable<CellDifference["restoredRow"]>[] {
  return differences.flatMap((difference) =>
    difference.field === WHOLE_ROW && difference.restoredRow && rowOf(difference) === undefined
      ? [difference.restoredRow]
      : [],
  );
}

function cellsOf(differences: readonly CellDifference[], rowOf: RowOf): CellWrite[] {
  return differences.flatMap((difference) => {
    const { field, documents } = difference;
    const row = field === WHOLE_ROW ? undefined : rowOf(difference);
    return row === undefined ? [] : [{ row, header: field, value: documents }];
  });
}

/** The columns with the formats for writing: those of the table specification; in an annex, text except for figures. */
function columnsOf(table: ManagedTable, own: readonly CellDifference[]): TableSpec["columns"] {
  const isFigure = (header: string): boolean =>
    own.some(
      ({ field, documents, restoredRow: row }) => typeof (field === header ? documents : row?.[header]) === "number",
    );
  return (
    specOfTable(table.name)?.columns ??
    table.headers.map((header) => ({ header, format: isFigure(header) ? "number" : "text", width: 0 }))
  );
}
