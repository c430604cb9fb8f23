/**
 * Cells that use our functions follow the programme without a volatile function: each function says which cell asked about which items;
 * when those change, exactly those cells are calculated again.
 */
import { capabilities } from "./capabilities";
import { passing } from "./ranges";
import { runExcel } from "./excel-run";
import { onProgrammeChanged, type ChangedKeys } from "./programme-store";

/** What a cell asked about: keys of items, or "all" (lists, counts, anything that any change may alter). */
export type DependencyKeys = readonly string[] | "all";

interface SheetAsks {
  /** By cell: what it asked. */
  cells: Map<string, DependencyKeys>;
  /** Rows or columns were put in or taken out since: the cells' addresses no longer hold. */
  shifted: boolean;
}

const sheets = new Map<string, SheetAsks>();
/** Cells by item key, as "sheet\u0000cell". */
const askers = new Map<string, Set<string>>();
const askersOfAll = new Set<string>();

const SEPARATOR = "\u0000";
/** Excel takes addresses of up to 8,192 characters in getRanges. */
const LONGEST_ADDRESS = 8000;

/** Notes that a cell ("Sheet1!B2", "'[Book]My sheet'!B2") asked about some items. Costs no round trip. */
export function noteAsk(address: string, keys: DependencyKeys): void {
  const place = parseAddress(address);
  if (!place) return;
  let asks = sheets.get(place.sheet);
  if (!asks) sheets.set(place.sheet, (asks = { cells: new Map(), shifted: false }));
  const id = place.sheet + SEPARATOR + place.cell;
  forget(id, asks.cells.get(place.cell));
  asks.cells.set(place.cell, keys);
  if (keys === "all") askersOfAll.add(id);
  else
    for (const key of keys) {
      let cells = askers.get(key);
      if (!cells) askers.set(key, (cells = new Set()));
      cells.add(id);
    }
}

function forget(id: string, keys: DependencyKeys | undefined): void {
  if (keys === undefined) return;
  if (keys === "all") askersOfAll.delete(id);
  else
    for (const key of keys) {
      const cells = askers.get(key);
      cells?.delete(id);
      if (cells?.size === 0) askers.delete(key);
    }
}

function forgetSheet(name: string): void {
  const asks = sheets.get(name);
  if (!asks) return;
  for (const [cell, keys] of asks.cells) forget(name + SEPARATOR + cell, keys);
  sheets.delete(name);
}

/** How many cells are known to ask, for the diagnostics. */
export function countAsks(): number {
  let count = 0;
  for (const asks of sheets.values()) count += asks.cells.size;
  return count;
}

/** Rows, columns or cells were put in or taken out of a sheet: its addresses no longer hold, so all of it is calculated next time. */
export function noteStructureChange(sheet: string): void {
  const asks = sheets.get(sheet);
  if (asks) asks.shifted = true;
}

/** A sheet got another name: its cells ask under that. */
export function noteSheetRenamed(before: string, after: string): void {
  const asks = sheets.get(before);
  if (!asks) return;
  forgetSheet(before);
  for (const [cell, keys] of asks.cells) noteAsk(`${quote(after)}!${cell}`, keys);
  const moved = sheets.get(after);
  if (moved) moved.shifted = asks.shifted;
}

/** "Sheet1!$B$2" as sheet and cell; null for what is no such address. */
export function parseAddress(address: string): { sheet: string; cell: string } | null {
  const bang = address.lastIndexOf("!");
  if (bang < 0) return null;
  let sheet = address.slice(0, bang);
  if (sheet.startsWith("'") && sheet.endsWith("'")) sheet = sheet.slice(1, -1).replaceAll("''", "'");
  const cell = address.slice(bang + 1).replaceAll("$", "");
  return { sheet: sheet.replace(/^\[[^\]]*\]/, ""), cell };
}

function quote(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** The cells, by sheet, that asked about what changed; null for a sheet that is to be calculated whole. */
export function cellsToCalculate(changed: ChangedKeys): Map<string, string[] | null> {
  const bySheet = new Map<string, string[] | null>();
  const add = (id: string): void => {
    const at = id.indexOf(SEPARATOR);
    const sheet = id.slice(0, at);
    const cells = bySheet.get(sheet);
    if (cells === null) return;
    if (cells === undefined) bySheet.set(sheet, sheets.get(sheet)?.shifted === true ? null : [id.slice(at + 1)]);
    else cells.push(id.slice(at + 1));
  };
  if (changed === "all") {
    for (const [sheet, asks] of sheets) for (const cell of asks.cells.keys()) add(sheet + SEPARATOR + cell);
    return bySheet;
  }
  const ids = new Set(askersOfAll);
  for (const key of changed) for (const id of askers.get(key) ?? []) ids.add(id);
  for (const id of ids) add(id);
  return bySheet;
}

/** Cells as few areas: a run of cells in a column becomes one ("A1:A9"). */
export function areasOf(cells: readonly string[]): string[] {
  const columns = new Map<string, number[]>();
  const areas: string[] = [];
  for (const cell of cells) {
    const match = /^([A-Z]+)(\d+)$/.exec(cell);
    const [column, row] = [match?.[1], match?.[2]];
    if (column === undefined || row === undefined) {
      areas.push(cell);
      continue;
    }
    const rows = columns.get(column);
    if (rows) rows.push(Number(row));
    else columns.set(column, [Number(row)]);
  }
  for (const [column, rows] of columns) {
    rows.sort((one, other) => one - other);
    let first = rows[0] ?? 0;
    rows.forEach((row, index) => {
      if (rows[index + 1] === row + 1) return;
      areas.push(first === row ? `${column}${String(row)}` : `${column}${String(first)}:${column}${String(row)}`);
      first = rows[index + 1] ?? 0;
    });
  }
  return areas;
}

function addressesOf(areas: readonly string[]): string[] {
  const addresses: string[] = [];
  let current = "";
  for (const area of areas) {
    if (current !== "" && current.length + area.length + 1 > LONGEST_ADDRESS) {
      addresses.push(current);
      current = "";
    }
    current += current === "" ? area : `,${area}`;
  }
  if (current !== "") addresses.push(current);
  return addresses;
}

/** Calculates again the cells that asked about what changed (two round trips, however many cells). */
export async function calculateAskers(changed: ChangedKeys): Promise<void> {
  const cells = cellsToCalculate(changed);
  if (cells.size === 0) return;
  await runExcel(async (context) => {
    const found = [...cells.keys()].map((name) => ({
      name,
      sheet: context.workbook.worksheets.getItemOrNullObject(name),
    }));
    for (const { sheet } of found) sheet.load("name");
    await context.sync();
    for (const { name, sheet } of found) {
      const asked = cells.get(name);
      if (sheet.isNullObject) forgetSheet(name);
      else if (asked === null || asked === undefined) calculateWhole(name, sheet);
      else calculateCells(sheet, areasOf(asked));
    }
    await context.sync();
  });
}

/** Every function on the sheet runs again and tells its address anew. */
function calculateWhole(name: string, sheet: Excel.Worksheet): void {
  forgetSheet(name);
  sheet.calculate(true);
}

function calculateCells(sheet: Excel.Worksheet, areas: readonly string[]): void {
  if (!capabilities().level) {
    for (const area of areas) passing(sheet.getRange(area)).calculate();
    return;
  }
  for (const address of addressesOf(areas)) passing(sheet.getRanges(address)).calculate();
}

/** From now on, calculates the cells that asked whenever the programme changes. Returns how to stop. */
export function keepFresh(onError: (error: unknown) => void): () => void {
  let pending: ChangedKeys = new Set();
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    try {
      while (pending === "all" || pending.size > 0) {
        const changed = pending;
        pending = new Set();
        await calculateAskers(changed);
      }
    } catch (error) {
      onError(error);
    } finally {
      running = false;
    }
  };
  return onProgrammeChanged((changed) => {
    pending = pending === "all" || changed === "all" ? "all" : new Set([...pending, ...changed]);
    if (!running) void Promise.resolve().then(run);
  });
}
