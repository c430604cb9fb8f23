/** Settings into the workbook, and what Office itself must know of them. */
import { writeSettings } from "../excel/settings";
import type { PaneSettings } from "./ports";

/**
 * Writes settings. Starting with the workbook is stored by Office in the document and acts from the next opening on; colleagues
 * without the add-in would see a prompt, which the document setting turns off on Windows and Mac.
 * @throws WorkbookError where the workbook does not take them
 */
export async function applySettings(changes: Partial<PaneSettings>): Promise<void> {
  const { startWithWorkbook } = changes;
  if (startWithWorkbook !== undefined) {
    const behaviour = startWithWorkbook ? Office.StartupBehavior.load : Office.StartupBehavior.none;
    await Office.addin.setStartupBehavior(behaviour);
    Office.context.document.settings.set("Office.DisableTrustUX", startWithWorkbook);
    await new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
  }
  await writeSettings(changes);
}
