/**
 * Loads documents into the workbook: reads the tables (one request), plans, and writes (three requests; more only if one would exceed 5 MB).
 * A second load of the same documents changes nothing. An interrupted load can be repeated. Changes of users stay and are reported.
 */
import type { ReadDocument } from "../../domain/document";
import { documentId } from "../../domain/merge";
import { PAGE_PACING, Pacer } from "../../domain/steps";
import { workbookTexts } from "../../i18n/workbook";
import { capabilities } from "../capabilities";
import { resume, suspend } from "../change-events";
import { errorCode, WorkbookError } from "../excel-errors";
import { FIXED_TABLES } from "../table-specs/tables";
import { programmeOfTables } from "../programme-tables";
import { blockingProblems, conflictingNames } from "../table-problems";
import { runExcel } from "../excel-run";
import { refuse } from "../writability";
import { readTables } from "../read-tables";
import { currentProgramme, setProgramme } from "../programme-store";
import { noteLoadedSettings } from "../settings";
import { programmeAfter } from "./after";
import { obstacleToSteps, type Step } from "./chunk-requests";
import { isLockLost, acquireLock, type LoadLock } from "./load-lock";
import { annexStatusSteps, RUN, sendSteps, write } from "./execute-load";
import { readState, type WorkbookState } from "./state";
import type { Comparison, LoadOptions, LoadOutcome, LoadReport } from "./types";
import { documentsWithIds, documentTableNames } from "./obsolete-tables";
import { buildLoad, type LoadBuild } from "./build-load";
import { headerRowSteps } from "./steps";

let isLoading = false;

/**
 * Loads documents.
 * @throws WorkbookError if Excel refuses or does not answer; the next load completes this one
 */
export function loadDocuments(documents: readonly ReadDocument[], options: LoadOptions = {}): Promise<LoadOutcome> {
  const names = tablesToRead(documents, options.undo?.documents);
  return loadInto((context, besides) => readState(context, names, besides), documents, options);
}

/** Returns steps that are sent before a load is planned; the workbook is read again after them. */
export type Preparing = (state: WorkbookState) => Step[];

/**
 * Loads documents into the workbook state that `read` returns.
 * @param preparing returns the steps to send first; called again until it returns none
 */
export async function loadInto(
  read: ReadWorkbook,
  documents: readonly ReadDocument[],
  options: LoadOptions,
  preparing: Preparing = () => [],
): Promise<LoadOutcome> {
  if (isLoading) throw new WorkbookError("AlreadyLoading", workbookTexts().alreadyLoading);
  isLoading = true;
  suspend();
  let finished = false;
  try {
    const outcome = await load(read, documents, options, preparing);
    finished = true;
    return outcome;
  } finally {
    isLoading = false;
    if (!finished) await letEventsThrough();
    resume(true);
  }
}

type ReadWorkbook = (context: Excel.RequestContext, besides: () => void) => Promise<WorkbookState>;

/** Enables the add-in's events, which a request that failed may have left disabled. */
async function letEventsThrough(): Promise<void> {
  if (capabilities().triggerSource) return;
  await runExcel(async (context) => {
    context.runtime.enableEvents = true;
    await context.sync();
  }).catch(() => undefined);
}

/** Number of times that a load is planned, because users edited its tables or the lock was lost. */
const ATTEMPTS = 6;

async function load(
  read: ReadWorkbook,
  documents: readonly ReadDocument[],
  options: LoadOptions,
  preparing: Preparing,
): Promise<LoadOutcome> {
  let report: LoadReport | null = null;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    // A load that has written is completed.
    const cancelled = (): boolean => report === null && isCancelled(options);
    options.progress?.({ stage: "reading", done: 0, total: 0 });
    if (cancelled()) return { outcome: "cancelled" };
    const acquired = await acquireLock(read, {
      waiting: () => options.progress?.({ stage: "waiting", done: 0, total: 0 }),
      isCancelled: cancelled,
      timeout: options.lockTimeout,
      run: RUN,
    });
    if (acquired === null) return { outcome: "cancelled" };
    const { lock, read: state } = acquired;
    const last = attempt === ATTEMPTS;
    const result = await loadLocked(lock, state, { documents, options, preparing, before: report, cancelled, last });
    if (result.outcome !== "again") return result;
    report = result.report;
  }
  throw new WorkbookError("Disturbed", workbookTexts().disturbed);
}

type LoadAttempt = LoadOutcome | { outcome: "again"; report: LoadReport };

interface Task {
  documents: readonly ReadDocument[];
  options: LoadOptions;
  preparing: Preparing;
  /** What earlier attempts at this load did. */
  before: LoadReport | null;
  cancelled: () => boolean;
  /** Whether this is the last attempt. */
  last: boolean;
}

/** Makes one attempt at a load while holding the lock, and releases the lock. */
async function loadLocked(lock: LoadLock, state: WorkbookState, task: Task): Promise<LoadAttempt> {
  const { before } = task;
  let released = false;
  try {
    const first = [...headerRowSteps(state.tables.values()), ...task.preparing(state)];
    if (first.length > 0) {
      refuse(obstacleToSteps(first, state));
      await sendSteps(lock, first);
      return { outcome: "again", report: before ?? NOTHING_YET };
    }
    const { result, ended } = await attempt(lock, state, task);
    released = ended;
    return result;
  } catch (error) {
    released = await isLockLost(lock, error, RUN);
    // The lock was lost, or a table to write to was deleted: the load is planned again from the present state.
    if (released || (!task.last && NOT_FOUND_CODES.has(errorCode(error))))
      return { outcome: "again", report: before ?? NOTHING_YET };
    throw error;
  } finally {
    if (!released) await lock.release();
  }
}

/** `ended`: the last request released the lock. */
async function attempt(
  lock: LoadLock,
  state: WorkbookState,
  task: Task,
): Promise<{ result: LoadAttempt; ended: boolean }> {
  const { documents, options, before, cancelled } = task;
  const progress = options.progress ?? ((): void => undefined);
  const conflicting = conflictingNames(state);
  if (conflicting.length > 0) throw new WorkbookError("NameTaken", workbookTexts().namesTaken(conflicting));
  const problems = options.replace === true ? [] : blockingProblems(state.tables.values());
  if (problems.length > 0) return { result: { outcome: "unreadable", problems }, ended: false };
  progress({ stage: "planning", done: 0, total: 0 });
  const build = await new Pacer(PAGE_PACING).run(buildLoad(documents, state, options));
  await requireWritableLoad(build, state);
  const report = before ? mergedReports(before, build.report) : build.report;
  if (cancelled()) return { result: { outcome: "cancelled" }, ended: false };
  const written = await write(lock, build, state, { progress, isCancelled: cancelled });
  if (written === "cancelled") return { result: { outcome: "cancelled" }, ended: false };
  if (written === "disturbed") return { result: { outcome: "again", report }, ended: false };
  setProgramme(programmeAfter(build.programme, build.plan, state.tables));
  noteLoadedSettings(build.settings);
  progress({ stage: "done", done: build.rows, total: build.rows });
  const { made: sheets, plan, marker } = build;
  const isUndoable = before === null && sheets.length > 0 && plan.change.length === 0 && state.marker === null;
  const made = isUndoable ? { sheets, tables: plan.create, keeps: marker.keeps } : null;
  return { result: { outcome: "loaded", report, made }, ended: build.end !== null };
}

/**
 * Ends a load before its first write where one of its writes is impossible. The annexes in which it updates the Status only are read with the
 * first request; before it where a sheet of the workbook is protected, which may be one of theirs.
 * @throws WorkbookError that names the sheets
 */
async function requireWritableLoad(build: LoadBuild, state: WorkbookState): Promise<void> {
  if (build.end === null) return;
  const isAnyProtected = state.sheets.some(({ isProtected }) => isProtected);
  const annexes =
    isAnyProtected && build.otherAnnexes.length > 0
      ? await runExcel((context) => readTables(context, build.otherAnnexes), RUN)
      : [];
  refuse(obstacleToSteps([...build.steps, build.end, ...annexStatusSteps(build, state, annexes)], state));
}

/** Error codes for a sheet, a table or a row that does not exist. */
const NOT_FOUND_CODES: ReadonlySet<string> = new Set(["ItemNotFound", "InvalidReference", "InvalidArgument"]);
const NOTHING_YET: LoadReport = {
  created: [],
  added: {},
  updated: {},
  removed: {},
  differences: [],
  kept: [],
  problems: [],
};

/** Combines the reports of two attempts at one load. */
function mergedReports(first: LoadReport, second: LoadReport): LoadReport {
  const sums = (first: Record<string, number>, second: Record<string, number>): Record<string, number> =>
    Object.fromEntries(
      [...new Set([...Object.keys(first), ...Object.keys(second)])].map((name) => [
        name,
        (first[name] ?? 0) + (second[name] ?? 0),
      ]),
    );
  return {
    ...second,
    created: [...new Set([...first.created, ...second.created])],
    added: sums(first.added, second.added),
    updated: sums(first.updated, second.updated),
    removed: sums(first.removed, second.removed),
    kept: second.kept.length > 0 ? second.kept : first.kept,
  };
}

/**
 * Returns the differences that a load would report, without writing anything, in one round trip. Documents that were never loaded into
 * this workbook are ignored. The reports of other documents are in History, with which the work programme is compared.
 */
export async function compareDocuments(documents: readonly ReadDocument[]): Promise<Comparison> {
  const state = await runExcel((context) => readState(context, tablesToRead(documents)), RUN);
  const problems = blockingProblems(state.tables.values());
  if (problems.length > 0) return { outcome: "unreadable", problems };
  const loadedIds = new Set(programmeOfTables([...state.tables.values()])?.documents.map((record) => record.id));
  const loaded = documents.filter((document) => loadedIds.has(documentId(document) ?? ""));
  const build = await new Pacer(PAGE_PACING).run(buildLoad(loaded, state, {}));
  return { outcome: "compared", differences: build.plan.differences };
}

/** Names of the tables that a load of these documents writes, and those of earlier versions. */
function tablesToRead(documents: readonly ReadDocument[], removed: readonly string[] = []): string[] {
  const earlier = documentsWithIds(currentProgramme(), new Set([...documents.map(documentId), ...removed]));
  return [...FIXED_TABLES.map((spec) => spec.name), ...[...documents, ...earlier].flatMap(documentTableNames)];
}

function isCancelled(options: LoadOptions): boolean {
  return options.signal?.aborted ?? false;
}
