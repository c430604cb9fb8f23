/** The documents' side of what people changed: found again without writing, taken with the guard on, gone to by a click. */
import type { CellDifference } from "../../src/excel/load";
import { GuardHarness } from "./edit-guard/guard-harness";
import { contentOf } from "./support";

const WORK = "WorkProgramme";
let desk: GuardHarness;
beforeAll(async () => {
  desk = await GuardHarness.withSeeds();
});
afterAll(() => {
  desk.close();
});

const api = () => desk.open.page.workbook;

async function compare(): Promise<CellDifference[]> {
  const found = await api().compareDocuments(desk.open.page.readSeeds());
  if (found.outcome !== "compared") throw new Error(JSON.stringify(found));
  return found.differences;
}

const short = ({ item, field, theirs, documents }: CellDifference) => [item, field, theirs, documents];

test("a workbook as loaded has none", async () => {
  expect(await compare()).toEqual([]);
});

test("comparing writes nothing and finds what a load reports, with the source documents", async () => {
  await desk.type("X.1817", "Title", "A better title");
  await desk.type("X.1817", "Remarks", "Ours");
  await desk.type("X.1221", "Editors", "Somebody Else", desk.annexOf("X.1221"));
  const before = await contentOf(desk.open);
  const found = await compare();
  expect(await contentOf(desk.open)).toEqual(before);
  const loaded = await api().loadDocuments(desk.open.page.readSeeds());
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
    const selected = await desk.open.run(async (context) => {
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
  // A colleague without the add-in: nobody judges it, and nothing in History explains it.
  await desk.coauthor.type(desk.at(WORK, "X.590", "Status"), "Agreed");
  await desk.settled();
  await new Promise((resolve) => setTimeout(resolve, 400));
  await desk.settled();
  desk.news();
  const history = desk.rows("History").length;
  const annex = desk.annexOf("X.590");
  expect((await compare()).map(short)).toContainEqual(["X.590", "Status", "Agreed", "Consented"]);
  await api().applyDifferences(await compare());
  await desk.settled();
  expect(desk.news()).toEqual([]);
  expect(desk.rows("History")).toHaveLength(history);
  expect([desk.status("X.590"), desk.value(annex, "X.590", "Status")]).toEqual(["Consented", "Consented"]);
  expect(await compare()).toEqual([]);
  // What comes next is judged against what stands now.
  await desk.type("X.590", "Remarks", "Seen");
  expect(desk.news()).toEqual([]);
  await desk.type("X.590", "Status", "Determined");
  expect(desk.news()).toMatchObject([{ outcome: "reverted", item: "X.590" }]);
  expect(desk.status("X.590")).toBe("Consented");
});

test("a deleted row is restored once, however often this is requested", async () => {
  const rows = desk.rows(WORK).length;
  await desk.user.deleteTableRows(WORK, desk.rowOf(WORK, "X.1221"));
  await desk.settled();
  desk.news();
  const found = (await compare()).filter(({ table, field }) => table === WORK && field === "");
  expect(found.map(({ item }) => item)).toEqual(["X.1221"]);
  await api().applyDifferences(found);
  await api().applyDifferences(found);
  await desk.settled();
  expect(desk.rows(WORK)).toHaveLength(rows);
  expect(desk.status("X.1221")).toBe("Determined");
  expect((await compare()).map(short)).toEqual([["X.590", "Remarks", "Seen", ""]]);
});
