const NEVER: readonly number[] = [];

/**
 * The last of three layers against loops (after the event's trigger and the ledger of our own writes): a cell that was put back
 * several times within a short time is not put back again, whatever keeps writing into it.
 */
export class Fuse {
  private readonly putBack = new Map<string, number[]>();

  /**
   * @param limit how often a cell may be put back
   * @param within in how many milliseconds
   */
  constructor(
    private readonly limit = 3,
    private readonly within = 5_000,
  ) {}

  /** Whether a cell has been put back so often that it must now be left alone. */
  blown(cell: string, now: number): boolean {
    return this.recent(cell, now).length >= this.limit;
  }

  /** Notes that a cell is put back. */
  note(cell: string, now: number): void {
    this.putBack.set(cell, [...this.recent(cell, now), now]);
    if (this.putBack.size > 20_000) this.forget(now);
  }

  private recent(cell: string, now: number): readonly number[] {
    const times = this.putBack.get(cell);
    return times ? times.filter((when) => now - when < this.within) : NEVER;
  }

  private forget(now: number): void {
    for (const cell of this.putBack.keys()) if (this.recent(cell, now).length === 0) this.putBack.delete(cell);
  }
}
