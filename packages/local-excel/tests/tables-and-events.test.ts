import type { HeadlessExcel } from "../headless";
import { errorOf, openSmall, run } from "./open";

let local: HeadlessExcel;

interface ReportedEvent {
  changeType: string;
  source: string;
  address: string;
  triggerSource?: string;
  details?: { valueBefore: unknown; valueAfter: unknown };
  type: string;
  [key: string]: unknown;
}

/** What the add-in's handlers were told, in order. */
let reported: ReportedEvent[];

/** A table of five columns' worth of nothing special: Item, Status, Note. */
async function withTable(): Promise<void> {
  local = await openSmall();
  await run(local, async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A3:C6").values = [
      ["Item", "Status", "Note"],
      ["X.1", "Approved", ""],
      ["X.2", "Consented", ""],
      ["X.3", "Under study", "n"],
    ];
    const table = sheet.tables.add("A3:C6", true);
    table.name = "Programme";
    await context.sync();
  });
}

async function listen(): Promise<void> {
  reported = [];
  const hear = (event: unknown): Promise<void> => {
    reported.push(JSON.parse(JSON.stringify(event)) as ReportedEvent);
    return Promise.resolve();
  };
  await run(local, async (context) => {
    const { worksheets, tables } = context.workbook;
    worksheets.onChanged.add(hear);
    worksheets.onRowSorted.add(hear);
    worksheets.onAdded.add(hear);
    worksheets.onDeleted.add(hear);
    worksheets.onNameChanged.add(hear);
    worksheets.onActivated.add(hear);
    worksheets.onDeactivated.add(hear);
    worksheets.onRowHiddenChanged.add(hear);
    tables.onAdded.add(hear);
    tables.onDeleted.add(hear);
    await context.sync();
  });
}

beforeEach(withTable);
afterEach(() => {
  local.close();
});

const table = () => local.tables()[0];
const place = (): string => {
  const found = table();
  return found ? `${String(found.area.startRow + 1)}-${String(found.area.endRow + 1)}` : "gone";
};

describe("tables", () => {
  it("have parts, columns, rows and switches", async () => {
    const seen = await run(local, async (context) => {
      const found = context.workbook.tables.getItem("programme");
      const parts = [
        found.getRange(),
        found.getHeaderRowRange(),
        found.getDataBodyRange(),
        found.columns.getItem("Status").getDataBodyRange(),
      ];
      for (const part of parts) part.load("address");
      found.columns.load("items/name,items/id");
      const rows = found.rows.getCount();
      found.showFilterButton = false;
      found.style = "TableStyleLight1";
      found.load("style,showFilterButton,name,id");
      const missing = context.workbook.tables.getItemOrNullObject("none").load("name");
      await context.sync();
      return [
        ...parts.map(({ address }) => address),
        found.columns.items.map(({ name }) => name),
        rows.value,
        found.style,
        found.showFilterButton,
        missing.isNullObject,
      ];
    });
    expect(seen).toEqual([
      "Sheet1!A3:C6",
      "Sheet1!A3:C3",
      "Sheet1!A4:C6",
      "Sheet1!B4:B6",
      ["Item", "Status", "Note"],
      3,
      "TableStyleLight1",
      false,
      true,
    ]);
  });

  it("grow when something is written right below, by hand or by the add-in", async () => {
    await local.user.type("Sheet1!A7", "X.4");
    expect(place()).toBe("3-7");
    await run(local, async (context) => {
      const body = context.workbook.tables.getItem("Programme").getDataBodyRange();
      body.getRowsBelow(2).values = [
        ["X.5", "Agreed", ""],
        ["X.6", "Agreed", ""],
      ];
      await context.sync();
    });
    expect(place()).toBe("3-9");
  });

  it("grow to the right when a header is typed beside them", async () => {
    await local.user.type("Sheet1!D3", "Who");
    expect(table()?.columns.map(({ name }) => name)).toEqual(["Item", "Status", "Note", "Who"]);
  });

  it("are resized, and refuse another header row", async () => {
    await run(local, async (context) => {
      context.workbook.tables.getItem("Programme").resize("A3:C10");
      await context.sync();
    });
    expect(place()).toBe("3-10");
    const code = await errorOf(local, async (context) => {
      context.workbook.tables.getItem("Programme").resize("A4:C10");
      await context.sync();
    });
    expect(code).toBe("InvalidArgument");
  });

  it("keep headers text, distinct and filled", async () => {
    await local.user.type("Sheet1!B3", "item");
    await local.user.type("Sheet1!C3", 2024);
    expect(local.values("Sheet1!A3:C3")).toEqual([["Item", "item2", "2024"]]);
    expect(table()?.columns.map(({ name }) => name)).toEqual(["Item", "item2", "2024"]);
  });

  it("move with the sheet, and come back with undo", async () => {
    await local.user.insertRows("Sheet1!1:2");
    expect(place()).toBe("5-8");
    await local.user.deleteRows("Sheet1!8:8");
    expect(place()).toBe("5-7");
    await local.user.undo();
    expect(place()).toBe("5-8");
    expect(local.value("Sheet1!A8")).toBe("X.3");
    await local.user.deleteRows("Sheet1!5:8");
    expect(local.tables()).toEqual([]);
    await local.user.undo();
    expect(place()).toBe("5-8");
  });

  it("take rows and columns out and in", async () => {
    await local.user.deleteTableRows("Programme", 1);
    expect(local.values("Sheet1!A4:A6")).toEqual([["X.1"], ["X.3"], [""]]);
    expect(place()).toBe("3-5");
    await local.user.addTableColumn("Programme", "Priority", 1);
    expect(table()?.columns.map(({ name }) => name)).toEqual(["Item", "Priority", "Status", "Note"]);
    expect(local.values("Sheet1!A4:D4")).toEqual([["X.1", "", "Approved", ""]]);
    await local.user.removeTableColumn("Programme", "Note");
    expect(table()?.columns.map(({ name }) => name)).toEqual(["Item", "Priority", "Status"]);
    await run(local, async (context) => {
      context.workbook.tables.getItem("Programme").rows.add(-1, [["X.9", 1, "Agreed"]] as unknown as string[][]);
      context.workbook.tables.getItem("Programme").rows.getItemAt(0).delete();
      await context.sync();
    });
    expect(local.values("Sheet1!A4:C5")).toEqual([
      ["X.3", "", "Under study"],
      ["X.9", 1, "Agreed"],
    ]);
  });

  it("refuse to overlap, and names taken", async () => {
    const overlap = await errorOf(local, async (context) => {
      context.workbook.worksheets.getItem("Sheet1").tables.add("B5:D9", true);
      await context.sync();
    });
    const name = await errorOf(local, async (context) => {
      const other = context.workbook.worksheets.getItem("Sheet1").tables.add("F1:G2", true);
      other.name = "programme";
      await context.sync();
    });
    expect([overlap, name]).toEqual(["InvalidOperation", "ItemAlreadyExists"]);
  });

  it("are known to formulas by name", async () => {
    await local.enter("Sheet1!F1", "=COUNTA(Programme[Item])");
    expect(local.value("Sheet1!F1")).toBe(3);
  });

  it("become plain ranges or go altogether", async () => {
    await run(local, async (context) => {
      context.workbook.tables.getItem("Programme").convertToRange();
      await context.sync();
    });
    expect([local.tables().length, local.value("Sheet1!A3")]).toEqual([0, "Item"]);
  });
});

describe("events", () => {
  beforeEach(listen);

  it("tell of one cell with the value before and after", async () => {
    await local.user.type("Sheet1!B4", "Agreed");
    expect(reported).toHaveLength(1);
    expect(reported[0]).toMatchObject({
      type: "WorksheetChanged",
      changeType: "RangeEdited",
      source: "Local",
      address: "B4",
      details: { valueBefore: "Approved", valueAfter: "Agreed", valueTypeBefore: "String", valueTypeAfter: "String" },
    });
    expect(reported[0]?.triggerSource).not.toBe("ThisLocalAddin");
  });

  it("tell of a paste, a fill and a clear once, without values", async () => {
    await local.user.paste("Sheet1!B4", [
      ["a", "b"],
      ["c", "d"],
    ]);
    await local.user.fillDown("Sheet1!B4:B6");
    await local.user.clear("Sheet1!B4:C6");
    expect(reported.map(({ address, changeType, details }) => [address, changeType, details])).toEqual([
      ["B4:C5", "RangeEdited", undefined],
      ["B5:B6", "RangeEdited", undefined],
      ["B4:C6", "RangeEdited", undefined],
    ]);
  });

  it("tell the add-in of its own writes as its own", async () => {
    await run(local, async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("B4").values = [["Agreed"]];
      await context.sync();
    });
    await local.settled();
    expect(reported.map(({ source, triggerSource }) => [source, triggerSource])).toEqual([["Local", "ThisLocalAddin"]]);
  });

  it("tell of a co-author as remote", async () => {
    await local.coauthor.type("Sheet1!B4", "Agreed");
    expect(reported.map(({ source }) => source)).toEqual(["Remote"]);
  });

  it("tell two add-ins of one edit, local to one and remote to the other", async () => {
    const other = await local.openPane("coauthor");
    const heard: string[] = [];
    const page = other as unknown as { Excel: typeof Excel };
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((event) => {
        heard.push(event.source);
        return Promise.resolve();
      });
      await context.sync();
    });
    await local.coauthor.type("Sheet1!B4", "Agreed");
    expect([reported.map(({ source }) => source), heard]).toEqual([["Remote"], ["Local"]]);
  });

  it("tell of rows and columns", async () => {
    await local.user.insertRows("Sheet1!5:6");
    await local.user.deleteRows("Sheet1!5:6");
    await local.user.insertColumns("Sheet1!B:B");
    await local.user.deleteColumns("Sheet1!B:B");
    expect(reported.map(({ address, changeType }) => [address, changeType])).toEqual([
      ["5:6", "RowInserted"],
      ["5:6", "RowDeleted"],
      ["B:B", "ColumnInserted"],
      ["B:B", "ColumnDeleted"],
    ]);
  });

  it("tell of table rows deleted as cells deleted", async () => {
    await local.user.deleteTableRows("Programme", 0);
    expect(reported.map(({ address, changeType }) => [address, changeType])).toEqual([["A4:C4", "CellDeleted"]]);
  });

  it("tell of a sort as a sort", async () => {
    await local.user.sort("Programme", "Item", false);
    expect(local.values("Sheet1!A4:A6")).toEqual([["X.3"], ["X.2"], ["X.1"]]);
    expect(reported.map(({ type, address }) => [type, address])).toEqual([["WorksheetRowSorted", "A4:C6"]]);
  });

  it("tell of rows hidden by a filter", async () => {
    await local.user.filter("Programme", "Status", ["Approved"]);
    expect(reported.map(({ type, changeType }) => [type, changeType])).toEqual([
      ["WorksheetRowHiddenChanged", "Hidden"],
      ["WorksheetRowHiddenChanged", "Hidden"],
    ]);
    await local.user.clearFilter("Programme");
    expect(reported).toHaveLength(4);
  });

  it("tell of sheets added, renamed, activated and deleted, and of tables", async () => {
    await local.user.addSheet("Other");
    await local.user.renameSheet("Other", "Another");
    await local.user.activateSheet("Sheet1");
    await local.user.deleteSheet("Another");
    await run(local, async (context) => {
      context.workbook.tables.getItem("Programme").convertToRange();
      await context.sync();
    });
    await local.settled();
    expect(reported.map(({ type }) => type)).toEqual([
      "WorksheetAdded",
      "WorksheetDeactivated",
      "WorksheetActivated",
      "WorksheetNameChanged",
      "WorksheetDeactivated",
      "WorksheetActivated",
      "WorksheetDeleted",
      "TableDeleted",
    ]);
  });

  it("tell of a format only as a change too", async () => {
    await local.user.fill("Sheet1!B4", "#FF0000");
    expect(reported.map(({ address, changeType }) => [address, changeType])).toEqual([["B4", "RangeEdited"]]);
  });

  it("tell nothing while the add-in has switched them off", async () => {
    await run(local, async (context) => {
      context.runtime.enableEvents = false;
      await context.sync();
    });
    await local.user.type("Sheet1!B4", "unheard");
    await run(local, async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
    });
    await local.user.type("Sheet1!B4", "heard");
    expect(reported.map(({ details }) => details?.valueAfter)).toEqual(["heard"]);
  });

  it("tell nothing to a page that is closed, and nothing twice to one opened again", async () => {
    local.closePane();
    await local.user.type("Sheet1!B4", "nobody listens");
    expect(reported).toEqual([]);
    await local.openPane();
    await listen();
    await local.user.type("Sheet1!B4", "heard");
    expect(reported).toHaveLength(1);
  });

  it("hand out the range that changed, also after rows moved it", async () => {
    let address = "";
    await run(local, async (context) => {
      context.workbook.worksheets.getItem("Sheet1").onChanged.add(async (event) => {
        await run(local, async (inner) => {
          const range = event.getRange(inner).load("address");
          await inner.sync();
          address = range.address;
        });
      });
      await context.sync();
    });
    await local.user.type("Sheet1!B4", "Agreed");
    expect(address).toBe("Sheet1!B4");
  });

  it("tell of an undo as of any edit", async () => {
    await local.user.type("Sheet1!B4", "Agreed");
    await local.user.undo();
    expect(local.value("Sheet1!B4")).toBe("Approved");
    expect(reported.map(({ details }) => details?.valueAfter)).toEqual(["Agreed", "Approved"]);
  });
});

describe("events about formulas", () => {
  beforeEach(listen);

  it("know what stood in the cell before a formula and after one", async () => {
    await local.user.type("Sheet1!E1", 7);
    await local.user.type("Sheet1!E1", "=1+2");
    await local.user.type("Sheet1!E1", 9);
    expect(reported.map(({ details }) => details?.valueBefore)).toEqual(["", 7, 3]);
  });
});
