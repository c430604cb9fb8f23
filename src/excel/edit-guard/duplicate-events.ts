/** Removes duplicate rows of History: two add-ins that found the same edit record it under the same Event id. */
import { ORIGIN_HEADER } from "../../domain/event-fields";
import type { EventOrigin } from "../../domain/model";
import type { PendingWrites } from "../../domain/edit-review/pending-writes";
import { isDuplicateKey, sameValue, type RowValues } from "../../domain/edit-review/table-snapshot";
import { HISTORY } from "../table-specs/tables";
import { untracked } from "../ranges";
import { readTables } from "../read-tables";
import type { ManagedTable } from "../tables";
import { appendWrite, queueWrite } from "../table-writer";
import { geometryOf, writableTable, type WatchedTable } from "./guarded-tables";

/** Whether History's snapshot holds two rows of one event entered by a user. */
export function hasDuplicates({ guarded: { snapshot } }: WatchedTable): boolean {
  const origin = snapshot.headers.indexOf(ORIGIN_HEADER);
  for (const { id, values } of snapshot.all()) if (isDuplicateKey(id) && values[origin] === USER) return true;
  return false;
}

/** Only users' events are recorded twice; events of documents have the same identity in every load. */
const USER: EventOrigin = "user";

/** Another add-in may remove rows at the same time, so each round reads again. */
const ROUNDS = 6;

/**
 * Removes rows of History whose values are all in another row of the same event. A removed row is read in the same request: where it was
 * another one, because rows moved in the meantime, it is restored.
 * @returns whether any row was removed
 */
export async function removeDuplicates(
  context: Excel.RequestContext,
  history: WatchedTable,
  pendingWrites: PendingWrites,
): Promise<boolean> {
  const column = history.guarded.snapshot.keyColumn;
  let removed = false;
  for (let round = 0; round < ROUNDS; round++) {
    const [table] = await readTables(context, [history.name]);
    const position = table ? duplicateIn(table.rows, column, table.headers.indexOf(ORIGIN_HEADER)) : -1;
    if (!table || position < 0) return removed;
    await removeRow(context, { ...history, geometry: geometryOf(table) }, table, position, pendingWrites);
    removed = true;
  }
  return removed;
}

/** Returns the position of a row whose values are all in another row of the same event; -1 where there is none. */
function duplicateIn(rows: readonly RowValues[], idColumn: number, originColumn: number): number {
  const byId = new Map<string, number>();
  for (const [position, row] of rows.entries()) {
    const id = String(row[idColumn] ?? "");
    if (row[originColumn] !== USER) continue;
    const first = byId.get(id);
    if (first === undefined) {
      byId.set(id, position);
      continue;
    }
    if (includesAll(rows[first] ?? [], row)) return position;
    if (includesAll(row, rows[first] ?? [])) return first;
  }
  return -1;
}

const includesAll = (row: RowValues, part: RowValues): boolean =>
  part.every((value, column) => value === "" || sameValue(value, row[column] ?? ""));

async function removeRow(
  context: Excel.RequestContext,
  history: WatchedTable,
  table: ManagedTable,
  position: number,
  pendingWrites: PendingWrites,
): Promise<void> {
  const { keyColumn } = history.guarded.snapshot;
  const idOf = (values: RowValues): string => String(values[keyColumn] ?? "");
  const { top, left, worksheetId } = table;
  const sheetRow = top + 1 + position;
  const area = { top: sheetRow, left, bottom: sheetRow, right: left + table.headers.length - 1 };
  pendingWrites.add(worksheetId, area, Date.now());
  const found = context.workbook.tables.getItem(history.name).rows.getItemAt(position);
  const deletedRow = untracked(found.getRange());
  deletedRow.load("values");
  found.delete();
  await context.sync();
  const [after] = await readTables(context, [history.name]);
  const values = (deletedRow.values[0] ?? []) as RowValues;
  const rows = after?.rows ?? [];
  const isRepeated = rows.some((row) => idOf(row) === idOf(values) && includesAll(row, values));
  if (isRepeated && values[table.headers.indexOf(ORIGIN_HEADER)] === USER) return;
  const cells = Object.fromEntries(table.headers.map((header, at) => [header, values[at] ?? ""]));
  queueWrite(context, appendWrite(writableTable(history), HISTORY.identity, HISTORY.columns, [cells]));
  await context.sync();
}
