import type { HeadlessExcel } from "../../headless";
import { errorOf, openSmall, run } from "../open";

let local: HeadlessExcel;

beforeEach(async () => {
  local = await openSmall();
});

afterEach(() => {
  local.close();
});

const sheetOf = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem("Sheet1");

const write = (address: string, values: unknown[][]): Promise<void> =>
  run(local, async (context) => {
    sheetOf(context).getRange(address).values = values as never;
    await context.sync();
  });

/** The addresses of what the calls answer. */
const addresses = (...calls: ((sheet: Excel.Worksheet) => Excel.Range | Excel.RangeAreas)[]): Promise<string[]> =>
  run(local, async (context) => {
    const found = calls.map((call) => call(sheetOf(context)).load("address"));
    await context.sync();
    return found.map(({ address }) => address.replaceAll("Sheet1!", ""));
  });

describe("a range", () => {
  beforeEach(async () => {
    await write("A1:C4", [
      ["Name", "Size", "Name"],
      ["pear", 5, "Pears"],
      ["PEAR", 7, true],
      ["", 8, "=B2+B3"],
    ]);
  });

  it("finds texts by what cells show, from its first cell on", async () => {
    expect(
      await addresses(
        (sheet) => sheet.getRange("A1:C4").find("name", {}),
        (sheet) => sheet.getRange("A1:C4").find("pear", { completeMatch: true, searchDirection: "Backwards" }),
        (sheet) => sheet.getRange("A1:C4").find("PEAR", { matchCase: true }),
        (sheet) => sheet.getRange("A1:C4").find("p*s", { completeMatch: true }),
        (sheet) => sheet.findAll("pear", {}),
      ),
    ).toEqual(["C1", "A3", "A3", "C2", "A2,C2,A3"]);
    expect(await errorOf(local, (c) => (sheetOf(c).getRange("A1:B2").find("plum", {}), c.sync()))).toBe("ItemNotFound");
  });

  it("has special cells of each kind", async () => {
    expect(
      await addresses(
        (sheet) => sheet.getRange("A1:C4").getSpecialCells("Constants", "Numbers"),
        (sheet) => sheet.getRange("A1:C4").getSpecialCells("Constants", "LogicalText"),
        (sheet) => sheet.getRange("A1:C4").getSpecialCells("Blanks"),
        (sheet) => sheet.getRange("A1:C4").getSpecialCells("Formulas", "Numbers"),
      ),
    ).toEqual(["B2:B4", "A1:A3,B1,C1:C3", "A4", "C4"]);
    await run(local, async (context) => {
      sheetOf(context).getRange("2:2").rowHidden = true;
      await context.sync();
    });
    expect(await addresses((sheet) => sheet.getRange("A1:C4").getSpecialCells("Visible"))).toEqual(["A1:C1,A3:C4"]);
  });

  it("has edges where Ctrl and an arrow lead", async () => {
    expect(
      await addresses(
        (sheet) => sheet.getRange("A1").getRangeEdge("Down"),
        (sheet) => sheet.getRange("A3").getRangeEdge("Down"),
        (sheet) => sheet.getRange("A4").getRangeEdge("Right"),
        (sheet) => sheet.getRange("B2:C2").getExtendedRange("Down", "B2"),
      ),
    ).toEqual(["A3", "A1048576", "B4", "B2:C4"]);
  });

  it("tells the cells that its formulas name and those that name it", async () => {
    await run(local, async (context) => {
      context.workbook.worksheets.add("Other").getRange("A1").formulas = [["=Sheet1!C4*2"]];
      await context.sync();
    });
    const found = await run(local, async (context) => {
      const range = (address: string): Excel.Range => sheetOf(context).getRange(address);
      const answers = [
        range("C4").getDirectPrecedents(),
        range("B2").getDirectDependents(),
        range("B2").getDependents(),
      ].map((areas) => areas.load("addresses"));
      await context.sync();
      return answers.map(({ addresses }) => addresses);
    });
    expect(found).toEqual([["Sheet1!B2,Sheet1!B3"], ["Sheet1!C4"], ["Sheet1!C4", "Other!A1"]]);
    expect(await errorOf(local, (c) => (sheetOf(c).getRange("A1").getPrecedents(), c.sync()))).toBe("ItemNotFound");
  });

  it("loses rows that repeat others, without regard to case", async () => {
    const outcome = await run(local, async (context) => {
      const removed = sheetOf(context).getRange("A1:B4").removeDuplicates([0], true).load("removed,uniqueRemaining");
      await context.sync();
      return [removed.removed, removed.uniqueRemaining];
    });
    expect(outcome).toEqual([1, 2]);
    expect(local.values("Sheet1!A1:C4")).toEqual([
      ["Name", "Size", "Name"],
      ["pear", 5, "Pears"],
      ["", 8, true],
      ["", "", 13],
    ]);
  });

  it("moves with its formulas unchanged", async () => {
    await run(local, async (context) => {
      sheetOf(context).getRange("B3:C4").moveTo("E1");
      await context.sync();
    });
    expect(local.formula("Sheet1!F2")).toBe("=B2+B3");
    expect(local.values("Sheet1!B3:C4").flat()).toEqual(["", "", "", ""]);
  });

  it("is filled into a longer range: formulas shift, numbers go on", async () => {
    await run(local, async (context) => {
      const sheet = sheetOf(context);
      sheet.getRange("C4").autoFill("C4:E4");
      sheet.getRange("B2:B3").autoFill("B2:B6", "FillSeries");
      sheet.getRange("A2:A3").autoFill("A1:A3", "FillCopy");
      await context.sync();
    });
    expect(local.formula("Sheet1!E4")).toBe("=D2+D3");
    expect(local.values("Sheet1!B4:B6").flat()).toEqual([9, 11, 13]);
    expect(local.value("Sheet1!A1")).toBe("PEAR");
    const sideways = errorOf(local, (c) => (sheetOf(c).getRange("A2").autoFill("A1:A3"), c.sync()));
    expect(await sideways).toBe("InvalidArgument");
  });

  it("is written and read in R1C1 notation", async () => {
    const formulas = await run(local, async (context) => {
      const range = sheetOf(context).getRange("D2:D3");
      range.formulasR1C1 = [["=RC[-2]*2"], ["=R2C2"]];
      range.load("formulas,formulasR1C1");
      await context.sync();
      return [range.formulas, range.formulasR1C1];
    });
    expect(formulas).toEqual([
      [["=B2*2"], ["=$B$2"]],
      [["=RC[-2]*2"], ["=R2C2"]],
    ]);
  });
});

describe("the outline", () => {
  it("hides groups below a level, moves with its rows, and loses the innermost groups first", async () => {
    const hidden = async (): Promise<(boolean | null)[]> =>
      run(local, async (context) => {
        const rows = [2, 4, 6, 8].map((row) =>
          sheetOf(context)
            .getRange(`${String(row)}:${String(row)}`)
            .load("rowHidden"),
        );
        await context.sync();
        return rows.map(({ rowHidden }) => rowHidden);
      });
    await run(local, async (context) => {
      const sheet = sheetOf(context);
      sheet.getRange("2:7").group("ByRows");
      sheet.getRange("4:5").group("ByRows");
      sheet.showOutlineLevels(2, 0);
      await context.sync();
    });
    expect(await hidden()).toEqual([false, true, false, false]);
    await run(local, async (context) => {
      const sheet = sheetOf(context);
      sheet.showOutlineLevels(3, 0);
      sheet.getRange("1:1").insert("Down");
      sheet.getRange("5:6").ungroup("ByRows");
      sheet.showOutlineLevels(1, 0);
      await context.sync();
    });
    expect(await hidden()).toEqual([false, true, true, true]);
    expect(await errorOf(local, (c) => (sheetOf(c).getRange("20:21").ungroup("ByRows"), c.sync()))).toBe(
      "InvalidArgument",
    );
  });

  it("has page breaks in the order of the sheet", async () => {
    const rows = await run(local, async (context) => {
      const breaks = sheetOf(context).horizontalPageBreaks;
      breaks.add("A9");
      breaks.add("A4");
      breaks.load("items/rowIndex");
      await context.sync();
      return breaks.items.map(({ rowIndex }) => rowIndex);
    });
    expect(rows).toEqual([3, 8]);
  });
});

describe("Excel's functions in the API", () => {
  it("take values, ranges and results, and answer a value or an error", async () => {
    await write("A1:B2", [
      ["a", 5],
      ["b", 7],
    ]);
    const answers = await run(local, async (context) => {
      const { functions } = context.workbook;
      const range = sheetOf(context).getRange("A1:B2");
      const calls = [
        functions.vlookup("b", range, 2, false),
        functions.sum(functions.vlookup("a", range, 2, false), 1, range),
        functions.vlookup("c", range, 2, false),
      ].map((result) => result.load("value,error"));
      await context.sync();
      return calls.map(({ value, error }) => [value, error]);
    });
    expect(answers).toEqual([
      [7, null],
      [18, null],
      [null, "#N/A"],
    ]);
  });
});
