/** Edits in whatever state people have brought the workbook into: carried out wholly or not at all, and nothing assumed. */
import { Desk } from "./guard-harness";

jest.setTimeout(300_000);

const WORK = "WorkProgramme";

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.small();
});
afterEach(() => {
  desk.close();
});

const texts = (): string => desk.messages.map(({ text }) => text).join("\n");

const run = async (work: (context: Excel.RequestContext) => void | Promise<void>): Promise<void> => {
  await desk.open.run(async (context) => {
    await work(context);
    await context.sync();
  });
  await desk.settled();
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
  Object.fromEntries(desk.open.local.tables().map(({ name }) => [name, desk.rows(name)]));

describe("tables that cannot be read", () => {
  test("a renamed heading: nothing is assumed, other tables stay guarded, and what cannot be recorded is put back", async () => {
    const annex = desk.annexOf(ITEM);
    await desk.user.renameTableColumn(WORK, "Status", "State");
    await desk.settled();
    const before = everything();
    expect(texts()).toContain("“Work programme”: the column “Status” is missing or renamed");
    expect(desk.open.page.store.currentProgramme()).toBeNull();
    await desk.open.page.guard.sweep();
    await desk.settled();
    expect(everything()).toEqual(before);
    await desk.type(ITEM, "Status", "Determined", annex);
    expect(everything()).toEqual(before);
    expect(texts()).toContain("choose Repair");
    const outcome = await desk.open.page.workbook.repairTables();
    expect(outcome.outcome).toBe("loaded");
    await desk.settled();
    expect(desk.headers(WORK)).toContain("Status");
    expect(desk.headers(WORK)).not.toContain("State");
    await desk.type(ITEM, "Status", "Determined", annex);
    expect(desk.status(ITEM)).toBe("Determined");
  });

  test("a renamed History: the edit is put back before anything was written; Repair finds the table by its columns", async () => {
    await run((context) => {
      context.workbook.tables.getItem("History").name = "Chronicle";
    });
    const before = desk.rows(WORK);
    await desk.type(ITEM, "Status", "Determined");
    expect(desk.rows(WORK)).toEqual(before);
    expect(texts()).toContain("the table History is missing or renamed");
    expect(desk.open.page.store.currentIndex()).toBeNull();
    await desk.open.page.workbook.repairTables();
    await desk.settled();
    await desk.type(ITEM, "Status", "Determined");
    expect(desk.history(ITEM).at(-1)).toMatchObject({ To: "Determined" });
  });

  test("a work programme converted to a range becomes a table again", async () => {
    const before = desk.rows(WORK);
    await run((context) => {
      context.workbook.tables.getItem(WORK).convertToRange();
    });
    expect(texts()).toContain("the table WorkProgramme is missing or renamed");
    await desk.open.page.workbook.repairTables();
    await desk.settled();
    expect(desk.rows(WORK)).toEqual(before);
    await desk.type(ITEM, "Status", "Determined");
    expect(desk.history(ITEM).at(-1)).toMatchObject({ To: "Determined" });
  });

  test("an annex without its header row: the others are guarded, and loading switches it on", async () => {
    await run((context) => {
      context.workbook.tables.getItem("Annex_2023_09_C").showHeaders = false;
    });
    await desk.type("X.1220", "Status", "Agreed");
    expect(desk.status("X.1220")).toBe("Consented");
    await desk.type(ITEM, "Status", "Determined");
    expect(desk.status(ITEM)).toBe("Determined");
    const { workbook, readSeeds } = desk.open.page;
    expect((await workbook.loadDocuments(readSeeds())).outcome).toBe("loaded");
    expect(desk.table("Annex_2023_09_C").showHeaders).toBe(true);
  });
});

describe("protected sheets", () => {
  test("each in turn: the edit is made wholly or put back wholly, and the message names the sheet", async () => {
    const annex = desk.annexOf(ITEM);
    const sheets = ["Work programme", "History of items", `2023-09 Annex ${annex.slice(-1)}`];
    for (const sheet of sheets) {
      const before = everything();
      await protect(sheet, true);
      if (sheet !== "Work programme") {
        await desk.type(ITEM, "Status", "Determined");
        expect(texts()).toContain(`the sheet “${sheet}” is protected`);
      } else {
        await desk.type(ITEM, "Status", "Determined", annex);
      }
      expect(everything()).toEqual(before);
      await protect(sheet, false);
      expect(everything()).toEqual(before);
    }
    await desk.type(ITEM, "Status", "Determined");
    expect(desk.status(ITEM)).toBe("Determined");
    expect(desk.value(annex, ITEM, "Status")).toBe("Determined");
    expect(desk.history(ITEM).at(-1)).toMatchObject({ To: "Determined" });
  });

  test("a load that would change a protected sheet writes nothing and says which", async () => {
    await protect("Work programme", true);
    const before = everything();
    const { workbook, readSeeds } = desk.open.page;
    await expect(workbook.loadDocuments(readSeeds())).rejects.toThrow("“Work programme”");
    expect(everything()).toEqual(before);
  });
});

describe("filtered tables", () => {
  /** Writes of several rows over rows that a filter hides, which desktop Excel puts into other rows. */
  function badWrites(): string[] {
    const { cells } = desk.open.local.excel.host;
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

  test("an edit is taken back although History is filtered, and its filter stays", async () => {
    await desk.type(ITEM, "Status", "Determined");
    const before = desk.history(ITEM).length;
    await desk.user.filter("History", "Item", [ITEM]);
    await desk.user.filter("WorkProgramme", "Status", ["Consented", "Determined"]);
    const bad = badWrites();
    await desk.type(ITEM, "Status", "Under study");
    expect(desk.history(ITEM)).toHaveLength(before - 1);
    expect(desk.status(ITEM)).toBe("Under study");
    const history = desk.table("History");
    expect(desk.open.local.excel.host.filtered.get(history.id)?.size).toBe(1);
    expect(bad).toEqual([]);
  });

  test("many edits over filtered rows are put back cell by cell", async () => {
    const before = desk.rows(WORK);
    await desk.user.filter(WORK, "Status", ["Consented"]);
    const bad = badWrites();
    bad.length = 0;
    await desk.user.paste(
      desk.at(WORK, 0, "Kind"),
      before.map(() => ["nonsense"]),
    );
    await desk.settled();
    expect(desk.rows(WORK)).toEqual(before);
    expect(bad.filter((each) => !each.startsWith("Work programme"))).toEqual([]);
  });
});

describe("what is not ours", () => {
  test("a copy of a sheet is neither read nor guarded, and said to be one once", async () => {
    const annex = "Annex_2023_09_A";
    const { area } = desk.table(annex);
    const values = [desk.headers(annex), ...desk.rows(annex)];
    await run((context) => {
      const sheet = context.workbook.worksheets.add("2023-09 Annex A (2)");
      const range = sheet.getRangeByIndexes(area.startRow, 0, values.length, values[0]?.length ?? 0);
      range.numberFormat = values.map((row) => row.map(() => "@"));
      range.values = values;
      sheet.tables.add(range, true).name = `${annex}20`;
    });
    expect(texts()).toContain("“2023-09 Annex A (2)” is a copy");
    await desk.type(0, "Status", "nonsense", `${annex}20`);
    expect(desk.value(`${annex}20`, 0, "Status")).toBe("nonsense");
    await desk.open.page.guard.sweep();
    await desk.settled();
    expect(desk.value(`${annex}20`, 0, "Status")).toBe("nonsense");
    expect(desk.messages.filter(({ text }) => text.includes("is a copy"))).toHaveLength(1);
  });

  test("a column of the user's own is left alone in rows that are added", async () => {
    await desk.user.addTableColumn("History", "Year");
    await desk.settled();
    const written: unknown[][] = [];
    const { cells } = desk.open.local.excel.host;
    const write = cells.write.bind(cells);
    cells.write = (...call: Parameters<typeof write>) => {
      if (call[0].getName() === "History of items") written.push(...(call[2] as unknown[][]));
      return write(...call);
    };
    await desk.type(ITEM, "Status", "Determined");
    const own = desk.headers("History").indexOf("Year");
    expect(written.filter((row) => row.length > own).map((row) => row[own])).toEqual([null]);
  });

  test("typing where no table of ours is costs no request; one edit costs one", async () => {
    await desk.open.run(async (context) => {
      context.workbook.worksheets.add("Scratch");
      await context.sync();
    });
    await desk.settled();
    const { traffic } = desk.open.local.excel;
    const requests = async (work: () => Promise<void>): Promise<number> => {
      const before = traffic.requests;
      await work();
      await desk.settled();
      return traffic.requests - before;
    };
    const selected: unknown[] = [];
    const stop = await desk.open.page.workbook.followSelection((found) => selected.push(found), 0);
    await desk.settled();
    expect(await requests(() => desk.user.type("Scratch!B2", "something"))).toBe(0);
    expect(await requests(() => desk.user.select("Scratch!B3"))).toBe(0);
    expect(await requests(() => desk.user.select(desk.at(WORK, ITEM, "Title")))).toBeLessThanOrEqual(1);
    expect(selected.at(-1)).toMatchObject({ table: WORK });
    await stop();
    expect(await requests(() => desk.user.type(desk.at(WORK, ITEM, "Status"), "Determined"))).toBe(1);
    expect(await requests(() => desk.user.type(desk.at(WORK, "X.1220", "Status"), "Agreed"))).toBe(1);
    const nonsense = desk.rows(WORK).map(() => ["nonsense"]);
    expect(await requests(() => desk.user.paste(desk.at(WORK, 0, "Kind"), nonsense))).toBeLessThanOrEqual(3);
  });
});

test("a row typed below the others gets the formats of its columns", async () => {
  const { area } = desk.table(WORK);
  const columns = desk.headers(WORK);
  const at = (header: string) => ({ row: area.endRow + 1, column: area.startColumn + columns.indexOf(header) });
  const item = at("Item");
  const address = `'Work programme'!${String.fromCharCode(65 + item.column)}${String(item.row + 1)}`;
  await desk.user.type(address, "X.brand-new");
  await desk.settled();
  const since = desk.at(WORK, "X.brand-new", "Since");
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
