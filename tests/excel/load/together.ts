/** The add-ins of several users in one workbook, their requests in any order. */
import fc from "fast-check";
import type { ReadDocument } from "../../../src/domain/document";
import { contentOf, modulesOf, openPrepared, type OpenWorkbook, type Prepare } from "../support";
import { Gate } from "./request-gate";

export const fresh: Prepare = () => Promise.resolve();

interface Together {
  open: OpenWorkbook;
  /** The pages of the other users. */
  others: OpenWorkbook[];
  gate: Gate;
}

export async function together(prepare: Prepare, people = 2): Promise<Together> {
  const open = await openPrepared(prepare);
  const windows = [];
  for (let person = 1; person < people; person += 1) windows.push(await open.local.openPane("coauthor"));
  await open.local.settled();
  return {
    open,
    others: windows.map((window) => {
      return { local: open.local, ...modulesOf(window) };
    }),
    gate: new Gate([open.local.window, ...windows]),
  };
}

export async function oneAfterTheOther(prepare: Prepare, ...loads: ReadDocument[][]): Promise<unknown> {
  const open = await openPrepared(prepare);
  for (const documents of loads) {
    expect((await open.page.workbook.loadDocuments(documents)).outcome).toBe("loaded");
  }
  const content = await contentOf(open);
  open.local.close();
  return content;
}

/** Which of the held requests comes next: the numbers of a run, over and over. */
export function chooser(numbers: readonly number[]): (waiting: number) => number {
  let at = 0;
  return (waiting) => (numbers[at++ % numbers.length] ?? 0) % waiting;
}

/** Orders in which requests come through; FC_SEED explores others. */
export const orders = (count: number): number[][] =>
  fc.sample(fc.array(fc.nat(5), { minLength: 8, maxLength: 16 }), {
    numRuns: count,
    seed: process.env["FC_SEED"] === "random" ? Date.now() : Number(process.env["FC_SEED"] ?? 17),
  });

/** Both load at once; what the workbook then holds. */
export async function loadTogether(
  prepare: Prepare,
  order: readonly number[],
  loads: readonly ReadDocument[][],
  lockTimeout: number,
): Promise<unknown> {
  const { open, others, gate } = await together(prepare, loads.length);
  const pages = [open, ...others].map(({ page }) => page);
  let last = open.page;
  const all = Promise.all(
    pages.map(async (page, person) => {
      const report = await page.workbook.loadDocuments(loads[person] ?? [], { lockTimeout });
      last = page;
      return report;
    }),
  );
  const outcomes = await gate.through(all, chooser(order));
  expect([order, outcomes.map(({ outcome }) => outcome)]).toEqual([order, loads.map(() => "loaded")]);
  await open.local.settled();
  // The add-in is not started on these pages, so that each knows only its own load: the last one knows all that the workbook holds.
  const itemKeys = () =>
    last.store
      .currentProgramme()
      ?.items.map((item) => item.key)
      .sort();
  const keys = itemKeys();
  const content = await contentOf(open);
  await last.store.refreshStore();
  expect(keys).toEqual(itemKeys());
  open.local.close();
  return content;
}
