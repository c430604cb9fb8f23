/** The guard on the oldest Excel that the manifest asks for: no events of sorting, no trigger source, no Table.resize. */
import { DEFAULT_MATRIX } from "local-excel";
import { Desk } from "./guard-harness";

test("with ExcelApi 1.9 a forbidden status is put back, a permitted one is taken, also after rows were sorted", async () => {
  const desk = await Desk.withSeeds({ matrix: { ...DEFAULT_MATRIX, ExcelApi: 1.9 } });
  try {
    await desk.type("X.590", "Status", "Agreed");
    expect(desk.status("X.590")).toBe("Consented");
    await desk.user.sort("WorkProgramme", "Question");
    await desk.settled();
    await desk.type("X.sr-ai", "Status", "Discontinued");
    expect(desk.status("X.sr-ai")).toBe("Discontinued");
    expect(desk.status("X.590")).toBe("Consented");
    expect(desk.history("X.sr-ai").map((row) => row["To"])).toContain("Discontinued");
  } finally {
    desk.close();
  }
});
