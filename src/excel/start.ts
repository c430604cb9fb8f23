/** Starts the workbook side once, whoever comes first: pane, ribbon command or function. */
import { Listeners } from "../domain/listeners";
import type { GuardSentence, TableProblem } from "../domain/edit-review/message";
import { workbookTexts } from "../i18n/workbook";
import { capabilities } from "./capabilities";
import { onWorkbookEvent, queueChangeEvents } from "./change-events";
import { WorkbookError } from "./excel-errors";
import { runExcel } from "./excel-run";
import { queueFormulaSources, type FormulaSources } from "./formula-sources";
import type { LocatedFormulas } from "./formulas";
import { queueMarker, type LoadMarker } from "./load/marker";
import { currentProgramme, isOlderWorkbook, refreshStore } from "./programme-store";
import { readOtherTables, type ReadTables } from "./read-tables";
import { startRecalculation } from "./recalculation";
import { areSettingsOlder, currentSettings, SCHEMA_VERSION } from "./settings";
import { allProblems } from "./table-problems";
import type { ManagedTable } from "./tables";

let started: Promise<void> | null = null;
let stopRecalculation: (() => void) | null = null;
let tableProblems: readonly TableProblem[] = [];
const errorListeners = new Listeners<[unknown]>();

/** Calls back with what went wrong in the background (a recalculation, a re-reading). Returns how to stop. */
export function onBackgroundError(listener: (error: unknown) => void): () => void {
  return errorListeners.add(listener);
}

function report(error: unknown): void {
  errorListeners.call(error);
}

/**
 * Reads the programme, keeps formulas up to date, follows changes and starts the guard: each once, however often this is called.
 * After a start that failed, the next call tries again.
 */
export function startWorkbook(): Promise<void> {
  started ??= start().catch((error: unknown) => {
    started = null;
    throw error;
  });
  return started;
}

/** Returns what the start found missing in the workbook's tables. */
export function problemsAtStart(): readonly TableProblem[] {
  return tableProblems;
}

/** What every command and function begins with: in a runtime that was stopped meanwhile it starts again. */
export const ensureStarted = startWorkbook;

/** Registers the events and starts store, guard and formulas, from two requests; a third reads the formulas, where there are any. */
async function start(): Promise<void> {
  stopRecalculation ??= startRecalculation(report);
  let isQuiet = capabilities().level;
  const stopListening = onWorkbookEvent(({ kind }) => {
    if (kind !== "selection") isQuiet = false;
  });
  try {
    const { besides, ...first } = await readProgramme();
    if (currentSettings().schemaVersion > SCHEMA_VERSION)
      throw new WorkbookError("NewerWorkbook", workbookTexts().newerWorkbook);
    const migrated = isOlderWorkbook() || (currentProgramme() && areSettingsOlder()) ? await migrate() : null;
    const programme = migrated ? await refreshStore() : first.programme;
    // The guard contains the rules: loaded once the page is displayed, so that pane and functions start without them.
    const [{ startGuard, addMessage }, formulas] = await Promise.all([
      import(/* webpackChunkName: "guard" */ "./edit-guard"),
      import(/* webpackChunkName: "formulas" */ "./refresh-formulas"),
    ]);
    const { read, located } = await readRest(programme, (context) =>
      formulas.queueFormulaAreas(context, besides.sources),
    );
    const tables = new Map(read.tables.map((table) => [table.name, table]));
    tableProblems = allProblems({ tableNames: read.names, tables, marker: besides.marker });
    await startGuard(isQuiet ? read : undefined);
    if (migrated) addMessage(migrated);
    // Not awaited: the start does not depend on formulas of earlier sessions.
    formulas.findDependents(located).catch(report);
  } finally {
    stopListening();
  }
}

/** What the first request reads besides the programme. */
interface Besides {
  readonly sources: FormulaSources;
  readonly marker: LoadMarker | null;
}

/** Registers the events, reads the programme, and what the next request starts from. */
async function readProgramme(): Promise<{ programme: readonly ManagedTable[]; besides: Besides }> {
  let besides: Besides = { sources: { sheets: [], names: [], calculatedWith: null }, marker: null };
  const programme = await refreshStore([
    (context) => queueChangeEvents(context, report),
    (context) => {
      const sources = queueFormulaSources(context);
      const marker = queueMarker(context);
      return { result: () => (besides = { sources: sources.result(), marker: marker.result() }) };
    },
  ]);
  return { programme, besides };
}

type QueueAreas = (context: Excel.RequestContext) => { result(): LocatedFormulas };

interface Rest {
  readonly read: ReadTables;
  /** Where formulas are; undefined where Excel refused to list them. */
  readonly located: LocatedFormulas | undefined;
}

/** Reads the other managed tables, and where formulas are. */
async function readRest(programme: readonly ManagedTable[], queueAreas: QueueAreas): Promise<Rest> {
  const readWith = (queue: QueueAreas | null): Promise<Rest> =>
    runExcel(async (context) => {
      let queued: ReturnType<QueueAreas> | undefined;
      const read = await readOtherTables(context, programme, () => (queued = queue?.(context)));
      return { read, located: queued?.result() };
    });
  // The guard starts all the same where Excel refuses to list formulas.
  return readWith(queueAreas).catch(() => readWith(null));
}

/** Migrates a workbook of an older version. Returns what to report. */
async function migrate(): Promise<GuardSentence | null> {
  const { migrateWorkbook } = await import(/* webpackChunkName: "migration" */ "./migration/migrate");
  return migrateWorkbook().catch((error: unknown) => {
    // A workbook that cannot be written is used with the settings of its older layout.
    if (isOlderWorkbook()) throw error;
    report(error);
    return null;
  });
}
