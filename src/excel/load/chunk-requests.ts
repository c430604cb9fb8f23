/**
 * Splits the steps of a load into three requests, whatever the number of rows, or into more if a request would exceed the size limit of
 * Excel on the web. Pure.
 */
import { mapInSteps, type Steps } from "../../domain/steps";
import type { Cell } from "../table-specs/spec";
import { queueWrite, type QueuedWrite, type TableWrite } from "../table-writer";
import { obstacleToWriting, type SheetToWrite } from "../writability";

export interface Step {
  /** Approximate size in the request. */
  bytes: number;
  /** Number of rows written, for the progress. */
  rows: number;
  /** Whether it writes to something that existed before the load: from then on the load cannot be undone. */
  final: boolean;
  /** The existing sheets, by their tables, that it writes to. */
  writesTo: readonly SheetToWrite[];
  /** Whether it adds, deletes or renames sheets. */
  changesSheets: boolean;
  /** Queues its actions; returns the write to an existing table, if it is one. */
  run: (context: Excel.RequestContext) => QueuedWrite | null;
}

/** A step that creates, formats or renames something. */
export function step(queue: (context: Excel.RequestContext) => void, more: Partial<Omit<Step, "run">> = {}): Step {
  const run = (context: Excel.RequestContext): null => {
    queue(context);
    return null;
  };
  return { bytes: STEP_OVERHEAD, rows: 0, final: false, writesTo: [], changesSheets: false, run, ...more };
}

/** A step that writes to an existing table. */
export function writeStep(write: TableWrite, size: Pick<Step, "bytes" | "rows"> = { bytes: 0, rows: 0 }): Step {
  return {
    ...step(() => undefined, { ...size, final: true, writesTo: [write.table] }),
    run: (context) => queueWrite(context, write),
  };
}

/** Returns the sentence about what makes a step impossible, before the first is sent; null where all are possible. */
export function obstacleToSteps(
  steps: readonly Step[],
  { isStructureProtected }: { readonly isStructureProtected: boolean },
): string | null {
  return obstacleToWriting({
    sheets: steps.flatMap(({ writesTo }) => writesTo),
    isStructureProtected: isStructureProtected && steps.some(({ changesSheets }) => changesSheets),
  });
}

/** Number of write requests of a load. */
const REQUESTS = 3;
/** Excel on the web refuses requests above 5 MB; the rest is for the overhead. */
const LARGEST_REQUEST = 4_400_000;
const LARGEST_BLOCK = 400_000;
/** Bytes of a step besides its values. */
export const STEP_OVERHEAD = 6_000;

/** Approximate size of a row as JSON in UTF-8. */
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

export interface SizedBlock<T> {
  from: number;
  rows: T[];
  bytes: number;
}

/** Splits rows into blocks of limited size. */
export function* blocksOf<T>(rows: readonly T[], bytesOf: (row: T) => number): Steps<SizedBlock<T>[]> {
  const blocks: SizedBlock<T>[] = [];
  let block: SizedBlock<T> | null = null;
  yield* mapInSteps(rows, (row, index) => {
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
 * Packs steps, in order, into requests of about the same size. If a step writes to an existing table, the last step is a separate request:
 * a load ends only after all its writes were checked for conflicts.
 * @param end the last step
 */
export function packSteps(steps: readonly Step[], end: Step): Step[][] {
  if (!steps.some((step) => step.final)) return pack([...steps, end], REQUESTS);
  const requests = pack(steps, REQUESTS - 1);
  // The second request also updates the annexes that this load does not otherwise write.
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
    // Each remaining request gets at least one step.
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
