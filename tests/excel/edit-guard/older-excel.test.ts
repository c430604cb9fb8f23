/** The guard on the oldest Excel that the manifest allows: no events of sorting, no trigger source, no Table.resize. */
import { DEFAULT_MATRIX } from "local-excel";
import { GuardHarness } from "./guard-harness";

test("with ExcelApi 1.9 a forbidden status is reverted and an allowed one accepted, also after rows were sorted", async () => {
  const harness = await GuardHarness.withSeeds({ matrix: { ...DEFAULT_MATRIX, ExcelApi: 1.9 } });
  try {
    await harness.type("X.590", "Status", "Agreed");
    expect(harness.status("X.590")).toBe("Consented");
    await harness.user.sort("WorkProgramme", "Question");
    await harness.settled();
    await harness.type("X.sr-ai", "Status", "Discontinued");
    expect(harness.status("X.sr-ai")).toBe("Discontinued");
    expect(harness.status("X.590")).toBe("Consented");
    expect(harness.history("X.sr-ai").map((row) => row["To"])).toContain("Discontinued");
  } finally {
    harness.close();
  }
});
