/** Failures as Excel wants them: thrown for a whole call, inside the array for one cell. */
import type { Answer, Failure } from "./cells";

/** What Excel takes in an array. */
export type Result = (Exclude<Answer, Failure> | CustomFunctions.Error)[][];

/** A failure as Excel's own error. */
export function excelError(failure: Failure): CustomFunctions.Error {
  const code =
    failure.code === "#N/A" ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue;
  return new CustomFunctions.Error(code, failure.message);
}
