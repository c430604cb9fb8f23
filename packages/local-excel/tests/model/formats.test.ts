import type { HeadlessExcel } from "../../headless";
import { errorOf, openSmall, run } from "../open";

let local: HeadlessExcel;

beforeEach(async () => {
  local = await openSmall();
});

afterEach(() => {
  local.close();
});

/** Reads properties of a range, given with dots: "format/font/bold". */
const read = (address: string, ...paths: string[]): Promise<unknown[]> =>
  run(local, async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
    range.load(paths.join(","));
    await context.sync();
    return paths.map((path) =>
      path.split("/").reduce<unknown>((object, name) => (object as Record<string, unknown>)[name], range),
    );
  });

describe("a cell style", () => {
  it("replaces the formats that it includes and leaves the others", async () => {
    await run(local, async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1");
      range.format.font.italic = true;
      range.format.wrapText = true;
      range.numberFormat = [["0.00"]];
      range.style = "Good";
      await context.sync();
    });
    expect(
      await read("A1:B1", "style", "format/fill/color", "format/font/color", "format/font/italic", "format/wrapText"),
    ).toEqual(["Good", "#C6EFCE", "#006100", false, true]);
    expect(await read("A1", "numberFormat")).toEqual([[["0.00"]]]);
    await local.user.undo();
    expect(await read("A1:B1", "style", "format/fill/color")).toEqual(["Normal", "#FFFFFF"]);
  });

  it("of the user's changes its cells, but not what they have of their own, and leaves Normal ones when deleted", async () => {
    await run(local, async (context) => {
      const { styles } = context.workbook;
      styles.add("Mine");
      styles.getItem("Mine").font.bold = true;
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:A2").style = "Mine";
      sheet.getRange("A2").format.font.color = "red";
      styles.getItem("mine").font.color = "blue";
      await context.sync();
    });
    expect(await read("A1", "format/font/color", "format/font/bold")).toEqual(["#0000FF", true]);
    expect(await read("A2", "format/font/color")).toEqual(["#FF0000"]);
    await run(local, async (context) => {
      context.workbook.styles.getItem("Mine").delete();
      await context.sync();
    });
    expect(await read("A1:A2", "style", "format/font/bold")).toEqual(["Normal", false]);
    expect(await read("A2", "format/font/color")).toEqual(["#FF0000"]);
  });

  it("must exist, and Normal stays", async () => {
    const sheet = (context: Excel.RequestContext): Excel.Range =>
      context.workbook.worksheets.getItem("Sheet1").getRange("A1");
    expect(await errorOf(local, (c) => ((sheet(c).style = "Nothing"), c.sync()))).toBe("ItemNotFound");
    expect(await errorOf(local, (c) => (c.workbook.styles.getItem("Normal").delete(), c.sync()))).toBe(
      "InvalidArgument",
    );
    expect(await errorOf(local, (c) => (c.workbook.styles.add("heading 1"), c.sync()))).toBe("ItemAlreadyExists");
  });
});

describe("formats", () => {
  it("keep the names that Univer has no value of its own for", async () => {
    await run(local, async (context) => {
      const { format } = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      format.horizontalAlignment = "Fill";
      format.verticalAlignment = "Justify";
      format.indentLevel = 2;
      format.font.underline = "Double";
      format.fill.pattern = "Gray25";
      await context.sync();
    });
    expect(
      await read(
        "A1",
        "format/horizontalAlignment",
        "format/verticalAlignment",
        "format/indentLevel",
        "format/font/underline",
        "format/fill/pattern",
      ),
    ).toEqual(["Fill", "Justify", 2, "Double", "Gray25"]);
  });

  it("reach several areas, and single cells by their properties", async () => {
    const properties = await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const areas = sheet.getRanges("A1:B2,D4");
      areas.format.font.bold = true;
      areas.format.font.load("bold");
      const range = sheet.getRange("D4:E4");
      range.setCellProperties([
        [{ format: { fill: { color: "#FF0000" }, borders: { top: { style: "Double" } } } }, {}],
      ]);
      const found = range.getCellProperties({
        address: true,
        style: true,
        format: { font: { bold: true }, fill: { color: true } },
      });
      await context.sync();
      return [areas.format.font.bold, found.value];
    });
    expect(properties).toEqual([
      true,
      [
        [
          { address: "Sheet1!D4", style: "Normal", format: { font: { bold: true }, fill: { color: "#FF0000" } } },
          { address: "Sheet1!E4", style: "Normal", format: { font: { bold: false }, fill: { color: "#FFFFFF" } } },
        ],
      ],
    ]);
  });
});

describe("a conditional format", () => {
  it("of icons has a criterion for each icon", async () => {
    const inSheet = (context: Excel.RequestContext): Excel.Range =>
      context.workbook.worksheets.getItem("Sheet1").getRange("A1:A9");
    const icons = await run(local, async (context) => {
      const { iconSet } = inSheet(context).conditionalFormats.add("IconSet");
      iconSet.style = "FourArrows";
      iconSet.load("criteria,style");
      await context.sync();
      return [iconSet.style, iconSet.criteria.map(({ formula }) => formula)];
    });
    expect(icons).toEqual(["FourArrows", ["", "=25", "=50", "=75"]]);
    const wrong = errorOf(local, (context) => {
      const { iconSet } = inSheet(context).conditionalFormats.add("IconSet");
      iconSet.criteria = [{} as never];
      return context.sync();
    });
    expect(await wrong).toBe("InvalidArgument");
  });

  it("of a colour scale, bars and ranks keeps its rule and refuses one that is incomplete", async () => {
    const range = (context: Excel.RequestContext): Excel.Range =>
      context.workbook.worksheets.getItem("Sheet1").getRange("A1:A9");
    const kept = await run(local, async (context) => {
      const { conditionalFormats } = range(context);
      const { colorScale } = conditionalFormats.add("ColorScale");
      colorScale.criteria = {
        minimum: { type: "LowestValue", color: "blue" },
        maximum: { type: "Number", formula: "9", color: "red" },
      };
      const { topBottom } = conditionalFormats.add("TopBottom");
      topBottom.rule = { rank: 3, type: "BottomItems" };
      const { dataBar } = conditionalFormats.add("DataBar");
      dataBar.positiveFormat.fillColor = "green";
      colorScale.load("criteria,threeColorScale");
      topBottom.load("rule");
      dataBar.positiveFormat.load("fillColor");
      await context.sync();
      return [
        colorScale.criteria.maximum,
        colorScale.threeColorScale,
        topBottom.rule,
        dataBar.positiveFormat.fillColor,
      ];
    });
    expect(kept).toEqual([
      { type: "Number", formula: "9", color: "#FF0000" },
      false,
      { rank: 3, type: "BottomItems" },
      "#008000",
    ]);
    const rule = (type: "ColorScale", criteria: unknown): Promise<string | undefined> =>
      errorOf(local, (context) => {
        range(context).conditionalFormats.add(type).colorScale.criteria = criteria as never;
        return context.sync();
      });
    expect(await rule("ColorScale", { minimum: { type: "Number", color: "blue" } })).toBe("InvalidArgument");
  });
});
