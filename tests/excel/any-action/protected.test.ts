/** No action writes anything in a workbook that is open for viewing only, or where a sheet that it writes to is protected; it needs no other sheet. */
import type { GuardHarness } from "../edit-guard/guard-harness";
import { ACTIONS, before, everything } from "./actions";

jest.setTimeout(300_000);

/** Protects sheets, or the structure of the workbook for null; or takes the protection away. */
async function protect(harness: GuardHarness, sheets: readonly (string | null)[], isOn: boolean): Promise<void> {
  await harness.open.run(async (context) => {
    for (const sheet of sheets) {
      const { protection } = sheet === null ? context.workbook : context.workbook.worksheets.getItem(sheet);
      if (isOn) protection.protect();
      else protection.unprotect();
    }
    await context.sync();
  });
  await harness.settled();
}

test.each(Object.entries(ACTIONS))("%s: wholly or not at all", async (_, action) => {
  const { harness, run } = await before(action);
  const start = everything(harness);
  const { host } = harness.open.local.excel;
  host.viewOnly = true;
  expect(await run()).toMatch(/^.*(viewing only|read-only mode).*$/);
  expect(everything(harness)).toEqual(start);
  host.viewOnly = false;
  for (const sheet of action.needs) {
    await protect(harness, [sheet], true);
    const said = await run();
    expect([sheet, said]).toEqual([sheet, expect.stringContaining(sheet ?? "structure of the workbook")]);
    expect([sheet, everything(harness)]).toEqual([sheet, start]);
    await protect(harness, [sheet], false);
    expect([sheet, everything(harness)]).toEqual([sheet, start]);
  }
  const needed = [...action.needs, action.typesOn];
  await protect(
    harness,
    [...harness.open.local.sheetNames(), null].filter((sheet) => !needed.includes(sheet)),
    true,
  );
  expect(await run()).not.toContain("rotected");
  expect(everything(harness)).not.toEqual(start);
  harness.close();
});
