/**
 * The writing of a load as steps, and the steps as a fixed number of requests: three, however many rows there are, as long as each stays
 * below what Excel on the web takes in one request; beyond that, as many more as it needs. Pure.
 */
import type { Cell } from "../table-specs/spec";
import { queueWrite, type QueuedWrite, type TableWrite } from "../table-writer";

export interface Step {
  /** About how long it is in the request. */
  bytes: number;
  /** Rows it writes, for the progress. */
  rows: number;
  /** Whether it writes to something that was there before the load: from then on a load is not taken back. */
  final: boolean;
  /** Queues its actions; returns the write to a table that was there before, if it is one. */
  run: (context: Excel.RequestContext) => QueuedWrite | null;
}

/** A step that is no write to a table: it makes, styles or names something. */
export function step(queue: (context: Excel.RequestContext) => void, more: Partial<Omit<Step, "run">> = {}): Step {
  const run = (context: Excel.RequestContext): null => {
    queue(context);
    return null;
  };
  return { bytes: STEP_OVERHEAD, rows: 0, final: false, run, ...more };
}

/** A step that writes to a table that was there before. */
export function writeStep(write: TableWrite, size: Pick<Step, "bytes" | "rows"> = { bytes: 0, rows: 0 }): Step {
  return { ...size, final: true, run: (context) => queueWrite(context, write) };
}

/** Write requests of every load that writes anything at all. */
const REQUESTS = 3;
/** Excel on the web refuses requests above 5 MB; what surrounds the values is left room. */
const LARGEST_REQUEST = 4_400_000;
const LARGEST_BLOCK = 400_000;
/** What a step costs besides its values. */
export const STEP_OVERHEAD = 6_000;

/** About how long a row is as JSON, counted as UTF-8. */
export function rowBytes(row: readonly Cell[]): number {
  let bytes = 2;
  for (const cell of row) {
    if (typeof cell !== "string") {
      bytes += 7;
      continue;
    }
    bytes += 3 + cell.length;
    for (let at = 0; at < cell.length; at += 1) if (cell.charCodeAt(at) > 127 || cell.charCodeAt(at) < 32) bytes += 2;
  }
  return bytes;
}

export interface Block<T> {
  from: number;
  rows: T[];
  bytes: number;
}

/** Rows in blocks that pack well. */
export function blocksOf<T>(rows: readonly T[], bytesOf: (row: T) => number): Block<T>[] {
  const blocks: Block<T>[] = [];
  let block: Block<T> | null = null;
  rows.forEach((row, index) => {
    const bytes = bytesOf(row);
    if (!block || block.bytes + bytes > LARGEST_BLOCK) {
      block = { from: index, rows: [], bytes: 0 };
      blocks.push(block);
    }
    block.rows.push(row);
    block.bytes += bytes;
  });
  return blocks;
}

/**
 * Steps, in their order, as requests of about the same length. Where anything is written to what was there before, the end is a request of
 * its own: a load is over only when all that it wrote is known to stand where it was meant to.
 * @param end the last step
 */
export function packSteps(steps: readonly Step[], end: Step): Step[][] {
  if (!steps.some((step) => step.final)) return pack([...steps, end], REQUESTS);
  const requests = pack(steps, REQUESTS - 1);
  // The second request brings the annexes that this load is not about up to date, whatever else it does.
  while (requests.length < REQUESTS - 1) requests.push([]);
  return [...requests, [end]];
}

function pack(steps: readonly Step[], wanted: number): Step[][] {
  const total = steps.reduce((sum, step) => sum + step.bytes, 0);
  const count = Math.max(Math.min(wanted, steps.length), Math.ceil(total / LARGEST_REQUEST));
  const requests: Step[][] = [];
  let sent = 0;
  let at = 0;
  for (let request = 1; request <= count && at < steps.length; request += 1) {
    const goal = (total * request) / count;
    const packed: Step[] = [];
    // Each of the requests still to come keeps at least one step.
    while (at < steps.length && (packed.length === 0 || (sent < goal && steps.length - at > count - request))) {
      const step = steps[at];
      if (!step) break;
      packed.push(step);
      sent += step.bytes;
      at += 1;
    }
    requests.push(packed);
  }
  const last = requests.at(-1);
  if (last) last.push(...steps.slice(at));
  return requests;
}
