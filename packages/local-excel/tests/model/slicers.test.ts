import type { HeadlessExcel } from "../../headless";
import { errorOf, openSmall, run } from "../open";

let local: HeadlessExcel;

beforeAll(async () => {
  local = await openSmall();
  await run(local, async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B5").values = [
      ["Name", "Size"],
      ["b", 10],
      ["a", 9],
      ["b", 9],
      ["", 10],
    ];
    sheet.tables.add("A1:B5", true).name = "Things";
    await context.sync();
  });
});

afterAll(() => {
  local.close();
});

const visible = async (): Promise<unknown[][]> =>
  run(local, async (context) => {
    const view = context.workbook.tables.getItem("Things").getDataBodyRange().getVisibleView().load("values");
    await context.sync();
    return view.values;
  });

it("filters its column by the items that are selected", async () => {
  await run(local, async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const slicer = context.workbook.slicers.add("Things", "Name", "Sheet1");
    slicer.name = "Pick";
    slicer.slicerItems.load("items/key, items/name");
    const sizes = sheet.slicers.add(sheet.tables.getItem("Things"), "Size").slicerItems.load("items/key");
    await context.sync();
    expect(slicer.slicerItems.items.map(({ key, name }) => [key, name])).toEqual([
      ["a", "a"],
      ["b", "b"],
      ["", "(blank)"],
    ]);
    expect(sizes.items.map(({ key }) => key)).toEqual(["9", "10"]);
    slicer.selectItems(["b"]);
    const criteria = sheet.tables.getItem("Things").columns.getItem("Name").filter.load("criteria");
    await context.sync();
    expect(criteria.criteria).toMatchObject({ filterOn: "Values", values: ["b"] });
  });
  expect(await visible()).toEqual([
    ["b", 10],
    ["b", 9],
  ]);
});

it("knows what a filter by hand has selected, and clears it", async () => {
  await local.user.filter("Things", "Name", ["a"]);
  await run(local, async (context) => {
    const slicer = context.workbook.slicers.getItem("Pick").load("isFilterCleared");
    const selected = slicer.getSelectedItems();
    slicer.slicerItems.getItem("b").isSelected = true;
    const both = slicer.getSelectedItems();
    await context.sync();
    expect([slicer.isFilterCleared, selected.value, both.value]).toEqual([false, ["a"], ["a", "b"]]);
    slicer.clearFilters();
    slicer.load("isFilterCleared");
    await context.sync();
    expect(slicer.isFilterCleared).toBe(true);
  });
  expect(await visible()).toHaveLength(4);
});

it("is undone, refuses items that do not exist, and goes with its table", async () => {
  const refused = await errorOf(local, async (context) => {
    context.workbook.slicers.getItem("Pick").selectItems(["z"]);
    await context.sync();
  });
  expect(refused).toBe("InvalidArgument");
  const count = async (): Promise<number> =>
    run(local, async (context) => {
      const counted = context.workbook.slicers.getCount();
      await context.sync();
      return counted.value;
    });
  await run(local, async (context) => {
    context.workbook.slicers.getItem("Pick").delete();
    await context.sync();
  });
  expect(await count()).toBe(1);
  await local.user.undo();
  expect(await count()).toBe(2);
  await run(local, async (context) => {
    context.workbook.tables.getItem("Things").delete();
    await context.sync();
  });
  expect(await count()).toBe(0);
});
