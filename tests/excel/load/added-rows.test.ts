/** Rows added by the guard where tables cannot be resized, or have a totals row. */
import { DEFAULT_MATRIX } from "local-excel";
import { GuardHarness } from "../edit-guard/guard-harness";

test.each([
  [1.12, false],
  [1.17, true],
])(
  "with ExcelApi %s (totals row: %s) an edit adds to History and changes no other row of it",
  async (ExcelApi, totals) => {
    const harness = await GuardHarness.withSeeds({ matrix: { ...DEFAULT_MATRIX, ExcelApi } });
    if (totals) {
      await harness.open.run(async (context) => {
        context.workbook.tables.getItem("History").showTotals = true;
        await context.sync();
      });
      await harness.settled();
    }
    const before = harness.rows("History");
    const count = totals ? before.length - 1 : before.length;
    await harness.type("X.rm-sup", "Status", "Determined");
    const after = harness.rows("History");
    expect(after.slice(0, count)).toEqual(before.slice(0, count));
    expect(harness.history("X.rm-sup").at(-1)).toMatchObject({ To: "Determined" });
    expect(after).toHaveLength(before.length + 1);
    harness.close();
  },
);
