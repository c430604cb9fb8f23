const NEVER: readonly number[] = [];

/**
 * The last of three layers against loops (after the event's trigger and the ledger of our own writes): a cell that was put back
 * several times within a short time is not put back again, whatever keeps writing into it.
 */
export class CircuitBreaker {
  private readonly reverts = new Map<string, number[]>();

  /**
   * @param limit how often a cell may be put back
   * @param within in how many milliseconds
   */
  constructor(
    private readonly limit = 3,
    private readonly within = 5_000,
  ) {}

  /** Whether a cell has been put back so often that it must now be left alone. */
  isOpen(cell: string, now: number): boolean {
    return this.recent(cell, now).length >= this.limit;
  }

  /** Notes that a cell is put back. */
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
