/** A second load after edits of users, a replacement and a repair, from the pane to the sheets. */
import type { Frame } from "playwright-core";
import type { WorkbenchApi } from "local-excel/workbench";
import { openWorkbench, runAxe, type Workbench } from "./support";

const SHEET = "Work programme";
const TITLE = "Security requirements for 5G message service";

let workbench: Workbench;
let pane: Frame;

beforeAll(async () => {
  workbench = await openWorkbench();
  pane = await workbench.pane();
  await workbench.press("Load");
  await workbench.waitForSheet("Checks");
  await workbench.ready();
});
afterAll(() => workbench?.close());

const press = (name: string | RegExp) => pane.getByRole("button", { name }).first().click();
const cellOf = (item: string, column: string) => workbench.addressOf(SHEET, { Item: item }, column);

async function edit(item: string, column: string, value: string): Promise<string> {
  await workbench.showSheet(SHEET);
  const cell = await cellOf(item, column);
  await workbench.type(cell, value);
  await workbench.waitForText(SHEET, cell, value);
  return cell;
}

/** The address of the selected cell. */
const selected = () =>
  workbench.page.locator("[data-u-comp=defined-name] input").evaluate((input: HTMLInputElement) => input.value);

it("lists the edits of users after a second load, goes to the cell and uses the document value", async () => {
  const title = await edit("X.1817", "Title", "Our own title");
  const remarks = await edit("X.1221", "Remarks", "Ask the rapporteur");
  await workbench.press("Load");
  await pane.getByText("2 differences", { exact: true }).waitFor();
  expect(await workbench.text(SHEET, title)).toBe("Our own title");
  const row = pane.locator("[data-difference]").filter({ hasText: "Our own title" });
  expect(await row.innerText()).toContain(TITLE);
  expect(await row.innerText()).toContain("2023-09 executive summary");
  expect(await runAxe(pane)).toEqual([]);
  await workbench.picture("6-differences");

  await workbench.goTo("A1");
  await row.getByRole("button", { name: "Go to the cell" }).click();
  await workbench.ready();
  expect(await selected()).toBe(title);

  await row.getByRole("button", { name: "Use document value" }).click();
  await workbench.waitForText(SHEET, title, TITLE);
  await pane.getByText("1 difference", { exact: true }).waitFor();
  expect(await workbench.text(SHEET, remarks)).toBe("Ask the rapporteur");
  // The guard takes it for no edit of anybody's.
  expect(await pane.locator(".badge").isVisible()).toBe(false);
});

it("finds them again after a restart of the pane", async () => {
  await pane.evaluate(() => location.reload());
  await workbench.ready();
  pane = await workbench.pane();
  await pane.getByRole("tab", { name: "Work" }).click();
  await press("Compare with the documents");
  await pane.getByText("1 difference", { exact: true }).waitFor();
  await press(/Use document value/);
  await pane.getByText("There are no more differences in this list.").waitFor();
  await workbench.waitForText(SHEET, await cellOf("X.1221", "Remarks"), "");
});

it("uses a hundred document values at once, without a message of the guard", async () => {
  const first = await cellOf("X.1817", "Title");
  const row = Number(/\d+/.exec(first)?.[0]);
  const column = first.replace(/\d+/, "");
  // A block of titles around it, pasted over.
  const [top, bottom] = [row - 20, row + 79];
  await workbench.page.evaluate(
    async ([area, count]) => {
      const { excel } = (window as unknown as { localExcel: WorkbenchApi }).localExcel;
      await excel.user.paste(
        area,
        Array.from({ length: count }, (_, at) => [`Title ${String(at)}`]),
      );
    },
    [`'${SHEET}'!${column}${String(top)}:${column}${String(bottom)}`, 100] as const,
  );
  await workbench.ready();
  await press("Compare with the documents");
  await pane.getByText("100 differences", { exact: true }).waitFor();
  expect(await pane.locator("[data-difference]").count()).toBe(20);
  const messages = await pane.locator(".badge").allInnerTexts();
  await press("Use all 100 document values");
  await press("Overwrite 100");
  await pane.locator("p").getByText("100 cells now have the value of the documents.").waitFor();
  await workbench.ready();
  expect(await workbench.text(SHEET, first)).toBe(TITLE);
  expect(await pane.locator(".badge").allInnerTexts()).toEqual(messages);
  await press("Compare with the documents");
  await pane.locator("p").getByText("Compared with the documents: no differences.").waitFor();
});

it("reports a missing table and repairs it", async () => {
  await workbench.page.evaluate(async () => {
    const { excel } = (window as unknown as { localExcel: WorkbenchApi }).localExcel;
    await excel.user.deleteSheet("Meetings");
  });
  await pane.evaluate(() => location.reload());
  await workbench.ready();
  pane = await workbench.pane();
  await pane.getByText("A table needs repair.").first().waitFor();
  await press("Show");
  await pane
    .locator("li:visible, p:visible")
    .getByText("“Meetings”: the table Meetings is missing or renamed.")
    .first()
    .waitFor();
  await press("Repair");
  await pane.locator("p").getByText("Repaired: Meetings.").waitFor();
  await workbench.ready();
  expect(await workbench.sheetNames()).toContain("Meetings");
  expect(await pane.locator(".banner").isVisible()).toBe(false);
});

it("replaces the sheets after a confirmation and keeps the old ones under a dated name", async () => {
  const title = await edit("X.1817", "Title", "Our own title");
  await press("Replace…");
  await press("Replace the sheets");
  const kept = `${SHEET} ${new Date().toISOString().slice(0, 10)}`;
  await workbench.waitForSheet(kept);
  await workbench.ready();
  expect(await workbench.text(kept, title)).toBe("Our own title");
  expect(await workbench.text(SHEET, await cellOf("X.1817", "Title"))).toBe(TITLE);
});

it("reports no error", () => {
  expect(workbench.errors).toEqual([]);
});
