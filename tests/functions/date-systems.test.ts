/** The built add-in in a workbook with the option "Use 1904 date system". */
import { type HeadlessExcel, openLocalExcel, type OpenOptions } from "local-excel";
import { openXlsx, saveXlsx, takeSnapshot } from "local-excel/xlsx";
import { ensureBuilt } from "../../tools/build";
import { pressLoad } from "../../tools/session";

const DAYS_BETWEEN_SYSTEMS = 1462;
/** Days from 30 March 2017 to 8 September 2023. */
const DAYS_SINCE_2017_03_30 = 2353;
const SHEET = "Work programme";
/** The meeting whose decisions are entered, as the Meetings sheet has it. */
const CLOSING_DAY = "2024-03-01";

let excel: HeadlessExcel;

async function open(options: Partial<OpenOptions> = {}): Promise<void> {
  excel = await openLocalExcel({ dist: ensureBuilt(), closed: true, ...options });
}

/** Address of an item's cell. */
function cellOf(item: string, column: string): string {
  const rows = excel.values(`${SHEET}!A1:P400`);
  const header = rows.findIndex((row) => row[0] === "Item");
  const row = rows.findIndex((each) => each[0] === item);
  return `${SHEET}!${String.fromCharCode(65 + (rows[header]?.indexOf(column) ?? -1))}${String(row + 1)}`;
}

/** The text that a date cell shows. */
function shown(address: string): string {
  const [, name = "", letter = "", row = ""] = /^(.*)!([A-Z])(\d+)$/.exec(address) ?? [];
  const { engine, cells } = excel.excel.host;
  const sheet = engine.sheetByName(name);
  return sheet ? cells.text(sheet, Number(row) - 1, letter.charCodeAt(0) - 65) : "";
}

async function ask(cell: string, formula: string): Promise<unknown> {
  await excel.enter(`Sheet1!${cell}`, formula);
  await excel.settled();
  return excel.value(`Sheet1!${cell}`);
}

/** What every formula about dates answers, before and after saving. */
async function answers(): Promise<unknown[]> {
  return [
    await ask("A1", `='${SHEET}'!${cellOf("X.1817", "Since").split("!")[1] ?? ""}`),
    await ask("A2", '=SG17.SINCE("X.1817")'),
    await ask("A3", '=SG17.STATUS("X.websec-7",A1)'),
    await ask("A4", `=SG17.STATUS("X.websec-7",A1-${String(DAYS_SINCE_2017_03_30)})`),
    await ask("A5", '=SG17.SINCE("X.590")'),
  ];
}

beforeAll(async () => {
  await open();
  excel.excel.host.date1904 = true;
  await excel.openPane();
  await pressLoad(excel);
});
afterAll(() => excel.close());

it("tables and functions speak of the same days, also after an edit, saving and opening", async () => {
  expect(excel.value(cellOf("X.1817", "Since"))).toBe(45177 - DAYS_BETWEEN_SYSTEMS);
  expect(shown(cellOf("X.1817", "Since"))).toBe("2023-09-08");

  const since = cellOf("X.590", "Since");
  await excel.user.choose(cellOf("X.590", "Status"), "Approved");
  for (const end = Date.now() + 600_000; shown(since) !== CLOSING_DAY && Date.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 20));
  await excel.settled();

  const given = await answers();
  expect(given).toEqual([43715, 43715, "Not approved", "Under study", 43890]);
  const workbook = await openXlsx(await saveXlsx(takeSnapshot(excel.excel.host)));
  excel.close();
  await open({ workbook });
  await excel.openPane();
  await excel.settled();
  expect(await answers()).toEqual(given);
  expect([shown(cellOf("X.1817", "Since")), shown(cellOf("X.590", "Since"))]).toEqual(["2023-09-08", CLOSING_DAY]);
  await excel.runAction("load");
  await excel.settled();
  expect(await answers()).toEqual(given);
});
