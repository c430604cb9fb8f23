/** Excel's error codes as sentences of what to do: its own messages are never shown raw. */
import { workbookTexts } from "../i18n/workbook";

/** An error with a sentence for people; `code` is Excel's own. */
export class WorkbookError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "WorkbookError";
  }
}

/** Codes after which the very same batch may be sent again: Excel did nothing of it. */
const BUSY: ReadonlySet<string> = new Set([
  "InvalidOperationInCellEditMode",
  "InactiveWorkbook",
  "Busy",
  "TooManyRequests",
]);

/** Excel's code of an error, "GeneralException" where it has none. */
export function errorCode(error: unknown): string {
  if (error instanceof WorkbookError) return error.code;
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string")
    return error.code;
  return "GeneralException";
}

/** Whether waiting and sending again may help. */
export function isBusy(error: unknown): boolean {
  return BUSY.has(errorCode(error));
}

/** Whether Excel refused a write, as it does on protected sheets and in a workbook that is open for viewing only. */
export function isRefusedWrite(error: unknown): boolean {
  return errorCode(error) === "AccessDenied";
}

/** Returns the sentence for an error of Excel. */
export function errorSentence(error: unknown): string {
  if (error instanceof WorkbookError) return error.message;
  const texts = workbookTexts();
  const code = errorCode(error);
  const sentences: Record<string, string> = {
    InvalidOperationInCellEditMode: texts.cellBeingEdited,
    InactiveWorkbook: texts.otherWorkbookActive,
    AccessDenied: texts.accessDenied,
    ItemNotFound: texts.notFound,
    InvalidReference: texts.notFound,
    RequestPayloadSizeLimitExceeded: texts.tooLarge,
    ResponsePayloadSizeLimitExceeded: texts.tooLarge,
    ApiNotFound: texts.apiMissing,
    UndoNotSupported: texts.undoImpossible,
  };
  return sentences[code] ?? texts.excelFailed(code);
}

/** An error of Excel with its sentence; one of ours, and one that is none of Excel's, comes back as it is. */
export function asWorkbookError(error: unknown): unknown {
  if (error instanceof WorkbookError || !isExcelError(error)) return error;
  return new WorkbookError(errorCode(error), errorSentence(error), { cause: error });
}

function isExcelError(error: unknown): boolean {
  return typeof OfficeExtension !== "undefined" && error instanceof OfficeExtension.Error;
}
