/** Second loads into workbooks that users have changed. */
import { DEFAULT_MATRIX } from "local-excel";
import { contentOf, openWorkbook, type OpenWorkbook } from "../support";
import { address, march, revised, type } from "./editing";
import { Gate } from "./request-gate";

let open: OpenWorkbook;
afterEach(() => {
  open.local.close();
});

async function loaded(excelApi = DEFAULT_MATRIX["ExcelApi"] ?? 1.17): Promise<void> {
  open = await openWorkbook({ matrix: { ...DEFAULT_MATRIX, ExcelApi: excelApi } });
  expect((await open.page.workbook.loadDocuments([march])).outcome).toBe("loaded");
  await open.local.settled();
}

async function again() {
  const outcome = await open.page.workbook.loadDocuments(revised);
  if (outcome.outcome !== "loaded") throw new Error(JSON.stringify(outcome));
  return outcome.report;
}

async function rows(table: string): Promise<Record<string, unknown>[]> {
  return open.run(async (context) => {
    const object = context.workbook.tables.getItem(table);
    const header = object.getHeaderRowRange();
    const body = object.getDataBodyRange();
    header.load("values");
    body.load("values");
    await context.sync();
    return body.values.map((row) =>
      Object.fromEntries((header.values[0] ?? []).map((name, at) => [String(name), row[at] as unknown])),
    );
  });
}

const column = async (table: string, header: string): Promise<unknown[]> =>
  (await rows(table)).map((row) => row[header]);

const EVERY = ["X.1999", "X.2000", "X.two", "X.three", "X.five", "X.six", "X.seven", "X.eight"].sort();
const items = async (): Promise<unknown[]> => (await column("WorkProgramme", "Item")).sort();

describe.each([DEFAULT_MATRIX["ExcelApi"] ?? 1.17, 1.14, 1.9])("with ExcelApi %s", (excelApi) => {
  test("a totals row stays below the rows that a load adds", async () => {
    await loaded(excelApi);
    await open.run(async (context) => {
      context.workbook.tables.getItem("WorkProgramme").showTotals = true;
      context.workbook.tables.getItem("History").showTotals = true;
      await context.sync();
    });
    await again();
    expect(await items()).toEqual(EVERY);
    expect((await again()).added).toEqual({});
    expect(await items()).toEqual(EVERY);
  });

  test("rows that a filter hides are brought up to date like the others", async () => {
    await loaded(excelApi);
    await open.local.user.filter("WorkProgramme", "Title", ["Title of X.six"]);
    await open.local.user.filter("History", "Title", ["Title of X.six"]);
    await again();
    expect(await items()).toEqual(EVERY);
    const titles = await column("WorkProgramme", "Title");
    expect(titles).toContain("One at last");
  });
});

test("formulas, figures and errors that people put into cells stay", async () => {
  await loaded();
  await open.local.user.format(await address(open, "WorkProgramme", "X.one", "Title"), "General");
  await type(open, "WorkProgramme", "X.one", "Title", "=1+1");
  await open.local.user.format(await address(open, "WorkProgramme", "X.two", "Title"), "General");
  await type(open, "WorkProgramme", "X.two", "Title", "=NA()");
  await open.local.user.format(await address(open, "WorkProgramme", "X.three", "Title"), "General");
  await type(open, "WorkProgramme", "X.three", "Title", "2025");
  await open.local.settled();
  const report = await again();
  expect(open.local.formula(await address(open, "WorkProgramme", "X.one", "Title"))).toBe("=1+1");
  expect(open.local.formula(await address(open, "WorkProgramme", "X.two", "Title"))).toBe("=NA()");
  expect(open.local.value(await address(open, "WorkProgramme", "X.three", "Title"))).toBe(2025);
  expect(report.differences.map(({ item, field }) => `${item} ${field}`).sort()).toEqual([
    "X.1999 Title",
    "X.three Title",
    "X.two Title",
  ]);
});

test("a date that people replaced by words, and words replaced by a date, come and go as such", async () => {
  await loaded();
  const since = () => address(open, "WorkProgramme", "X.one", "Since");
  await open.local.user.format(await since(), "@");
  await open.local.user.type(await since(), "some time ago");
  const [difference] = (await again()).differences.filter(({ field }) => field === "Since");
  expect(difference).toMatchObject({ item: "X.1999", theirs: "some time ago" });
  if (difference) await open.page.workbook.applyDifference(difference);
  expect(open.local.value(await since())).toBe(difference?.documents);
  expect(typeof difference?.documents).toBe("number");
  expect((await again()).differences).toEqual([]);
});

test("a deleted row of figures is restored as figures", async () => {
  open = await openWorkbook();
  const seeds = open.page.readSeeds();
  expect((await open.page.workbook.loadDocuments(seeds)).outcome).toBe("loaded");
  await open.local.user.deleteTableRows("Annex_2023_09_E", 1);
  const outcome = await open.page.workbook.loadDocuments(seeds);
  if (outcome.outcome !== "loaded") throw new Error(JSON.stringify(outcome));
  await open.page.workbook.applyDifferences(outcome.report.differences);
  expect((await column("Annex_2023_09_E", "TD")).filter((count) => count !== "")).toEqual([415, 342, 331, 394]);
});

test("a difference applied while a user sorts the table is written to its own row", async () => {
  await loaded();
  await type(open, "WorkProgramme", "X.one", "Title", "Our title");
  await type(open, "WorkProgramme", "X.five", "Title", "Another of ours");
  const { differences } = await again();
  const gate = new Gate([open.local.window]);
  await gate.through(
    open.page.workbook.applyDifferences(differences),
    () => 0,
    async (count) => {
      if (count === 1) await open.local.coauthor.sort("WorkProgramme", "Item", false);
    },
  );
  expect((await column("WorkProgramme", "Title")).sort()).toEqual(
    [
      "One at last",
      "Two, revised",
      ...["three", "four", "five", "six", "seven"].map((name) => `Title of X.${name}`),
      "=1+1",
    ].sort(),
  );
});

test("sheets and tables of people's own that bear our names are left alone", async () => {
  open = await openWorkbook();
  const { user } = open.local;
  for (const name of ["Meetings", "Lists", "Work programme", "2024-03 Annex C"]) {
    await user.addSheet(name);
    await user.type(`'${name}'!A1`, "ours");
  }
  expect((await open.page.workbook.loadDocuments([march])).outcome).toBe("loaded");
  await again();
  for (const name of ["Meetings", "Lists", "Work programme", "2024-03 Annex C"]) {
    expect(open.local.values(`'${name}'!A1:B2`)).toEqual([
      ["ours", ""],
      ["", ""],
    ]);
  }
  expect(await items()).toEqual(EVERY);
  const validation = open.local.user.choices(await address(open, "WorkProgramme", "X.six", "Question"));
  expect(validation).toContain("11/17");
});

test("a table of people's own that bears a name of ours is not touched, and named", async () => {
  open = await openWorkbook();
  await open.local.user.paste("Sheet1!A1", [
    ["Version", "Author"],
    ["1", "Ann"],
  ]);
  await open.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").tables.add("A1:B2", true).name = "History";
    await context.sync();
  });
  const before = await contentOf(open);
  await open.page.store.refreshStore();
  expect(open.page.store.currentProgramme()).toBeNull();
  for (const options of [{}, { replace: true }]) {
    await expect(open.page.workbook.loadDocuments([march], options)).rejects.toMatchObject({
      code: "NameTaken",
      message: expect.stringContaining("History") as string,
    });
  }
  await expect(open.page.workbook.repairTables()).rejects.toMatchObject({ code: "NameTaken" });
  expect(await contentOf(open)).toEqual(before);
  await open.run(async (context) => {
    context.workbook.tables.getItem("History").name = "Versions";
    await context.sync();
  });
  expect((await open.page.workbook.loadDocuments(revised)).outcome).toBe("loaded");
  expect(await items()).toEqual(EVERY);
});

test("an emptied table receives new rows, and deleted rows are reported", async () => {
  await loaded();
  await open.local.user.deleteTableRows("WorkProgramme", 0, 6);
  const report = await again();
  expect((await items()).filter((item) => item !== "")).toEqual(
    ["X.eight", "X.seven", "X.1999", "X.2000", "X.two"].sort(),
  );
  expect(
    report.differences
      .filter(({ field }) => field === "")
      .map(({ item }) => item)
      .sort(),
  ).toEqual(["X.five", "X.six", "X.three"]);
});

test("the Lists sheet deleted, or shown and renamed, is no loss", async () => {
  await loaded();
  await open.local.user.deleteSheet("Lists");
  await again();
  expect(open.local.user.choices(await address(open, "WorkProgramme", "X.six", "Question"))).toContain("11/17");
  expect(open.local.user.choices(await address(open, "WorkProgramme", "X.six", "Status"))).toContain("Approved");
  expect((await again()).created).toEqual([]);
  await open.local.user.renameSheet("Lists", "Don't touch");
  await open.local.user.hideSheet("Don't touch", false);
  expect((await again()).created).toEqual([]);
});

test("a protected sheet stops a load with a sentence; unprotected, the load is whole", async () => {
  await loaded();
  const protect = (yes: boolean) =>
    open.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Work programme");
      if (yes) sheet.protection.protect();
      else sheet.protection.unprotect();
      await context.sync();
    });
  await protect(true);
  await expect(open.page.workbook.loadDocuments(revised)).rejects.toMatchObject({ code: "AccessDenied" });
  await protect(false);
  await again();
  expect(await items()).toEqual(EVERY);
  const plain = await contentOf(open);
  open.local.close();
  await loaded();
  await again();
  expect(plain).toEqual(await contentOf(open));
});
