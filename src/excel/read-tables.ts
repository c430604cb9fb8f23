/** Reads managed tables: whole in one request, in blocks where Excel on the web refuses the answer, or without their rows. */
import { errorCode } from "./excel-errors";
import type { Cell } from "./table-specs/spec";
import { isOfProgramme } from "./table-specs/tables";
import {
  bodyRange,
  listedTableNames,
  managedAmong,
  queueFrame,
  queueTable,
  readAllManaged,
  type ManagedTable,
} from "./tables";

/** Reads all managed tables whole, as `readAllManaged` does. */
export async function readManagedTables(context: Excel.RequestContext): Promise<ReadTables> {
  const { names, found } = await readAllManaged(context, (named, besides) => readTables(context, named, besides));
  return { names, tables: found };
}

/** Tables as read together, and the names of all tables of the workbook. */
export interface ReadTables {
  readonly names: readonly string[];
  readonly tables: readonly ManagedTable[];
}

/**
 * Reads the managed tables that are not of the programme, from the list of tables that came with the programme's.
 * @param programme the programme's tables
 * @param besides queues more in the same request
 * @returns all managed tables
 */
export async function readOtherTables(
  context: Excel.RequestContext,
  programme: readonly ManagedTable[],
  besides: () => void,
): Promise<ReadTables> {
  const names = listedTableNames();
  const others = managedAmong(names).filter((name) => !isOfProgramme(name));
  return { names, tables: [...programme, ...(await readTables(context, others, besides))] };
}

/**
 * Reads managed tables whole in one round trip; more only where Excel on the web refuses an answer above 5 MB. Tables that do not exist
 * are left out.
 * @param besides queues further reads in the same request
 */
export async function readTables(
  context: Excel.RequestContext,
  names: readonly string[],
  besides: () => void = () => undefined,
): Promise<ManagedTable[]> {
  try {
    const queued = names.map((name) => queueTable(context, name));
    besides();
    await context.sync();
    return queued.map((table) => table.result()).filter((table) => table !== null);
  } catch (error) {
    if (errorCode(error) !== TOO_LARGE) throw error;
    return readInBlocks(context, names, besides);
  }
}

/**
 * Reads managed tables without their rows, in one request. Missing tables are left out.
 * @param besides queues more in the same request
 */
export async function readFrames(
  context: Excel.RequestContext,
  names: readonly string[],
  besides: () => void = () => undefined,
): Promise<ManagedTable[]> {
  const frames = names.map((name) => queueFrame(context, name));
  besides();
  await context.sync();
  return frames.map((frame) => frame.result([], 0)).filter((table) => table !== null);
}

const TOO_LARGE = "ResponsePayloadSizeLimitExceeded";
/** So many cells are below 5 MB, unless their texts are long. */
const CELLS_A_REQUEST = 100_000;

/** Rows of a table that are to be read. */
interface RowBlock {
  readonly table: ManagedTable;
  readonly from: number;
  readonly count: number;
}

async function readInBlocks(
  context: Excel.RequestContext,
  names: readonly string[],
  besides: () => void,
): Promise<ManagedTable[]> {
  const frames = names.map((name) => queueFrame(context, name));
  for (const frame of frames) frame.body.load("rowCount");
  besides();
  await context.sync();
  const tables: ManagedTable[] = [];
  const requests: RowBlock[][] = [];
  let room = 0;
  for (const frame of frames) {
    const total = frame.body.isNullObject ? 0 : frame.body.rowCount;
    const table = frame.result([], total);
    if (!table) continue;
    tables.push(table);
    const width = table.headers.length;
    const most = Math.max(1, Math.floor(CELLS_A_REQUEST / width));
    for (let from = 0; from < total; from += most) {
      const count = Math.min(most, total - from);
      if (room < count * width) {
        requests.push([]);
        room = CELLS_A_REQUEST;
      }
      requests[requests.length - 1]?.push({ table, from, count });
      room -= count * width;
    }
  }
  for (const blocks of requests) await readBlocks(context, blocks);
  return tables;
}

/** Adds blocks to the rows of their tables, in one request; in more where long texts make the answer too large. */
async function readBlocks(context: Excel.RequestContext, blocks: readonly RowBlock[]): Promise<void> {
  try {
    const queued = blocks.map(({ table, from, count }) => {
      const cells = bodyRange(context, table, from, 0, count, table.headers.length);
      cells.load("values");
      return { table, cells };
    });
    await context.sync();
    for (const { table, cells } of queued) table.rows.push(...(cells.values as Cell[][]));
  } catch (error) {
    const halves = errorCode(error) === TOO_LARGE ? inHalves(blocks) : null;
    if (!halves) throw error;
    for (const half of halves) await readBlocks(context, half);
  }
}

/** Parts blocks in two; null where they are a single row. */
function inHalves(blocks: readonly RowBlock[]): readonly RowBlock[][] | null {
  const [first] = blocks;
  if (!first) return null;
  if (blocks.length > 1) {
    const half = Math.ceil(blocks.length / 2);
    return [blocks.slice(0, half), blocks.slice(half)];
  }
  if (first.count < 2) return null;
  const count = Math.ceil(first.count / 2);
  return [[{ ...first, count }], [{ ...first, from: first.from + count, count: first.count - count }]];
}
