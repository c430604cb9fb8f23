import { PATIENCE, revised, withEdits } from "./editing";
import { cutOffEverywhere, uninterrupted, EVERY_CUT, type Work } from "./interruptions";

/** The workbook of March, with edits of users, and the documents of autumn and March loaded into it. */
const work: Work = {
  prepare: withEdits,
  run: (open) => open.page.workbook.loadDocuments(revised, { lockTimeout: PATIENCE }),
};

let expected: unknown;
beforeAll(async () => {
  expected = await uninterrupted(work);
});

test.each(EVERY_CUT)(
  "a second load that meets %j at any request ends, run again, as if it had run once",
  async (cut) => {
    expect(await cutOffEverywhere(work, expected, cut)).toBeGreaterThanOrEqual(4);
  },
);
