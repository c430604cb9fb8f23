/** The built add-in in Excels of several regions: list separators, date orders, desktop and web. */
import { type HeadlessExcel, openLocalExcel } from "local-excel";
import { ensureBuilt } from "../../tools/build";
import { pressLoad } from "../../tools/session";

const REGIONS = [
  { locale: "en-US", platform: "desktop", separator: ",", date: "m/d/yyyy" },
  { locale: "en-US", platform: "web", separator: ",", date: "m/d/yyyy" },
  { locale: "fr-FR", platform: "desktop", separator: ";", date: "dd/mm/yyyy" },
  { locale: "fr-FR", platform: "web", separator: ";", date: "dd/mm/yyyy" },
  { locale: "de-CH", platform: "desktop", separator: ";", date: "dd.mm.yyyy" },
  { locale: "de-CH", platform: "web", separator: ";", date: "dd.mm.yyyy" },
  { locale: "fr-CH", platform: "desktop", separator: ";", date: "dd.mm.yyyy" },
] as const;

/** Address of an item's Status on the Work programme sheet. */
function statusCell(excel: HeadlessExcel, item: string): string {
  const rows = excel.values("Work programme!A1:P400");
  const header = rows.findIndex((row) => row[0] === "Item");
  const row = rows.findIndex((each) => each[0] === item);
  const column = rows[header]?.indexOf("Status") ?? -1;
  return `Work programme!${String.fromCharCode(65 + column)}${String(row + 1)}`;
}

describe.each(REGIONS)("in $locale on $platform", ({ locale, platform, separator, date }) => {
  let excel: HeadlessExcel;
  const enter = async (cell: string, formula: string): Promise<void> => {
    await excel.enter(`Sheet1!${cell}`, formula.replaceAll("|", separator));
    await excel.settled();
  };
  beforeAll(async () => {
    excel = await openLocalExcel({ dist: ensureBuilt(), locale, platform });
    await pressLoad(excel);
  });
  afterAll(() => excel.close());

  it("dependents scattered over a sheet follow an edit", async () => {
    await enter("B2", '=SG17.STATUS("X.590")');
    await enter("D7", '=SG17.COUNT("Consented"|"*")');
    await enter("F1", '=IF(SG17.STATUS("X.590")="Approved"|"yes"|"no")');
    const before = excel.value("Sheet1!D7") as number;
    expect([excel.value("Sheet1!B2"), excel.value("Sheet1!F1")]).toEqual(["Consented", "no"]);
    await excel.user.choose(statusCell(excel, "X.590"), "Approved");
    for (const end = Date.now() + 600_000; excel.value("Sheet1!B2") === "Consented" && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await excel.settled();
    expect([excel.value("Sheet1!B2"), excel.value("Sheet1!F1")]).toEqual(["Approved", "yes"]);
    expect(excel.value("Sheet1!D7")).toBe(before - 1);
  });

  it("two ranges are combined cell by cell", async () => {
    for (const [row, [item, status]] of [
      ["X.1221", "Approved"],
      ["X.1353", "Agreed"],
      ["", ""],
    ].entries()) {
      await enter(`A${String(20 + row)}`, item ?? "");
      await enter(`B${String(20 + row)}`, status ?? "");
    }
    await enter("C20", "=SG17.CANBECOME(A20:A22|B20:B22)");
    expect(
      excel
        .values("Sheet1!C20:C22")
        .flat()
        .map((each) => typeof each),
    ).toEqual(["boolean", "boolean", "string"]);
    await enter("E20", "=SG17.CANBECOME(A20:A22|B20:B21)");
    expect(excel.value("Sheet1!E20")).toMatchObject({ error: "#VALUE!", message: expect.stringContaining("3 × 1") });
  });

  it("texts are texts, and dates are of the region", async () => {
    await enter("H1", '=SG17.STATUS("X.websec-7"|"7.9.2023")');
    expect(excel.value("Sheet1!H1")).toMatchObject({ error: "#VALUE!", message: expect.stringContaining("7.9.2023") });
    await enter("H2", '=SG17.STATUS("X.websec-7"|"2017-03-30")');
    expect(excel.value("Sheet1!H2")).toBe("Under study");
    await enter("H3", '=SG17.SINCE("X.1817")');
    const shown = excel.excel.host.functions.noteAt(sheetId(excel), 2, 7)?.rich;
    expect(shown).toMatchObject({ type: "FormattedNumber", basicValue: 45177, numberFormat: date });
  });

  it("the pane inserts a formula into the active cell", async () => {
    await excel.user.select("Sheet1!K30");
    const { document, Event } = excel.window;
    const insert = document.querySelector<HTMLDetailsElement>("#section-insert");
    if (!insert) throw new Error("the pane has no section Insert formula");
    insert.open = true;
    insert.dispatchEvent(new Event("toggle"));
    const code = () => insert.querySelector("code")?.textContent ?? "";
    for (const end = Date.now() + 600_000; code() === "" && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const press = [...insert.querySelectorAll("button")].find((each) => /^\s*Ins/.test(each.textContent ?? ""));
    press?.click();
    await excel.settled();
    expect(excel.value("Sheet1!K30")).toBe("Item");
    expect(excel.spill("Sheet1!K30")).toBeDefined();
  });
});

function sheetId(excel: HeadlessExcel): string {
  return excel.excel.host.engine.sheetByName("Sheet1")?.getSheetId() ?? "";
}
