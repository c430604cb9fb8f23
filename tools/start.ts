/**
 * `npm start`: the add-in in desktop Excel where there is one; elsewhere, or with --local, in the workbench.
 *
 *   --local      the workbench, even where Excel is installed
 *   --no-open    do not open a browser, only print the address
 *   --port N     the port to serve the workbench on (3017; when busy, another)
 */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { parseArgs } from "node:util";
import { startWorkbench } from "local-excel/workbench";
import { ensureBuilt, ROOT } from "./build";
import { hasDesktopExcel } from "./desktop-excel";
import { forgetSession, noteSession } from "./workbench-session";

const DEFAULT_PORT = 3017;

const { values: options } = parseArgs({
  options: {
    local: { type: "boolean", default: false },
    "no-open": { type: "boolean", default: false },
    port: { type: "string", default: String(DEFAULT_PORT) },
  },
});

async function main(): Promise<void> {
  if (!options.local && hasDesktopExcel()) sideload();
  else await serve();
}

/** Starts the development server, registers the manifest with Excel and opens Excel: Microsoft's own tool does all three. */
function sideload(): void {
  console.log(
    "Desktop Excel found: loading the add-in into it (npm stop undoes this; npm start -- --local for the workbench).",
  );
  const tool = path.join(ROOT, "node_modules/office-addin-debugging/cli.js");
  const child = spawn(process.execPath, [tool, "start", "manifest.xml", "desktop"], { cwd: ROOT, stdio: "inherit" });
  child.on("exit", (code) => {
    if (code)
      console.error("The add-in could not be loaded into Excel. The workbench still works: npm start -- --local");
    process.exitCode = code ?? 1;
  });
}

async function serve(): Promise<void> {
  console.log("Building the add-in and the workbench (the first time takes about half a minute) …");
  const addin = ensureBuilt();
  const key = randomUUID();
  const workbench = await startWorkbench(addin, { port: portOption(), stop: { key, requested: () => stop() } });
  noteSession({ url: workbench.url, key });

  function stop(): void {
    forgetSession(key);
    void workbench.close().then(() => process.exit(0));
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);

  console.log(`\n  The workbench is at  ${workbench.url}\n\n  A local Excel, not Microsoft Excel. Ctrl+C ends it.`);
  if (!options["no-open"]) openBrowser(workbench.url);
}

function portOption(): number {
  const port = Number(options.port);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new Error(`--port ${options.port}: expected a number from 0 to 65535.`);
}

/** Opens the address in the person's browser, where there is a person: not in CI and not without a display. */
function openBrowser(url: string): void {
  const opener = browserOpener();
  if (process.env["CI"] || opener === null) return;
  const [program, ...args] = opener;
  // Where no browser can be opened, the address is printed.
  spawn(program, [...args, url], { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}

function browserOpener(): [program: string, ...args: string[]] | null {
  switch (process.platform) {
    case "win32":
      return ["rundll32", "url.dll,FileProtocolHandler"];
    case "darwin":
      return ["open"];
    default:
      return process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"] ? ["xdg-open"] : null;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
