/** What the ribbon and the pane run on one click. Each starts the workbook if need be, may be clicked twice, and reports its outcome. */
import { yieldToUi } from "../domain/waiting";
import { commandTexts } from "../i18n/commands";
import type { ReadDocument } from "../domain/document";
import type { Decision } from "../domain/decisions";
import type { IsoDate, WorkItem } from "../domain/model";
import type { CellDifference, ImportedChange, LoadOptions, MadeByLoad } from "../excel/load";
import { addAction } from "../excel/recent-actions";
import { ensureStarted } from "../excel/start";
import { currentProgramme } from "../excel/programme-store";
import { JobRunner, Cancelled, type JobName, type JobResult, type JobContext, type JobOutcome } from "./job-runner";
import type { WrittenSheets } from "../excel/report-sheets";
import type { ReportRequest } from "./annexes";
import { describeError, noteError } from "./errors";
import { reviewStore } from "./review-store";

/** The jobs of this add-in, of which one runs at a time. */
export const jobs = new JobRunner((error) => commandTexts().failed(describeError(error)));

function run(job: JobName, action: (context: JobContext) => Promise<JobResult>): Promise<JobOutcome> {
  return jobs.run(job, async (context) => {
    try {
      await ensureStarted();
      return withListedUndo(await action(context));
    } catch (error) {
      if (!(error instanceof Cancelled)) noteError(job, error);
      throw error;
    }
  });
}

/** Lists what a job did among the recent actions, where it can be undone. */
function withListedUndo(result: JobResult): JobResult {
  const { undo, undoDeletes, message } = result;
  if (!undo) return result;
  const remove = addAction({
    kind: "command",
    title: message.replace(/\.$/, ""),
    deletes: undoDeletes ?? null,
    undo: async () => {
      const outcome = await undo();
      return outcome.kind === "failed" ? outcome.message : null;
    },
  });
  const undoAndUnlist = async (): Promise<JobOutcome> => {
    const outcome = await undo();
    if (outcome.kind === "done") remove();
    return outcome;
  };
  return { ...result, undo: undoAndUnlist };
}

/** Loads the documents of the workbook; in a new workbook, the two documents of the product. */
export function load(): Promise<JobOutcome> {
  return run("load", (context) => loadSources(context, {}));
}

/** Creates the sheets anew from the documents of the workbook; the existing ones are kept under a dated name. */
export function replace(): Promise<JobOutcome> {
  return run("replace", (context) => loadSources(context, { replace: true }));
}

async function loadSources(context: JobContext, options: LoadOptions): Promise<JobResult> {
  context.report({ step: commandTexts().readingDocuments, done: 0, total: 0 });
  const { documentsOf } = await import(/* webpackChunkName: "load" */ "./sources");
  const documents = await documentsOf(currentProgramme());
  await yieldToUi(context.signal);
  return writeDocuments(documents, context, options);
}

/** Writes imported documents. The outcome has the function that undoes the import. */
export function importDocuments(documents: readonly ReadDocument[]): Promise<JobOutcome> {
  return run("import", async (context) => {
    const before = currentProgramme();
    const result = await writeDocuments(documents, context);
    const { changeOf } = await import(/* webpackChunkName: "load" */ "./sources");
    const change = changeOf(documents, before, currentProgramme());
    if (!change) return result;
    return {
      ...result,
      undo: () => undoImport(change),
      undoDeletes: commandTexts().undoDeletes.imported(change.documents),
    };
  });
}

/** Removes imported documents from the workbook, and loads the versions again that they replaced. Changes made since are kept. */
function undoImport(change: ImportedChange): Promise<JobOutcome> {
  return run("undoImport", async (context) => {
    const { earlierVersions } = await import(/* webpackChunkName: "load" */ "./sources");
    const { details = [] } = await writeDocuments(await earlierVersions(change), context, { undo: change });
    return { message: commandTexts().importUndone(change.documents), details };
  });
}

async function writeDocuments(
  documents: readonly ReadDocument[],
  context: JobContext,
  options: LoadOptions = {},
): Promise<JobResult> {
  const { loadDocuments } = await import(/* webpackChunkName: "load" */ "../excel/load");
  const { describeLoad, describeProgress } = await import(/* webpackChunkName: "load" */ "./load-report");
  const outcome = await loadDocuments(documents, {
    progress: (progress) => context.report(describeProgress(progress)),
    signal: context.signal,
    ...options,
  });
  if (outcome.outcome === "cancelled") throw new Cancelled();
  const result = describeLoad(outcome, currentProgramme()?.items.length ?? 0, reviewStore);
  // A load repairs what an interrupted load had left; whether anything else is damaged is read again.
  if (reviewStore.get().tableProblems.length > 0) await findTableProblems();
  const made = outcome.outcome === "loaded" ? outcome.made : null;
  if (!made) return result;
  const sheets = made.sheets.map(({ sheet }) => sheet);
  return { ...result, undo: () => undoLoaded(made), undoDeletes: commandTexts().undoDeletes.sheets(sheets) };
}

/** Deletes the sheets that a load has made. */
function undoLoaded(made: MadeByLoad): Promise<JobOutcome> {
  return run("undoLoad", async () => {
    const { undoLoad } = await import(/* webpackChunkName: "load" */ "../excel/load");
    await undoLoad(made);
    const { auditWorkbook } = await import(/* webpackChunkName: "guard" */ "../excel/edit-guard");
    await auditWorkbook();
    return { message: commandTexts().loadUndone };
  });
}

/** Enters the dates of a meeting into the table Meetings. Rejects with the error of Excel. */
export async function enterMeetingDates(meeting: string, dates: { from: IsoDate; to: IsoDate }): Promise<void> {
  await jobs.idle();
  const { writeMeetingDates } = await import(/* webpackChunkName: "load" */ "../excel/load");
  await writeMeetingDates(meeting, dates);
}

/** Finds the cells that differ from the documents. Writes nothing. */
export function compare(): Promise<JobOutcome> {
  return run("compare", async (context) => {
    const { compareWorkbook } = await import(/* webpackChunkName: "load" */ "./reconcile");
    return compareWorkbook(context, reviewStore);
  });
}

/** Selects the cell of a difference. Rejects with a sentence where it no longer exists. */
export async function goToDifference(difference: CellDifference): Promise<void> {
  const reconcile = await import(/* webpackChunkName: "load" */ "./reconcile");
  await reconcile.goToDifference(difference);
}

/** Writes the documents' values into the cells of a few differences, once no job runs. Rejects with the error of Excel. */
export async function useDocumentValues(differences: readonly CellDifference[]): Promise<void> {
  try {
    await jobs.idle();
    await ensureStarted();
    const reconcile = await import(/* webpackChunkName: "load" */ "./reconcile");
    await reconcile.useDocumentValues(differences, reviewStore);
  } catch (error) {
    noteError("use document values", error);
    throw error;
  }
}

/** The same for many, as a job with progress. */
export function useAllDocumentValues(differences: readonly CellDifference[]): Promise<JobOutcome> {
  return run("documentValues", async (context) => {
    const reconcile = await import(/* webpackChunkName: "load" */ "./reconcile");
    return reconcile.useAllDocumentValues(context, differences, reviewStore);
  });
}

/** Repairs tables that lack columns, and rebuilds missing tables from the others. */
export function repair(): Promise<JobOutcome> {
  return run("repair", async (context) => {
    const { repairWorkbook } = await import(/* webpackChunkName: "load" */ "./reconcile");
    return repairWorkbook(context, reviewStore);
  });
}

/** Finds missing tables and columns, so that the pane can offer to repair them. Rejects with the error of Excel. */
export async function findTableProblems(): Promise<void> {
  try {
    const reconcile = await import(/* webpackChunkName: "load" */ "./reconcile");
    await reconcile.findTableProblems(reviewStore);
  } catch (error) {
    noteError("tables", error);
    throw error;
  }
}

/** Checks every row and writes the findings to the Checks sheet. */
export function check(): Promise<JobOutcome> {
  return run("check", async (context) => {
    const { checkWorkbook } = await import(/* webpackChunkName: "check" */ "./check");
    return checkWorkbook(context);
  });
}

/** Writes the annexes of a report as print-ready sheets; without a request, those of the current meeting's executive summary. */
export function generate(request: ReportRequest | null = null): Promise<JobOutcome> {
  return run("generate", async (context) => {
    const { generateSheets } = await import(/* webpackChunkName: "annexes" */ "./annexes");
    return generateSheets(context, request, undoSheets);
  });
}

/** Lists what happened after a date, or after the last meeting, on a sheet of its own. */
export function whatChanged(since: IsoDate | null = null): Promise<JobOutcome> {
  return run("whatChanged", async (context) => {
    const { changesSheet } = await import(/* webpackChunkName: "annexes" */ "./annexes");
    return changesSheet(context, since, undoSheets);
  });
}

/** Prepares the list of decisions of the current meeting. */
export function prepareDecisions(): Promise<JobOutcome> {
  return run("prepareDecisions", async (context) => {
    const { prepareList } = await import(/* webpackChunkName: "decisions" */ "./decisions");
    return prepareList(context);
  });
}

/** Reviews the list of decisions; only its column Result is written. */
export function reviewDecisions(): Promise<JobOutcome> {
  return run("reviewDecisions", async (context) => {
    const { reviewDecisionList } = await import(/* webpackChunkName: "decisions" */ "./decisions");
    return reviewDecisionList(context);
  });
}

/** Enters the accepted decisions of the list. */
export function enterDecisions(): Promise<JobOutcome> {
  return run("enterDecisions", async (context) => {
    const { enterDecisionList } = await import(/* webpackChunkName: "decisions" */ "./decisions");
    return enterDecisionList(context);
  });
}

/** Adds pasted lines to the list of decisions, and reviews it. */
export function addPastedDecisions(text: string): Promise<JobOutcome> {
  return run("reviewDecisions", async (context) => {
    const { pasteDecisionList } = await import(/* webpackChunkName: "decisions" */ "./decisions");
    return pasteDecisionList(context, text);
  });
}

/** Enters one decision on several items, as one action. */
export function decideOnSelected(items: readonly WorkItem[], decision: Decision): Promise<JobOutcome> {
  return run("enterDecisions", async (context) => {
    const { decideOnItems } = await import(/* webpackChunkName: "decisions" */ "./decisions");
    return decideOnItems(context, items, decision);
  });
}

/** Deletes generated sheets, and gives edited sheets that they replaced their names back. */
function undoSheets(written: WrittenSheets): Promise<JobOutcome> {
  return run("undoSheets", async () => {
    const { removeWrittenSheets } = await import(/* webpackChunkName: "annexes" */ "../excel/report-sheets");
    await removeWrittenSheets(written);
    return { message: commandTexts().sheetsUndone };
  });
}

/** Enters the formulas again that show an error, and calculates the others. */
export function refreshFormulas(): Promise<JobOutcome> {
  return run("refresh", async (context) => {
    const { refreshWorkbookFormulas } = await import(/* webpackChunkName: "formulas" */ "./refresh-formulas");
    return refreshWorkbookFormulas(context);
  });
}
