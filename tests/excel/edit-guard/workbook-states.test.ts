/** Edits in any state of the workbook: applied wholly or not at all, without assumed values. */
import { GuardHarness } from "./guard-harness";

jest.setTimeout(300_000);

const WORK = "WorkProgramme";

let harness: GuardHarness;
beforeEach(async () => {
  harness = await GuardHarness.small();
});
afterEach(() => {
  harness.close();
});

const texts = (): string => harness.messages.map(({ text }) => text).join("\n");

const run = async (work: (context: Excel.RequestContext) => void | Promise<void>): Promise<void> => {
  await harness.open.run(async (context) => {
    await work(context);
    await context.sync();
  });
  await harness.settled();
};

const protect = (sheet: string, on: boolean): Promise<void> =>
  run((context) => {
    const { protection } = context.workbook.worksheets.getItem(sheet);
    if (on) protection.protect();
    else protection.unprotect();
  });

/** An item of the work programme that may become Determined, with the annex that shows it. */
const ITEM = "X.5Gsec-netec";

/** Everything that the managed tables hold. */
const everything = (): Record<string, unknown> =>
  Object.fromEntries(harness.open.local.tables().map(({ name }) => [name, harness.rows(name)]));

describe("tables that cannot be read", () => {
  test("a renamed heading: no value is assumed, other tables remain guarded, and what cannot be recorded is reverted", async () => {
    const annex = harness.annexOf(ITEM);
    await harness.user.renameTableColumn(WORK, "Status", "State");
    await harness.settled();
    const before = everything();
    expect(texts()).toContain("“Work programme”: the column “Status” is missing or renamed");
    expect(harness.open.page.store.currentProgramme()).toBeNull();
    await harness.open.page.guard.auditWorkbook();
    await harness.settled();
    expect(everything()).toEqual(before);
    await harness.type(ITEM, "Status", "Determined", annex);
    expect(everything()).toEqual(before);
    expect(texts()).toContain("choose Repair");
    const outcome = await harness.open.page.workbook.repairTables();
    expect(outcome.outcome).toBe("loaded");
    await harness.settled();
    expect(harness.headers(WORK)).toContain("Status");
    expect(harness.headers(WORK)).not.toContain("State");
    await harness.type(ITEM, "Status", "Determined", annex);
    expect(harness.status(ITEM)).toBe("Determined");
  });

  test("a renamed History: the edit is put back before anything was written; Repair finds the table by its columns", async () => {
    await run((context) => {
      context.workbook.tables.getItem("History").name = "Chronicle";
    });
    const before = harness.rows(WORK);
    await harness.type(ITEM, "Status", "Determined");
    expect(harness.rows(WORK)).toEqual(before);
    expect(texts()).toContain("the table History is missing or renamed");
    expect(harness.open.page.store.currentIndex()).toBeNull();
    await harness.open.page.workbook.repairTables();
    await harness.settled();
    await harness.type(ITEM, "Status", "Determined");
    expect(harness.history(ITEM).at(-1)).toMatchObject({ To: "Determined" });
  });

  test("a work programme converted to a range becomes a table again", async () => {
    const before = harness.rows(WORK);
    await run((context) => {
      context.workbook.tables.getItem(WORK).convertToRange();
    });
    expect(texts()).toContain("the table WorkProgramme is missing or renamed");
    await harness.open.page.workbook.repairTables();
    await harness.settled();
    expect(harness.rows(WORK)).toEqual(before);
    await harness.type(ITEM, "Status", "Determined");
    expect(harness.history(ITEM).at(-1)).toMatchObject({ To: "Determined" });
  });

  test("an annex without its header row: the others are guarded, and loading switches it on", async () => {
    await run((context) => {
      context.workbook.tables.getItem("Annex_2023_09_C").showHeaders = false;
    });
    await harness.type("X.1220", "Status", "Agreed");
    expect(harness.status("X.1220")).toBe("Consented");
    await harness.type(ITEM, "Status", "Determined");
    expect(harness.status(ITEM)).toBe("Determined");
    const { workbook, readSeeds } = harness.open.page;
    expect((await workbook.loadDocuments(readSeeds())).outcome).toBe("loaded");
    expect(harness.table("Annex_2023_09_C").showHeaders).toBe(true);
  });
});

test("a workbook that was replaced is guarded, and the sheets kept from before are not", async () => {
  const { workbook, readSeeds } = harness.open.page;
  await workbook.loadDocuments(readSeeds(), { replace: true, today: "2026-11-21" });
  await harness.settled();
  await harness.type(ITEM, "Status", "Approved");
  expect(harness.status(ITEM)).toBe("Under study");
  await harness.type(ITEM, "Status", "Determined");
  expect(harness.history(ITEM).at(-1)).toMatchObject({ To: "Determined" });
  harness.news();
  await harness.type(ITEM, "Status", "nonsense", "Kept_WorkProgramme_2026_11_21");
  expect(harness.value("Kept_WorkProgramme_2026_11_21", ITEM, "Status")).toBe("nonsense");
  expect(harness.news()).toEqual([]);
});

test("a column of the user's own may hold anything, in every table", async () => {
  for (const name of [WORK, "History", harness.annexOf(ITEM)]) {
    await harness.user.addTableColumn(name, "Mine", 2);
    await harness.settled();
    await harness.type(0, "Mine", "a note", name);
    expect(harness.value(name, 0, "Mine")).toBe("a note");
  }
  expect(harness.messages).toEqual([]);
});

describe("protected sheets", () => {
  test("each in turn: the edit is made wholly or put back wholly, and the message names the sheet", async () => {
    const annex = harness.annexOf(ITEM);
    const sheets = ["Work programme", "History of items", `2023-09 Annex ${annex.slice(-1)}`];
    for (const sheet of sheets) {
      const before = everything();
      await protect(sheet, true);
      if (sheet !== "Work programme") {
        await harness.type(ITEM, "Status", "Determined");
        expect(texts()).toContain(`the sheet “${sheet}” is protected`);
      } else {
        await harness.type(ITEM, "Status", "Determined", annex);
      }
      expect(everything()).toEqual(before);
      await protect(sheet, false);
      expect(everything()).toEqual(before);
    }
    await harness.type(ITEM, "Status", "Determined");
    expect(harness.status(ITEM)).toBe("Determined");
    expect(harness.value(annex, ITEM, "Status")).toBe("Determined");
    expect(harness.history(ITEM).at(-1)).toMatchObject({ To: "Determined" });
  });

  test("a load that would change a protected sheet writes nothing and names the sheet", async () => {
    await protect("Work programme", true);
    const before = everything();
    const { workbook, readSeeds } = harness.open.page;
    await expect(workbook.loadDocuments(readSeeds())).rejects.toThrow("“Work programme”");
    expect(everything()).toEqual(before);
  });
});

describe("filtered tables", () => {
  /** Writes of several rows over rows that a filter hides, which desktop Excel puts into other rows. */
  function badWrites(): string[] {
    const { cells } = harness.open.local.excel.host;
    const write = cells.write.bind(cells);
    const found: string[] = [];
    cells.write = (...call: Parameters<typeof write>) => {
      const [sheet, area] = call;
      let hidden = 0;
      for (let row = area.startRow; row <= area.endRow; row++) if (!sheet.getRowVisible(row)) hidden++;
      if (hidden > 0 && area.endRow > area.startRow) found.push(`${sheet.getName()} ${String(area.startRow)}`);
      return write(...call);
    };
    return found;
  }

  test("an edit is reverted although History is filtered, and the filter is kept", async () => {
    await harness.type(ITEM, "Status", "Determined");
    const before = harness.history(ITEM).length;
    await harness.user.filter("History", "Item", [ITEM]);
    await harness.user.filter("WorkProgramme", "Status", ["Consented", "Determined"]);
    const bad = badWrites();
    await harness.type(ITEM, "Status", "Under study");
    expect(harness.history(ITEM)).toHaveLength(before - 1);
    expect(harness.status(ITEM)).toBe("Under study");
    const history = harness.table("History");
    expect(harness.open.local.excel.host.filters.of(history.id)?.size).toBe(1);
    expect(bad).toEqual([]);
  });

  test("many edits over filtered rows are put back cell by cell", async () => {
    const before = harness.rows(WORK);
    await harness.user.filter(WORK, "Status", ["Consented"]);
    const bad = badWrites();
    bad.length = 0;
    await harness.user.paste(
      harness.at(WORK, 0, "Kind"),
      before.map(() => ["nonsense"]),
    );
    await harness.settled();
    expect(harness.rows(WORK)).toEqual(before);
    expect(bad.filter((each) => !each.startsWith("Work programme"))).toEqual([]);
  });
});

describe("what is not ours", () => {
  test("a copy of a sheet is neither read nor guarded, and reported once", async () => {
    const annex = "Annex_2023_09_A";
    const { area } = harness.table(annex);
    const values = [harness.headers(annex), ...harness.rows(annex)];
    await run((context) => {
      const sheet = context.workbook.worksheets.add("2023-09 Annex A (2)");
      const range = sheet.getRangeByIndexes(area.startRow, 0, values.length, values[0]?.length ?? 0);
      range.numberFormat = values.map((row) => row.map(() => "@"));
      range.values = values;
      sheet.tables.add(range, true).name = `${annex}20`;
    });
    expect(texts()).toContain("“2023-09 Annex A (2)” is a copy");
    await harness.type(0, "Status", "nonsense", `${annex}20`);
    expect(harness.value(`${annex}20`, 0, "Status")).toBe("nonsense");
    await harness.open.page.guard.auditWorkbook();
    await harness.settled();
    expect(harness.value(`${annex}20`, 0, "Status")).toBe("nonsense");
    expect(harness.messages.filter(({ text }) => text.includes("is a copy"))).toHaveLength(1);
  });

  test("a column of the user's own is left alone in rows that are added", async () => {
    await harness.user.addTableColumn("History", "Year");
    await harness.settled();
    const written: unknown[][] = [];
    const { cells } = harness.open.local.excel.host;
    const write = cells.write.bind(cells);
    cells.write = (...call: Parameters<typeof write>) => {
      if (call[0].getName() === "History of items") written.push(...(call[2] as unknown[][]));
      return write(...call);
    };
    await harness.type(ITEM, "Status", "Determined");
    const own = harness.headers("History").indexOf("Year");
    expect(written.filter((row) => row.length > own).map((row) => row[own])).toEqual([null]);
  });

  test("typing where no table of ours is costs no request; one edit costs one", async () => {
    await harness.open.run(async (context) => {
      context.workbook.worksheets.add("Scratch");
      await context.sync();
    });
    await harness.settled();
    const { traffic } = harness.open.local.excel;
    const requests = async (work: () => Promise<void>): Promise<number> => {
      const before = traffic.requests;
      await work();
      await harness.settled();
      return traffic.requests - before;
    };
    const selected: unknown[] = [];
    const stop = harness.open.page.workbook.onSelectionChanged((found) => selected.push(found), 0);
    await harness.settled();
    expect(await requests(() => harness.user.type("Scratch!B2", "something"))).toBe(0);
    expect(await requests(() => harness.user.select("Scratch!B3"))).toBe(0);
    expect(await requests(() => harness.user.select(harness.at(WORK, ITEM, "Title")))).toBeLessThanOrEqual(1);
    expect(selected.at(-1)).toMatchObject({ table: WORK });
    stop();
    expect(await requests(() => harness.user.type(harness.at(WORK, ITEM, "Status"), "Determined"))).toBe(1);
    expect(await requests(() => harness.user.type(harness.at(WORK, "X.1220", "Status"), "Agreed"))).toBe(1);
    const nonsense = harness.rows(WORK).map(() => ["nonsense"]);
    expect(await requests(() => harness.user.paste(harness.at(WORK, 0, "Kind"), nonsense))).toBeLessThanOrEqual(3);
  });
});

test("a row typed below the others gets the formats of its columns", async () => {
  const { area } = harness.table(WORK);
  const columns = harness.headers(WORK);
  const at = (header: string) => ({ row: area.endRow + 1, column: area.startColumn + columns.indexOf(header) });
  const item = at("Item");
  const address = `'Work programme'!${String.fromCharCode(65 + item.column)}${String(item.row + 1)}`;
  await harness.user.type(address, "X.brand-new");
  await harness.settled();
  const since = harness.at(WORK, "X.brand-new", "Since");
  let format: unknown;
  await run(async (context) => {
    const [sheet = "", cell = ""] = since.split("!");
    const range = context.workbook.worksheets.getItem(sheet.replaceAll("'", "")).getRange(cell);
    range.load("numberFormat,values");
    await context.sync();
    format = range.numberFormat[0]?.[0];
  });
  expect(format).toBe("yyyy-mm-dd");
});
