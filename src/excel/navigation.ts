/** From an item to its cell, and from the selected cell to its item. */
import { workbookTexts } from "../i18n/workbook";
import { WorkbookError } from "./excel-errors";
import { KEY } from "./table-specs/spec";
import { WORK_PROGRAMME } from "./table-specs/tables";
import { textOf } from "./row-mapping/cells";
import { runExcel } from "./excel-run";
import { kindOfTable } from "./tables";

/** A place in a managed table. */
export interface Place {
  /** Name of the table. */
  table: string;
  /** Key of the row. */
  key: string;
  /** Header of the column; the first one where left out. */
  header?: string;
}

/**
 * Selects the cell of a place, on whichever sheet it stands now.
 * @throws WorkbookError where the table or the row is gone
 */
export async function goTo(place: Place): Promise<void> {
  await runExcel(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(place.table);
    table.load("name");
    const header = table.getHeaderRowRange();
    header.load("values");
    const column = table.columns.getItemOrNullObject(KEY);
    column.load("name");
    const keys = column.getDataBodyRange();
    keys.load("values");
    await context.sync();
    const values = table.isNullObject || column.isNullObject ? [] : keys.values;
    const row = values.findIndex((cells) => cells[0] === place.key);
    if (row < 0) throw new WorkbookError("ItemNotFound", workbookTexts().notOnASheet(place.key));
    const headers = (header.values[0] ?? []).map(String);
    const position = place.header === undefined ? 0 : Math.max(0, headers.indexOf(place.header));
    table.worksheet.activate();
    table.getDataBodyRange().getCell(row, position).select();
    await context.sync();
  });
}

/** Selects an item's row in the work programme. */
export async function goToItem(key: string): Promise<void> {
  await goTo({ table: WORK_PROGRAMME.name, key });
}

/** The item of the selected cell: the key of its row where it is in a managed table, else the cell's text. */
export type Selected = { key: string; table: string } | { text: string } | null;

/** What the selection is about; null for an empty cell. Two round trips. */
export async function selectedItem(): Promise<Selected> {
  return runExcel(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("values,rowIndex");
    const tables = cell.getTables(false);
    tables.load("items/name");
    await context.sync();
    const name = tables.items.map((table) => table.name).find((each) => kindOfTable(each) !== null);
    const content = textOf((cell.values[0]?.[0] ?? "") as string | number | boolean);
    if (name === undefined) return content === null ? null : { text: content };
    const table = context.workbook.tables.getItem(name);
    const row = cell.getEntireRow().getIntersectionOrNullObject(table.columns.getItem(KEY).getDataBodyRange());
    row.load("values");
    await context.sync();
    const key = row.isNullObject ? "" : String(row.values[0]?.[0] ?? "");
    if (key !== "") return { key, table: name };
    return content === null ? null : { text: content };
  });
}

/** Calls back, a moment after the selection came to rest, with what it is about. Returns how to stop. */
export async function followSelection(
  listener: (selected: Selected) => void,
  delay = 150,
): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const tell = async (): Promise<void> => {
    const mine = (asked += 1);
    const selected = await selectedItem().catch(() => null);
    // The selection moved on while Excel was asked.
    if (mine === asked) listener(selected);
  };
  const handler = await runExcel(async (context) => {
    const added = context.workbook.worksheets.onSelectionChanged.add(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void tell(), delay);
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  return async () => {
    clearTimeout(timer);
    // A handler is removed in the context it was added with.
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
  };
}
