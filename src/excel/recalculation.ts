/**
 * Cells that use our functions follow the programme without a volatile function: when items change, exactly the cells that depend on
 * them are calculated again. Single ranges by position only: an address with several areas needs the list separator of the user's
 * Excel, which no API tells (office-js#1167, #1985, #2891).
 */
import { capabilities } from "./capabilities";
import { learnSheets } from "./change-events";
import { CALCULATED_WITH, dataVersion } from "./data-version";
import {
  forgetSheet,
  noteSheetAdded,
  pendingRecalculation,
  type ChangedKeys,
  type SheetRecalculation,
} from "./dependents";
import { isRefusedWrite } from "./excel-errors";
import { runExcel } from "./excel-run";
import { onProgrammeChanged } from "./programme-store";
import { untracked } from "./ranges";

/** Some 400 bytes each: well below the 4 MB of a request. */
const AREAS_A_REQUEST = 2_000;

/** null: cells of an earlier session may not be registered yet. */
let complete: { isDated: boolean } | null = null;
let mayKeepVersion = true;

/**
 * From now on every formula of the workbook is registered, so that a recalculation brings all of them up to date.
 * @param isDated whether some of them depend on the current day and meeting
 */
export function setComplete(isDated: boolean): void {
  complete = { isDated };
}

/** Calculates the cells that depend on what changed: one request for 2,000 areas, on however many sheets. */
export async function recalculate(changed: ChangedKeys): Promise<void> {
  await calculate(pendingRecalculation(changed));
}

/** Calculates areas and sheets. */
export async function calculate(recalculation: ReadonlyMap<string, SheetRecalculation>): Promise<void> {
  if (recalculation.size === 0) return;
  const version = complete && mayKeepVersion ? dataVersion(complete.isDated) : null;
  try {
    const requests = inRequests(recalculation);
    for (const [at, request] of requests.entries()) {
      await send(request, at === requests.length - 1 ? version : null);
    }
  } catch (error) {
    // What was not calculated is next time.
    for (const name of recalculation.keys()) noteSheetAdded(name);
    throw error;
  }
}

type SheetStep = readonly [sheet: string, work: SheetRecalculation];

function inRequests(recalculation: ReadonlyMap<string, SheetRecalculation>): SheetStep[][] {
  const requests: SheetStep[][] = [];
  let room = 0;
  const add = (step: SheetStep, size: number): void => {
    if (room < size) {
      requests.push([]);
      room = AREAS_A_REQUEST;
    }
    requests[requests.length - 1]?.push(step);
    room -= size;
  };
  for (const [sheet, areas] of recalculation) {
    if (areas === "whole") add([sheet, areas], 1);
    else
      for (let from = 0; from < areas.length; from += AREAS_A_REQUEST) {
        const part = areas.slice(from, from + AREAS_A_REQUEST);
        add([sheet, part], part.length);
      }
  }
  return requests;
}

async function send(steps: readonly SheetStep[], version: string | null): Promise<void> {
  const missing = await runExcel(async (context) => {
    const sheets = steps.map(([name, areas]) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load("name");
      if (areas === "whole") sheet.calculate(true);
      else
        for (const { row, column, rows, columns } of areas)
          untracked(sheet.getRangeByIndexes(row, column, rows, columns)).calculate();
      return { name, sheet };
    });
    if (version !== null) context.workbook.settings.add(CALCULATED_WITH, version);
    await context.sync();
    return sheets.filter(({ sheet }) => sheet.isNullObject).map(({ name }) => name);
  }).catch((error: unknown) => {
    // A workbook that is open for reading only takes no settings; its formulas are calculated all the same.
    if (version === null || !isRefusedWrite(error)) throw error;
    mayKeepVersion = false;
    return null;
  });
  if (missing === null) {
    await send(steps, null);
    return;
  }
  if (missing.length > 0) await stopOrUpdate(missing);
}

/** Sheets that are not there under their name were deleted, or renamed in an Excel that does not report it (before ExcelApi 1.17). */
async function stopOrUpdate(missing: readonly string[]): Promise<void> {
  const mayBeRenamed = !capabilities().sheetNameEvents;
  if (mayBeRenamed) await learnSheets();
  for (const name of missing) forgetSheet(name);
  if (mayBeRenamed) await recalculate(new Set());
}

/** From now on, calculates the dependents whenever the programme changes. Returns how to stop. */
export function startRecalculation(onError: (error: unknown) => void): () => void {
  let pending: ChangedKeys = new Set();
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    try {
      while (pending === "all" || pending.size > 0) {
        const changed = pending;
        pending = new Set();
        await recalculate(changed);
      }
    } catch (error) {
      onError(error);
    } finally {
      running = false;
    }
  };
  return onProgrammeChanged((changed) => {
    pending = pending === "all" || changed === "all" ? "all" : new Set([...pending, ...changed]);
    if (!running) void Promise.resolve().then(run);
  });
}
