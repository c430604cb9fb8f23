import type { HeadlessExcel } from "../../headless";
import { openSmall, run } from "../open";

let local: HeadlessExcel;

beforeAll(async () => {
  local = await openSmall();
});

afterAll(() => {
  local.close();
});

let sheetNumber = 0;

/** A sheet of its own, on which the area holds a formula in its first cell, text that looks like a number, and a number. */
async function sheetWithFormula(): Promise<string> {
  const name = `Contents ${String((sheetNumber += 1))}`;
  await run(local, async (context) => {
    const sheet = context.workbook.worksheets.add(name);
    sheet.getRange("A1:C1").values = [["=1+1", "'007", 5]];
    sheet.activate();
    await context.sync();
  });
  return name;
}

const AREAS = [
  ["three cells", "A1:C1"],
  ["3,000 cells", "A1:C1000"],
] as const;

describe.each(AREAS)("a format of %s", (_title, address) => {
  const range = (context: Excel.RequestContext, name: string): Excel.Range =>
    context.workbook.worksheets.getItem(name).getRange(address);

  it.each<[string, (target: Excel.Range) => void]>([
    ["number format", (target) => (target.numberFormat = "0.00" as unknown as string[][])],
    ["text format", (target) => (target.numberFormat = "@" as unknown as string[][])],
    ["fill", (target) => (target.format.fill.color = "#FF0000")],
    ["bold", (target) => (target.format.font.bold = true)],
    [
      "removal of formats",
      (target) => {
        target.format.font.bold = true;
        target.clear("Formats");
      },
    ],
  ])("changes no content: %s", async (_what, change) => {
    const name = await sheetWithFormula();
    await run(local, async (context) => {
      change(range(context, name));
      await context.sync();
    });
    await local.settled();
    expect(local.formula(`${name}!A1`)).toBe("=1+1");
    expect(local.values(`${name}!A1:C1`)).toEqual([[2, "007", 5]]);
    await local.user.undo();
    expect(local.formula(`${name}!A1`)).toBe("=1+1");
    expect(local.values(`${name}!A1:C1`)).toEqual([[2, "007", 5]]);
  });

  it("changes no content in the batch that wrote it", async () => {
    const name = await sheetWithFormula();
    const seen = await run(local, async (context) => {
      const cell = context.workbook.worksheets.getItem(name).getRange("A1");
      cell.formulas = [["=2+3"]];
      range(context, name).numberFormat = "0.0" as unknown as string[][];
      range(context, name).format.fill.color = "#00FF00";
      cell.load("formulas,values,text,format/fill/color");
      await context.sync();
      return [cell.formulas, cell.values, cell.text, cell.format.fill.color];
    });
    expect(seen).toEqual([[["=2+3"]], [[5]], [["5.0"]], "#00FF00"]);
  });
});

describe("by hand, a format", () => {
  const area = { startRow: 0, endRow: 0, startColumn: 0, endColumn: 2 };

  it.each<[string, string, (ids: object) => object]>([
    [
      "fill",
      "sheet.command.set-style",
      (ids) => ({ ...ids, range: area, style: { type: "bg", value: { rgb: "red" } } }),
    ],
    ["bold", "sheet.command.set-style", (ids) => ({ ...ids, range: area, style: { type: "bl", value: 1 } })],
    [
      "border",
      "sheet.command.set-border-basic",
      (ids) => ({ ...ids, ranges: [area], value: { type: "all", color: "#000000", style: 1, activeBorderType: true } }),
    ],
  ])("changes no content: %s", async (_what, command, params) => {
    const name = await sheetWithFormula();
    const { engine } = local.excel.host;
    const sheet = engine.sheetByName(name);
    if (!sheet) throw new Error("the sheet is missing");
    await engine.runAsync(command, params({ unitId: engine.unitId, subUnitId: sheet.getSheetId() }));
    await local.settled();
    expect(local.formula(`${name}!A1`)).toBe("=1+1");
    expect(local.values(`${name}!A1:C1`)).toEqual([[2, "007", 5]]);
    expect(Object.keys(local.excel.host.cells.style(sheet, 0, 0))).not.toEqual([]);
    await local.user.undo();
    expect(local.formula(`${name}!A1`)).toBe("=1+1");
    expect(local.values(`${name}!A1:C1`)).toEqual([[2, "007", 5]]);
  });
});

it("Univer's number format command, which guesses the types of values again, changes no content", async () => {
  const name = await sheetWithFormula();
  const { engine } = local.excel.host;
  const subUnitId = engine.sheetByName(name)?.getSheetId();
  const types = { 0: { 0: { t: 2 }, 1: { t: 2 }, 2: { t: 1 } } };
  engine.run("sheet.mutation.set-range-values", { unitId: engine.unitId, subUnitId, cellValue: types });
  await local.settled();
  expect(local.formula(`${name}!A1`)).toBe("=1+1");
  expect(local.values(`${name}!A1:C1`)).toEqual([[2, "007", 5]]);
});

describe("a value written over a formula", () => {
  it.each(["x", 7, "=3+3", ""])("stays when the formula's result comes later: %j", async (value) => {
    const name = await sheetWithFormula();
    const shown = value === "=3+3" ? 6 : value;
    await run(local, async (context) => {
      const cell = context.workbook.worksheets.getItem(name).getRange("D1");
      cell.formulas = [["=1+1"]];
      await context.sync();
      cell.values = [[value]];
      await context.sync();
      cell.load("values");
      await context.sync();
      expect(cell.values).toEqual([[shown]]);
    });
    await local.settled();
    expect(local.value(`${name}!D1`)).toBe(shown);
  });

  it("stays when it is written while the pass is under way, and spills nothing", async () => {
    const name = await sheetWithFormula();
    const { calculation, cells, engine } = local.excel.host;
    const sheet = engine.sheetByName(name);
    if (!sheet) throw new Error("the sheet is missing");
    const at = { startRow: 4, endRow: 4, startColumn: 0, endColumn: 0 };
    cells.write(sheet, at, "=SEQUENCE(3)");
    const pass = calculation.flush();
    cells.write(sheet, at, "kept");
    await pass;
    await local.settled();
    expect(local.values(`${name}!A5:A7`)).toEqual([["kept"], [""], [""]]);
  });

  it("keeps results with their formulas when rows are inserted while the pass is under way", async () => {
    const name = await sheetWithFormula();
    const { calculation, cells, engine, sheets } = local.excel.host;
    const sheet = engine.sheetByName(name);
    if (!sheet) throw new Error("the sheet is missing");
    cells.write(sheet, { startRow: 4, endRow: 5, startColumn: 0, endColumn: 0 }, [["=10+1"], ["=20+1"]]);
    const pass = calculation.flush();
    sheets.insert(sheet, { startRow: 4, endRow: 4, startColumn: 0, endColumn: 16_383 }, "Down");
    await pass;
    await local.settled();
    expect(local.values(`${name}!A5:A7`)).toEqual([[""], [11], [21]]);
  });
});
