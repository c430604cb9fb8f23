/** From an item to its cell, and from the selected cell to its item. */
import { workbookTexts } from "../i18n/workbook";
import { errorCode, WorkbookError } from "./excel-errors";
import { KEY } from "./table-specs/spec";
import { FIXED_TABLES, OTHER_GROUPS, WORK_PROGRAMME } from "./table-specs/tables";
import { textOf } from "../domain/cells";
import { managedTablesOn, onWorkbookEvent } from "./change-events";
import { runExcel } from "./excel-run";
import { untracked } from "./ranges";

/** A row of a managed table, and a column. */
export interface ItemLocation {
  /** Name of the table. */
  table: string;
  /** Key of the row. */
  key: string;
  /** Header of the column; the first column by default. */
  header?: string;
}

/**
 * Selects a cell.
 * @throws WorkbookError where the table or the row is missing
 */
export async function goTo(location: ItemLocation): Promise<void> {
  await runExcel(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(location.table);
    table.load("name");
    table.columns.load("items/name");
    const column = table.columns.getItemOrNullObject(KEY);
    column.load("name");
    const keys = untracked(column.getDataBodyRange());
    keys.load("values");
    await context.sync();
    const values = table.isNullObject || column.isNullObject ? [] : keys.values;
    const row = values.findIndex((cells) => cells[0] === location.key);
    if (row < 0) throw new WorkbookError("ItemNotFound", workbookTexts().notOnASheet(location.key));
    const headers = table.columns.items.map((each) => each.name);
    const position = location.header === undefined ? 0 : Math.max(0, headers.indexOf(location.header));
    table.worksheet.activate();
    untracked(untracked(table.getDataBodyRange()).getCell(row, position)).select();
    await context.sync();
  });
}

/** Selects an item's row in the work programme, else among those of other study groups. */
export async function goToItem(key: string): Promise<void> {
  try {
    await goTo({ table: WORK_PROGRAMME.name, key });
  } catch (error) {
    if (errorCode(error) !== "ItemNotFound") throw error;
    await goTo({ table: OTHER_GROUPS.name, key });
  }
}

/** The item of the selected cell: the key of its row where it is in a managed table, else the cell's text. */
export type Selected = { key: string; table: string } | { text: string } | null;

/**
 * Returns what the selection is about; null for an empty cell, and on a sheet without a managed table. One request on a sheet with one,
 * otherwise none.
 * @param worksheetId the sheet of the selection, where it is known
 */
export async function selectedItem(worksheetId: string | null = null): Promise<Selected> {
  const names = worksheetId === null ? null : managedTablesOn(worksheetId);
  if (names?.length === 0) return null;
  return runExcel(async (context) => {
    const cell = untracked(context.workbook.getActiveCell());
    cell.load("values");
    const tables = (names ?? FIXED_TABLES.map((spec) => spec.name)).map((name) => queueRow(context, name, cell));
    await context.sync();
    const row = tables.map((table) => table.result()).find((found) => found !== null);
    if (row) return row;
    const content = textOf((cell.values[0]?.[0] ?? "") as string | number | boolean);
    return content === null ? null : { text: content };
  });
}

/**
 * Queues reading the key of the cell's row in a table; call `result` after the sync: null where the cell is not in the table or its row has
 * no key.
 */
function queueRow(context: Excel.RequestContext, name: string, cell: Excel.Range): { result(): Selected } {
  const table = context.workbook.tables.getItemOrNullObject(name);
  const inside = untracked(untracked(table.getDataBodyRange()).getIntersectionOrNullObject(cell));
  inside.load("address");
  const keys = untracked(table.columns.getItemOrNullObject(KEY).getDataBodyRange());
  const key = untracked(untracked(cell.getEntireRow()).getIntersectionOrNullObject(keys));
  key.load("values");
  return {
    result() {
      if (inside.isNullObject || key.isNullObject) return null;
      const value = String(key.values[0]?.[0] ?? "");
      return value === "" ? null : { key: value, table: name };
    },
  };
}

/** Calls back, a moment after the selection came to rest on a managed sheet, with what it is about. Returns how to stop. */
export function onSelectionChanged(listener: (selected: Selected) => void, delay = 150): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  const report = async (worksheetId: string): Promise<void> => {
    latest += 1;
    const mine = latest;
    const selected = await selectedItem(worksheetId).catch(() => null);
    // The selection moved on meanwhile.
    if (mine === latest) listener(selected);
  };
  const stop = onWorkbookEvent((event) => {
    if (event.kind !== "selection") return;
    clearTimeout(timer);
    if (managedTablesOn(event.worksheetId)?.length === 0) return;
    timer = setTimeout(() => void report(event.worksheetId), delay);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
