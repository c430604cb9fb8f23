/** Taking the documents' side of differences, one or all. */
import { workbookTexts } from "../../i18n/workbook";
import { WorkbookError } from "../excel-errors";
import { PRINTED_ROW } from "../table-specs/annex-tables";
import { STATUS, type Cell, type TableSpec } from "../table-specs/spec";
import { specOfTable, WORK_PROGRAMME } from "../table-specs/tables";
import { runExcel } from "../excel-run";
import { refreshStore } from "../programme-store";
import {
  appendRows,
  bodyRange,
  columnOf,
  readTables,
  sheetOf,
  writeCells,
  type CellWrite,
  type ManagedTable,
} from "../tables";
import { followingCells, WHOLE_ROW } from "./plan";
import { putBack, queueWatches, touchOf } from "./write-conflicts";
import type { CellDifference } from "./types";

/** Takes the documents' value of one difference. */
export async function applyDifference(difference: CellDifference): Promise<void> {
  await applyDifferences([difference]);
}

/**
 * Takes the documents' values of some differences: cells are written, rows that people took out are put back.
 * A difference whose row is gone meanwhile is passed over, and so is a row that stands again. Where a status is taken, the annexes follow.
 * Two round trips, however many; two more where a status is among them.
 */
export async function applyDifferences(differences: readonly CellDifference[]): Promise<void> {
  if (differences.length === 0) return;
  const statuses = new Map(
    differences.filter(isStatus).map((difference): [string, Cell] => [difference.key, difference.documents]),
  );
  const names = statuses.size > 0 ? undefined : [...new Set(differences.map((difference) => difference.table))];
  for (let attempt = 1, disturbed = true; disturbed && attempt <= ATTEMPTS; attempt += 1) {
    // Each attempt reads anew what people have changed since.
    disturbed = await runExcel((context) => takeDocumentsSide(context, names, differences, statuses));
  }
  await refreshStore();
}

/** How often to begin anew because people moved the rows that were being written to. */
const ATTEMPTS = 4;

/** Whether people worked in the rows meanwhile: what was written beside the mark is then put right, and the rest is still to be done. */
async function takeDocumentsSide(
  context: Excel.RequestContext,
  names: readonly string[] | undefined,
  differences: readonly CellDifference[],
  statuses: ReadonlyMap<string, Cell>,
): Promise<boolean> {
  const work = (await readTables(context, names)).map((table) => {
    const own = differences.filter((difference) => difference.table === table.name);
    const placeOf = places(table);
    const writes = [...cellsOf(own, placeOf), ...(table.kind === "Annex" ? followingCells(table, statuses) : [])];
    const identity = own[0]?.identity ?? PRINTED_ROW;
    return { table, identity, writes, columns: columnsOf(table, own), rows: rowsOf(own, placeOf) };
  });
  const locked = work.filter(({ table, writes, rows }) => table.isProtected && writes.length + rows.length > 0);
  if (locked.length > 0) {
    const sheets = [...new Set(locked.map(({ table }) => table.worksheetName))];
    throw new WorkbookError("AccessDenied", workbookTexts().sheetsProtected(sheets));
  }
  const watches = queueWatches(
    context,
    work.map(({ table, identity, writes }) => touchOf(table, identity, writes)),
  );
  for (const { table, writes, columns, rows } of work) {
    writeCells(context, table, writes, columns);
    appendRows(context, table, columns, rows);
  }
  await context.sync();
  const disturbances = watches.map((watch) => watch.take()).filter((each) => each !== null);
  for (const disturbance of disturbances) putBack(context, disturbance);
  if (disturbances.length > 0) await context.sync();
  return disturbances.length > 0;
}

/**
 * Selects the cell of a difference, on whichever sheet it stands now.
 * @throws WorkbookError where the table or the row is gone
 */
export async function goToDifference(difference: CellDifference): Promise<void> {
  await runExcel(async (context) => {
    const [table] = await readTables(context, [difference.table]);
    const row = table ? places(table)(difference) : undefined;
    if (!table || row === undefined) {
      throw new WorkbookError("ItemNotFound", workbookTexts().notOnASheet(difference.item));
    }
    sheetOf(context, table).activate();
    bodyRange(context, table, row, Math.max(0, columnOf(table, difference.field))).select();
    await context.sync();
  });
}

function isStatus({ table, field, key }: CellDifference): boolean {
  return table === WORK_PROGRAMME.name && field === STATUS && key !== "";
}

type PlaceOf = (difference: Pick<CellDifference, "identity" | "row">) => number | undefined;

/** Where the row of a difference stands in a table, which is read through once for each column that rows are known by. */
function places(table: ManagedTable): PlaceOf {
  const known = new Map<string, Map<string, number>>();
  return ({ identity, row }) => {
    const at = columnOf(table, identity);
    const rows = known.get(identity) ?? new Map(table.rows.map((cells, index) => [String(cells[at] ?? ""), index]));
    known.set(identity, rows);
    return rows.get(row);
  };
}

/** The rows to put back; one that stands again is not put back twice. */
function rowsOf(differences: readonly CellDifference[], placeOf: PlaceOf): NonNullable<CellDifference["putBack"]>[] {
  return differences.flatMap((difference) =>
    difference.field === WHOLE_ROW && difference.putBack && placeOf(difference) === undefined
      ? [difference.putBack]
      : [],
  );
}

function cellsOf(differences: readonly CellDifference[], placeOf: PlaceOf): CellWrite[] {
  return differences.flatMap((difference) => {
    const { field, documents } = difference;
    const row = field === WHOLE_ROW ? undefined : placeOf(difference);
    return row === undefined ? [] : [{ row, header: field, value: documents }];
  });
}

/** Formats for what is written: what the layout says; in an annex, text but for figures. */
function columnsOf(table: ManagedTable, own: readonly CellDifference[]): TableSpec["columns"] {
  const isFigure = (header: string): boolean =>
    own.some(
      ({ field, documents, putBack: row }) => typeof (field === header ? documents : row?.[header]) === "number",
    );
  return (
    specOfTable(table.name)?.columns ??
    table.headers.map((header) => ({ header, format: isFigure(header) ? "number" : "text", width: 0 }))
  );
}
