/**
 * Which cells use our functions, and which items each of them depends on. A call registers its cell; what was calculated in an earlier
 * session is registered by reading the workbook's formulas (formulas.ts). Nothing here costs a request.
 */
import { areasOf, cellId, intersects, parseAreas, splitAddress, type Area } from "./areas";

/** What a cell depends on: keys of items, or "all" (lists, counts, anything that any change may alter). */
export type DependencyKeys = readonly string[] | "all";

/** Keys of the items that changed; "all" where any may have. */
export type ChangedKeys = ReadonlySet<string> | "all";

interface Dependent {
  readonly sheet: SheetDependents;
  readonly cell: number;
  readonly keys: DependencyKeys;
}

interface SheetDependents {
  readonly cells: Map<number, Dependent>;
  /** Areas edited since the last recalculation: a formula moved there is calculated, and so registers itself. */
  edited: Area[];
  /** Rows, columns or cells were inserted, deleted or sorted: the registered addresses no longer hold. */
  shifted: boolean;
  /** Too much was edited to list the areas. */
  editedWidely: boolean;
  /** Formulas may be anywhere on it: the sheet is a copy. */
  unknown: boolean;
}

/** More edited areas than this on one sheet, and the sheet is calculated whole. */
const EDITED_AT_MOST = 500;

const sheets = new Map<string, SheetDependents>();
const byKey = new Map<string, Set<Dependent>>();
const ofAll = new Set<Dependent>();
/** Whether any cell was registered in this session: without one, no edit can have moved a formula. */
let hasRegistered = false;
/**
 * Whether a registered cell was edited since the last recalculation: its formula may have been cut and be in an edited area now. A formula
 * that is new to the workbook is called, and registers itself; without this, edited areas need no calculation.
 */
let mayHaveMoved = false;

function sheetNamed(name: string): SheetDependents {
  let sheet = sheets.get(name);
  if (!sheet)
    sheets.set(name, (sheet = { cells: new Map(), edited: [], editedWidely: false, shifted: false, unknown: false }));
  return sheet;
}

function register(sheet: SheetDependents, cell: number, keys: DependencyKeys): void {
  unregister(sheet.cells.get(cell));
  const dependent = { sheet, cell, keys };
  hasRegistered = true;
  sheet.cells.set(cell, dependent);
  if (keys === "all") ofAll.add(dependent);
  else
    for (const key of keys) {
      const dependents = byKey.get(key);
      if (dependents) dependents.add(dependent);
      else byKey.set(key, new Set([dependent]));
    }
}

function unregister(dependent: Dependent | undefined): void {
  if (!dependent) return;
  dependent.sheet.cells.delete(dependent.cell);
  if (dependent.keys === "all") {
    ofAll.delete(dependent);
    return;
  }
  for (const key of dependent.keys) {
    const dependents = byKey.get(key);
    dependents?.delete(dependent);
    if (dependents?.size === 0) byKey.delete(key);
  }
}

/** Registers that a cell ("Sheet1!B2", "'[Book]My sheet'!R2C2") depends on some items. */
export function registerDependency(address: string, keys: DependencyKeys): void {
  const at = splitAddress(address);
  const area = at && parseAreas(at.cells)?.[0];
  if (!area) return;
  register(sheetNamed(at.sheet), cellId(area.row, area.column), keys);
}

/**
 * Registers a cell whose formula was read: any change may alter it.
 * @returns false where it registered itself in this session, and keeps what it depends on
 */
export function registerFound(sheetName: string, cell: number): boolean {
  const sheet = sheetNamed(sheetName);
  if (sheet.cells.has(cell)) return false;
  register(sheet, cell, "all");
  return true;
}

/** Discards the cells of a deleted sheet. */
export function forgetSheet(name: string): void {
  const sheet = sheets.get(name);
  if (!sheet) return;
  for (const dependent of [...sheet.cells.values()]) unregister(dependent);
  sheets.delete(name);
}

/** How many cells are registered. */
export function countDependents(): number {
  let count = 0;
  for (const { cells } of sheets.values()) count += cells.size;
  return count;
}

/** Cells were edited, pasted over or cut: what was registered there no longer holds. */
export function noteEdit(sheetName: string, address: string): void {
  const areas = parseAreas(address);
  const sheet = sheetNamed(sheetName);
  if (!areas || sheet.edited.length >= EDITED_AT_MOST) {
    sheet.editedWidely = true;
    sheet.edited = [];
  } else if (!sheet.editedWidely) sheet.edited.push(...areas);
  const overwritten = areas ? within(sheet, areas) : [...sheet.cells.values()];
  if (overwritten.length > 0) mayHaveMoved = true;
  if (areas) for (const dependent of overwritten) unregister(dependent);
}

/** The registered cells within some areas. */
function within(sheet: SheetDependents, areas: readonly Area[]): Dependent[] {
  if (sheet.cells.size === 0) return [];
  const [area] = areas;
  if (area && areas.length === 1 && area.rows === 1 && area.columns === 1) {
    const one = sheet.cells.get(cellId(area.row, area.column));
    return one ? [one] : [];
  }
  return [...sheet.cells.values()].filter(({ cell }) => areas.some((each) => intersects(each, cell)));
}

/** Rows, columns or cells of a sheet were inserted, deleted or sorted. */
export function noteStructureChange(sheetName: string): void {
  const sheet = sheets.get(sheetName);
  if (!sheet) return;
  if (mayHaveMoved && (sheet.edited.length > 0 || sheet.editedWidely)) sheet.unknown = true;
  sheet.edited = [];
  sheet.shifted = true;
}

/** A sheet was added: it may be the copy of one with formulas. */
export function noteSheetAdded(sheetName: string): void {
  sheetNamed(sheetName).unknown = true;
}

/** A sheet got another name. */
export function noteSheetRenamed(before: string, after: string): void {
  const sheet = sheets.get(before);
  if (!sheet || before === after) return;
  sheets.delete(before);
  sheets.set(after, sheet);
}

/** What is to be calculated on one sheet. */
export type SheetRecalculation = "whole" | readonly Area[];

/**
 * What is to be calculated after a change, by sheet. A sheet calculated whole, and areas that were edited, count as done: their
 * functions register themselves anew.
 */
export function pendingRecalculation(changed: ChangedKeys): Map<string, SheetRecalculation> {
  const affected = affectedCells(changed);
  const recalculation = new Map<string, SheetRecalculation>();
  const areEditsMeant = mayHaveMoved;
  mayHaveMoved = false;
  for (const [name, sheet] of [...sheets]) {
    const cells = affected.get(sheet) ?? [];
    const isMoved = areEditsMeant && sheet.editedWidely;
    if ((sheet.unknown && hasRegistered) || isMoved || (sheet.shifted && cells.length > 0)) {
      forgetSheet(name);
      recalculation.set(name, "whole");
      continue;
    }
    const edited = areEditsMeant ? sheet.edited.filter((area) => !isRegistered(sheet, area)) : [];
    sheet.edited = [];
    sheet.editedWidely = false;
    const areas = [...areasOf(cells), ...edited];
    if (areas.length > 0) recalculation.set(name, areas);
    else if (sheet.cells.size === 0) sheets.delete(name);
  }
  return recalculation;
}

function affectedCells(changed: ChangedKeys): Map<SheetDependents, number[]> {
  const affected = new Map<SheetDependents, number[]>();
  const visited = new Set<Dependent>();
  const add = (dependent: Dependent): void => {
    if (visited.has(dependent)) return;
    visited.add(dependent);
    const cells = affected.get(dependent.sheet);
    if (cells) cells.push(dependent.cell);
    else affected.set(dependent.sheet, [dependent.cell]);
  };
  if (changed === "all") for (const { cells } of sheets.values()) for (const each of cells.values()) add(each);
  else {
    for (const dependent of ofAll) add(dependent);
    for (const key of changed) for (const dependent of byKey.get(key) ?? []) add(dependent);
  }
  return affected;
}

/** Whether every cell of an area registered itself after it was edited. */
function isRegistered(sheet: SheetDependents, area: Area): boolean {
  const count = area.rows * area.columns;
  return count <= sheet.cells.size && within(sheet, [area]).length === count;
}
