/** A plan as steps of writing. */
import { queueSchemaVersion } from "../settings";
import { DOCUMENTS_LEFT, FRAMES_LEFT, LISTS_SHEET } from "../table-specs/lists";
import { DOCUMENTS, FRAMES, WORK_PROGRAMME } from "../table-specs/tables";
import { unfiltered } from "../filters";
import { passing } from "../ranges";
import {
  addRows,
  bodyRange,
  columnOf,
  filledRows,
  fillRows,
  formatFor,
  sheetOf,
  writeCells,
  type CellWrite,
  type ManagedTable,
} from "../tables";
import { blocksOf, rowBytes, STEP_OVERHEAD, type Step } from "./chunk-requests";
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
import type { TargetTable } from "./desired-tables";
import { additionOf, removalOf, touchOf } from "./write-conflicts";

type Queue = (context: Excel.RequestContext) => void;

function step(run: Queue, more: Partial<Step> = {}): Step {
  return { bytes: STEP_OVERHEAD, rows: 0, final: false, touches: [], run, ...more };
}

/** New names for tables and sheets that are kept while others take their places, by the names they have. */
export interface Renaming {
  tables: ReadonlyMap<string, string>;
  sheets: ReadonlyMap<string, string>;
}

/** Marks the load, takes away what one that was cut off left unfinished, and puts aside what is kept. */
export function beginStep(marker: LoadMarker, unfinished: readonly string[], kept: Renaming): Step {
  return step((context) => {
    setMarker(context, marker);
    for (const name of unfinished) context.workbook.worksheets.getItem(name).delete();
    for (const [name, as] of kept.tables) context.workbook.tables.getItem(name).name = as;
    for (const [name, as] of kept.sheets) context.workbook.worksheets.getItem(name).name = as;
  });
}

/**
 * Ends the load.
 * @param end.order sheets to be put behind all others, in this order
 * @param end.sheets how many sheets the workbook has then
 */
export function endStep(end: { activate: string | null; order: readonly string[]; sheets: number }): Step {
  return step((context) => {
    const sheets = context.workbook.worksheets;
    for (const name of end.order) sheets.getItem(name).position = end.sheets - 1;
    if (end.activate !== null) sheets.getItem(end.activate).activate();
    clearMarker(context);
    queueSchemaVersion(context);
  });
}

/** Makes the Lists sheet, hidden, with the drop-downs' words and the hidden tables. */
export function listsSteps(sheetName: string, lists: Lists, targets: readonly TargetTable[]): Step[] {
  const places = targets.map((target) => ({ target, left: target.spec === FRAMES ? FRAMES_LEFT : DOCUMENTS_LEFT }));
  return [
    step((context) => {
      const sheet = context.workbook.worksheets.add(sheetName);
      sheet.visibility = "Hidden";
      writeLists(sheet, lists.questions);
      for (const { target, left } of places) prepareTable(sheet, target.spec, 0, left, target.rows.length);
    }),
    ...places.flatMap(({ target, left }) => rowSteps(sheetName, target, 0, left)),
    step((context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      for (const { target, left } of places) makeTable(sheet, target.spec, 0, left, target.rows.length);
    }),
  ];
}

/** Makes a sheet with its table: the table comes last, so that a sheet that has it is whole but for its looks. */
export function sheetSteps(sheetName: string, target: TargetTable, lists: Lists): Step[] {
  const top = headerRow(target);
  return [
    step((context) => {
      writeFrame(context.workbook.worksheets.add(sheetName), target);
    }),
    ...rowSteps(sheetName, target, top, 0),
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

function rowSteps(sheetName: string, target: TargetTable, top: number, left: number): Step[] {
  const profile = profileColumns(
    target.spec.columns,
    target.rows.map((row) => row.cells),
  );
  const sent = profile.runs.flatMap(({ from, count }) => Array.from({ length: count }, (_, index) => from + index));
  const blocks = blocksOf(target.rows, (row) => rowBytes(sent.map((index) => row.cells[index] ?? "")));
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

/** Gives a table its looks again, after a load that was cut off before or while it did. */
export function restyleStep(table: ManagedTable, target: TargetTable, lists: Lists): Step {
  return step((context) => {
    const sheet = sheetOf(context, table);
    styleColumns(sheet, target.spec, { ...table, rows: table.rows.length }, lists);
    setUpSheet(sheet, target.spec, table.top);
  });
}

/** Header rows that are switched off come back: without them rows of a table are not where they are expected. */
export function headerRowSteps(tables: Iterable<ManagedTable>): Step[] {
  return [...tables]
    .filter(({ showHeaders }) => !showHeaders)
    .map(({ name }) =>
      step(
        (context) => {
          context.workbook.tables.getItem(name).showHeaders = true;
        },
        { final: true },
      ),
    );
}

/** Cells brought up to date, rows added to a table that is there, and rows taken out of it. */
export function changeSteps(changes: TableChanges, lists: Lists): Step[] {
  const { table } = changes;
  return writingSteps(changes, lists).map((each) => ({
    ...each,
    run: (context) => {
      unfiltered(context, table, () => {
        each.run(context);
      });
    },
  }));
}

function writingSteps(changes: TableChanges, lists: Lists): Step[] {
  const { table, spec, remove } = changes;
  const steps = [...updateSteps(changes), ...appendSteps(changes, lists)];
  if (remove.length === 0) return steps;
  const taken = step(
    (context) => {
      const rows = context.workbook.tables.getItem(table.name).rows;
      for (const index of [...remove].reverse()) rows.getItemAt(index).delete();
    },
    { rows: remove.length, final: true, touches: [removalOf(table, spec.identity, remove)] },
  );
  return [...steps, taken];
}

/** Blank rows at the end, which a load that was cut off may have left, are filled first. */
function appendSteps({ table, spec, append }: TableChanges, lists: Lists): Step[] {
  if (append.length === 0) return [];
  const filled = filledRows(table);
  const blank = Math.min(append.length, table.rows.length - filled);
  const filling = append.slice(0, blank);
  const writes = filling.flatMap((row, index) =>
    spec.columns.map(({ header }) => ({ row: filled + index, header, value: row[header] ?? "" })),
  );
  const bytesOf = (row: TableChanges["append"][number]): number => rowBytes(Object.values(row));
  const steps = blocksOf(append.slice(blank), bytesOf).map(({ rows, bytes }) =>
    step(
      (context) => {
        addRows(context, table, spec.columns, rows);
      },
      {
        bytes: bytes + STEP_OVERHEAD,
        rows: rows.length,
        final: true,
        touches: [additionOf(table, spec.identity, rows)],
      },
    ),
  );
  if (blank > 0) {
    steps.unshift(
      step(
        (context) => {
          fillRows(context, table, spec.columns, filled, filling);
        },
        {
          bytes: filling.reduce((sum, row) => sum + bytesOf(row), STEP_OVERHEAD),
          rows: blank,
          final: true,
          touches: [touchOf(table, spec.identity, writes)],
        },
      ),
    );
  }
  const offered = spec.columns.filter((column) => column.list && columnOf(table, column.header) >= 0);
  if (offered.length === 0) return steps;
  const offer = step(
    (context) => {
      const columns = context.workbook.tables.getItem(table.name).columns;
      for (const column of offered) {
        offerList(passing(columns.getItem(column.header).getDataBodyRange()), column, lists);
      }
    },
    { final: true },
  );
  return [...steps, offer];
}

/** Above so many cells in a table, whole blocks are written, in which null leaves a cell as it is. */
const MANY_CELLS = 400;
const ROWS_A_BLOCK = 2_000;

function updateSteps({ table, spec, updates }: TableChanges): Step[] {
  if (updates.length === 0) return [];
  const rows = new Set(updates.map((update) => update.row)).size;
  const { columns, identity } = spec;
  if (updates.length <= MANY_CELLS) {
    const bytes = updates.reduce((sum, update) => sum + rowBytes([update.value]) + 400, STEP_OVERHEAD);
    return [
      step(
        (context) => {
          writeCells(context, table, updates, columns);
        },
        { bytes, rows, final: true, touches: [touchOf(table, identity, updates)] },
      ),
    ];
  }
  const steps: Step[] = [];
  for (let from = 0; from < table.rows.length; from += ROWS_A_BLOCK) {
    const within = updates.filter((update) => update.row >= from && update.row < from + ROWS_A_BLOCK);
    const count = Math.min(ROWS_A_BLOCK, table.rows.length - from);
    if (within.length > 0) steps.push(blockStep(table, spec, { from, count }, within));
  }
  return steps;
}

function blockStep(
  table: ManagedTable,
  spec: TableChanges["spec"],
  { from, count }: { from: number; count: number },
  updates: readonly CellWrite[],
): Step {
  const width = table.headers.length;
  const values: (string | number | boolean | null)[][] = Array.from({ length: count }, () =>
    new Array<null>(width).fill(null),
  );
  const formats: (string | null)[][] = Array.from({ length: count }, () => new Array<null>(width).fill(null));
  const touched = new Set<number>();
  let bytes = STEP_OVERHEAD + count * width * 10;
  for (const { row, header, value } of updates) {
    const column = columnOf(table, header);
    const [valueRow, formatRow] = [values[row - from], formats[row - from]];
    if (column < 0 || !valueRow || !formatRow) continue;
    valueRow[column] = value;
    formatRow[column] = formatFor(value, header, spec.columns);
    touched.add(row);
    bytes += rowBytes([value]);
  }
  return step(
    (context) => {
      const range = bodyRange(context, table, from, 0, count, width);
      range.numberFormat = formats;
      range.values = values;
    },
    { bytes, rows: touched.size, final: true, touches: [touchOf(table, spec.identity, updates)] },
  );
}

/** New Questions on the Lists sheet, and the drop-downs that offer them. */
export function questionsStep(lists: Lists, tables: readonly { table: ManagedTable; target: TargetTable }[]): Step {
  return step(
    (context) => {
      writeLists(context.workbook.worksheets.getItem(lists.sheet), lists.questions, "Question");
      for (const { table, target } of tables) {
        for (const column of target.spec.columns) {
          const position = columnOf(table, column.header);
          if (!column.list || position < 0) continue;
          const columns = context.workbook.tables.getItem(table.name).columns;
          offerList(passing(columns.getItem(column.header).getDataBodyRange()), column, lists);
        }
      }
    },
    { final: true },
  );
}

/** Whether a target stands on the Lists sheet. */
export function isOnLists(target: TargetTable): boolean {
  return target.spec.sheet === LISTS_SHEET && (target.spec === FRAMES || target.spec === DOCUMENTS);
}

/** Whether a target is the work programme itself. */
export function isWorkProgramme(target: TargetTable): boolean {
  return target.spec === WORK_PROGRAMME;
}
