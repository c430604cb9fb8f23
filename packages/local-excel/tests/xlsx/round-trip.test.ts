import type { HeadlessExcel } from "../../headless";
import { openXlsx } from "../../xlsx/open";
import { saveXlsx } from "../../xlsx/save";
import type { SheetSnapshot, WorkbookSnapshot } from "../../xlsx/snapshot";
import { takeSnapshot } from "../../xlsx/take-snapshot";
import { errorOf, openSmall, run } from "../open";

let local: HeadlessExcel;
let saved: WorkbookSnapshot;
let again: HeadlessExcel;
let restored: WorkbookSnapshot;

const sheetNamed = ({ sheets }: WorkbookSnapshot, name = "Sheet1"): SheetSnapshot => {
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};

/** A workbook with one of everything that hangs on cells. */
async function fill(context: Excel.RequestContext): Promise<void> {
  const sheet = context.workbook.worksheets.getItem("Sheet1");
  sheet.getRange("A1:C5").values = [
    ["Item", "Size", "Since"],
    ["a", 5, 45_000],
    ["b", 7, 45_100],
    ["c", 9, 45_200],
    ["d", 2, 45_300],
  ];
  const table = sheet.tables.add("A1:C5", true);
  table.name = "Items";
  table.showTotals = true;
  table.columns.getItem("Size").filter.applyCustomFilter(">=5", "<9", "And");
  table.columns.getItem("Item").filter.applyValuesFilter(["a", "b"]);
  sheet.getRange("F1:G3").values = [
    ["x", "y"],
    [1, 2],
    [3, 4],
  ];
  const headless = sheet.tables.add("F1:G3", true);
  headless.name = "Bare";
  headless.showHeaders = false;
  sheet.comments.add("A2", "To <do> & done").replies.add("Yes\nindeed");
  sheet.comments.add("B2", "Settled").resolved = true;
  sheet.getRange("D1").hyperlink = {
    address: "https://example.com/?a=1&b=2",
    screenTip: "Example",
    textToDisplay: "link",
  };
  sheet.getRange("D2").hyperlink = { documentReference: "Sheet1!A1", textToDisplay: "top" };
  const validate = (address: string, rule: Excel.DataValidationRule): void => {
    sheet.getRange(address).dataValidation.rule = rule;
  };
  validate("J1", { wholeNumber: { formula1: 1, formula2: 9, operator: "Between" } });
  validate("J2", { decimal: { formula1: "=B2", operator: "GreaterThan" } });
  validate("J3", { textLength: { formula1: 5, operator: "LessThanOrEqualTo" } });
  validate("J4", { custom: { formula: "=ISNUMBER(J4)" } });
  validate("J5", { list: { inCellDropDown: true, source: "one,two" } });
  sheet.getRange("K1").style = "Good";
  context.workbook.styles.add("Mine & yours");
  context.workbook.styles.getItem("Mine & yours").font.bold = true;
  sheet.getRange("K2:K3").style = "Mine & yours";
  sheet.getRange("K5").format.borders.getItem("EdgeTop").style = "Double";
  sheet.getRange("K5").format.font.strikethrough = true;
  sheet.getRange("K6").format.rowHeight = 30;
  sheet.getRange("K7").format.protection.locked = false;
  sheet.protection.protect({ allowFormatCells: true, allowSort: true, allowEditObjects: true }, "secret");
  const list = context.workbook.worksheets.add("List");
  list.getRange("A1:B4").values = [
    ["n", "m"],
    [1, 2],
    [2, 3],
    [3, 4],
  ];
  list.autoFilter.apply(list.getRange("A1:B4"), 0, { filterOn: "TopItems", criterion1: "2" });
  await context.sync();
}

beforeAll(async () => {
  local = await openSmall();
  await run(local, fill);
  await local.settled();
  saved = takeSnapshot(local.excel.host);
  again = await openSmall({ workbook: await openXlsx(await saveXlsx(saved)) });
  restored = takeSnapshot(again.excel.host);
});

afterAll(() => {
  local.close();
  again.close();
});

describe("a saved and opened workbook", () => {
  it.each(["tables", "comments", "hyperlinks", "validations", "protection", "merges", "rows"] as const)(
    "has the same %s",
    (part) => {
      const [before, after] = [sheetNamed(saved)[part], sheetNamed(restored)[part]];
      expect(before).not.toEqual([]);
      expect(after).toEqual(before);
    },
  );

  it("has the same values, formulas and formats", () => {
    const [before, after] = [sheetNamed(saved), sheetNamed(restored)];
    expect(after.formulas).toEqual(before.formulas);
    expect(after.values).toEqual(before.values);
    const formats = ({ styles }: SheetSnapshot): unknown[] =>
      styles.map(({ address, style: { fontName: _name, fontSize: _size, color, ...style } }) => ({
        address,
        style: { ...style, ...(color === undefined || color === "#000000" ? {} : { color }) },
      }));
    expect(formats(after)).toEqual(expect.arrayContaining(formats(before)));
  });

  it("has the same filter of a sheet", () => {
    expect(sheetNamed(restored, "List").autoFilter).toEqual(sheetNamed(saved, "List").autoFilter);
    expect(sheetNamed(restored, "List").rows).toEqual([{ index: 1, hidden: true }]);
  });

  it("is filtered and protected as before, and opens with its password only", async () => {
    const state = await run(again, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const { filter } = context.workbook.tables.getItem("Items").columns.getItem("Size");
      filter.load("criteria");
      const cell = sheet.getRange("K2").load("style");
      const unlocked = sheet.getRange("K7").format.protection.load("locked");
      await context.sync();
      return [filter.criteria.criterion1, cell.style, unlocked.locked];
    });
    expect(state).toEqual([">=5", "Mine & yours", false]);
    expect(
      sheetNamed(restored)
        .rows.filter(({ hidden }) => hidden)
        .map(({ index }) => index),
    ).toEqual([3, 4]);
    const unprotect = (password: string): Promise<string | undefined> =>
      errorOf(again, async (context) => {
        context.workbook.worksheets.getItem("Sheet1").protection.unprotect(password);
        await context.sync();
      });
    expect(await unprotect("wrong")).toBe("InvalidArgument");
    expect(await unprotect("secret")).toBeUndefined();
  });
});
