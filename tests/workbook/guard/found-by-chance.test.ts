/** What random sequences have found, each mended once and for all. */
import { reopen } from "../support";
import { Desk } from "./desk";

jest.setTimeout(120_000);

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
