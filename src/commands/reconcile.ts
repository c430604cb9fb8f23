/** Compares the workbook with its documents, writes values of documents, repairs tables. In the chunk of loading. */
import { yieldToUi } from "../domain/waiting";
import { commandTexts } from "../i18n/commands";
import { differenceTexts } from "../i18n/differences";
import {
  applyDifferences,
  compareDocuments,
  readTableProblems,
  goToDifference,
  repairTables,
  type CellDifference,
} from "../excel/load";
import { reportedProblems } from "../excel/table-problems";
import { currentProgramme } from "../excel/programme-store";
import type { JobResult, JobContext } from "./job-runner";
import type { ReviewStore } from "./review-store";
import { sheetsOf, showDifferences, unreadable } from "./load-report";
import { documentsOf } from "./sources";

/** Number of cells written in one request; Cancel takes effect between two requests. */
const CELLS_PER_REQUEST = 400;

/**
 * Finds the differences again that a load would report, without writing.
 * @throws Error where the workbook holds no programme, or tables that cannot be read
 */
export async function compareWorkbook(context: JobContext, reviewStore: ReviewStore): Promise<JobResult> {
  const texts = differenceTexts();
  context.report({ step: texts.comparing, done: 0, total: 0 });
  const programme = currentProgramme();
  if (!programme) throw new Error(commandTexts().notLoaded);
  const documents = await documentsOf(programme);
  await yieldToUi(context.signal);
  const found = await compareDocuments(documents);
  if (found.outcome === "unreadable") throw unreadable(found.problems, reviewStore);
  reviewStore.found({ differences: showDifferences(found.differences) });
  const count = found.differences.length;
  return { message: count === 0 ? texts.nothingDiffers : texts.differ(count) };
}

export { goToDifference };

/** Writes the documents' values into the cells of differences, and removes these from the list. */
export async function useDocumentValues(
  differences: readonly CellDifference[],
  reviewStore: ReviewStore,
): Promise<void> {
  await applyDifferences(differences);
  reviewStore.resolved(differences);
}

/**
 * The same as a job, with progress and Cancel.
 * @throws Cancelled between two requests; what was written by then is kept
 */
export async function useAllDocumentValues(
  context: JobContext,
  differences: readonly CellDifference[],
  reviewStore: ReviewStore,
): Promise<JobResult> {
  const total = differences.length;
  for (let done = 0; done < total; done += CELLS_PER_REQUEST) {
    context.report({ step: differenceTexts().applyingDocuments, done, total });
    await yieldToUi(context.signal);
    await useDocumentValues(differences.slice(done, done + CELLS_PER_REQUEST), reviewStore);
  }
  return { message: differenceTexts().appliedDocuments(total) };
}

/** Finds problems of tables. */
export async function findTableProblems(reviewStore: ReviewStore): Promise<void> {
  reviewStore.found({ tableProblems: reportedProblems(await readTableProblems()) });
}

/**
 * Repairs what can be repaired from the workbook alone.
 * @throws Error where problems remain
 */
export async function repairWorkbook(context: JobContext, reviewStore: ReviewStore): Promise<JobResult> {
  const texts = differenceTexts();
  context.report({ step: texts.repairing, done: 0, total: 0 });
  const before = await readTableProblems();
  await yieldToUi(context.signal);
  if (before.length > 0) await repairTables();
  const after = before.length > 0 ? await readTableProblems() : [];
  reviewStore.found({ tableProblems: after });
  if (after.length > 0) throw new Error(texts.notRepaired(sheetsOf(after)));
  return { message: texts.repaired(sheetsOf(before)) };
}
