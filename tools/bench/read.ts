/** Reading documents of 1, 10 and 100 times the seed's length: the time per line has to stay flat. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { readDocument } from "../../src/import";
import { ROOT } from "../build";
import { duration, timed, times, type Result } from "./measure";

const SEED = path.join(ROOT, "seeds", "002_6de7bdcfc1d3d7d8.txt");
const FIRST_ANNEX = /^Annex A$/m;

/** The executive summary with its annexes so many times one after the other. */
function longSummary(factor: number): string {
  const text = readFileSync(SEED, "utf8");
  const start = text.search(FIRST_ANNEX);
  return text.slice(0, start) + Array.from({ length: factor }, () => text.slice(start)).join("\n");
}

/** One line for each length; the ratio is that of the time per line to the shortest's. */
export async function benchRead(): Promise<Result[]> {
  const results: Result[] = [];
  let shortest = 0;
  await timed(() => void readDocument(longSummary(1)));
  for (const factor of [1, 10, 100]) {
    const text = longSummary(factor);
    const lines = text.split("\n").length;
    let best = Infinity;
    for (let round = 0; round < 3; round++) best = Math.min(best, await timed(() => void readDocument(text)));
    const perLine = best / lines;
    shortest ||= perLine;
    const ratio = perLine / shortest;
    results.push({
      what: `read ${String(lines)} lines`,
      ours: `${duration(best)}, ${(perLine * 1000).toFixed(1)} µs a line`,
      against: "the time per line of the shortest",
      floor: `${(shortest * 1000).toFixed(1)} µs a line`,
      ratio: times(ratio),
      goal: "flat",
      reached: ratio <= 1.5,
    });
  }
  return results;
}
