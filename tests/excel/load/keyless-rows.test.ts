/** Rows that users typed and that are not items yet, with the guard on. */
import { GuardHarness } from "../edit-guard/guard-harness";

test("rows that are not items yet are not changed by a load", async () => {
  const harness = await GuardHarness.withSeeds();
  const work = "WorkProgramme";
  const last = harness.rows(work).length;
  await harness.user.type(harness.at(work, last, "Title"), "No name yet");
  await harness.settled();
  await harness.user.type(harness.at(work, last + 1, "Item"), "X.1220");
  await harness.settled();
  expect(harness.news().map(({ outcome }) => outcome)).toEqual(["marked", "marked"]);
  const typed = () => harness.rows(work).slice(last);
  const before = typed();
  expect(before).toHaveLength(2);

  const { workbook, readSeeds, guard } = harness.open.page;
  const outcome = await workbook.loadDocuments(readSeeds());
  expect(outcome).toMatchObject({ outcome: "loaded", report: { differences: [], created: [] } });
  await harness.settled();
  await guard.auditWorkbook();
  await harness.settled();
  expect(typed()).toEqual(before);
  // Nothing is reverted or accepted: at most the guard reports again that these rows are not items yet.
  expect(harness.news().filter(({ outcome }) => outcome !== "marked")).toEqual([]);
  harness.close();
});
