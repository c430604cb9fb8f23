import { openSmall } from "../open";

/** Univer shows the progress of a calculation after this time. */
const PROGRESS_MS = 1000;

describe("a workbook closed while it calculates", () => {
  it("leaves no timer behind that fails without the workbook", async () => {
    const local = await openSmall();
    const { calculation, cells, engine } = local.excel.host;
    const sheet = engine.sheets()[0];
    if (!sheet) throw new Error("the workbook has no sheet");
    const area = { startRow: 0, endRow: 1999, startColumn: 0, endColumn: 0 };
    cells.writeFormulas(sheet, area, "=SUM(B1:B9)+ROW()");
    void calculation.flush();
    expect(calculation.busy).toBe(true);
    local.close();
    // An error thrown by a timer or a rejected promise would end the process, and fails this test.
    await new Promise((resolve) => setTimeout(resolve, PROGRESS_MS + 200));
    expect(calculation.busy).toBe(false);
  });
});

describe("an error inside the formula engine", () => {
  it("ends the pass, so that requests are answered", async () => {
    const local = await openSmall();
    const { host } = local.excel;
    const errors: unknown[] = [];
    host.onUnexpectedError = (error) => errors.push(error);
    const generate = jest.spyOn(host.engine.formulas, "getCalculateData").mockImplementationOnce(() => {
      throw new Error("broken");
    });
    await local.enter("Sheet1!A1", "=1+1");
    generate.mockRestore();
    await local.enter("Sheet1!A2", "=2+2");
    expect(local.value("Sheet1!A2")).toBe(4);
    local.close();
  });
});
