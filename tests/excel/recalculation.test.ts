import type { WorkItem } from "../../src/domain/model";
import { areasOf, parseAddress } from "../../src/excel/recalculation";
import { reportOf } from "./page/documents";
import { openWorkbook, type OpenWorkbook } from "./support";

const documents = [
  reportOf([
    { acronym: "X.one", printedName: "X.one", title: "One", question: "2/17" },
    { acronym: "X.two", printedName: "X.two", title: "Two", question: "3/17" },
  ]),
];

describe("addresses", () => {
  test("are told apart into sheet and cell, however Excel quotes them", () => {
    expect(parseAddress("Sheet1!B2")).toEqual({ sheet: "Sheet1", cell: "B2" });
    expect(parseAddress("'My sheet''s'!$B$2")).toEqual({ sheet: "My sheet's", cell: "B2" });
    expect(parseAddress("'[Book 1.xlsx]My sheet'!B2")).toEqual({ sheet: "My sheet", cell: "B2" });
    expect(parseAddress("B2")).toBeNull();
  });

  test("of many cells become few areas", () => {
    expect(areasOf(["A3", "A1", "A2", "B7", "A5"]).sort()).toEqual(["A1:A3", "A5", "B7"]);
  });
});

describe("cells that asked", () => {
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

  test("are forgotten with their sheet", async () => {
    await open.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").delete();
      await context.sync();
    });
    await changeInMemory("x.one", "Determined");
    await changeInMemory("x.one", "Under study");
    expect(open.page.freshness.countAsks()).toBe(0);
    expect(open.local.pageErrors).toEqual([]);
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

test("without managed tables there is no programme, and nothing waits for one", async () => {
  const open = await openWorkbook();
  await open.page.workbook.startWorkbook();
  expect(await open.page.workbook.whenReady()).toBeNull();
  expect(open.page.workbook.currentIndex()).toBeNull();
  open.local.close();
});
