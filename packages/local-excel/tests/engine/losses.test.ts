import type { HeadlessExcel } from "../../headless";
import { errorOf, openSmall, run } from "../open";

let local: HeadlessExcel;

beforeAll(async () => {
  local = await openSmall();
});

afterAll(() => {
  local.close();
});

let sheetNumber = 0;

/** A sheet of its own with these values from A1 on. */
async function sheetWith(values: unknown[][]): Promise<string> {
  const name = `Losses ${String((sheetNumber += 1))}`;
  await run(local, async (context) => {
    const sheet = context.workbook.worksheets.add(name);
    const last = String.fromCharCode(64 + (values[0]?.length ?? 1));
    sheet.getRange(`A1:${last}${String(values.length)}`).values = values as string[][];
    await context.sync();
  });
  return name;
}

async function onSheet(name: string, work: (sheet: Excel.Worksheet) => void): Promise<void> {
  await run(local, async (context) => {
    work(context.workbook.worksheets.getItem(name));
    await context.sync();
  });
  await local.settled();
}

describe("a table", () => {
  it("added without headers moves down what is below it", async () => {
    const name = await sheetWith([
      ["a", 1],
      ["b", 2],
      ["below", "=B1"],
    ]);
    await onSheet(name, (sheet) => sheet.tables.add("A1:B2", false));
    expect(local.values(`${name}!A1:B4`)).toEqual([
      ["Column1", "Column2"],
      ["a", 1],
      ["b", 2],
      ["below", 1],
    ]);
    expect(local.formula(`${name}!B4`)).toBe("=B2");
    await local.user.undo();
    expect(local.values(`${name}!A1:B4`)).toEqual([
      ["a", 1],
      ["b", 2],
      ["below", 1],
      ["", ""],
    ]);
  });

  it("shows totals below its data, and hides them without touching the data", async () => {
    const name = await sheetWith([
      ["Item", "Pages"],
      ["a", 1],
      ["b", 2],
      ["below", "x"],
    ]);
    const body = await run(local, async (context) => {
      const table = context.workbook.worksheets.getItem(name).tables.add("A1:B3", true);
      table.showTotals = true;
      const data = table.getDataBodyRange().load("values");
      const totals = table.getTotalRowRange().load("address,values");
      await context.sync();
      return [data.values, totals.address, totals.values];
    });
    expect(body).toEqual([
      [
        ["a", 1],
        ["b", 2],
      ],
      `'${name}'!A4:B4`,
      [["Total", 3]],
    ]);
    expect(local.values(`${name}!A5:B5`)).toEqual([["below", "x"]]);
    await onSheet(name, (sheet) => (sheet.tables.getItemAt(0).showTotals = false));
    expect(local.values(`${name}!A2:B5`)).toEqual([
      ["a", 1],
      ["b", 2],
      ["", ""],
      ["below", "x"],
    ]);
  });

  it("keeps its total row last when rows are added", async () => {
    const name = await sheetWith([
      ["Item", "Pages"],
      ["a", 1],
    ]);
    await onSheet(name, (sheet) => {
      const table = sheet.tables.add("A1:B2", true);
      table.showTotals = true;
      table.rows.add(undefined, [["b", 5]]);
    });
    await local.settled();
    expect(local.values(`${name}!A2:B4`)).toEqual([
      ["a", 1],
      ["b", 5],
      ["Total", 6],
    ]);
  });

  it("keeps its data and the names of its columns when its header row is switched off and on", async () => {
    const name = await sheetWith([
      ["Item", "Pages"],
      ["a", 1],
    ]);
    await onSheet(name, (sheet) => {
      sheet.tables.add("A1:B2", true).showHeaders = false;
    });
    expect(local.values(`${name}!A1:B2`)).toEqual([
      ["", ""],
      ["a", 1],
    ]);
    const names = await run(local, async (context) => {
      const table = context.workbook.worksheets.getItem(name).tables.getItemAt(0);
      const columns = table.columns.load("items/name");
      const data = table.getDataBodyRange().load("values");
      await context.sync();
      table.showHeaders = true;
      await context.sync();
      return [columns.items.map((column) => column.name), data.values];
    });
    expect(names).toEqual([["Item", "Pages"], [["a", 1]]]);
    expect(local.values(`${name}!A1:B2`)).toEqual([
      ["Item", "Pages"],
      ["a", 1],
    ]);
  });
});

describe("cells inserted", () => {
  it("above the last row of a sheet push it down", async () => {
    const name = await sheetWith([["top"]]);
    await onSheet(name, (sheet) => {
      sheet.getRange("A1000:B1000").values = [["last", "=A1000"]];
    });
    await onSheet(name, (sheet) => sheet.getRange("A2:B4").insert("Down"));
    expect(local.values(`${name}!A1003:B1003`)).toEqual([["last", "last"]]);
    await local.user.undo();
    expect(local.values(`${name}!A1000:B1003`)).toEqual([
      ["last", "last"],
      ["", ""],
      ["", ""],
      ["", ""],
    ]);
  });

  it("left of the last column of a sheet push it right", async () => {
    const name = await sheetWith([["first"]]);
    await onSheet(name, (sheet) => {
      sheet.getRange("Z1").values = [["last"]];
    });
    await onSheet(name, (sheet) => sheet.getRange("B1:D1").insert("Right"));
    expect(local.value(`${name}!AC1`)).toBe("last");
  });
});

describe("a filter", () => {
  const shown = async (criteria: Partial<Excel.FilterCriteria>): Promise<unknown[]> => {
    const name = await sheetWith([["N"], [1], [5], [9], ["text"], [""]]);
    return run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.autoFilter.apply(sheet.getRange("A1:A6"), 0, criteria as Excel.FilterCriteria);
      const rows = [2, 3, 4, 5, 6].map((row) => sheet.getRange(`A${String(row)}`).load("rowHidden,values"));
      await context.sync();
      return rows.filter((row) => !row.rowHidden).map((row) => row.values[0]?.[0] as unknown);
    });
  };

  it.each<[string, Partial<Excel.FilterCriteria>, unknown[]]>([
    ["greater", { filterOn: "Custom", criterion1: ">4" }, [5, 9]],
    ["between", { filterOn: "Custom", criterion1: ">=1", criterion2: "<9", operator: "And" }, [1, 5]],
    ["either", { filterOn: "Custom", criterion1: "=1", criterion2: "=te*", operator: "Or" }, [1, "text"]],
    ["not", { filterOn: "Custom", criterion1: "<>5" }, [1, 9, "text", ""]],
    ["top", { filterOn: "TopItems", criterion1: "2" }, [5, 9]],
    ["bottom", { filterOn: "BottomItems", criterion1: "1" }, [1]],
    ["values", { filterOn: "Values", values: ["5", "text"] }, [5, "text"]],
  ])("shows the rows that meet its criteria: %s", async (_what, criteria, values) => {
    expect(await shown(criteria)).toEqual(values);
  });
});

describe("merged cells", () => {
  it("keep the first value only, until undone", async () => {
    const name = await sheetWith([
      ["", "b"],
      ["=1+1", "d"],
    ]);
    await onSheet(name, (sheet) => sheet.getRange("A1:B2").merge());
    expect(local.values(`${name}!A1:B2`)).toEqual([
      ["b", ""],
      ["", ""],
    ]);
    await local.user.undo();
    expect(local.formula(`${name}!A2`)).toBe("=1+1");
    expect(local.values(`${name}!A1:B2`)).toEqual([
      ["", "b"],
      [2, "d"],
    ]);
  });

  it("are not possible in a table", async () => {
    const name = await sheetWith([["Item"], ["a"], ["b"]]);
    const code = await errorOf(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.tables.add("A1:A3", true);
      sheet.getRange("A2:A3").merge();
      await context.sync();
    });
    expect(code).toBe("InvalidOperation");
  });
});

describe("a comment", () => {
  it("with mentions keeps its text and its mentions", async () => {
    const name = await sheetWith([["a"]]);
    const mentions = [{ email: "kim@example.org", id: 0, name: "Kim" }];
    const seen = await run(local, async (context) => {
      const content = { richContent: 'Please check, <at id="0">Kim</at>.', mentions };
      const comment = context.workbook.comments.add(`${name}!A1`, content, "Mention");
      comment.load("content,contentType,richContent,mentions");
      await context.sync();
      return [comment.content, comment.contentType, comment.richContent, comment.mentions];
    });
    expect(seen).toEqual(["Please check, Kim.", "Mention", 'Please check, <at id="0">Kim</at>.', mentions]);
  });

  it("moves with its cell, comes back when a deletion is undone, and goes when all is cleared", async () => {
    const name = await sheetWith([["b"], ["a"]]);
    const cellOf = (): string[] =>
      local.excel.host
        .sheetState(local.excel.host.engine.sheetByName(name)?.getSheetId() ?? "")
        .comments.map(({ content, area }) => `${content} ${String(area.startRow)}`);
    await run(local, async (context) => {
      context.workbook.comments.add(`${name}!A1`, "of b");
      await context.sync();
    });
    await onSheet(name, (sheet) => {
      sheet.getRange("A1:A2").sort.apply([{ key: 0, ascending: true }]);
    });
    expect(cellOf()).toEqual(["of b 1"]);
    await onSheet(name, (sheet) => sheet.getRange("2:2").delete("Up"));
    expect(cellOf()).toEqual([]);
    await local.user.undo();
    expect(cellOf()).toEqual(["of b 1"]);
    await onSheet(name, (sheet) => sheet.getRange("A2").clear());
    expect(cellOf()).toEqual([]);
    await local.user.undo();
    expect(cellOf()).toEqual(["of b 1"]);
  });
});

describe("clear", () => {
  it("removes validation, conditional formats and links of the cells only", async () => {
    const name = await sheetWith([["a"], ["b"], ["c"]]);
    const rule = { list: { inCellDropDown: true, source: "a,b" } };
    const types = await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.getRange("A1:A3").dataValidation.rule = rule;
      const format = sheet.getRange("A1:A3").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=TRUE";
      await context.sync();
      sheet.getRange("A2").clear();
      const validations = ["A1", "A2", "A3"].map((cell) => sheet.getRange(cell).dataValidation.load("type"));
      const counts = ["A1", "A2", "A3"].map((cell) => sheet.getRange(cell).conditionalFormats.getCount());
      await context.sync();
      return validations.map(({ type }, index) => [type, counts[index]?.value]);
    });
    expect(types).toEqual([
      ["List", 1],
      ["None", 0],
      ["List", 1],
    ]);
  });

  it("and insertion in one request are undone and redone together", async () => {
    const name = await sheetWith([["a"], ["b"]]);
    const typesOf = (): Promise<string[]> =>
      run(local, async (context) => {
        const sheet = context.workbook.worksheets.getItem(name);
        const cells = ["A1", "A2", "A3"].map((cell) => sheet.getRange(cell).dataValidation.load("type"));
        await context.sync();
        return cells.map(({ type }) => type);
      });
    await onSheet(name, (sheet) => {
      sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
      sheet.getRange("1:2").insert("Down");
      sheet.getRange("A1").values = [["new"]];
    });
    expect(await typesOf()).toEqual(["None", "None", "List"]);
    await local.user.undo();
    expect(await typesOf()).toEqual(["None", "None", "None"]);
    await local.user.redo();
    expect(await typesOf()).toEqual(["None", "None", "List"]);
  });

  it("of contents keeps them", async () => {
    const name = await sheetWith([["a"]]);
    const type = await run(local, async (context) => {
      const cell = context.workbook.worksheets.getItem(name).getRange("A1");
      cell.dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
      cell.clear("Contents");
      cell.dataValidation.load("type");
      await context.sync();
      return cell.dataValidation.type;
    });
    expect(type).toBe("List");
  });
});

describe("copying", () => {
  it("keeps text that looks like a number, a date or a formula, and repeats the source", async () => {
    const name = await sheetWith([["'007", "'3-1", "'=1+1", "=A1&1"]]);
    await onSheet(name, (sheet) => sheet.getRange("A2:D3").copyFrom("A1:D1"));
    expect(local.values(`${name}!A2:D3`)).toEqual([
      ["007", "3-1", "=1+1", "0071"],
      ["007", "3-1", "=1+1", "0071"],
    ]);
    expect(local.formula(`${name}!D3`)).toBe("=A3&1");
    await local.user.fillDown(`${name}!A3:D4`);
    expect(local.values(`${name}!A4:D4`)).toEqual([["007", "3-1", "=1+1", "0071"]]);
    await local.user.cut(`${name}!A1:C1`, `${name}!A6`);
    expect(local.values(`${name}!A6:C6`)).toEqual([["007", "3-1", "=1+1"]]);
    expect(local.values(`${name}!A1:C1`)).toEqual([["", "", ""]]);
  });

  it("leaves blanks out when told to, and turns rows into columns", async () => {
    const name = await sheetWith([
      ["a", "", "c"],
      ["x", "y", "z"],
    ]);
    await onSheet(name, (sheet) => {
      sheet.getRange("A2:C2").copyFrom("A1:C1", "Values", true);
      sheet.getRange("E1").copyFrom("A1:C1", "Values", false, true);
    });
    expect(local.values(`${name}!A2:C2`)).toEqual([["a", "y", "c"]]);
    expect(local.values(`${name}!E1:E3`)).toEqual([["a"], [""], ["c"]]);
  });
});

describe("sorting", () => {
  it("keeps formulas pointing at their own row, and is undone", async () => {
    const name = await sheetWith([
      [3, "=A1*10+A$5", "c"],
      [1, "=A2*10+A$5", "a"],
      [2, "=A3*10+A$5", "b"],
      ["", "", ""],
      [7, "", ""],
    ]);
    await onSheet(name, (sheet) => {
      sheet.getRange("A1:C3").sort.apply([{ key: 0, ascending: true }]);
    });
    await local.settled();
    const sorted = [
      [1, 17, "a"],
      [2, 27, "b"],
      [3, 37, "c"],
    ];
    expect(local.values(`${name}!A1:C3`)).toEqual(sorted);
    expect(local.formula(`${name}!B1`)).toBe("=A1*10+A$5");
    await local.user.undo();
    expect(local.formula(`${name}!B1`)).toBe("=A1*10+A$5");
    expect(local.values(`${name}!A1:C3`)).toEqual([
      [3, 37, "c"],
      [1, 17, "a"],
      [2, 27, "b"],
    ]);
    await local.user.redo();
    expect(local.values(`${name}!A1:C3`)).toEqual(sorted);
  });
});

describe("formulas that Excel refuses", () => {
  it("are those longer than 8,192 characters", async () => {
    const name = await sheetWith([["a"]]);
    const formula = `="${"x".repeat(200)}"${'&"yyyyyyyy"'.repeat(800)}`;
    const code = await errorOf(local, async (context) => {
      context.workbook.worksheets.getItem(name).getRange("A1").formulas = [[formula]];
      await context.sync();
    });
    expect(code).toBe("InvalidArgument");
    expect(local.value(`${name}!A1`)).toBe("a");
  });

  it.each(["A:A", "3:3"])("are those for a whole column or row: %s", async (address) => {
    const name = await sheetWith([["a"]]);
    const code = await errorOf(local, async (context) => {
      context.workbook.worksheets.getItem(name).getRange(address).formulas = "=1+1" as unknown as string[][];
      await context.sync();
    });
    expect(code).toBe("InvalidArgument");
  });
});
