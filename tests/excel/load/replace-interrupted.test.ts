import { PATIENCE, revised, withEdits } from "./editing";
import { cutOffEverywhere, uninterrupted, EVERY_CUT, type Work } from "./interruptions";

/** The same workbook, whose sheets are put aside and made anew from the documents. */
const work: Work = {
  prepare: withEdits,
  run: (open) =>
    open.page.workbook.loadDocuments(revised, { replace: true, today: "2026-11-21", lockTimeout: PATIENCE }),
};

let expected: unknown;
beforeAll(async () => {
  expected = await uninterrupted(work);
});

test.each(EVERY_CUT)(
  "a replacement that meets %j at any request ends, run again, as if it had run once",
  async (cut) => {
    expect(await cutOffEverywhere(work, expected, cut)).toBeGreaterThanOrEqual(4);
  },
);
