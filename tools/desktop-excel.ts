import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** Whether this machine has a desktop Excel into which an add-in can be sideloaded. */
export function hasDesktopExcel(): boolean {
  switch (process.platform) {
    case "win32":
      return ["HKLM", "HKCU"].some(registersExcel);
    case "darwin":
      return ["/Applications", path.join(homedir(), "Applications")].some((folder) =>
        existsSync(path.join(folder, "Microsoft Excel.app")),
      );
    default:
      return false;
  }
}

/** Windows finds an installed program by its "App Path"; all installers of Office write that of Excel. */
function registersExcel(hive: string): boolean {
  const key = `${hive}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\excel.exe`;
  try {
    const answer = execFileSync("reg", ["query", key, "/ve"], { encoding: "utf8", stdio: "pipe", windowsHide: true });
    const executable = /REG_(?:EXPAND_)?SZ\s+(.+?)\s*$/m.exec(answer)?.[1]?.replaceAll('"', "");
    return executable !== undefined && existsSync(executable);
  } catch {
    return false;
  }
}
