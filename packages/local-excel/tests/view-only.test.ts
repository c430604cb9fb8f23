import type { HeadlessExcel } from "../headless";
import { errorOf, openSmall, run } from "./open";

let local: HeadlessExcel;

beforeAll(async () => {
  local = await openSmall();
  await run(local, async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B3").values = [
      ["Name", "Size"],
      ["a", 5],
      ["b", 50],
    ];
    sheet.tables.add("A1:B3", true).name = "Things";
    context.workbook.settings.add("kept", 1);
    await context.sync();
  });
  local.closePane();
  local.excel.host.viewOnly = true;
  await local.openPane();
});

afterAll(() => {
  local.close();
});

const attempt = async (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<string> =>
  (await errorOf(local, async (context) => {
    work(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
  })) ?? "done";

describe("a workbook that is open for viewing only", () => {
  const changes: [string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown][] = [
    ["values", (sheet) => (sheet.getRange("A2").values = [["x"]])],
    ["a format", (sheet) => (sheet.getRange("A2").format.fill.color = "red")],
    ["several properties", (sheet) => sheet.getRange("A2").set({ values: [["x"]] })],
    ["cleared cells", (sheet) => sheet.getRange("A2").clear()],
    ["a row of a table", (sheet) => sheet.tables.getItem("Things").rows.add(undefined, [["c", 1]])],
    ["a filter", (sheet) => sheet.tables.getItem("Things").columns.getItemAt(0).filter.applyValuesFilter(["a"])],
    ["a sort", (sheet) => sheet.tables.getItem("Things").sort.apply([{ key: 0 }])],
    ["a sheet", (_sheet, context) => context.workbook.worksheets.add("New")],
    ["a sheet's name", (sheet) => (sheet.name = "New")],
    ["protection", (sheet) => sheet.protection.protect()],
    ["a setting", (_sheet, context) => context.workbook.settings.add("mode", 1)],
    ["a name", (_sheet, context) => context.workbook.names.add("name", "=1")],
    ["a chart", (sheet) => sheet.charts.add("Pie", sheet.getRange("A1:B3"))],
    ["a document property", (_sheet, context) => (context.workbook.properties.title = "x")],
  ];

  it.each(changes)("refuses %s from an add-in", async (_what, change) => {
    expect(await attempt(change)).toBe("AccessDenied");
  });

  it("lets an add-in read, select, calculate and subscribe", async () => {
    const code = await errorOf(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const found = sheet.findAllOrNullObject("a", {}).load("address");
      const setting = context.workbook.settings.getItem("kept").load("value");
      const sum = context.workbook.functions.sum(sheet.getRange("B2:B3")).load("value");
      context.workbook.load("readOnly");
      sheet.onChanged.add(async () => Promise.resolve());
      sheet.getRange("B2").select();
      context.application.calculate("Full");
      context.runtime.enableEvents = true;
      await context.sync();
      expect([found.address, setting.value, sum.value, context.workbook.readOnly]).toEqual([
        "Sheet1!A1,Sheet1!A2",
        1,
        55,
        true,
      ]);
    });
    expect(code).toBeUndefined();
  });

  it("says so in the document's mode, and saves no settings of the document", async () => {
    const { document } = (local.window as unknown as { Office: typeof Office }).Office.context;
    expect(document.mode).toBe("readOnly");
    document.settings.set("a", 1);
    const saved = await new Promise<Office.AsyncResult<void>>((resolve) => document.settings.saveAsync(resolve));
    expect(saved.error.code).toBe(5002);
  });

  it("refuses what the person at it does, and takes what others do", async () => {
    await expect(local.user.type("A2", "x")).rejects.toThrow("viewing only");
    await expect(local.user.undo()).rejects.toThrow("viewing only");
    await local.user.select("B2");
    await local.coauthor.type("A3", "changed");
    expect(local.value("A3")).toBe("changed");
  });

  it("calls functions", async () => {
    await local.coauthor.type("D1", "=SG17.ADD(2,3)");
    expect(local.value("D1")).toBe(5);
  });
});

it("lets a colleague only look, whose view follows", async () => {
  const writer = await openSmall({ closed: true });
  const reader = await writer.join({ closed: true, viewOnly: true });
  await writer.user.type("A1", "new");
  await expect(reader.user.type("A1", "x")).rejects.toThrow("viewing only");
  expect(reader.value("A1")).toBe("new");
  reader.close();
  writer.close();
});
