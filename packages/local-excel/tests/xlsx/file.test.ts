import { openXlsx } from "../../xlsx/open";
import { saveXlsx } from "../../xlsx/save";
import type { SheetSnapshot, WorkbookSnapshot } from "../../xlsx/snapshot";

const sheet = (name: string, part: Partial<SheetSnapshot>): SheetSnapshot => ({
  name,
  visibility: "Visible",
  showGridlines: true,
  values: [],
  formulas: {},
  styles: [],
  columns: [],
  rows: [],
  frozen: { rows: 0, columns: 0 },
  tables: [],
  validations: [],
  conditionalFormats: [],
  page: {},
  charts: [],
  ...part,
});

const WORKBOOK: WorkbookSnapshot = {
  activeSheet: "Programme",
  names: [{ name: "Statuses", refersTo: "=Lists!$A$2:$A$3" }],
  settings: { schema: 1, mode: "enforce" },
  date1904: true,
  sheets: [
    sheet("Programme", {
      values: [
        ["Programme"],
        [],
        ["Item", "Status", "Since", "Count"],
        ["=1+1", "Approved", 45177, 3],
        ["1E5", "Under study", null, 0],
      ],
      styles: [
        { address: "A1", style: { bold: true, fontSize: 16, color: "#123456" } },
        { address: "A4:B5", style: { numberFormat: "@", wrap: true, vertical: "top" } },
        { address: "C4:C5", style: { numberFormat: "yyyy-mm-dd" } },
      ],
      columns: [
        { index: 0, width: 145 },
        { index: 3, hidden: true, width: 75 },
      ],
      merges: ["A1:D1"],
      frozen: { rows: 3, columns: 1 },
      tables: [
        {
          name: "WorkProgramme",
          address: "A3:D5",
          style: "TableStyleLight9",
          showFilterButton: true,
          showBandedRows: true,
        },
      ],
      validations: [
        { address: "B4:B5", list: "=Lists!$A$2:$A$3", errorTitle: "Status", error: "Choose a status from the list." },
      ],
      conditionalFormats: [{ address: "B4:B5", rule: { equals: "Approved" }, fill: "#DFF6DD", color: "#107C10" }],
      page: {
        landscape: true,
        paperSize: 9,
        fitToWidth: 1,
        fitToHeight: 0,
        titleRows: "3:3",
        area: "A1:D5",
        footer: "&CPage &P of &N",
      },
      tabColor: "#0F6CBD",
    }),
    sheet("Statistics", {
      values: [
        ["", "C", "TD"],
        ["2023-09", 153, 415],
        ["2023-03", 119, 394],
      ],
    }),
    sheet("Lists", { visibility: "Hidden", values: [["Status"], ["Approved"], ["Under study"]] }),
  ],
};

describe("an .xlsx file of the local Excel", () => {
  let again: WorkbookSnapshot;
  let programme: SheetSnapshot;

  beforeAll(async () => {
    again = await openXlsx(await saveXlsx(WORKBOOK));
    programme = again.sheets[0] as SheetSnapshot;
  });

  it("keeps sheets, their order and what is hidden", () => {
    expect(again.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["Programme", "Visible"],
      ["Statistics", "Visible"],
      ["Lists", "Hidden"],
    ]);
    expect(again.activeSheet).toBe("Programme");
  });

  it("keeps text as text, also where it looks like a formula or a number", () => {
    expect(programme.values[3]).toEqual(["=1+1", "Approved", 45177, 3]);
    expect(programme.values[4]?.slice(0, 2)).toEqual(["1E5", "Under study"]);
    expect(programme.formulas).toEqual({});
  });

  it("keeps tables, drop-downs, panes, names, settings and the date system", () => {
    expect(programme.tables).toEqual(WORKBOOK.sheets[0]?.tables);
    expect(programme.validations[0]).toMatchObject({
      address: "B4:B5",
      list: "=Lists!$A$2:$A$3",
      error: "Choose a status from the list.",
    });
    expect(programme.frozen).toEqual({ rows: 3, columns: 1 });
    expect(again.names).toEqual(WORKBOOK.names);
    expect(again.settings).toEqual(WORKBOOK.settings);
    expect(again.date1904).toBe(true);
  });

  it("keeps formats, widths, hidden columns and the page", () => {
    expect(programme.styles).toContainEqual({
      address: "C4",
      style: expect.objectContaining({ numberFormat: "yyyy-mm-dd" }) as unknown,
    });
    expect(programme.styles).toContainEqual({
      address: "A4:B4",
      style: expect.objectContaining({ numberFormat: "@", wrap: true }) as unknown,
    });
    expect(programme.columns).toEqual([
      expect.objectContaining({ index: 0, width: 145 }),
      expect.objectContaining({ index: 3, hidden: true }),
    ]);
    expect(programme.page).toMatchObject({
      landscape: true,
      paperSize: 9,
      fitToWidth: 1,
      titleRows: "3:3",
      area: "A1:D5",
      footer: "&CPage &P of &N",
    });
    expect(programme.merges).toEqual(["A1:D1"]);
    expect(programme.conditionalFormats).toEqual(WORKBOOK.sheets[0]?.conditionalFormats);
    expect(programme.tabColor).toBe("#0F6CBD");
  });

  it("refuses bytes that are no workbook, and says so", async () => {
    await expect(openXlsx(new TextEncoder().encode("not a workbook"))).rejects.toThrow(/no \.xlsx file/);
  });
});
