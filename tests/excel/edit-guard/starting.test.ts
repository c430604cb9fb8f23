/** Add-ins that start at the same moment, or while another is at work: what was typed while nobody watched is recorded once. */
import * as fc from "fast-check";
import { Desk } from "./guard-harness";
import { reopen, type OpenWorkbook } from "../support";

const WORK = "WorkProgramme";
const RUNS = Number(process.env["GUARD_RUNS"] ?? 10);
type Page = OpenWorkbook["page"];

/** A permitted step, one that is forbidden, and one typed into an annex. */
const [PERMITTED, FORBIDDEN, ELSEWHERE] = ["X.5Gsec-netec", "X.1220", "X.5Gsec-srocvs"];

/** Other people's Excels, with the add-in's page open but not started. */
async function others(desk: Desk, count: number): Promise<Page[]> {
  const pages: Page[] = [];
  for (const machine of ["coauthor", "third"].slice(0, count)) {
    const window = await desk.open.local.openPane(machine);
    pages.push((window as unknown as { parts: Page }).parts);
  }
  return pages;
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function settle(desk: Desk, pages: readonly Page[]): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const page of pages) await page.guard.settled();
    await desk.settled();
  }
}

/** History has one row for each thing that happened, explains every status, and every add-in knows the same. */
function expectOneRecord(desk: Desk, pages: readonly Page[]): void {
  const [id, headers] = [desk.headers("History").indexOf("Event id"), desk.headers(WORK)];
  const ids = desk.rows("History").map((row) => String(row[id]));
  expect(ids.filter((each, at) => ids.indexOf(each) !== at)).toEqual([]);
  expect(ids).not.toContain("");
  for (const page of pages) {
    const index = page.store.currentIndex();
    expect(index?.programme.events.map((event) => event.id).sort()).toEqual([...ids].sort());
    for (const row of desk.rows(WORK)) {
      const [item, key] = [row[headers.indexOf("Provisional name")], String(row[headers.indexOf("Key")])];
      if (item !== FORBIDDEN)
        expect([key, index?.itemWithKey(key)?.status]).toEqual([key, row[headers.indexOf("Status")]]);
    }
  }
}

const lastRecorded = (desk: Desk, item: string): unknown => desk.history(item).at(-1)?.["To"];

/** The requests of each machine take times of their own. */
const latencies = fc.array(fc.nat(25), { minLength: 40, maxLength: 40 });
const waits = fc.array(fc.nat(60), { minLength: 3, maxLength: 3 });

function interleave(desk: Desk, times: readonly number[]): void {
  let at = 0;
  desk.open.local.excel.faults.latency = () => times[at++ % times.length] ?? 0;
}

async function withDesk(work: (desk: Desk) => Promise<void>): Promise<void> {
  const desk = await Desk.small(false, { hurry: 10 });
  try {
    await work(desk);
  } finally {
    desk.close();
  }
}

test.each([2, 3])("%i add-ins that start at the same moment record once what was typed before", async (count) => {
  await fc.assert(
    fc.asyncProperty(latencies, waits, (times, later) =>
      withDesk(async (desk) => {
        const before = desk.rows("History").length;
        await desk.user.type(desk.at(WORK, PERMITTED, "Status"), "Determined");
        await desk.user.type(desk.at(WORK, FORBIDDEN, "Status"), "Agreed");
        await desk.user.type(desk.at(desk.annexOf(ELSEWHERE), ELSEWHERE, "Status"), "Determined");
        const pages = [desk.open.page, ...(await others(desk, count - 1))];
        interleave(desk, times);
        await Promise.all(
          pages.map(async (page, at) => {
            await pause(later[at] ?? 0);
            await page.workbook.startWorkbook();
          }),
        );
        await settle(desk, pages);
        expect(lastRecorded(desk, PERMITTED)).toBe("Determined");
        expect(desk.rows("History")).toHaveLength(before + 1);
        expect(desk.value(WORK, PERMITTED, "Since")).toBe(45352);
        expect(desk.status(FORBIDDEN)).toBe("Agreed");
        expect(desk.value(desk.annexOf(ELSEWHERE), ELSEWHERE, "Status")).toBe("Under study");
        for (const page of pages)
          expect(page.guard.guardMessages()).toContainEqual(
            expect.objectContaining({ outcome: "marked", item: FORBIDDEN }),
          );
        expectOneRecord(desk, pages);
      }),
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
});

test("an add-in that starts while another is judging leaves that to the other", async () => {
  await fc.assert(
    fc.asyncProperty(latencies, fc.nat(80), fc.nat(80), (times, start, edit) =>
      withDesk(async (desk) => {
        await desk.start();
        const [theirs] = await others(desk, 1);
        if (!theirs) throw new Error("no other page");
        interleave(desk, times);
        const before = desk.rows("History").length;
        const starting = pause(start).then(() => theirs.workbook.startWorkbook());
        await pause(edit);
        await desk.user.type(desk.at(WORK, PERMITTED, "Status"), "Determined");
        await desk.user.type(desk.at(WORK, FORBIDDEN, "Status"), "Agreed");
        await desk.user.type(desk.at(desk.annexOf(ELSEWHERE), ELSEWHERE, "Status"), "Determined");
        await starting;
        await settle(desk, [desk.open.page, theirs]);
        expect(desk.rows("History")).toHaveLength(before + 2);
        expect([lastRecorded(desk, PERMITTED), lastRecorded(desk, ELSEWHERE)]).toEqual(["Determined", "Determined"]);
        expect(desk.status(FORBIDDEN)).toBe("Consented");
        expect(desk.messages).toMatchObject([{ outcome: "put back", item: FORBIDDEN }]);
        expect(theirs.guard.guardMessages()).toEqual([]);
        expectOneRecord(desk, [desk.open.page, theirs]);
      }),
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
});

test("a row of History that stands there twice is taken out once; a copy that says something of its own stays", async () => {
  const desk = await Desk.small(true, { hurry: 10 });
  try {
    await desk.type(PERMITTED, "Status", "Determined");
    const rows = desk.rows("History").length;
    const [last] = desk.rows("History").slice(-1);
    desk.open.local.closePane();
    const note = desk.headers("History").indexOf("Reason or note");
    for (const said of ["", "", "seen by the chair"]) {
      await desk.user.insertTableRows("History", rows);
      await desk.user.paste(desk.at("History", rows, "Date"), [
        (last ?? []).map((value, at) => (at === note ? said : value)),
      ]);
    }
    desk.open = await reopen(desk.open);
    const [theirs] = await others(desk, 1);
    await Promise.all([desk.start(), theirs?.workbook.startWorkbook()]);
    await pause(900);
    await settle(desk, [desk.open.page]);
    const own = desk.history(PERMITTED).filter((row) => row["To"] === "Determined");
    expect(own.map((row) => row["Reason or note"])).toEqual(["seen by the chair"]);
    expect(desk.rows("History")).toHaveLength(rows);
    expect(desk.open.page.store.currentIndex()?.programme.events).toHaveLength(rows);
  } finally {
    desk.close();
  }
});
