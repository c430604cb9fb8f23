/** Loading, editing and pasting, each beside the same work without ours. */
import { exportOf } from "../../tests/excel/page/documents";
import { openWorkbook, type OpenWorkbook } from "../../tests/excel/support";
import { formatArea, parseArea } from "local-excel";
import { duration, inTurns, processorTime, timed, times, type Result } from "./measure";

interface Block {
  name: string;
  address: string;
  values: unknown[][];
}

async function loaded(rows: number): Promise<{ open: OpenWorkbook; milliseconds: number; requests: number }> {
  const open = await openWorkbook();
  open.local.excel.traffic.reset();
  const milliseconds = await timed(async () => {
    const outcome = await open.page.workbook.loadDocuments([exportOf(rows)]);
    if (outcome.outcome !== "loaded") throw new Error(JSON.stringify(outcome));
  });
  return { open, milliseconds, requests: open.local.excel.traffic.requests };
}

/** What a load has written, as bare values. */
function blocksOf(open: OpenWorkbook): Block[] {
  const { engine, cells } = open.local.excel.host;
  return engine.sheets().flatMap((sheet) => {
    const area = cells.usedArea(sheet, true);
    return area ? [{ name: sheet.getName(), address: formatArea(area), values: cells.values(sheet, area) }] : [];
  });
}

/** Excel accepts 5 MB per request: larger blocks are written in several requests. */
const REQUEST_BYTES = 4_000_000;

function pieces({ name, address, values }: Block): { name: string; address: string; values: unknown[][] }[] {
  const bytes = JSON.stringify(values).length;
  const rows = Math.max(1, Math.floor((values.length * REQUEST_BYTES) / Math.max(bytes, REQUEST_BYTES)));
  const area = parseArea(address);
  if (!area) throw new Error(`${address} is no range`);
  return Array.from({ length: Math.ceil(values.length / rows) }, (_, index) => {
    const startRow = area.startRow + index * rows;
    const part = values.slice(index * rows, (index + 1) * rows);
    return { name, address: formatArea({ ...area, startRow, endRow: startRow + part.length - 1 }), values: part };
  });
}

async function bareRanges(blocks: Block[]): Promise<number> {
  const open = await openWorkbook();
  const parts = blocks.map(pieces);
  const milliseconds = await timed(() =>
    open.run(async (context) => {
      let queued = 0;
      for (const [first, ...rest] of parts) {
        if (!first) continue;
        const sheet = context.workbook.worksheets.add(`bare ${first.name}`.slice(0, 31));
        for (const { address, values } of [first, ...rest]) {
          const bytes = JSON.stringify(values).length;
          if (queued > 0 && queued + bytes > REQUEST_BYTES) queued = (await context.sync(), 0);
          sheet.getRange(address).values = values as string[][];
          queued += bytes;
        }
      }
      await context.sync();
    }),
  );
  open.local.close();
  return milliseconds;
}

/** Loading N rows against writing the same values as bare ranges in one batch. */
export async function benchLoad(rows: number): Promise<Result> {
  const first = await loaded(rows);
  const blocks = blocksOf(first.open);
  first.open.local.close();
  const best = await inTurns(
    async () => {
      const { open, milliseconds } = await loaded(rows);
      open.local.close();
      return milliseconds;
    },
    () => bareRanges(blocks),
    rows > 5_000 ? 2 : 3,
  );
  const ratio = best.ours / best.floor;
  return {
    what: `load ${String(rows)} rows`,
    ours: `${duration(best.ours)}, ${String(first.requests)} round trips`,
    against: "the same values as bare ranges",
    floor: duration(best.floor),
    ratio: times(ratio),
    goal: "≤ 1.3; ≤ 4 round trips",
    reached: ratio <= 1.3 && first.requests <= 4,
  };
}

const EDITS = 20;

/** Types a forbidden and then a permitted word, over and over; the time of one edit. */
async function edits(open: OpenWorkbook): Promise<number> {
  const table = open.local.tables().find(({ name }) => name === "WorkProgramme");
  if (!table) throw new Error("no Work programme");
  const column = table.area.startColumn + table.columns.findIndex(({ name }) => name === "Status");
  const address = (row: number) => {
    const at = table.area.startRow + 1 + row;
    return `'Work programme'!${formatArea({ startRow: at, endRow: at, startColumn: column, endColumn: column })}`;
  };
  await open.local.user.type(address(0), "Finished");
  await open.local.settled();
  const milliseconds = await processorTime(async () => {
    for (let row = 1; row <= EDITS; row++) {
      await open.local.user.type(address(row), "Finished");
      await open.local.settled();
    }
  });
  return milliseconds / EDITS;
}

async function editing(rows: number, guarded: boolean): Promise<{ open: OpenWorkbook }> {
  const { open } = await loaded(rows);
  if (guarded) await open.page.workbook.startWorkbook();
  else {
    await open.run(async (context) => {
      context.workbook.worksheets.onChanged.add(() => Promise.resolve());
      await context.sync();
    });
  }
  await open.local.settled();
  return { open };
}

/** One edit that is evaluated and reverted, compared with a change handler that does nothing. */
export async function benchEdit(rows: number): Promise<Result & { milliseconds: number }> {
  const guarded = await editing(rows, true);
  const idle = await editing(rows, false);
  const best = await inTurns(
    () => edits(guarded.open),
    () => edits(idle.open),
  );
  guarded.open.local.close();
  idle.open.local.close();
  const ratio = best.ours / best.floor;
  return {
    what: `one edit, evaluated and reverted, at ${String(rows)} rows (processor time)`,
    ours: duration(best.ours),
    against: "a change handler that does nothing",
    floor: duration(best.floor),
    ratio: times(ratio),
    goal: "≤ 1.5; flat",
    reached: ratio <= 1.5,
    milliseconds: best.ours,
  };
}

/** A paste of 5,000 forbidden cells against reading the block and writing it again. */
export async function benchPaste(): Promise<Result> {
  const cells = 5_000;
  const { open } = await editing(cells, true);
  const table = open.local.tables().find(({ name }) => name === "WorkProgramme");
  if (!table) throw new Error("no Work programme");
  const column = table.area.startColumn + table.columns.findIndex(({ name }) => name === "Status");
  const { startRow } = table.area;
  const area = { startRow: startRow + 1, endRow: startRow + cells, startColumn: column, endColumn: column };
  const values = Array.from({ length: cells }, () => ["Finished"]);
  let requests = 0;
  const best = await inTurns(
    () => {
      open.local.excel.traffic.reset();
      return processorTime(async () => {
        await open.local.user.paste(`'Work programme'!${formatArea(area)}`, values);
        await open.local.settled();
        requests = open.local.excel.traffic.requests;
      });
    },
    async () => {
      const milliseconds = await processorTime(() =>
        open.run(async (context) => {
          const sheet = context.workbook.worksheets.add();
          const range = sheet.getRange(formatArea(area));
          range.values = values;
          await context.sync();
          range.load("values");
          await context.sync();
          const read = range.values;
          range.values = read;
          await context.sync();
          sheet.delete();
          await context.sync();
        }),
      );
      // What the guard makes of a sheet that comes and goes is not to be counted as the paste's.
      await open.local.settled();
      return milliseconds;
    },
    // Once: reverting the same cells repeatedly within seconds would trigger the guard's circuit breaker.
    1,
  );
  open.local.close();
  const ratio = best.ours / best.floor;
  return {
    what: "a paste of 5,000 cells, evaluated and reverted (processor time)",
    ours: `${duration(best.ours)}, ${String(requests)} round trips`,
    against: "writing, reading and rewriting the block",
    floor: duration(best.floor),
    ratio: times(ratio),
    goal: "≤ 2; ≤ 3 round trips",
    reached: ratio <= 2 && requests <= 3,
  };
}
