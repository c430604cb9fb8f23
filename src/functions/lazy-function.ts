/** Functions are known to Excel at once; what answers them is loaded behind the pane's first screen, or at the first call. */
import { languageReady } from "../i18n/language";
import type { FunctionEntry, FunctionId } from "./catalogue";
import { unanswered, type Result } from "./excel-errors";

type ExcelFunction = (...values: unknown[]) => Result | Promise<Result>;

/** The function that Excel calls. From the first answer on it is the answering function itself, called as Excel called this one. */
export function lateFunction(entry: FunctionEntry & { id: FunctionId }): ExcelFunction {
  let known: ExcelFunction | null = null;
  const bring = async (): Promise<ExcelFunction> => {
    try {
      const [{ excelFunction }] = await Promise.all([
        import(/* webpackChunkName: "workbook" */ "./invoke"),
        languageReady(),
      ]);
      known ??= excelFunction(entry);
      return known;
    } catch (error) {
      throw unanswered(error);
    }
  };
  return (...values) => (known ? known(...values) : bring().then((answer) => answer(...values)));
}
