/** Work that can be paused: it yields between small parts, and whoever runs it decides when to pause. */
import { pause } from "./waiting";

/** Work that yields between its parts and returns its result. A number that it yields is the share done so far, from 0 to 1. */
export type Steps<Result> = Generator<number | undefined, Result, undefined>;

/** Runs work to its end at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Number of entries between two yields. */
const PART = 100;

/** Maps a list, yielding between parts of it. */
export function* mapInSteps<Entry, Result>(
  list: readonly Entry[],
  map: (entry: Entry, index: number) => Result,
): Steps<Result[]> {
  const results: Result[] = [];
  for (const [index, entry] of list.entries()) {
    results.push(map(entry, index));
    if (index % PART === PART - 1) yield;
  }
  return results;
}

/** Work as a part of other work: its shares become those from `from` to `to`. */
export function* partOf<Result>(steps: Steps<Result>, from: number, to: number): Steps<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield step.value === undefined ? undefined : from + step.value * (to - from);
  }
}

/** How work pauses. */
export interface Pacing {
  /** Milliseconds from any fixed moment. */
  now: () => number;
  /** Resolves when the page has done what was waiting. */
  pause: () => Promise<void>;
  signal?: AbortSignal | undefined;
  /** Called before a pause with the share done so far, from 0 to 1. */
  progress?: ((share: number) => void) | undefined;
}

/** Work goes on for so many milliseconds between two pauses. */
const SLICE = 20;

/** Pauses for whatever the page has waiting. */
export const PAGE_PACING: Pacing = {
  now: () => performance.now(),
  pause,
};

/** Paces several pieces of work by one clock. */
export class Pacer {
  private sliceBegan: number;
  private worked = 0;
  private share = 0;

  /** @param check called before each pause with the milliseconds of work so far, without those of pauses; may throw */
  constructor(
    private readonly pacing: Pacing,
    private readonly check: (worked: number) => void = () => undefined,
  ) {
    this.sliceBegan = pacing.now();
  }

  /**
   * Pauses where a slice is over.
   * @throws the signal's reason where it was aborted
   */
  async yieldToUi(): Promise<void> {
    const slice = this.pacing.now() - this.sliceBegan;
    if (slice < SLICE) return;
    this.worked += slice;
    this.check(this.worked);
    this.pacing.progress?.(this.share);
    await this.pacing.pause();
    this.pacing.signal?.throwIfAborted();
    this.sliceBegan = this.pacing.now();
  }

  /** Runs work in slices. */
  async run<Result>(steps: Steps<Result>): Promise<Result> {
    this.pacing.signal?.throwIfAborted();
    this.sliceBegan = this.pacing.now();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      this.share = Math.max(this.share, step.value ?? 0);
      await this.yieldToUi();
    }
  }
}
