import type { HeadlessExcel } from "../headless";
import { errorOf, openSmall, run } from "./open";

let local: HeadlessExcel;

beforeAll(async () => {
  local = await openSmall();
});

afterAll(() => {
  local.close();
});

/** A sheet of its own for each test. */
let sheetNumber = 0;
async function fresh(): Promise<string> {
  const name = `Test ${String((sheetNumber += 1))}`;
  await run(local, async (context) => {
    context.workbook.worksheets.add(name);
    await context.sync();
  });
  return name;
}

describe("values", () => {
  it("become formulas, numbers, dates, truth values and text as in Excel", async () => {
    const name = await fresh();
    const seen = await run(local, async (context) => {
      const range = context.workbook.worksheets.getItem(name).getRange("A1:J1");
      range.values = [["=1+2", "+41", "-x", "3-1", "1E5", "'=1+1", "5%", "TRUE", "X.1817", ""]];
      range.load("values,formulas,valueTypes,text");
      await context.sync();
      return { values: range.values[0], formulas: range.formulas[0], types: range.valueTypes[0] };
    });
    const [sum, plus, minus, date, exponent, apostrophe, percent, flag, item, empty] = seen.values ?? [];
    expect([sum, plus, exponent, apostrophe, percent, flag, item, empty]).toEqual([
      3,
      41,
      100000,
      "=1+1",
      0.05,
      true,
      "X.1817",
      "",
    ]);
    expect(minus).toBe("#NAME?");
    expect(typeof date).toBe("number");
    expect(seen.formulas?.[0]).toBe("=1+2");
    expect(seen.formulas?.[2]).toBe("=-x");
    expect(seen.types).toEqual([
      "Double",
      "Double",
      "Error",
      "Double",
      "Double",
      "String",
      "Double",
      "Boolean",
      "String",
      "Empty",
    ]);
  });

  it("stay text in cells of the text format", async () => {
    const name = await fresh();
    const written = ["=1+1", "+41 22 730", "-", "@x", "3-1", "1E5", "'quoted", "TRUE", " padded "];
    const seen = await run(local, async (context) => {
      const range = context.workbook.worksheets.getItem(name).getRange("A1:I1");
      range.numberFormat = [written.map(() => "@")];
      range.values = [written];
      range.load("values,numberFormat");
      await context.sync();
      return range.values[0];
    });
    expect(seen).toEqual(written);
  });

  it("null leaves a cell alone, an empty text empties it, one value fills the range", async () => {
    const name = await fresh();
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.getRange("A1:C1").values = [[1, 2, 3]];
      sheet.getRange("A1:C1").values = [[null, "", 9]];
      sheet.getRange("A2:B3").values = "same" as unknown as string[][];
      await context.sync();
    });
    expect(local.values(`${name}!A1:C3`)).toEqual([
      [1, "", 9],
      ["same", "same", ""],
      ["same", "same", ""],
    ]);
  });

  it("formulas calculate before a load of the same batch, and follow a fill", async () => {
    const name = await fresh();
    const seen = await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      sheet.getRange("B1:B3").formulas = "=A1*$A$3" as unknown as string[][];
      const range = sheet.getRange("B1:B3").load("values,formulas");
      await context.sync();
      return [range.values, range.formulas];
    });
    expect(seen).toEqual([
      [[3], [6], [9]],
      [["=A1*$A$3"], ["=A2*$A$3"], ["=A3*$A$3"]],
    ]);
  });

  it("dates are numbers with a format", async () => {
    const name = await fresh();
    const seen = await run(local, async (context) => {
      const range = context.workbook.worksheets.getItem(name).getRange("A1");
      range.numberFormat = [["yyyy-mm-dd"]];
      range.values = [[45000]];
      range.load("values,text");
      await context.sync();
      return [range.values[0]?.[0], range.text[0]?.[0]];
    });
    expect(seen).toEqual([45000, "2023-03-15"]);
  });
});

describe("places", () => {
  it("are found by every way the API has", async () => {
    const name = await fresh();
    const addresses = await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.getRange("B2:C4").values = [
        [1, 2],
        [3, 4],
        [5, 6],
      ];
      const range = sheet.getRange("B2:C4");
      const found = [
        sheet.getUsedRange(),
        sheet.getRangeByIndexes(1, 1, 2, 2),
        sheet.getCell(4, 4),
        range.getCell(1, 1),
        range.getOffsetRange(1, -1),
        range.getResizedRange(2, 1),
        range.getRowsBelow(2),
        range.getRowsAbove(1),
        range.getColumnsAfter(1),
        range.getEntireRow(),
        range.getEntireColumn(),
        range.getLastCell(),
        range.getRow(1),
        range.getIntersectionOrNullObject("C3:D9"),
        range.getBoundingRect("F9"),
        range.getUsedRangeOrNullObject(true),
      ];
      const none = range.getIntersectionOrNullObject("H1").load("address");
      for (const one of found) one.load("address");
      await context.sync();
      return [...found.map((one) => one.address.replace(/^.*!/, "")), none.isNullObject];
    });
    expect(addresses).toEqual([
      "B2:C4",
      "B2:C3",
      "E5",
      "C3",
      "A3:B5",
      "B2:D6",
      "B5:C6",
      "B1:C1",
      "D2:D4",
      "2:4",
      "B:C",
      "C4",
      "B3:C3",
      "C3:C4",
      "B2:F9",
      "B2:C4",
      true,
    ]);
  });

  it("kept by reference follow their cells when rows come and go", async () => {
    const name = await fresh();
    const seen = await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const range = sheet.getRange("A5");
      range.values = [["here"]];
      await context.sync();
      sheet.getRange("2:3").insert("Down");
      range.load("address,values");
      await context.sync();
      return [range.address.replace(/^.*!/, ""), range.values];
    });
    expect(seen).toEqual(["A7", [["here"]]]);
  });

  it("outside the sheet are refused", async () => {
    const name = await fresh();
    const code = await errorOf(local, async (context) => {
      context.workbook.worksheets.getItem(name).getRange("A1").getOffsetRange(-1, 0).load("address");
      await context.sync();
    });
    expect(code).toBe("InvalidArgument");
  });
});

describe("cells", () => {
  it("insert and delete move formulas and neighbours", async () => {
    const name = await fresh();
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.getRange("A1:B3").values = [
        [1, "a"],
        [2, "b"],
        [3, "c"],
      ];
      sheet.getRange("D1").values = [["=SUM(A1:A3)"]];
      await context.sync();
      sheet.getRange("2:2").insert("Down");
      sheet.getRange("A2").values = [[10]];
      await context.sync();
    });
    await local.settled();
    expect(local.formula(`${name}!D1`)).toBe("=SUM(A1:A4)");
    expect(local.value(`${name}!D1`)).toBe(16);
    await run(local, async (context) => {
      context.workbook.worksheets.getItem(name).getRange("B1").delete("Up");
      await context.sync();
    });
    expect(local.values(`${name}!A1:B4`)).toEqual([
      [1, ""],
      [10, "b"],
      [2, "c"],
      [3, ""],
    ]);
  });

  it("clear takes contents, formats or both", async () => {
    const name = await fresh();
    const seen = await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const range = sheet.getRange("A1");
      range.values = [["x"]];
      range.format.fill.color = "#FFFF00";
      await context.sync();
      range.clear("Contents");
      range.load("values,format/fill/color");
      await context.sync();
      const first = [range.values[0]?.[0], range.format.fill.color];
      range.clear();
      range.load("values,format/fill/color");
      await context.sync();
      return [...first, range.format.fill.color];
    });
    expect(seen).toEqual(["", "#FFFF00", "#FFFFFF"]);
  });

  it("formats are read back, null where they differ", async () => {
    const name = await fresh();
    const seen = await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const range = sheet.getRange("A1:B2");
      range.format.font.bold = true;
      range.format.font.color = "white";
      range.format.wrapText = true;
      range.format.verticalAlignment = "Top";
      range.format.horizontalAlignment = "Center";
      range.format.columnWidth = 96;
      range.format.rowHeight = 30;
      range.format.borders.getItem("EdgeBottom").style = "Continuous";
      sheet.getRange("A1").format.font.bold = false;
      await context.sync();
      range.load(
        "format/font/bold,format/font/color,format/wrapText,format/verticalAlignment,format/horizontalAlignment,format/columnWidth,format/rowHeight",
      );
      const border = range.format.borders.getItem("EdgeBottom").load("style,color");
      await context.sync();
      const { format } = range;
      return [
        format.font.bold,
        format.font.color,
        format.wrapText,
        format.verticalAlignment,
        format.horizontalAlignment,
        format.columnWidth,
        format.rowHeight,
        border.style,
      ];
    });
    expect(seen).toEqual([null, "#FFFFFF", true, "Top", "Center", 96, 30, "Continuous"]);
  });

  it("carry data validation and conditional formats", async () => {
    const name = await fresh();
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.getRange("E1:E2").values = [["Approved"], ["Agreed"]];
      const cells = sheet.getRange("A:A");
      cells.dataValidation.rule = { list: { inCellDropDown: true, source: `='${name}'!$E$1:$E$2` } };
      cells.dataValidation.errorAlert = { title: "Status", message: "Pick one", showAlert: true, style: "Stop" };
      const format = sheet.getRange("A1:A10").conditionalFormats.add("Custom");
      format.custom.rule.formula = '=$A1="Approved"';
      format.custom.format.fill.color = "#C6EFCE";
      await context.sync();
      cells.dataValidation.load("type,rule");
      const count = sheet.getRange("A1").conditionalFormats.getCount();
      await context.sync();
      expect([cells.dataValidation.type, count.value]).toEqual(["List", 1]);
    });
    expect(local.user.choices(`'${name}'!A5`)).toEqual(["Approved", "Agreed"]);
    await local.user.choose(`'${name}'!A5`, "Agreed");
    await expect(local.user.choose(`'${name}'!A5`, "Consented")).rejects.toThrow("does not offer");
    await local.user.paste(`'${name}'!A6`, [["pasted past it"]]);
    expect(local.values(`${name}!A5:A6`)).toEqual([["Agreed"], ["pasted past it"]]);
  });

  it("a protected sheet takes no writes", async () => {
    const name = await fresh();
    const code = await errorOf(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.protection.protect();
      await context.sync();
      sheet.getRange("A1").values = [[1]];
      await context.sync();
    });
    expect(code).toBe("AccessDenied");
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.protection.unprotect();
      sheet.getRange("A1").values = [[1]];
      await context.sync();
    });
    expect(local.value(`${name}!A1`)).toBe(1);
  });
});

describe("undo", () => {
  it("takes back what one request wrote, in one step", async () => {
    const name = await fresh();
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.getRange("A1:A2").values = [["one"], ["two"]];
      sheet.getRange("B1").values = [["three"]];
      await context.sync();
    });
    await local.user.undo();
    expect(local.values(`${name}!A1:B2`)).toEqual([
      ["", ""],
      ["", ""],
    ]);
    await local.user.redo();
    expect(local.values(`${name}!A1:B2`)).toEqual([
      ["one", "three"],
      ["two", ""],
    ]);
  });
});

describe("scale", () => {
  it("writes and reads 20,000 rows in blocks", async () => {
    const name = await fresh();
    const rows = Array.from({ length: 5000 }, (_row, row) =>
      Array.from({ length: 6 }, (_cell, column) => `t${String(row)}.${String(column)}`),
    );
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      for (let block = 0; block < 4; block++) {
        sheet.getRangeByIndexes(block * 5000, 0, 5000, 6).values = rows;
        await context.sync();
      }
      const used = sheet.getUsedRange().load("rowCount,columnCount");
      await context.sync();
      expect([used.rowCount, used.columnCount]).toEqual([20_000, 6]);
    });
    expect(local.value(`${name}!F20000`)).toBe("t4999.5");
  });
});

describe("more of a sheet", () => {
  it("copies, sorts, merges and shows what is visible", async () => {
    const name = await fresh();
    const seen = await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.getRange("A1:B3").values = [
        ["b", 2],
        ["a", 1],
        ["c", "=B1+B2"],
      ];
      sheet.getRange("D1").copyFrom("A1:B3");
      await context.sync();
      sheet
        .getRange("A1:A2")
        .getResizedRange(0, 1)
        .sort.apply([{ key: 0, ascending: true }]);
      sheet.getRange("2:2").rowHidden = true;
      const view = sheet.getRange("A1:A3").getVisibleView().load("values");
      const copied = sheet.getRange("D1:E3").load("values,formulas");
      const sorted = sheet.getRange("A1:B2").load("values");
      await context.sync();
      return [view.values, copied.values, copied.formulas[2]?.[1], sorted.values];
    });
    expect(seen).toEqual([
      [["a"], ["c"]],
      [
        ["b", 2],
        ["a", 1],
        ["c", 3],
      ],
      "=E1+E2",
      [
        ["a", 1],
        ["b", 2],
      ],
    ]);
  });

  it("keeps charts and comments", async () => {
    const name = await fresh();
    const seen = await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.getRange("A1:B2").values = [
        ["x", 1],
        ["y", 2],
      ];
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B2"), "Auto");
      chart.name = "Progress";
      chart.title.text = "Items";
      chart.setPosition("D2", "H10");
      context.workbook.comments.add(sheet.getRange("A1"), "A note");
      await context.sync();
      sheet.charts.load("items/name,items/left");
      const comment = context.workbook.comments.getItemByCell(sheet.getRange("A1")).load("content");
      await context.sync();
      return [sheet.charts.items.map((one) => one.name), (sheet.charts.items[0]?.left ?? 0) > 0, comment.content];
    });
    expect(seen).toEqual([["Progress"], true, "A note"]);
  });
});
