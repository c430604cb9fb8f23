/** Functions that are called when something happens. */
export class Listeners<Arguments extends readonly unknown[] = []> {
  private readonly all = new Set<(...given: Arguments) => void>();

  /** Adds a listener. Returns how to remove it. */
  add(listener: (...given: Arguments) => void): () => void {
    this.all.add(listener);
    return () => {
      this.all.delete(listener);
    };
  }

  /** Calls every listener. */
  call(...given: Arguments): void {
    for (const listener of this.all) listener(...given);
  }
}
