/** Whether this Excel takes a formula: enters it on a scratch sheet, reads it back, removes the sheet. */
import { runExcel } from "./excel-run";

/** Custom functions answer a moment after the formula is entered. */
const LOOKS = 12;
const PAUSE = 250;

/**
 * What a cell shows that holds the formula; Excel's own error ("#NAME?") where it does not take it.
 * @throws WorkbookError where Excel cannot make a sheet at all
 */
export async function tryFormula(formula: string): Promise<string> {
  const name = `Test ${Date.now().toString(36)}`;
  try {
    await runExcel(async (context) => {
      context.workbook.worksheets.add(name).getRange("A1").formulas = [[formula]];
      await context.sync();
    });
    let shown = "";
    for (let look = 0; look < LOOKS; look += 1) {
      shown = await shownIn(name);
      if (shown !== "" && shown !== "#BUSY!" && shown !== "#GETTING_DATA") break;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    return shown;
  } finally {
    await runExcel(async (context) => {
      context.workbook.worksheets.getItemOrNullObject(name).delete();
      await context.sync();
    });
  }
}

function shownIn(sheet: string): Promise<string> {
  return runExcel(async (context) => {
    const cell = context.workbook.worksheets.getItem(sheet).getRange("A1");
    cell.load("values");
    await context.sync();
    return String(cell.values[0]?.[0] ?? "");
  });
}
