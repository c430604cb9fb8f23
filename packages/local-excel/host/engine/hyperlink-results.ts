import { CellValueType } from "@univerjs/core";
import { IHyperlinkEngineFormulaService } from "@univerjs/engine-formula";

import type { Engine } from "./engine";

/**
 * Makes the result of HYPERLINK the text that the cell shows. Univer's is a rich text, which leaves the value as it was: the cell kept
 * the error, or the #BUSY! of a custom function, that it had before.
 */
export function showHyperlinksAsText({ injector }: Engine): void {
  injector.get(IHyperlinkEngineFormulaService).generateCellValue = (_url, label) => ({
    v: label,
    t: CellValueType.STRING,
  });
}
