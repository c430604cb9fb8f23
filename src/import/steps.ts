/** Work that can be paused: readers yield between small parts, and whoever runs them decides when to pause. */
import { LIMITS, LimitExceeded } from "./limits";

/** Work that yields between its parts and returns its result. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Runs work to its end at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** How long work may go on before it pauses, and what lets it go on. */
export interface Pacing {
  /** Milliseconds from any fixed moment. */
  now: () => number;
  /** Resolves when the page has done what was waiting. */
  pause: () => Promise<void>;
  signal?: AbortSignal | undefined;
}

/** Work goes on for so many milliseconds between two pauses. */
const SLICE = 20;

export const PAGE_PACING: Pacing = {
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
};

/** Paces several pieces of work by one clock. */
export class Pacer {
  private readonly began: number;
  private sliceBegan: number;

  constructor(private readonly pacing: Pacing) {
    this.began = pacing.now();
    this.sliceBegan = this.began;
  }

  /**
   * Pauses where a slice is over.
   * @throws LimitExceeded where the whole work takes too long
   * @throws the signal's reason where it was aborted
   */
  async yieldToUi(): Promise<void> {
    const now = this.pacing.now();
    if (now - this.sliceBegan < SLICE) return;
    if (now - this.began > LIMITS.time) throw new LimitExceeded("time");
    await this.pacing.pause();
    this.pacing.signal?.throwIfAborted();
    this.sliceBegan = this.pacing.now();
  }

  /** Runs work in slices. */
  async run<Result>(steps: Steps<Result>): Promise<Result> {
    this.pacing.signal?.throwIfAborted();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await this.yieldToUi();
    }
  }
}
