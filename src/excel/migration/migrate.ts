/**
 * Brings a workbook of an older version to the layout of today, once, when it is opened. New columns are added and filled first; only the
 * last request renames the column by which the older layout is recognised, so that a migration that was cut off is done again from the beginning.
 */
import type { GuardSentence } from "../../domain/edit-review/message";
import { REASON_HEADER } from "../../domain/event-fields";
import { headerOfField } from "../../domain/item-fields";
import { resume, suspend } from "../change-events";
import { unfiltered } from "../filters";
import { questionsOf } from "../load/build-load";
import { obstacleToSteps, step, writeStep, type Step } from "../load/chunk-requests";
import { RUN, sendSteps } from "../load/execute-load";
import { desiredRow, plainTable, settingsTarget } from "../load/desired-tables";
import { acquireLock } from "../load/load-lock";
import { readState, type WorkbookState } from "../load/state";
import { settingsBeside, sheetSteps } from "../load/steps";
import { UniqueNames } from "../load/unique-names";
import { untracked } from "../ranges";
import { currentProgramme } from "../programme-store";
import { queueSchemaVersion } from "../settings";
import { initialSettings } from "../write-settings";
import { columnWidth, KEY, LOADED, numberFormat, type Cell, type ColumnSpec } from "../table-specs/spec";
import { POINTS_PER_CHARACTER } from "../table-specs/styles";
import { finish } from "../../domain/steps";
import { documentCells, olderDocumentOfRow } from "../row-mapping/document-rows";
import { EMPTY_PROGRAMME } from "../../domain/merge/merge";
import { eventsByItem } from "../../domain/merge/order";
import { programmeOfTables } from "../programme-tables";
import { DOCUMENTS, FRAMES, HISTORY, OTHER_GROUPS, SETTINGS, WORK_PROGRAMME } from "../table-specs/tables";
import { removalWrite, setNumberFormat } from "../table-writer";
import { columnOf, rowCursor, type ManagedTable } from "../tables";
import { asCurrent, convertedRows } from "./history-0-1-0";
import { convertedItems } from "./items-0-1-0";
import { isOlder, isOlderHistory, isOlderProgramme, LAST_REPORTED, NOTE, OLDER_DOCUMENTS } from "./older-layout";

/** Columns that people read, and that the older layout did not have: they come behind this one. */
const BEHIND = "To";
/** What is read before the migration. */
const READ = [HISTORY.name, OLDER_DOCUMENTS, FRAMES.name, SETTINGS.name, WORK_PROGRAMME.name, OTHER_GROUPS.name];
/** Characters of a request's values, well below the limit of 5 MB in Excel on the web. */
const LARGEST = 1_500_000;

/**
 * Migrates the workbook where it is of an older version.
 * @returns what there is to say of it; null where there was nothing to do
 */
export async function migrateWorkbook(): Promise<GuardSentence | null> {
  suspend();
  try {
    const acquired = await acquireLock((context, besides) => readState(context, READ, besides), {
      waiting: () => undefined,
      isCancelled: () => false,
      run: RUN,
    });
    if (!acquired) return null;
    const { lock, read } = acquired;
    try {
      // Another add-in may have migrated them meanwhile.
      const older = [...read.tables.values()].filter(isOlder);
      const lists = read.tables.has(SETTINGS.name) ? undefined : read.tables.get(FRAMES.name);
      if (older.length === 0 && !lists) return null;
      const history = older.find(isOlderHistory);
      const settings = initialSettings(currentProgramme()?.meetings ?? []);
      const last = [
        ...(lists ? [settingsBeside(lists, settingsTarget(settings))] : []),
        ...(history ? [finishStep(history)] : []),
        step(queueSchemaVersion, { final: true }),
      ];
      const before = history ? [...requestsFor(history), documentSteps(read)] : [];
      const requests = [...before, ...itemRequests(read), last];
      const why = obstacleToSteps(requests.flat(), read);
      if (why !== null) return { code: "notMigrated", values: { why } };
      for (const steps of requests) await sendSteps(lock, steps);
      return older.length > 0
        ? { code: "migrated", values: {} }
        : { code: "settingsShared", values: { meeting: settings.currentMeeting } };
    } finally {
      await lock.release();
    }
  } finally {
    resume(true);
  }
}

/** Moves the items of other study groups to a sheet of their own, then adds the column Last reported. */
function itemRequests(state: WorkbookState): Step[][] {
  const tables = [...state.tables.values()];
  const table = tables.find(isOlderProgramme);
  if (!table) return [];
  const programme =
    programmeOfTables(tables.map((each) => (isOlderHistory(each) ? asCurrent(each) : each))) ?? EMPTY_PROGRAMME;
  const byItem = eventsByItem(programme.events);
  const lists = { sheet: state.tables.get(FRAMES.name)?.worksheetName ?? "", questions: questionsOf(programme) };
  // Drop-downs refer to the sheet of lists.
  const canCreate = lists.sheet !== "" && !state.tableNames.includes(OTHER_GROUPS.name);
  const existing = state.tables.get(OTHER_GROUPS.name);
  // A migration that was cut off has made the table; only what is in it may leave the other.
  const keys = new Set(existing?.rows.map((row) => String(row[columnOf(existing, KEY)] ?? "")));
  const { moved, others, reported, loaded } = convertedItems(
    table,
    (key) => byItem.get(key) ?? [],
    (key) => canCreate || keys.has(key),
  );
  const sheet = new UniqueNames(state.sheets.map(({ name }) => name)).sheet(OTHER_GROUPS.sheet);
  const create = canCreate ? finish(sheetSteps(sheet, plainTable(OTHER_GROUPS, others), lists)) : [];
  const remaining = { ...table, rows: table.rows.filter((_, row) => !moved.includes(row)) };
  const fill = step(
    (context) => {
      if (remaining.rows.length > 0 && columnOf(table, LOADED) >= 0)
        writeColumn(context, remaining, LOADED, columnWith(LOADED), loaded);
      const behind = columnOf(table, headerOfField("parent"));
      const { columns } = context.workbook.tables.getItem(table.name);
      columns.add(behind < 0 ? undefined : behind + 1, undefined, LAST_REPORTED);
      const column = columnWith(LAST_REPORTED);
      untracked(columns.getItem(LAST_REPORTED).getRange()).format.columnWidth =
        columnWidth(column) * POINTS_PER_CHARACTER;
      if (remaining.rows.length > 0) writeColumn(context, remaining, LAST_REPORTED, column, reported);
    },
    { final: true, writesTo: [table] },
  );
  return [create, moved.length > 0 ? [writeStep(removalWrite(table, KEY, moved))] : [], [fill]];
}

function columnWith(header: string): ColumnSpec {
  const column = WORK_PROGRAMME.columns.find((each) => each.header === header);
  if (!column) throw new RangeError(`No column ${header}.`);
  return column;
}

function requestsFor(table: ManagedTable): Step[][] {
  const rows = convertedRows(table);
  const requests: Step[][] = [];
  let size = LARGEST;
  for (const [index, column] of HISTORY.columns.entries()) {
    const header = column.header === REASON_HEADER ? NOTE : column.header;
    const values = rows.map((row) => row[index] ?? "");
    const at = columnOf(table, header);
    const isNew = at < 0;
    if (!isNew && values.every((value, row) => value === (table.rows[row]?.[at] ?? ""))) continue;
    const length = values.reduce<number>((sum, value) => sum + String(value).length + 3, 0);
    if (size + length > LARGEST) {
      requests.push([]);
      size = 0;
    }
    size += length;
    requests.at(-1)?.push(
      step(
        (context) => {
          if (isNew) addColumn(context, table, column);
          writeColumn(context, table, header, column, values);
        },
        { final: true, writesTo: [table] },
      ),
    );
  }
  return requests;
}

/** Makes the sheet of documents from the hidden table that version 0.1.0 kept them in. */
function documentSteps(state: WorkbookState): Step[] {
  const older = state.tables.get(OLDER_DOCUMENTS);
  if (!older || state.tableNames.includes(DOCUMENTS.name)) return [];
  const cursor = rowCursor(older);
  const rows = older.rows
    .filter((row) => row.some((cell) => cell !== ""))
    .map((row) => desiredRow(DOCUMENTS, documentCells(olderDocumentOfRow(cursor.at(row)))));
  const sheet = new UniqueNames(state.sheets.map(({ name }) => name)).sheet(DOCUMENTS.sheet);
  const remove = step((context) => context.workbook.tables.getItem(older.name).delete(), {
    final: true,
    writesTo: [older],
  });
  return [...finish(sheetSteps(sheet, plainTable(DOCUMENTS, rows), { sheet: "", questions: [] })), remove];
}

/** The columns that people read, in the order in which they come behind To. */
const READ_BEHIND = HISTORY.columns
  .slice(HISTORY.columns.findIndex(({ header }) => header === BEHIND) + 1)
  .filter(({ hidden, header }) => hidden !== true && header !== REASON_HEADER && header !== "Who")
  .map(({ header }) => header);

function addColumn(context: Excel.RequestContext, table: ManagedTable, { header }: ColumnSpec): void {
  const behind = columnOf(table, BEHIND);
  const position = READ_BEHIND.indexOf(header);
  const index = position < 0 || behind < 0 ? undefined : behind + 1 + position;
  context.workbook.tables.getItem(table.name).columns.add(index, undefined, header);
}

function writeColumn(
  context: Excel.RequestContext,
  table: ManagedTable,
  header: string,
  column: ColumnSpec,
  values: readonly Cell[],
): void {
  unfiltered(context, table, () => {
    const body = untracked(context.workbook.tables.getItem(table.name).columns.getItem(header).getDataBodyRange());
    setNumberFormat(body, numberFormat(column));
    body.values = values.map((value) => [value]);
  });
}

/** Gives the last column its name, and hides what only the add-in reads. */
function finishStep(table: ManagedTable): Step {
  return step(
    (context) => {
      const { columns } = context.workbook.tables.getItem(table.name);
      columns.getItem(NOTE).name = REASON_HEADER;
      for (const column of HISTORY.columns) {
        const range = untracked(columns.getItem(column.header).getRange());
        range.columnHidden = column.hidden === true;
        if (column.hidden !== true) range.format.columnWidth = columnWidth(column) * POINTS_PER_CHARACTER;
      }
    },
    { final: true, writesTo: [table] },
  );
}
