/** Writes settings into the workbook, and into Office what it must know of them. */
import type { WorkbookSettings } from "../excel/settings";
import { writeSettings } from "../excel/write-settings";

/** The settings that the pane offers. */
export type PaneSettings = Pick<WorkbookSettings, "mode" | "startWithWorkbook" | "currentDate">;

/**
 * Writes settings. Office stores in the document whether the add-in starts with the workbook, from the next opening on; colleagues
 * without the add-in would see a prompt, which the document setting turns off on Windows and Mac.
 * @throws WorkbookError where the workbook cannot be written
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
