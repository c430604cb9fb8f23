/** Reads one file in slices and prints how long it took, how long it held up the page, how fast Cancel worked, and the memory it took. */
import { readFileSync } from "node:fs";
import { readBytes } from "../../src/import/bytes";
import type { Pacing } from "../../src/domain/steps";

/** What reading a file took, in milliseconds of the processor and megabytes. */
export interface ReadingCost {
  outcome: string;
  time: number;
  /** Longest time between two pauses. */
  longestBlock: number;
  /** Time from Cancel to the end of reading. */
  cancel: number;
  /** Highest memory of the process, less that before reading. */
  memory: number;
}

const CANCEL_AFTER = 200;

/** Milliseconds of the processor: other programs on the machine do not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function read(bytes: Uint8Array, name: string): Promise<Omit<ReadingCost, "cancel" | "memory">> {
  const began = processorTime();
  let resumed = began;
  let longestBlock = 0;
  const pacing: Pacing = {
    now: () => performance.now(),
    pause: () => {
      longestBlock = Math.max(longestBlock, processorTime() - resumed);
      return new Promise((resolve) =>
        setTimeout(() => {
          resumed = processorTime();
          resolve();
        }, 0),
      );
    },
  };
  const result = await readBytes(bytes, name, pacing);
  longestBlock = Math.max(longestBlock, processorTime() - resumed);
  const outcome = "notADocument" in result ? result.notADocument.code : "read";
  return { outcome, time: processorTime() - began, longestBlock };
}

async function timeToCancel(bytes: Uint8Array, name: string): Promise<number> {
  const cancel = new AbortController();
  let cancelled = 0;
  const timer = setTimeout(() => {
    cancelled = processorTime();
    cancel.abort();
  }, CANCEL_AFTER);
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  const pacing: Pacing = { now: () => performance.now(), pause, signal: cancel.signal };
  await readBytes(bytes, name, pacing).catch(() => undefined);
  clearTimeout(timer);
  return cancelled === 0 ? 0 : processorTime() - cancelled;
}

async function main([file = "", name = ""]: readonly string[]): Promise<void> {
  const bytes = new Uint8Array(readFileSync(file));
  const before = process.memoryUsage().rss;
  const cost = await read(bytes, name);
  // In kilobytes.
  const memory = (process.resourceUsage().maxRSS * 1024 - before) / 1e6;
  const cancel = await timeToCancel(bytes, name);
  console.log(JSON.stringify({ ...cost, cancel, memory } satisfies ReadingCost));
}

void main(process.argv.slice(2));
