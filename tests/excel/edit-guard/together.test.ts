/** Several users, an add-in that was closed, undo, and a load while the guard is on. */
import { GuardHarness } from "./guard-harness";
import { reopen } from "../support";

const WORK = "WorkProgramme";
let harness: GuardHarness;
beforeAll(async () => {
  harness = await GuardHarness.withSeeds();
});
afterAll(() => {
  harness.close();
});
beforeEach(() => {
  harness.news();
});

describe("a co-author", () => {
  test("is never reverted, and is in the snapshot afterwards", async () => {
    const before = harness.rows("History").length;
    await harness.coauthor.type(harness.at(WORK, "X.1221", "Status"), "Consented");
    await harness.settled();
    await new Promise((resolve) => setTimeout(resolve, 400));
    await harness.settled();
    expect(harness.status("X.1221")).toBe("Consented");
    expect(harness.news()).toEqual([]);
    expect(harness.rows("History")).toHaveLength(before);
    await harness.coauthor.type(harness.at(WORK, "X.1221", "Status"), "Determined");
    await harness.settled();
  });

  test("with the add-in open on both machines, exactly one acts", async () => {
    const theirs = await harness.open.local.openPane("coauthor");
    const page = (theirs as unknown as { parts: typeof harness.open.page }).parts;
    await page.workbook.startWorkbook();
    await harness.settled();
    const before = harness.rows("History").length;
    await harness.type("X.th2", "Status", "Determined");
    await page.guard.whenIdle();
    await harness.settled();
    expect(harness.rows("History")).toHaveLength(before + 1);
    expect(page.guard.guardMessages()).toEqual([]);
    await harness.coauthor.type(harness.at(WORK, "X.th3", "Status"), "Approved");
    await page.guard.whenIdle();
    await harness.settled();
    expect(harness.status("X.th3")).toBe("Under study");
    expect(page.guard.guardMessages()).toMatchObject([{ outcome: "reverted" }]);
    await harness.coauthor.type(harness.at(WORK, "X.th3", "Status"), "Determined");
    await page.guard.whenIdle();
    await harness.settled();
    expect(harness.rows("History")).toHaveLength(before + 2);
    await harness.type("X.th4", "Status", "Determined");
    await page.guard.whenIdle();
    await harness.settled();
    expect(harness.rows("History")).toHaveLength(before + 3);
    harness.open.local.closePane(theirs);
  });
});

describe("undo and redo", () => {
  test("undo of an accepted edit reverts it; redo accepts it again", async () => {
    const history = harness.rows("History").length;
    const since = harness.value(WORK, "X.metric", "Since");
    await harness.type("X.metric", "Status", "Determined");
    expect(harness.rows("History")).toHaveLength(history + 1);
    // What the guard wrote is the last step; when it is undone, the guard takes back what led to it.
    await harness.user.undo();
    await harness.settled();
    expect(harness.status("X.metric")).toBe("Under study");
    expect(harness.value(WORK, "X.metric", "Since")).toBe(since);
    expect(harness.rows("History")).toHaveLength(history);
    expect(harness.open.page.store.currentIndex()?.itemsNamed("X.metric")[0]?.status).toBe("Under study");
    // The next step undone is what the guard has written back: the cell shows what was typed until that is undone too.
    for (const step of ["undo", "undo", "redo", "redo", "undo"] as const) {
      await harness.user[step]();
      await harness.settled();
      const recorded = harness.open.page.store.currentIndex()?.itemsNamed("X.metric")[0]?.status;
      expect(harness.history("X.metric").at(-1)?.["To"]).toBe(recorded);
    }
    await harness.type("X.metric", "Timing", "2024-Q4");
    expect(harness.history("X.metric").findLast((row) => row["To"] !== "")?.["To"]).toBe(harness.status("X.metric"));
  });

  test("undo of a revert brings the forbidden value back, and the next edit reverts it again", async () => {
    await harness.type("X.590", "Status", "Agreed");
    await harness.user.undo();
    await harness.settled();
    expect(harness.open.page.store.currentIndex()?.itemsNamed("X.590")[0]?.status).toBe("Consented");
    await harness.type("X.590", "Timing", "2024-Q4");
    expect(harness.status("X.590")).toBe("Consented");
  });
});

describe("while the add-in was not running", () => {
  test("what was typed with the add-in closed is found on the next start", async () => {
    harness.open.local.closePane();
    await harness.user.type(harness.at(WORK, "X.rm-sup", "Status"), "Determined");
    await harness.user.type(harness.at(WORK, "X.1236", "Status"), "Agreed");
    const annex = harness.annexOf("X.1353");
    await harness.user.type(harness.at(annex, "X.1353", "Status"), "Approved");
    harness.open = await reopen(harness.open);
    await harness.start();
    const news = harness.news();
    expect(harness.status("X.rm-sup")).toBe("Determined");
    expect(harness.history("X.rm-sup").at(-1)).toMatchObject({ To: "Determined" });
    expect(news).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ outcome: "noted", item: "X.rm-sup" }),
        expect.objectContaining({ outcome: "marked", item: "X.1236", canOverride: true }),
        expect.objectContaining({ outcome: "noted", item: "X.1353" }),
      ]),
    );
    expect(harness.status("X.1236")).toBe("Agreed");
    expect(harness.value(annex, "X.1353", "Status")).toBe("Not approved");
    await harness.type("X.1236", "Status", "Consented");
    expect(harness.status("X.1236")).toBe("Consented");
  });
});

describe("an audit", () => {
  const letEvents = async (through: boolean): Promise<void> => {
    await harness.open.run(async (context) => {
      context.runtime.enableEvents = through;
      await context.sync();
    });
  };

  test("finds an edit that Excel did not report, and reports it once", async () => {
    await letEvents(false);
    await harness.type("Z.161", "Status", "Agreed");
    await harness.type("X.rm-sup", "Remarks", "looked at");
    await letEvents(true);
    expect(harness.news()).toEqual([]);
    await harness.open.page.guard.auditWorkbook();
    await harness.settled();
    expect(harness.news()).toMatchObject([
      { outcome: "marked", item: "Z.161", possible: expect.any(Array) as unknown },
    ]);
    const rows = harness.rows("History").length;
    await harness.open.page.guard.auditWorkbook();
    await harness.settled();
    expect(harness.rows("History")).toHaveLength(rows);
    expect(harness.messages.filter((message) => message.item === "Z.161")).toHaveLength(1);
    await harness.type("Z.161", "Status", "Consented");
    expect(harness.status("Z.161")).toBe("Consented");
  });
});

describe("with loads", () => {
  test("loading again while the guard is on is no edit, and edits stay", async () => {
    // A load says in the hidden column Loaded what it has seen.
    const loaded = harness.headers(WORK).indexOf("Loaded");
    const content = () => harness.rows(WORK).map((row) => row.filter((_, column) => column !== loaded));
    const rows = content();
    const { workbook, readSeeds } = harness.open.page;
    await workbook.loadDocuments(readSeeds());
    await harness.settled();
    expect(content()).toEqual(rows);
    expect(harness.news()).toEqual([]);
    await harness.type("X.1095", "Status", "Agreed");
    expect(harness.status("X.1095")).toBe("Consented");
  });
});

test("an edit made while another is judged is judged as well", async () => {
  const first = harness.user.type(harness.at(WORK, "X.1282", "Status"), "Agreed");
  const second = harness.user.type(harness.at(WORK, "X.1220", "Status"), "Agreed");
  const third = harness.user.type(harness.at(WORK, "X.salcm", "Status"), "Consented");
  await Promise.all([first, second, third]);
  await harness.settled();
  expect([harness.status("X.1282"), harness.status("X.1220"), harness.status("X.salcm")]).toEqual([
    "Consented",
    "Consented",
    "Consented",
  ]);
});

test("an entry into a cell that is being reverted is not lost", async () => {
  const address = harness.at(WORK, "X.510rev", "Status");
  const typing = harness.user.type(address, "Agreed");
  for (const wait of [20, 60, 62, 64, 66, 70]) {
    setTimeout(() => void harness.user.type(address, "Under study"), wait);
  }
  await typing;
  await new Promise((resolve) => setTimeout(resolve, 200));
  await harness.settled();
  const index = harness.open.page.store.currentIndex();
  expect(index?.itemsNamed("X.510rev")[0]?.status).toBe(harness.status("X.510rev"));
  expect(harness.status("X.510rev")).toBe("Under study");
});
