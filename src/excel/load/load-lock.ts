/**
 * One load at a time writes to a workbook. Whoever loads puts a claim of its own into the workbook's settings, in the very request that
 * reads what is there: whose request Excel works through first sees no other claim and goes on, everybody else sees it and waits. Every
 * request that writes begins by renewing the claim, which fails where somebody has taken it away: then nothing of that request is done.
 * So a claim that shows no sign of life can be taken away without danger, even should its load be slow and not dead.
 */
import { errorCode } from "../excel-errors";
import { runExcel, type RunOptions } from "../excel-run";

const PREFIX = "SG17.loader.";
/** Seconds without a sign of life after which a claim counts as one that was left behind. */
const LOCK_TIMEOUT = 20;
/** A claim begun this long ago is left behind, whatever the clocks of two computers make of the hour. */
const TOO_OLD_MS = 15 * 60_000;
const POLL_MS = 500;
/** Seconds to try to take a claim away after a load has failed. */
const RELEASE_TIMEOUT = 5;

/** Tells the claims of this page from all others: none of those can be under way but the one in use. */
const RUNTIME = Math.random().toString(36).slice(2);
let count = 0;

interface LockEntry {
  key: string;
  /** As it stands in the settings: it changes with every sign of life. */
  value: string;
}

export interface WaitOptions {
  /** Called again and again while somebody else loads. */
  waiting: () => void;
  isCancelled: () => boolean;
  /** Seconds, for PATIENCE. */
  timeout?: number | undefined;
  run: RunOptions;
}

/** The right to write until it is given back. */
export class LoadLock {
  private readonly key = `${PREFIX}${RUNTIME}.${String((count += 1))}`;
  private readonly begun = Date.now();
  private heartbeat = 0;

  /** Queues putting the claim in, and asks for all others; `others` after the sync. */
  queueAcquire(context: Excel.RequestContext): { others(): LockEntry[] } {
    context.workbook.settings.add(this.key, this.value());
    const entries = queueLockEntries(context);
    return { others: () => entries.result().filter((entry) => entry.key !== this.key) };
  }

  /** Queues a sign of life, as the first thing of a request: it fails, and the request with it, where the claim is gone. */
  queueHeartbeat(context: Excel.RequestContext): void {
    context.workbook.settings.getItem(this.key).value = this.value();
  }

  queueRelease(context: Excel.RequestContext): void {
    context.workbook.settings.getItem(this.key).delete();
  }

  /** Gives the claim back, as far as Excel answers: one that stays is known as left behind later on. */
  async release(): Promise<void> {
    await runExcel(
      async (context) => {
        this.queueRelease(context);
        await context.sync();
      },
      { timeout: RELEASE_TIMEOUT, attempts: 1 },
    ).catch(() => undefined);
  }

  /** Whether the claim is still there. */
  async holds(run: RunOptions): Promise<boolean> {
    const entries = await readLockEntries(run);
    return entries.some((entry) => entry.key === this.key);
  }

  private value(): string {
    this.heartbeat += 1;
    return JSON.stringify({ begun: this.begun, heartbeat: this.heartbeat });
  }
}

function queueLockEntries(context: Excel.RequestContext): { result(): LockEntry[] } {
  const settings = context.workbook.settings;
  settings.load("items/key,items/value");
  return {
    result: () =>
      settings.items
        .filter((setting) => setting.key.startsWith(PREFIX))
        .map((setting) => ({ key: setting.key, value: String(setting.value) })),
  };
}

function readLockEntries(run: RunOptions): Promise<LockEntry[]> {
  return runExcel(async (context) => {
    const entries = queueLockEntries(context);
    await context.sync();
    return entries.result();
  }, run);
}

/** What is known of others' claims: since when each has looked as it does. */
class LockMonitor {
  private readonly observations = new Map<string, { value: string; since: number }>();

  constructor(private readonly timeout: number) {}

  /** Those of the claims that were left behind. */
  abandonedAmong(entries: readonly LockEntry[]): LockEntry[] {
    return entries.filter((entry) => {
      const observation = this.observations.get(entry.key);
      const since = observation?.value === entry.value ? observation.since : Date.now();
      this.observations.set(entry.key, { value: entry.value, since });
      return (
        entry.key.startsWith(`${PREFIX}${RUNTIME}.`) ||
        Date.now() - since >= this.timeout * 1000 ||
        Math.abs(Date.now() - startOf(entry)) > TOO_OLD_MS
      );
    });
  }
}

function startOf(entry: LockEntry): number {
  try {
    return Number((JSON.parse(entry.value) as { begun?: unknown }).begun ?? 0);
  } catch {
    return 0;
  }
}

/**
 * Takes the right to write, and reads in the same request; waits while somebody else has it.
 * @param read reads, calling `besides` while it queues
 * @returns null where it was cancelled while it waited
 */
export async function acquireLock<T>(
  read: (context: Excel.RequestContext, besides: () => void) => Promise<T>,
  options: WaitOptions,
): Promise<{ lock: LoadLock; read: T } | null> {
  const monitor = new LockMonitor(options.timeout ?? LOCK_TIMEOUT);
  let abandoned: LockEntry[] = [];
  for (;;) {
    const lock = new LoadLock();
    const attempt = await tryAcquire(lock, abandoned, read, options.run);
    if (attempt?.others.length === 0) return { lock, read: attempt.read };
    if (attempt) await lock.release();
    const others = await waitForOthers(attempt?.others ?? (await readLockEntries(options.run)), monitor, options);
    if (others === null) return null;
    abandoned = others;
  }
}

/** Null where what was to be taken away was gone already: somebody else was first. */
async function tryAcquire<T>(
  lock: LoadLock,
  abandoned: readonly LockEntry[],
  read: (context: Excel.RequestContext, besides: () => void) => Promise<T>,
  run: RunOptions,
): Promise<{ others: LockEntry[]; read: T } | null> {
  try {
    return await runExcel(async (context) => {
      for (const { key } of abandoned) context.workbook.settings.getItem(key).delete();
      let entries: ReturnType<LoadLock["queueAcquire"]> = { others: () => [] };
      const found = await read(context, () => (entries = lock.queueAcquire(context)));
      return { others: entries.others(), read: found };
    }, run);
  } catch (error) {
    if (abandoned.length > 0 && errorCode(error) === "ItemNotFound") return null;
    await lock.release();
    throw error;
  }
}

/** Waits until all claims are gone or left behind; answers the latter. Null where it was cancelled. */
async function waitForOthers(
  found: LockEntry[],
  monitor: LockMonitor,
  options: WaitOptions,
): Promise<LockEntry[] | null> {
  let entries = found;
  for (;;) {
    const abandoned = monitor.abandonedAmong(entries);
    if (abandoned.length === entries.length) return abandoned;
    if (options.isCancelled()) return null;
    options.waiting();
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    entries = await readLockEntries(options.run);
  }
}

/** Whether an error came from the fence: the claim was taken away, and the request did nothing. */
export async function isLockLost(lock: LoadLock, error: unknown, run: RunOptions): Promise<boolean> {
  if (errorCode(error) !== "ItemNotFound") return false;
  return !(await lock.holds(run));
}
