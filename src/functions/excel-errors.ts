/** Failures as Excel wants them: thrown for a whole call, inside the array for one cell. */
import { functionTexts } from "../i18n/functions";
import { notAvailable, type Answer, type Failure } from "./cells";

/** What Excel takes in an array. */
export type Result = (Exclude<Answer, Failure> | CustomFunctions.Error)[][];

/** A failure as Excel's own error. */
export function excelError(failure: Failure): CustomFunctions.Error {
  const code =
    failure.code === "#N/A" ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue;
  return new CustomFunctions.Error(code, failure.message);
}

/** The sentence for what went wrong inside. */
export function failureText(error: unknown): string {
  return functionTexts().failed(error instanceof Error ? error.message : String(error));
}

/** What a call shows that could not be answered: #N/A, and why. */
export function unanswered(error: unknown): CustomFunctions.Error {
  return excelError(notAvailable(failureText(error)));
}
