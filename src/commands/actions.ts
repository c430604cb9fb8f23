/** What ribbon and pane do with one press. Each starts the workbook side if need be, may be pressed twice, and reports what came of it. */
import { commandTexts } from "../i18n/commands";
import type { ReadDocument } from "../domain/document";
import type { IsoDate } from "../domain/model";
import type { CellDifference } from "../excel/load";
import { ensureStarted } from "../excel/start";
import { currentProgramme } from "../excel/programme-store";
import {
  JobRunner,
  yieldToUi,
  Cancelled,
  type JobName,
  type JobResult,
  type JobContext,
  type JobOutcome,
} from "./job-runner";
import type { ReportRequest } from "./annexes";
import { describeError, noteError } from "./errors";
import { findings } from "./review-store";

/** The one running job of this add-in. */
export const activity = new JobRunner((error) => commandTexts().failed(describeError(error)));

function run(job: JobName, work: (tools: JobContext) => Promise<JobResult>): Promise<JobOutcome> {
  return activity.run(job, async (tools) => {
    try {
      await ensureStarted();
      return await work(tools);
    } catch (error) {
      if (!(error instanceof Cancelled)) noteError(job, error);
      throw error;
    }
  });
}

/** Reads both documents of the product and lays them out in the workbook. */
export function load(): Promise<JobOutcome> {
  return run("load", (tools) => loadSeeds(tools, false));
}

/** Lays the sheets out anew from both documents; those that are there are kept under a dated name. */
export function replace(): Promise<JobOutcome> {
  return run("replace", (tools) => loadSeeds(tools, true));
}

async function loadSeeds(tools: JobContext, anew: boolean): Promise<JobResult> {
  tools.report({ step: commandTexts().readingDocuments, done: 0, total: 0 });
  const { readSeeds } = await import(/* webpackChunkName: "documents" */ "../import/seeds");
  await yieldToUi(tools.signal);
  return write(readSeeds(), tools, anew);
}

/** Writes documents that were read from chosen files. */
export function importDocuments(documents: readonly ReadDocument[]): Promise<JobOutcome> {
  return run("import", (tools) => write(documents, tools));
}

async function write(documents: readonly ReadDocument[], tools: JobContext, anew = false): Promise<JobResult> {
  const { loadDocuments } = await import(/* webpackChunkName: "load" */ "../excel/load");
  const { describeLoad, describeProgress } = await import(/* webpackChunkName: "load" */ "./load-report");
  const outcome = await loadDocuments(documents, {
    progress: (progress) => tools.report(describeProgress(progress)),
    signal: tools.signal,
    replace: anew,
  });
  if (outcome.outcome === "cancelled") throw new Cancelled();
  const result = describeLoad(outcome, currentProgramme()?.items.length ?? 0, findings);
  // A load mends what a load that was cut off had left; the rest is looked at anew.
  if (findings.get().damage.length > 0) await lookForDamage();
  return result;
}

/** Finds the cells again that people changed and documents say otherwise. Writes nothing. */
export function compare(): Promise<JobOutcome> {
  return run("compare", async (tools) => {
    const { compareWorkbook } = await import(/* webpackChunkName: "load" */ "./reconcile");
    return compareWorkbook(tools, findings);
  });
}

/** Selects the cell of a difference. Rejects with a sentence where it is gone. */
export async function goToDifference(difference: CellDifference): Promise<void> {
  const reconcile = await import(/* webpackChunkName: "load" */ "./reconcile");
  await reconcile.goToDifference(difference);
}

/** Takes the documents' side of a few differences, once no job runs. Rejects where Excel does. */
export async function takeDocuments(differences: readonly CellDifference[]): Promise<void> {
  try {
    await activity.idle();
    await ensureStarted();
    const reconcile = await import(/* webpackChunkName: "load" */ "./reconcile");
    await reconcile.takeDocuments(differences, findings);
  } catch (error) {
    noteError("take", error);
    throw error;
  }
}

/** Takes the documents' side of many, with progress. */
export function takeMany(differences: readonly CellDifference[]): Promise<JobOutcome> {
  return run("take", async (tools) => {
    const reconcile = await import(/* webpackChunkName: "load" */ "./reconcile");
    return reconcile.takeMany(tools, differences, findings);
  });
}

/** Mends tables that miss columns, and makes missing ones again from what is left. */
export function repair(): Promise<JobOutcome> {
  return run("repair", async (tools) => {
    const { repairWorkbook } = await import(/* webpackChunkName: "load" */ "./reconcile");
    return repairWorkbook(tools, findings);
  });
}

/** Looks whether tables or columns are missing, so that the pane can offer to repair them. Rejects where Excel does. */
export async function lookForDamage(): Promise<void> {
  try {
    const reconcile = await import(/* webpackChunkName: "load" */ "./reconcile");
    await reconcile.lookForDamage(findings);
  } catch (error) {
    noteError("tables", error);
    throw error;
  }
}

/** Judges every row and writes the findings to the Checks sheet. */
export function check(): Promise<JobOutcome> {
  return run("check", async (tools) => {
    const { checkWorkbook } = await import(/* webpackChunkName: "check" */ "./check");
    return checkWorkbook(tools);
  });
}

/** Writes the annexes of a report as print-ready sheets; without a request, those of the current meeting's executive summary. */
export function generate(request: ReportRequest | null = null): Promise<JobOutcome> {
  return run("generate", async (tools) => {
    const { generateSheets } = await import(/* webpackChunkName: "annexes" */ "./annexes");
    return generateSheets(tools, request);
  });
}

/** Lists what happened after a day, or after the last meeting, on a sheet of its own. */
export function whatChanged(since: IsoDate | null = null): Promise<JobOutcome> {
  return run("whatChanged", async (tools) => {
    const { changesSheet } = await import(/* webpackChunkName: "annexes" */ "./annexes");
    return changesSheet(tools, since);
  });
}

/** Enters the formulas again that show an error, and calculates the others. */
export function refreshFormulas(): Promise<JobOutcome> {
  return run("refresh", async (tools) => {
    const { refreshWorkbookFormulas } = await import(/* webpackChunkName: "formulas" */ "./refresh-formulas");
    return refreshWorkbookFormulas(tools);
  });
}
