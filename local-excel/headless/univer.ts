import { LocaleType, createUniver } from "@univerjs/presets";
import type { FUniver, Univer } from "@univerjs/presets";
import { UniverSheetsNodeCorePreset } from "@univerjs/preset-sheets-node-core";

/** A Univer without a user interface, with one workbook of one empty sheet, as Excel opens. */
export function startUniver(): { univer: Univer; univerAPI: FUniver } {
  const { univer, univerAPI } = createUniver({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    presets: [UniverSheetsNodeCorePreset({})],
  });
  univerAPI.createWorkbook({
    id: "workbook",
    name: "Book1",
    sheetOrder: ["sheet1"],
    sheets: { sheet1: { id: "sheet1", name: "Sheet1", rowCount: 1000, columnCount: 26 } },
  });
  return { univer, univerAPI };
}
