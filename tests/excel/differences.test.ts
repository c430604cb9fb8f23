/** Documents' values of cells that users changed: found again without writing, applied with the guard on, selected by a click. */
import type { CellDifference } from "../../src/excel/load";
import { GuardHarness } from "./edit-guard/guard-harness";
import { contentOf } from "./support";

const WORK = "WorkProgramme";
let harness: GuardHarness;
beforeAll(async () => {
  harness = await GuardHarness.withSeeds();
});
afterAll(() => {
  harness.close();
});

const api = () => harness.open.page.workbook;

async function compare(): Promise<CellDifference[]> {
  const found = await api().compareDocuments(harness.open.page.readSeeds());
  if (found.outcome !== "compared") throw new Error(JSON.stringify(found));
  return found.differences;
}

const short = ({ item, field, theirs, documents }: CellDifference) => [item, field, theirs, documents];

test("a workbook as loaded has none", async () => {
  expect(await compare()).toEqual([]);
});

test("comparing writes nothing and finds what a load reports, with the source documents", async () => {
  await harness.type("X.1817", "Title", "A better title");
  await harness.type("X.1817", "Remarks", "Ours");
  await harness.type("X.1221", "Editors", "Somebody Else", harness.annexOf("X.1221"));
  const before = await contentOf(harness.open);
  const found = await compare();
  expect(await contentOf(harness.open)).toEqual(before);
  const loaded = await api().loadDocuments(harness.open.page.readSeeds());
  expect(loaded.outcome === "loaded" && loaded.report.differences).toEqual(found);
  expect(found.filter(({ table }) => table === WORK).map(short)).toEqual([
    ["X.1817", "Title", "A better title", "Security requirements for 5G message service"],
    ["X.1817", "Remarks", "Ours", ""],
  ]);
  const annex = found.find(({ table }) => table !== WORK);
  expect(annex).toMatchObject({ field: "Editors", theirs: "Somebody Else", sources: ["2023-09 executive summary"] });
  expect(found[0]).toMatchObject({ sources: ["2023-09 executive summary"], identity: "Key", format: "text" });
});

test("the cell of a difference is selected, also in an annex", async () => {
  for (const difference of await compare()) {
    await api().goToDifference(difference);
    const selected = await harness.open.run(async (context) => {
      const cell = context.workbook.getActiveCell();
      cell.load("values");
      await context.sync();
      return String(cell.values[0]?.[0] ?? "");
    });
    expect([difference.field, selected]).toEqual([difference.field, difference.theirs]);
  }
  const [any] = await compare();
  const gone = { ...(any as CellDifference), row: "nothing", item: "X.gone" };
  await expect(api().goToDifference(gone)).rejects.toThrow("X.gone");
});

test("a status of the documents that is applied is not an edit of a user: no message, no event, and the annexes are updated", async () => {
  // A co-author without the add-in: the edit is not evaluated, and History does not explain it.
  await harness.coauthor.type(harness.at(WORK, "X.590", "Status"), "Agreed");
  await harness.settled();
  await new Promise((resolve) => setTimeout(resolve, 400));
  await harness.settled();
  harness.news();
  const history = harness.rows("History").length;
  const annex = harness.annexOf("X.590");
  expect((await compare()).map(short)).toContainEqual(["X.590", "Status", "Agreed", "Consented"]);
  await api().applyDifferences(await compare());
  await harness.settled();
  expect(harness.news()).toEqual([]);
  expect(harness.rows("History")).toHaveLength(history);
  expect([harness.status("X.590"), harness.value(annex, "X.590", "Status")]).toEqual(["Consented", "Consented"]);
  expect(await compare()).toEqual([]);
  // The next edit is evaluated from the present status.
  await harness.type("X.590", "Remarks", "Seen");
  expect(harness.news()).toEqual([]);
  await harness.type("X.590", "Status", "Determined");
  expect(harness.news()).toMatchObject([{ outcome: "reverted", item: "X.590" }]);
  expect(harness.status("X.590")).toBe("Consented");
});

test("a deleted row is restored once, however often this is requested", async () => {
  const rows = harness.rows(WORK).length;
  await harness.user.deleteTableRows(WORK, harness.rowOf(WORK, "X.1221"));
  await harness.settled();
  harness.news();
  const found = (await compare()).filter(({ table, field }) => table === WORK && field === "");
  expect(found.map(({ item }) => item)).toEqual(["X.1221"]);
  await api().applyDifferences(found);
  await api().applyDifferences(found);
  await harness.settled();
  expect(harness.rows(WORK)).toHaveLength(rows);
  expect(harness.status("X.1221")).toBe("Determined");
  expect((await compare()).map(short)).toEqual([["X.590", "Remarks", "Seen", ""]]);
});
