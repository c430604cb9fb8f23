/** `npm stop`: ends a running workbench and removes the add-in from desktop Excel. Does nothing where there is neither. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { STOP_PATH } from "local-excel/workbench";
import { ROOT } from "./build";
import { hasDesktopExcel } from "./desktop-excel";
import { forgetSession, readSession } from "./workbench-session";

async function stopWorkbench(): Promise<void> {
  const session = readSession();
  if (!session) return console.log("No workbench is running.");
  try {
    const answer = await fetch(new URL(`${STOP_PATH}?key=${session.key}`, session.url), { method: "POST" });
    console.log(answer.ok ? `Stopped the workbench at ${session.url}` : "No workbench is running.");
  } catch {
    console.log("No workbench is running.");
  }
  forgetSession(session.key);
}

function undoSideload(): void {
  if (!hasDesktopExcel()) return;
  const tool = path.join(ROOT, "node_modules/office-addin-debugging/cli.js");
  const { status } = spawnSync(process.execPath, [tool, "stop", "manifest.xml", "desktop"], {
    cwd: ROOT,
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}

void stopWorkbench().then(undoSideload);
