/**
 * The running job and the outcome of the last one: one job at a time, with progress and Cancel. Ribbon commands have no user interface of
 * their own; the pane shows this state.
 */
import { Listeners } from "../domain/listeners";

export type JobName =
  | "load"
  | "import"
  | "undoImport"
  | "undoLoad"
  | "undoSheets"
  | "replace"
  | "compare"
  | "documentValues"
  | "repair"
  | "generate"
  | "check"
  | "whatChanged"
  | "prepareDecisions"
  | "reviewDecisions"
  | "enterDecisions"
  | "refresh";

export interface JobProgress {
  /** The present step, in words. */
  step: string;
  done: number;
  /** 0 while the amount is unknown. */
  total: number;
}

export type JobOutcome =
  | { kind: "done"; job: JobName; message: string; details: string[]; undo?: () => Promise<JobOutcome> }
  | { kind: "cancelled"; job: JobName }
  | { kind: "failed"; job: JobName; message: string };

export interface RunningJob {
  job: JobName;
  progress: JobProgress;
  /** Whether Cancel was clicked. */
  cancelling: boolean;
}

export interface JobState {
  running: RunningJob | null;
  outcome: JobOutcome | null;
}

/** What a job may use while it runs. */
export interface JobContext {
  report(progress: JobProgress): void;
  /** Aborted by Cancel. */
  signal: AbortSignal;
}

export interface JobResult {
  message: string;
  details?: string[];
  /** Undoes what the job did. */
  undo?: () => Promise<JobOutcome>;
  /** What the undo deletes, in words. */
  undoDeletes?: string;
}

/** The error of a job that Cancel has stopped; the reason of its signal. */
export class Cancelled extends Error {
  constructor() {
    super("Cancelled");
    this.name = "AbortError";
  }
}

/** Runs jobs one at a time and reports their progress to listeners. */
export class JobRunner {
  private state: JobState = { running: null, outcome: null };
  private readonly listeners = new Listeners<[JobState]>();
  private abort: AbortController | null = null;
  private current: Promise<JobOutcome> | null = null;

  constructor(private readonly describeError: (error: unknown) => string) {}

  get(): JobState {
    return this.state;
  }

  /** Calls back with the state now and at every change. Returns a function that stops this. */
  on(listener: (state: JobState) => void): () => void {
    listener(this.state);
    return this.listeners.add(listener);
  }

  /**
   * Runs a job. Started again while it runs, the same job is not run twice; another job waits for it to end.
   * Never rejects: an error is an outcome.
   */
  async run(job: JobName, action: (context: JobContext) => Promise<JobResult>): Promise<JobOutcome> {
    while (this.current) {
      if (this.state.running?.job === job) return this.current;
      await this.current;
    }
    this.current = this.perform(job, action).finally(() => {
      this.current = null;
    });
    return this.current;
  }

  /** Requests the running job to stop; it ends where it next checks the signal. */
  cancel(): void {
    if (!this.state.running) return;
    this.abort?.abort(new Cancelled());
    this.set({ ...this.state, running: { ...this.state.running, cancelling: true } });
  }

  /** Resolves when no job runs. */
  async idle(): Promise<void> {
    while (this.current) await this.current;
  }

  /** Removes the last outcome. */
  clear(): void {
    this.set({ ...this.state, outcome: null });
  }

  private async perform(job: JobName, action: (context: JobContext) => Promise<JobResult>): Promise<JobOutcome> {
    const abort = new AbortController();
    this.abort = abort;
    const running = {
      job,
      progress: { step: "", done: 0, total: 0 },
      cancelling: false,
    };
    this.set({ running, outcome: null });
    const report = (progress: JobProgress) => {
      if (this.state.running) this.set({ ...this.state, running: { ...this.state.running, progress } });
    };
    const outcome = await action({ report, signal: abort.signal }).then(
      ({ message, details = [], undo }): JobOutcome => ({
        kind: "done",
        job,
        message,
        details,
        ...(undo ? { undo } : {}),
      }),
      (error: unknown): JobOutcome =>
        error instanceof Cancelled
          ? { kind: "cancelled", job }
          : { kind: "failed", job, message: this.describeError(error) },
    );
    this.abort = null;
    this.set({ running: null, outcome });
    return outcome;
  }

  private set(state: JobState): void {
    this.state = state;
    this.listeners.call(state);
  }
}
