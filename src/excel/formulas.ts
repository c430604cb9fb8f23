/**
 * The formulas of the workbook that use our functions, in cells, tables and defined names, also inside LET, IF and LAMBDA. Only cells
 * with formulas are read. Conditional formats and validation are out of reach: no API gives their formulas for a whole workbook.
 */
import { DATED_FUNCTIONS, NAMESPACE } from "../domain/namespace";
import type { Area } from "./areas";
import { cellId } from "./areas";
import { CALCULATED_WITH } from "./data-version";
import { runExcel } from "./excel-run";
import { untracked } from "./ranges";

/** A cell with a formula of ours. */
export interface FoundFormula {
  readonly sheet: string;
  /** Position of the cell (areas.ts). */
  readonly cell: number;
  readonly formula: string;
  /** The error it shows, as Excel writes it; null where it shows none. */
  readonly error: string | null;
}

export interface FoundFormulas {
  readonly formulas: readonly FoundFormula[];
  /** Names of the sheets that are protected. */
  readonly protectedSheets: ReadonlySet<string>;
  /** Whether some answer depends on the current day and meeting. */
  readonly isDated: boolean;
  /** The version of the data that they were calculated with; null where none is recorded. */
  readonly calculatedWith: string | null;
}

/** Formulas are some 50 characters long: well below 4 MB. */
const CELLS_A_REQUEST = 20_000;

/** In a file that was saved without the add-in Excel writes _xldudf_SG17_STATUS for SG17.STATUS (office-js#6611). */
const SAVED_PREFIX = new RegExp(`_xldudf_${NAMESPACE}_`, "gi");
const CALL = new RegExp(String.raw`(?<![\w.])(?:${NAMESPACE}\.|_xldudf_${NAMESPACE}_)\w+\s*\(`, "i");
const DATED = new RegExp(String.raw`${NAMESPACE}[._](?:${DATED_FUNCTIONS.join("|")})\s*\(`, "i");
/** Texts, and names of sheets and files in quotation marks. */
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;

/** A formula as people enter it, from the form in which a file keeps it. */
export function asEntered(formula: string): string {
  return formula.replace(SAVED_PREFIX, `${NAMESPACE}.`);
}

interface DefinedName {
  readonly name: string;
  readonly formula: string;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Names as whole words of a formula; null for none. */
function namesPattern(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null;
  return new RegExp(String.raw`(?<![\p{L}\p{N}_.\\])(?:${names.map(literal).join("|")})(?![\p{L}\p{N}_.\\])`, "iu");
}

/**
 * Tells which formulas use our functions.
 * @param names the workbook's defined names: a formula may use a function through one, or through several
 */
export function formulaTest(names: readonly DefinedName[]): (formula: unknown) => formula is string {
  let pattern: RegExp | null = null;
  const isOurs = (formula: unknown): formula is string => {
    if (typeof formula !== "string" || !formula.startsWith("=")) return false;
    const bare = formula.replace(QUOTED, "");
    return CALL.test(bare) || pattern?.test(bare) === true;
  };
  for (let found = -1; ;) {
    const ours = names.filter(({ formula }) => isOurs(formula)).map(({ name }) => name);
    if (ours.length === found) return isOurs;
    found = ours.length;
    pattern = namesPattern(ours);
  }
}

/** Reads where our functions are used: two requests, and one more for every 20,000 cells with formulas. */
export async function findFormulas(): Promise<FoundFormulas> {
  return runExcel(async (context) => {
    const { worksheets, names, settings } = context.workbook;
    worksheets.load("items/name,items/protection/protected");
    const stored = settings.getItemOrNullObject(CALCULATED_WITH);
    stored.load("value");
    names.load("items/name,items/formula");
    await context.sync();
    const sheets = worksheets.items;
    const protectedSheets = new Set(sheets.filter(({ protection }) => protection.protected).map(({ name }) => name));
    for (const sheet of sheets) sheet.names.load("items/name,items/formula");
    const areas = await formulaAreas(context, sheets, protectedSheets);
    const isOurs = formulaTest([...names.items, ...sheets.flatMap((sheet) => sheet.names.items)].map(definedName));
    const formulas: FoundFormula[] = [];
    for (const request of inRequests(areas)) formulas.push(...(await read(context, request, isOurs)));
    return {
      formulas,
      protectedSheets,
      isDated: formulas.some(({ formula }) => DATED.test(formula)),
      calculatedWith: stored.isNullObject ? null : String(stored.value),
    };
  });
}

const definedName = ({ name, formula }: Excel.NamedItem): DefinedName => ({ name, formula: String(formula) });

interface SheetArea extends Area {
  readonly sheet: string;
}

/** The areas with formulas, on all sheets; on a protected sheet, where Excel refuses to list them, the whole used range. */
async function formulaAreas(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  protectedSheets: ReadonlySet<string>,
): Promise<SheetArea[]> {
  const queued = sheets.map((sheet) => {
    if (protectedSheets.has(sheet.name)) {
      const used = untracked(sheet.getUsedRangeOrNullObject(true));
      used.load(POSITION);
      return { sheet: sheet.name, result: () => (used.isNullObject ? [] : [used]) };
    }
    const cells = untracked(untracked(sheet.getRange()).getSpecialCellsOrNullObject("Formulas"));
    cells.areas.load(`items/${POSITION.replaceAll(",", ",items/")}`);
    return { sheet: sheet.name, result: () => (cells.isNullObject ? [] : cells.areas.items) };
  });
  await context.sync();
  return queued.flatMap(({ sheet, result }) =>
    result().map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
      sheet,
      row: rowIndex,
      column: columnIndex,
      rows: rowCount,
      columns: columnCount,
    })),
  );
}

const POSITION = "rowIndex,columnIndex,rowCount,columnCount";

/** Areas in groups of at most so many cells; a longer one is split by rows. */
function inRequests(areas: readonly SheetArea[]): SheetArea[][] {
  const requests: SheetArea[][] = [];
  let room = 0;
  for (const area of areas) {
    const rowsAtOnce = Math.max(1, Math.floor(CELLS_A_REQUEST / area.columns));
    for (let from = 0; from < area.rows; from += rowsAtOnce) {
      const rows = Math.min(rowsAtOnce, area.rows - from);
      if (room < rows * area.columns) {
        requests.push([]);
        room = CELLS_A_REQUEST;
      }
      requests[requests.length - 1]?.push({ ...area, row: area.row + from, rows });
      room -= rows * area.columns;
    }
  }
  return requests;
}

async function read(
  context: Excel.RequestContext,
  areas: readonly SheetArea[],
  isOurs: (formula: unknown) => formula is string,
): Promise<FoundFormula[]> {
  const ranges = areas.map(({ sheet, row, column, rows, columns }) => {
    const range = untracked(context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rows, columns));
    range.load("formulas,values,valueTypes");
    return range;
  });
  await context.sync();
  return areas.flatMap(({ sheet, row, column }, at) => {
    const { formulas, values, valueTypes } = ranges[at] ?? { formulas: [], values: [], valueTypes: [] };
    return formulas.flatMap((cells: unknown[], down) =>
      cells.flatMap((formula, across): FoundFormula[] => {
        if (!isOurs(formula)) return [];
        const isError = valueTypes[down]?.[across] === "Error";
        const error = isError ? String(values[down]?.[across]) : null;
        return [{ sheet, cell: cellId(row + down, column + across), formula, error }];
      }),
    );
  });
}
