/** One call of one function: at once where the programme is at hand, else as a promise that always settles. */
import { functionTexts } from "../i18n/functions";
import type { ProgrammeIndex } from "../domain/item-index/programme-index";
import { withTimeout } from "../domain/waiting";
import { resolveItem } from "./answers";
import type { EvaluationContext } from "./evaluation-context";
import { Combination } from "./combine";
import type { FunctionEntry, FunctionId } from "./catalogue";
import { badValue, Failure, notAvailable, type Answer } from "./cells";
import { evaluatorOf, cachedEvaluator } from "./evaluators";
import { excelError, failureText, unanswered, type Result } from "./excel-errors";
import { host } from "./host";
import { MOST_CELLS_ON_THE_WEB, evaluate, type Evaluator, type Response } from "./evaluate";
import { programmeIndex, unreadable, cachedIndex } from "./programme-source";
import { cachedDateFormat, dateFormat } from "../excel/date-settings";
import { registerDependency } from "../excel/dependents";
import { recalculate } from "../excel/recalculation";

/** A cell that waits longer shows #N/A instead of #BUSY!; the programme's arrival calculates it again. */
const READY_TIMEOUT_MS = 20_000;

/** What an answer needs to be given at once. */
interface Ready {
  index: ProgrammeIndex;
  evaluator: Evaluator<EvaluationContext>;
  dateFormat: string;
}

function answerCall(entry: FunctionEntry, values: unknown[], { index, evaluator, dateFormat }: Ready): Response {
  const call = Combination.of(entry.arguments, values);
  if (call instanceof Failure) return { cells: call, dependencies: new Set() };
  const { cards, web } = host();
  const atMost = web ? MOST_CELLS_ON_THE_WEB : undefined;
  return evaluate(evaluator, call, { index, cards, dateFormat }, (asked) => resolveItem(index, asked), atMost);
}

/** Rows without a failure are handed on as they are: of a whole column, a million share one blank row. */
function toResultRow(row: Answer[]): Result[number] {
  if (!row.some((cell) => cell instanceof Failure)) return row as Result[number];
  return row.map((cell) => (cell instanceof Failure ? excelError(cell) : cell));
}

function finish(response: Response, address: string | undefined): Result {
  const { cells, dependencies } = response;
  if (address !== undefined) registerDependency(address, dependencies === "all" ? "all" : [...dependencies]);
  if (cells instanceof Failure) throw excelError(cells);
  return cells.map(toResultRow);
}

/** Whatever goes wrong inside is one of the two documented errors. */
function guarded(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof CustomFunctions.Error) throw error;
    throw excelError(badValue(failureText(error)));
  }
}

let catchingUp = false;

/** Once the programme is there after all, asks again for every cell that gave up waiting. */
function catchUpLater(): void {
  if (catchingUp) return;
  catchingUp = true;
  programmeIndex()
    .then(() => recalculate("all"))
    .catch(() => undefined)
    .finally(() => {
      catchingUp = false;
    });
}

async function whenReady(id: FunctionId, timeoutMs: number, address: string | undefined): Promise<Ready> {
  try {
    const ready = Promise.all([programmeIndex(), evaluatorOf(id), dateFormat()]);
    const [index, evaluator, format] = await withTimeout(ready, timeoutMs, () => {
      if (address !== undefined) registerDependency(address, "all");
      catchUpLater();
      throw excelError(notAvailable(functionTexts().notReady));
    });
    return { index, evaluator, dateFormat: format };
  } catch (error) {
    if (error instanceof CustomFunctions.Error) throw error;
    const problem = unreadable();
    if (problem === null) throw unanswered(error);
    // Once the tables can be read again, the cell is calculated again.
    if (address !== undefined) registerDependency(address, "all");
    throw excelError(notAvailable(problem));
  }
}

/** The cell that calls; none while Excel asks for a preview of a formula being typed, which is no cell to keep up to date. */
function addressOf(invocation: unknown): string | undefined {
  const { address, isInValuePreview } = (invocation ?? {}) as Partial<CustomFunctions.Invocation>;
  return isInValuePreview ? undefined : address;
}

/** The function that Excel calls: its arguments in order, omitted ones as null, and the invocation last. */
export function excelFunction(
  entry: FunctionEntry & { id: FunctionId },
  timeoutMs = READY_TIMEOUT_MS,
): (...values: unknown[]) => Result | Promise<Result> {
  const count = entry.arguments.length;
  return (...values) => {
    // Read before any await: by then it is another call's (Excel-Custom-Functions#199).
    const address = addressOf(values[count]);
    const given = values.slice(0, count);
    const answer = (ready: Ready) => guarded(() => finish(answerCall(entry, given, ready), address));
    const index = cachedIndex();
    const evaluator = cachedEvaluator(entry.id);
    const format = cachedDateFormat();
    return index && evaluator && format
      ? answer({ index, evaluator, dateFormat: format })
      : whenReady(entry.id, timeoutMs, address).then(answer);
  };
}
