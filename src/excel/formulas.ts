/**
 * The formulas of the workbook that use our functions, in cells, tables and defined names, also inside LET, IF and LAMBDA. Only cells
 * with formulas are read. Conditional formats and validation are out of reach: no API gives their formulas for a whole workbook.
 */
import { DATED_FUNCTIONS, NAMESPACE } from "../domain/namespace";
import type { Area } from "./areas";
import { cellId } from "./areas";
import { definedName, queueFormulaSources, type DefinedName, type FormulaSources } from "./formula-sources";
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

/**
 * Reads where our functions are used: two requests, and one more for every 20,000 cells with formulas.
 * @param located where formulas are, if that was read already
 */
export async function findFormulas(located?: LocatedFormulas): Promise<FoundFormulas> {
  const { sources, areas, names } = located ?? (await runExcel(locate));
  const isOurs = formulaTest(names);
  const formulas: FoundFormula[] = [];
  for (const request of inRequests(areas))
    formulas.push(...(await runExcel((context) => read(context, request, isOurs))));
  return {
    formulas,
    protectedSheets: new Set(sources.sheets.flatMap(({ name, isProtected }) => (isProtected ? [name] : []))),
    isDated: formulas.some(({ formula }) => DATED.test(formula)),
    calculatedWith: sources.calculatedWith,
  };
}

async function locate(context: Excel.RequestContext): Promise<LocatedFormulas> {
  const sources = queueFormulaSources(context);
  await context.sync();
  const areas = queueFormulaAreas(context, sources.result());
  await context.sync();
  return areas.result();
}

interface SheetArea extends Area {
  readonly sheet: string;
}

/** The cells with formulas, and the defined names that they may use. */
export interface LocatedFormulas {
  readonly sources: FormulaSources;
  readonly areas: readonly SheetArea[];
  readonly names: readonly DefinedName[];
}

/**
 * Queues listing the areas with formulas, on all sheets; on a protected sheet, where Excel refuses to list them, the whole used range. Call
 * `result` after the sync.
 */
export function queueFormulaAreas(
  context: Excel.RequestContext,
  sources: FormulaSources,
): { result(): LocatedFormulas } {
  const queued = sources.sheets.map(({ name, isProtected }) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.names.load("items/name,items/formula");
    if (isProtected) {
      const used = untracked(sheet.getUsedRangeOrNullObject(true));
      used.load(POSITION);
      return { name, sheet, result: () => (used.isNullObject ? [] : [used]) };
    }
    const cells = untracked(untracked(sheet.getRange()).getSpecialCellsOrNullObject("Formulas"));
    cells.areas.load(`items/${POSITION.replaceAll(",", ",items/")}`);
    return { name, sheet, result: () => (cells.isNullObject ? [] : cells.areas.items) };
  });
  return {
    result() {
      const existing = queued.filter(({ sheet }) => !sheet.isNullObject);
      return {
        sources,
        names: [...sources.names, ...existing.flatMap(({ sheet }) => sheet.names.items.map(definedName))],
        areas: existing.flatMap(({ name, result }) => result().map((area) => sheetArea(name, area))),
      };
    },
  };
}

const sheetArea = (sheet: string, { rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): SheetArea => ({
  sheet,
  row: rowIndex,
  column: columnIndex,
  rows: rowCount,
  columns: columnCount,
});

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
