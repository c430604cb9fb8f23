/** Formulas of earlier sessions: found on start, and entered again where Excel cannot calculate them (Excel-Custom-Functions#368, office-js#6611). */
import { areasOf, cellId, columnOfCell, rowOf } from "./areas";
import { capabilities } from "./capabilities";
import { dataVersion } from "./data-version";
import { registerFound } from "./dependents";
import { runExcel } from "./excel-run";
import { asEntered, findFormulas, type FoundFormula, type LocatedFormulas } from "./formulas";
import { noteUnknownNames } from "./formula-errors";
import { calculate, recalculate, setComplete } from "./recalculation";
import { untracked } from "./ranges";

export { queueFormulaAreas } from "./formulas";

/** Excel's error for a function that it did not recognise when the formula was entered. Only entering the formula again removes it. */
const UNKNOWN_NAME = "#NAME?";

/**
 * Registers every formula of the workbook that uses our functions. What was calculated with other data is calculated again, once; so is
 * what shows an error, since it may be of an answer that could not be loaded.
 * @param located where formulas are, if that was read already
 */
export async function findDependents(located?: LocatedFormulas): Promise<void> {
  const { formulas, isDated, calculatedWith } = await findFormulas(located);
  const earlier = registerAll(formulas);
  setComplete(isDated);
  noteUnknownNames(formulas.filter(({ error }) => error === UNKNOWN_NAME).length);
  const isOutdated = calculatedWith !== dataVersion(isDated);
  await calculateAreas(isOutdated ? earlier : earlier.filter(({ error }) => error !== null && error !== UNKNOWN_NAME));
}

/** Registers formulas; returns those that were not called in this session. */
function registerAll(formulas: readonly FoundFormula[]): FoundFormula[] {
  const earlier: FoundFormula[] = [];
  for (const formula of formulas) if (registerFound(formula.sheet, formula.cell)) earlier.push(formula);
  return earlier;
}

async function calculateAreas(formulas: readonly FoundFormula[]): Promise<void> {
  const sheets = new Map<string, number[]>();
  for (const { sheet, cell } of formulas) {
    const cells = sheets.get(sheet);
    if (cells) cells.push(cell);
    else sheets.set(sheet, [cell]);
  }
  await calculate(new Map([...sheets].map(([sheet, cells]) => [sheet, areasOf(cells)])));
}

/** What came of refreshing. */
export interface Refreshed {
  /** Formulas that use our functions. */
  readonly found: number;
  /** Of those, entered again because they showed an error. */
  readonly entered: number;
  /** In locked cells of protected sheets, with an error; not changed. */
  readonly locked: number;
  /** That Excel does not let be entered, such as parts of an array formula. */
  readonly refused: number;
}

export interface RefreshOptions {
  /** Called before each request with what is done. */
  progress: (done: number, total: number) => Promise<void>;
}

/** Cells are written one by one: an array written to filtered rows reaches other rows (office-js#224). */
const CELLS_A_REQUEST = 500;

/** Enters every formula of ours again that shows an error, and calculates the others. */
export async function refreshFormulas({ progress }: RefreshOptions): Promise<Refreshed> {
  const { formulas, isDated, protectedSheets } = await findFormulas();
  registerAll(formulas);
  setComplete(isDated);
  const wrong = formulas.filter(({ error }) => error !== null);
  const { free, locked } = await splitFormulas(wrong, protectedSheets);
  let entered = 0;
  for (let from = 0; from < free.length; from += CELLS_A_REQUEST) {
    await progress(from, free.length);
    entered += await enter(free.slice(from, from + CELLS_A_REQUEST));
  }
  await recalculate("all");
  noteUnknownNames(locked.filter(({ error }) => error === UNKNOWN_NAME).length);
  return { found: formulas.length, entered, locked: locked.length, refused: free.length - entered };
}

interface SplitFormulas {
  free: FoundFormula[];
  locked: FoundFormula[];
}

/** Parts formulas by whether their cells can be written; a cell that a formula elsewhere spills into is neither. */
async function splitFormulas(
  formulas: readonly FoundFormula[],
  protectedSheets: ReadonlySet<string>,
): Promise<SplitFormulas> {
  const result: SplitFormulas = { free: [], locked: [] };
  for (let from = 0; from < formulas.length; from += CELLS_A_REQUEST) {
    const cells = await lookAt(formulas.slice(from, from + CELLS_A_REQUEST), protectedSheets);
    for (const { formula, isLocked, isSpilledInto } of cells)
      if (!isSpilledInto) (isLocked ? result.locked : result.free).push(formula);
  }
  return result;
}

/** What keeps cells from being written (one request). */
function lookAt(formulas: readonly FoundFormula[], protectedSheets: ReadonlySet<string>) {
  return runExcel(async (context) => {
    const queued = formulas.map((formula) => {
      const cell = cellOf(context, formula);
      const lock = protectedSheets.has(formula.sheet) ? cell.format.protection : null;
      lock?.load("locked");
      const parent = capabilities().spills ? untracked(cell.getSpillParentOrNullObject()) : null;
      parent?.load("rowIndex,columnIndex");
      return { formula, lock, parent };
    });
    await context.sync();
    return queued.map(({ formula, lock, parent }) => ({
      formula,
      isLocked: lock?.locked === true,
      isSpilledInto: parent?.isNullObject === false && cellId(parent.rowIndex, parent.columnIndex) !== formula.cell,
    }));
  });
}

const cellOf = (context: Excel.RequestContext, { sheet, cell }: FoundFormula): Excel.Range =>
  untracked(context.workbook.worksheets.getItem(sheet).getRangeByIndexes(rowOf(cell), columnOfCell(cell), 1, 1));

/** Enters formulas again; where Excel refuses some, the others are entered all the same. Returns how many were. */
async function enter(formulas: readonly FoundFormula[]): Promise<number> {
  try {
    await runExcel(
      async (context) => {
        for (const formula of formulas) cellOf(context, formula).formulas = [[asEntered(formula.formula)]];
        await context.sync();
      },
      { oneUndoStep: true },
    );
    return formulas.length;
  } catch {
    if (formulas.length === 1) return 0;
    const half = Math.ceil(formulas.length / 2);
    return (await enter(formulas.slice(0, half))) + (await enter(formulas.slice(half)));
  }
}
