/** Finds and repairs problems of the workbook's tables. */
import { eventsByItem } from "../../domain/merge/order";
import { currentState } from "../../domain/merge/item-state";
import { dateCell, textCell } from "../../domain/cells";
import { namesOfItem } from "../../domain/merge/item-names";
import { normaliseName } from "../../domain/designations";
import type { TableProblem } from "../../domain/edit-review/message";
import type { Programme } from "../../domain/model";
import { PRINTED_ROW } from "../table-specs/annex-tables";
import { KEY, LOADED, numberFormat, STATUS, type Cell } from "../table-specs/spec";
import { FIXED_TABLES, ITEM_TABLES, specOfTable } from "../table-specs/tables";
import { programmeOfTables } from "../programme-tables";
import { itemOfRow } from "../../domain/item-rows";
import { untracked } from "../ranges";
import { allProblems } from "../table-problems";
import { runExcel } from "../excel-run";
import { readFrames } from "../read-tables";
import { columnOf, readAllManaged, rowCursor, type ManagedTable } from "../tables";
import { setNumberFormat, updateWrite, type CellWrite } from "../table-writer";
import { step, writeStep, type Step } from "./chunk-requests";
import { RUN } from "./execute-load";
import { loadInto } from "./load";
import { renamedColumns, restoreTableNames } from "./restore-names";
import { readState, type WorkbookState } from "./state";
import type { LoadOptions, LoadOutcome } from "./types";

async function readAll(
  context: Excel.RequestContext,
  besides: () => void = () => undefined,
  read?: typeof readFrames,
): Promise<WorkbookState> {
  const fixed = FIXED_TABLES.map((spec) => spec.name);
  const readNamed = (names: readonly string[], list: () => void): Promise<WorkbookState> =>
    readState(context, names, () => (list(), besides()), read);
  return (await readAllManaged(context, readNamed, fixed)).found;
}

/** Returns the problems of the managed tables. Reads no rows. */
export async function readTableProblems(): Promise<TableProblem[]> {
  return runExcel(async (context) => allProblems(await readAll(context, undefined, readFrames)));
}

/**
 * Repairs what the workbook itself allows: adds missing columns (keys of items are found by their names) and creates missing tables from
 * the others. The next load of the documents restores the rest.
 */
export async function repairTables(options: Pick<LoadOptions, "lockTimeout"> = {}): Promise<LoadOutcome> {
  await runExcel(async (context) => restoreTableNames(context, await readAll(context, undefined, readFrames)), RUN);
  let columnsMended = false;
  return loadInto(readAll, [], options, (state) => {
    const steps = columnsMended ? keySteps(state) : columnSteps(state);
    columnsMended = true;
    return steps;
  });
}

/** Restores renamed headers, adds missing columns and hides those that only the add-in reads. */
function columnSteps(state: WorkbookState): Step[] {
  const missing = new Map(
    allProblems(state).flatMap(({ table, kind, columns }) =>
      kind === "columns missing" ? [[table, columns] as const] : [],
    ),
  );
  return [...state.tables.values()].flatMap((table) => {
    const absent = missing.get(table.name) ?? [];
    const renames = renamedColumns(table, absent);
    const columns = absent.filter((header) => !renames.has(header));
    // An interrupted repair may have added columns that it did not hide.
    const hidden = [...table.headers, ...columns].filter((header) => isHidden(table, header));
    if (absent.length === 0 && (hidden.length === 0 || table.isProtected)) return [];
    return [
      step(
        (context) => {
          for (const [header, now] of renames)
            context.workbook.tables.getItem(table.name).columns.getItem(now).name = header;
          addColumns(context, table, columns);
          const object = context.workbook.tables.getItem(table.name);
          for (const header of hidden) untracked(object.columns.getItem(header).getRange()).columnHidden = true;
        },
        { final: true, writesTo: [table] },
      ),
    ];
  });
}

function isHidden(table: ManagedTable, header: string): boolean {
  const spec = specOfTable(table.name);
  if (spec) return spec.columns.find((column) => column.header === header)?.hidden === true;
  return table.kind !== "Frames" && [KEY, LOADED, PRINTED_ROW].includes(header);
}

function addColumns(context: Excel.RequestContext, table: ManagedTable, headers: readonly string[]): void {
  const spec = specOfTable(table.name);
  // The key stays the last column.
  const ordered = [...headers].sort((first, second) => Number(first === KEY) - Number(second === KEY));
  for (const header of ordered) {
    const column = spec?.columns.find((each) => each.header === header);
    const object = context.workbook.tables.getItem(table.name).columns.add(undefined, undefined, header);
    setNumberFormat(untracked(object.getDataBodyRange()), column ? numberFormat(column) : "@");
  }
}

/** Restores missing keys of items by their names in History. */
function keySteps(state: WorkbookState): Step[] {
  const programme = programmeOfTables([...state.tables.values()]);
  return ITEM_TABLES.flatMap(({ name, columns }) => {
    const table = state.tables.get(name);
    const at = table ? columnOf(table, KEY) : -1;
    if (!table || at < 0) return [];
    const writes = [...keysOf(table, at, programme), ...recordedCells(table, at, programme)];
    return writes.length === 0 ? [] : [writeStep(updateWrite(table, "Item", columns, writes))];
  });
}

/** Restores the values of a deleted Status column from History. */
function recordedCells(table: ManagedTable, at: number, programme: Programme | null): CellWrite[] {
  const history = eventsByItem(programme?.events ?? []);
  return table.rows.flatMap((row, index) => {
    const cell = (header: string): Cell => row[columnOf(table, header)] ?? "";
    const recorded = cell(STATUS) === "" ? currentState(history.get(String(row[at] ?? "")) ?? []) : null;
    if (!recorded) return [];
    const values: Record<string, Cell> = {
      [STATUS]: recorded.status,
      Since: dateCell(recorded.since),
      Step: textCell(recorded.step),
      Process: textCell(recorded.process),
    };
    return Object.entries(values).flatMap(([header, value]) =>
      cell(header) === "" && value !== "" ? [{ row: index, header, value }] : [],
    );
  });
}

/** Finds missing keys; a key of another row is not used again. */
function keysOf(table: ManagedTable, at: number, programme: Programme | null): CellWrite[] {
  const keys = new Map<string, string>();
  for (const event of programme?.events ?? []) {
    for (const name of [event.printed?.number, event.printed?.acronym, event.printed?.formerly]) {
      if (name) keys.set(normaliseName(name), event.item);
    }
  }
  const usedKeys = new Set(table.rows.map((row) => String(row[at] ?? "")));
  const cursor = rowCursor(table);
  return table.rows.flatMap((row, index): CellWrite[] => {
    if (String(row[at] ?? "") !== "") return [];
    const item = itemOfRow(cursor.at(row));
    const names = namesOfItem(item).map(normaliseName);
    const key = names.map((name) => keys.get(name)).find((each) => each !== undefined && !usedKeys.has(each));
    if (key === undefined) return [];
    usedKeys.add(key);
    return [{ row: index, header: KEY, value: key }];
  });
}
