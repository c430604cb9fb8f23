/** The functions, on the built add-in in the local Excel. */
import type { HeadlessExcel } from "local-excel";
import { openWorkbook } from "../../tests/excel/support";
import { openAddin, pressImport } from "../session";
import { exportText } from "./export-text";
import { duration, inTurns, timed, times, type Result } from "./measure";

const CELLS = 10_000;
const ITEMS = 10_000;

/** Composed items in every status in turn. */
function composedExport(items: number): Uint8Array {
  const statuses = ["Under study", "Determined 2025-04-17", "Consented 2025-04-17", "Approved 2024-10-29"];
  const lines = Array.from({ length: items }, (_, index) => {
    const name = `X.item-${String(index)}`;
    const status = statuses[index % statuses.length] ?? "";
    return `${name};Q${String((index % 15) + 1)}/17;Security framework number ${String(index)};SG17;2025-2028;New;${status}`;
  });
  return exportText(lines);
}

type Page = { Excel: typeof Excel };

/** Writes a column of names for formulas in the next column. */
async function names(local: HeadlessExcel, sheetName: string): Promise<void> {
  const { Excel: excel } = local.window as unknown as Page;
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(sheetName);
    sheet.getRange(`A1:A${String(CELLS)}`).values = Array.from({ length: CELLS }, (_, i) => [
      `X.item-${String(i % ITEMS)}`,
    ]);
    await context.sync();
  });
  await local.settled();
}

/** Fills a column with formulas and waits for their values. */
async function fill(
  local: HeadlessExcel,
  sheet: string,
  column: string,
  formula: (row: number) => string,
): Promise<number> {
  const { Excel: excel } = local.window as unknown as Page;
  const address = `${column}1:${column}${String(CELLS)}`;
  const milliseconds = await timed(async () => {
    await excel.run(async (context) => {
      const formulas = Array.from({ length: CELLS }, (_, row) => [formula(row + 1)]);
      context.workbook.worksheets.getItem(sheet).getRange(address).formulas = formulas;
      await context.sync();
    });
    await local.settled();
  });
  const last = local.value(`${sheet}!${column}${String(CELLS)}`);
  if (typeof last === "object" || last === "") throw new Error(`${formula(CELLS)} gave ${JSON.stringify(last)}`);
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).clear();
    await context.sync();
  });
  await local.settled();
  return milliseconds;
}

/** 10,000 cells of STATUS beside 10,000 of a function that returns its argument; and one STATUS over 10,000 beside 10,000 XLOOKUPs. */
export async function benchFunctions(): Promise<Result[]> {
  const local = await openAddin();
  await pressImport(local, [{ name: "export.csv", bytes: composedExport(ITEMS) }]);
  await names(local, "Cells");
  const plain = await openWorkbook();
  await names(plain.local, "Cells");
  const { namespace } = plain.local.manifest;
  const cells = await inTurns(
    () => fill(local, "Cells", "B", (row) => `=SG17.STATUS(A${String(row)})`),
    () => fill(plain.local, "Cells", "B", (row) => `=${namespace}.ECHO(A${String(row)})`),
  );
  plain.local.close();
  const last = 3 + ITEMS;
  const lookups = await inTurns(
    () => spill(local),
    () =>
      fill(
        local,
        "Cells",
        "B",
        (row) =>
          `=XLOOKUP(A${String(row)},'Work programme'!$A$4:$A$${String(last)},'Work programme'!$G$4:$G$${String(last)})`,
      ),
    1,
  );
  local.close();
  const faster = lookups.floor / lookups.ours;
  return [
    {
      what: "STATUS, 10,000 cells",
      ours: duration(cells.ours),
      against: "a function that returns its argument",
      floor: duration(cells.floor),
      ratio: times(cells.ours / cells.floor),
      goal: "≤ 1.2",
      reached: cells.ours / cells.floor <= 1.2,
    },
    {
      what: `STATUS over a range of 10,000 (${String(ITEMS)} items)`,
      ours: duration(lookups.ours),
      against: "10,000 XLOOKUPs in the same engine",
      floor: duration(lookups.floor),
      ratio: `${times(faster)} times faster`,
      goal: "≥ 20 times faster",
      reached: faster >= 20,
    },
  ];
}

async function spill(local: HeadlessExcel): Promise<number> {
  const milliseconds = await timed(async () => {
    await local.enter("Cells!D1", `=SG17.STATUS(A1:A${String(CELLS)})`);
    await local.settled();
  });
  const last = local.value(`Cells!D${String(CELLS)}`);
  if (typeof last === "object" || last === "") throw new Error(`STATUS over a range gave ${JSON.stringify(last)}`);
  await local.user.clear("Cells!D1");
  await local.settled();
  return milliseconds;
}

/** LIST and COUNT over 20,000 items, beside COUNTIFS over the same table. */
export async function benchLists(): Promise<Result[]> {
  const items = 20_000;
  const local = await openAddin();
  await pressImport(local, [{ name: "export.csv", bytes: composedExport(items) }]);
  await names(local, "Cells");
  const once = async (formula: string): Promise<number> => {
    const milliseconds = await timed(async () => {
      await local.enter("Cells!D1", formula);
      await local.settled();
    });
    await local.user.clear("Cells!D1");
    await local.settled();
    return milliseconds;
  };
  const end = String(3 + items);
  const floor = `=COUNTIFS('Work programme'!$G$4:$G$${end},"Determined")`;
  const results: Result[] = [];
  for (const [what, formula] of [
    ["COUNT over 20,000 items", '=SG17.COUNT("Determined")'],
    ["LIST over 20,000 items, 5,000 found", '=SG17.LIST("Determined")'],
  ] as const) {
    const best = await inTurns(
      () => once(formula),
      () => once(floor),
    );
    results.push({
      what,
      ours: duration(best.ours),
      against: "COUNTIFS in the same engine",
      floor: duration(best.floor),
      ratio: times(best.ours / best.floor),
      goal: "none set",
      reached: true,
    });
  }
  local.close();
  return results;
}
