/** What the workbook holds before a load: read in one round trip. */
import type { LoadMarker } from "./marker";
import { queueMarker } from "./marker";
import { readTables, type ManagedTable, type readFrames } from "../tables";

export interface SheetState {
  id: string;
  name: string;
  hidden: boolean;
}

export interface WorkbookState {
  sheets: SheetState[];
  /** Whether the workbook takes no new sheets, and none can be renamed. */
  isStructureProtected: boolean;
  /** Names of all tables of the workbook, ours and others. */
  tableNames: string[];
  /** The managed tables that were asked for and are there, by name. */
  tables: Map<string, ManagedTable>;
  marker: LoadMarker | null;
  /** Tables that a replacement that was cut off had put aside, under the names they had: it starts from them again. */
  kept: ManagedTable[];
}

/**
 * Reads the state of the workbook with the named tables.
 * @param besides asks for more in the same request
 * @param read how they are read: whole, or without their rows
 */
export async function readState(
  context: Excel.RequestContext,
  names: readonly string[],
  besides: () => void = () => undefined,
  read: typeof readTables | typeof readFrames = readTables,
): Promise<WorkbookState> {
  const sheets = context.workbook.worksheets;
  const { tables, protection } = context.workbook;
  let marker = queueNothing();
  const found = await read(context, names, () => {
    sheets.load("items/id,items/name,items/visibility");
    tables.load("items/name");
    protection.load("protected");
    marker = queueMarker(context);
    besides();
  });
  return {
    sheets: sheets.items.map((sheet) => ({ id: sheet.id, name: sheet.name, hidden: sheet.visibility !== "Visible" })),
    isStructureProtected: protection.protected,
    tableNames: tables.items.map((table) => table.name),
    tables: new Map(found.map((table) => [table.name, table])),
    marker: marker.result(),
    kept: await readKept(context, marker.result()),
  };
}

/** Costs a round trip after a replacement that was cut off, and none otherwise. */
async function readKept(context: Excel.RequestContext, marker: LoadMarker | null): Promise<ManagedTable[]> {
  const names = new Map(marker?.keeps.map((keep) => [keep.keptTable, keep.table]));
  if (names.size === 0) return [];
  const tables = await readTables(context, [...names.keys()]);
  return tables.map((table) => ({ ...table, name: names.get(table.name) ?? table.name }));
}

function queueNothing(): ReturnType<typeof queueMarker> {
  return { result: () => null };
}
