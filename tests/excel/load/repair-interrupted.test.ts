import type { OpenWorkbook } from "../support";
import { PATIENCE, withEdits } from "./editing";
import { cutOffEverywhere, uninterrupted, type Cut, type Work } from "./interruptions";

/** The same workbook, damaged: a sheet is gone, and columns that rows are known by. */
async function damaged(open: OpenWorkbook): Promise<void> {
  await withEdits(open);
  const { user } = open.local;
  await user.deleteSheet("Meetings");
  await user.removeTableColumn("WorkProgramme", "Key");
  await user.removeTableColumn("WorkProgramme", "Editors");
  await user.removeTableColumn("History", "Loaded");
  await user.deleteSheet("Checks");
}

const work: Work = {
  prepare: damaged,
  run: (open) => open.page.workbook.repairTables({ lockTimeout: PATIENCE }),
};

let expected: unknown;
beforeAll(async () => {
  expected = await uninterrupted(work);
});

const CUTS: Cut[] = [{ fault: "error", samePage: true }, { fault: "noAnswer" }, { fault: "detach" }, { fault: "half" }];

test.each(CUTS)("a repair that meets %j at any request ends, run again, as if it had run once", async (cut) => {
  expect(await cutOffEverywhere(work, expected, cut)).toBeGreaterThanOrEqual(5);
});
