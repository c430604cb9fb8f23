/** Refreshes the formulas of the workbook and reports their number. */
import { yieldToUi } from "../domain/waiting";
import { refreshFormulas } from "../excel/refresh-formulas";
import { formulaTexts } from "../i18n/formulas";
import type { JobContext, JobResult } from "./job-runner";

/**
 * Enters formulas with an error again and calculates the others.
 * @throws Cancelled after Cancel; formulas entered by then are kept
 */
export async function refreshWorkbookFormulas(context: JobContext): Promise<JobResult> {
  const texts = formulaTexts().refresh;
  context.report({ step: texts.looking, done: 0, total: 0 });
  const { found, entered, locked, refused } = await refreshFormulas({
    progress: (done, total) => {
      context.report({ step: texts.entering, done, total });
      return yieldToUi(context.signal);
    },
  });
  if (found === 0) return { message: texts.none };
  const details = [locked > 0 ? texts.locked(locked) : "", refused > 0 ? texts.refused(refused) : ""];
  return { message: texts.done(found - locked - refused, entered), details: details.filter((line) => line !== "") };
}
