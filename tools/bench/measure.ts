/** Timing: each pair is measured in turns on the same machine in the same run, and the best of several rounds counts. */

/** One line of the table. */
export interface Result {
  what: string;
  ours: string;
  against: string;
  floor: string;
  /** Ours by the floor. */
  ratio: string;
  goal: string;
  reached: boolean;
}

const ROUNDS = 3;

/** Wall clock time of some work, in milliseconds. */
export async function timed(work: () => Promise<void> | void): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The processor's time of some work in milliseconds, and not the clock's: add-in and Excel wait on purpose for what belongs together. */
export async function processorTime(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The best time of each of two kinds of work, measured in turns. */
export async function inTurns(
  ours: () => Promise<number>,
  floor: () => Promise<number>,
  rounds = ROUNDS,
): Promise<{ ours: number; floor: number }> {
  const best = { ours: Infinity, floor: Infinity };
  for (let round = 0; round < rounds; round++) {
    best.floor = Math.min(best.floor, await floor());
    best.ours = Math.min(best.ours, await ours());
  }
  return best;
}

/** "12.3 ms", "1.23 s". */
export function duration(milliseconds: number): string {
  return milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${milliseconds.toFixed(1)} ms`;
}

export const times = (value: number): string => value.toFixed(2);
