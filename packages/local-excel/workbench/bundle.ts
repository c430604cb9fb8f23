import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const PACKAGE = path.resolve(__dirname, "..");

/** What the workbench's page is made from; a change in any of it makes a new bundle. */
const INPUTS = ["xlsx", "host", "workbench", "manifest.ts", "package.json"];
const STAMP = "made-from";

/**
 * Bundles the workbench's page if that is still to be done, and returns the bundle's folder. About ten seconds the
 * first time, and then nothing until the local Excel or its packages change.
 *
 * @throws Error with webpack's own words when the bundle cannot be made
 */
export async function ensureBundle(): Promise<string> {
  const folder = path.join(PACKAGE, ".cache/workbench");
  const wanted = await fingerprint();
  const stamp = path.join(folder, STAMP);
  if (existsSync(stamp) && (await readFile(stamp, "utf8")) === wanted) return folder;
  // Built aside and put in place whole, so that a second process never sees half a bundle.
  const building = `${folder}.${process.pid}`;
  const webpack = require.resolve("webpack/bin/webpack.js");
  const config = path.join(__dirname, "webpack.config.cjs");
  try {
    await run(process.execPath, [webpack, "--config", config, "--output-path", building], { cwd: PACKAGE });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    await rm(building, { recursive: true, force: true });
    throw new Error(`The workbench's page could not be bundled:\n${stdout}${stderr}`);
  }
  await writeFile(path.join(building, STAMP), wanted);
  await rm(folder, { recursive: true, force: true });
  await rename(building, folder);
  return folder;
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const input of INPUTS) {
    for (const file of await filesBelow(path.join(PACKAGE, input))) {
      hash.update(path.relative(PACKAGE, file)).update(await readFile(file));
    }
  }
  return hash.digest("hex");
}

async function filesBelow(entry: string): Promise<string[]> {
  if (!existsSync(entry)) return [];
  if ((await stat(entry)).isFile()) return [entry];
  const names = (await readdir(entry)).sort();
  return (await Promise.all(names.map((name) => filesBelow(path.join(entry, name))))).flat();
}
