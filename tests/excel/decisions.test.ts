/** The list of decisions in the workbook: prepared, filled, reviewed, entered, undone, entered again. */
import type { DecisionResult } from "../../src/domain/decisions";
import { GuardHarness } from "./edit-guard/guard-harness";

const LIST = "Decisions_2024_03";
const WORK = "WorkProgramme";
/** How late a person sees what another one has written, in milliseconds. */
const LATE = 8_000;
let harness: GuardHarness;

/** Requests that an action needs. */
async function requestsOf(action: () => Promise<unknown>): Promise<number> {
  const { traffic } = harness.open.local.excel;
  traffic.reset();
  await action();
  const { requests } = traffic;
  await harness.settled();
  return requests;
}

const decisions = () => harness.open.page.decisions;
const column = (header: string) => harness.rows(LIST).map((row) => row[harness.headers(LIST).indexOf(header)] ?? "");
const everything = () =>
  harness.open.local
    .tables()
    .filter(({ name }) => name !== LIST)
    .map(({ name }) => [name, harness.rows(name)]);
const outcomes = (results: readonly DecisionResult[]) => results.map(({ outcome }) => outcome);

/** Fills cells of the list as people do, in one paste each. */
async function decide(item: string, cells: Record<string, string>): Promise<void> {
  for (const [header, value] of Object.entries(cells))
    await harness.user.paste(harness.at(LIST, item, header), [[value]]);
}

async function undoLatest(): Promise<void> {
  const { recentActions, undoAction } = harness.open.page.recentActions;
  expect(await undoAction(recentActions()[0]?.id ?? 0)).toBeNull();
  await harness.settled();
}

describe("with the published documents", () => {
  beforeAll(async () => {
    harness = await GuardHarness.withSeeds();
  });
  afterAll(() => harness.close());

  test("Prepare lists every candidate by section in two requests, and again changes nothing", async () => {
    expect(await requestsOf(() => decisions().prepareDecisions())).toBe(2);
    const sections = column("Section");
    expect([...sections].sort()).toEqual(sections);
    expect(sections.filter((section) => section === "A a) TAP approval").length).toBeGreaterThan(8);
    expect(harness.value(LIST, "X.1221", "Now")).toBe("Determined");
    const before = harness.rows(LIST);
    expect(await requestsOf(() => decisions().prepareDecisions())).toBe(2);
    expect(harness.rows(LIST)).toEqual(before);
  });

  test("the drop-down of a row offers what is possible for it, also after sorting", async () => {
    const choices = (item: string) => harness.user.choices(harness.at(LIST, item, "Decision")).filter(Boolean);
    const before = [choices("X.1221"), choices("X.gpwd")];
    expect(before[0]?.[0]).toBe("Approved");
    expect(before[1]?.[0]).toBe("Determined");
    await harness.user.sort(LIST, "Item", false);
    expect([choices("X.1221"), choices("X.gpwd")]).toEqual(before);
    await harness.user.sort(LIST, "Section");
  });

  test("sixty decisions are reviewed and entered in three requests at most, undone as one action, entered again", async () => {
    const start = everything();
    const wanted: Record<string, string> = {
      "A a) TAP approval": "approuvé",
      "A c) TAP determination": "TAP determined",
      "A d) AAP consent": "consent",
      "A e) Agreement": "agreed",
      "D Discontinuation": "discontinued",
    };
    const words = column("Section").map((section) => [wanted[String(section)] ?? ""]);
    await harness.user.paste(harness.at(LIST, 0, "Decision", words.length), words);
    expect(await requestsOf(() => decisions().reviewList())).toBeLessThanOrEqual(2);
    expect(everything()).toEqual(start);
    expect(harness.value(LIST, "X.1221", "Result")).toMatch(/^Accepted/);
    let entered: readonly DecisionResult[] = [];
    const requests = await requestsOf(async () => ({ results: entered } = await decisions().enterList()));
    expect(requests).toBeLessThanOrEqual(3);
    expect(outcomes(entered).filter((outcome) => outcome === "accepted").length).toBeGreaterThanOrEqual(60);
    expect(harness.status("X.1221")).toBe("Approved");
    expect(harness.history("X.1221").at(-1)).toMatchObject({ To: "Approved", Meeting: "2024-03", Date: 45352 });
    const refused = column("Result").filter((text) => String(text).startsWith("Refused. "));
    expect(refused.length).toBe(outcomes(entered).filter((outcome) => outcome === "refused").length);
    expect(harness.open.page.recentActions.recentActions()[0]?.title).toMatch(/^Decisions of 2024-03: /);
    const after = everything();
    const again = await decisions().enterList();
    await harness.settled();
    expect(outcomes(again.results)).not.toContain("accepted");
    expect(everything()).toEqual(after);
    await undoLatest();
    expect(everything()).toEqual(start);
    await decisions().enterList();
    await harness.settled();
    expect(everything()).toEqual(after);
    await undoLatest();
  }, 120_000);
});

describe("in a small workbook", () => {
  beforeEach(async () => {
    harness = await GuardHarness.small();
    await decisions().prepareDecisions();
  });
  afterEach(() => harness.close());

  test("a new work item gets a row with its key, formats and History, and its undo removes them", async () => {
    const start = everything();
    const row = column("Section").indexOf("C New work items");
    const cells = { Item: "X.new-thing", Title: "Security of new things", Question: "3/17", Decision: "New work item" };
    const more = {
      Process: "TAP",
      Kind: "New",
      Timing: "2025-Q3",
      Editors: "Ana Silva",
      Text: "TD2200",
      Contribution: "C1234",
    };
    for (const [header, value] of Object.entries({ ...cells, ...more }))
      await harness.user.paste(harness.at(LIST, row, header), [[value]]);
    await decisions().enterList();
    await harness.settled();
    expect(harness.value(WORK, "X.new-thing", "Question")).toBe("3/17");
    expect(harness.value(WORK, "X.new-thing", "Since")).toBe(45352);
    expect(harness.value(LIST, row, "Key")).toBe("x.new-thing");
    expect(harness.history("X.new-thing")).toMatchObject([
      { Event: "New work item", "Contribution of proposal": "C1234" },
    ]);
    await harness.type("X.new-thing", "Timing", "2025-Q4");
    expect(harness.value(WORK, "X.new-thing", "Timing")).toBe("2025-Q4");
    await undoLatest();
    await undoLatest();
    expect(everything()).toEqual(start);
  });

  test("pasted lines below the list are understood, and rows sorted or filtered by others do no harm", async () => {
    const { area } = harness.table(LIST);
    const below = harness.at(LIST, area.endRow - area.startRow, "Item", 1, 2);
    await harness.user.paste(below, [["rec. ITU-T x.1221", "TAP approved"]]);
    await harness.user.sort(LIST, "Item");
    await harness.user.filter(LIST, "Question", ["2/17"]);
    const { results } = await decisions().enterList();
    await harness.settled();
    expect(outcomes(results).filter((outcome) => outcome === "accepted")).toHaveLength(1);
    await harness.user.clearFilter(LIST);
    expect(harness.status("X.1221")).toBe("Approved");
    expect(column("Result").filter((text) => text !== "")).toEqual([expect.stringMatching(/^Entered/)]);
  });

  test.each([WORK, "History", LIST])("where %s is protected, nothing is entered", async (name) => {
    await decide("X.1221", { Decision: "Approved" });
    const start = everything();
    const { sheetId } = harness.table(name);
    await harness.open.run(async (context) => {
      context.workbook.worksheets.getItem(sheetId).protection.protect();
      await context.sync();
    });
    await harness.settled();
    await expect(decisions().enterList()).rejects.toThrow(/protected/);
    await harness.settled();
    expect(everything()).toEqual(start);
  });

  test("one decision is entered on the rows that are selected on a sheet, hidden rows left out, as one action", async () => {
    const start = everything();
    const row = (item: string) => Number(/\d+$/.exec(harness.at(WORK, item, "Item"))?.[0]);
    const sheet = harness.at(WORK, "X.1221", "Item").replace(/![^!]*$/, "");
    await harness.user.sort(WORK, "Status");
    const determined = harness
      .rows(WORK)
      .filter((cells) => cells[harness.headers(WORK).indexOf("Status")] === "Determined");
    const names = determined.map((cells) => String(cells[0])).filter((name) => name !== "X.1127");
    expect(names.length).toBeGreaterThan(1);
    const [first, last] = [Math.min(...names.map(row)), Math.max(...names.map(row))];
    await harness.user.filter(WORK, "Item", names);
    await harness.user.select(`${sheet}!A${first}:C${last}`);
    const items = await decisions().selectedItems();
    expect(items.map(({ key }) => key).sort()).toEqual(
      names.map((name) => String(harness.value(WORK, name, "Key"))).sort(),
    );
    expect(
      decisions()
        .sharedSteps(items)
        .map(({ status }) => status),
    ).toContain("Approved");
    await harness.user.clearFilter(WORK);
    const results = await decisions().decideOn(items, { status: "Approved", step: null, isNew: false });
    await harness.settled();
    expect(outcomes(results)).toEqual(items.map(() => "accepted"));
    expect(names.map((name) => harness.status(name))).toEqual(names.map(() => "Approved"));
    await undoLatest();
    await harness.user.sort(WORK, "Status");
    expect(names.map((name) => harness.status(name))).toEqual(names.map(() => "Determined"));
    expect(everything().length).toBe(start.length);
  });

  test("a revision, an amendment and a corrigendum are started from an approved text, each with a name of its own", async () => {
    await decide("X.1221", { Decision: "Approved" });
    await decisions().enterList();
    await harness.settled();
    const index = harness.open.page.store.currentIndex();
    const [approved] = index?.itemsNamed("X.1221") ?? [];
    if (!approved) throw new Error("X.1221 is missing");
    for (const kind of ["Rev", "Amd", "Cor"] as const) {
      expect((await decisions().startNewText(approved, kind))?.outcome).toBe("accepted");
      await harness.settled();
    }
    expect(["X.1221rev", "X.1221 Amd.1", "X.1221 Cor.1"].map((name) => harness.status(name))).toEqual([
      "Under study",
      "Under study",
      "Under study",
    ]);
    expect(harness.status("X.1221")).toBe("Approved");
  });

  test("cells filled in the pane are on the sheet, and entered from there", async () => {
    const { list } = await decisions().reviewList();
    const row = list.rows.findIndex(({ item }) => item === "X.1221");
    expect(await requestsOf(() => decisions().fillRow(list, row, { decision: "Approved", text: "TD9001" }))).toBe(1);
    await decisions().fillRow(list, row, { joint: "2/17" });
    expect([harness.value(LIST, "X.1221", "Decision"), harness.value(LIST, "X.1221", "Text")]).toEqual([
      "Approved",
      "TD9001",
    ]);
    await decisions().enterList();
    await harness.settled();
    expect([harness.status("X.1221"), harness.value(WORK, "X.1221", "Text")]).toEqual(["Approved", "TD9001"]);
    expect(harness.value(WORK, "X.1221", "Joint Questions")).toBe("2/17");
  });

  test("a missing column is named, and nothing is entered", async () => {
    await decide("X.1221", { Decision: "Approved" });
    const start = everything();
    await harness.user.renameTableColumn(LIST, "Number", "Numbers");
    await expect(decisions().enterList()).rejects.toThrow(/“Number”/);
    expect(everything()).toEqual(start);
  });
});

describe("two people with the list", () => {
  let there: GuardHarness;
  beforeEach(async () => {
    harness = await GuardHarness.small();
    await decisions().prepareDecisions();
    there = await harness.joined();
  });
  afterEach(() => {
    there.close();
    harness.close();
  });
  const arrive = async (): Promise<void> => {
    await harness.open.local.coauthoring.synchronize();
    await harness.settled();
    await there.settled();
    await harness.open.local.coauthoring.synchronize();
  };

  /** Neither sees what the other one enters before both have entered. */
  const enterAtOnce = async (): Promise<void> => {
    const { coauthoring } = harness.open.local;
    for (const { open } of [harness, there]) coauthoring.delaysOf(open.local.excel).download = LATE;
    await Promise.all([decisions().enterList(), there.open.page.decisions.enterList()]);
    await coauthoring.advance(LATE);
  };

  test("who both press Enter on the same list have each decision once", async () => {
    await decide("X.1221", { Decision: "Approved" });
    await decide("X.1818", { Decision: "Not approved" });
    await arrive();
    await enterAtOnce();
    await arrive();
    for (const person of [harness, there]) {
      const entered = person.rows("History").filter((row) => row.includes("2024-03") && row.includes("Determined"));
      expect(entered.map((row) => row[person.headers("History").indexOf("Item")]).sort()).toEqual(["X.1221", "X.1818"]);
      expect([person.status("X.1221"), person.status("X.1818")]).toEqual(["Approved", "Not approved"]);
    }
  });

  test("who enter at once, each what they have filled, have one History with every decision once", async () => {
    await decide("X.1221", { Decision: "Approved" });
    await there.user.paste(there.at(LIST, "X.1818", "Decision"), [["Approved"]]);
    await enterAtOnce();
    await arrive();
    await Promise.all([decisions().enterList(), there.open.page.decisions.enterList()]);
    await arrive();
    for (const person of [harness, there]) {
      const approvals = person.rows("History").filter((row) => row.includes("2024-03") && row.includes("Approved"));
      expect(approvals.map((row) => row[person.headers("History").indexOf("Item")]).sort()).toEqual([
        "X.1221",
        "X.1818",
      ]);
      expect([person.status("X.1221"), person.status("X.1818")]).toEqual(["Approved", "Approved"]);
    }
    expect(there.rows("History")).toEqual(harness.rows("History"));
  });
});
