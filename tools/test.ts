/**
 * All checks in one command: types, lint, architecture, formatting, dead code, the build, and all tests
 * (unit, the built bundle on the local Excel, the workbench in a browser). The last line counts them: "N passed, N failed".
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { ROOT } from "./build";

interface Check {
  name: string;
  command: string[];
}

const bin = (pkg: string, file: string) => path.join(ROOT, "node_modules", pkg, file);
const node = (...args: string[]) => [process.execPath, ...args];

const CHECKS: Check[] = [
  { name: "types", command: node(bin("typescript", "bin/tsc"), "--noEmit", "-p", ".") },
  { name: "lint", command: node(bin("eslint", "bin/eslint.js"), ".") },
  {
    name: "architecture",
    command: node(
      bin("dependency-cruiser", "bin/dependency-cruise.mjs"),
      "src",
      "packages",
      "tools",
      "tests",
      "--config",
      ".dependency-cruiser.cjs",
    ),
  },
  { name: "formatting", command: node(bin("prettier", "bin/prettier.cjs"), "--check", "--log-level", "warn", ".") },
  { name: "dead code", command: node(bin("knip", "bin/knip.js")) },
  { name: "build", command: node(bin("tsx", "dist/cli.mjs"), "tools/build.ts") },
];

/** Jest by itself leaves one processor idle, half the machine where there are two; each worker may want a gigabyte of memory. */
const WORKERS = Math.min(availableParallelism(), 4);

interface JestSummary {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  numRuntimeErrorTestSuites: number;
}

/** Runs a check and returns whether it passed; its output is printed in one piece, or as it comes where nothing runs beside it. */
async function run({ name, command: [program = "", ...args] }: Check, output: "pipe" | "inherit"): Promise<boolean> {
  const started = Date.now();
  const child = spawn(program, args, { cwd: ROOT, stdio: ["ignore", output, output] });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data: Buffer) => printed.push(data));
  const passed = await new Promise<boolean>((resolve) => {
    child.once("error", () => resolve(false));
    child.once("close", (status) => resolve(status === 0));
  });
  process.stdout.write(Buffer.concat(printed));
  console.log(`${passed ? "ok    " : "FAILED"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return passed;
}

/** Runs the checks, as many at once as there are workers: each uses one processor only. */
async function runChecks(): Promise<boolean[]> {
  const waiting = [...CHECKS];
  const results: boolean[] = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await run(check, "pipe"));
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return results;
}

/** Runs jest and returns how many tests passed and failed; a suite that does not even start counts as one failure. */
async function runTests(args: string[]): Promise<{ passed: number; failed: number }> {
  const report = path.join(ROOT, "artefacts", "tests.json");
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const jest = node(
    "--max-old-space-size=4096",
    bin("jest", "bin/jest.js"),
    "--json",
    `--outputFile=${report}`,
    `--maxWorkers=${String(WORKERS)}`,
    ...args,
  );
  const succeeded = await run({ name: "tests", command: jest }, "inherit");
  try {
    const summary = JSON.parse(readFileSync(report, "utf8")) as JestSummary;
    const failed = summary.numFailedTests + summary.numRuntimeErrorTestSuites;
    return { passed: summary.numPassedTests, failed: succeeded ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function main(): Promise<void> {
  const results = await runChecks();
  const tests = await runTests(process.argv.slice(2));
  const passed = results.filter(Boolean).length + tests.passed;
  const failed = results.filter((result) => !result).length + tests.failed;
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

void main();
