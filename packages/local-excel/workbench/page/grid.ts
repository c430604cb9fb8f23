import { createUniver, greenTheme, LocaleType, mergeLocales } from "@univerjs/presets";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/presets/preset-sheets-conditional-formatting";
import { UniverSheetsCorePreset } from "@univerjs/presets/preset-sheets-core";
import { UniverSheetsDataValidationPreset } from "@univerjs/presets/preset-sheets-data-validation";
import { UniverSheetsFilterPreset } from "@univerjs/presets/preset-sheets-filter";
import { UniverSheetsSortPreset } from "@univerjs/presets/preset-sheets-sort";
import { UniverSheetsTablePreset } from "@univerjs/presets/preset-sheets-table";
import coreEnglish from "@univerjs/presets/preset-sheets-core/locales/en-US";
import formattingEnglish from "@univerjs/presets/preset-sheets-conditional-formatting/locales/en-US";
import validationEnglish from "@univerjs/presets/preset-sheets-data-validation/locales/en-US";
import filterEnglish from "@univerjs/presets/preset-sheets-filter/locales/en-US";
import sortEnglish from "@univerjs/presets/preset-sheets-sort/locales/en-US";
import tableEnglish from "@univerjs/presets/preset-sheets-table/locales/en-US";
import "@univerjs/presets/lib/styles/preset-sheets-core.css";
import "@univerjs/presets/lib/styles/preset-sheets-conditional-formatting.css";
import "@univerjs/presets/lib/styles/preset-sheets-data-validation.css";
import "@univerjs/presets/lib/styles/preset-sheets-filter.css";
import "@univerjs/presets/lib/styles/preset-sheets-sort.css";
import "@univerjs/presets/lib/styles/preset-sheets-table.css";

type WorkbookData = Parameters<UniverAPI["createWorkbook"]>[0];

export type UniverAPI = ReturnType<typeof createUniver>["univerAPI"];

/** What Univer offers in its own menus and Excel does elsewhere or the host does not know: protection, and its special copying. */
const HIDDEN_MENUS = [
  "sheet.contextMenu.permission",
  "sheet.menu.copy-special",
  "sheet.command.add-range-protection-from-sheet-bar",
  "sheet.command.delete-worksheet-protection-from-sheet-bar",
  "sheet.command.change-sheet-protection-from-sheet-bar",
  "sheet.command.view-sheet-permission-from-sheet-bar",
];

function hiddenMenus(): Record<string, { hidden: true }> {
  return Object.fromEntries(HIDDEN_MENUS.map((id) => [id, { hidden: true }]));
}

/** Puts the spreadsheet into the page: Univer with its formula bar and sheet tabs, and a workbook; an empty one where none is given. */
export function createGrid(container: HTMLElement, workbook: WorkbookData = { name: "Book1" }): UniverAPI {
  const { univerAPI } = createUniver({
    theme: greenTheme,
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(
        coreEnglish,
        formattingEnglish,
        validationEnglish,
        filterEnglish,
        sortEnglish,
        tableEnglish,
      ),
    },
    presets: [
      UniverSheetsCorePreset({
        container,
        // The page has its own title bar and ribbon; Univer's header stays because its formula bar hangs from it.
        header: true,
        toolbar: false,
        footer: { menus: false },
        menu: hiddenMenus(),
        disableTextFormatAlert: true,
        disableTextFormatMark: true,
        sheets: {
          disableForceStringAlert: true,
          disableForceStringMark: true,
          clipboardConfig: { hidePasteOptions: true },
        },
      }),
      UniverSheetsTablePreset(),
      UniverSheetsFilterPreset(),
      UniverSheetsSortPreset(),
      UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
      UniverSheetsConditionalFormattingPreset(),
    ],
  });
  univerAPI.createWorkbook(workbook);
  return univerAPI;
}
