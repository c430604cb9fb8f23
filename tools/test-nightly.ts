/**
 * Looks for faults of the edit guard by random sequences of edits in workbooks in any state: `npm run test:nightly`. The first argument is
 * their number, the second one a seed. A failure prints what was drawn, with GUARD_SEED and GUARD_PATH to see it again.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ROOT } from "./build";

/** Sequences of one process, which ends then with the workbooks that it has opened. */
const SLICE = 250;

const [count = "10000", first = String(Date.now() % 1_000_000_000)] = process.argv.slice(2);
const jest = path.join(ROOT, "node_modules", "jest", "bin", "jest.js");

for (let done = 0; done < Number(count); done += SLICE) {
  const runs = String(Math.min(SLICE, Number(count) - done));
  const seed = String(Number(first) + done / SLICE);
  console.log(`GUARD_SEED=${seed} GUARD_RUNS=${runs}`);
  const { status } = spawnSync(process.execPath, [jest, "tests/excel/edit-guard/any-edits.test.ts"], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, GUARD_RUNS: runs, GUARD_SEED: seed },
  });
  if (status !== 0) process.exitCode = 1;
}
