/** Loads, replacements and repairs cut off between any two actions of any request. */
import fc from "fast-check";
import type { OpenWorkbook } from "../support";
import { PATIENCE, revised, withEdits } from "./editing";
import { cutOffOnce, uninterrupted, type Work } from "./interruptions";

const load = (open: OpenWorkbook, options = {}) =>
  open.page.workbook.loadDocuments(revised, { ...options, lockTimeout: PATIENCE });

const WORKS: Record<string, Work> = {
  "a first load": { prepare: () => Promise.resolve(), run: load },
  "a second load": { prepare: withEdits, run: load },
  "a replacement": { prepare: withEdits, run: (open) => load(open, { replace: true, today: "2026-11-21" }) },
  "a repair": {
    prepare: async (open) => {
      await withEdits(open);
      await open.local.user.deleteSheet("Meetings");
      await open.local.user.removeTableColumn("WorkProgramme", "Key");
    },
    run: (open) => open.page.workbook.repairTables({ lockTimeout: PATIENCE }),
  },
};

const RUNS = Number(process.env["FC_RUNS"] ?? 6);
const SEED = process.env["FC_SEED"] === "random" ? Date.now() : Number(process.env["FC_SEED"] ?? 17);

test.each(Object.entries(WORKS))(
  "%s cut off between any two actions ends, run again, as if it had run once",
  async (_, work) => {
    const expected = await uninterrupted(work);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (at, share) => {
          await cutOffOnce(work, expected, at, share);
        },
      ),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  },
);
