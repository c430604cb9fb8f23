const NEVER: readonly number[] = [];

/**
 * The last of three layers against loops, after the event's trigger and the pending writes: a cell that was reverted several times within
 * a short time is not reverted again, whatever keeps writing into it.
 */
export class CircuitBreaker {
  private readonly reverts = new Map<string, number[]>();

  /**
   * @param limit how often a cell may be reverted
   * @param within the period in which reverts count, in milliseconds
   */
  constructor(
    private readonly limit = 3,
    private readonly within = 5_000,
  ) {}

  /** Whether a cell was reverted so often that it is now left as it is. */
  isOpen(cell: string, now: number): boolean {
    return this.recent(cell, now).length >= this.limit;
  }

  /** Records that a cell is reverted. */
  recordRevert(cell: string, now: number): void {
    this.reverts.set(cell, [...this.recent(cell, now), now]);
    if (this.reverts.size > 20_000) this.prune(now);
  }

  private recent(cell: string, now: number): readonly number[] {
    const times = this.reverts.get(cell);
    return times ? times.filter((when) => now - when < this.within) : NEVER;
  }

  private prune(now: number): void {
    for (const cell of this.reverts.keys()) if (this.recent(cell, now).length === 0) this.reverts.delete(cell);
  }
}
