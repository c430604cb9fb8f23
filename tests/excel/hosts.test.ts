import { DEFAULT_MATRIX, type Matrix } from "local-excel";
import { reportOf } from "./page/documents";
import { contentOf, openWorkbook } from "./support";

const march = reportOf([
  { acronym: "X.one", printedName: "X.one", title: "One", question: "2/17", text: "TD1" },
  { acronym: "X.two", printedName: "X.two", title: "Two", question: "3/17", text: "TD2" },
]);
const autumn = reportOf(
  [
    { acronym: "X.one", printedName: "X.one", title: "One, revised", question: "2/17", text: "TD9" },
    { acronym: "X.three", printedName: "X.three", title: "Three", question: "11/17", text: "TD8" },
  ],
  "2024-09",
);

const level = (excelApi: number): Matrix => ({ ...DEFAULT_MATRIX, ExcelApi: excelApi });

test.each([1.9, 1.12, 1.14])(
  "with ExcelApi %s the workbook is loaded, and loaded again, all the same",
  async (excelApi) => {
    const content = async (matrix: Matrix): Promise<unknown> => {
      const open = await openWorkbook({ matrix });
      await open.page.workbook.startWorkbook();
      for (const documents of [[march], [autumn], [march, autumn]]) {
        expect((await open.page.workbook.loadDocuments(documents)).outcome).toBe("loaded");
      }
      await open.local.settled(300);
      expect(open.page.store.currentProgramme()?.items.map((item) => item.key)).toEqual(["x.one", "x.two", "x.three"]);
      const found = excelApi >= 1.9 ? await contentOf(open) : null;
      open.local.close();
      return found;
    };
    expect(await content(level(excelApi))).toEqual(await content(DEFAULT_MATRIX));
  },
);

test("where an answer would be too large, tables are read in blocks", async () => {
  const open = await openWorkbook();
  await open.page.workbook.loadDocuments([march]);
  const before = structuredClone(open.page.store.currentProgramme());
  await open.local.settled();
  open.local.excel.faults.at(1, { kind: "error", code: "ResponsePayloadSizeLimitExceeded" });
  await open.page.store.refreshStore();
  expect(structuredClone(open.page.store.currentProgramme())).toEqual({ ...before, findings: [] });
  open.local.close();
});

test("a load waits while a cell is edited, and continues afterwards", async () => {
  const open = await openWorkbook();
  open.local.excel.faults.cellEditMode = true;
  setTimeout(() => {
    open.local.excel.faults.cellEditMode = false;
  }, 300);
  expect((await open.page.workbook.loadDocuments([march])).outcome).toBe("loaded");
  open.local.close();
});

test("an error of Excel reaches people as a sentence of what to do", async () => {
  const open = await openWorkbook();
  open.local.excel.faults.at(1, { kind: "error", code: "AccessDenied" });
  await expect(open.page.workbook.loadDocuments([march])).rejects.toMatchObject({
    code: "AccessDenied",
    message: expect.stringContaining("protected") as string,
  });
  open.local.close();
});

test("an item is found on its sheet from anywhere, and the selection identifies its item", async () => {
  const open = await openWorkbook();
  await open.page.workbook.loadDocuments([march]);
  await open.page.workbook.goTo({ table: "WorkProgramme", key: "x.two", header: "Status" });
  const selected = await open.run(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("address,values");
    await context.sync();
    return { address: cell.address, value: cell.values[0]?.[0] as unknown };
  });
  expect(selected).toEqual({ address: expect.stringContaining("Work programme") as string, value: "Under study" });
  expect(await open.page.workbook.selectedItem()).toEqual({ key: "x.two", table: "WorkProgramme" });
  await open.local.user.type("Sheet1!B2", "X.1817");
  await open.local.user.select("Sheet1!B2");
  expect(await open.page.workbook.selectedItem()).toEqual({ text: "X.1817" });
  await expect(open.page.workbook.goToItem("x.nothing")).rejects.toMatchObject({ code: "ItemNotFound" });
  open.local.close();
});
