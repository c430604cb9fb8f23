/** Sends the steps of a load, request by request, and resolves conflicts with edits that users made meanwhile. */
import { workbookTexts } from "../../i18n/workbook";
import { capabilities } from "../capabilities";
import { queueSheets } from "../change-events";
import { WorkbookError } from "../excel-errors";
import { PRINTED_ROW } from "../table-specs/annex-tables";
import { runExcel, type RunOptions } from "../excel-run";
import { readTables } from "../read-tables";
import type { ManagedTable } from "../tables";
import { revertOf, updateWrite, type WriteConflict } from "../table-writer";
import { packSteps, writeStep, type Step } from "./chunk-requests";
import type { LoadLock } from "./load-lock";
import { clearMarker, setMarker } from "./marker";
import { annexStatusUpdates } from "./plan";
import type { WorkbookState } from "./state";
import type { LoadProgress } from "./types";
import type { LoadBuild } from "./build-load";

/** Time limit of a request in seconds. */
const REQUEST_TIMEOUT = 120;
export const RUN: RunOptions = { timeout: REQUEST_TIMEOUT };
/** Number of attempts to revert conflicting writes. */
const ATTEMPTS = 6;

export interface SendOptions {
  progress: (progress: LoadProgress) => void;
  isCancelled: () => boolean;
}

/**
 * Sends the steps. `cancelled`: everything created so far was deleted. `disturbed`: users edited the tables meanwhile; conflicting writes
 * were reverted, and the load must be planned again.
 */
export async function write(
  lock: LoadLock,
  build: LoadBuild,
  state: WorkbookState,
  { progress, isCancelled }: SendOptions,
): Promise<"written" | "cancelled" | "disturbed"> {
  if (build.end === null) return "written";
  const requests = packSteps(build.steps, build.end);
  let done = 0;
  const otherAnnexes = await readAnnexes(lock, build.otherAnnexes);
  for (const [index, steps] of requests.entries()) {
    progress({ stage: "writing", done, total: build.rows });
    // Until the first write to an existing table the load can be undone.
    if (isCancelled() && !requests.slice(0, index).some(isFinal)) {
      if (index > 0) await undoCreated(lock, build);
      return "cancelled";
    }
    const statusSteps = index === 1 ? annexStatusSteps(build, state, otherAnnexes) : [];
    const conflicts = await send(lock, [...steps, ...statusSteps], index === requests.length - 1);
    if (await resolve(lock, conflicts)) return "disturbed";
    done += steps.reduce((sum, step) => sum + step.rows, 0);
  }
  return "written";
}

function isFinal(request: readonly Step[]): boolean {
  return request.some((step) => step.final);
}

/** Reads annexes loaded before, whose Status column follows the load. Apart from the writes, as a large answer is read in blocks. */
function readAnnexes(lock: LoadLock, names: readonly string[]): Promise<ManagedTable[]> {
  if (names.length === 0) return Promise.resolve([]);
  return runExcel((context) => readTables(context, names, () => lock.queueHeartbeat(context)), RUN);
}

/** Sends steps as one request; returns their conflicts. The last request releases the lock and reads the ids of the sheets. */
function send(lock: LoadLock, steps: readonly Step[], last = false): Promise<WriteConflict[]> {
  return runExcel(
    async (context) => {
      lock.queueHeartbeat(context);
      const app = context.workbook.application;
      if (capabilities().level) app.suspendScreenUpdatingUntilNextSync();
      app.suspendApiCalculationUntilNextSync();
      const suppressEvents = !capabilities().triggerSource;
      if (suppressEvents) context.runtime.enableEvents = false;
      const writes = steps.map((step) => step.run(context)).filter((write) => write !== null);
      const sheets = last ? queueSheets(context) : null;
      if (last) lock.queueRelease(context);
      if (suppressEvents) context.runtime.enableEvents = true;
      await context.sync();
      sheets?.result();
      return writes.map((write) => write.conflict()).filter((conflict) => conflict !== null);
    },
    { ...RUN, attempts: 1 },
  );
}

/** Reverts conflicting writes, repeatedly if users continue to edit. @returns whether there were conflicts */
async function resolve(lock: LoadLock, conflicts: readonly WriteConflict[]): Promise<boolean> {
  let open = conflicts;
  for (let attempt = 1; open.length > 0 && attempt <= ATTEMPTS; attempt += 1) {
    const steps = open.map((conflict) => writeStep(revertOf(conflict, "all")));
    // The next attempt depends on the conflicts of this one.
    open = await send(lock, steps);
  }
  if (open.length > 0) throw new WorkbookError("Disturbed", workbookTexts().disturbed);
  return conflicts.length > 0;
}

/** Sends steps that precede a load as one request. */
export async function sendSteps(lock: LoadLock, steps: readonly Step[]): Promise<void> {
  await resolve(lock, await send(lock, steps));
}

/** Updates the Status column of annexes loaded before. */
export function annexStatusSteps({ plan }: LoadBuild, state: WorkbookState, annexes: readonly ManagedTable[]): Step[] {
  return annexStatusUpdates(plan, state.tables, annexes)
    .filter(({ writes }) => writes.length > 0)
    .map(({ table, writes }) => writeStep(updateWrite(table, PRINTED_ROW, [], writes)));
}

/** Undoes a cancelled load: deletes its sheets and restores the names of kept ones. */
async function undoCreated(lock: LoadLock, { made, marker, markerBefore }: LoadBuild): Promise<void> {
  await runExcel(async (context) => {
    lock.queueHeartbeat(context);
    const sheets = context.workbook.worksheets;
    sheets.load("items/name");
    const tables = context.workbook.tables;
    tables.load("items/name");
    await context.sync();
    lock.queueHeartbeat(context);
    const there = new Set(sheets.items.map((sheet) => sheet.name));
    for (const { sheet } of made) if (there.has(sheet)) sheets.getItem(sheet).delete();
    for (const keep of marker.keeps) {
      if (there.has(keep.keptSheet)) sheets.getItem(keep.keptSheet).name = keep.sheet;
      if (tables.items.some((table) => table.name === keep.keptTable)) tables.getItem(keep.keptTable).name = keep.table;
    }
    if (markerBefore) setMarker(context, markerBefore);
    else clearMarker(context);
    await context.sync();
  });
}
