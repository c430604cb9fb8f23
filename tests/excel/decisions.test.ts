/** The list of decisions in the workbook: prepared, filled, reviewed, entered, undone, entered again. */
import type { DecisionResult } from "../../src/domain/decisions";
import { GuardHarness } from "./edit-guard/guard-harness";

const LIST = "Decisions_2024_03";
const WORK = "WorkProgramme";
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

  test("a missing column is named, and nothing is entered", async () => {
    await decide("X.1221", { Decision: "Approved" });
    const start = everything();
    await harness.user.renameTableColumn(LIST, "Number", "Numbers");
    await expect(decisions().enterList()).rejects.toThrow(/“Number”/);
    expect(everything()).toEqual(start);
  });
});
