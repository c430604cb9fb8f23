/**
 * The work under way and what came of it, for the ribbon and the pane alike: one job at a time, with progress and Cancel.
 * Commands have no surface of their own; the pane shows what stands here, whenever it is open.
 */
import { Listeners } from "../domain/listeners";

export type JobName =
  "load" | "import" | "replace" | "compare" | "take" | "repair" | "generate" | "check" | "whatChanged" | "refresh";

export interface JobProgress {
  /** What is being done, in words. */
  step: string;
  done: number;
  /** 0 where nobody knows yet how much there is. */
  total: number;
}

export type JobOutcome =
  | { kind: "done"; job: JobName; message: string; details: string[] }
  | { kind: "cancelled"; job: JobName }
  | { kind: "failed"; job: JobName; message: string };

export interface ActivityState {
  running: { job: JobName; progress: JobProgress; startedAt: number; cancelling: boolean } | null;
  outcome: JobOutcome | null;
}

/** What a job may use while it works. */
export interface JobContext {
  report(progress: JobProgress): void;
  /** Aborted when somebody presses Cancel. */
  signal: AbortSignal;
}

export interface JobResult {
  message: string;
  details?: string[];
}

/** The error a job throws when it has stopped because it was told to. */
export class Cancelled extends Error {
  constructor() {
    super("Cancelled");
    this.name = "AbortError";
  }
}

/** Lets go of the thread, so that the pane repaints and Cancel is heard. @throws Cancelled when somebody has pressed it. */
export async function yieldToUi(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (signal.aborted) throw new Cancelled();
}

/** Runs jobs one at a time and tells listeners how they get on. */
export class JobRunner {
  private state: ActivityState = { running: null, outcome: null };
  private readonly listeners = new Listeners<[ActivityState]>();
  private abort: AbortController | null = null;
  private current: Promise<JobOutcome> | null = null;

  constructor(
    private readonly describeError: (error: unknown) => string,
    private readonly now: () => number = Date.now,
  ) {}

  get(): ActivityState {
    return this.state;
  }

  /** Tells the state now and at every change; returns how to stop. */
  on(listener: (state: ActivityState) => void): () => void {
    listener(this.state);
    return this.listeners.add(listener);
  }

  /**
   * Runs a job. The same job pressed again while it runs is the job that runs; another waits for it to end.
   * Never rejects: what goes wrong is an outcome.
   */
  async run(job: JobName, work: (tools: JobContext) => Promise<JobResult>): Promise<JobOutcome> {
    while (this.current) {
      if (this.state.running?.job === job) return this.current;
      await this.current;
    }
    this.current = this.perform(job, work).finally(() => {
      this.current = null;
    });
    return this.current;
  }

  /** Asks the running job to stop; it ends at its next safe place. */
  cancel(): void {
    if (!this.state.running) return;
    this.abort?.abort();
    this.set({ ...this.state, running: { ...this.state.running, cancelling: true } });
  }

  /** Resolves when no job runs. */
  async idle(): Promise<void> {
    while (this.current) await this.current;
  }

  /** Puts the last outcome away. */
  clear(): void {
    this.set({ ...this.state, outcome: null });
  }

  private async perform(job: JobName, work: (tools: JobContext) => Promise<JobResult>): Promise<JobOutcome> {
    const abort = new AbortController();
    this.abort = abort;
    const running = {
      job,
      progress: { step: "", done: 0, total: 0 },
      startedAt: this.now(),
      cancelling: false,
    };
    this.set({ running, outcome: null });
    const report = (progress: JobProgress) => {
      if (this.state.running) this.set({ ...this.state, running: { ...this.state.running, progress } });
    };
    const outcome = await work({ report, signal: abort.signal }).then(
      (result): JobOutcome => ({ kind: "done", job, message: result.message, details: result.details ?? [] }),
      (error: unknown): JobOutcome =>
        error instanceof Error && error.name === "AbortError"
          ? { kind: "cancelled", job }
          : { kind: "failed", job, message: this.describeError(error) },
    );
    this.abort = null;
    this.set({ running: null, outcome });
    return outcome;
  }

  private set(state: ActivityState): void {
    this.state = state;
    this.listeners.call(state);
  }
}
