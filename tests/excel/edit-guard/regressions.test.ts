/** What random sequences have found, each mended once and for all. */
import { reopen } from "../support";
import { Desk } from "./guard-harness";
import { fewRows } from "./few-rows";

const WORK = "WorkProgramme";
let desk: Desk;
beforeEach(async () => {
  desk = await Desk.small(true, { hurry: 10 });
});
afterEach(() => {
  desk.close();
});

const known = (item: string): unknown =>
  desk.open.page.store
    .currentIndex()
    ?.itemsNamed(item)
    .map(({ status }) => status);

/** The whole row of an item pasted into an empty row of the table. */
async function pasteCopy(item: string): Promise<void> {
  const row = desk.rows(WORK)[desk.rowOf(WORK, item)] ?? [];
  const last = desk.rows(WORK).length;
  await desk.user.insertTableRows(WORK, last);
  await desk.user.paste(desk.at(WORK, last, "Item"), [row]);
  await desk.settled();
}

test("a row that bears another item's name is none, and does not stand for that item when the tables are read again", async () => {
  await pasteCopy("X.5Gsec-netec");
  expect(desk.news()).toMatchObject([{ outcome: "marked" }]);
  await desk.type("X.5Gsec-netec", "Status", "Determined");
  await desk.coauthor.type(desk.at(WORK, 1, "Remarks"), "looked at");
  await desk.settled();
  expect(known("X.5Gsec-netec")).toEqual(["Determined"]);
});

test("a Key filled down over another row while nobody watched: each row is an item of its own afterwards", async () => {
  desk.open.local.closePane();
  const first = desk.rowOf(WORK, "X.1818");
  await desk.user.fillDown(desk.at(WORK, first, "Key", 2));
  desk.open = await reopen(desk.open);
  await desk.start();
  const key = desk.headers(WORK).indexOf("Key");
  const keys = desk.rows(WORK).map((row) => row[key]);
  expect(new Set(keys.filter((each) => each !== "")).size).toBe(keys.filter((each) => each !== "").length);
  expect(known("X.1818")).toEqual(["Determined"]);
});

test("a copy of a row is no second item of its number, for whoever asks by name", async () => {
  // A text that is under way: after an approved one, the same number would be another edition.
  await pasteCopy("X.1220");
  await desk.open.page.store.refreshStore();
  expect(known("X.1220")).toEqual(["Consented"]);
});

test("a row deleted from History is forgotten, and known again once it is restored", async () => {
  const events = () => desk.open.page.store.currentIndex()?.programme.events.length;
  const rows = desk.rows("History").length;
  await desk.user.deleteTableRows("History", desk.history("X.1817").length > 0 ? desk.rowOf("History", "X.1817") : 0);
  await desk.settled();
  expect([events(), desk.rows("History").length]).toEqual([rows - 1, rows - 1]);
  const [message] = desk.news();
  await desk.open.page.guard.restoreRow(message?.id ?? "");
  await desk.settled();
  expect(events()).toBe(rows);
});

test("a step that only says the status again is taken out with a word", async () => {
  await desk.type("X.1818", "Step", "Determined");
  expect(desk.value(WORK, "X.1818", "Step")).toBe("");
  expect(
    desk
      .news()
      .map((message) => message.text)
      .join(),
  ).toContain("only repeats the status");
});

test("an item whose rows of History were deleted while nobody watched stays as it is, marked", async () => {
  const before = desk.rows(WORK);
  desk.open.local.closePane();
  await desk.user.deleteTableRows("History", desk.rowOf("History", "X.1221"));
  desk.open = await reopen(desk.open);
  await desk.start();
  expect(desk.rows(WORK)).toEqual(before);
  expect(desk.news()).toMatchObject([{ outcome: "marked", item: "X.1221" }]);
  expect(desk.messages[0]?.text).toContain("History has no row of X.1221");
});

test("an item of which History tells no status any more stays as it is, marked, whatever its status says", async () => {
  desk.open.local.closePane();
  const { to, item } = { to: desk.headers("History").indexOf("To"), item: desk.headers("History").indexOf("Item") };
  const name = desk.value(WORK, 0, "Provisional name");
  for (;;) {
    const row = desk.rows("History").findIndex((each) => each[item] === name && each[to] !== "");
    if (row < 0) break;
    await desk.user.deleteTableRows("History", row);
  }
  await desk.user.type(desk.at(WORK, 0, "Status"), "Last Call");
  desk.open = await reopen(desk.open);
  await desk.start();
  expect(desk.value(WORK, 0, "Status")).toBe("Last Call");
  expect(
    desk.messages.map(({ outcome, text }) => [outcome, text.includes("explains why it is Last Call")]),
  ).toContainEqual(["marked", true]);
});

test("what was typed while a column had another name is found once it is named again", async () => {
  await desk.user.renameTableColumn(WORK, "Status", "State");
  await desk.settled();
  await desk.user.type(desk.at(WORK, "X.5Gsec-netec", "State"), "Determined");
  await desk.user.type(desk.at(WORK, "X.1220", "State"), "Agreed");
  await desk.settled();
  await desk.user.renameTableColumn(WORK, "State", "Status");
  await desk.settled();
  expect(desk.history("X.5Gsec-netec").at(-1)).toMatchObject({ To: "Determined" });
  expect(desk.messages).toContainEqual(expect.objectContaining({ outcome: "marked", item: "X.1220" }));
});

test("a meeting whose day is no date dates nothing", async () => {
  const planned = desk.rows("Meetings").findIndex((row) => row.includes("2024-03"));
  await desk.type(planned, "To", "in spring", "Meetings");
  await desk.type("X.5Gsec-netec", "Status", "Determined");
  expect(desk.history("X.5Gsec-netec").at(-1)).toMatchObject({ To: "Determined", Date: 45342 });
  expect(desk.value(WORK, "X.5Gsec-netec", "Since")).toBe(45342);
});

test("undo of a status that was also set right in its spelling leaves neither the status nor its row in History", async () => {
  const rows = desk.rows("History").length;
  await desk.user.paste(desk.at(WORK, "X.cs-ra", "Status"), [[" consented ", "never"]]);
  await desk.settled();
  expect([desk.status("X.cs-ra"), desk.rows("History").length]).toEqual(["Consented", rows + 1]);
  await desk.user.undo();
  await desk.settled();
  expect([desk.status("X.cs-ra"), desk.rows("History").length]).toEqual(["Under study", rows]);
  expect(known("X.cs-ra")).toEqual(["Under study"]);
});

test("a process typed unseen together with a status is judged with it", async () => {
  desk.open.local.closePane();
  await desk.user.paste(desk.at(WORK, "X.5Gsec-netec", "Process"), [["no process", "Determined"]]);
  desk.open = await reopen(desk.open);
  await desk.start();
  expect(desk.history("X.5Gsec-netec").at(-1)).toMatchObject({ To: "Determined", Process: "TAP" });
  const told = desk.news().map(({ outcome, tried }) => [outcome, tried]);
  expect(told).toContainEqual(["marked", "Process: TAP to no process"]);
});

test("rows whose Key was cleared unseen have it again, and a status typed with it is judged", async () => {
  const key = desk.headers(WORK).indexOf("Key");
  const before = desk.rows(WORK);
  desk.open.local.closePane();
  const first = desk.rowOf(WORK, "X.1221");
  await desk.user.clear(desk.at(WORK, first, "Key", 3));
  await desk.user.type(desk.at(WORK, first + 1, "Status"), "Agreed");
  desk.open = await reopen(desk.open);
  await desk.start();
  expect(desk.rows(WORK).map((row) => row[key])).toEqual(before.map((row) => row[key]));
  expect(known("X.1221")).toEqual(["Determined"]);
  expect(desk.messages).toContainEqual(expect.objectContaining({ outcome: "marked", item: "X.1236" }));
  await desk.type("X.1221", "Status", "Agreed");
  expect(desk.status("X.1221")).toBe("Determined");
});

test("a replacement begins with the documents alone, also where nobody gave their name to what they entered", async () => {
  await desk.type("X.5Gsec-netec", "Status", "Determined");
  const { workbook, readSeeds } = desk.open.page;
  const outcome = await workbook.loadDocuments(fewRows(readSeeds()), { replace: true });
  expect(outcome.outcome).toBe("loaded");
  await desk.settled();
  expect(desk.status("X.5Gsec-netec")).toBe("Under study");
  expect(desk.history("X.5Gsec-netec").map((row) => row["To"])).not.toContain("Determined");
});
