import { CanceledError, CommandType } from "@univerjs/presets";
import { MessageType } from "@univerjs/presets/preset-sheets-core";
import { areaOf } from "../../host/a1";
import { refusalInGrid } from "../../host/grid-permissions";
import type { LocalExcel } from "../../host/index";
import type { UniverAPI } from "./grid";

/** Stops in the grid, with a message, what a protected sheet or a workbook that is open for viewing only does not permit. */
export function enforcePermissions({ host }: LocalExcel, univerAPI: UniverAPI): void {
  const { engine } = host;
  const report = (content: string): void => {
    univerAPI.showMessage({ content, type: MessageType.Error });
  };
  univerAPI.addEvent(univerAPI.Event.BeforeSheetEditStart, (event) => {
    const { worksheet, row, column } = event;
    const refusal = refusalInGrid(host, "sheet.command.set-range-values", worksheet.getSheetId(), [
      areaOf(row, column),
    ]);
    if (refusal === undefined) return;
    event.cancel = true;
    report(refusal);
  });
  engine.commands.beforeCommandExecuted(({ id, type }) => {
    if (type !== CommandType.COMMAND || engine.isInStep) return;
    const { sheetId, areas } = host.selectedAreas();
    const refusal = refusalInGrid(host, id, sheetId, areas);
    if (refusal === undefined) return;
    report(refusal);
    throw new CanceledError();
  });
}
