import type { IWorkbookData } from "@univerjs/core";

import type { Host } from "../host";
import { applyState, readSharedState, stateChanges } from "./shared-state";

/** Univer's own form of the workbook as a client has it, for another client to open; `copyState` brings the rest. */
export function copyWorkbook({ engine }: Host): IWorkbookData {
  return structuredClone(engine.workbook.getSnapshot());
}

/** Brings tables, names, rules, settings, spills and the messages of errors to a client that has opened the workbook. */
export function copyState(from: Host, to: Host): void {
  to.engine.replay(() => {
    for (const operation of stateChanges(new Map(), readSharedState(from))) applyState(to, operation);
  });
  to.engine.formulas.setArrayFormulaRange(structuredClone(from.engine.formulas.getArrayFormulaRange()));
  to.engine.formulas.setArrayFormulaCellData(structuredClone(from.engine.formulas.getArrayFormulaCellData()));
  for (const [cell, note] of from.functions.notes) to.functions.notes.set(cell, note);
}
