/** What each form of `load` loads; the rest throws PropertyNotLoaded in Microsoft's runtime. */
import type { HeadlessExcel } from "../headless";
import { errorOf, openSmall, run } from "./open";

let local: HeadlessExcel;

beforeAll(async () => {
  local = await openSmall();
  await local.user.paste("Sheet1!A1", [
    ["Item", "Status"],
    ["X.1", "Draft"],
  ]);
  await run(local, async (context) => {
    context.workbook.tables.add("Sheet1!A1:B2", true).name = "Work";
    await context.sync();
  });
});

afterAll(() => {
  local.close();
});

/** A property, or the code of the error that reading it throws. */
function seen(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const NOT_LOADED = "PropertyNotLoaded";

describe("a collection", () => {
  it.each([
    ["items", "Sheet1", "Visible", NOT_LOADED],
    ["*", "Sheet1", "Visible", NOT_LOADED],
    [undefined, "Sheet1", "Visible", NOT_LOADED],
    [{ $all: true }, "Sheet1", "Visible", NOT_LOADED],
    ["items/name", "Sheet1", NOT_LOADED, NOT_LOADED],
    ["name", "Sheet1", NOT_LOADED, NOT_LOADED],
    [["items/name", "items/visibility"], "Sheet1", "Visible", NOT_LOADED],
    [{ name: true }, "Sheet1", NOT_LOADED, NOT_LOADED],
    [{ $top: 1, name: true }, "Sheet1", NOT_LOADED, NOT_LOADED],
    [{ select: "name", expand: "tables" }, "Sheet1", NOT_LOADED, "Work"],
    ["items/tables/items/name", NOT_LOADED, NOT_LOADED, "Work"],
    ["items/$none", NOT_LOADED, NOT_LOADED, NOT_LOADED],
  ])("load(%j)", async (what, name, visibility, table) => {
    const loaded = await run(local, async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load(what as string);
      await context.sync();
      const [sheet] = sheets.items;
      return [
        seen(() => sheet?.name),
        seen(() => sheet?.visibility),
        seen(() => sheet?.tables.items.map((one) => one.name)[0]),
      ];
    });
    expect(loaded).toEqual([name, visibility, table]);
  });

  it("refuses a member that nobody has", async () => {
    expect(
      await errorOf(local, async (context) => {
        context.workbook.worksheets.load("items/nope");
        await context.sync();
      }),
    ).toBe("ApiNotFound");
  });
});

describe("an object", () => {
  it.each([
    ["*", "Sheet1!A1:B2", NOT_LOADED, NOT_LOADED],
    ["address", "Sheet1!A1:B2", NOT_LOADED, NOT_LOADED],
    [["address", "format/wrapText"], "Sheet1!A1:B2", false, NOT_LOADED],
    [{ format: { fill: { color: true } } }, NOT_LOADED, NOT_LOADED, "#FFFFFF"],
    ["format/*", NOT_LOADED, false, NOT_LOADED],
    ["format", NOT_LOADED, false, NOT_LOADED],
  ])("load(%j)", async (what, address, wrapText, color) => {
    const loaded = await run(local, async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
      range.load(what as string);
      await context.sync();
      return [seen(() => range.address), seen(() => range.format.wrapText), seen(() => range.format.fill.color)];
    });
    expect(loaded).toEqual([address, wrapText, color]);
  });
});

it("a spill is there in the request of its formula", async () => {
  const seenThen = await run(local, async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("H1").formulas = [["=SEQUENCE(2)"]];
    const spill = sheet.getRange("H1").getSpillingToRange();
    spill.load("address,values");
    await context.sync();
    return [spill.address, spill.values];
  });
  expect(seenThen).toEqual(["Sheet1!H1:H2", [[1], [2]]]);
});
