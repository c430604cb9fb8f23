import type { HeadlessExcel } from "../headless";
import { takeSnapshot } from "../xlsx/take-snapshot";
import { openSmall, run } from "./open";

let local: HeadlessExcel;

beforeEach(async () => {
  local = await openSmall();
});

afterEach(() => {
  local.close();
});

const inSheet = async (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<void> => {
  await run(local, async (context) => {
    work(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
  });
  await local.settled();
};

const table = async (): Promise<void> => {
  await inSheet((sheet) => {
    sheet.getRange("A1:B3").values = [
      ["Price", "Double"],
      [1, ""],
      [2, ""],
    ];
    sheet.tables.add("A1:B3", true).name = "Prices";
  });
};

describe("calculation", () => {
  it("in manual mode calculates what is entered, answers of functions, and the rest when asked", async () => {
    await inSheet((sheet, context) => {
      sheet.getRange("A1:B1").formulas = [[1, "=A1+1"]];
      context.workbook.application.calculationMode = "Manual";
    });
    await local.enter("Sheet1!C1", '=SG17.CODE("x")');
    await local.user.type("Sheet1!A1", 5);
    expect(local.values("Sheet1!A1:C1").flat()).toEqual([5, 2, "<x>"]);
    await inSheet((_sheet, context) => {
      context.workbook.application.calculate("Recalculate");
    });
    expect(local.value("Sheet1!B1")).toBe(6);
  });

  it("tells which cells it calculated", async () => {
    const addresses = await run(local, async (context) => {
      const seen: string[] = [];
      context.workbook.worksheets.getItem("Sheet1").onCalculated.add((event) => {
        seen.push(event.address);
        return Promise.resolve();
      });
      await context.sync();
      return seen;
    });
    await inSheet((sheet) => {
      sheet.getRange("B1:B3").formulas = [["=A1"], ["=A2"], ["=A3"]];
    });
    expect(addresses).toEqual(["B1:B3"]);
  });

  it("calls no function when a workbook is opened; values stay as they were saved", async () => {
    await local.enter("Sheet1!A1", '=SG17.CODE("x")');
    const workbook = takeSnapshot(local.excel.host);
    local.close();
    local = await openSmall({ workbook });
    const received = (): number => (local.window as unknown as { received: unknown[] }).received.length;
    expect([local.value("Sheet1!A1"), local.formula("Sheet1!A1"), received()]).toEqual(["<x>", '=SG17.CODE("x")', 0]);
    local.close();
    local = await openSmall({ workbook, platform: "web" });
    expect([local.value("Sheet1!A1"), received() > 0]).toEqual(["<x>", true]);
  });
});

describe("tables", () => {
  it("fill a blank column from one formula, and calculated columns of new rows", async () => {
    await table();
    await inSheet((sheet) => {
      sheet.getRange("B2").formulas = [["=[@Price]*2"]];
    });
    expect(local.values("Sheet1!B2:B3").flat()).toEqual([2, 4]);
    await local.user.type("Sheet1!A4", 10);
    await inSheet((sheet) => {
      sheet.tables.getItem("Prices").rows.add(undefined, [[20, null as unknown as string]]);
    });
    expect(local.values("Sheet1!B4:B5").flat()).toEqual([20, 40]);
    await local.user.insertTableRows("Prices", 1);
    await local.user.type("Sheet1!A3", 100);
    expect(local.value("Sheet1!B3")).toBe(200);
  });

  it("get names of their own in a copy of their sheet, and formulas there mean the copy", async () => {
    await table();
    await local.user.type("Sheet1!D1", "=SUM(Prices[Price])");
    await local.user.copySheet("Sheet1");
    await local.user.type("'Sheet1 (2)'!A2", 100);
    const names = local.tables().map(({ name }) => name);
    expect([local.sheetNames(), names[0], /^Prices\d+$/.test(names[1] ?? "")]).toEqual([
      ["Sheet1", "Sheet1 (2)"],
      "Prices",
      true,
    ]);
    expect([local.value("Sheet1!D1"), local.value("'Sheet1 (2)'!D1")]).toEqual([3, 102]);
  });

  it("move with their cells", async () => {
    await table();
    await local.user.cut("A1:B3", "D5");
    expect(local.tables().map(({ name, area }) => [name, area.startRow, area.startColumn, area.endRow])).toEqual([
      ["Prices", 4, 3, 6],
    ]);
    expect(local.values("Sheet1!D5:D7").flat()).toEqual(["Price", 1, 2]);
  });

  it("tell of selections that enter and leave them", async () => {
    await table();
    const seen: [boolean, string][] = [];
    await run(local, async (context) => {
      context.workbook.tables.getItem("Prices").onSelectionChanged.add((event) => {
        seen.push([event.isInsideTable, event.address]);
        return Promise.resolve();
      });
      await context.sync();
    });
    for (const address of ["Sheet1!B2:C9", "Sheet1!F1", "Sheet1!F2"]) await local.user.select(address);
    await local.settled();
    expect(seen).toEqual([
      [true, "B2:B3"],
      [false, ""],
    ]);
  });
});

it("sorting from left to right and clicks have events of their own", async () => {
  const seen: string[] = [];
  await run(local, async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.onColumnSorted.add((event) => Promise.resolve(void seen.push(event.address)));
    sheet.onSingleClicked.add((event) => Promise.resolve(void seen.push(event.address)));
    sheet.getRange("A1:C1").values = [[3, 1, 2]];
    await context.sync();
    sheet.getRange("A1:C1").sort.apply([{ key: 0 }], false, false, "Columns");
    await context.sync();
  });
  await local.user.click("Sheet1!B1");
  await local.settled();
  expect([local.values("Sheet1!A1:C1")[0], seen]).toEqual([
    [1, 2, 3],
    ["A1:C1", "B1"],
  ]);
});

it("settings that a colleague changes are told to the others", async () => {
  let reported = 0;
  await run(local, async (context) => {
    context.workbook.settings.onSettingsChanged.add(() => Promise.resolve(void (reported += 1)));
    await context.sync();
  });
  const colleague = (await local.openPane("coauthor")) as unknown as { Excel: typeof Excel };
  await colleague.Excel.run(async (context) => {
    context.workbook.settings.add("mode", "advise");
    await context.sync();
  });
  await local.settled();
  expect(reported).toBe(1);
});
