import type { HeadlessExcel } from "../headless";
import { chartData } from "../host/engine/charts";
import type { Corner } from "../xlsx/chart-corners";
import { openXlsx } from "../xlsx/open";
import { saveXlsx } from "../xlsx/save";
import { takeSnapshot } from "../xlsx/take-snapshot";
import { errorOf, openSmall, run } from "./open";

/** A corner to the pixel that a file keeps: a twentieth of a row is one. */
const cornerOf = (corner: Corner | undefined) =>
  corner && [Math.round((corner.column + corner.x) * 20) / 20, Math.round((corner.row + corner.y) * 20) / 20];

let local: HeadlessExcel;

beforeAll(async () => {
  local = await openSmall();
});

afterAll(() => {
  local.close();
});

const ROWS = [
  ["Question", "Under study", "Approved"],
  ["Q1", 3, 1],
  ["Q2", 5, 2],
  ["Q3", 0, 4],
];

let sheetNumber = 0;

async function sheetWithData(): Promise<string> {
  const name = `Chart sheet ${String((sheetNumber += 1))}`;
  await run(local, async (context) => {
    context.workbook.worksheets.add(name).getRange("A1:C4").values = ROWS;
    await context.sync();
  });
  return name;
}

const dataOf = (open: HeadlessExcel, name: string) => {
  const { cells, engine } = open.excel.host;
  const [chart] = open.excel.host.sheetState(engine.sheetByName(name)?.getSheetId() ?? "").charts;
  return chart ? chartData(engine, cells, chart).map((series) => [series.name, series.values, series.categories]) : [];
};

const BY_STATUS = [
  ["Under study", [3, 5, 0], ["Q1", "Q2", "Q3"]],
  ["Approved", [1, 2, 4], ["Q1", "Q2", "Q3"]],
];

describe("a chart", () => {
  it("takes series, names and categories from its range, by columns or by rows", async () => {
    const name = await sheetWithData();
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"));
      await context.sync();
    });
    expect(dataOf(local, name)).toEqual(BY_STATUS);
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.charts.getItemAt(0).setData(sheet.getRange("A1:C4"), "Rows");
      await context.sync();
    });
    expect(dataOf(local, name)[0]).toEqual(["Q1", [3, 1], ["Under study", "Approved"]]);
  });

  it("counts dates in its first column as categories", async () => {
    const name = await sheetWithData();
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.getRange("E1:F3").values = [
        ["Date", "Items"],
        ["2023-09-08", 4],
        ["2024-03-01", 6],
      ];
      sheet.charts.add("Line", sheet.getRange("E1:F3"), "Columns");
      await context.sync();
    });
    expect(dataOf(local, name).map(([series, values]) => [series, values])).toEqual([["Items", [4, 6]]]);
  });

  it("counts a row and a column of numbers as data", async () => {
    const name = await sheetWithData();
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.charts.add("Line", sheet.getRange("B2:C4"), "Columns");
      await context.sync();
    });
    expect(dataOf(local, name)).toEqual([
      ["Series1", [3, 5, 0], []],
      ["Series2", [1, 2, 4], []],
    ]);
  });

  it("keeps what is set on its parts, and answers it", async () => {
    const name = await sheetWithData();
    const seen = await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const added = sheet.charts.add("BarStacked", sheet.getRange("A1:C4"), "Columns");
      added.name = "By status";
      added.title.text = "Items by Question";
      added.title.format.font.size = 14;
      added.legend.position = "Bottom";
      added.axes.valueAxis.minimum = 0;
      added.axes.valueAxis.maximum = 10;
      added.axes.valueAxis.title.text = "Items";
      added.axes.categoryAxis.reversePlotOrder = true;
      added.axes.valueAxis.majorGridlines.visible = false;
      const first = added.series.getItemAt(0);
      first.format.fill.setSolidColor("#0F6CBD");
      first.hasDataLabels = true;
      first.points.getItemAt(1).format.fill.setSolidColor("red");
      await context.sync();

      const chart = sheet.charts.getItem("By status");
      chart.load("name,chartType,title/text,legend/position");
      chart.title.format.font.load("size");
      const axis = chart.axes.getItem("Value").load("minimum,maximum,title/text");
      const category = chart.axes.categoryAxis.load("reversePlotOrder,minimum");
      const series = chart.series.load("items/name,items/hasDataLabels,items/chartType");
      await context.sync();
      return [
        [chart.name, chart.chartType, chart.title.text, chart.title.format.font.size, chart.legend.position],
        [axis.minimum, axis.maximum, axis.title.text, category.reversePlotOrder, category.minimum],
        series.items.map((item) => [item.name, item.hasDataLabels, item.chartType]),
      ];
    });
    expect(seen).toEqual([
      ["By status", "BarStacked", "Items by Question", 14, "Bottom"],
      [0, 10, "Items", true, ""],
      [
        ["Under study", true, "BarStacked"],
        ["Approved", false, "BarStacked"],
      ],
    ]);
    const [chart] = takeSnapshot(local.excel.host).sheets.find((sheet) => sheet.name === name)?.charts ?? [];
    expect(chart?.settings["series/0/format/fill"]).toEqual({ color: "#0F6CBD" });
    expect(chart?.settings["series/0/points/1/format/fill"]).toEqual({ color: "#FF0000" });
  });

  it("has series added and deleted one by one", async () => {
    const name = await sheetWithData();
    const names = await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const chart = sheet.charts.add("Pie", sheet.getRange("A1:B4"), "Columns");
      const added = chart.series.add("Done");
      added.setValues(sheet.getRange("C2:C4"));
      added.setXAxisValues(sheet.getRange("A2:A4"));
      chart.series.getItemAt(0).delete();
      chart.series.load("items/name");
      await context.sync();
      return chart.series.items.map((item) => item.name);
    });
    expect(names).toEqual(["Done"]);
    expect(dataOf(local, name)).toEqual([["Done", [1, 2, 4], ["Q1", "Q2", "Q3"]]]);
  });

  it("follows its cells, and comes back when its deletion is undone", async () => {
    const name = await sheetWithData();
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Columns");
      await context.sync();
    });
    await local.user.insertRows(`'${name}'!1:2`);
    await local.user.deleteRows(`'${name}'!6:6`);
    expect(dataOf(local, name)[0]).toEqual(["Under study", [3, 5], ["Q1", "Q2"]]);
    await local.user.undo();
    expect(dataOf(local, name)).toEqual(BY_STATUS);
    await run(local, async (context) => {
      context.workbook.worksheets.getItem(name).charts.getItemAt(0).delete();
      await context.sync();
    });
    expect(dataOf(local, name)).toEqual([]);
    await local.user.undo();
    expect(dataOf(local, name)).toEqual(BY_STATUS);
  });

  it.each<[string, (sheet: Excel.Worksheet) => void, string]>([
    ["an unknown type", (sheet) => sheet.charts.add("Columns" as "Pie", sheet.getRange("A1:C4")), "InvalidArgument"],
    ["an unknown name", (sheet) => sheet.charts.getItem("nothing").delete(), "ItemNotFound"],
    ["a series that is not there", (sheet) => sheet.charts.getItemAt(0).series.getItemAt(9).delete(), "ItemNotFound"],
    [
      "a wrong legend position",
      (sheet) => (sheet.charts.getItemAt(0).legend.position = "Middle" as "Top"),
      "InvalidArgument",
    ],
  ])("refuses %s", async (_what, work, code) => {
    const name = await sheetWithData();
    const seen = await errorOf(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.charts.add("Pie", sheet.getRange("A1:B4"));
      work(sheet);
      await context.sync();
    });
    expect(seen).toBe(code);
  });
});

describe("a chart in an .xlsx file", () => {
  it.each(["ColumnClustered", "ColumnStacked", "BarStacked100", "Line", "Pie", "Doughnut", "Area"] as const)(
    "is the same when opened again: %s",
    async (type) => {
      const open = await openSmall();
      await run(open, async (context) => {
        const sheet = context.workbook.worksheets.add("It's data");
        sheet.getRange("A1:C4").values = ROWS;
        const chart = sheet.charts.add(type, sheet.getRange("A1:C4"), "Columns");
        chart.name = "By status";
        chart.title.text = 'Items "by" Question & status';
        chart.legend.position = "Bottom";
        chart.setPosition("E3", "K20");
        if (type === "Line") chart.series.getItemAt(0).format.line.color = "#0F6CBD";
        else chart.series.getItemAt(0).format.fill.setSolidColor("#0F6CBD");
        if (type === "ColumnClustered") {
          chart.axes.valueAxis.minimum = 0;
          chart.axes.valueAxis.maximum = 10;
          chart.axes.valueAxis.title.text = "Items";
        }
        if (type === "Pie") chart.series.getItemAt(0).points.getItemAt(1).format.fill.setSolidColor("#FF0000");
        await context.sync();
      });
      const before = takeSnapshot(open.excel.host).sheets.find((sheet) => sheet.name === "It's data")?.charts[0];
      const bytes = await saveXlsx(takeSnapshot(open.excel.host));
      open.close();

      const again = await openSmall({ workbook: await openXlsx(bytes) });
      expect(dataOf(again, "It's data")).toEqual(BY_STATUS);
      const after = takeSnapshot(again.excel.host).sheets.find((sheet) => sheet.name === "It's data")?.charts[0];
      again.close();
      expect(after).toMatchObject({
        name: "By status",
        type,
        from: before?.from,
        series: before?.series,
        settings: {
          title: { text: 'Items "by" Question & status' },
          legend: { position: "Bottom" },
          [type === "Line" ? "series/0/format/line" : "series/0/format/fill"]: { color: "#0F6CBD" },
          ...(type === "ColumnClustered"
            ? { "axes/value": { minimum: 0, maximum: 10 }, "axes/value/title": { text: "Items" } }
            : {}),
          ...(type === "Pie" ? { "series/0/points/1/format/fill": { color: "#FF0000" } } : {}),
        },
      });
      expect(before?.from).toEqual({ column: 4, row: 2, x: 0, y: 0 });
      expect(cornerOf(after?.to)).toEqual(cornerOf(before?.to));
    },
  );
});
