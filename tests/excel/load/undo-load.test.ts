/** The undo of a load: wholly, or not at all where a table was changed since. */
import type { LoadOptions, MadeByLoad } from "../../../src/excel/load";
import { GuardHarness } from "../edit-guard/guard-harness";
import { fewRows } from "../edit-guard/few-rows";
import { contentOf, openWorkbook, type OpenWorkbook } from "../support";

let open: OpenWorkbook;
afterEach(() => {
  open.local.close();
});

async function load(options: LoadOptions = {}): Promise<MadeByLoad> {
  const outcome = await open.page.workbook.loadDocuments(fewRows(open.page.readSeeds()), options);
  if (outcome.outcome !== "loaded" || !outcome.made) throw new Error(JSON.stringify(outcome));
  return outcome.made;
}

test("the first load is undone as if it had not been, and says nothing of missing tables", async () => {
  open = await openWorkbook();
  await open.page.workbook.startWorkbook();
  const { sheets } = await contentOf(open);
  const made = await load();
  await open.local.settled();
  await open.page.load.undoLoad(made);
  await open.page.guard.auditWorkbook();
  await open.local.settled();
  expect((await contentOf(open)).sheets.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
  expect(open.page.store.currentProgramme()).toBeNull();
  expect(open.page.guard.guardMessages()).toEqual([]);
  await load();
  expect(open.page.store.currentProgramme()).not.toBeNull();
});

test("a replacement is undone: the sheets that were kept have their names and rows again", async () => {
  const harness = await GuardHarness.small();
  open = harness.open;
  await harness.type("X.5Gsec-netec", "Title", "Another title");
  const names = () => open.local.tables().map(({ name }) => name);
  const before = [names().sort(), harness.rows("WorkProgramme")];
  const made = await load({ replace: true });
  await harness.settled();
  await open.page.load.undoLoad(made);
  await open.page.guard.auditWorkbook();
  await harness.settled();
  expect([names().sort(), harness.rows("WorkProgramme")]).toEqual(before);
  await harness.type("X.5Gsec-netec", "Status", "Determined");
  expect(harness.history("X.5Gsec-netec").at(-1)).toMatchObject({ To: "Determined" });
});

test("a load is not undone where a table was changed since: nothing is deleted, and the sheet is named", async () => {
  open = await openWorkbook();
  await open.page.workbook.startWorkbook();
  const made = await load();
  await open.local.settled();
  await open.local.user.type("'Work programme'!D9", "Another title");
  await open.local.settled();
  await open.page.guard.whenIdle();
  const before = await contentOf(open);
  await expect(open.page.load.undoLoad(made)).rejects.toThrow("was changed since");
  expect(await contentOf(open)).toEqual(before);
});
