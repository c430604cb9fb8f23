/**
 * Time per line of reading documents of 1, 10 and 100 times the seed's length: `npx tsx tests/documents/time.ts`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDocument } from "../../src/import";

export interface ReadingTime {
  times: number;
  lines: number;
  milliseconds: number;
  microsecondsPerLine: number;
}

/** Makes a document of so many times the rows of the executive summary's table of new work items, as one document. */
export function longSummary(times: number): string {
  const seed = readFileSync(join(__dirname, "../../seeds/002_6de7bdcfc1d3d7d8.txt"), "utf8");
  const begin = seed.indexOf("Annex A\n");
  return seed.slice(0, begin) + seed.slice(begin).repeat(times);
}

/** Measures reading at 1, 10 and 100 times the length: the best of some runs each, after warming up. */
export function measureReadingTime(): ReadingTime[] {
  readDocument(longSummary(10));
  return [1, 10, 100].map((times) => {
    const text = longSummary(times);
    const lines = text.split("\n").length;
    let best = Infinity;
    for (let run = 0; run < (times === 100 ? 3 : 8); run++) {
      const start = performance.now();
      readDocument(text);
      best = Math.min(best, performance.now() - start);
    }
    return { times, lines, milliseconds: best, microsecondsPerLine: (best * 1000) / lines };
  });
}

if (process.argv[1]?.endsWith("time.ts")) {
  for (const { times, lines, milliseconds, microsecondsPerLine } of measureReadingTime()) {
    process.stdout.write(
      `${String(times).padStart(4)} x  ${String(lines).padStart(6)} lines  ${milliseconds.toFixed(1).padStart(8)} ms  ${microsecondsPerLine.toFixed(1)} µs a line\n`,
    );
  }
}
