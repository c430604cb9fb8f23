/** A workbook saved as .xlsx in use, opened again, and loaded into. */
import { openXlsx, saveXlsx, takeSnapshot } from "local-excel/xlsx";
import { contentOf, openWorkbook, planFault, type OpenWorkbook } from "../support";
import { PATIENCE, revised, withEdits } from "./editing";

const load = (open: OpenWorkbook) => open.page.workbook.loadDocuments(revised, { lockTimeout: PATIENCE });

async function savedAndOpened(open: OpenWorkbook): Promise<OpenWorkbook> {
  await open.local.settled();
  const workbook = await openXlsx(await saveXlsx(takeSnapshot(open.local.excel.host)));
  open.local.close();
  return openWorkbook({ workbook });
}

/** The contents but for Checks, an empty table: a file has no empty cells. */
async function content(open: OpenWorkbook): Promise<unknown> {
  const { sheets, settings } = await contentOf(open);
  return { settings, sheets: sheets.filter(({ name }) => name !== "Checks") };
}

async function straight(): Promise<unknown> {
  const open = await openWorkbook();
  await withEdits(open);
  expect((await load(open)).outcome).toBe("loaded");
  const end = await content(open);
  open.local.close();
  return end;
}

test("documents loaded after saving and opening end as without", async () => {
  let open = await openWorkbook();
  await withEdits(open);
  open = await savedAndOpened(open);
  expect((await load(open)).outcome).toBe("loaded");
  expect(await content(open)).toEqual(await straight());
  open.local.close();
});

test("a load that was cut off, saved with the workbook, is finished after opening", async () => {
  const expected = await straight();
  for (const at of [2, 3, 4]) {
    let open = await openWorkbook();
    await withEdits(open);
    planFault(open, "half", at, 0.7);
    await expect(load(open)).rejects.toThrow();
    open = await savedAndOpened(open);
    expect((await load(open)).outcome).toBe("loaded");
    expect([at, await content(open)]).toEqual([at, expected]);
    open.local.close();
  }
});
