import type { HeadlessExcel } from "../headless";
import { errorOf, openSmall, run } from "./open";

let local: HeadlessExcel;

beforeEach(async () => {
  local = await openSmall();
  await run(local, async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B4").values = [
      ["Name", "Size"],
      ["a", 5],
      ["b", 50],
      ["c", 7],
    ];
    sheet.tables.add("A1:B4", true).name = "Things";
    sheet.getRange("F1:F3").values = [["x"], [2], [1]];
    await context.sync();
  });
});

afterEach(() => {
  local.close();
});

const attempt = async (work: (sheet: Excel.Worksheet, table: Excel.Table) => void): Promise<string> =>
  (await errorOf(local, async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    work(sheet, sheet.tables.getItem("Things"));
    await context.sync();
  })) ?? "done";

describe("a protected sheet", () => {
  const protect = async (options?: Excel.WorksheetProtectionOptions): Promise<unknown> =>
    attempt((sheet) => {
      sheet.protection.protect(options);
    });

  const changes: [string, (sheet: Excel.Worksheet, table: Excel.Table) => void][] = [
    ["a fill", (sheet) => (sheet.getRange("F1").format.fill.color = "red")],
    ["a width", (sheet) => (sheet.getRange("F1").format.columnWidth = 50)],
    ["a hidden row", (sheet) => (sheet.getRange("9:9").rowHidden = true)],
    ["an inserted row", (sheet) => void sheet.getRange("9:9").insert("Down")],
    ["a sort", (sheet) => void sheet.getRange("F1:F3").sort.apply([{ key: 0 }])],
    ["a table's size", (_sheet, table) => void table.resize("A1:B6")],
    ["a table's style", (_sheet, table) => (table.style = "TableStyleLight1")],
    ["a table's sort", (_sheet, table) => void table.sort.apply([{ key: 1 }])],
    ["a table's column", (_sheet, table) => (table.columns.getItemAt(0).name = "z")],
    ["a table's filter", (_sheet, table) => void table.columns.getItemAt(0).filter.applyValuesFilter(["a"])],
    ["a table made a range", (_sheet, table) => void table.convertToRange()],
    [
      "a validation",
      (sheet) => (sheet.getRange("F1").dataValidation.rule = { list: { inCellDropDown: true, source: "a" } }),
    ],
    ["a conditional format", (sheet) => void sheet.getRange("F1").conditionalFormats.add("Custom")],
    ["a chart", (sheet) => void sheet.charts.add("ColumnClustered", sheet.getRange("F1:F3"))],
    ["a comment", (sheet) => void sheet.comments.add("F1", "x")],
  ];

  it.each(changes)("refuses %s", async (_what, change) => {
    await protect();
    expect(await attempt(change)).toBe("AccessDenied");
  });

  it("permits what its options permit, and values in unlocked cells", async () => {
    await attempt((sheet) => (sheet.getRange("F1").format.protection.locked = false));
    await protect({ allowFormatCells: true, allowFormatColumns: true, allowInsertRows: true });
    const permitted = [
      await attempt((sheet) => (sheet.getRange("F1").format.fill.color = "red")),
      await attempt((sheet) => (sheet.getRange("F1").format.columnWidth = 50)),
      await attempt((sheet) => void sheet.getRange("9:9").insert("Down")),
      await attempt((sheet) => (sheet.getRange("F1").values = [["free"]])),
    ];
    expect(permitted).toEqual(["done", "done", "done", "done"]);
  });
});

describe("a filtered table", () => {
  const filter = async (criteria: object): Promise<boolean[]> => {
    await attempt((_sheet, table) => {
      table.columns.getItem("Size").filter.apply(criteria as Excel.FilterCriteria);
    });
    const rows = await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const ranges = ["A2", "A3", "A4"].map((address) => sheet.getRange(address));
      for (const range of ranges) range.load("rowHidden");
      await context.sync();
      return ranges.map((range) => range.rowHidden);
    });
    return rows;
  };

  it.each([
    ["values", { filterOn: "Values", values: ["50"] }, [true, false, true]],
    ["a comparison", { filterOn: "Custom", criterion1: ">5" }, [true, false, false]],
    [
      "two comparisons",
      { filterOn: "Custom", criterion1: "<6", criterion2: ">40", operator: "Or" },
      [false, false, true],
    ],
    ["the highest", { filterOn: "TopItems", criterion1: "1" }, [true, false, true]],
    ["the lowest", { filterOn: "BottomItems", criterion1: "2" }, [false, true, false]],
    ["the average", { filterOn: "Dynamic", dynamicCriteria: "AboveAverage" }, [true, false, true]],
  ])("hides rows by %s", async (_what, criteria, hidden) => {
    expect(await filter(criteria)).toEqual(hidden);
  });

  it("gives every visible row the first row of an array written over hidden ones", async () => {
    await filter({ filterOn: "Custom", criterion1: "<10" });
    await attempt((sheet) => (sheet.getRange("A2:A4").values = [["1st"], ["2nd"], ["3rd"]]));
    expect(local.values("Sheet1!A2:A4").flat()).toEqual(["1st", "b", "1st"]);
    await attempt((sheet) => (sheet.getRange("A3").values = [["alone"]]));
    expect(local.value("Sheet1!A3")).toBe("alone");
  });

  it("takes arrays where rows are hidden by hand", async () => {
    await attempt((sheet) => (sheet.getRange("3:3").rowHidden = true));
    await attempt((sheet) => (sheet.getRange("A2:A4").values = [["1st"], ["2nd"], ["3rd"]]));
    expect(local.values("Sheet1!A2:A4").flat()).toEqual(["1st", "2nd", "3rd"]);
  });

  it("lets no row be deleted", async () => {
    await filter({ filterOn: "Custom", criterion1: "<10" });
    const refused = [
      await attempt((_sheet, table) => void table.rows.getItemAt(0).delete()),
      await attempt((sheet) => void sheet.getRange("A3:B3").delete("Up")),
    ];
    expect(refused).toEqual(["InvalidOperation", "InvalidOperation"]);
    await expect(local.user.deleteTableRows("Things", 0)).rejects.toThrow("filtered");
  });
});

describe("data validation", () => {
  it.each([
    ["without an operator", { wholeNumber: { formula1: 1 } }],
    ["with an unknown operator", { wholeNumber: { formula1: 1, operator: "Sometimes" } }],
    ["between one limit", { decimal: { formula1: 1, operator: "Between" } }],
    ["by a formula that does not parse", { custom: { formula: "=SUM(" } }],
  ])("refuses a rule %s", async (_what, rule) => {
    const answer = await attempt((sheet) => {
      sheet.getRange("H1").dataValidation.rule = rule as unknown as Excel.DataValidationRule;
    });
    expect(answer).toBe("InvalidArgument");
  });

  it("stops what is typed, and no paste and no write of an add-in", async () => {
    await attempt((sheet) => {
      sheet.getRange("H1").dataValidation.rule = { wholeNumber: { formula1: 10, operator: "GreaterThan" } };
    });
    await expect(local.user.type("Sheet1!H1", 1)).rejects.toThrow("data validation");
    expect(local.value("Sheet1!H1")).toBe("");
    await local.user.type("Sheet1!H1", 11);
    await local.user.paste("Sheet1!H1", [[2]]);
    expect([local.value("Sheet1!H1"), await attempt((sheet) => (sheet.getRange("H1").values = [[1]]))]).toEqual([
      2,
      "done",
    ]);
  });
});

describe("names", () => {
  it.each(["A1", "XFD1048576", "R1C1", "r", "C", "a b", "1x"])("cannot be %s", async (name) => {
    const answers = [
      await attempt((_sheet, table) => (table.name = name)),
      await errorOf(local, async (context) => {
        context.workbook.names.add(name, context.workbook.worksheets.getItem("Sheet1").getRange("F1"));
        await context.sync();
      }),
    ];
    expect(answers).toEqual(["InvalidArgument", "InvalidArgument"]);
  });

  it("are shared by tables and ranges", async () => {
    const answer = await errorOf(local, async (context) => {
      context.workbook.names.add("THINGS", context.workbook.worksheets.getItem("Sheet1").getRange("F1"));
      await context.sync();
    });
    expect(answer).toBe("ItemAlreadyExists");
  });
});

it("an answer of more than 5 MB does not get through", async () => {
  for (const column of ["J", "K"])
    await attempt((sheet) => {
      const texts = Array.from({ length: 100 }, () => ["y".repeat(30_000)]);
      sheet.getRange(`${column}1:${column}100`).values = texts;
    });
  const answer = await attempt((sheet) => void sheet.getRange("J1:K100").load("values"));
  expect(answer).toBe("ResponsePayloadSizeLimitExceeded");
});

it("members of an object that is not there do nothing, and an array of one cell fills a range", async () => {
  const answer = await errorOf(local, async (context) => {
    const none = context.workbook.worksheets.getItemOrNullObject("none");
    none.delete();
    none.getRange("A1").values = [[1]];
    none.tabColor = "red";
    context.workbook.worksheets.getItem("Sheet1").getRange("H1:H2").values = [["both"]];
    await context.sync();
  });
  expect([answer, local.values("Sheet1!H1:H2").flat()]).toEqual([undefined, ["both", "both"]]);
});

describe("validation rules that Excel refuses", () => {
  it.each([
    { wholeNumber: { formula1: 5, formula2: 1, operator: "Between" } },
    { wholeNumber: { formula1: 1.5, operator: "GreaterThan" } },
    { textLength: { formula1: -1, operator: "EqualTo" } },
    { date: { formula1: "no date", operator: "GreaterThan" } },
    { decimal: { formula1: "abc", operator: "GreaterThan" } },
    { list: { source: "=A1:B3", inCellDropDown: true } },
  ])("%j", async (rule) => {
    const code = await attempt((sheet) => {
      sheet.getRange("F1").dataValidation.rule = rule as Excel.DataValidationRule;
    });
    expect(code).toBe("InvalidArgument");
  });
});
