import { openWorkbook, type OpenWorkbook } from "./support";

jest.setTimeout(60_000);

let open: OpenWorkbook;
afterEach(() => {
  open.local.close();
});

test("loading both seeds makes every sheet with its table", async () => {
  open = await openWorkbook();
  const { page, local } = open;
  local.excel.traffic.reset();
  const outcome = await page.workbook.loadDocuments(page.readSeeds());
  console.log(
    JSON.stringify(outcome).slice(0, 500),
    local.excel.traffic,
    local.sheetNames(),
    local.tables().map((t) => t.name),
  );
  expect(outcome.outcome).toBe("loaded");
});
