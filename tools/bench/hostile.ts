/** Documents that are made to hold a reader up: each is read in a process of its own, for its time and memory. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { HOSTILE_DOCUMENTS } from "./hostile-documents";
import type { ReadingCost } from "./hostile-reading";
import { duration, type Result } from "./measure";

const MOST = { time: 5_000, memory: 500, block: 200, cancel: 500 } as const;

function costOf(file: string, name: string): ReadingCost {
  const script = path.join(__dirname, "hostile-reading.ts");
  const output = execFileSync(process.execPath, ["--import", "tsx", script, file, name], { encoding: "utf8" });
  return JSON.parse(output) as ReadingCost;
}

/** One line for each document: time and memory of reading it, the longest block of the page, and the time of Cancel. */
export function benchHostile(): Promise<Result[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "hostile-"));
  try {
    const results = HOSTILE_DOCUMENTS.map(({ what, name, make }): Result => {
      const file = path.join(folder, name);
      writeFileSync(file, make());
      const { outcome, time, longestBlock, cancel, memory } = costOf(file, name);
      console.error(`${what}: ${outcome}`);
      return {
        what: `${what} (${outcome})`,
        ours: `${duration(time)}, ${memory.toFixed(0)} MB`,
        against: "longest block; Cancel",
        floor: `${duration(longestBlock)}; ${duration(cancel)}`,
        ratio: "",
        goal: "≤ 5 s, 500 MB, 200 ms, 500 ms",
        reached: time <= MOST.time && memory <= MOST.memory && longestBlock <= MOST.block && cancel <= MOST.cancel,
      };
    });
    return Promise.resolve(results);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
