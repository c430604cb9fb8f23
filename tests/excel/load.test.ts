import { contentOf, openWorkbook, reopen, type OpenWorkbook } from "./support";

let open: OpenWorkbook;
afterEach(() => {
  open.local.close();
});

async function loadSeeds(): Promise<void> {
  const outcome = await open.page.workbook.loadDocuments(open.page.readSeeds());
  if (outcome.outcome !== "loaded") throw new Error(JSON.stringify(outcome));
}

test("loading both seeds creates every sheet with its table in four requests; loading again writes nothing", async () => {
  open = await openWorkbook();
  const { local } = open;
  local.excel.traffic.reset();
  await loadSeeds();
  expect(local.excel.traffic.requests).toBe(4);
  const content = await contentOf(open);
  expect(content.settings).toEqual(["SG17.schemaVersion"]);
  expect(
    content.sheets.map((sheet) => [sheet.name, sheet.visibility, ...sheet.tables.map((table) => table.name)]),
  ).toEqual([
    ["Sheet1", "Visible"],
    ["Lists", "Hidden", "AnnexFrames", "ProgrammeSettings"],
    ["Work programme", "Visible", "WorkProgramme"],
    ["Other study groups", "Visible", "OtherGroups"],
    ["2017-03 Annex 1", "Visible", "Annex_2017_03_1"],
    ["2017-03 Annex 2", "Visible", "Annex_2017_03_2"],
    ["2023-09 Annex A", "Visible", "Annex_2023_09_A"],
    ["2023-09 Annex B", "Visible", "Annex_2023_09_B"],
    ["2023-09 Annex C", "Visible", "Annex_2023_09_C"],
    ["2023-09 Annex D", "Visible", "Annex_2023_09_D"],
    ["2023-09 Annex E", "Visible", "Annex_2023_09_E"],
    ["2023-09 Interim meetings", "Visible", "Interim_2023_09"],
    ["Meetings", "Visible", "Meetings"],
    ["History of items", "Visible", "History"],
    ["Checks", "Visible", "Checks"],
    ["Documents", "Visible", "Documents"],
  ]);
  expect(
    content.sheets.filter((sheet) => sheet.tables.length > 0 && sheet.frozen === null).map((sheet) => sheet.name),
  ).toEqual(["Lists"]);
  expect(content.sheets.flatMap((sheet) => sheet.charts)).toEqual(["Annex_2023_09_E"]);
  const formulas = content.sheets
    .flatMap((sheet) => sheet.formulas.flat())
    .filter((value) => String(value).startsWith("="));
  expect(formulas).toEqual([]);

  await local.settled();
  local.excel.traffic.reset();
  await loadSeeds();
  // One request acquires the lock, and one releases it.
  expect(local.excel.traffic.requests).toBe(2);
  expect(await contentOf(open)).toEqual(content);
});

test("the workbook read back is the programme that was written", async () => {
  open = await openWorkbook();
  await loadSeeds();
  const written = structuredClone(open.page.store.currentProgramme());
  open = await reopen(open);
  expect(open.page.store.currentProgramme()).toBeNull();
  await open.page.store.refreshStore();
  expect(structuredClone(open.page.store.currentProgramme())).toEqual({ ...written, findings: [] });
});

test("drop-downs offer the vocabularies from the Lists sheet; keys are hidden", async () => {
  open = await openWorkbook();
  await loadSeeds();
  const choices = await open.run(async (context) => {
    const table = context.workbook.tables.getItem("WorkProgramme");
    const cells = ["Status", "Process", "Kind", "Question"].map((header) => {
      const cell = table.columns.getItem(header).getDataBodyRange().getCell(0, 0);
      cell.load("address");
      return cell;
    });
    const key = table.columns.getItem("Key").getDataBodyRange();
    key.load("columnHidden");
    await context.sync();
    expect(key.columnHidden).toBe(true);
    return cells.map((cell) => open.local.user.choices(cell.address));
  });
  expect(choices[0]).toContain("Not approved");
  expect(choices[1]).toEqual(["TAP", "AAP", "Agreement", "Approval"]);
  expect(choices[2]).toEqual(["New", "Rev", "Cor", "Amd"]);
  expect(choices[3]?.slice(0, 4)).toEqual(["1/17", "2/17", "3/17", "4/17"]);
});
