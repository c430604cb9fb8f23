import type { HeadlessExcel } from "../../headless";
import { errorOf, openSmall, run } from "../open";

let local: HeadlessExcel;

beforeAll(async () => {
  local = await openSmall();
  await run(local, async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.name = "Bound";
    sheet.getRange("A1:B3").values = [
      ["h", "k"],
      [1, 2],
      [3, "=A3+1"],
    ];
    sheet.tables.add("A1:B3", true).name = "Pairs";
    const { bindings } = context.workbook;
    bindings.add(sheet.getRange("D2:F5"), "Range", "block");
    bindings.add("Bound!A2", "Table", "pairs");
    bindings.add("Bound!D2", "Text", "corner");
    await context.sync();
  });
});

afterAll(() => {
  local.close();
});

it("bindings name cells, which they follow when rows are inserted", async () => {
  await local.user.insertRows("Bound!1:1");
  const seen = await run(local, async (context) => {
    const { bindings } = context.workbook;
    bindings.load("items/id,items/type");
    const range = bindings.getItem("block").getRange().load("address");
    const table = bindings.getItem("pairs").getTable().load("name");
    const text = bindings.getItem("corner").getText();
    const none = bindings.getItemOrNullObject("none").load("id");
    await context.sync();
    return [
      bindings.items.map(({ id, type }) => `${id} ${type}`),
      range.address,
      table.name,
      text.value,
      none.isNullObject,
    ];
  });
  expect(seen).toEqual([["block Range", "pairs Table", "corner Text"], "Bound!D3:F6", "Pairs", "", true]);
  await local.user.undo();
});

it("a binding answers only what its type has", async () => {
  const wrongType = await errorOf(local, (context) => {
    context.workbook.bindings.getItem("block").getTable();
    return context.sync();
  });
  expect(wrongType).toBe("InvalidOperation");
  const noTable = await errorOf(local, (context) => {
    context.workbook.bindings.add("Bound!H1", "Table", "no table");
    return context.sync();
  });
  expect(noTable).toBe("InvalidArgument");
});

it("raises the events of a binding for edits, calculated cells and selections in it, until the handler is removed", async () => {
  const heard: unknown[] = [];
  const handler = await run(local, async (context) => {
    const { bindings } = context.workbook;
    const block = bindings.getItem("block");
    block.onSelectionChanged.add((args) => {
      heard.push([args.binding.id, args.startRow, args.startColumn, args.rowCount, args.columnCount]);
      return Promise.resolve();
    });
    const added = block.onDataChanged.add((args) => {
      heard.push(args.binding.id);
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  await local.settled();
  await local.user.select("Bound!E1:Z3");
  await local.user.type("Bound!F5", 1);
  await local.user.type("Bound!G5", 1);
  await local.user.fill("Bound!F5", "#FF0000");
  await local.enter("Bound!D4", "=G5*2");
  heard.push("calculated:");
  await local.user.type("Bound!G5", 4);
  expect(heard).toEqual([["block", 0, 1, 2, 2], "block", "block", "block", "calculated:", "block"]);
  handler.remove();
  await handler.context.sync();
  heard.length = 0;
  await local.user.type("Bound!F5", 2);
  expect(heard).toEqual([]);
});
