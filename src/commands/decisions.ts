/** The decisions of the current meeting as jobs: prepared, reviewed, entered. In a chunk of its own. */
import type { Decision, DecisionResult } from "../domain/decisions";
import type { WorkItem } from "../domain/model";
import {
  decideOn,
  enterList,
  pasteDecisions,
  prepareDecisions,
  reviewList,
  type ReviewedList,
} from "../excel/decisions";
import { countsText, decisionTexts, resultText } from "../i18n/decisions";
import { decisionStore } from "./decision-store";
import type { JobContext, JobResult } from "./job-runner";

/** Prepares the sheet of decisions and shows it; the pane shows the same list. */
export async function prepareList(context: JobContext): Promise<JobResult> {
  const texts = decisionTexts();
  context.report({ step: texts.preparing, done: 0, total: 0 });
  const { sheet, rows, added } = await prepareDecisions();
  decisionStore.set(await reviewList());
  return { message: rows === null ? texts.preparedMore(sheet, added) : texts.prepared(sheet, rows) };
}

/** Reviews the list: the sheet and the pane show the result of each row. */
export async function reviewDecisionList(context: JobContext): Promise<JobResult> {
  const texts = decisionTexts();
  context.report({ step: texts.reviewing, done: 0, total: 0 });
  const reviewed = await reviewList();
  decisionStore.set(reviewed);
  const [accepted, refused] = [count(reviewed, "accepted"), count(reviewed, "refused")];
  const isEmpty = accepted + refused + count(reviewed, "entered") === 0;
  return { message: isEmpty ? texts.nothingDecided : texts.reviewed(accepted, refused), details: counted(reviewed) };
}

/** Enters what the review accepts. */
export async function enterDecisionList(context: JobContext): Promise<JobResult> {
  const texts = decisionTexts();
  context.report({ step: texts.entering, done: 0, total: 0 });
  const reviewed = await enterList();
  decisionStore.set(reviewed);
  const [entered, remaining] = [count(reviewed, "accepted"), count(reviewed, "refused")];
  return {
    message: entered === 0 ? texts.nothingNew : texts.enteredRows(entered, remaining),
    details: counted(reviewed),
  };
}

/** Adds pasted lines to the list, and reviews it. */
export async function pasteDecisionList(context: JobContext, text: string): Promise<JobResult> {
  const texts = decisionTexts();
  context.report({ step: texts.reviewing, done: 0, total: 0 });
  const lines = await pasteDecisions(text);
  return lines === 0 ? { message: texts.nothingPasted } : reviewDecisionList(context);
}

/** Enters one decision on several items; what is refused is named with its reason. */
export async function decideOnItems(
  context: JobContext,
  items: readonly WorkItem[],
  decision: Decision,
): Promise<JobResult> {
  const texts = decisionTexts();
  context.report({ step: texts.entering, done: 0, total: 0 });
  const results = await decideOn(items, decision);
  const reasons = results.flatMap((result) => (result.outcome === "refused" ? [resultText(result)] : []));
  const entered = count({ results }, "accepted");
  return {
    message: entered === 0 ? texts.nothingNew : texts.decidedItems(entered, reasons.length),
    details: reasons,
  };
}

function count({ results }: Pick<ReviewedList, "results">, outcome: DecisionResult["outcome"]): number {
  return results.filter((result) => result.outcome === outcome).length;
}

function counted({ counts }: ReviewedList): string[] {
  return counts.length === 0 ? [] : [countsText(counts)];
}
