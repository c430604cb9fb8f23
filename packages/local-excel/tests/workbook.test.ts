import type { HeadlessExcel } from "../headless";
import { errorOf, openSmall, run } from "./open";

let local: HeadlessExcel;

beforeEach(async () => {
  local = await openSmall();
});

afterEach(() => {
  local.close();
});

describe("worksheets", () => {
  it("adds, finds, renames, moves, hides and deletes sheets", async () => {
    const seen = await run(local, async (context) => {
      const sheets = context.workbook.worksheets;
      const added = sheets.add("Work programme");
      const missing = sheets.getItemOrNullObject("nowhere");
      added.load("name,position,visibility,id");
      missing.load("name");
      await context.sync();
      added.name = "Programme";
      added.position = 0;
      added.visibility = "VeryHidden";
      added.tabColor = "#FF8800";
      await context.sync();
      added.load("name,position,visibility,tabColor");
      sheets.load("items/name");
      await context.sync();
      return [
        missing.isNullObject,
        added.name,
        added.position,
        added.visibility,
        added.tabColor,
        sheets.items.map((sheet) => sheet.name),
      ];
    });
    expect(seen).toEqual([true, "Programme", 0, "VeryHidden", "#FF8800", ["Programme", "Sheet1"]]);
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem("programme");
      sheet.visibility = "Visible";
      sheet.delete();
      await context.sync();
    });
    expect(local.sheetNames()).toEqual(["Sheet1"]);
  });

  it("adding a sheet leaves the active one active", async () => {
    const name = await run(local, async (context) => {
      context.workbook.worksheets.add("Other");
      const active = context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
      return active.name;
    });
    expect(name).toBe("Sheet1");
  });

  it.each([
    [
      "an unknown sheet",
      "ItemNotFound",
      (context: Excel.RequestContext) => void context.workbook.worksheets.getItem("nowhere").getRange("A1"),
    ],
    [
      "a name taken",
      "ItemAlreadyExists",
      (context: Excel.RequestContext) => void context.workbook.worksheets.add("sheet1"),
    ],
    [
      "a name Excel forbids",
      "InvalidArgument",
      (context: Excel.RequestContext) => void context.workbook.worksheets.add("a/b"),
    ],
    [
      "the last visible sheet deleted",
      "InvalidOperation",
      (context: Excel.RequestContext) => {
        context.workbook.worksheets.getActiveWorksheet().delete();
      },
    ],
    [
      "an array of the wrong size",
      "InvalidArgument",
      (context: Excel.RequestContext) => {
        context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2").values = [[1, 2]];
      },
    ],
  ])("refuses %s with %s", async (_what, code, work) => {
    const answer = await errorOf(local, async (context) => {
      work(context);
      await context.sync();
    });
    expect(answer).toBe(code);
  });

  it("does what went before an error and nothing after it", async () => {
    await errorOf(local, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1").values = [["before"]];
      sheet.getRange("A2:C2").values = [["too", "short"]];
      sheet.getRange("A3").values = [["after"]];
      await context.sync();
    });
    expect(local.values("Sheet1!A1:A3")).toEqual([["before"], [""], [""]]);
  });

  it("keeps Microsoft's own check: a property not loaded throws", async () => {
    const code = await errorOf(local, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      await context.sync();
      return sheet.name;
    });
    expect(code).toBe("PropertyNotLoaded");
  });

  it("freezes panes and tells where", async () => {
    const address = await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.freezePanes.freezeRows(3);
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      return frozen.address;
    });
    expect(address).toBe("Sheet1!1:3");
  });

  it("keeps page layout, headers, properties of sheet and workbook, settings", async () => {
    const seen = await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.pageLayout.orientation = "Landscape";
      sheet.pageLayout.paperSize = "A4";
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      sheet.pageLayout.setPrintTitleRows("$1:$4");
      sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = "&P";
      sheet.customProperties.add("schema", "3");
      context.workbook.properties.custom.add("Study group", "17");
      context.workbook.properties.title = "Programme";
      context.workbook.settings.add("version", { a: [1, 2] });
      await context.sync();
      const layout = sheet.pageLayout.load("orientation,paperSize,zoom");
      const footer = sheet.pageLayout.headersFooters.defaultForAllPages.load("centerFooter");
      const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject().load("address");
      const property = sheet.customProperties.getItemOrNullObject("SCHEMA").load("value");
      const custom = context.workbook.properties.custom.getItem("Study group").load("value");
      const setting = context.workbook.settings.getItemOrNullObject("version").load("value");
      const none = context.workbook.settings.getItemOrNullObject("none").load("value");
      context.workbook.properties.load("title");
      await context.sync();
      return [
        layout.orientation,
        layout.paperSize,
        layout.zoom,
        footer.centerFooter,
        titles.address,
        property.value,
        custom.value,
        setting.value,
        none.isNullObject,
        context.workbook.properties.title,
      ];
    });
    expect(seen).toEqual([
      "Landscape",
      "A4",
      { horizontalFitToPages: 1 },
      "&P",
      "Sheet1!1:4",
      "3",
      "17",
      { a: [1, 2] },
      true,
      "Programme",
    ]);
  });

  it("names ranges", async () => {
    const seen = await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      context.workbook.names.add("Statuses", sheet.getRange("A1:A3"));
      const range = context.workbook.names.getItem("statuses").getRange().load("address");
      const item = context.workbook.names.getItemOrNullObject("Statuses").load("formula,type,scope");
      const none = context.workbook.names.getItemOrNullObject("None").load("name");
      await context.sync();
      return [range.address, item.formula, item.type, none.isNullObject];
    });
    expect(seen).toEqual(["Sheet1!A1:A3", "=Sheet1!$A$1:$A$3", "Range", true]);
    await local.user.paste("Sheet1!A1", [[1], [2], [3]]);
    await local.enter("Sheet1!C1", "=SUM(Statuses)");
    expect(local.value("Sheet1!C1")).toBe(6);
  });
});

describe("API sets", () => {
  it("answers ApiNotFound for what lies above the declared matrix", async () => {
    const old = await openSmall({
      matrix: { ExcelApi: 1.9, SharedRuntime: 1.1, CustomFunctionsRuntime: 1.3, CustomFunctions: 1.9 },
    });
    const office = (old.window as unknown as { Office: typeof Office }).Office;
    expect(office.context.requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
    expect(office.context.requirements.isSetSupported("ExcelApi", "1.10")).toBe(false);
    const code = await errorOf(old, async (context) => {
      const table = context.workbook.worksheets.getActiveWorksheet().tables.add("A1:B3", true);
      table.resize("A1:B5");
      await context.sync();
    });
    expect(code).toBe("ApiNotFound");
    old.close();
  });

  it("answers ApiNotFound for members the stand-in does not know, never silence", async () => {
    const code = await errorOf(local, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").flashFill();
      await context.sync();
    });
    expect(code).toBe("ApiNotFound");
  });
});

describe("requests", () => {
  it("refuses a request of more than 5 MB", async () => {
    const code = await errorOf(local, async (context) => {
      const text = "x".repeat(1000);
      context.workbook.worksheets.getActiveWorksheet().getRange("A1:A6000").values = Array.from(
        { length: 6000 },
        () => [text],
      );
      await context.sync();
    });
    expect(code).toBe("RequestPayloadSizeLimitExceeded");
  });

  it("counts round trips, and fails the request it is told to fail", async () => {
    local.excel.traffic.reset();
    local.excel.faults.at(2, { kind: "error", code: "GeneralException" });
    const code = await errorOf(local, async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
      range.values = [["first"]];
      await context.sync();
      range.values = [["second"]];
      await context.sync();
    });
    expect([code, local.value("Sheet1!A1"), local.excel.traffic.requests]).toEqual(["GeneralException", "first", 2]);
  });

  it("fails requests while a cell is being edited", async () => {
    local.excel.faults.cellEditMode = true;
    const code = await errorOf(local, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [[1]];
      await context.sync();
    });
    expect(code).toBe("InvalidOperationInCellEditMode");
  });

  it("holds requests that are willing to wait until the cell is left", async () => {
    local.excel.faults.cellEditMode = true;
    const page = local.window as unknown as { Excel: typeof Excel };
    const written = page.Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["later"]];
      await context.sync();
    });
    await local.settled();
    expect(local.value("Sheet1!A1")).toBe("");
    local.excel.faults.cellEditMode = false;
    await written;
    expect(local.value("Sheet1!A1")).toBe("later");
  });

  it("goes on after the page was closed in the middle of a request", async () => {
    local.excel.faults.at(1, { kind: "detach" });
    void run(local, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["lost"]];
      await context.sync();
    });
    await local.settled();
    expect(local.value("Sheet1!A1")).toBe("");
    local.closePane();
    await local.openPane();
    await run(local, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["again"]];
      await context.sync();
    });
    expect(local.value("Sheet1!A1")).toBe("again");
  });
});

describe("commands", () => {
  it("runs an associated action and waits until it has completed", async () => {
    await local.runAction("writeHello");
    expect(local.value("Sheet1!A1")).toBe("hello");
  });

  it("rejects an action the page does not have", async () => {
    await expect(local.runAction("nothing")).rejects.toThrow("no function");
  });
});
