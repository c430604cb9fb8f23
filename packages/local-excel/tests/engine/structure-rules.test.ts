/** What Excel refuses, and what formulas give, where the structure of a sheet says so. */
import type { HeadlessExcel } from "../../headless";
import { errorOf, openSmall, run } from "../open";

let local: HeadlessExcel;

beforeEach(async () => {
  local = await openSmall();
});

afterEach(() => {
  local.close();
});

/** The error of something done to one range of Sheet1. */
const errorAt = (address: string, work: (range: Excel.Range) => unknown): Promise<string | undefined> =>
  errorOf(local, async (context) => {
    work(context.workbook.worksheets.getItem("Sheet1").getRange(address));
    await context.sync();
  });

async function table(address: string): Promise<void> {
  await run(local, async (context) => {
    context.workbook.tables.add(`Sheet1!${address}`, true);
    await context.sync();
  });
}

describe("cells that shift", () => {
  it("never pull a table apart", async () => {
    await table("B2:C4");
    expect(await errorAt("B3:C3", (range) => range.delete("Left"))).toBe("InvalidOperation");
    expect(await errorAt("B3", (range) => range.insert("Down"))).toBe("InvalidOperation");
    expect(await errorAt("A1:B1", (range) => range.insert("Down"))).toBe("InvalidOperation");
    expect(await errorAt("A2", (range) => range.insert("Right"))).toBe("InvalidOperation");
    expect(await errorAt("B3:C3", (range) => range.insert("Down"))).toBeUndefined();
    expect(await errorAt("D1:D9", (range) => range.insert("Right"))).toBeUndefined();
  });

  it("never leave the sheet with content", async () => {
    await local.user.type("Sheet1!A1048576", "last");
    expect(await errorAt("A1", (range) => range.insert("Down"))).toBe("NonBlankCellOffSheet");
    expect(await errorAt("1:1", (range) => range.insert("Down"))).toBe("NonBlankCellOffSheet");
    expect(await errorAt("B1", (range) => range.insert("Down"))).toBeUndefined();
    expect(local.value("Sheet1!A1048576")).toBe("last");
  });

  it("are not sorted where merged cells differ", async () => {
    await local.user.paste("Sheet1!A1", [[3], [2], [1]]);
    await errorAt("A1:B1", (range) => {
      range.merge();
    });
    expect(
      await errorAt("A1:B3", (range) => {
        range.sort.apply([{ key: 0 }]);
      }),
    ).toBe("InvalidOperation");
  });
});

describe("a spill", () => {
  it("is stopped by merged cells and by a table, blank ones too", async () => {
    await errorAt("A2:B2", (range) => {
      range.merge();
    });
    await table("D1:E3");
    await local.enter("Sheet1!A1", "=SEQUENCE(3)");
    await local.enter("Sheet1!D2", "=SEQUENCE(2)");
    expect(["Sheet1!A1", "Sheet1!D2"].map((cell) => local.value(cell))).toEqual([
      { error: "#SPILL!", message: "" },
      { error: "#SPILL!", message: "" },
    ]);
  });

  it("is named by its first cell and a number sign", async () => {
    await local.enter("Sheet1!A1", "=SEQUENCE(3)");
    await local.enter("Sheet1!C1", "=SUM(Sheet1!$A$1#)");
    expect([local.value("Sheet1!C1"), local.formula("Sheet1!C1")]).toEqual([6, "=SUM(Sheet1!$A$1#)"]);
    await local.enter("Sheet1!A1", "=SEQUENCE(4)");
    expect(local.value("Sheet1!C1")).toBe(10);
    await local.enter("Sheet1!A1", "5");
    expect(local.value("Sheet1!C1")).toEqual({ error: "#REF!", message: "" });
  });
});

describe("formulas that depend on themselves", () => {
  it("give 0, and others use it", async () => {
    await local.enter("Sheet1!A1", "=B1+1");
    await local.enter("Sheet1!B1", "=A1+1");
    await local.enter("Sheet1!C1", "=A1+5");
    expect(local.values("Sheet1!A1:C1")).toEqual([[0, 0, 5]]);
    await local.enter("Sheet1!B1", "1");
    expect(local.values("Sheet1!A1:C1")).toEqual([[2, 1, 7]]);
  });
});

it.each(["[Nocolor]0;;;;;", "0.0.0;;;;", '0 "open'])("the number format %s is refused", async (format) => {
  expect(
    await errorAt("A1", (range) => {
      range.numberFormat = [[format]];
    }),
  ).toBe("InvalidArgument");
});

it("the total row is no part of a table's column", async () => {
  await local.user.paste("Sheet1!A1", [["Key"], [1], [2]]);
  await run(local, async (context) => {
    const added = context.workbook.tables.add("Sheet1!A1:A3", true);
    added.name = "Keys";
    added.showTotals = true;
    added.getTotalRowRange().formulas = [["=SUBTOTAL(109,Keys[Key])"]];
    await context.sync();
  });
  await local.enter("Sheet1!C1", "=SUM(Keys[Key])");
  await local.enter("Sheet1!C2", "=SUM(Keys[#Totals])");
  expect([local.value("Sheet1!A4"), ...local.values("Sheet1!C1:C2").flat()]).toEqual([3, 3, 3]);
});

describe("large results", () => {
  it("and large ranges are answered", async () => {
    await local.user.type("Sheet1!C5", "x");
    await local.enter("Sheet1!A1", "=COUNTA(OFFSET(B1,0,0,1048576,16383))");
    expect(local.value("Sheet1!A1")).toBe(1);
  });

  it("spill as far as Excel's sheets reach", async () => {
    await local.enter("Sheet1!A1", "=SEQUENCE(1500)");
    await local.enter("Sheet1!C1", "=SEQUENCE(1,40)");
    expect([local.spill("Sheet1!A1"), local.spill("Sheet1!C1"), local.value("Sheet1!A1500")]).toEqual([
      "A1:A1500",
      "C1:AP1",
      1500,
    ]);
  });

  it.each([
    ["=SEQUENCE(1048577)", "#VALUE!"],
    ["=SEQUENCE(1048576,20)", "#NUM!"],
  ])("%s is answered: %s", async (formula, error) => {
    await local.user.type("Sheet1!A1", "x");
    await local.enter("Sheet1!A3", formula);
    expect(local.value("Sheet1!A3")).toEqual({ error, message: "" });
  });
});
