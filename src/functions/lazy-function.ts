/** Functions are known to Excel at once; what answers them is loaded behind the pane's first screen, or at the first call. */
import { languageReady } from "../i18n/language";
import type { FunctionEntry, FunctionId } from "./catalogue";
import { unanswered, type Result } from "./excel-errors";

type ExcelFunction = (...values: unknown[]) => Result | Promise<Result>;

/** The function that Excel calls. From the first answer on it is the answering function itself, called as Excel called this one. */
export function lazyFunction(entry: FunctionEntry & { id: FunctionId }): ExcelFunction {
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
  return (...values) => {
    if (known) return known(...values);
    const call = withFixedInvocation(values, entry.arguments.length);
    return bring().then((answer) => answer(...call));
  };
}

/**
 * The values of a call with its invocation as it is now: Excel uses one invocation for several calls of a filled range, and its address
 * is another after an await (Excel-Custom-Functions#199).
 */
function withFixedInvocation(values: unknown[], at: number): unknown[] {
  const { address, isInValuePreview } = (values[at] ?? {}) as CustomFunctions.Invocation;
  return [...values.slice(0, at), { address, isInValuePreview }];
}
