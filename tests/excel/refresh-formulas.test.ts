/**
 * Formulas that Excel cannot calculate by itself: found on start, entered again by Refresh formulas.
 *
 * @locale fr-CH
 */
import { reportOf } from "./page/documents";
import { openWorkbook, reopen, type OpenWorkbook } from "./support";
import { asEntered, formulaTest } from "../../src/excel/formulas";

const documents = [reportOf([{ acronym: "X.one", printedName: "X.one", title: "One", question: "2/17" }])];
const BEFORE_THE_ADDIN = '=_xldudf_SG17_STATUSOF("x.one")';

let open: OpenWorkbook;
beforeEach(async () => {
  open = await openWorkbook();
  await open.page.workbook.loadDocuments(documents);
});
afterEach(() => {
  open.local.close();
});

const refresh = async () => {
  const refreshed = await open.page.formulas.refreshFormulas({ progress: () => Promise.resolve() });
  await open.local.settled();
  return refreshed;
};

test("formulas with #NAME? are counted on start and entered again by the command, under their usual name", async () => {
  await open.local.enter("Sheet1!A1", BEFORE_THE_ADDIN);
  await open.local.enter("Sheet1!A2", '=IFERROR(SG17.STATUSOF("x.one"),"")');
  await open.local.settled();
  expect(open.local.value("Sheet1!A1")).toMatchObject({ error: "#NAME?" });
  open = await reopen(open);
  await open.page.workbook.startWorkbook();
  await open.local.settled();
  expect(open.page.formulaErrors.countUnknownNames()).toBe(1);
  expect(await refresh()).toEqual({ found: 2, entered: 1, locked: 0, refused: 0 });
  expect(open.local.value("Sheet1!A1")).toBe("Under study");
  expect(open.local.formula("Sheet1!A1")).toBe('=SG17.STATUSOF("x.one")');
  expect(open.page.formulaErrors.countUnknownNames()).toBe(0);
});

test("an answer that could not be loaded is requested again on start", async () => {
  await open.page.workbook.startWorkbook();
  open.fail(true);
  await open.local.enter("Sheet1!A1", '=SG17.STATUSOF("x.one")');
  await open.local.settled();
  expect(open.local.value("Sheet1!A1")).toMatchObject({ error: "#N/A" });
  open = await reopen(open);
  await open.page.workbook.startWorkbook();
  await open.local.settled();
  expect(open.local.value("Sheet1!A1")).toBe("Under study");
});

test("locked cells of a protected sheet are left alone and counted", async () => {
  await open.local.enter("Sheet1!A1", BEFORE_THE_ADDIN);
  await open.local.enter("Sheet1!A2", BEFORE_THE_ADDIN);
  await open.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A2").format.protection.locked = false;
    sheet.protection.protect();
    await context.sync();
  });
  expect(await refresh()).toEqual({ found: 2, entered: 1, locked: 1, refused: 0 });
  expect(open.local.formula("Sheet1!A1")).toBe(BEFORE_THE_ADDIN);
  expect(open.local.value("Sheet1!A2")).toBe("Under study");
});

describe("a formula", () => {
  const isOurs = formulaTest([
    { name: "Mine", formula: "=LAMBDA(x,SG17.STATUS(x))" },
    { name: "Yours.too", formula: "=Mine(1)" },
    { name: "Text", formula: '="SG17.STATUS(1)"' },
  ]);

  test.each([
    '=SG17.STATUS("X.1")',
    "=@sg17.status(A1)",
    '=LET(a,1,IF(a,SG17.COUNT(),""))',
    "=_xldudf_SG17_STATUS(A1)",
    "=SUM(1,Mine(A1))",
    "=Yours.too",
  ])("%s uses our functions", (formula) => expect(isOurs(formula)).toBe(true));

  test.each([
    '="SG17.STATUS(1)"',
    "='SG17.STATUS(1)'!A1",
    "=[SG17.xlsx]Sheet1!A1",
    "=XSG17.STATUS(1)",
    "=Text",
    "=Mine2",
    "SG17.STATUS(1)",
    17,
  ])("%s does not", (formula) => expect(isOurs(formula)).toBe(false));

  test("is entered under its usual name", () =>
    expect(asEntered("=_xldudf_SG17_STATUS(A1)&_XLDUDF_SG17_TITLE(A1)")).toBe("=SG17.STATUS(A1)&SG17.TITLE(A1)"));
});
