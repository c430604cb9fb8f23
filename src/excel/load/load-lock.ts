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
const PATIENCE = 20;
/** A claim begun this long ago is left behind, whatever the clocks of two computers make of the hour. */
const TOO_OLD_MS = 15 * 60_000;
const POLL_MS = 500;
/** Seconds to try to take a claim away after a load has failed. */
const RELEASE_TIMEOUT = 5;

/** Tells the claims of this page from all others: none of those can be under way but the one in use. */
const RUNTIME = Math.random().toString(36).slice(2);
let count = 0;

interface Claim {
  key: string;
  /** As it stands in the settings: it changes with every sign of life. */
  value: string;
}

export interface WaitOptions {
  /** Called again and again while somebody else loads. */
  waiting: () => void;
  isCancelled: () => boolean;
  /** Seconds, for PATIENCE. */
  patience?: number | undefined;
  run: RunOptions;
}

/** The right to write until it is given back. */
export class Lease {
  private readonly key = `${PREFIX}${RUNTIME}.${String((count += 1))}`;
  private readonly begun = Date.now();
  private beat = 0;

  /** Queues putting the claim in, and asks for all others; `others` after the sync. */
  queueClaim(context: Excel.RequestContext): { others(): Claim[] } {
    context.workbook.settings.add(this.key, this.value());
    const claims = queueClaims(context);
    return { others: () => claims.take().filter((claim) => claim.key !== this.key) };
  }

  /** Queues a sign of life, as the first thing of a request: it fails, and the request with it, where the claim is gone. */
  queueFence(context: Excel.RequestContext): void {
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
    const claims = await readClaims(run);
    return claims.some((claim) => claim.key === this.key);
  }

  private value(): string {
    this.beat += 1;
    return JSON.stringify({ begun: this.begun, beat: this.beat });
  }
}

function queueClaims(context: Excel.RequestContext): { take(): Claim[] } {
  const settings = context.workbook.settings;
  settings.load("items/key,items/value");
  return {
    take: () =>
      settings.items
        .filter((setting) => setting.key.startsWith(PREFIX))
        .map((setting) => ({ key: setting.key, value: String(setting.value) })),
  };
}

function readClaims(run: RunOptions): Promise<Claim[]> {
  return runExcel(async (context) => {
    const claims = queueClaims(context);
    await context.sync();
    return claims.take();
  }, run);
}

/** What is known of others' claims: since when each has looked as it does. */
class Watch {
  private readonly seen = new Map<string, { value: string; since: number }>();

  constructor(private readonly patience: number) {}

  /** Those of the claims that were left behind. */
  leftBehind(claims: readonly Claim[]): Claim[] {
    return claims.filter((claim) => {
      const known = this.seen.get(claim.key);
      const since = known?.value === claim.value ? known.since : Date.now();
      this.seen.set(claim.key, { value: claim.value, since });
      return (
        claim.key.startsWith(`${PREFIX}${RUNTIME}.`) ||
        Date.now() - since >= this.patience * 1000 ||
        Math.abs(Date.now() - begunOf(claim)) > TOO_OLD_MS
      );
    });
  }
}

function begunOf(claim: Claim): number {
  try {
    return Number((JSON.parse(claim.value) as { begun?: unknown }).begun ?? 0);
  } catch {
    return 0;
  }
}

/**
 * Takes the right to write, and reads in the same request; waits while somebody else has it.
 * @param read reads, calling `besides` while it queues
 * @returns null where it was cancelled while it waited
 */
export async function takeLease<T>(
  read: (context: Excel.RequestContext, besides: () => void) => Promise<T>,
  options: WaitOptions,
): Promise<{ lease: Lease; read: T } | null> {
  const watch = new Watch(options.patience ?? PATIENCE);
  let dead: Claim[] = [];
  for (;;) {
    const lease = new Lease();
    const attempt = await claim(lease, dead, read, options.run);
    if (attempt?.others.length === 0) return { lease, read: attempt.read };
    if (attempt) await lease.release();
    const others = await waitForOthers(attempt?.others ?? (await readClaims(options.run)), watch, options);
    if (others === null) return null;
    dead = others;
  }
}

/** Null where what was to be taken away was gone already: somebody else was first. */
async function claim<T>(
  lease: Lease,
  dead: readonly Claim[],
  read: (context: Excel.RequestContext, besides: () => void) => Promise<T>,
  run: RunOptions,
): Promise<{ others: Claim[]; read: T } | null> {
  try {
    return await runExcel(async (context) => {
      for (const { key } of dead) context.workbook.settings.getItem(key).delete();
      let claims: ReturnType<Lease["queueClaim"]> = { others: () => [] };
      const found = await read(context, () => (claims = lease.queueClaim(context)));
      return { others: claims.others(), read: found };
    }, run);
  } catch (error) {
    if (dead.length > 0 && errorCode(error) === "ItemNotFound") return null;
    await lease.release();
    throw error;
  }
}

/** Waits until all claims are gone or left behind; answers the latter. Null where it was cancelled. */
async function waitForOthers(found: Claim[], watch: Watch, options: WaitOptions): Promise<Claim[] | null> {
  let claims = found;
  for (;;) {
    const dead = watch.leftBehind(claims);
    if (dead.length === claims.length) return dead;
    if (options.isCancelled()) return null;
    options.waiting();
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    claims = await readClaims(options.run);
  }
}

/** Whether an error came from the fence: the claim was taken away, and the request did nothing. */
export async function isTakenAway(lease: Lease, error: unknown, run: RunOptions): Promise<boolean> {
  if (errorCode(error) !== "ItemNotFound") return false;
  return !(await lease.holds(run));
}
