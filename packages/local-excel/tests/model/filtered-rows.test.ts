import type { HeadlessExcel } from "../../headless";
import { errorOf, openSmall, run } from "../open";

let local: HeadlessExcel;

beforeEach(async () => {
  local = await openSmall();
  await run(local, async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:C6").values = [
      ["Name", "Value", "Kind"],
      ["a", 1, "x"],
      ["b", 2, "x"],
      ["c", 4, "y"],
      ["d", 8, "y"],
      ["e", 16, "x"],
    ];
    sheet.tables.add("A1:C6", true).name = "Things";
    sheet.getRange("F1:F2").formulas = [["=SUBTOTAL(9,B2:B6)"], ["=SUBTOTAL(109,B2:B6)"]];
    await context.sync();
  });
});

afterEach(() => {
  local.close();
});

const names = () => local.values("A2:A6").flat();
const values = () => local.values("B2:B6").flat();

describe("rows that a filter hides", () => {
  beforeEach(async () => {
    await local.user.filter("Things", "Kind", ["x"]);
  });

  it("are left out of SUBTOTAL, and rows hidden by hand only of its functions from 101 on", async () => {
    expect(local.values("F1:F2").flat()).toEqual([19, 19]);
    await local.user.clearFilter("Things");
    await local.user.hideRows("3:3");
    expect(local.values("F1:F2").flat()).toEqual([31, 29]);
  });

  it("stay where they are when the table is sorted", async () => {
    await local.user.sort("Things", "Value", false);
    expect(names()).toEqual(["e", "b", "c", "d", "a"]);
    await local.user.undo();
    expect(names()).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("are neither cleared nor filled nor deleted by hand", async () => {
    await local.user.clear("B2:B6");
    expect(values()).toEqual(["", "", 4, 8, ""]);
    await local.user.type("B2", 7);
    await local.user.fillDown("B2:B6");
    expect(values()).toEqual([7, 7, 4, 8, 7]);
    await local.user.deleteRows("3:6");
    expect(names()).toEqual(["a", "c", "d", "", ""]);
  });

  it("come back with an undo, and the filter is off", async () => {
    await local.user.undo();
    const filter = await run(local, async (context) => {
      const table = context.workbook.tables.getItem("Things");
      const view = table.getDataBodyRange().getVisibleView().load("rowCount");
      const { autoFilter } = table.load("autoFilter/isDataFiltered");
      await context.sync();
      return { rows: view.rowCount, on: autoFilter.isDataFiltered };
    });
    expect(filter).toEqual({ rows: 5, on: false });
    await local.user.redo();
    expect(local.excel.host.filters.isEmpty).toBe(false);
  });
});

it("stays with hidden rows when rows hidden by hand are sorted", async () => {
  await local.user.hideRows("2:2");
  await local.user.sort("Things", "Value", false);
  expect(names()).toEqual(["a", "e", "d", "c", "b"]);
});

it("shows the visible cells of a range, row by row, and writes to them", async () => {
  await local.user.filter("Things", "Kind", ["y"]);
  await run(local, async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("B:B").columnHidden = true;
    const view = sheet.getRange("A1:C6").getVisibleView().load("cellAddresses, formulas, rowCount, columnCount");
    const second = view.rows.getItemAt(1).load("values, index");
    const own = second.getRange().load("address");
    const count = view.rows.getCount();
    await context.sync();
    expect(view.cellAddresses).toEqual([
      ["Sheet1!A1", "Sheet1!C1"],
      ["Sheet1!A4", "Sheet1!C4"],
      ["Sheet1!A5", "Sheet1!C5"],
    ]);
    expect([view.rowCount, view.columnCount, count.value]).toEqual([3, 2, 3]);
    expect([second.index, second.values, own.address]).toEqual([1, [["c", "y"]], "Sheet1!A4:C4"]);
    second.values = [["new", "y"]];
    await context.sync();
  });
  expect(local.values("A2:C6")).toEqual([
    ["a", 1, "x"],
    ["b", 2, "x"],
    ["new", 4, "y"],
    ["d", 8, "y"],
    ["e", 16, "x"],
  ]);
  const wrongSize = await errorOf(local, async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:C6").getVisibleView().values = [["too", "few"]];
    await context.sync();
  });
  expect(wrongSize).toBe("InvalidArgument");
});
