/** Several people, an add-in that was closed, undo, and a load while the guard is on. */
import { Desk } from "./guard-harness";
import { reopen } from "../support";

const WORK = "WorkProgramme";
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.withSeeds();
});
afterAll(() => {
  desk.close();
});
beforeEach(() => {
  desk.news();
});

describe("a co-author", () => {
  test("is never put back, and what they did is known afterwards", async () => {
    const before = desk.rows("History").length;
    await desk.coauthor.type(desk.at(WORK, "X.1221", "Status"), "Consented");
    await desk.settled();
    await new Promise((resolve) => setTimeout(resolve, 400));
    await desk.settled();
    expect(desk.status("X.1221")).toBe("Consented");
    expect(desk.news()).toEqual([]);
    expect(desk.rows("History")).toHaveLength(before);
    await desk.coauthor.type(desk.at(WORK, "X.1221", "Status"), "Determined");
    await desk.settled();
  });

  test("with the add-in open on both machines, exactly one acts", async () => {
    const theirs = await desk.open.local.openPane("coauthor");
    const page = (theirs as unknown as { parts: typeof desk.open.page }).parts;
    await page.workbook.startWorkbook();
    await desk.settled();
    const before = desk.rows("History").length;
    await desk.type("X.th2", "Status", "Determined");
    await page.guard.settled();
    await desk.settled();
    expect(desk.rows("History")).toHaveLength(before + 1);
    expect(page.guard.guardMessages()).toEqual([]);
    await desk.coauthor.type(desk.at(WORK, "X.th3", "Status"), "Approved");
    await page.guard.settled();
    await desk.settled();
    expect(desk.status("X.th3")).toBe("Under study");
    expect(page.guard.guardMessages()).toMatchObject([{ outcome: "put back" }]);
    await desk.coauthor.type(desk.at(WORK, "X.th3", "Status"), "Determined");
    await page.guard.settled();
    await desk.settled();
    expect(desk.rows("History")).toHaveLength(before + 2);
    await desk.type("X.th4", "Status", "Determined");
    await page.guard.settled();
    await desk.settled();
    expect(desk.rows("History")).toHaveLength(before + 3);
    desk.open.local.closePane(theirs);
  });
});

describe("undo and redo", () => {
  test("undo of what was taken takes it back; redo takes it again", async () => {
    const history = desk.rows("History").length;
    const since = desk.value(WORK, "X.metric", "Since");
    await desk.type("X.metric", "Status", "Determined");
    expect(desk.rows("History")).toHaveLength(history + 1);
    // What the guard wrote is the last step; when it is undone, the guard takes back what led to it.
    await desk.user.undo();
    await desk.settled();
    expect(desk.status("X.metric")).toBe("Under study");
    expect(desk.value(WORK, "X.metric", "Since")).toBe(since);
    expect(desk.rows("History")).toHaveLength(history);
    expect(desk.open.page.store.currentIndex()?.itemsNamed("X.metric")[0]?.status).toBe("Under study");
    for (const step of ["undo", "undo", "redo", "redo", "undo"] as const) {
      await desk.user[step]();
      await desk.settled();
      const status = desk.status("X.metric");
      expect(desk.history("X.metric").at(-1)?.["To"]).toBe(status);
      expect(desk.open.page.store.currentIndex()?.itemsNamed("X.metric")[0]?.status).toBe(status);
    }
  });

  test("undo of a put-back brings the forbidden value back once, and it is put back again", async () => {
    await desk.type("X.590", "Status", "Agreed");
    await desk.user.undo();
    await desk.settled();
    expect(desk.status("X.590")).toBe("Consented");
  });
});

describe("while nobody watched", () => {
  test("what was typed with the add-in closed is found on the next start", async () => {
    desk.open.local.closePane();
    await desk.user.type(desk.at(WORK, "X.rm-sup", "Status"), "Determined");
    await desk.user.type(desk.at(WORK, "X.1236", "Status"), "Agreed");
    const annex = desk.annexOf("X.1353");
    await desk.user.type(desk.at(annex, "X.1353", "Status"), "Approved");
    desk.open = await reopen(desk.open);
    await desk.start();
    const news = desk.news();
    expect(desk.status("X.rm-sup")).toBe("Determined");
    expect(desk.history("X.rm-sup").at(-1)).toMatchObject({ To: "Determined" });
    expect(news).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ outcome: "noted", item: "X.rm-sup" }),
        expect.objectContaining({ outcome: "marked", item: "X.1236", canOverride: true }),
        expect.objectContaining({ outcome: "noted", item: "X.1353" }),
      ]),
    );
    expect(desk.status("X.1236")).toBe("Agreed");
    expect(desk.value(annex, "X.1353", "Status")).toBe("Not approved");
    await desk.type("X.1236", "Status", "Consented");
    expect(desk.status("X.1236")).toBe("Consented");
  });
});

describe("a sweep", () => {
  const letEvents = async (through: boolean): Promise<void> => {
    await desk.open.run(async (context) => {
      context.runtime.enableEvents = through;
      await context.sync();
    });
  };

  test("finds an edit that Excel told nobody of, and says nothing twice", async () => {
    await letEvents(false);
    await desk.type("Z.161", "Status", "Agreed");
    await desk.type("X.rm-sup", "Remarks", "looked at");
    await letEvents(true);
    expect(desk.news()).toEqual([]);
    await desk.open.page.guard.sweep();
    await desk.settled();
    expect(desk.news()).toMatchObject([{ outcome: "marked", item: "Z.161", possible: expect.any(Array) as unknown }]);
    const rows = desk.rows("History").length;
    await desk.open.page.guard.sweep();
    await desk.settled();
    expect(desk.rows("History")).toHaveLength(rows);
    expect(desk.messages.filter((message) => message.item === "Z.161")).toHaveLength(1);
    await desk.type("Z.161", "Status", "Consented");
    expect(desk.status("Z.161")).toBe("Consented");
  });
});

describe("with loads", () => {
  test("loading again while the guard is on is no edit, and edits stay", async () => {
    // A load says in the hidden column Loaded what it has seen.
    const loaded = desk.headers(WORK).indexOf("Loaded");
    const content = () => desk.rows(WORK).map((row) => row.filter((_, column) => column !== loaded));
    const rows = content();
    const { workbook, readSeeds } = desk.open.page;
    await workbook.loadDocuments(readSeeds());
    await desk.settled();
    expect(content()).toEqual(rows);
    expect(desk.news()).toEqual([]);
    await desk.type("X.1095", "Status", "Agreed");
    expect(desk.status("X.1095")).toBe("Consented");
  });
});

test("an edit made while another is judged is judged as well", async () => {
  const first = desk.user.type(desk.at(WORK, "X.1282", "Status"), "Agreed");
  const second = desk.user.type(desk.at(WORK, "X.1220", "Status"), "Agreed");
  const third = desk.user.type(desk.at(WORK, "X.salcm", "Status"), "Consented");
  await Promise.all([first, second, third]);
  await desk.settled();
  expect([desk.status("X.1282"), desk.status("X.1220"), desk.status("X.salcm")]).toEqual([
    "Consented",
    "Consented",
    "Consented",
  ]);
});

test("the same cell typed into again while it is being put back loses nothing", async () => {
  const address = desk.at(WORK, "X.510rev", "Status");
  const typing = desk.user.type(address, "Agreed");
  for (const wait of [20, 60, 62, 64, 66, 70]) {
    setTimeout(() => void desk.user.type(address, "Under study"), wait);
  }
  await typing;
  await new Promise((resolve) => setTimeout(resolve, 200));
  await desk.settled();
  const index = desk.open.page.store.currentIndex();
  expect(index?.itemsNamed("X.510rev")[0]?.status).toBe(desk.status("X.510rev"));
  expect(desk.status("X.510rev")).toBe("Under study");
});
