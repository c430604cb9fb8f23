import { PATIENCE, revised, withEdits } from "./editing";
import { cutOffEverywhere, inOneGo, type Cut, type Work } from "./interruptions";

jest.setTimeout(120_000);

/** The workbook of March, with people's edits, and the documents of autumn and March loaded into it. */
const work: Work = {
  prepare: withEdits,
  run: (open) => open.page.workbook.loadDocuments(revised, { patience: PATIENCE }),
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

test.each(CUTS)("a second load that meets %j at any request ends, run again, as if it had run once", async (cut) => {
  expect(await cutOffEverywhere(work, expected, cut)).toBeGreaterThanOrEqual(4);
});
