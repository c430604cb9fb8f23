import { LocaleType, createUniver } from "@univerjs/presets";
import type { FUniver, IWorkbookData, Univer } from "@univerjs/presets";
import { UniverSheetsNodeCorePreset } from "@univerjs/preset-sheets-node-core";

const EMPTY: Partial<IWorkbookData> = {
  id: "workbook",
  name: "Book1",
  sheetOrder: ["sheet1"],
  sheets: { sheet1: { id: "sheet1", name: "Sheet1", rowCount: 1000, columnCount: 26 } },
};

/** A Univer without a user interface, with one workbook: of one empty sheet, as Excel opens, unless another is given. */
export function startUniver(workbook: Partial<IWorkbookData> = EMPTY): { univer: Univer; univerAPI: FUniver } {
  const { univer, univerAPI } = createUniver({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    presets: [UniverSheetsNodeCorePreset({})],
  });
  // Univer works in the very object it is given.
  univerAPI.createWorkbook(structuredClone(workbook));
  return { univer, univerAPI };
}
