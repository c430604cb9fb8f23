/** Several people in one workbook, each at an Excel of their own: they see each other's changes late and in order. */
import type { HeadlessExcel } from "../headless";
import { openSmall, run } from "./open";

const LATE = 8000;

let ours: HeadlessExcel;
let theirs: HeadlessExcel;

beforeEach(async () => {
  ours = await openSmall();
  await ours.user.paste("Sheet1!A1", [
    ["Item", "Status"],
    ["X.1", "Draft"],
    ["X.2", "Draft"],
    ["X.3", "Draft"],
  ]);
  await run(ours, async (context) => {
    context.workbook.tables.add("Sheet1!A1:B4", true).name = "Work";
    await context.sync();
  });
  theirs = await ours.join({ closed: true });
  ours.coauthoring.delaysOf(ours.excel).download = LATE;
  ours.coauthoring.delaysOf(theirs.excel).download = LATE;
});

afterEach(() => {
  theirs.close();
  ours.close();
});

describe("a client that joins", () => {
  it("sees the workbook as it is", () => {
    expect(theirs.values("Sheet1!A1:B4")).toEqual(ours.values("Sheet1!A1:B4"));
    expect(theirs.tables()).toEqual(ours.tables());
    expect(theirs.sheetNames()).toEqual(ours.sheetNames());
  });
});

describe("a change", () => {
  it("is seen at once by the client that makes it, and late by the others", async () => {
    await theirs.user.type("Sheet1!B2", "Agreed");
    expect([theirs.value("Sheet1!B2"), ours.value("Sheet1!B2")]).toEqual(["Agreed", "Draft"]);
    await ours.coauthoring.advance(LATE - 1);
    expect(ours.value("Sheet1!B2")).toBe("Draft");
    await ours.coauthoring.advance(1);
    expect(ours.value("Sheet1!B2")).toBe("Agreed");
  });

  it("raises an event of source Remote when it arrives", async () => {
    const heard: string[] = [];
    await run(ours, async (context) => {
      context.workbook.worksheets.onChanged.add((event) => {
        heard.push(`${event.source} ${event.address} ${String(event.details?.valueAfter)}`);
        return Promise.resolve();
      });
      await context.sync();
    });
    await theirs.user.type("Sheet1!B2", "Agreed");
    await ours.settled();
    expect(heard).toEqual([]);
    await ours.coauthoring.advance(LATE);
    expect(heard).toEqual(["Remote B2 Agreed"]);
  });

  it("arrives after the earlier ones of the same client", async () => {
    const delays = ours.coauthoring.delaysOf(ours.excel);
    await theirs.user.type("Sheet1!D1", 1);
    delays.download = 0;
    await theirs.user.type("Sheet1!D2", 2);
    await ours.coauthoring.advance(LATE - 1);
    expect(ours.values("Sheet1!D1:D2")).toEqual([[""], [""]]);
    await ours.coauthoring.advance(1);
    expect(ours.values("Sheet1!D1:D2")).toEqual([[1], [2]]);
  });

  it("arrives at once without a delay", async () => {
    ours.coauthoring.delaysOf(ours.excel).download = 0;
    await theirs.user.type("Sheet1!D1", "=1+1");
    await ours.settled();
    expect([ours.value("Sheet1!D1"), ours.formula("Sheet1!D1")]).toEqual([2, "=1+1"]);
  });
});

describe("two changes of one cell", () => {
  const both = async (): Promise<unknown[]> => {
    await ours.user.type("Sheet1!B2", "Agreed");
    await theirs.user.type("Sheet1!B2", "Approved");
    await ours.coauthoring.synchronize();
    return [ours.value("Sheet1!B2"), theirs.value("Sheet1!B2")];
  };

  it("leave the one that the server got last", async () => {
    expect(await both()).toEqual(["Approved", "Approved"]);
  });

  it("leave the one that was longer on its way, though it was made first", async () => {
    ours.coauthoring.delaysOf(ours.excel).upload = 100;
    expect(await both()).toEqual(["Agreed", "Agreed"]);
  });

  it("leave contents and formats of different people both", async () => {
    await ours.user.fill("Sheet1!B2", "#FF0000");
    await theirs.user.type("Sheet1!B2", "Approved");
    await ours.coauthoring.synchronize();
    for (const { excel } of [ours, theirs]) {
      const sheet = excel.host.engine.workbook.getActiveSheet();
      expect([excel.value("Sheet1!B2"), excel.host.cells.style(sheet, 1, 1).bg?.rgb]).toEqual(["Approved", "#FF0000"]);
    }
  });
});

describe("rows that came meanwhile", () => {
  it("move what others write, and the references of their formulas", async () => {
    await ours.user.insertRows("Sheet1!2:3");
    await theirs.user.type("Sheet1!B4", "Agreed");
    await theirs.user.type("Sheet1!D1", "=B4");
    await ours.coauthoring.synchronize();
    for (const client of [ours, theirs]) {
      expect([client.value("Sheet1!B6"), client.formula("Sheet1!D1"), client.value("Sheet1!D1")]).toEqual([
        "Agreed",
        "=B6",
        "Agreed",
      ]);
      expect(client.tables()[0]?.area.endRow).toBe(5);
    }
  });

  it("take with them what others write into deleted ones", async () => {
    await ours.user.deleteTableRows("Work", 0);
    await theirs.user.paste("Sheet1!B2", [["Agreed"], ["Approved"]]);
    await ours.coauthoring.synchronize();
    const expected = [
      ["Item", "Status"],
      ["X.2", "Approved"],
      ["X.3", "Draft"],
      ["", ""],
    ];
    expect([ours.values("Sheet1!A1:B4"), theirs.values("Sheet1!A1:B4")]).toEqual([expected, expected]);
  });

  it("are sorted with what others wrote into them", async () => {
    await ours.user.sort("Work", "Item", false);
    await theirs.user.type("Sheet1!B2", "Agreed");
    await ours.coauthoring.synchronize();
    expect([ours.value("Sheet1!B4"), theirs.value("Sheet1!B4")]).toEqual(["Agreed", "Agreed"]);
  });
});

describe("tables, sheets and names", () => {
  it("come, go and get names for the others too", async () => {
    await run(ours, async (context) => {
      const sheet = context.workbook.worksheets.add("More");
      sheet.getRange("A1").values = [["Key"]];
      sheet.tables.add("A1:A2", true).name = "Keys";
      context.workbook.names.add("first", sheet.getRange("A2"));
      context.workbook.tables.getItem("Work").getHeaderRowRange().values = [["Item", "State"]];
      await context.sync();
    });
    await ours.coauthoring.synchronize();
    expect(theirs.tables()).toEqual(ours.tables());
    expect(theirs.tables().map(({ name, columns }) => [name, columns.map((column) => column.name)])).toEqual([
      ["Work", ["Item", "State"]],
      ["Keys", ["Key"]],
    ]);
    expect(theirs.excel.host.names.all()).toEqual(ours.excel.host.names.all());
    await theirs.user.renameSheet("More", "Most");
    await theirs.user.moveSheet("Most", 0);
    await ours.coauthoring.synchronize();
    expect(ours.sheetNames()).toEqual(["Most", "Sheet1"]);
    await theirs.user.deleteSheet("Most");
    await ours.coauthoring.synchronize();
    expect([ours.sheetNames(), ours.tables().length]).toEqual([["Sheet1"], 1]);
  });

  it("never share a name: the later one gets a number", async () => {
    await ours.user.addSheet("More");
    await theirs.user.addSheet("More");
    await ours.coauthoring.synchronize();
    expect([ours.sheetNames(), theirs.sheetNames()].map((names) => names.sort())).toEqual([
      ["More", "More (2)", "Sheet1"],
      ["More", "More (2)", "Sheet1"],
    ]);
  });

  it("hold the rows that both have added below a table", async () => {
    await ours.user.paste("Sheet1!A5", [["X.4", "Draft"]]);
    await theirs.user.paste("Sheet1!A5", [
      ["X.5", "Draft"],
      ["X.6", "Draft"],
    ]);
    await ours.coauthoring.synchronize();
    expect([ours.tables()[0]?.area, theirs.tables()[0]?.area]).toEqual([
      { startRow: 0, endRow: 5, startColumn: 0, endColumn: 1 },
      { startRow: 0, endRow: 5, startColumn: 0, endColumn: 1 },
    ]);
  });
});

describe("undo", () => {
  it("takes back what this client did, and not what came from others", async () => {
    await ours.user.type("Sheet1!D1", "ours");
    await theirs.user.type("Sheet1!D2", "theirs");
    await ours.coauthoring.synchronize();
    await ours.user.undo();
    await ours.coauthoring.synchronize();
    expect([ours.values("Sheet1!D1:D2"), theirs.values("Sheet1!D1:D2")]).toEqual([
      [[""], ["theirs"]],
      [[""], ["theirs"]],
    ]);
  });

  it("of deleted rows brings them back to everybody", async () => {
    await ours.user.deleteRows("Sheet1!2:3");
    await ours.coauthoring.synchronize();
    expect(theirs.tables()[0]?.area.endRow).toBe(1);
    await ours.user.undo();
    await ours.coauthoring.synchronize();
    expect(theirs.values("Sheet1!A1:B4")).toEqual(ours.values("Sheet1!A1:B4"));
    expect(theirs.tables()).toEqual(ours.tables());
  });
});
