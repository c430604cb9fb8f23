/** Makes docs/pictures/workbench.png, the picture in the README: both documents loaded, and a status put back by the guard. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { openWorkbench } from "../tests/end-to-end/support";
import { ROOT } from "./build";

const FILE = path.join(ROOT, "docs/pictures/workbench.png");
const SHEET = "Work programme";

async function main(): Promise<void> {
  const workbench = await openWorkbench({ viewport: { width: 1520, height: 860 } });
  try {
    await workbench.press("Load");
    await workbench.waitForSheet("Checks");
    await workbench.ready();
    await workbench.showSheet(SHEET);
    const status = await workbench.addressOf(SHEET, { Item: "X.590" }, "Status");
    // Some rows further first, so that the row of interest ends up in the middle.
    await workbench.goTo(status.replace(/\d+/, (row) => String(Number(row) + 6)));
    await workbench.type(status, "Determined");
    await (await workbench.pane()).getByText("X.590 cannot be Determined").first().waitFor();
    await workbench.waitForText(SHEET, status, "Consented");
    await workbench.goTo(status);
    await workbench.ready();
    mkdirSync(path.dirname(FILE), { recursive: true });
    await workbench.page.screenshot({ path: FILE, animations: "disabled", caret: "hide" });
    console.log(path.relative(ROOT, FILE));
  } finally {
    await workbench.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
