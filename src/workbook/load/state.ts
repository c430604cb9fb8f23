/** What the workbook holds before a load: read in one round trip. */
import type { LoadMarker } from "./marker";
import { queueMarker } from "./marker";
import { readTables, type ManagedTable } from "../tables";

export interface SheetState {
  id: string;
  name: string;
  hidden: boolean;
}

export interface WorkbookState {
  sheets: SheetState[];
  /** Names of all tables of the workbook, ours and others. */
  tableNames: string[];
  /** The managed tables that were asked for and are there, by name. */
  tables: Map<string, ManagedTable>;
  marker: LoadMarker | null;
}

/** Reads the state of the workbook with the named tables whole. */
export async function readState(context: Excel.RequestContext, names: readonly string[]): Promise<WorkbookState> {
  const sheets = context.workbook.worksheets;
  const tables = context.workbook.tables;
  let marker = queueNothing();
  const found = await readTables(context, names, () => {
    sheets.load("items/id,items/name,items/visibility");
    tables.load("items/name");
    marker = queueMarker(context);
  });
  return {
    sheets: sheets.items.map((sheet) => ({ id: sheet.id, name: sheet.name, hidden: sheet.visibility !== "Visible" })),
    tableNames: tables.items.map((table) => table.name),
    tables: new Map(found.map((table) => [table.name, table])),
    marker: marker.take(),
  };
}

function queueNothing(): ReturnType<typeof queueMarker> {
  return { take: () => null };
}
