/** Tests whether this Excel accepts a formula: enters it on a temporary sheet, reads it back, deletes the sheet. */
import { pause } from "../domain/waiting";
import { runExcel } from "./excel-run";

/** Custom functions answer a moment after the formula is entered. */
const LOOKS = 12;
const PAUSE = 250;

/** What became of a formula that was entered. */
export interface EnteredFormula {
  /** The formula as Excel keeps it. */
  readonly formula: string;
  /** The value of its cell; Excel's error ("#NAME?") where it does not accept the formula. */
  readonly shown: string;
}

/**
 * Enters a formula by the API and reads it back.
 * @throws WorkbookError where Excel cannot make a sheet at all
 */
export async function tryFormula(formula: string): Promise<EnteredFormula> {
  const name = `Test ${Date.now().toString(36)}`;
  try {
    await runExcel(async (context) => {
      context.workbook.worksheets.add(name).getRange("A1").formulas = [[formula]];
      await context.sync();
    });
    let read = { formula: "", shown: "" };
    for (let look = 0; look < LOOKS; look += 1) {
      read = await readBack(name);
      if (read.shown !== "" && read.shown !== "#BUSY!" && read.shown !== "#GETTING_DATA") break;
      await pause(PAUSE);
    }
    return read;
  } finally {
    await runExcel(async (context) => {
      context.workbook.worksheets.getItemOrNullObject(name).delete();
      await context.sync();
    });
  }
}

function readBack(sheet: string): Promise<EnteredFormula> {
  return runExcel(async (context) => {
    const cell = context.workbook.worksheets.getItem(sheet).getRange("A1");
    cell.load("formulas,values");
    await context.sync();
    return { formula: String(cell.formulas[0]?.[0] ?? ""), shown: String(cell.values[0]?.[0] ?? "") };
  });
}
