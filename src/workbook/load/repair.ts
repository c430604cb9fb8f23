/** Finding and mending what is wrong with the workbook's tables. */
import { normaliseName } from "../../programme/names";
import type { Programme } from "../../programme/model";
import { KEY, numberFormat, type Cell } from "../layout/spec";
import { CHECKS, PROGRAMME_TABLES, WORK_PROGRAMME } from "../layout/tables";
import { programmeOfTables } from "../programme-tables";
import { itemOfRow } from "../rows/item-rows";
import { passing } from "../ranges";
import { runExcel } from "../run";
import { bodyRange, findManagedTables, rowCursor, setNumberFormat, type ManagedTable } from "../tables";
import { allDamageIn } from "./damage";
import { loadDocuments } from "./load";
import { readState, type WorkbookState } from "./state";
import type { LoadOutcome, TableDamage } from "./types";

async function readAll(context: Excel.RequestContext): Promise<WorkbookState> {
  const names = new Set([
    ...PROGRAMME_TABLES.map((spec) => spec.name),
    CHECKS.name,
    ...(await findManagedTables(context)),
  ]);
  return readState(context, [...names]);
}

/** What is wrong with the managed tables; empty where all is well, or where there are none. Two round trips. */
export async function findDamage(): Promise<TableDamage[]> {
  return runExcel(async (context) => allDamageIn(await readAll(context)));
}

/**
 * Mends what can be mended from the workbook alone: missing columns come back (keys of work items are found by their names), missing tables
 * are made again from those that are left. What only the documents know comes back with the next load.
 */
export async function repairTables(): Promise<LoadOutcome> {
  await runExcel(async (context) => {
    const state = await readAll(context);
    const programme = programmeOfTables([...state.tables.values()]);
    for (const damage of allDamageIn(state)) {
      const table = state.tables.get(damage.table);
      if (table && damage.damage === "columns missing") addColumns(context, table, damage.columns, programme);
    }
    await context.sync();
  });
  return loadDocuments([]);
}

function addColumns(
  context: Excel.RequestContext,
  table: ManagedTable,
  headers: readonly string[],
  programme: Programme | null,
): void {
  const spec = [...PROGRAMME_TABLES, CHECKS].find((each) => each.name === table.name);
  // The key stays the last column.
  const ordered = [...headers].sort((one, other) => Number(one === KEY) - Number(other === KEY));
  ordered.forEach((header, index) => {
    const column = spec?.columns.find((each) => each.header === header);
    const object = context.workbook.tables.getItem(table.name).columns.add(undefined, undefined, header);
    const body = passing(object.getDataBodyRange());
    setNumberFormat(body, column ? numberFormat(column) : "@");
    const values = valuesOf(table, header, programme);
    if (values) bodyRange(context, table, 0, table.headers.length + index, values.length, 1).values = values;
    if (column?.hidden ?? true) body.columnHidden = true;
  });
}

/** The keys of the work programme are found by the items' names in History; other columns start empty. */
function valuesOf(table: ManagedTable, header: string, programme: Programme | null): Cell[][] | null {
  if (header !== KEY || table.name !== WORK_PROGRAMME.name) return null;
  const keys = new Map<string, string>();
  for (const event of programme?.events ?? []) {
    for (const name of [event.printed?.number, event.printed?.acronym, event.printed?.formerly]) {
      if (name) keys.set(normaliseName(name), event.item);
    }
  }
  const cursor = rowCursor(table);
  return table.rows.map((row) => {
    const item = itemOfRow(cursor.at(row));
    const names = [item.number, item.name, ...item.aliases].filter((name) => name !== null).map(normaliseName);
    const known = names.map((name) => keys.get(name)).find((key) => key !== undefined);
    return [known ?? names[0] ?? ""];
  });
}
