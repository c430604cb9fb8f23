/**
 * A lock that allows one load at a time to write to a workbook. A load adds its own entry to the workbook's settings, in the same request
 * that reads the workbook. The load whose request Excel processes first sees no other entry and continues; the others see its entry and
 * wait. Every request that writes renews the entry first. This fails if the entry was deleted, and Excel then executes nothing of the
 * request. An entry without a heartbeat can therefore be deleted safely, even if its load is only slow.
 */
import { pause } from "../../domain/waiting";
import { errorCode } from "../excel-errors";
import { runExcel, type RunOptions } from "../excel-run";

const PREFIX = "SG17.loader.";
/** Seconds without a heartbeat after which an entry counts as abandoned. */
const LOCK_TIMEOUT = 20;
/** An entry of this age is abandoned, even if the clocks of two computers differ. */
const TOO_OLD_MS = 15 * 60_000;
const POLL_MS = 500;
/** Time limit in seconds for deleting an entry after a failed load. */
const RELEASE_TIMEOUT = 5;

/** Identifies the entries of this page: of these only the one in use can be active. */
const RUNTIME = Math.random().toString(36).slice(2);
let count = 0;

interface LockEntry {
  key: string;
  /** The value in the settings: it changes with every heartbeat. */
  value: string;
}

export interface WaitOptions {
  /** Called repeatedly while another load is active. */
  waiting: () => void;
  isCancelled: () => boolean;
  /** Seconds; replaces LOCK_TIMEOUT. */
  timeout?: number | undefined;
  run: RunOptions;
}

/** The entry of one load in the workbook's settings; the load may write until it releases it. */
export class LoadLock {
  private readonly key = `${PREFIX}${RUNTIME}.${String((count += 1))}`;
  private readonly begun = Date.now();
  private heartbeat = 0;

  /** Queues adding the entry and reading all others; `others` is available after the sync. */
  queueAcquire(context: Excel.RequestContext): { others(): LockEntry[] } {
    context.workbook.settings.add(this.key, this.value());
    const entries = queueLockEntries(context);
    return { others: () => entries.result().filter((entry) => entry.key !== this.key) };
  }

  /** Queues a heartbeat as the first action of a request: it fails, and the request with it, if the entry was deleted. */
  queueHeartbeat(context: Excel.RequestContext): void {
    context.workbook.settings.getItem(this.key).value = this.value();
  }

  queueRelease(context: Excel.RequestContext): void {
    context.workbook.settings.getItem(this.key).delete();
  }

  /** Deletes the entry. If Excel does not answer, the entry remains and counts as abandoned later. */
  async release(): Promise<void> {
    await runExcel(
      async (context) => {
        this.queueRelease(context);
        await context.sync();
      },
      { timeout: RELEASE_TIMEOUT, attempts: 1 },
    ).catch(() => undefined);
  }

  /** Whether the entry still exists. */
  async exists(run: RunOptions): Promise<boolean> {
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

/** Records since when the entries of other loads have not changed. */
class LockMonitor {
  private readonly observations = new Map<string, { value: string; since: number }>();

  constructor(private readonly timeout: number) {}

  /** Returns the abandoned entries. */
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
 * Acquires the lock and reads the workbook in the same request; waits while another load holds the lock.
 * @param read reads the workbook, calling `besides` while it queues
 * @returns null if the load was cancelled while waiting
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

/** Returns null if an abandoned entry was already deleted by another load. */
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

/** Waits until all entries are deleted or abandoned; returns the abandoned ones, or null if the load was cancelled. */
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
    await pause(POLL_MS);
    entries = await readLockEntries(options.run);
  }
}

/** Whether an error was raised by the heartbeat: the entry was deleted, and the request had no effect. */
export async function isLockLost(lock: LoadLock, error: unknown, run: RunOptions): Promise<boolean> {
  if (errorCode(error) !== "ItemNotFound") return false;
  return !(await lock.exists(run));
}
