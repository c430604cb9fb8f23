import { exportOf } from "./page/documents";
import { openWorkbook } from "./support";

test("a load makes the same few requests for 200 and for 20,000 rows, each below 5 MB", async () => {
  const seen: Record<number, number> = {};
  for (const rows of [200, 20_000]) {
    const open = await openWorkbook();
    const document = exportOf(rows);
    open.local.excel.traffic.reset();
    const outcome = await open.page.workbook.loadDocuments([document]);
    expect(outcome.outcome).toBe("loaded");
    seen[rows] = open.local.excel.traffic.requests;
    expect(open.local.excel.traffic.largestRequest).toBeLessThan(5_000_000);
    expect(open.page.store.currentProgramme()?.items).toHaveLength(rows);
    open.local.close();
  }
  expect(seen).toEqual({ 200: 4, 20_000: 4 });
});
