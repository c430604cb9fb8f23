import type { LoadReport } from "../../src/excel/load/types";
import { reportOf } from "./page/documents";
import { contentOf, openWorkbook, planFault, reopen, type OpenWorkbook } from "./support";

const march = reportOf([
  { acronym: "X.one", printedName: "X.one", title: "One", question: "2/17", text: "TD1" },
  { acronym: "X.two", printedName: "X.two", title: "Two", question: "3/17", text: "TD2" },
]);
/** The next meeting tells more of X.one, and brings X.three with a Question not known so far. */
const autumn = reportOf(
  [
    { acronym: "X.one", printedName: "X.one", title: "One, revised", question: "2/17", text: "TD9" },
    { acronym: "X.three", printedName: "X.three", title: "Three", question: "11/17", text: "TD8" },
    { acronym: "X.four", printedName: "X.four", title: "Four", question: "2/17", text: "TD7" },
  ],
  "2024-09",
);

let open: OpenWorkbook;
beforeEach(async () => {
  open = await openWorkbook();
  await load([march]);
});
afterEach(() => {
  open.local.close();
});

async function load(
  documents: Parameters<typeof open.page.workbook.loadDocuments>[0],
  options = {},
): Promise<LoadReport> {
  const outcome = await open.page.workbook.loadDocuments(documents, options);
  if (outcome.outcome !== "loaded") throw new Error(JSON.stringify(outcome));
  return outcome.report;
}

/** Cell of an item in a table, by header. */
async function address(table: string, item: string, header: string): Promise<string> {
  return open.run(async (context) => {
    const object = context.workbook.tables.getItem(table);
    const items = object.columns.getItem("Item").getDataBodyRange();
    const column = object.columns.getItem(header).getDataBodyRange();
    items.load("values");
    column.load("address");
    await context.sync();
    const at = items.values.findIndex((row) => row[0] === item);
    const cell = column.getCell(at, 0);
    cell.load("address");
    await context.sync();
    return cell.address;
  });
}

async function cell(table: string, item: string, header: string): Promise<unknown> {
  return open.local.value(await address(table, item, header));
}

async function type(table: string, item: string, header: string, value: string): Promise<void> {
  await open.local.user.type(await address(table, item, header), value);
}

test("cells of users are kept, others are updated from the new document; the documents' values can be applied", async () => {
  await type("WorkProgramme", "X.one", "Title", "Our title");
  const report = await load([autumn]);
  expect(report.created).toEqual(["Annex_2024_09_C"]);
  expect(await cell("WorkProgramme", "X.one", "Title")).toBe("Our title");
  expect(await cell("WorkProgramme", "X.one", "Text")).toBe("TD9");
  expect(await cell("WorkProgramme", "X.three", "Title")).toBe("Three");
  expect(report.differences.map(({ item, field, theirs, documents }) => [item, field, theirs, documents])).toEqual([
    ["X.one", "Title", "Our title", "One, revised"],
  ]);
  for (const difference of report.differences) await open.page.workbook.applyDifference(difference);
  expect(await cell("WorkProgramme", "X.one", "Title")).toBe("One, revised");
  expect(open.page.store.currentProgramme()?.items.find((item) => item.key === "x.one")?.title).toBe("One, revised");
  expect((await load([march, autumn])).differences).toEqual([]);
  expect(open.local.user.choices(await address("WorkProgramme", "X.three", "Question"))).toEqual([
    "2/17",
    "3/17",
    "11/17",
  ]);
});

test("two loads give the same as one, also where the second was interrupted", async () => {
  await load([autumn]);
  const expected = await contentOf(open);
  for (const fault of ["noAnswer", "half"] as const) {
    for (let at = 1; at <= 4; at += 1) {
      open.local.close();
      open = await openWorkbook();
      await load([march]);
      await planFault(open, fault, at).outcomeOf(open.page.workbook.loadDocuments([autumn]));
      open = await reopen(open);
      await load([autumn], { lockTimeout: 0 });
      expect([fault, at, await contentOf(open)]).toEqual([fault, at, expected]);
    }
  }
});

test("cancelled at any moment, the workbook is as it was or wholly loaded", async () => {
  const before = await contentOf(open);
  const outcomes: string[] = [];
  for (let asked = 1; asked <= 5; asked += 1) {
    const controller = new open.local.window.AbortController();
    let count = 0;
    const outcome = await open.page.workbook.loadDocuments([autumn], {
      signal: controller.signal,
      progress: () => {
        count += 1;
        if (count === asked) controller.abort();
      },
    });
    outcomes.push(outcome.outcome);
    if (outcome.outcome === "cancelled") expect([asked, await contentOf(open)]).toEqual([asked, before]);
    else break;
  }
  expect(outcomes.slice(0, 3)).toEqual(["cancelled", "cancelled", "cancelled"]);
  expect(outcomes.at(-1)).toBe("loaded");
});

test("sheets renamed, moved and sorted, with columns of people's own, are the same tables", async () => {
  await open.local.user.renameSheet("Work programme", "Our list");
  await open.local.user.moveSheet("Our list", 5);
  await open.local.user.addTableColumn("WorkProgramme", "My notes", 1);
  await open.local.user.sort("WorkProgramme", "Item", false);
  await type("WorkProgramme", "X.two", "My notes", "call Geneva");
  const before = await contentOf(open);
  const report = await load([march]);
  expect(report).toMatchObject({ created: [], added: {}, updated: {}, differences: [] });
  expect(await contentOf(open)).toEqual(before);
  await load([autumn]);
  expect(await cell("WorkProgramme", "X.one", "Text")).toBe("TD9");
  expect(await cell("WorkProgramme", "X.two", "My notes")).toBe("call Geneva");
  expect(await cell("WorkProgramme", "X.three", "Title")).toBe("Three");
});

test("content below a table is moved down, not overwritten", async () => {
  const last = await address("WorkProgramme", "X.two", "Item");
  const [sheet, first] = [last.slice(0, last.lastIndexOf("!")), Number(/\d+$/.exec(last)?.[0])];
  await open.local.user.type(`${sheet}!B${String(first + 2)}`, "Our own remark");
  await load([autumn]);
  const below = open.local.values(`${sheet}!B${String(first + 1)}:B${String(first + 5)}`).flat();
  expect(below).toContain("Our own remark");
  expect(below.indexOf("Our own remark")).toBeGreaterThanOrEqual(2);
  expect(await cell("WorkProgramme", "X.three", "Title")).toBe("Three");
  expect(await cell("WorkProgramme", "X.four", "Title")).toBe("Four");
});

test("Replace keeps the old sheets under a dated name and starts from the documents", async () => {
  await type("WorkProgramme", "X.one", "Title", "Our title");
  const report = await load([march], { replace: true, today: "2026-11-21" });
  expect(report.kept).toContainEqual({ sheet: "Work programme", as: "Work programme 2026-11-21" });
  expect(await cell("WorkProgramme", "X.one", "Title")).toBe("One");
  expect(await cell("Kept_WorkProgramme_2026_11_21", "X.one", "Title")).toBe("Our title");
  expect((await load([march])).created).toEqual([]);
});

test("an interrupted replacement that is repeated keeps the old sheets once", async () => {
  await type("WorkProgramme", "X.one", "Title", "Our title");
  await load([march], { replace: true, today: "2026-11-21" });
  const expected = await contentOf(open);
  for (const fault of ["noAnswer", "half"] as const) {
    for (let at = 2; at <= 4; at += 1) {
      open.local.close();
      open = await openWorkbook();
      await load([march]);
      await type("WorkProgramme", "X.one", "Title", "Our title");
      await planFault(open, fault, at).outcomeOf(
        open.page.workbook.loadDocuments([march], { replace: true, today: "2026-11-21" }),
      );
      open = await reopen(open);
      await load([march], { replace: true, today: "2026-11-21", lockTimeout: 0 });
      expect([fault, at, await contentOf(open)]).toEqual([fault, at, expected]);
    }
  }
});

test("a missing table and missing columns are reported and repaired", async () => {
  await open.local.user.deleteSheet("Meetings");
  await open.local.user.removeTableColumn("WorkProgramme", "Key");
  expect(await open.page.workbook.readTableProblems()).toEqual([
    { table: "WorkProgramme", sheet: "Work programme", kind: "columns missing", columns: ["Key"] },
    { table: "Meetings", sheet: "Meetings", kind: "missing", columns: [] },
  ]);
  expect((await open.page.workbook.loadDocuments([march])).outcome).toBe("unreadable");
  expect((await open.page.workbook.repairTables()).outcome).toBe("loaded");
  expect(await open.page.workbook.readTableProblems()).toEqual([]);
  expect(await cell("WorkProgramme", "X.two", "Key")).toBe("x.two");
  expect((await load([march])).differences).toEqual([]);
});
