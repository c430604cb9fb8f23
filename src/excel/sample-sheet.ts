/** A sheet of formulas to try. */
import { runExcel } from "./excel-run";

/** What the sheet contains, from the top: title, hint, inputs, formulas, and a formula that spills. */
export interface SampleSheet {
  name: string;
  title: string;
  hint: string;
  /** Cells to type into, in column B from row `FIRST_INPUT` on. */
  inputs: readonly { label: string; value: string }[];
  headers: readonly [string, string, string];
  formulas: readonly SampleFormula[];
  last: SampleFormula;
}

/** A formula in English syntax, as this Excel shows it, and what it returns. */
export interface SampleFormula {
  formula: string;
  shown: string;
  help: string;
}

/** Row of the first input, counted from 1. */
export const FIRST_INPUT = 4;

const WIDTHS = [260, 260, 420];
const INPUT_FILL = "#FFF2CC";
const TEXT_FORMAT = "@";

/**
 * Adds the sheet and shows it; where a sheet of this name exists, only shows it.
 * @throws WorkbookError where the structure of the workbook is protected
 */
export async function showSampleSheet(sample: SampleSheet): Promise<void> {
  await runExcel(async (context) => {
    const { worksheets } = context.workbook;
    const existing = worksheets.getItemOrNullObject(sample.name);
    existing.load("name");
    await context.sync();
    if (existing.isNullObject) write(worksheets.add(sample.name), sample);
    else existing.activate();
    await context.sync();
  });
}

function write(sheet: Excel.Worksheet, { title, hint, inputs, headers, formulas, last }: SampleSheet): void {
  const block = (row: number, column: number, rows: number, columns: number) =>
    sheet.getRangeByIndexes(row, column, rows, columns);
  WIDTHS.forEach((width, column) => (block(0, column, 1, 1).format.columnWidth = width));
  block(0, 0, 2, 1).values = [[title], [hint]];
  block(0, 0, 1, 1).format.font.bold = true;

  const first = FIRST_INPUT - 1;
  const entered = block(first, 1, inputs.length, 1);
  // Excel would read the Question 2/17 as a date.
  entered.numberFormat = inputs.map(() => [TEXT_FORMAT]);
  entered.values = inputs.map(({ value }) => [value]);
  entered.format.fill.color = INPUT_FILL;
  block(first, 0, inputs.length, 1).values = inputs.map(({ label }) => [label]);

  const header = first + inputs.length + 1;
  const heading = block(header, 0, 1, headers.length);
  heading.values = [[...headers]];
  heading.format.font.bold = true;
  const texts = block(header + 1, 0, formulas.length, 1);
  texts.numberFormat = formulas.map(() => [TEXT_FORMAT]);
  texts.values = formulas.map(({ shown }) => [shown]);
  const help = block(header + 1, 2, formulas.length, 1);
  help.values = formulas.map((each) => [each.help]);
  const answers = block(header + 1, 1, formulas.length, 1);
  answers.formulas = formulas.map(({ formula }) => [formula]);
  for (const range of [texts, answers, help]) {
    range.format.wrapText = true;
    range.format.verticalAlignment = Excel.VerticalAlignment.top;
    range.format.horizontalAlignment = Excel.HorizontalAlignment.left;
  }

  const end = header + formulas.length + 2;
  block(end, 0, 1, 1).numberFormat = [[TEXT_FORMAT]];
  block(end, 0, 1, 1).values = [[last.shown]];
  block(end, 1, 1, 1).values = [[last.help]];
  block(end + 1, 0, 1, 1).formulas = [[last.formula]];
  sheet.activate();
  block(first, 1, 1, 1).select();
}
