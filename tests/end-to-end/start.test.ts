import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { ensureBundle } from "local-excel/workbench";
import { ensureBuilt, ROOT } from "../../tools/build";

const TSX = path.join(ROOT, "node_modules/tsx/dist/cli.mjs");

/** Starts `npm start -- --local` without a browser and waits for the address that it prints. */
async function start(): Promise<{ child: ChildProcess; url: string; ended: Promise<number | null> }> {
  const child = spawn(process.execPath, [TSX, "tools/start.ts", "--local", "--no-open", "--port", "0"], { cwd: ROOT });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const url = await new Promise<string>((resolve, reject) => {
    let printed = "";
    const read = (text: Buffer): void => {
      printed += text.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("exit", () => reject(new Error(`npm start ended: ${printed}`)));
  });
  return { child, url, ended };
}

const stop = () => spawnSync(process.execPath, [TSX, "tools/stop.ts"], { cwd: ROOT, encoding: "utf8" });

describe("npm start and npm stop, on a machine without Excel", () => {
  beforeAll(async () => {
    ensureBuilt();
    await ensureBundle();
  });

  it("serves the workbench at the printed address, until npm stop", async () => {
    const { url, ended } = await start();
    expect(await (await fetch(url)).text()).toContain("not Microsoft Excel");
    expect((await fetch(new URL("addin/taskpane.html", url))).status).toBe(200);
    expect(stop().stdout).toContain(url);
    expect(await ended).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it("ends cleanly at Ctrl+C, after which npm stop finds nothing to stop", async () => {
    const { child, ended } = await start();
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    const { status, stdout } = stop();
    expect(stdout).toContain("No workbench is running");
    expect(status).toBe(0);
  });
});
