/** Formulas into the workbook, and the list separator in which this Excel shows them. */
import { capabilities } from "./capabilities";
import { runExcel } from "./excel-run";

export type ListSeparator = "," | ";";

/** Regions with a decimal point whose list separator is a semicolon all the same. */
const SEMICOLON_REGIONS = /-(?:CH|LI)$/i;

let cached: ListSeparator | null = null;

/**
 * The list separator of this Excel's formulas, for formulas that are shown: no API tells it (office-js#2891), so it is inferred from the
 * region. What is entered needs none: the API takes formulas in English syntax.
 */
export async function listSeparator(): Promise<ListSeparator> {
  cached ??= await runExcel(async (context) => {
    const { application } = context.workbook;
    if (!capabilities().culture) return decimalOf(Office.context.contentLanguage) === "," ? ";" : ",";
    application.load("decimalSeparator");
    application.cultureInfo.load("name");
    await context.sync();
    return application.decimalSeparator === "," || SEMICOLON_REGIONS.test(application.cultureInfo.name) ? ";" : ",";
  });
  return cached;
}

const decimalOf = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? ".";

/** A formula as this Excel shows it: another list separator, outside of texts. */
export function withSeparator(formula: string, separator: ListSeparator): string {
  return separator === ","
    ? formula
    : formula.replace(/"(?:[^"]|"")*"|,/g, (part) => (part === "," ? separator : part));
}

const TEXT_FORMAT = "@";

/**
 * Enters a formula into the active cell.
 * @returns the cell's address
 * @throws WorkbookError where the cell cannot be written
 */
export async function insertFormula(formula: string): Promise<string> {
  return runExcel(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("address,numberFormat");
    await context.sync();
    // A cell formatted as text would show the formula itself.
    if (cell.numberFormat[0]?.[0] === TEXT_FORMAT) cell.numberFormat = [["General"]];
    cell.formulas = [[formula]];
    await context.sync();
    return cell.address;
  });
}
