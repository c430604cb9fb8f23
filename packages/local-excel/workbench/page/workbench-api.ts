import { quoteSheet } from "../../host/a1";
import type { LocalExcel } from "../../host/index";
import type { UniverAPI } from "./grid";

/** What the page offers to its console and to tests as `window.localExcel`: the host, and what a person sees, as text. */
export interface WorkbenchApi {
  readonly excel: LocalExcel;
  /** Resolves when the host, the calculation and the add-in's calls are at rest. */
  settled(): Promise<void>;
  /** The sheets that have a tab, in order. */
  sheetNames(): string[];
  /** What a cell shows, formatted. */
  text(sheet: string, address: string): string;
  /**
   * The address, in the column headed `column`, of the first row whose cells under the named headers show the given
   * texts; null where there is none. The header row is the first that holds all those headers.
   */
  findRow(sheet: string, row: Readonly<Record<string, string>>, column: string): string | null;
}

export function createApi(excel: LocalExcel, univerAPI: UniverAPI): WorkbenchApi {
  const visibleSheets = () =>
    (univerAPI.getActiveWorkbook()?.getSheets() ?? []).filter((sheet) => !sheet.isSheetHidden());
  return {
    excel,
    settled: () => excel.settled(),
    sheetNames: () => visibleSheets().map((sheet) => sheet.getSheetName()),
    text: (sheet, address) => excel.text(`${quoteSheet(sheet)}!${address}`),
    findRow: (name, wanted, column) => {
      const sheet = univerAPI.getActiveWorkbook()?.getSheetByName(name);
      const rows = sheet?.getDataRange().getDisplayValues() ?? [];
      const headers = [...Object.keys(wanted), column];
      const header = rows.findIndex((cells) => headers.every((text) => cells.includes(text)));
      const titles = rows[header] ?? [];
      const conditions = Object.entries(wanted).map(([title, text]) => [titles.indexOf(title), text] as const);
      const found = rows.findIndex(
        (cells, at) => at > header && conditions.every(([index, text]) => cells[index] === text),
      );
      if (!sheet || header < 0 || found < 0) return null;
      return sheet.getRange(found, titles.indexOf(column)).getA1Notation();
    },
  };
}
