/** The undo of Generate: sheets that were not edited are deleted, all or none. */
import { GuardHarness } from "../edit-guard/guard-harness";

let harness: GuardHarness;
beforeEach(async () => {
  harness = await GuardHarness.small();
});
afterEach(() => {
  harness.close();
});

const names = (): string[] => harness.open.local.excel.host.engine.sheets().map((sheet) => sheet.getName());
const write = () => harness.open.page.reportSheets.writeChanges([], "2023-09-08", "2024-03-01");

test("a generated sheet is deleted, and an edited one that it replaced has its name again", async () => {
  const before = names();
  const first = await write();
  await harness.open.page.reportSheets.removeWrittenSheets(first);
  expect(names()).toEqual(before);
  const [edited = ""] = (await write()).sheets;
  await harness.user.type(`'${edited}'!A9`, "a note");
  const second = await write();
  expect(second.kept).toHaveLength(1);
  await harness.open.page.reportSheets.removeWrittenSheets(second);
  expect(names()).toEqual([...before, edited]);
  expect(harness.open.local.value(`'${edited}'!A9`)).toBe("a note");
});

test("a sheet that was edited since is not deleted", async () => {
  const written = await write();
  await harness.user.type(`'${written.sheets[0] ?? ""}'!A9`, "a note");
  const before = names();
  await expect(harness.open.page.reportSheets.removeWrittenSheets(written)).rejects.toThrow("was changed since");
  expect(names()).toEqual(before);
});
