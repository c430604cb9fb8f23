/** Builds dist/ when it is missing or older than what it is made from, so that every command runs the real bundle. */
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The repository's top folder. */
export const ROOT = path.resolve(__dirname, "..");
const DIST = path.join(ROOT, "dist");
const STAMP = path.join(ROOT, ".cache", "build-stamp");
const LOCK = path.join(ROOT, ".cache", "build-lock");
const INPUTS = [
  "src",
  "seeds",
  "assets",
  "manifest.xml",
  "webpack.config.js",
  "package.json",
  "tools/functions-metadata.ts",
  "tools/guide.ts",
  "docs/guide",
  "docs/pictures",
  "tools/hosting",
];

function filesBelow(entry: string): string[] {
  if (!existsSync(entry)) return [];
  if (statSync(entry).isFile()) return [entry];
  return readdirSync(entry)
    .sort()
    .flatMap((name) => filesBelow(path.join(entry, name)));
}

/** A digest of everything the bundle is made from. */
function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of INPUTS.flatMap((input) => filesBelow(path.join(ROOT, input)))) {
    hash.update(path.relative(ROOT, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function isFresh(wanted: string): boolean {
  return existsSync(path.join(DIST, "taskpane.html")) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted;
}

const pause = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Lets one process build while the others wait; a lock older than two minutes belongs to a process that died. */
function withLock(work: () => void): void {
  mkdirSync(path.dirname(LOCK), { recursive: true });
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch {
      const age = existsSync(LOCK) ? Date.now() - statSync(LOCK).mtimeMs : 0;
      if (age > 120_000) rmSync(LOCK, { recursive: true, force: true });
      else pause(200);
    }
  }
  try {
    work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

/**
 * Makes dist/ current and returns its path. Quiet: what webpack prints goes to standard error, and only when it fails.
 * @throws Error with webpack's output when the build fails.
 */
export function ensureBuilt(): string {
  if (isFresh(fingerprint())) return DIST;
  withLock(() => {
    const wanted = fingerprint();
    if (isFresh(wanted)) return;
    const webpack = path.join(ROOT, "node_modules", "webpack", "bin", "webpack.js");
    const building = `${DIST}.building`;
    try {
      execFileSync(process.execPath, [webpack, "--output-path", building], { cwd: ROOT, stdio: "pipe" });
    } catch (error) {
      const output = error as { stdout?: Buffer; stderr?: Buffer };
      throw new Error(`The build failed:\n${output.stdout?.toString() ?? ""}${output.stderr?.toString() ?? ""}`);
    }
    rmSync(DIST, { recursive: true, force: true });
    renameSync(building, DIST);
    writeFileSync(STAMP, wanted);
  });
  return DIST;
}

if (require.main === module) ensureBuilt();
