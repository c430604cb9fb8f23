/** The built functions in a workbook: called by the local Excel through Microsoft's own runtime, as they ship. */
import { type HeadlessExcel, openLocalExcel } from "local-excel";
import { ensureBuilt } from "../../tools/build";
import { openAddin, pressLoad } from "../../tools/session";

const SHEET = "Sheet1";
/** Machines that run several tests at once are slower than desks. */
const PATIENCE = 600;

async function ask(excel: HeadlessExcel, formula: string, cell = "H1"): Promise<unknown> {
  await excel.enter(`${SHEET}!${cell}`, `=SG17.${formula}`);
  await excel.settled();
  const spill = excel.spill(`${SHEET}!${cell}`);
  const shown =
    spill === undefined ? excel.value(`${SHEET}!${cell}`) : excel.values(`${SHEET}!${spill.replace(/^.*!/, "")}`);
  await excel.enter(`${SHEET}!${cell}`, "");
  return shown;
}

describe("in an empty workbook", () => {
  let excel: HeadlessExcel;
  beforeAll(async () => {
    excel = await openAddin();
  });
  afterAll(() => excel.close());

  it("answers from the two documents of the product", async () => {
    expect(await ask(excel, 'STATUS("X.1817")')).toBe("Approved");
    expect(await ask(excel, 'STATUS("rec. itu-t x.1817")')).toBe("Approved");
    expect(await ask(excel, 'STATUS("X.websec-7",DATE(2017,3,30))')).toBe("Under study");
    expect(await ask(excel, "COUNT()")).toBe(138);
    expect(await ask(excel, 'COUNT(,"*")')).toBe(172);
  });
  it("explains an error beside its cell", async () => {
    expect(await ask(excel, 'STATUS("X.5Gsec-mesage")')).toMatchObject({
      error: "#N/A",
      message: expect.stringContaining("X.5Gsec-message"),
    });
    expect(await ask(excel, 'STATUS("X.1817","soon")')).toMatchObject({
      error: "#VALUE!",
      message: expect.stringContaining("soon"),
    });
  });
  it("accepts omitted arguments in the middle", async () => {
    expect(await ask(excel, 'COUNT(,,"AAP")')).toBe(((await ask(excel, 'LIST(,,"AAP")')) as unknown[]).length);
  });
  it("answers a range in its shape, with errors in their own cells and blanks blank", async () => {
    for (const [cell, value] of [
      ["A1", "X.1817"],
      ["A2", "nothing of the kind"],
      ["A4", "X.590"],
    ] as const) {
      await excel.enter(`${SHEET}!${cell}`, value);
    }
    expect(await ask(excel, "STATUS(A1:A4)")).toEqual([
      ["Approved"],
      [expect.objectContaining({ error: "#N/A" })],
      [""],
      ["Consented"],
    ]);
  });
  it("returns an error of its argument as one of the two documented ones", async () => {
    await excel.enter(`${SHEET}!B1`, "=1/0");
    await excel.settled();
    expect(await ask(excel, "TITLE(B1)")).toMatchObject({ error: "#VALUE!" });
  });
  it("shows a card, whose item other functions accept", async () => {
    await excel.enter(`${SHEET}!C1`, '=SG17.ITEM("X.1817")');
    await excel.settled();
    expect(await ask(excel, "STATUS(C1)")).toBe("Approved");
  });
  it("spills NEXT, CHECK, HISTORY and ANNEX", async () => {
    expect(await ask(excel, 'NEXT("X.sr-ai")')).toContainEqual(["Determined"]);
    expect(((await ask(excel, 'HISTORY("X.websec-7")')) as unknown[][])[0]?.[0]).toBe("Date");
    expect(await ask(excel, 'ANNEX("2023-09","A","a")')).toContainEqual(
      expect.arrayContaining(["Security requirements for 5G message service"]),
    );
    expect(await ask(excel, 'CANBECOME("X.590","Agreed")')).toBe(false);
  });
});

const settle = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What a cell comes to show; a second is what people are promised. */
async function becomes(excel: HeadlessExcel, cell: string, expected: unknown): Promise<void> {
  const until = Date.now() + 1_000 * PATIENCE;
  while (excel.value(cell) !== expected && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  expect([cell, excel.value(cell)]).toEqual([cell, expected]);
}

describe("in a loaded workbook", () => {
  let excel: HeadlessExcel;
  beforeAll(async () => {
    excel = await openAddin();
    await excel.enter(`${SHEET}!A1`, '=SG17.STATUS("X.1221")');
    await excel.enter(`${SHEET}!A2`, '=SG17.COUNT("Determined")');
    await excel.enter(`${SHEET}!A3`, '=SG17.TITLE("X.1817")');
    await pressLoad(excel);
  });
  afterAll(() => excel.close());

  /** Address of an item's cell on the Work programme sheet. */
  function cellOf(item: string, column: string): string {
    const rows = excel.values("Work programme!A1:P400");
    const header = rows.findIndex((row) => row[0] === "Item");
    const row = rows.findIndex((each) => each[0] === item);
    const at = rows[header]?.indexOf(column) ?? -1;
    if (row < 0 || at < 0) throw new Error(`No cell ${item} ${column}`);
    return `Work programme!${String.fromCharCode(65 + at)}${String(row + 1)}`;
  }

  it("is recalculated within a second after an edit, in dependent cells and lists", async () => {
    const before = excel.value(`${SHEET}!A2`) as number;
    await excel.user.choose(cellOf("X.1221", "Status"), "Approved");
    await becomes(excel, `${SHEET}!A1`, "Approved");
    await becomes(excel, `${SHEET}!A2`, before - 1);
    expect(excel.value(cellOf("X.1221", "Status"))).toBe("Approved");
    expect(excel.value(`${SHEET}!A3`)).toBe("Security requirements for 5G message service");
  });
  it("keeps its answers where an edit is refused", async () => {
    await excel.user.choose(cellOf("X.590", "Status"), "Agreed");
    await settle(300);
    await becomes(excel, cellOf("X.590", "Status"), "Consented");
    expect(await ask(excel, 'STATUS("X.590")')).toBe("Consented");
    expect(excel.window.document.querySelector("[role=tabpanel]:not([hidden])")?.textContent).toContain("X.590");
  });
});

it("is plain text where Excel has no cards", async () => {
  const excel = await openLocalExcel({
    dist: ensureBuilt(),
    matrix: { ExcelApi: 1.14, SharedRuntime: 1.1, CustomFunctionsRuntime: 1.3, CustomFunctions: 1.9 },
  });
  expect(await ask(excel, 'ITEM("X.1817")')).toMatch(/^X\.1817 \(X\.5Gsec-message\): Security requirements/);
  excel.close();
});
