/** Cuts a piece of work off at every request it makes, in every way, runs it again and holds the end against one that was never cut off. */
import { takeSnapshot } from "local-excel/xlsx";
import { contentOf, openPrepared, planFault, reopen, type FAULTS, type OpenWorkbook, type Prepare } from "../support";

export interface Work {
  /** Brings a fresh workbook to where the work begins. */
  prepare: Prepare;
  /** The work; it is run again after it was cut off. */
  run: (open: OpenWorkbook) => Promise<{ outcome: string }>;
}

export type Fault = (typeof FAULTS)[number];

/** How much of a request is done before it fails, and whether the page is closed after that or the same one goes on. */
export interface Cut {
  fault: Fault;
  share?: number;
  samePage?: boolean;
}

/** Every way to be cut off, as a load may be: at its beginning and near its end too, and once on a page that goes on. */
export const EVERY_CUT: Cut[] = [
  { fault: "error" },
  { fault: "noAnswer" },
  { fault: "lost" },
  { fault: "detach" },
  { fault: "half" },
  { fault: "half", share: 0.1 },
  { fault: "half", share: 0.9, samePage: true },
];

/** All that the workbook holds: what the add-in reads, and all that a saved file would have of it, looks and print set-up included. */
async function everythingOf(open: OpenWorkbook): Promise<unknown> {
  const file = takeSnapshot(open.local.excel.host);
  // The order in which drop-downs were set is nothing that anybody sees.
  for (const { validations } of file.sheets) validations.sort((a, b) => a.address.localeCompare(b.address));
  return { ...(await contentOf(open)), file };
}

/** What the workbook holds after the work was done in one go. */
export async function uninterrupted(work: Work): Promise<unknown> {
  const open = await openPrepared(work.prepare);
  expect((await work.run(open)).outcome).toBe("loaded");
  const content = await everythingOf(open);
  open.local.close();
  return content;
}

/** Cuts the work off once, between any two actions of one of its requests, and runs it again. */
export async function cutOffOnce(work: Work, expected: unknown, at: number, share: number): Promise<void> {
  let open = await openPrepared(work.prepare);
  const planned = planFault(open, "half", at, share);
  await work.run(open).catch(() => undefined);
  planned.cancel();
  open = await reopen(open);
  expect([at, share, (await work.run(open)).outcome]).toEqual([at, share, "loaded"]);
  expect([at, share, await everythingOf(open)]).toEqual([at, share, expected]);
  open.local.close();
}

/**
 * Cuts the work off at its first request, its second, and so on until it is no longer cut off.
 * @returns how many requests there were to cut off
 */
export async function cutOffEverywhere(work: Work, expected: unknown, cut: Cut): Promise<number> {
  // Some requests may fail without harm: it is over when two in a row did not matter.
  for (let at = 1, harmless = 0; ; at += 1) {
    let open = await openPrepared(work.prepare);
    const planned = planFault(open, cut.fault, at, cut.share);
    const ended = await planned.outcomeOf(work.run(open).then(({ outcome }) => outcome));
    planned.cancel();
    if (cut.samePage !== true) open = await reopen(open);
    if (ended !== "loaded" || at <= 2) expect([at, (await work.run(open)).outcome]).toEqual([at, "loaded"]);
    expect([at, cut, await everythingOf(open)]).toEqual([at, cut, expected]);
    open.local.close();
    harmless = ended === "loaded" ? harmless + 1 : 0;
    if (harmless === 2) return at - 2;
  }
}
