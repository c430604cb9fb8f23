/** Runs one pass at a time: requests that arrive during a pass, or shortly after the first of a burst, are handled together. */
export class SerialQueue<T> {
  /** Whether a pass is running. */
  running = false;
  private waiting: T[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly later = new Set<ReturnType<typeof setTimeout>>();
  private idleListeners: (() => void)[] = [];

  /**
   * @param handle handles the requests of a pass, and reports its errors itself
   * @param delay milliseconds from the first arrival to the pass
   */
  constructor(
    private readonly handle: (gathered: T[]) => Promise<void>,
    private readonly delay = 60,
  ) {}

  add(request: T): void {
    this.waiting.push(request);
    this.schedule(this.delay);
  }

  /** Adds a request and starts its pass at once. */
  addNow(request: T): void {
    this.waiting.push(request);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.schedule(0);
  }

  /** Adds a request after a while; until then the queue is not idle, but handles other requests. */
  addLater(request: T, milliseconds: number): void {
    const timer = setTimeout(() => {
      this.later.delete(timer);
      this.addNow(request);
    }, milliseconds);
    this.later.add(timer);
  }

  /** Resolves when no request is waiting and no pass is running. */
  idle(): Promise<void> {
    if (!this.busy) return Promise.resolve();
    return new Promise((resolve) => this.idleListeners.push(resolve));
  }

  /** Discards waiting requests. */
  clear(): void {
    this.waiting = [];
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    for (const timer of this.later) clearTimeout(timer);
    this.later.clear();
    this.resolveIdle();
  }

  private get busy(): boolean {
    return this.running || this.waiting.length + this.later.size > 0;
  }

  private schedule(delay: number): void {
    if (this.running || this.timer !== null || this.waiting.length === 0) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.run();
    }, delay);
  }

  private async run(): Promise<void> {
    const gathered = this.waiting;
    this.waiting = [];
    this.running = true;
    try {
      await this.handle(gathered);
    } finally {
      this.running = false;
      this.schedule(this.delay);
      this.resolveIdle();
    }
  }

  private resolveIdle(): void {
    if (this.busy) return;
    for (const resolve of this.idleListeners.splice(0)) resolve();
  }
}
