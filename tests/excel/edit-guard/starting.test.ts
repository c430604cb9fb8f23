/** Add-ins that start at the same moment, or while another is writing: edits made while no add-in was running are recorded once. */
import * as fc from "fast-check";
import { GuardHarness } from "./guard-harness";
import { reopen, type OpenWorkbook } from "../support";

const WORK = "WorkProgramme";
const RUNS = Number(process.env["GUARD_RUNS"] ?? 10);
type Page = OpenWorkbook["page"];

/** A permitted step, one that is forbidden, and one typed into an annex. */
const [PERMITTED, FORBIDDEN, ELSEWHERE] = ["X.5Gsec-netec", "X.1220", "X.5Gsec-srocvs"];

/** The Excels of other users, with the add-in's page open but not started. */
async function others(harness: GuardHarness, count: number): Promise<Page[]> {
  const pages: Page[] = [];
  for (const machine of ["coauthor", "third"].slice(0, count)) {
    const window = await harness.open.local.openPane(machine);
    pages.push((window as unknown as { parts: Page }).parts);
  }
  return pages;
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function settle(harness: GuardHarness, pages: readonly Page[]): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const page of pages) await page.guard.whenIdle();
    await harness.settled();
  }
}

/** History has one row for each event, explains every status, and every add-in has the same programme. */
function expectOneRecord(harness: GuardHarness, pages: readonly Page[]): void {
  const [id, headers] = [harness.headers("History").indexOf("Event id"), harness.headers(WORK)];
  const ids = harness.rows("History").map((row) => String(row[id]));
  expect(ids.filter((each, at) => ids.indexOf(each) !== at)).toEqual([]);
  expect(ids).not.toContain("");
  for (const page of pages) {
    const index = page.store.currentIndex();
    expect(index?.programme.events.map((event) => event.id).sort()).toEqual([...ids].sort());
    for (const row of harness.rows(WORK)) {
      const [item, key] = [row[headers.indexOf("Provisional name")], String(row[headers.indexOf("Key")])];
      if (item !== FORBIDDEN)
        expect([key, index?.itemWithKey(key)?.status]).toEqual([key, row[headers.indexOf("Status")]]);
    }
  }
}

const lastRecorded = (harness: GuardHarness, item: string): unknown => harness.history(item).at(-1)?.["To"];

/** The requests of each machine have delays of their own. */
const latencies = fc.array(fc.nat(25), { minLength: 40, maxLength: 40 });
const waits = fc.array(fc.nat(60), { minLength: 3, maxLength: 3 });

function interleave(harness: GuardHarness, times: readonly number[]): void {
  let at = 0;
  harness.open.local.excel.faults.latency = () => times[at++ % times.length] ?? 0;
}

async function withHarness(work: (harness: GuardHarness) => Promise<void>): Promise<void> {
  const harness = await GuardHarness.small(false, { hurry: 10 });
  try {
    await work(harness);
  } finally {
    harness.close();
  }
}

test.each([2, 3])("%i add-ins that start at the same moment record once what was typed before", async (count) => {
  await fc.assert(
    fc.asyncProperty(latencies, waits, (times, later) =>
      withHarness(async (harness) => {
        const before = harness.rows("History").length;
        await harness.user.type(harness.at(WORK, PERMITTED, "Status"), "Determined");
        await harness.user.type(harness.at(WORK, FORBIDDEN, "Status"), "Agreed");
        await harness.user.type(harness.at(harness.annexOf(ELSEWHERE), ELSEWHERE, "Status"), "Determined");
        const pages = [harness.open.page, ...(await others(harness, count - 1))];
        interleave(harness, times);
        await Promise.all(
          pages.map(async (page, at) => {
            await pause(later[at] ?? 0);
            await page.workbook.startWorkbook();
          }),
        );
        await settle(harness, pages);
        expect(lastRecorded(harness, PERMITTED)).toBe("Determined");
        expect(harness.rows("History")).toHaveLength(before + 1);
        expect(harness.value(WORK, PERMITTED, "Since")).toBe(45352);
        expect(harness.status(FORBIDDEN)).toBe("Agreed");
        expect(harness.value(harness.annexOf(ELSEWHERE), ELSEWHERE, "Status")).toBe("Under study");
        for (const page of pages)
          expect(page.guard.guardMessages()).toContainEqual(
            expect.objectContaining({ outcome: "marked", item: FORBIDDEN }),
          );
        expectOneRecord(harness, pages);
      }),
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
});

test("an add-in that starts while another is judging leaves that to the other", async () => {
  await fc.assert(
    fc.asyncProperty(latencies, fc.nat(80), fc.nat(80), (times, start, edit) =>
      withHarness(async (harness) => {
        await harness.start();
        const [theirs] = await others(harness, 1);
        if (!theirs) throw new Error("no other page");
        interleave(harness, times);
        const before = harness.rows("History").length;
        const starting = pause(start).then(() => theirs.workbook.startWorkbook());
        await pause(edit);
        await harness.user.type(harness.at(WORK, PERMITTED, "Status"), "Determined");
        await harness.user.type(harness.at(WORK, FORBIDDEN, "Status"), "Agreed");
        await harness.user.type(harness.at(harness.annexOf(ELSEWHERE), ELSEWHERE, "Status"), "Determined");
        await starting;
        await settle(harness, [harness.open.page, theirs]);
        expect(harness.rows("History")).toHaveLength(before + 2);
        expect([lastRecorded(harness, PERMITTED), lastRecorded(harness, ELSEWHERE)]).toEqual([
          "Determined",
          "Determined",
        ]);
        expect(harness.status(FORBIDDEN)).toBe("Consented");
        expect(harness.messages).toMatchObject([{ outcome: "reverted", item: FORBIDDEN }]);
        expect(theirs.guard.guardMessages()).toEqual([]);
        expectOneRecord(harness, [harness.open.page, theirs]);
      }),
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
});

test("a duplicate row of History is removed once; a copy with values of its own is kept", async () => {
  const harness = await GuardHarness.small(true, { hurry: 10 });
  try {
    await harness.type(PERMITTED, "Status", "Determined");
    const rows = harness.rows("History").length;
    const [last] = harness.rows("History").slice(-1);
    harness.open.local.closePane();
    const note = harness.headers("History").indexOf("Reason or note");
    for (const said of ["", "", "seen by the chair"]) {
      await harness.user.insertTableRows("History", rows);
      await harness.user.paste(harness.at("History", rows, "Date"), [
        (last ?? []).map((value, at) => (at === note ? said : value)),
      ]);
    }
    harness.open = await reopen(harness.open);
    const [theirs] = await others(harness, 1);
    await Promise.all([harness.start(), theirs?.workbook.startWorkbook()]);
    await pause(900);
    await settle(harness, [harness.open.page]);
    const own = harness.history(PERMITTED).filter((row) => row["To"] === "Determined");
    expect(own.map((row) => row["Reason or note"])).toEqual(["seen by the chair"]);
    expect(harness.rows("History")).toHaveLength(rows);
    expect(harness.open.page.store.currentIndex()?.programme.events).toHaveLength(rows);
  } finally {
    harness.close();
  }
});
