/** Starts the workbook side once, whoever comes first: pane, ribbon command or function. */
import { Listeners } from "../domain/listeners";
import type { GuardSentence } from "../domain/edit-review/message";
import { workbookTexts } from "../i18n/workbook";
import { startChangeEvents } from "./change-events";
import { WorkbookError } from "./excel-errors";
import { startRecalculation } from "./recalculation";
import { currentSettings, SCHEMA_VERSION } from "./settings";
import { isOlderWorkbook, refreshStore } from "./programme-store";

let started: Promise<void> | null = null;
let stopRecalculation: (() => void) | null = null;
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

/** What every command and function begins with: in a runtime that was stopped meanwhile it starts again. */
export const ensureStarted = startWorkbook;

async function start(): Promise<void> {
  stopRecalculation ??= startRecalculation(report);
  await refreshStore();
  if (currentSettings().schemaVersion > SCHEMA_VERSION)
    throw new WorkbookError("NewerWorkbook", workbookTexts().newerWorkbook);
  const migrated = isOlderWorkbook() ? await migrate() : null;
  await startChangeEvents(report);
  // The guard contains the rules: loaded once the page is displayed, so that pane and functions start without them.
  const { startGuard, addMessage } = await import(/* webpackChunkName: "guard" */ "./edit-guard");
  await startGuard();
  if (migrated) addMessage(migrated);
  // Not awaited: the start does not depend on formulas of earlier sessions.
  followFormulas().catch(report);
}

async function followFormulas(): Promise<void> {
  const { findDependents } = await import(/* webpackChunkName: "formulas" */ "./refresh-formulas");
  await findDependents();
}

/** Migrates a workbook of an older version. Returns what to report. */
async function migrate(): Promise<GuardSentence | null> {
  const { migrateWorkbook } = await import(/* webpackChunkName: "migration" */ "./migration/migrate");
  const sentence = await migrateWorkbook();
  if (sentence) await refreshStore();
  return sentence;
}
