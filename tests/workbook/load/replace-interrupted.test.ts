import { PATIENCE, revised, withEdits } from "./editing";
import { cutOffEverywhere, inOneGo, type Cut, type Work } from "./interruptions";

jest.setTimeout(120_000);

/** The same workbook, whose sheets are put aside and made anew from the documents. */
const work: Work = {
  prepare: withEdits,
  run: (open) => open.page.workbook.loadDocuments(revised, { replace: true, today: "2026-11-21", patience: PATIENCE }),
};

let expected: unknown;
beforeAll(async () => {
  expected = await inOneGo(work);
});

const CUTS: Cut[] = [
  { fault: "error" },
  { fault: "noAnswer" },
  { fault: "lost" },
  { fault: "detach" },
  { fault: "half" },
  { fault: "half", share: 0.1 },
  { fault: "half", share: 0.9, samePage: true },
];

test.each(CUTS)("a replacement that meets %j at any request ends, run again, as if it had run once", async (cut) => {
  expect(await cutOffEverywhere(work, expected, cut)).toBeGreaterThanOrEqual(4);
});
