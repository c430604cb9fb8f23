import { parseFormula } from "../host/formulas/parser";
import { ENGLISH_SYNTAX, localSyntax } from "../host/formulas/tokens";
import { regionalSettings } from "../host/settings";
import type { HeadlessExcel } from "../headless";
import { errorOf, openSmall, run } from "./open";

const parses = (formula: string): boolean => parseFormula(formula, ENGLISH_SYNTAX, () => false) !== undefined;

describe("the grammar of formulas", () => {
  it.each([
    "1+1",
    "SUM(A1:B2,$C$3)",
    "SUM(A:A,1:3,$1:$3)",
    "'My sheet'!A1:B2 'My sheet'!B1:B9",
    "F(1,,2)",
    "{1,2;3,-4}",
    "-A1%+--5",
    "A1#",
    "LET(x,1,x+1)",
    "LAMBDA(x,x+1)(5)",
    "Table1[[#This Row],[a 'b]]*[@h]",
    "COUNT((A1,B2))",
    "A1:INDEX(A:A,3)",
    'SUM (A1) & "a""b"',
    "Sheet1!#REF!",
    "[Book1.xlsx]Sheet1!A1",
    "unknown",
  ])("has %s", (formula) => {
    expect(parses(formula)).toBe(true);
  });

  it.each([
    "",
    "SUM(",
    "1+",
    "*2",
    "= see note ==",
    "- a bullet",
    "41 22 730 5111",
    "5 apples",
    "a,b",
    "1,2",
    '"open',
    "{1,2;3}",
    "SUM(1;2)",
    "A1:",
    "$",
    "1)",
  ])("does not have %s", (formula) => {
    expect(parses(formula)).toBe(false);
  });

  it("has the user's separators where formulas are typed", () => {
    const syntax = localSyntax(regionalSettings("fr-CH"));
    const typed = (formula: string): unknown => parseFormula(formula, syntax, () => false)?.calls;
    expect([typed("SUM(1,5;A1)"), typed("SUM(A1,B1)"), typed("{1\\2;3\\4}")]).toEqual([
      [{ name: "SUM", argumentCount: 2 }],
      undefined,
      [],
    ]);
  });
});

describe("formulas in cells", () => {
  let local: HeadlessExcel;

  const write = async (property: "values" | "formulas", text: string): Promise<string | undefined> =>
    errorOf(local, async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1")[property] = [[text]];
      await context.sync();
    });

  afterEach(() => {
    local.close();
  });

  it.each(["=SUM(", "== see note ==", "- a bullet", "+41 22 730 5111", "=LEFT()", "=SG17.CODE()", "=SG17.CODE(1,2,3)"])(
    "that Excel refuses end the batch: %s",
    async (text) => {
      local = await openSmall();
      expect([await write("formulas", text), await write("values", text)]).toEqual([
        "InvalidArgument",
        "InvalidArgument",
      ]);
      await expect(local.user.type("Sheet1!A1", text)).rejects.toThrow("invalid");
    },
  );

  it("are spelled as Excel spells them", async () => {
    local = await openSmall();
    await local.user.type("Sheet1!A1", '=sum(b1,1)&sg17.code("x")&true');
    expect(local.formula("Sheet1!A1")).toBe('=SUM(B1,1)&SG17.CODE("x")&TRUE');
  });

  it("find columns of a table in any case", async () => {
    local = await openSmall();
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:B2").values = [
        ["Price each", "Double"],
        [4, ""],
      ];
      sheet.tables.add("A1:B2", true).name = "Prices";
      await context.sync();
      sheet.getRange("B2").formulas = [["=[@[price EACH]]*2"]];
      sheet.getRange("D1").formulas = [["=SUM(Prices[PRICE each])"]];
      await context.sync();
    });
    await local.settled();
    expect([local.value("Sheet1!B2"), local.value("Sheet1!D1"), local.formula("Sheet1!B2")]).toEqual([
      8,
      4,
      "=[@[Price each]]*2",
    ]);
  });

  it("show the text of a link after an error, and no text of a link after it is gone", async () => {
    local = await openSmall();
    await local.enter("Sheet1!A1", '=IF(B1=3,"none",HYPERLINK("#B1","row "&1/B1))');
    const shown: unknown[] = [local.value("Sheet1!A1")];
    for (const entry of [1, 2, 3]) {
      await local.user.type("Sheet1!B1", entry);
      shown.push(local.value("Sheet1!A1"));
    }
    expect(shown).toEqual([{ error: "#DIV/0!", message: "" }, "row 1", "row 0.5", "none"]);
  });

  it("bind names to a table that comes with them", async () => {
    local = await openSmall();
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:B3").values = [
        ["Price", "Double"],
        [4, ""],
        [5, ""],
      ];
      sheet.tables.add("A1:B3", true).name = "Prices";
      sheet.getRange("B2:B3").formulas = [["=LET(price,[@Price],price*2)"], ["=LET(price,[@Price],price*2)"]];
      sheet.getRange("D3").formulas = [["=LET(price,Prices[@Price],price*3)"]];
      await context.sync();
    });
    await local.settled();
    expect(local.values("Sheet1!B2:D3")).toEqual([
      [8, "", ""],
      [10, "", 15],
    ]);
    await local.user.type("Sheet1!A3", "6");
    expect(local.values("Sheet1!B2:D3")).toEqual([
      [8, "", ""],
      [12, "", 18],
    ]);
  });

  it.each([
    ["=LET(f,LAMBDA(x,x+1),f(2)*f(3)-f(f(1)))", 9],
    ["=LET(double,LAMBDA(x,x*2),add,LAMBDA(x,Double(x)+1),add(5))", 11],
    ["=LET(a,1,SUM(A:A)-A-LAMBDA(f,f(3))(LAMBDA(x,x*x)))", 1],
    ["=LET(f,LAMBDA(x,SG17.CODE(x)),f(A1))", "<11>"],
    ["=LET(f,3,f(1))", "#VALUE!"],
  ])("call the values of names that LET and LAMBDA bind: %s", async (formula, expected) => {
    local = await openSmall();
    await local.user.type("Sheet1!A1", 11);
    await local.enter("Sheet1!C1", formula);
    const value = local.value("Sheet1!C1");
    expect(typeof value === "object" ? value.error : value).toBe(expected);
    expect(local.formula("Sheet1!C1")).toBe(formula);
  });

  it.each([
    ["=@A1:A3", 11],
    ["=SUM(@A1:A3)", 11],
    ["=@A1", 11],
    ["=@SEQUENCE(3)", 1],
    ['=@SG17.CODE(A1:A2)&"!"', "<11>!"],
  ])("take one value with @: %s", async (formula, expected) => {
    local = await openSmall();
    await local.user.paste("Sheet1!A1", [[11], [12], [13]]);
    await local.enter("Sheet1!C1", formula);
    expect([local.value("Sheet1!C1"), local.spill("Sheet1!C1")]).toEqual([expected, undefined]);
  });

  it("count days from 1904 where the workbook does", async () => {
    local = await openSmall();
    local.excel.host.date1904 = true;
    const formulas = [
      "DATE(2023,9,8)",
      "YEAR(A1)",
      "EDATE(A1,1)",
      'TEXT(A1,"yyyy-mm-dd")',
      "YEAR(Z1)",
      "DATE(1903,1,1)",
    ];
    for (const [row, formula] of formulas.entries()) await local.enter(`Sheet1!A${String(row + 1)}`, `=${formula}`);
    const values = local.values("Sheet1!A1:A6").flat();
    expect(values).toEqual([43_715, 2023, 43_745, "2023-09-08", 1904, { error: "#NUM!", message: "" }]);
    const day = await run(local, async (context) => {
      const date = context.workbook.functions.date(1904, 1, 1).load("value");
      await context.sync();
      return date.value;
    });
    expect(day).toBe(0);
  });

  it("hold no quoted text of more than 255 characters", async () => {
    local = await openSmall();
    const write = (length: number): Promise<string | undefined> =>
      errorOf(local, (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange("A1").formulas = [[`="${"a".repeat(length)}"`]];
        return context.sync();
      });
    expect([await write(255), await write(256)]).toEqual([undefined, "InvalidArgument"]);
  });

  it("keep quoted text as text, whatever it looks like", async () => {
    local = await openSmall();
    for (const [row, text] of ["7.9.2023", "2/17", "1E5", "TRUE"].entries())
      await local.enter(`Sheet1!A${String(row + 1)}`, `=SG17.CODE("${text}")`);
    expect(local.values("Sheet1!A1:A4").flat()).toEqual(["<7.9.2023>", "<2/17>", "<1E5>", "<TRUE>"]);
    await local.enter("Sheet1!B1", '=DAY("2023-09-07")+"5"');
    expect(local.value("Sheet1!B1")).toBe(12);
  });
});

describe("a user with another list separator", () => {
  let local: HeadlessExcel;
  beforeEach(async () => {
    local = await openSmall({ locale: "fr-CH" });
  });
  afterEach(() => {
    local.close();
  });

  it("types formulas, numbers and dates in these settings; the API writes English", async () => {
    await local.user.type("Sheet1!A1", "=SUM(1,5;2)");
    await expect(local.user.type("Sheet1!A2", "=SUM(A1,A3)")).rejects.toThrow("invalid");
    await local.user.type("Sheet1!B1", "2,5");
    await local.user.type("Sheet1!B2", "7.9.2023");
    const formulas = await run(local, async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      range.load("formulas,formulasLocal");
      await context.sync();
      return [range.formulas[0]?.[0], range.formulasLocal[0]?.[0]] as string[];
    });
    expect([local.value("Sheet1!A1"), ...formulas]).toEqual([3.5, "=SUM(1.5,2)", "=SUM(1,5;2)"]);
    expect([local.value("Sheet1!B1"), local.value("Sheet1!B2")]).toEqual([2.5, 45_176]);
  });

  it("may leave out the closing parentheses at the end of a typed formula, not of one of the API", async () => {
    await local.user.type("Sheet1!A1", '=SUM(1,5;LEN("(;")');
    expect([local.formula("Sheet1!A1"), local.value("Sheet1!A1")]).toEqual(['=SUM(1.5,LEN("(;"))', 3.5]);
    const written = errorOf(local, async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A2").formulasLocal = [["=SUM(1,5;2"]];
      await context.sync();
    });
    expect(await written).toBe("InvalidArgument");
  });

  it("types dates of France with slashes, the day first", async () => {
    local.close();
    local = await openSmall({ locale: "fr-FR" });
    await local.user.type("Sheet1!A1", "07/09/2023");
    await local.user.type("Sheet1!A2", "=SUM(1,5;2)");
    expect(local.values("Sheet1!A1:A2").flat()).toEqual([45_176, 3.5]);
  });

  it("gets addresses of several areas in these settings only, on the desktop", async () => {
    const ranges = async (addresses: string): Promise<string | undefined> =>
      errorOf(local, async (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRanges(addresses).load("areaCount");
        await context.sync();
      });
    expect([await ranges("B2,D7"), await ranges("B2;D7")]).toEqual(["InvalidArgument", undefined]);
    local.close();
    local = await openSmall({ locale: "fr-CH", platform: "web" });
    expect([await ranges("B2,D7"), await ranges("B2;D7")]).toEqual([undefined, "InvalidArgument"]);
  });

  it("reports them to the add-in", async () => {
    const seen = await run(local, async (context) => {
      const { application } = context.workbook;
      application.load("decimalSeparator");
      application.cultureInfo.load("name");
      application.cultureInfo.datetimeFormat.load("shortDatePattern");
      await context.sync();
      const { cultureInfo } = application;
      return [application.decimalSeparator, cultureInfo.name, cultureInfo.datetimeFormat.shortDatePattern];
    });
    expect(seen).toEqual([",", "fr-CH", "dd.MM.yyyy"]);
  });
});
