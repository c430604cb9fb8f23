import { strFromU8, unzipSync } from "fflate";

import { openXlsx } from "../../xlsx/open";
import { fromFileFormula, toFileFormula } from "../../xlsx/formula-names";
import { saveXlsx } from "../../xlsx/save";
import { takeSnapshot } from "../../xlsx/take-snapshot";
import { openSmall } from "../open";

const FUNCTIONS = ["SG17.STATUS", "SG_17.CANBECOME"];

describe("a formula in a file", () => {
  it.each([
    ['=SG17.STATUS("X.1")', '=_xldudf_SG17_STATUS("X.1")'],
    ["=sg17.status(A1)&SG_17.CANBECOME(A1,B1)", "=_xldudf_SG17_STATUS(A1)&_xldudf_SG_17_CANBECOME(A1,B1)"],
    ["=XLOOKUP(A1,B:B,C:C)", "=_xlfn.XLOOKUP(A1,B:B,C:C)"],
    ["=SORT(FILTER(A1:A9,A1:A9>1))", "=_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,A1:A9>1))"],
    ["=STDEV.S(A1:A9)+NETWORKDAYS.INTL(A1,B1)", "=_xlfn.STDEV.S(A1:A9)+NETWORKDAYS.INTL(A1,B1)"],
    ["=LET(x,A1,y,x+1,x*y)", "=_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)"],
    ["=MAP(A1:A3,LAMBDA(a,a+1))", "=_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.a,_xlpm.a+1))"],
    ['="XLOOKUP(1)"&IFERROR(1/0,"")', '="XLOOKUP(1)"&IFERROR(1/0,"")'],
  ])("names functions as Excel does: %s", (shown, stored) => {
    expect(toFileFormula(shown, FUNCTIONS)).toBe(stored);
    expect(fromFileFormula(stored, FUNCTIONS).toUpperCase()).toBe(shown.toUpperCase());
  });

  it("keeps the stored name of a function whose add-in is not there", () => {
    expect(fromFileFormula("=_xldudf_OTHER_PRICE(A1)", FUNCTIONS)).toBe("=_xldudf_OTHER_PRICE(A1)");
  });
});

describe("a workbook with formulas, saved and opened again", () => {
  it("has Excel's names in the file, and the same formulas and answers afterwards", async () => {
    const local = await openSmall();
    await local.enter("Sheet1!A1", "=SG17.ECHO(3)");
    await local.enter("Sheet1!B1", "=SEQUENCE(3)");
    await local.enter("Sheet1!C1", "=XLOOKUP(2,B1:B3,B1:B3)");
    expect(local.values("Sheet1!A1:C3")).toEqual([
      [3, 1, 2],
      ["", 2, ""],
      ["", 3, ""],
    ]);
    const bytes = await saveXlsx(takeSnapshot(local.excel.host));
    local.close();

    const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    const stored = [...xml.matchAll(/<f[^>]*>([^<]*)<\/f>/g)].map((match) => match[1]);
    expect(stored).toEqual(["_xldudf_SG17_ECHO(3)", "_xlfn.SEQUENCE(3)", "_xlfn.XLOOKUP(2,B1:B3,B1:B3)"]);

    const again = await openSmall({ workbook: await openXlsx(bytes) });
    await again.settled();
    expect(["A1", "B1", "C1"].map((cell) => again.formula(`Sheet1!${cell}`))).toEqual([
      "=SG17.ECHO(3)",
      "=SEQUENCE(3)",
      "=XLOOKUP(2,B1:B3,B1:B3)",
    ]);
    await again.enter("Sheet1!B1", "=SEQUENCE(2)");
    expect(again.values("Sheet1!B1:B3")).toEqual([[1], [2], [""]]);
    again.close();
  });

  it("shows what its formulas answered last, before anything is calculated", async () => {
    const local = await openSmall();
    const formulas = ['=SG17.ECHO("a<b & ""c""")', '="7"', "=1>0", "=1/0", '=""', '=UPPER("two")', '="#tag"', "=2/4"];
    for (const [index, formula] of formulas.entries()) await local.enter(`Sheet1!A${String(index + 1)}`, formula);
    const answers = local.values("Sheet1!A1:A8");
    expect(answers.flat()).toEqual(['a<b & "c"', "7", true, { error: "#DIV/0!", message: "" }, "", "TWO", "#tag", 0.5]);
    const bytes = await saveXlsx(takeSnapshot(local.excel.host));
    local.close();

    const parts = unzipSync(bytes);
    // Otherwise LibreOffice shows #NAME? instead of the texts that functions of the add-in have answered.
    expect(strFromU8(parts["docProps/app.xml"] ?? new Uint8Array())).toContain("<Application>Microsoft Excel<");
    const xml = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect([...xml.matchAll(/<c [^>]*?(t="[a-z]+")?><f/g)].map(([, type]) => type)).toEqual([
      ...['t="str"', 't="str"', 't="b"', 't="e"', 't="str"', 't="str"', 't="str"'],
      undefined,
    ]);
    const again = await openSmall({ workbook: await openXlsx(bytes), closed: true });
    await again.settled();
    expect(again.values("Sheet1!A1:A8")).toEqual(answers);
    again.close();
  });
});
