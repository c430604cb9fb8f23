/**
 * All checks in one command: types, lint, architecture, formatting, dead code, the build, and all tests
 * (unit, the built bundle on the local Excel, the workbench in a browser). The last line counts them: "N passed, N failed".
 */
import { spawnSync } from "node:child_process";
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

function run({ name, command: [program = "", ...args] }: Check): boolean {
  const started = Date.now();
  const { status } = spawnSync(program, args, { cwd: ROOT, stdio: "inherit" });
  const passed = status === 0;
  console.log(`${passed ? "ok    " : "FAILED"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return passed;
}

/** Runs jest and returns how many tests passed and failed; a suite that does not even start counts as one failure. */
function runTests(args: string[]): { passed: number; failed: number } {
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
  const succeeded = run({ name: "tests", command: jest });
  try {
    const summary = JSON.parse(readFileSync(report, "utf8")) as JestSummary;
    const failed = summary.numFailedTests + summary.numRuntimeErrorTestSuites;
    return { passed: summary.numPassedTests, failed: succeeded ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const results = CHECKS.map(run);
const tests = runTests(process.argv.slice(2));
const passed = results.filter(Boolean).length + tests.passed;
const failed = results.filter((result) => !result).length + tests.failed;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
