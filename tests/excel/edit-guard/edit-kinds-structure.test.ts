/** Rarer kinds of edits: whole tables, whole columns, deleted sheets, rearranged annexes, several users in one row. */
import { GuardHarness } from "./guard-harness";

const WORK = "WorkProgramme";
const B = "Annex_2023_09_B";
let harness: GuardHarness;
beforeEach(async () => {
  harness = await GuardHarness.small(true, { hurry: 10 });
});
afterEach(() => {
  harness.close();
});

const outcomes = (): string[] => harness.news().map((message) => message.outcome);
const sheetOf = (table: string): string => harness.at(table, 0, harness.headers(table)[0] ?? "").replace(/![^!]*$/, "");

test("the whole body of the work programme cleared is put back cell for cell, in one message", async () => {
  const before = harness.rows(WORK);
  await harness.user.clear(harness.at(WORK, 0, "Item", before.length, harness.headers(WORK).length));
  await harness.settled();
  expect(harness.rows(WORK)).toEqual(before);
  expect(outcomes()).toEqual(["reverted"]);
  expect(harness.messages[0]?.count).toBe(before.length);
});

test("a whole column of statuses filled with one status: allowed cells are accepted, the others reverted", async () => {
  const before = harness.rows(WORK).length;
  const history = harness.rows("History").length;
  await harness.user.paste(
    harness.at(WORK, 0, "Status"),
    Array.from({ length: before }, () => ["Determined"]),
  );
  await harness.settled();
  const events = harness.rows("History").slice(history);
  expect(new Set(events.map((row) => row[harness.headers("History").indexOf("To")]))).toEqual(new Set(["Determined"]));
  for (const item of ["X.5Gsec-netec", "X.5Gsec-srocvs"]) expect(harness.status(item)).toBe("Determined");
  for (const item of ["X.1817", "X.1220"]) expect(harness.status(item)).not.toBe("Determined");
  expect(harness.messages.length).toBeLessThan(12);
});

test("a deleted Status column leaves the table unguarded; undo guards it again, with nothing lost", async () => {
  const before = harness.rows(WORK);
  await harness.user.removeTableColumn(WORK, "Status");
  await harness.settled();
  expect(harness.open.page.guard.unguardedTables()).toMatchObject([{ table: WORK, missing: ["Status"] }]);
  expect(outcomes()).toEqual(["noted"]);
  await harness.user.undo();
  await harness.settled();
  expect(harness.open.page.guard.unguardedTables()).toEqual([]);
  expect(harness.rows(WORK)).toEqual(before);
  await harness.type("X.1220", "Status", "Agreed");
  expect(harness.status("X.1220")).toBe("Consented");
});

test("a column inserted before the table leaves the table guarded", async () => {
  await harness.user.insertColumns(`${sheetOf(WORK)}!A:B`);
  await harness.settled();
  await harness.user.insertRows(`${sheetOf(WORK)}!1:2`);
  await harness.settled();
  expect(outcomes()).toEqual([]);
  await harness.type("X.1220", "Status", "Agreed");
  expect(harness.status("X.1220")).toBe("Consented");
  await harness.type("X.5Gsec-netec", "Status", "Determined");
  expect(harness.history("X.5Gsec-netec").at(-1)).toMatchObject({ To: "Determined" });
});

test("the work programme's sheet deleted: a word, and the annexes are no reason to write anything", async () => {
  const history = harness.rows("History");
  const annex = harness.rows(B);
  await harness.user.deleteSheet("Work programme");
  await harness.settled();
  expect(
    harness
      .news()
      .map((message) => message.text)
      .join(),
  ).toContain("“Work programme”: the table WorkProgramme is missing");
  await harness.type(1, "Status", "Determined", B);
  expect(harness.rows("History")).toEqual(history);
  expect(harness.rows(B)).toHaveLength(annex.length);
});

test("rows of an annex sorted, deleted and had back still show their items", async () => {
  await harness.user.sort(B, "Title", false);
  await harness.settled();
  const row = harness.rowOf(B, "X.5Gsec-netec");
  const values = harness.rows(B)[row];
  await harness.user.deleteTableRows(B, row);
  await harness.settled();
  const message = harness.news().find((each) => each.canRestore);
  expect(await harness.open.page.guard.restoreRow(message?.id ?? "")).toBe(true);
  await harness.settled();
  expect(harness.rows(B).at(-1)).toEqual(values);
  await harness.type("X.5Gsec-netec", "Status", "Determined");
  expect(harness.value(B, "X.5Gsec-netec", "Status")).toBe("Determined");
  await harness.type(harness.rows(B).length - 1, "Status", "Under study", B);
  expect(harness.status("X.5Gsec-netec")).toBe("Under study");
});

test("rows deleted in two steps are restored each by its own message, completely", async () => {
  const before = new Set(harness.rows(WORK).map((row) => JSON.stringify(row)));
  await harness.user.deleteTableRows(WORK, 3, 2);
  await harness.settled();
  await harness.user.deleteTableRows(WORK, 10, 3);
  await harness.settled();
  for (const message of harness.news()) await harness.open.page.guard.restoreRow(message.id);
  await harness.settled();
  expect(new Set(harness.rows(WORK).map((row) => JSON.stringify(row)))).toEqual(before);
  expect(await harness.open.page.guard.restoreRow(harness.messages[0]?.id ?? "none")).toBe(false);
});

test("two users in one row at once: the status of one and the timing of the other are both kept", async () => {
  const theirs = await harness.open.local.openPane("coauthor");
  const page = (theirs as unknown as { parts: typeof harness.open.page }).parts;
  await page.workbook.startWorkbook();
  await Promise.all([
    harness.user.type(harness.at(WORK, "X.5Gsec-netec", "Status"), "Determined"),
    harness.coauthor.type(harness.at(WORK, "X.5Gsec-netec", "Timing"), "2025-Q1"),
  ]);
  await page.guard.whenIdle();
  await harness.settled();
  await page.guard.whenIdle();
  await harness.settled();
  expect(harness.status("X.5Gsec-netec")).toBe("Determined");
  expect(harness.value(WORK, "X.5Gsec-netec", "Timing")).toBe("2025-Q1");
  const kinds = harness.history("X.5Gsec-netec").map((row) => row["Event"]);
  expect(kinds.filter((kind) => kind === "Determined")).toHaveLength(1);
  for (const each of [harness.open.page, page]) {
    const item = each.store.currentIndex()?.itemsNamed("X.5Gsec-netec")[0];
    expect(item).toMatchObject({ status: "Determined", timing: "2025-Q1" });
  }
});

test("dates given as serials, as texts and as nonsense in Since are read, set right or put back", async () => {
  await harness.type("X.1221", "Since", 45_170);
  await harness.type("X.1818", "Since", "2023-09-01");
  const before = harness.value(WORK, "X.1220", "Since");
  await harness.type("X.1220", "Since", "last spring");
  expect(harness.value(WORK, "X.1220", "Since")).toBe(before);
  expect(harness.news().length).toBeGreaterThan(0);
  for (const item of ["X.1221", "X.1818"]) expect(typeof harness.value(WORK, item, "Since")).toBe("number");
});

test("a formula typed over a status is put back; the cell holds a word again", async () => {
  await harness.user.paste(harness.at(WORK, "X.1220", "Status"), [['="Appr"&"oved"']]);
  await harness.settled();
  expect(harness.status("X.1220")).toBe("Consented");
  expect(harness.open.local.formula(harness.at(WORK, "X.1220", "Status"))).toBe("Consented");
});

test("a text put back into a cell that lost its text format stays a text, be it like a date, a formula or a number", async () => {
  const row = harness.rowOf(WORK, "X.5Gsec-netec");
  for (const [header, text] of [
    ["Question", "2/17"],
    ["Timing", "2024-Q1"],
    ["Text", "=1+1"],
  ] as const) {
    const address = harness.at(WORK, row, header);
    await harness.user.format(address, "@");
    await harness.user.type(address, text);
    await harness.settled();
    await harness.user.format(address, "General");
    await harness.user.clear(harness.at(WORK, row, "Item", 1, harness.headers(WORK).length));
    await harness.settled();
    expect(harness.value(WORK, row, header)).toBe(text);
    expect(harness.open.local.formula(address)).toBe(text);
  }
});
