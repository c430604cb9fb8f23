import {
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
  type ISheetDataValidationRule,
} from "@univerjs/presets";
import {
  AddDataValidationMutation,
  RemoveDataValidationMutation,
} from "@univerjs/presets/preset-sheets-data-validation";
import { areaOf, formatAddress } from "../../host/a1";
import type { LocalExcel } from "../../host/index";
import type { ValidationRule } from "../../host/engine/sheet-state";

const RULE_ID = "drop-down-of-the-selected-cell";

/**
 * Shows the arrow of a drop-down in the selected cell, as Excel does, and in no other. Univer draws the arrow and the
 * list and turns away what is typed against the list; it is told of the one cell, outside the undo steps.
 */
export function showDropDowns(excel: LocalExcel): void {
  const { engine, changes } = excel.host;
  let shownOn: string | null = null;

  const run = (id: string, sheetId: string, params: object): void =>
    engine.run(id, { unitId: engine.unitId, subUnitId: sheetId, ...params }, { onlyLocal: true });

  const hide = (): void => {
    if (shownOn !== null && engine.sheet(shownOn)) run(RemoveDataValidationMutation.id, shownOn, { ruleId: RULE_ID });
    shownOn = null;
  };

  const show = (sheetId: string, row: number, column: number): void => {
    hide();
    const sheet = engine.sheet(sheetId);
    const validation = ruleAt(excel, sheetId, row, column);
    if (!sheet || !validation) return;
    const choices = excel.user.choices(formatAddress(sheet.getName(), areaOf(row, column)));
    if (choices.length === 0) return;
    shownOn = sheetId;
    run(AddDataValidationMutation.id, sheetId, { rule: univerRule(validation, choices, row, column) });
  };

  changes.subscribe((change, origin) => {
    if (change.kind !== "selected" || origin.kind !== "person") return;
    const [area] = change.areas;
    if (area && change.areas.length === 1) show(change.sheetId, area.startRow, area.startColumn);
    else hide();
  });
}

function ruleAt(excel: LocalExcel, sheetId: string, row: number, column: number): ValidationRule | undefined {
  return excel.host
    .sheetState(sheetId)
    .validations.findLast(
      ({ area }) =>
        row >= area.startRow && row <= area.endRow && column >= area.startColumn && column <= area.endColumn,
    );
}

function univerRule(
  { rule, errorAlert, ignoreBlanks }: ValidationRule,
  choices: readonly string[],
  row: number,
  column: number,
): ISheetDataValidationRule {
  const { inCellDropDown } = (rule["list"] ?? {}) as { inCellDropDown?: boolean };
  const stops = errorAlert["showAlert"] !== false && errorAlert["style"] === "Stop";
  return {
    uid: RULE_ID,
    type: DataValidationType.LIST,
    // A written-out list, in which a comma parts the entries, as in Excel.
    formula1: choices.join(","),
    ranges: [{ startRow: row, endRow: row, startColumn: column, endColumn: column }],
    allowBlank: ignoreBlanks,
    showDropDown: inCellDropDown !== false,
    renderMode: DataValidationRenderMode.ARROW,
    errorStyle: stops ? DataValidationErrorStyle.STOP : DataValidationErrorStyle.INFO,
    showErrorMessage: stops,
    error: String(errorAlert["message"] ?? ""),
    errorTitle: String(errorAlert["title"] ?? ""),
  };
}
