/**
 * The built functions in formulas of the R1C1 reference style, and with the list separator of the user. The local Excel is one in English
 * whatever the region: it has no other names of Excel's own functions.
 */
import { type HeadlessExcel, openLocalExcel } from "local-excel";
import { ensureBuilt } from "../../tools/build";
import { pressLoad } from "../../tools/session";

/** How each is written: the property of a range, and a formula of cell C3 that reads the name of an item in B3. */
const NOTATIONS = [
  { locale: "en-US", notation: "formulasR1C1", formula: '=IF(SG17.STATUS(RC[-1])="Approved","yes","no")' },
  { locale: "fr-FR", notation: "formulasR1C1", formula: '=IF(SG17.STATUS(R3C2)="Approved","yes","no")' },
  { locale: "fr-FR", notation: "formulasLocal", formula: '=IF(SG17.STATUS(B3)="Approved";"yes";"no")' },
  { locale: "de-CH", notation: "formulasLocal", formula: '=IF(SG17.STATUS($B3)="Approved";"yes";"no")' },
] as const;

let excel: HeadlessExcel;
afterEach(() => excel.close());

function statusCell(item: string): string {
  const rows = excel.values("Work programme!A1:P400");
  const header = rows.findIndex((row) => row[0] === "Item");
  const row = rows.findIndex((each) => each[0] === item);
  return `Work programme!${String.fromCharCode(65 + (rows[header]?.indexOf("Status") ?? -1))}${String(row + 1)}`;
}

it.each(NOTATIONS)("$notation in $locale: cells follow an edit", async ({ locale, notation, formula }) => {
  excel = await openLocalExcel({ dist: ensureBuilt(), locale });
  await pressLoad(excel);
  const { Excel: api } = excel.window as unknown as { Excel: typeof Excel };
  await api.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("B3").values = [["X.590"]];
    sheet.getRange("C3")[notation] = [[formula]];
    await context.sync();
  });
  await excel.settled();
  expect(excel.value("Sheet1!C3")).toBe("no");
  // Opened again, the add-in has only the workbook's formulas to go by.
  excel.closePane();
  await excel.openPane();
  await excel.settled();
  await excel.user.choose(statusCell("X.590"), "Approved");
  for (const end = Date.now() + 600_000; excel.value("Sheet1!C3") === "no" && Date.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(excel.value("Sheet1!C3")).toBe("yes");
});
