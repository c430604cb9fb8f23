/** What the functions need to know of the Excel they run in; asked once. */

export interface FunctionHost {
  /** Whether a cell can hold a card. */
  cards: boolean;
  /** Excel on the web refuses messages above 5 MB. */
  web: boolean;
}

let known: FunctionHost | null = null;

/** Asks Excel the first time. */
export function host(): FunctionHost {
  known ??= {
    cards:
      Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.4") &&
      Office.context.requirements.isSetSupported("ExcelApi", "1.16"),
    web: Office.context.platform === Office.PlatformType.OfficeOnline,
  };
  return known;
}
