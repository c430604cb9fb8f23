/** What ribbon and pane do with one press. Each starts the workbook side if need be, may be pressed twice, and reports what came of it. */
import { commandTexts } from "../programme/messages/commands";
import type { ReadDocument } from "../programme/document";
import type { IsoDate } from "../programme/model";
import { ensureStarted } from "../workbook/start";
import { currentProgramme } from "../workbook/store";
import { Activity, breathe, Cancelled, type JobName, type JobResult, type JobTools, type Outcome } from "./activity";
import type { ReportRequest } from "./annexes";
import { describeError, noteError } from "./errors";

/** The one running job of this add-in. */
export const activity = new Activity((error) => commandTexts().failed(describeError(error)));

function run(job: JobName, work: (tools: JobTools) => Promise<JobResult>): Promise<Outcome> {
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
export function load(): Promise<Outcome> {
  return run("load", async (tools) => {
    tools.report({ step: commandTexts().readingDocuments, done: 0, total: 0 });
    const { readSeeds } = await import(/* webpackChunkName: "documents" */ "../reading/seeds");
    await breathe(tools.signal);
    return write(readSeeds(), tools);
  });
}

/** Writes documents that were read from chosen files. */
export function importDocuments(documents: readonly ReadDocument[]): Promise<Outcome> {
  return run("import", (tools) => write(documents, tools));
}

async function write(documents: readonly ReadDocument[], tools: JobTools): Promise<JobResult> {
  const { loadDocuments } = await import(/* webpackChunkName: "load" */ "../workbook/load");
  const { describeLoad, describeProgress } = await import(/* webpackChunkName: "load" */ "./load-report");
  const outcome = await loadDocuments(documents, {
    progress: (progress) => tools.report(describeProgress(progress)),
    signal: tools.signal,
  });
  if (outcome.outcome === "cancelled") throw new Cancelled();
  return describeLoad(outcome, currentProgramme()?.items.length ?? 0);
}

/** Judges every row and writes the findings to the Checks sheet. */
export function check(): Promise<Outcome> {
  return run("check", async (tools) => {
    const { checkWorkbook } = await import(/* webpackChunkName: "check" */ "./check");
    return checkWorkbook(tools);
  });
}

/** Writes the annexes of a report as print-ready sheets; without a request, those of the current meeting's executive summary. */
export function generate(request: ReportRequest | null = null): Promise<Outcome> {
  return run("generate", async (tools) => {
    const { generateSheets } = await import(/* webpackChunkName: "annexes" */ "./annexes");
    return generateSheets(tools, request);
  });
}

/** Lists what happened after a day, or after the last meeting, on a sheet of its own. */
export function whatChanged(since: IsoDate | null = null): Promise<Outcome> {
  return run("whatChanged", async (tools) => {
    const { changesSheet } = await import(/* webpackChunkName: "annexes" */ "./annexes");
    return changesSheet(tools, since);
  });
}
