/** @locale fr-CH */
import type { WorkItem } from "../../src/domain/model";
import { reportOf } from "./page/documents";
import { openWorkbook, reattach, type OpenWorkbook } from "./support";

const documents = [
  reportOf([
    { acronym: "X.one", printedName: "X.one", title: "One", question: "2/17" },
    { acronym: "X.two", printedName: "X.two", title: "Two", question: "3/17" },
  ]),
];

describe("cells that use functions", () => {
  let open: OpenWorkbook;

  beforeEach(async () => {
    open = await openWorkbook();
    await open.page.workbook.loadDocuments(documents);
    await open.page.workbook.startWorkbook();
    await open.local.enter("Sheet1!A1", '=SG17.STATUSOF("x.one")');
    await open.local.enter("Sheet1!A2", '=SG17.STATUSOF("x.two")');
    await open.local.settled();
    open.calls.length = 0;
  });
  afterEach(() => {
    open.local.close();
  });

  const item = (key: string): WorkItem => {
    const found = open.page.store.currentProgramme()?.items.find((each) => each.key === key);
    if (!found) throw new Error(`no item ${key}`);
    return found;
  };
  const changeInMemory = async (key: string, status: WorkItem["status"]): Promise<void> => {
    open.page.workbook.applyEvent({ ...item(key), status }, null);
    await open.local.settled();
  };

  test("follow an edit, and no other cell is calculated", async () => {
    expect(open.local.value("Sheet1!A1")).toBe("Under study");
    await changeInMemory("x.one", "Determined");
    expect(open.local.value("Sheet1!A1")).toBe("Determined");
    expect(open.local.value("Sheet1!A2")).toBe("Under study");
    expect(open.calls).toEqual(["Sheet1!A1"]);
  });

  test("follow a co-author's edit of the table", async () => {
    const address = await open.run(async (context) => {
      const cells = context.workbook.tables.getItem("WorkProgramme").columns.getItem("Status").getDataBodyRange();
      cells.load("address,values");
      await context.sync();
      return cells.address;
    });
    await open.local.coauthor.type(address.split(":")[0] ?? "", "Discontinued");
    await open.local.settled(500);
    expect(open.local.value("Sheet1!A1")).toBe("Discontinued");
  });

  test("are found after rows were put in above them, and after their sheet got another name", async () => {
    await open.local.user.insertRows("Sheet1!1:3");
    await open.local.settled();
    await changeInMemory("x.one", "Determined");
    expect(open.local.value("Sheet1!A4")).toBe("Determined");
    await open.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").name = "Mine & other's one";
      await context.sync();
    });
    await open.local.settled();
    await changeInMemory("x.two", "Consented");
    expect(open.local.value("'Mine & other''s one'!A5")).toBe("Consented");
  });

  test("are found after they were cut, filled down and sorted, and on the copy of their sheet", async () => {
    await open.local.user.cut("Sheet1!A1", "Sheet1!C5");
    await open.local.user.fillDown("Sheet1!C5:C7");
    await open.local.user.addSheet("Copy");
    await open.local.enter("Copy!B2", '=SG17.STATUSOF("x.one")');
    await open.local.settled();
    await changeInMemory("x.one", "Determined");
    for (const cell of ["Sheet1!C5", "Sheet1!C7", "Copy!B2"]) expect(open.local.value(cell)).toBe("Determined");
    expect(open.page.dependents.countDependents()).toBe(5);
  });

  test("are followed on a copy of their sheet, also under its new name and after the original was deleted", async () => {
    await open.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").copy("End").name = "The copy";
      await context.sync();
    });
    await open.local.settled();
    const copied = () => ["Sheet1!A1", "'The copy'!A1"].map((cell) => open.local.value(cell));
    await changeInMemory("x.one", "Determined");
    expect(copied()).toEqual(["Determined", "Determined"]);
    expect(open.page.dependents.countDependents()).toBe(4);
    await open.run(async (context) => {
      context.workbook.worksheets.getItem("The copy").name = "Kept";
      context.workbook.worksheets.getItem("Sheet1").delete();
      await context.sync();
    });
    await open.local.settled();
    await changeInMemory("x.one", "Consented");
    expect(open.local.value("Kept!A1")).toBe("Consented");
    await changeInMemory("x.two", "Discontinued");
    expect(open.local.value("Kept!A2")).toBe("Discontinued");
    expect(open.page.dependents.countDependents()).toBe(2);
  });

  test("are followed where the user copies the sheet, and the copy is deleted again", async () => {
    await open.local.user.copySheet("Sheet1");
    await open.local.settled();
    await changeInMemory("x.one", "Determined");
    expect(open.local.value("'Sheet1 (2)'!A1")).toBe("Determined");
    await open.local.user.deleteSheet("Sheet1 (2)");
    await open.local.settled();
    await changeInMemory("x.one", "Consented");
    expect(open.local.value("Sheet1!A1")).toBe("Consented");
    expect(open.page.dependents.countDependents()).toBe(2);
    expect(open.local.pageErrors).toEqual([]);
  });

  test("are followed in a column of the user's own table, after rows were added and sorted", async () => {
    await open.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("E1:F3").values = [
        ["Text", "State"],
        ["x.two", ""],
        ["x.one", ""],
      ];
      sheet.tables.add("E1:F3", true).name = "Mine";
      sheet.getRange("F2:F3").formulas = [["=SG17.STATUSOF([@Text])"], ["=SG17.STATUSOF([@Text])"]];
      await context.sync();
    });
    await open.local.settled();
    await open.local.user.insertTableRows("Mine", 1);
    await open.local.user.type("Sheet1!E3", "x.one");
    await open.local.settled();
    const states = () => open.local.values("Sheet1!E2:F4");
    expect(states()).toEqual([
      ["x.two", "Under study"],
      ["x.one", "Under study"],
      ["x.one", "Under study"],
    ]);
    await changeInMemory("x.one", "Determined");
    expect(states().map(([, state]) => state)).toEqual(["Under study", "Determined", "Determined"]);
    await open.local.user.sort("Mine", "Text");
    await open.local.settled();
    await changeInMemory("x.two", "Agreed");
    await changeInMemory("x.one", "Consented");
    expect(states()).toEqual([
      ["x.one", "Consented"],
      ["x.one", "Consented"],
      ["x.two", "Agreed"],
    ]);
  });

  test("are forgotten with their sheet", async () => {
    await open.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").delete();
      await context.sync();
    });
    await changeInMemory("x.one", "Determined");
    await changeInMemory("x.one", "Under study");
    expect(open.page.dependents.countDependents()).toBe(0);
    expect(open.local.pageErrors).toEqual([]);
  });
});

describe("cells of an earlier session", () => {
  let open: OpenWorkbook;
  const FORMULAS: [string, string][] = [
    ["Sheet1!B1", '=SG17.STATUSOF("x.one")'],
    ["Sheet1!B2", '=LET(s,SG17.STATUSOF("x.one"),s&"!")'],
    ["Sheet1!B3", '=IF(1>0,sg17.statusof("x.one"),"SG17.STATUSOF(1)")'],
    ["Sheet1!D9", '=SG17.STATUSOF("x.two")'],
    ["Sheet1!B5", '="SG17.STATUSOF(""x.one"")"'],
  ];
  const shown = () => FORMULAS.map(([cell]) => open.local.value(cell));

  beforeEach(async () => {
    open = await openWorkbook();
    await open.page.workbook.loadDocuments(documents);
    await open.page.workbook.startWorkbook();
    for (const [cell, formula] of FORMULAS) await open.local.enter(cell, formula);
    await open.local.settled();
  });
  afterEach(() => {
    open.local.close();
  });

  const restart = async (meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<void> => {
    open.local.closePane();
    await meanwhile();
    await open.local.openPane();
    open = reattach(open.local);
    await open.page.workbook.startWorkbook();
    await open.local.settled();
  };
  const statusCell = async (item: string): Promise<string> => {
    const rows = open.local.values("'Work programme'!A1:Z20");
    const header = rows.findIndex((row) => row.includes("Status"));
    const row = rows.findIndex((cells) => cells.includes(item));
    return Promise.resolve(
      `'Work programme'!${String.fromCharCode(65 + (rows[header] ?? []).indexOf("Status"))}${String(row + 1)}`,
    );
  };

  test("follow an edit, wherever in a formula the function is", async () => {
    await restart();
    await restart();
    expect(open.calls).toEqual([]);
    const item = open.page.store.currentProgramme()?.items.find(({ key }) => key === "x.one");
    if (!item) throw new Error("no item");
    open.page.workbook.applyEvent({ ...item, status: "Determined" }, null);
    await open.local.settled();
    expect(shown().slice(0, 4)).toEqual(["Determined", "Determined!", "Determined", "Under study"]);
    expect(open.page.dependents.countDependents()).toBe(4);
  });

  test("are calculated once on start where the tables changed while the add-in was not running", async () => {
    await restart();
    const cell = await statusCell("X.one");
    await restart(() => open.local.user.type(cell, "Determined"));
    expect(shown().slice(0, 4)).toEqual(["Determined", "Determined!", "Determined", "Under study"]);
    expect(open.calls.length).toBe(4);
    await restart();
    expect(open.calls).toEqual([]);
  });

  test("are found through defined names", async () => {
    await open.run(async (context) => {
      context.workbook.names.add("Inner", '=SG17.STATUSOF("x.one")');
      context.workbook.names.add("Outer", '=Inner&"?"');
      context.workbook.names.add("Other", '="Inner"');
      await context.sync();
    });
    await open.local.enter("Sheet1!F1", "=Outer");
    await open.local.enter("Sheet1!F2", "=Other");
    await restart();
    expect(open.page.dependents.countDependents()).toBe(5);
  });

  test("are found in tables, in names of one sheet and in a LAMBDA", async () => {
    await open.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("H1:I2").values = [
        ["Text", "State"],
        ["x.one", ""],
      ];
      sheet.tables.add("H1:I2", true).name = "Mine";
      sheet.names.add("Local", '=SG17.STATUSOF("x.one")&"."');
      context.workbook.names.add("StateOf", "=LAMBDA(key,SG17.STATUSOF(key))");
      await context.sync();
    });
    await open.local.enter("Sheet1!I2", '=LET(s,SG17.STATUSOF([@Text]),IF(s="","none",s))');
    await open.local.enter("Sheet1!K1", "=Local");
    await open.local.enter("Sheet1!K2", '=StateOf("x.one")');
    await open.local.settled();
    const values = () => ["I2", "K1", "K2"].map((cell) => open.local.value(`Sheet1!${cell}`));
    expect(values()).toEqual(["Under study", "Under study.", "Under study"]);
    await restart();
    expect(open.page.dependents.countDependents()).toBe(7);
    const item = open.page.store.currentProgramme()?.items.find(({ key }) => key === "x.one");
    if (!item) throw new Error("no item");
    open.page.workbook.applyEvent({ ...item, status: "Determined" }, null);
    await open.local.settled();
    expect(values()).toEqual(["Determined", "Determined.", "Determined"]);
  });

  test("are found at three requests a sheet at most, 10,000 of them", async () => {
    await open.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Many");
      sheet.getRange("A1:B5000").formulas = Array.from(
        { length: 5_000 },
        () => Array(2).fill('=SG17.STATUSOF("x.one")') as string[],
      );
      await context.sync();
    });
    await restart();
    open.local.closePane();
    await open.local.openPane();
    open = reattach(open.local);
    await open.page.workbook.startWorkbook();
    await open.local.settled();
    open.local.excel.traffic.reset();
    await open.page.formulas.findDependents();
    expect(open.page.dependents.countDependents()).toBe(10_004);
    expect(open.local.excel.traffic.requests).toBeLessThanOrEqual(3);
  });
});

describe("cells scattered over a sheet", () => {
  const CELLS = 3_000;

  test("are calculated by single ranges, thousands in few requests", async () => {
    const open = await openWorkbook();
    await open.page.workbook.loadDocuments(documents);
    await open.page.workbook.startWorkbook();
    await open.run(async (context) => {
      const formulas = Array.from({ length: 2 * CELLS }, (_, row) => [row % 2 === 0 ? '=SG17.STATUSOF("x.one")' : ""]);
      context.workbook.worksheets.getItem("Sheet1").getRange(`A1:A${String(2 * CELLS)}`).formulas = formulas;
      await context.sync();
    });
    await open.local.settled();
    open.local.excel.traffic.reset();
    open.calls.length = 0;
    const item = open.page.store.currentProgramme()?.items.find(({ key }) => key === "x.one");
    if (!item) throw new Error("no item");
    open.page.workbook.applyEvent({ ...item, status: "Determined" }, null);
    await open.local.settled();
    expect(open.local.value(`Sheet1!A${String(2 * CELLS - 1)}`)).toBe("Determined");
    expect(open.calls.length).toBe(CELLS);
    // Two with the areas, two with the functions' answers.
    expect(open.local.excel.traffic.requests).toBeLessThanOrEqual(4);
    open.local.close();
  });
});

test("starting again and again follows the workbook once", async () => {
  const requests: number[] = [];
  for (const starts of [1, 3]) {
    const open = await openWorkbook();
    await open.page.workbook.loadDocuments(documents);
    for (let start = 0; start < starts; start += 1) await open.page.workbook.startWorkbook();
    await open.local.settled(300);
    open.local.excel.traffic.reset();
    await open.local.coauthor.type("'Work programme'!D4", "Another title");
    await open.local.settled(500);
    expect(open.page.store.currentProgramme()?.items[0]?.title).toBe("Another title");
    requests.push(open.local.excel.traffic.requests);
    open.local.close();
  }
  expect(requests[1]).toBe(requests[0]);
});

test("without managed tables there is no programme, and no function waits for one", async () => {
  const open = await openWorkbook();
  await open.page.workbook.startWorkbook();
  expect(await open.page.workbook.whenReady()).toBeNull();
  expect(open.page.workbook.currentIndex()).toBeNull();
  open.local.close();
});
