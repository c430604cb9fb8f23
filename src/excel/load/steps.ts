/** Turns a load plan into write steps. */
import { queueSchemaVersion } from "../settings";
import { FRAMES_LEFT, LISTS_SHEET } from "../table-specs/lists";
import { WORK_PROGRAMME } from "../table-specs/tables";
import { unfiltered } from "../filters";
import { block, untracked } from "../ranges";
import type { Steps } from "../../domain/steps";
import type { RowCells } from "../../domain/cells";
import { appendWrite, removalWrite, updateWrite, type CellWrite } from "../table-writer";
import { columnOf, sheetOf, type ManagedTable } from "../tables";
import { blocksOf, rowBytes, step, STEP_OVERHEAD, writeStep, type Step } from "./chunk-requests";
import { profileColumns } from "./column-profile";
import { clearMarker, setMarker, type LoadMarker } from "./marker";
import type { TableChanges } from "./plan";
import {
  drawChart,
  headerRow,
  makeTable,
  offerList,
  prepareTable,
  setUpSheet,
  styleColumns,
  writeConstants,
  writeFrame,
  writeLists,
  writeRows,
  type Lists,
} from "./sheet-writer";
import type { DesiredTable } from "./desired-tables";

/** New names, by present name, of the tables and sheets that a replacement keeps. */
export interface Renaming {
  tables: ReadonlyMap<string, { readonly table: ManagedTable; readonly as: string }>;
  sheets: ReadonlyMap<string, string>;
}

/** Sets the marker, deletes unfinished sheets of an interrupted load, and renames the tables and sheets to keep. */
export function beginStep(marker: LoadMarker, unfinished: readonly string[], kept: Renaming): Step {
  const writesTo = [...kept.tables.values()].map(({ table }) => table);
  return step(
    (context) => {
      setMarker(context, marker);
      for (const name of unfinished) context.workbook.worksheets.getItem(name).delete();
      for (const [name, { as }] of kept.tables) context.workbook.tables.getItem(name).name = as;
      for (const [name, as] of kept.sheets) context.workbook.worksheets.getItem(name).name = as;
    },
    { writesTo, changesSheets: unfinished.length + kept.sheets.size > 0 },
  );
}

/**
 * Ends the load.
 * @param end.order sheets to move to the end, in this order
 * @param end.sheets number of sheets in the workbook after the load
 */
export function endStep(end: { activate: string | null; order: readonly string[]; sheets: number }): Step {
  return step(
    (context) => {
      const sheets = context.workbook.worksheets;
      for (const name of end.order) sheets.getItem(name).position = end.sheets - 1;
      if (end.activate !== null) sheets.getItem(end.activate).activate();
      clearMarker(context);
      queueSchemaVersion(context);
    },
    { changesSheets: end.order.length > 0 },
  );
}

/** Creates the hidden Lists sheet with the values of the drop-downs, the frames of the annexes and the settings. */
export function* listsSteps(
  sheetName: string,
  lists: Lists,
  frames: DesiredTable,
  settings: DesiredTable | undefined,
): Steps<Step[]> {
  const { spec, rows } = frames;
  return [
    step(
      (context) => {
        const sheet = context.workbook.worksheets.add(sheetName);
        sheet.visibility = "Hidden";
        writeLists(sheet, lists.questions);
        prepareTable(sheet, spec, 0, FRAMES_LEFT, rows.length);
      },
      { changesSheets: true },
    ),
    ...(yield* rowSteps(sheetName, frames, 0, FRAMES_LEFT)),
    step((context) => {
      makeTable(context.workbook.worksheets.getItem(sheetName), spec, 0, FRAMES_LEFT, rows.length);
    }),
    ...(settings ? [settingsStep(sheetName, 0, FRAMES_LEFT + spec.columns.length + 1, settings)] : []),
  ];
}

/** Creates the table of settings beside the existing frames. */
export function settingsBeside(frames: ManagedTable, settings: DesiredTable): Step {
  const { worksheetName, top, left, headers } = frames;
  return { ...settingsStep(worksheetName, top, left + headers.length + 1, settings), writesTo: [frames] };
}

/** Creates the table of settings on the Lists sheet. Sent again, it writes the same cells. */
function settingsStep(sheetName: string, top: number, left: number, { spec, rows }: DesiredTable): Step {
  return step((context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    prepareTable(sheet, spec, top, left, rows.length);
    block(sheet, top + 1, left, rows.length, spec.columns.length).values = rows.map(({ cells }) => cells);
    makeTable(sheet, spec, top, left, rows.length);
  });
}

/** Creates a sheet with its table. The table is created last, so that a sheet with a table has all its rows. */
export function* sheetSteps(sheetName: string, target: DesiredTable, lists: Lists): Steps<Step[]> {
  const top = headerRow(target);
  return [
    step(
      (context) => {
        writeFrame(context.workbook.worksheets.add(sheetName), target);
      },
      { changesSheets: true },
    ),
    ...(yield* rowSteps(sheetName, target, top, 0)),
    step((context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      drawChart(sheet, target);
      makeTable(sheet, target.spec, top, 0, target.rows.length);
      const headers = target.spec.columns.map((column) => column.header);
      styleColumns(sheet, target.spec, { top, left: 0, rows: target.rows.length, headers }, lists);
      setUpSheet(sheet, target.spec, top);
    }),
  ];
}

function* rowSteps(sheetName: string, target: DesiredTable, top: number, left: number): Steps<Step[]> {
  const profile = profileColumns(
    target.spec.columns,
    target.rows.map((row) => row.cells),
  );
  const sent = profile.runs.flatMap(({ from, count }) => Array.from({ length: count }, (_, index) => from + index));
  yield;
  const blocks = yield* blocksOf(target.rows, (row) => rowBytes(sent.map((index) => row.cells[index] ?? "")));
  return blocks.map((part, index) =>
    step(
      (context) => {
        const sheet = context.workbook.worksheets.getItem(sheetName);
        if (index === 0) writeConstants(sheet, { top, left, rows: target.rows.length }, profile);
        const rows = part.rows.map((row) => row.cells);
        writeRows(sheet, target.spec, { top, left }, part.from, rows, profile);
      },
      { bytes: part.bytes + STEP_OVERHEAD, rows: part.rows.length },
    ),
  );
}

/** Applies the formats of a table again after an interrupted load. */
export function restyleStep(table: ManagedTable, target: DesiredTable, lists: Lists): Step {
  return step(
    (context) => {
      const sheet = sheetOf(context, table);
      styleColumns(sheet, target.spec, { ...table, rows: table.rows.length }, lists);
      setUpSheet(sheet, target.spec, table.top);
    },
    { writesTo: [table] },
  );
}

/** Shows hidden header rows: without them the rows of a table are at other positions. */
export function headerRowSteps(tables: Iterable<ManagedTable>): Step[] {
  return [...tables]
    .filter(({ showHeaders }) => !showHeaders)
    .map((table) =>
      step(
        (context) => {
          context.workbook.tables.getItem(table.name).showHeaders = true;
        },
        { final: true, writesTo: [table] },
      ),
    );
}

/** Updates cells of an existing table, appends rows to it and removes rows from it. */
export function* changeSteps(changes: TableChanges, lists: Lists): Steps<Step[]> {
  const { table, spec, remove } = changes;
  const steps = [...updateSteps(changes), ...(yield* appendSteps(changes, lists))];
  if (remove.length === 0) return steps;
  const size = { bytes: STEP_OVERHEAD + remove.length * ROW_OVERHEAD, rows: remove.length };
  return [...steps, writeStep(removalWrite(table, spec.identity, remove), size)];
}

/** Bytes that a removed row, or a cell written individually, adds to a request besides its value. */
const ROW_OVERHEAD = 600;

function* appendSteps({ table, spec, append }: TableChanges, lists: Lists): Steps<Step[]> {
  if (append.length === 0) return [];
  const bytesOf = (row: RowCells): number => rowBytes(Object.values(row));
  const { append: rest = [], ...filling } = appendWrite(table, spec.identity, spec.columns, append);
  const filled = append.length - rest.length;
  const blocks = yield* blocksOf(rest, bytesOf);
  const steps = blocks.map(({ rows, bytes }) =>
    writeStep({ ...filling, updates: [], append: rows }, { bytes: bytes + STEP_OVERHEAD, rows: rows.length }),
  );
  if (filled > 0) {
    const bytes = append.slice(0, filled).reduce((sum, row) => sum + bytesOf(row), STEP_OVERHEAD);
    steps.unshift(writeStep(filling, { bytes, rows: filled }));
  }
  const offered = spec.columns.filter((column) => column.list && columnOf(table, column.header) >= 0);
  if (offered.length === 0) return steps;
  const offer = step(
    (context) => {
      const columns = context.workbook.tables.getItem(table.name).columns;
      for (const column of offered) {
        offerList(untracked(columns.getItem(column.header).getDataBodyRange()), column, lists);
      }
    },
    { final: true },
  );
  return [...steps, offer];
}

/** Number of rows whose updates form one step. */
const ROWS_A_STEP = 2_000;

function updateSteps({ table, spec, updates }: TableChanges): Step[] {
  const groups = new Map<number, CellWrite[]>();
  for (const update of updates) {
    const at = Math.floor(update.row / ROWS_A_STEP);
    const group = groups.get(at);
    if (group) group.push(update);
    else groups.set(at, [update]);
  }
  return [...groups.values()].map((group) => {
    const values = group.reduce((sum, { value }) => sum + rowBytes([value]), 0);
    // Many cells are written as a block, in which each unchanged cell takes a few bytes.
    const frame = Math.min(group.length * ROW_OVERHEAD, ROWS_A_STEP * table.headers.length * 10);
    const rows = new Set(group.map(({ row }) => row)).size;
    const write = updateWrite(table, spec.identity, spec.columns, group);
    return writeStep(write, { bytes: STEP_OVERHEAD + values + frame, rows });
  });
}

/**
 * Writes new Questions to the Lists sheet and updates the drop-downs that offer them.
 * @param frames the table on the Lists sheet
 * @param offers the drop-downs to update: those of an interrupted load may all be missing
 */
export function questionsStep(
  lists: Lists,
  frames: ManagedTable,
  tables: readonly { table: ManagedTable; target: DesiredTable }[],
  offers: "Questions" | "all",
): Step {
  const offered = tables.flatMap(({ table, target }) =>
    target.spec.columns.flatMap((column) => {
      const isOffered = column.list === "Question" || (offers === "all" && column.list !== undefined);
      return isOffered && columnOf(table, column.header) >= 0 ? [{ table, column }] : [];
    }),
  );
  return step(
    (context) => {
      unfiltered(context, frames, () => {
        writeLists(context.workbook.worksheets.getItem(lists.sheet), lists.questions, "Question");
      });
      for (const { table, column } of offered) {
        const columns = context.workbook.tables.getItem(table.name).columns;
        offerList(untracked(columns.getItem(column.header).getDataBodyRange()), column, lists);
      }
    },
    { final: true, writesTo: [frames, ...offered.map(({ table }) => table)] },
  );
}

/**
 * Deletes tables, each with its sheet unless another table is on it.
 * @param all all managed tables
 */
export function removalSteps(removed: readonly ManagedTable[], all: Iterable<ManagedTable>): Step[] {
  const names = new Set(removed.map(({ name }) => name));
  const shared = new Set([...all].filter(({ name }) => !names.has(name)).map(({ worksheetName }) => worksheetName));
  return removed.map((table) =>
    step(
      (context) => {
        if (shared.has(table.worksheetName)) context.workbook.tables.getItem(table.name).delete();
        else sheetOf(context, table).delete();
      },
      shared.has(table.worksheetName) ? { final: true, writesTo: [table] } : { final: true, changesSheets: true },
    ),
  );
}

/** Whether a table is made on the Lists sheet. */
export function isOnLists(target: DesiredTable): boolean {
  return target.spec.sheet === LISTS_SHEET;
}

/** Whether a table is the work programme. */
export function isWorkProgramme(target: DesiredTable): boolean {
  return target.spec === WORK_PROGRAMME;
}
