import { readFileSync } from "node:fs";
import { openXlsx } from "local-excel/xlsx";
import { XLSX, type WorkbenchApi } from "local-excel/workbench";
import { openWorkbench, runAxe, type Workbench } from "./support";

/** One browser and one workbook for the whole path, in the order in which a person walks it. */
describe("the workbench, from an empty workbook to a refused edit", () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await openWorkbench();
  });

  afterAll(async () => {
    await workbench?.close();
  });

  it("states that it is not Excel and shows the add-in's tab and pane", async () => {
    const { page } = workbench;
    expect(await page.locator(".stand-in").innerText()).toContain("not Microsoft Excel");
    expect(await page.getByRole("tab", { name: "SG17" }).getAttribute("aria-selected")).toBe("true");
    expect(await (await workbench.pane()).title()).toBe("SG17 Work Programme");
    await workbench.picture("1-start");
  });

  it("is accessible: axe finds nothing in the workbench itself", async () => {
    for (const within of [".title-bar", "#ribbon", ".pane-title", ".status-bar"]) {
      expect(await runAxe(workbench.page, { within })).toEqual([]);
    }
  });

  it("loads both documents when Load is pressed: a sheet per annex, and the work programme", async () => {
    await workbench.press("Load");
    await workbench.waitForSheet("Checks");
    await workbench.ready();
    const names = await workbench.sheetNames();
    expect(names).toEqual(
      expect.arrayContaining([
        "Work programme",
        "Other study groups",
        ...["A", "B", "C", "D", "E"].map((annex) => `2023-09 Annex ${annex}`),
        "2017-03 Annex 1",
        "2017-03 Annex 2",
        "2023-09 Interim meetings",
        "Meetings",
        "History of items",
      ]),
    );
    await workbench.picture("2-loaded");
  });

  it("answers a formula typed into another sheet", async () => {
    const sheet = await workbench.addSheet();
    await workbench.type("B2", '=SG17.STATUS("X.1817")');
    await workbench.waitForText(sheet, "B2", "Approved");
    await workbench.type("B3", '=SG17.STATUS("x.5gsec-MESSAGE")');
    await workbench.waitForText(sheet, "B3", "Approved");
    await workbench.type("B4", '=SG17.STATUS("X.nothing")');
    await workbench.waitForText(sheet, "B4", "#N/A");
    await workbench.type("B5", '=SG17.STATUS("X.590")');
    await workbench.waitForText(sheet, "B5", "Consented");
    await workbench.picture("3-formula");
  });

  it("shows the message of an error, and the card of a work item, at the selected cell", async () => {
    const card = workbench.page.locator("#cell-card");
    await workbench.goTo("B4");
    await card.getByText("There is no work item").waitFor();
    await workbench.type("B6", '=SG17.ITEM("X.590")');
    await workbench.goTo("B6");
    await card.getByText("JSON Signature Scheme").waitFor();
    await workbench.goTo("D1");
    await card.waitFor({ state: "hidden" });
  });

  it("saves the workbook as a real .xlsx", async () => {
    const download = workbench.page.waitForEvent("download");
    await workbench.page.getByRole("button", { name: "Save as .xlsx" }).click();
    const file = await (await download).path();
    const saved = await openXlsx(readFileSync(file));
    expect(saved.sheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining(await workbench.sheetNames()));
    expect(saved.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name))).toContain("WorkProgramme");
  });

  it("opens such a file in another window, with the add-in", async () => {
    const download = workbench.page.waitForEvent("download");
    await workbench.page.getByRole("button", { name: "Save as .xlsx" }).click();
    const file = await (await download).path();
    const chooser = workbench.page.waitForEvent("filechooser");
    const window = workbench.page.waitForEvent("popup");
    await workbench.page.getByRole("button", { name: "Open an .xlsx file" }).click();
    await (await chooser).setFiles({ name: "Kept copy.xlsx", mimeType: XLSX, buffer: readFileSync(file) });
    const other = workbench.beside(await window);
    await other.ready();
    expect(await other.page.title()).toContain("Kept copy");
    expect(await other.sheetNames()).toEqual(await workbench.sheetNames());
    const status = await other.addressOf("Work programme", { Item: "X.590" }, "Status");
    await other.showSheet("Work programme");
    await other.type(status, "Determined");
    await (await other.pane()).getByText("X.590 cannot be Determined").first().waitFor();
    await other.waitForText("Work programme", status, "Consented");
    await other.picture("8-opened");
    expect(other.errors).toEqual([]);
    await other.page.close();
  });

  it("reverts a forbidden status and explains it in the pane", async () => {
    await workbench.showSheet("Work programme");
    const status = await workbench.addressOf("Work programme", { Item: "X.590" }, "Status");
    expect(await workbench.text("Work programme", status)).toBe("Consented");
    await workbench.type(status, "Determined");
    const pane = await workbench.pane();
    await pane.getByText("X.590 cannot be Determined").first().waitFor();
    await workbench.waitForText("Work programme", status, "Consented");
    await workbench.picture("4-refused");
  });

  it("accepts a permitted status, and cells with formulas follow", async () => {
    const sheet = await workbench.addSheet();
    await workbench.type("A1", '=SG17.STATUS("X.sr-ai")');
    await workbench.waitForText(sheet, "A1", "Under study");
    await workbench.showSheet("Work programme");
    const status = await workbench.addressOf("Work programme", { "Provisional name": "X.sr-ai" }, "Status");
    await workbench.type(status, "Determined");
    await workbench.waitForText(sheet, "A1", "Determined");
    expect(await workbench.text("Work programme", status)).toBe("Determined");
  });

  it("takes an accepted status back by the line that reports it", async () => {
    const status = await workbench.addressOf("Work programme", { "Provisional name": "X.sr-ai" }, "Status");
    await workbench.type(status, "Discontinued");
    const line = (await workbench.pane()).locator(".notice");
    await line.getByText("X.sr-ai: Discontinued").waitFor();
    await line.getByRole("button", { name: "Undo" }).click();
    await workbench.waitForText("Work programme", status, "Determined");
    await line.getByText("Undone: X.sr-ai: Discontinued").waitFor();
  });

  it("shows the drop-down of a cell, and refuses other values", async () => {
    await workbench.showSheet("Work programme");
    const status = await workbench.addressOf("Work programme", { Item: "X.590" }, "Status");
    await workbench.type(status, "Nonsense");
    await workbench.page.getByRole("dialog").getByRole("button", { name: "OK" }).click();
    expect(await workbench.text("Work programme", status)).toBe("Consented");
  });

  it("switches to dark together with the pane, which keeps its messages", async () => {
    await workbench.page.getByRole("button", { name: "Dark" }).click();
    const pane = await workbench.pane();
    await pane.locator("html[data-theme=dark]").waitFor({ state: "attached" });
    await workbench.ready();
    await pane.getByRole("tab", { name: "Messages" }).click();
    const entry = pane.locator("li.note").filter({ hasText: "X.590" }).first();
    await entry.getByText("X.590 cannot be Determined").waitFor({ state: "hidden" });
    await entry.locator("summary").click();
    await entry.getByText("X.590 cannot be Determined").waitFor();
    await workbench.picture("5-dark");
    expect(await runAxe(workbench.page, { within: "#ribbon" })).toEqual([]);
  });

  it("makes no request to the network and reports no error", () => {
    expect(workbench.errors).toEqual([]);
  });
});

describe("the workbench of a user with the settings of fr-CH", () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await openWorkbench({ locale: "fr-CH" });
  });

  afterAll(async () => {
    await workbench?.close();
  });

  const formula = (address: string): Promise<unknown> =>
    workbench.page.evaluate(
      (cell) => (window as unknown as { localExcel: WorkbenchApi }).localExcel.excel.formula(cell),
      address,
    );

  it("reads what is typed in the grid in these settings, and shows it so in the editor", async () => {
    const { keyboard } = workbench.page;
    await workbench.type("A1", "=SUM(1,05;2)");
    await workbench.waitForText("Sheet1", "A1", "3,05");
    await workbench.type("A2", "7.9.2023");
    await workbench.waitForText("Sheet1", "A2", "07.09.2023");
    // The formula in the editor, extended at its end.
    await workbench.goTo("A1");
    await keyboard.press("F2");
    await keyboard.type("+SUM(A2;1,5)");
    await keyboard.press("Enter");
    await workbench.waitForText("Sheet1", "A1", "45180,55");
    expect(await formula("Sheet1!A1")).toBe("=SUM(1.05,2)+SUM(A2,1.5)");
  });

  it("keeps the editor open for a formula that does not parse", async () => {
    const { keyboard } = workbench.page;
    await workbench.type("B1", "=SUM(1;2))");
    await workbench.page.getByText("There is a problem with this formula: =SUM(1;2))").first().waitFor();
    expect(await formula("Sheet1!B1")).toBe("");
    await keyboard.press("Backspace");
    await keyboard.press("Enter");
    await workbench.waitForText("Sheet1", "B1", "3");
    expect(workbench.errors).toEqual([]);
  });
});
