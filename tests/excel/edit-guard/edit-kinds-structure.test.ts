/** Rarer kinds of edits: whole tables, whole columns, sheets that go, annexes rearranged, several people in one row. */
import { Desk } from "./guard-harness";

const WORK = "WorkProgramme";
const B = "Annex_2023_09_B";
let desk: Desk;
beforeEach(async () => {
  desk = await Desk.small(true, { hurry: 10 });
});
afterEach(() => {
  desk.close();
});

const outcomes = (): string[] => desk.news().map((message) => message.outcome);
const sheetOf = (table: string): string => desk.at(table, 0, desk.headers(table)[0] ?? "").replace(/![^!]*$/, "");

test("the whole body of the work programme cleared is put back cell for cell, in one message", async () => {
  const before = desk.rows(WORK);
  await desk.user.clear(desk.at(WORK, 0, "Item", before.length, desk.headers(WORK).length));
  await desk.settled();
  expect(desk.rows(WORK)).toEqual(before);
  expect(outcomes()).toEqual(["put back"]);
  expect(desk.messages[0]?.count).toBe(before.length);
});

test("a whole column of statuses filled with one word: what may stand stands, the rest is put back", async () => {
  const before = desk.rows(WORK).length;
  const history = desk.rows("History").length;
  await desk.user.paste(
    desk.at(WORK, 0, "Status"),
    Array.from({ length: before }, () => ["Determined"]),
  );
  await desk.settled();
  const events = desk.rows("History").slice(history);
  expect(new Set(events.map((row) => row[desk.headers("History").indexOf("To")]))).toEqual(new Set(["Determined"]));
  for (const item of ["X.5Gsec-netec", "X.5Gsec-srocvs"]) expect(desk.status(item)).toBe("Determined");
  for (const item of ["X.1817", "X.1220"]) expect(desk.status(item)).not.toBe("Determined");
  expect(desk.messages.length).toBeLessThan(12);
});

test("a deleted Status column leaves the table unguarded; undo guards it again, with nothing lost", async () => {
  const before = desk.rows(WORK);
  await desk.user.removeTableColumn(WORK, "Status");
  await desk.settled();
  expect(desk.open.page.guard.unguardedTables()).toMatchObject([{ table: WORK, missing: ["Status"] }]);
  expect(outcomes()).toEqual(["noted"]);
  await desk.user.undo();
  await desk.settled();
  expect(desk.open.page.guard.unguardedTables()).toEqual([]);
  expect(desk.rows(WORK)).toEqual(before);
  await desk.type("X.1220", "Status", "Agreed");
  expect(desk.status("X.1220")).toBe("Consented");
});

test("a column put in before the table moves nothing out of the guard's sight", async () => {
  await desk.user.insertColumns(`${sheetOf(WORK)}!A:B`);
  await desk.settled();
  await desk.user.insertRows(`${sheetOf(WORK)}!1:2`);
  await desk.settled();
  expect(outcomes()).toEqual([]);
  await desk.type("X.1220", "Status", "Agreed");
  expect(desk.status("X.1220")).toBe("Consented");
  await desk.type("X.5Gsec-netec", "Status", "Determined");
  expect(desk.history("X.5Gsec-netec").at(-1)).toMatchObject({ To: "Determined" });
});

test("the work programme's sheet deleted: a word, and the annexes are no reason to write anything", async () => {
  const history = desk.rows("History");
  const annex = desk.rows(B);
  await desk.user.deleteSheet("Work programme");
  await desk.settled();
  expect(
    desk
      .news()
      .map((message) => message.text)
      .join(),
  ).toContain("“Work programme”: the table WorkProgramme is missing");
  await desk.type(1, "Status", "Determined", B);
  expect(desk.rows("History")).toEqual(history);
  expect(desk.rows(B)).toHaveLength(annex.length);
});

test("rows of an annex sorted, deleted and had back still show their items", async () => {
  await desk.user.sort(B, "Title", false);
  await desk.settled();
  const row = desk.rowOf(B, "X.5Gsec-netec");
  const values = desk.rows(B)[row];
  await desk.user.deleteTableRows(B, row);
  await desk.settled();
  const message = desk.news().find((each) => each.canRestore);
  expect(await desk.open.page.guard.restoreRow(message?.id ?? "")).toBe(true);
  await desk.settled();
  expect(desk.rows(B).at(-1)).toEqual(values);
  await desk.type("X.5Gsec-netec", "Status", "Determined");
  expect(desk.value(B, "X.5Gsec-netec", "Status")).toBe("Determined");
  await desk.type(desk.rows(B).length - 1, "Status", "Under study", B);
  expect(desk.status("X.5Gsec-netec")).toBe("Under study");
});

test("several rows deleted in two goes come back each by its own message, whole", async () => {
  const before = new Set(desk.rows(WORK).map((row) => JSON.stringify(row)));
  await desk.user.deleteTableRows(WORK, 3, 2);
  await desk.settled();
  await desk.user.deleteTableRows(WORK, 10, 3);
  await desk.settled();
  for (const message of desk.news()) await desk.open.page.guard.restoreRow(message.id);
  await desk.settled();
  expect(new Set(desk.rows(WORK).map((row) => JSON.stringify(row)))).toEqual(before);
  expect(await desk.open.page.guard.restoreRow(desk.messages[0]?.id ?? "none")).toBe(false);
});

test("two people in one row at once: the one's status and the other's timing both stand", async () => {
  const theirs = await desk.open.local.openPane("coauthor");
  const page = (theirs as unknown as { parts: typeof desk.open.page }).parts;
  await page.workbook.startWorkbook();
  await Promise.all([
    desk.user.type(desk.at(WORK, "X.5Gsec-netec", "Status"), "Determined"),
    desk.coauthor.type(desk.at(WORK, "X.5Gsec-netec", "Timing"), "2025-Q1"),
  ]);
  await page.guard.settled();
  await desk.settled();
  await page.guard.settled();
  await desk.settled();
  expect(desk.status("X.5Gsec-netec")).toBe("Determined");
  expect(desk.value(WORK, "X.5Gsec-netec", "Timing")).toBe("2025-Q1");
  const kinds = desk.history("X.5Gsec-netec").map((row) => row["Event"]);
  expect(kinds.filter((kind) => kind === "Determined")).toHaveLength(1);
  for (const each of [desk.open.page, page]) {
    const item = each.store.currentIndex()?.itemsNamed("X.5Gsec-netec")[0];
    expect(item).toMatchObject({ status: "Determined", timing: "2025-Q1" });
  }
});

test("dates given as serials, as texts and as nonsense in Since are read, set right or put back", async () => {
  await desk.type("X.1221", "Since", 45_170);
  await desk.type("X.1818", "Since", "2023-09-01");
  const before = desk.value(WORK, "X.1220", "Since");
  await desk.type("X.1220", "Since", "last spring");
  expect(desk.value(WORK, "X.1220", "Since")).toBe(before);
  expect(desk.news().length).toBeGreaterThan(0);
  for (const item of ["X.1221", "X.1818"]) expect(typeof desk.value(WORK, item, "Since")).toBe("number");
});

test("a formula typed over a status is put back; the cell holds a word again", async () => {
  await desk.user.type(desk.at(WORK, "X.1220", "Status"), '="Appr"&"oved"');
  await desk.settled();
  expect(desk.status("X.1220")).toBe("Consented");
  expect(desk.open.local.formula(desk.at(WORK, "X.1220", "Status"))).toBe("Consented");
});

test("a text put back into a cell that lost its text format stays a text, be it like a date, a formula or a number", async () => {
  const row = desk.rowOf(WORK, "X.5Gsec-netec");
  for (const [header, text] of [
    ["Question", "2/17"],
    ["Timing", "2024-Q1"],
    ["Text", "=1+1"],
  ] as const) {
    const address = desk.at(WORK, row, header);
    await desk.user.format(address, "@");
    await desk.user.type(address, text);
    await desk.settled();
    await desk.user.format(address, "General");
    await desk.user.clear(desk.at(WORK, row, "Item", 1, desk.headers(WORK).length));
    await desk.settled();
    expect(desk.value(WORK, row, header)).toBe(text);
    expect(desk.open.local.formula(address)).toBe(text);
  }
});
