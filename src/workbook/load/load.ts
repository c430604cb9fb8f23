/**
 * Loads documents into the workbook: reads what is there (one request), plans, writes (three requests; more only where one would pass 5 MB).
 * Loading twice is loading once; a load cut off anywhere can be run again; what people changed stays and is reported.
 */
import type { ReadDocument } from "../../programme/document";
import { documentId } from "../../programme/join";
import { workbookTexts } from "../../programme/messages/workbook";
import { capabilities } from "../capabilities";
import { followAgain, holdBack, queueSheets } from "../changes";
import { WorkbookError } from "../excel-errors";
import { annexSpec, interimSpec } from "../layout/annex-tables";
import { CHECKS, PROGRAMME_TABLES } from "../layout/tables";
import { programmeOfTables } from "../programme-tables";
import { runExcel } from "../run";
import { setProgramme } from "../store";
import { queueTable, writeCells, type ManagedTable } from "../tables";
import { programmeAfter } from "./after";
import { packSteps, type Step } from "./batches";
import { damageIn } from "./damage";
import { clearMarker, setMarker } from "./marker";
import { followingStatuses, type LoadPlan } from "./plan";
import { readState } from "./state";
import type { Comparison, LoadOptions, LoadOutcome } from "./types";
import { prepare, type Work } from "./work";

/** Seconds without an answer after which a request counts as lost. */
const PATIENCE = 120;

let underWay = false;

/**
 * Loads documents.
 * @throws WorkbookError where Excel refuses or does not answer; loading again finishes what was begun
 */
export async function loadDocuments(
  documents: readonly ReadDocument[],
  options: LoadOptions = {},
): Promise<LoadOutcome> {
  if (underWay) throw new WorkbookError("AlreadyLoading", workbookTexts().alreadyLoading);
  underWay = true;
  holdBack();
  let finished = false;
  try {
    const outcome = await load(documents, options);
    finished = true;
    return outcome;
  } finally {
    underWay = false;
    if (!finished) await letEventsThrough();
    followAgain(true);
  }
}

/** A request that failed half way may have left this add-in's events held back. */
async function letEventsThrough(): Promise<void> {
  if (capabilities().triggerSource) return;
  await runExcel(async (context) => {
    context.runtime.enableEvents = true;
    await context.sync();
  }).catch(() => undefined);
}

async function load(documents: readonly ReadDocument[], options: LoadOptions): Promise<LoadOutcome> {
  options.progress?.({ stage: "reading", done: 0, total: 0 });
  if (isCancelled(options)) return { outcome: "cancelled" };
  const state = await runExcel((context) => readState(context, tablesToRead(documents)), { timeout: PATIENCE });
  const damage = options.replace === true ? [] : damageIn(state);
  if (damage.length > 0) return { outcome: "damaged", tables: damage };
  options.progress?.({ stage: "planning", done: 0, total: 0 });
  const work = prepare(documents, state, options);
  if (isCancelled(options)) return { outcome: "cancelled" };
  if (work.steps.length > 0 && !(await write(work, options))) return { outcome: "cancelled" };
  setProgramme(programmeAfter(work.programme, work.plan, state.tables));
  options.progress?.({ stage: "done", done: work.rows, total: work.rows });
  return { outcome: "loaded", report: work.report };
}

/**
 * Finds the differences again that a load would report, without writing anything: one round trip. Documents that were never loaded into
 * this workbook are left out; what other documents told stands in History, and the work programme is compared with that.
 */
export async function compareDocuments(documents: readonly ReadDocument[]): Promise<Comparison> {
  const state = await runExcel((context) => readState(context, tablesToRead(documents)), { timeout: PATIENCE });
  const damage = damageIn(state);
  if (damage.length > 0) return { outcome: "damaged", tables: damage };
  const known = new Set(programmeOfTables([...state.tables.values()])?.documents.map((record) => record.id));
  const loaded = documents.filter((document) => known.has(documentId(document) ?? ""));
  return { outcome: "compared", differences: prepare(loaded, state, {}).plan.differences };
}

/** Names of the tables a load of these documents is about. */
function tablesToRead(documents: readonly ReadDocument[]): string[] {
  const names = new Set<string>([...PROGRAMME_TABLES.map((spec) => spec.name), CHECKS.name]);
  for (const document of documents) {
    const meeting = documentId(document)?.slice(0, 7);
    if (meeting === undefined) continue;
    for (const annex of document.annexes) names.add(annexSpec(meeting, annex).name);
    names.add(annexSpec(meeting, { id: "Statistics", title: "", sections: [] }).name);
    names.add(interimSpec(meeting).name);
  }
  return [...names];
}

/** Sends the steps. False where it was cancelled: what had been made by then is taken back. */
async function write(work: Work, options: LoadOptions): Promise<boolean> {
  const requests = packSteps(work.steps);
  let done = 0;
  let others: ManagedTable[] = [];
  for (const [index, request] of requests.entries()) {
    options.progress?.({ stage: "writing", done, total: work.rows });
    // Up to the first write to what was there before, nothing is lost by going back.
    if (isCancelled(options) && !requests.slice(0, index).some(isFinal)) {
      if (index > 0) await takeBack(work);
      return false;
    }
    const first = index === 0 ? work.otherAnnexes : [];
    const last = index === requests.length - 1;
    const follow = last ? others : [];
    others = [
      ...others,
      ...(await send(request, first, last, (context) => {
        followStatuses(context, follow, work.plan);
      })),
    ];
    done += request.reduce((sum, step) => sum + step.rows, 0);
  }
  return true;
}

function isCancelled(options: LoadOptions): boolean {
  return options.signal?.aborted ?? false;
}

function isFinal(request: readonly Step[]): boolean {
  return request.some((step) => step.final);
}

/**
 * One request: its steps, and on the way the tables that are asked for.
 * @param learn whether to learn which sheet is which now
 */
function send(
  steps: readonly Step[],
  tables: readonly string[],
  learn: boolean,
  besides: (context: Excel.RequestContext) => void,
): Promise<ManagedTable[]> {
  return runExcel(
    async (context) => {
      const app = context.workbook.application;
      if (capabilities().level) app.suspendScreenUpdatingUntilNextSync();
      app.suspendApiCalculationUntilNextSync();
      const quiet = !capabilities().triggerSource;
      if (quiet) context.runtime.enableEvents = false;
      const queued = tables.map((name) => queueTable(context, name));
      besides(context);
      for (const step of steps) step.run(context);
      const sheets = learn ? queueSheets(context) : null;
      if (quiet) context.runtime.enableEvents = true;
      await context.sync();
      sheets?.take();
      return queued.map((table) => table.take()).filter((table) => table !== null);
    },
    { timeout: PATIENCE, attempts: 1 },
  );
}

/** The Status column of annexes loaded before follows the work programme. */
function followStatuses(context: Excel.RequestContext, annexes: readonly ManagedTable[], plan: LoadPlan): void {
  for (const { table, writes } of followingStatuses(plan, annexes)) writeCells(context, table, writes);
}

/** Takes back what a cancelled load had made: its sheets go, kept sheets get their names back. */
async function takeBack({ made, marker, markerBefore }: Work): Promise<void> {
  await runExcel(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/name");
    const tables = context.workbook.tables;
    tables.load("items/name");
    await context.sync();
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
