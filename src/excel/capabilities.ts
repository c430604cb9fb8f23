/** The features of this Excel, read once: shown in Diagnostics, and the reason for every fall-back (docs/limitations.md). */

export interface HostCapabilities {
  /** Highest ExcelApi set that is there, "1.17"; null where none is. */
  excelApi: string | null;
  /** 1.9: RangeAreas, suspending screen updating, change events of the whole collection of sheets. */
  level: boolean;
  /** 1.10: events when rows are sorted. Without them a sort is seen as an edit of every row, judged by key, and disturbs nothing. */
  sortEvents: boolean;
  /** 1.12: formulas that spill. */
  spills: boolean;
  /** 1.12: how the region writes dates. */
  culture: boolean;
  /** 1.13: Table.resize. Without it rows are added with table.rows.add. */
  tableResize: boolean;
  /** 1.14: events report whether this add-in caused them. Without it, pending writes are compared with the events. */
  triggerSource: boolean;
  /** 1.16: entity cards in cells. Without them ITEM answers plain text. */
  entityCards: boolean;
  /** 1.17: events when a sheet is renamed or moved. */
  sheetNameEvents: boolean;
  /** 1.20: one Excel.run as one step of undo. */
  mergeUndoGroup: boolean;
  sharedRuntime: boolean;
  customFunctions: boolean;
  /** Requests above 5 MB are refused there. */
  web: boolean;
}

const LEVELS = Array.from({ length: 22 }, (_, index) => `1.${String(22 - index)}`);

let cached: HostCapabilities | null = null;

/** Reads the features of Excel once. */
export function capabilities(): HostCapabilities {
  if (cached) return cached;
  const requirements = Office.context.requirements;
  const has = (set: string, version: string): boolean => requirements.isSetSupported(set, version);
  cached = {
    excelApi: LEVELS.find((level) => has("ExcelApi", level)) ?? null,
    level: has("ExcelApi", "1.9"),
    sortEvents: has("ExcelApi", "1.10"),
    spills: has("ExcelApi", "1.12"),
    culture: has("ExcelApi", "1.12"),
    tableResize: has("ExcelApi", "1.13"),
    triggerSource: has("ExcelApi", "1.14"),
    entityCards: has("ExcelApi", "1.16"),
    sheetNameEvents: has("ExcelApi", "1.17"),
    mergeUndoGroup: has("ExcelApi", "1.20"),
    sharedRuntime: has("SharedRuntime", "1.1"),
    customFunctions: has("CustomFunctionsRuntime", "1.1"),
    web: Office.context.platform === Office.PlatformType.OfficeOnline,
  };
  return cached;
}
