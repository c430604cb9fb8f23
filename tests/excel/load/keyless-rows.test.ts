/** Rows that people typed and that are no items yet, with the guard on. */
import { GuardHarness } from "../edit-guard/guard-harness";

test("rows that are not items yet are not changed by a load", async () => {
  const desk = await GuardHarness.withSeeds();
  const work = "WorkProgramme";
  const last = desk.rows(work).length;
  await desk.user.type(desk.at(work, last, "Title"), "No name yet");
  await desk.settled();
  await desk.user.type(desk.at(work, last + 1, "Item"), "X.1220");
  await desk.settled();
  expect(desk.news().map(({ outcome }) => outcome)).toEqual(["marked", "marked"]);
  const typed = () => desk.rows(work).slice(last);
  const before = typed();
  expect(before).toHaveLength(2);

  const { workbook, readSeeds, guard } = desk.open.page;
  const outcome = await workbook.loadDocuments(readSeeds());
  expect(outcome).toMatchObject({ outcome: "loaded", report: { differences: [], created: [] } });
  await desk.settled();
  await guard.auditWorkbook();
  await desk.settled();
  expect(typed()).toEqual(before);
  // Nothing is put back or taken: at most it says again that these rows are no items yet.
  expect(desk.news().filter(({ outcome }) => outcome !== "marked")).toEqual([]);
  desk.close();
});
