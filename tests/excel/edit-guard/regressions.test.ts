/** What random sequences have found, each mended once and for all. */
import { reopen } from "../support";
import { GuardHarness } from "./guard-harness";
import { fewRows } from "./few-rows";

const WORK = "WorkProgramme";
let harness: GuardHarness;
beforeEach(async () => {
  harness = await GuardHarness.small(true, { hurry: 10 });
});
afterEach(() => {
  harness.close();
});

const known = (item: string): unknown =>
  harness.open.page.store
    .currentIndex()
    ?.itemsNamed(item)
    .map(({ status }) => status);

/** The whole row of an item pasted into an empty row of the table. */
async function pasteCopy(item: string): Promise<void> {
  const row = harness.rows(WORK)[harness.rowOf(WORK, item)] ?? [];
  const last = harness.rows(WORK).length;
  await harness.user.insertTableRows(WORK, last);
  await harness.user.paste(harness.at(WORK, last, "Item"), [row]);
  await harness.settled();
}

test("a row with another item's name is not an item, and does not replace that item when the tables are read again", async () => {
  await pasteCopy("X.5Gsec-netec");
  expect(harness.news()).toMatchObject([{ outcome: "marked" }]);
  await harness.type("X.5Gsec-netec", "Status", "Determined");
  await harness.coauthor.type(harness.at(WORK, 1, "Remarks"), "looked at");
  await harness.settled();
  expect(known("X.5Gsec-netec")).toEqual(["Determined"]);
});

test("a Key filled down over another row while the add-in was not running: each row is an item of its own afterwards", async () => {
  harness.open.local.closePane();
  const first = harness.rowOf(WORK, "X.1818");
  await harness.user.fillDown(harness.at(WORK, first, "Key", 2));
  harness.open = await reopen(harness.open);
  await harness.start();
  const key = harness.headers(WORK).indexOf("Key");
  const keys = harness.rows(WORK).map((row) => row[key]);
  expect(new Set(keys.filter((each) => each !== "")).size).toBe(keys.filter((each) => each !== "").length);
  expect(known("X.1818")).toEqual(["Determined"]);
});

test("a copy of a row is not a second item of its number in look-ups by name", async () => {
  // A text that is under way: after an approved one, the same number would be another edition.
  await pasteCopy("X.1220");
  await harness.open.page.store.refreshStore();
  expect(known("X.1220")).toEqual(["Consented"]);
});

test("a row deleted from History is removed from memory, and added again once it is restored", async () => {
  const events = () => harness.open.page.store.currentIndex()?.programme.events.length;
  const rows = harness.rows("History").length;
  await harness.user.deleteTableRows(
    "History",
    harness.history("X.1817").length > 0 ? harness.rowOf("History", "X.1817") : 0,
  );
  await harness.settled();
  expect([events(), harness.rows("History").length]).toEqual([rows - 1, rows - 1]);
  const [message] = harness.news();
  await harness.open.page.guard.restoreRow(message?.id ?? "");
  await harness.settled();
  expect(events()).toBe(rows);
});

test("a step that only repeats the status is cleared with a message", async () => {
  await harness.type("X.1818", "Step", "Determined");
  expect(harness.value(WORK, "X.1818", "Step")).toBe("");
  expect(
    harness
      .news()
      .map((message) => message.text)
      .join(),
  ).toContain("only repeats the status");
});

test("an item whose rows of History were deleted while the add-in was not running is kept, marked", async () => {
  const before = harness.rows(WORK);
  harness.open.local.closePane();
  await harness.user.deleteTableRows("History", harness.rowOf("History", "X.1221"));
  harness.open = await reopen(harness.open);
  await harness.start();
  expect(harness.rows(WORK)).toEqual(before);
  expect(harness.news()).toMatchObject([{ outcome: "marked", item: "X.1221" }]);
  expect(harness.messages[0]?.text).toContain("History has no row of X.1221");
});

test("an item without a status in History is kept, marked, whatever its status is", async () => {
  harness.open.local.closePane();
  const { to, item } = {
    to: harness.headers("History").indexOf("To"),
    item: harness.headers("History").indexOf("Item"),
  };
  const name = harness.value(WORK, 0, "Provisional name");
  for (;;) {
    const row = harness.rows("History").findIndex((each) => each[item] === name && each[to] !== "");
    if (row < 0) break;
    await harness.user.deleteTableRows("History", row);
  }
  await harness.user.paste(harness.at(WORK, 0, "Status"), [["Last Call"]]);
  harness.open = await reopen(harness.open);
  await harness.start();
  expect(harness.value(WORK, 0, "Status")).toBe("Last Call");
  expect(
    harness.messages.map(({ outcome, text }) => [outcome, text.includes("explains why it is Last Call")]),
  ).toContainEqual(["marked", true]);
});

test("what was typed while a column had another name is found once it is named again", async () => {
  await harness.user.renameTableColumn(WORK, "Status", "State");
  await harness.settled();
  await harness.user.type(harness.at(WORK, "X.5Gsec-netec", "State"), "Determined");
  await harness.user.type(harness.at(WORK, "X.1220", "State"), "Agreed");
  await harness.settled();
  await harness.user.renameTableColumn(WORK, "State", "Status");
  await harness.settled();
  expect(harness.history("X.5Gsec-netec").at(-1)).toMatchObject({ To: "Determined" });
  expect(harness.messages).toContainEqual(expect.objectContaining({ outcome: "marked", item: "X.1220" }));
});

test("a decision of a meeting whose closing day is not a date is refused, and dated once the day is entered", async () => {
  const planned = harness.rows("Meetings").findIndex((row) => row.includes("2024-03"));
  await harness.type(planned, "To", "in spring", "Meetings");
  await harness.type("X.5Gsec-netec", "Status", "Determined");
  expect(harness.status("X.5Gsec-netec")).toBe("Under study");
  expect(harness.messages).toContainEqual(expect.objectContaining({ outcome: "reverted", item: "X.5Gsec-netec" }));
  await harness.type(planned, "To", 45352, "Meetings");
  await harness.type("X.5Gsec-netec", "Status", "Determined");
  expect(harness.history("X.5Gsec-netec").at(-1)).toMatchObject({ To: "Determined", Date: 45352 });
  expect(harness.value(WORK, "X.5Gsec-netec", "Since")).toBe(45352);
});

test("undo of a status that was also set right in its spelling leaves neither the status nor its row in History", async () => {
  const rows = harness.rows("History").length;
  await harness.pasteRow("X.cs-ra", { Status: " consented ", Since: "never" });
  expect([harness.status("X.cs-ra"), harness.rows("History").length]).toEqual(["Consented", rows + 1]);
  await harness.user.undo();
  await harness.settled();
  expect([harness.status("X.cs-ra"), harness.rows("History").length]).toEqual(["Under study", rows]);
  expect(known("X.cs-ra")).toEqual(["Under study"]);
});

test("a process typed unseen together with a status is judged with it", async () => {
  harness.open.local.closePane();
  await harness.pasteRow("X.5Gsec-netec", { Process: "no process", Status: "Determined" });
  harness.open = await reopen(harness.open);
  await harness.start();
  expect(harness.history("X.5Gsec-netec").at(-1)).toMatchObject({ To: "Determined", Process: "TAP" });
  const told = harness.news().map(({ outcome, tried }) => [outcome, tried]);
  expect(told).toContainEqual(["marked", "Process: TAP to no process"]);
});

test("rows whose Key was cleared unseen have it again, and a status typed with it is judged", async () => {
  const key = harness.headers(WORK).indexOf("Key");
  const before = harness.rows(WORK);
  harness.open.local.closePane();
  const first = harness.rowOf(WORK, "X.1221");
  await harness.user.clear(harness.at(WORK, first, "Key", 3));
  await harness.user.type(harness.at(WORK, first + 1, "Status"), "Agreed");
  harness.open = await reopen(harness.open);
  await harness.start();
  expect(harness.rows(WORK).map((row) => row[key])).toEqual(before.map((row) => row[key]));
  expect(known("X.1221")).toEqual(["Determined"]);
  expect(harness.messages).toContainEqual(expect.objectContaining({ outcome: "marked", item: "X.1236" }));
  await harness.type("X.1221", "Status", "Agreed");
  expect(harness.status("X.1221")).toBe("Determined");
});

test("a replacement begins with the documents alone, also where users gave no name", async () => {
  await harness.type("X.5Gsec-netec", "Status", "Determined");
  const { workbook, readSeeds } = harness.open.page;
  const outcome = await workbook.loadDocuments(fewRows(readSeeds()), { replace: true });
  expect(outcome.outcome).toBe("loaded");
  await harness.settled();
  expect(harness.status("X.5Gsec-netec")).toBe("Under study");
  expect(harness.history("X.5Gsec-netec").map((row) => row["To"])).not.toContain("Determined");
});
