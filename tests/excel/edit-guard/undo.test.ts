/** Ctrl+Z: one press undoes an accepted edit with all that followed from it, and repeated presses reach earlier edits. */
import { GuardHarness } from "./guard-harness";

const WORK = "WorkProgramme";
let harness: GuardHarness;
beforeEach(async () => {
  harness = await GuardHarness.small();
});
afterEach(() => {
  harness.close();
});

const undo = async (): Promise<void> => {
  await harness.user.undo();
  await harness.settled();
};

/** Presses Ctrl+Z until a condition holds. @returns how often; fails after 12 times */
async function undoUntil(isDone: () => boolean): Promise<number> {
  for (let presses = 1; presses <= 12; presses++) {
    await undo();
    if (isDone()) return presses;
  }
  throw new Error("Ctrl+Z does not get there");
}

function everything(): unknown {
  const loaded = harness.headers(WORK).indexOf("Loaded");
  return harness.open.local
    .tables()
    .map(({ name }) => [name, harness.rows(name).map((row) => row.filter((_, at) => name !== WORK || at !== loaded))]);
}

test("one press undoes an accepted edit with Since, History and annexes; more presses reach the edits before it", async () => {
  const start = everything();
  await harness.type("X.5Gsec-netec", "Timing", "2024-Q4");
  const afterFirst = everything();
  await harness.type("X.5Gsec-netec", "Status", "Determined");
  const afterSecond = everything();
  await harness.type("X.5Gsec-netec", "Title", "Another title");
  harness.news();
  await undo();
  expect(everything()).toEqual(afterSecond);
  expect(await undoUntil(() => harness.status("X.5Gsec-netec") === "Under study")).toBeLessThanOrEqual(3);
  expect(everything()).toEqual(afterFirst);
  await undoUntil(() => harness.value(WORK, "X.5Gsec-netec", "Timing") !== "2024-Q4");
  expect(everything()).toEqual(start);
  expect(harness.news().filter(({ outcome }) => outcome !== "noted")).toEqual([]);
});

test("presses pass through a reverted edit to the accepted one before it", async () => {
  const start = everything();
  await harness.type("X.5Gsec-netec", "Status", "Determined");
  await harness.type("X.1220", "Status", "Agreed");
  expect(harness.status("X.1220")).toBe("Consented");
  await undoUntil(() => harness.status("X.5Gsec-netec") === "Under study");
  await undoUntil(() => JSON.stringify(everything()) === JSON.stringify(start));
  expect(harness.open.page.store.currentIndex()?.itemsNamed("X.1220")[0]?.status).toBe("Consented");
});

test("a value that an undo has left in its cell is reverted with the next edit", async () => {
  await harness.type("X.1220", "Status", "Agreed");
  await undo();
  expect(harness.status("X.1220")).toBe("Agreed");
  expect(harness.open.page.store.currentIndex()?.itemsNamed("X.1220")[0]?.status).toBe("Consented");
  await harness.type("X.5Gsec-netec", "Status", "Determined");
  expect(harness.status("X.1220")).toBe("Consented");
  expect(harness.status("X.5Gsec-netec")).toBe("Determined");
});

test("the same value typed again by hand after an undo is accepted again", async () => {
  await harness.type("X.5Gsec-netec", "Status", "Determined");
  await undo();
  expect(harness.history("X.5Gsec-netec").at(-1)?.["To"]).toBe("Under study");
  await harness.type("X.5Gsec-netec", "Status", "Determined");
  expect(harness.history("X.5Gsec-netec").at(-1)?.["To"]).toBe("Determined");
  expect(harness.value(WORK, "X.5Gsec-netec", "Since")).toBe(45352);
});

test("a deleted row comes back as it was, also where something else is undone before", async () => {
  const start = everything();
  await harness.user.deleteTableRows(WORK, harness.rowOf(WORK, "X.5Gsec-asra"));
  await harness.settled();
  await harness.open.page.workbook.writeSettings({ currentDate: "2026-01-15" });
  await harness.settled();
  await undoUntil(() => JSON.stringify(everything()) === JSON.stringify(start));
  expect(harness.open.page.store.currentIndex()?.itemWithKey("x.5gsec-asra")?.status).toBe("Under study");
  await harness.type("X.5Gsec-asra", "Status", "Determined");
  expect(harness.history("X.5Gsec-asra").at(-1)?.["To"]).toBe("Determined");
});
