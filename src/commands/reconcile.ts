/** Compares the workbook with its documents, takes their side, repairs tables. In the chunk that loads. */
import { commandTexts } from "../i18n/commands";
import { differenceTexts } from "../i18n/differences";
import {
  applyDifferences,
  compareDocuments,
  findDamage,
  goToDifference,
  repairTables,
  type CellDifference,
} from "../excel/load";
import { CHECKS } from "../excel/table-specs/tables";
import { currentProgramme } from "../excel/programme-store";
import { yieldToUi, type JobResult, type JobContext } from "./job-runner";
import type { ReviewStore } from "./review-store";
import { peoplesName, showDamage, showDifferences } from "./load-report";

/** So many are taken in one request; between two of them Cancel is heard. */
const TAKEN_AT_ONCE = 400;

/**
 * Finds the differences again that a load would report, without writing.
 * @throws Error where the workbook holds no programme, or tables too damaged to compare
 */
export async function compareWorkbook(tools: JobContext, findings: ReviewStore): Promise<JobResult> {
  const texts = differenceTexts();
  tools.report({ step: texts.comparing, done: 0, total: 0 });
  if (!currentProgramme()) throw new Error(commandTexts().notLoaded);
  const { readSeeds } = await import(/* webpackChunkName: "documents" */ "../import/seeds");
  await yieldToUi(tools.signal);
  const found = await compareDocuments(readSeeds());
  if (found.outcome === "damaged") {
    findings.found({ damage: found.tables.map(showDamage) });
    throw new Error(texts.damaged(found.tables.map(({ table }) => peoplesName(table))));
  }
  findings.found({ differences: showDifferences(found.differences) });
  const count = found.differences.length;
  return { message: count === 0 ? texts.nothingDiffers : texts.differ(count) };
}

export { goToDifference };

/** Takes the documents' side of differences, and takes them off the list. */
export async function takeDocuments(differences: readonly CellDifference[], findings: ReviewStore): Promise<void> {
  await applyDifferences(differences);
  findings.settled(differences);
}

/**
 * The same as a job, with progress and Cancel.
 * @throws Cancelled between two parts; what was taken by then stays taken
 */
export async function takeMany(
  tools: JobContext,
  differences: readonly CellDifference[],
  findings: ReviewStore,
): Promise<JobResult> {
  const total = differences.length;
  for (let done = 0; done < total; done += TAKEN_AT_ONCE) {
    tools.report({ step: differenceTexts().applyingDocuments, done, total });
    await yieldToUi(tools.signal);
    await takeDocuments(differences.slice(done, done + TAKEN_AT_ONCE), findings);
  }
  return { message: differenceTexts().appliedDocuments(total) };
}

/** Looks whether anything is wrong with the tables. A Checks sheet that somebody deleted is nothing to trouble people with. */
export async function lookForDamage(findings: ReviewStore): Promise<void> {
  const found = await findDamage();
  const grave = found.some(({ table }) => table !== CHECKS.name);
  findings.found({ damage: grave ? found.map(showDamage) : [] });
}

/**
 * Mends what can be mended from the workbook alone.
 * @throws Error where something is left that cannot
 */
export async function repairWorkbook(tools: JobContext, findings: ReviewStore): Promise<JobResult> {
  const texts = differenceTexts();
  tools.report({ step: texts.repairing, done: 0, total: 0 });
  const before = await findDamage();
  await yieldToUi(tools.signal);
  if (before.length > 0) await repairTables();
  const after = before.length > 0 ? await findDamage() : [];
  findings.found({ damage: after.map(showDamage) });
  const names = (damage: typeof before) => [...new Set(damage.map(({ table }) => peoplesName(table)))];
  if (after.length > 0) throw new Error(texts.notRepaired(names(after)));
  return { message: texts.repaired(names(before)) };
}
