/** Sends the steps of a load, request by request, and puts right what people's own work meanwhile has brought into the wrong place. */
import { workbookTexts } from "../../i18n/workbook";
import { capabilities } from "../capabilities";
import { queueSheets } from "../change-events";
import { WorkbookError } from "../excel-errors";
import { PRINTED_ROW } from "../table-specs/annex-tables";
import { WORK_PROGRAMME } from "../table-specs/tables";
import { runExcel, type RunOptions } from "../excel-run";
import { queueTable, type ManagedTable } from "../tables";
import { revertOf, updateWrite, type WriteConflict } from "../table-writer";
import { packSteps, writeStep, type Step } from "./chunk-requests";
import type { LoadLock } from "./load-lock";
import { clearMarker, setMarker } from "./marker";
import { annexStatusUpdates } from "./plan";
import type { WorkbookState } from "./state";
import type { LoadProgress } from "./types";
import type { LoadBuild } from "./build-load";

/** Seconds without an answer after which a request counts as lost. */
const REQUEST_TIMEOUT = 120;
export const RUN: RunOptions = { timeout: REQUEST_TIMEOUT };
/** How often people's work meanwhile is put right before giving up. */
const ATTEMPTS = 6;

export interface SendOptions {
  progress: (progress: LoadProgress) => void;
  isCancelled: () => boolean;
}

/**
 * Sends the steps. cancelled: what had been made by then is taken back. disturbed: people worked in the tables meanwhile; what was written
 * in the wrong place is put right, and the load is to plan anew.
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
  let otherAnnexes: ManagedTable[] = [];
  for (const [index, steps] of requests.entries()) {
    progress({ stage: "writing", done, total: build.rows });
    // Up to the first write to what was there before, nothing is lost by going back.
    if (isCancelled() && !requests.slice(0, index).some(isFinal)) {
      if (index > 0) await undoCreated(lock, build);
      return "cancelled";
    }
    const statusSteps = index === 1 ? annexStatusSteps(build, state, otherAnnexes) : [];
    const sent = await send(lock, [...steps, ...statusSteps], {
      tables: index === 0 ? build.otherAnnexes : [],
      last: index === requests.length - 1,
    });
    if (await resolve(lock, sent.conflicts)) return "disturbed";
    if (index === 0) otherAnnexes = sent.tables;
    done += steps.reduce((sum, step) => sum + step.rows, 0);
  }
  return "written";
}

function isFinal(request: readonly Step[]): boolean {
  return request.some((step) => step.final);
}

interface SentRequest {
  tables: ManagedTable[];
  conflicts: WriteConflict[];
}

/**
 * One request: its steps, and on the way the tables that are asked for. The last one gives the lease back, and learns which sheet is which.
 */
function send(
  lock: LoadLock,
  steps: readonly Step[],
  { tables, last }: { tables: readonly string[]; last: boolean },
): Promise<SentRequest> {
  return runExcel(
    async (context) => {
      lock.queueHeartbeat(context);
      const app = context.workbook.application;
      if (capabilities().level) app.suspendScreenUpdatingUntilNextSync();
      app.suspendApiCalculationUntilNextSync();
      const suppressEvents = !capabilities().triggerSource;
      if (suppressEvents) context.runtime.enableEvents = false;
      const queued = tables.map((name) => queueTable(context, name));
      const writes = steps.map((step) => step.run(context)).filter((write) => write !== null);
      const sheets = last ? queueSheets(context) : null;
      if (last) lock.queueRelease(context);
      if (suppressEvents) context.runtime.enableEvents = true;
      await context.sync();
      sheets?.result();
      return {
        tables: queued.map((table) => table.result()).filter((table) => table !== null),
        conflicts: writes.map((write) => write.conflict()).filter((conflict) => conflict !== null),
      };
    },
    { ...RUN, attempts: 1 },
  );
}

/** Reverts what a request wrote in the wrong place, and again should users go on meanwhile. @returns whether there was anything to revert */
async function resolve(lock: LoadLock, conflicts: readonly WriteConflict[]): Promise<boolean> {
  let open = conflicts;
  for (let attempt = 1; open.length > 0 && attempt <= ATTEMPTS; attempt += 1) {
    const steps = open.map((conflict) => writeStep(revertOf(conflict, "all")));
    // Each round knows only after its request what the next one has to revert.
    open = (await send(lock, steps, NOT_THE_LAST)).conflicts;
  }
  if (open.length > 0) throw new WorkbookError("Disturbed", workbookTexts().disturbed);
  return conflicts.length > 0;
}

const NOT_THE_LAST = { tables: [], last: false };

/** Steps besides a load, as one request. */
export async function sendSteps(lock: LoadLock, steps: readonly Step[]): Promise<void> {
  await resolve(lock, (await send(lock, steps, NOT_THE_LAST)).conflicts);
}

/** The Status column of annexes loaded before follows the work programme. */
function annexStatusSteps({ plan }: LoadBuild, state: WorkbookState, annexes: readonly ManagedTable[]): Step[] {
  return annexStatusUpdates(plan, state.tables.get(WORK_PROGRAMME.name), annexes)
    .filter(({ writes }) => writes.length > 0)
    .map(({ table, writes }) => writeStep(updateWrite(table, PRINTED_ROW, [], writes)));
}

/** Takes back what a cancelled load had made: its sheets go, kept sheets get their names back. */
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
