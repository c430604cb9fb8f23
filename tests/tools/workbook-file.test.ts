/** The loaded workbook as a real .xlsx: written by the built add-in on the local Excel, opened again, and used further. */
import { formatArea, type HeadlessExcel, openLocalExcel } from "local-excel";
import { openXlsx, saveXlsx, takeSnapshot, type WorkbookSnapshot } from "local-excel/xlsx";
import { ensureBuilt } from "../../tools/build";
import { openAddin, pressLoad } from "../../tools/session";

let before: WorkbookSnapshot;
let file: WorkbookSnapshot;
let again: HeadlessExcel;

const rowsByTable = (workbook: WorkbookSnapshot) =>
  Object.fromEntries(workbook.sheets.flatMap(({ tables }) => tables.map(({ name, address }) => [name, address])));

function sheet(workbook: WorkbookSnapshot, name: string) {
  const found = workbook.sheets.find((each) => each.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

/** The Status cell of an item on the Work programme sheet. */
function statusCell(local: HeadlessExcel, item: string): string {
  const table = local.tables().find(({ name }) => name === "WorkProgramme");
  if (!table) throw new Error("no Work programme");
  const { area, columns } = table;
  const items = local.values(`'Work programme'!${formatArea({ ...area, endColumn: area.startColumn })}`);
  const row = area.startRow + items.findIndex(([cell]) => cell === item);
  const column = area.startColumn + columns.findIndex(({ name }) => name === "Status");
  return `'Work programme'!${formatArea({ startRow: row, endRow: row, startColumn: column, endColumn: column })}`;
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 20_000 && !condition(); tries++) await new Promise((resolve) => setTimeout(resolve, 25));
}

beforeAll(async () => {
  const session = await openAddin();
  await pressLoad(session);
  before = takeSnapshot(session.excel.host);
  session.close();
  file = await openXlsx(await saveXlsx(before));
  again = await openLocalExcel({ dist: ensureBuilt(), workbook: file });
});

afterAll(() => {
  again.close();
});

test("contains every table at its position, and no formula", () => {
  expect(rowsByTable(file)).toEqual(rowsByTable(before));
  expect(Object.keys(rowsByTable(file))).toEqual(
    expect.arrayContaining(["WorkProgramme", "Annex_2023_09_A", "History", "Meetings"]),
  );
  expect(file.sheets.flatMap(({ formulas }) => Object.keys(formulas))).toEqual([]);
});

test("holds every text, number and date as it was", () => {
  const filled = (workbook: WorkbookSnapshot) =>
    workbook.sheets.map(({ name, values }) => [
      name,
      values.flatMap((row, r) => row.flatMap((value, c) => (value === null || value === "" ? [] : [[r, c, value]]))),
    ]);
  expect(filled(file)).toEqual(filled(before));
});

test("has drop-downs from the hidden Lists sheet, frozen headers, hidden keys, status colours and a page that prints", () => {
  const programme = sheet(file, "Work programme");
  expect(sheet(file, "Lists").visibility).toBe("Hidden");
  const lists = programme.validations.map(({ list }) => list);
  expect(lists.length).toBeGreaterThanOrEqual(4);
  for (const list of lists) expect(list).toMatch(/^='?Lists'?!\$/);
  expect(programme.frozen.rows).toBeGreaterThan(0);
  expect(programme.frozen.columns).toBe(1);
  expect(programme.columns.filter(({ hidden }) => hidden).length).toBeGreaterThan(0);
  expect(programme.conditionalFormats.map(({ rule }) => rule)).toContainEqual({ equals: "Determined" });
  expect(programme.page).toMatchObject({ landscape: true, paperSize: 9, fitToWidth: 1 });
});

test("continues as if it had never been closed: formulas answer, the guard evaluates, Load adds nothing", async () => {
  const address = statusCell(again, "X.590");
  await again.enter("Sheet1!A1", '=SG17.STATUS("X.590")');
  await again.settled();
  expect(again.value("Sheet1!A1")).toBe("Consented");

  await again.user.type(address, "Determined");
  await until(() => again.value(address) === "Consented");
  expect(again.value(address)).toBe("Consented");

  await pressLoad(again);
  const reloaded = takeSnapshot(again.excel.host);
  expect(rowsByTable(reloaded)).toEqual(rowsByTable(before));
});
