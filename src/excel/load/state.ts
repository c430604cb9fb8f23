/** The state of the workbook before a load, read in one round trip. */
import type { LoadMarker } from "./marker";
import { queueMarker } from "./marker";
import { readTables, type readFrames } from "../read-tables";
import type { ManagedTable } from "../tables";

export interface SheetState {
  id: string;
  name: string;
  hidden: boolean;
  isProtected: boolean;
}

export interface WorkbookState {
  sheets: SheetState[];
  /** Whether sheets can be neither added nor renamed. */
  isStructureProtected: boolean;
  /** Names of all tables of the workbook, managed or not. */
  tableNames: string[];
  /** The requested managed tables that exist, by name. */
  tables: Map<string, ManagedTable>;
  marker: LoadMarker | null;
  /** Tables kept by an interrupted replacement, under their original names: the next replacement starts from them. */
  kept: ManagedTable[];
}

/**
 * Reads the state of the workbook with the named tables.
 * @param besides queues further reads in the same request
 * @param read reads the tables, with or without their rows
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
    sheets.load("items/id,items/name,items/visibility,items/protection/protected");
    tables.load("items/name");
    protection.load("protected");
    marker = queueMarker(context);
    besides();
  });
  return {
    sheets: sheets.items.map(({ id, name, visibility, protection: { protected: isProtected } }) => ({
      id,
      name,
      hidden: visibility !== "Visible",
      isProtected,
    })),
    isStructureProtected: protection.protected,
    tableNames: tables.items.map((table) => table.name),
    tables: new Map(found.map((table) => [table.name, table])),
    marker: marker.result(),
    kept: await readKept(context, marker.result()),
  };
}

/** Takes a round trip after an interrupted replacement, none otherwise. */
async function readKept(context: Excel.RequestContext, marker: LoadMarker | null): Promise<ManagedTable[]> {
  const names = new Map(marker?.keeps.map((keep) => [keep.keptTable, keep.table]));
  if (names.size === 0) return [];
  const tables = await readTables(context, [...names.keys()]);
  return tables.map((table) => ({ ...table, name: names.get(table.name) ?? table.name }));
}

function queueNothing(): ReturnType<typeof queueMarker> {
  return { result: () => null };
}
