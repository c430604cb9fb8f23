/** The one way into Excel: waits while a cell is being edited, tries again while Excel is busy, gives up when it does not answer. */
import { pause, withTimeout } from "../domain/waiting";
import { workbookTexts } from "../i18n/workbook";
import { capabilities } from "./capabilities";
import { asWorkbookError, isBusy, WorkbookError } from "./excel-errors";

export interface RunOptions {
  /** One step of undo for the whole batch, where Excel can. */
  oneUndoStep?: boolean;
  /** Seconds without an answer after which it is an error; 0 waits for ever. */
  timeout?: number;
  /** How often the batch may be sent again while Excel is busy; each time it does nothing of a refused batch. */
  attempts?: number;
}

const PAUSES = [150, 400, 1000];

/**
 * Runs a batch against the workbook.
 * @throws WorkbookError with a sentence of what to do, for every error that comes from Excel
 */
export async function runExcel<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  options: RunOptions = {},
): Promise<T> {
  const attempts = options.attempts ?? PAUSES.length + 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await answered(once(batch, options), options.timeout ?? 0);
    } catch (error) {
      if (attempt >= attempts || !isBusy(error)) throw asWorkbookError(error);
      await pause(PAUSES[attempt - 1] ?? 1000);
    }
  }
}

function once<T>(batch: (context: Excel.RequestContext) => Promise<T>, options: RunOptions): Promise<T> {
  const merge = options.oneUndoStep === true && capabilities().mergeUndoGroup;
  return Excel.run({ delayForCellEdit: true, ...(merge ? { mergeUndoGroup: true } : {}) }, batch);
}

/** @throws WorkbookError where Excel does not answer within so many seconds; 0 waits for ever */
function answered<T>(answer: Promise<T>, seconds: number): Promise<T> {
  if (seconds === 0) return answer;
  return withTimeout(answer, seconds * 1000, () => {
    throw new WorkbookError("NoAnswer", workbookTexts().noAnswer(seconds));
  });
}
