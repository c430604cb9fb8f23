/** Plans a load: what to make, what to add, what to bring up to date, and where people's own changes stand against the documents. Pure. */
import { isOneOf, STATUSES } from "../../domain/vocabulary";
import { untouched } from "../fingerprint";
import { KEY, LOADED, STATUS, type Cell, type TableSpec } from "../table-specs/spec";
import { WORK_PROGRAMME } from "../table-specs/tables";
import type { RowCells } from "../../domain/cells";
import type { CellWrite } from "../table-writer";
import { columnOf, isBlankBody, rowCursor, type ManagedTable } from "../tables";
import { fingerprinted, type DesiredRow, type DesiredTable } from "./desired-tables";
import { namedRows } from "./keyless-rows";
import type { CellDifference } from "./types";

/** What is done to a table that is there. */
export interface TableChanges {
  table: ManagedTable;
  spec: TableSpec;
  append: RowCells[];
  /** Rows of an earlier reading that no longer holds, as long as nobody touched them; positions in the body, ascending. */
  remove: number[];
  /** In the order in which they are written: a row's fingerprint after its other cells. */
  updates: CellWrite[];
}

export interface LoadPlan {
  /** Everything the workbook is to hold, by table name. */
  targets: Map<string, DesiredTable>;
  create: DesiredTable[];
  change: TableChanges[];
  differences: CellDifference[];
}

export interface PlanInput {
  targets: readonly DesiredTable[];
  /** The managed tables that are there, by name. */
  existing: ReadonlyMap<string, ManagedTable>;
  /** Documents that were loaded whole before: what is missing of them was taken out by people. */
  loadedDocuments: ReadonlySet<string>;
  /** Ids of differences whose document side is taken. */
  decisions: ReadonlySet<string>;
}

/** Field of a difference that is about a whole row. */
export const WHOLE_ROW = "";

/** The id of a difference: the same on every load. */
export function differenceId(table: string, row: string, field: string): string {
  return JSON.stringify([table, row, field]);
}

/** Compares what is there with what is to be. */
export function planLoad(input: PlanInput): LoadPlan {
  const targets = new Map(input.targets.map((target) => [target.spec.name, target]));
  const plan: LoadPlan = { targets, create: [], change: [], differences: [] };
  const statuses = new Map<string, Cell>();
  for (const target of input.targets) {
    const table = input.existing.get(target.spec.name);
    // Annexes show the status that the work programme ends up with, people's own included.
    if (target.spec.kind === "Annex") showStatuses(target, statuses);
    if (table) {
      const changes = planTable(target, table, input, plan.differences);
      if (changes.append.length > 0 || changes.updates.length > 0 || changes.remove.length > 0)
        plan.change.push(changes);
      if (target.spec === WORK_PROGRAMME) for (const [key, status] of statusesAfter(changes)) statuses.set(key, status);
    } else {
      plan.create.push(target);
    }
  }
  return plan;
}

/** Status of each item as the work programme will show it. */
export function statusesAfter(changes: TableChanges): Map<string, Cell> {
  const { table } = changes;
  const [key, status] = [columnOf(table, KEY), columnOf(table, STATUS)];
  const after = new Map<string, Cell>();
  if (key < 0 || status < 0) return after;
  table.rows.forEach((row) => after.set(String(row[key] ?? ""), row[status] ?? ""));
  for (const update of changes.updates) {
    if (update.header === STATUS) after.set(String(table.rows[update.row]?.[key] ?? ""), update.value);
  }
  // A word that is no status may stand there, marked, in advise mode: the annexes go on showing what History explains.
  for (const [item, value] of after) if (!isOneOf(STATUSES, value)) after.delete(item);
  return after;
}

/** The cells by which annexes that this load is not about follow the work programme. */
export function annexStatusUpdates(
  plan: LoadPlan,
  workProgramme: ManagedTable | undefined,
  annexes: readonly ManagedTable[],
): { table: ManagedTable; writes: CellWrite[] }[] {
  // A load that was cut off may have changed the work programme and not the annexes: they follow even where nothing changes now.
  const changes =
    plan.change.find(({ spec }) => spec === WORK_PROGRAMME) ??
    (workProgramme ? { table: workProgramme, spec: WORK_PROGRAMME, append: [], remove: [], updates: [] } : null);
  if (!changes) return [];
  const statuses = statusesAfter(changes);
  return annexes.map((table) => ({ table, writes: statusCells(table, statuses) }));
}

/** The cells of an annex by which its Status follows the work programme's. */
export function statusCells(annex: ManagedTable, statuses: ReadonlyMap<string, Cell>): CellWrite[] {
  const [key, status] = [columnOf(annex, KEY), columnOf(annex, STATUS)];
  if (key < 0 || status < 0) return [];
  return annex.rows.flatMap((cells, row) => {
    const value = statuses.get(String(cells[key] ?? ""));
    return value === undefined || value === cells[status] ? [] : [{ row, header: STATUS, value }];
  });
}

function showStatuses(target: DesiredTable, statuses: ReadonlyMap<string, Cell>): void {
  const at = target.spec.columns.findIndex((column) => column.header === STATUS);
  if (at < 0) return;
  for (const row of target.rows) {
    const status = statuses.get(row.key);
    if (status !== undefined) row.cells[at] = status;
  }
}

function planTable(
  target: DesiredTable,
  table: ManagedTable,
  input: PlanInput,
  differences: CellDifference[],
): TableChanges {
  const { spec } = target;
  const changes: TableChanges = { table, spec, append: [], updates: [], remove: staleRows(target, table) };
  const positions = positionsOf(table, spec);
  const comparer = new RowComparer(target, table, input.decisions, differences, changes.updates);
  for (const row of target.rows) {
    const place = positions.get(row.identity);
    if (place !== undefined) comparer.compare(row, place);
    else if (isRemoved(target, row, input)) differences.push(removedRow(target, row));
    else changes.append.push(cellsByHeader(spec, row));
  }
  return changes;
}

function staleRows(target: DesiredTable, table: ManagedTable): number[] {
  const { spec } = target;
  const [identity, loaded] = [columnOf(table, spec.identity), columnOf(table, LOADED)];
  if (identity < 0 || loaded < 0) return [];
  const wanted = new Set(target.rows.map((row) => row.identity));
  const positions = fingerprinted(spec).map((index) => columnOf(table, spec.columns[index]?.header ?? ""));
  const cursor = rowCursor(table);
  return table.rows.flatMap((row, index) => {
    const identityText = String(row[identity] ?? "");
    if (identityText === "" || wanted.has(identityText) || !target.isStale(cursor.at(row))) return [];
    const cells = positions.map((position) => row[position] ?? "");
    return untouched(cells, String(row[loaded] ?? ""), spec.fingerprint).every(Boolean) ? [index] : [];
  });
}

/** Where each row of a table stands, by identity. A row that people typed has none yet: it goes by its name, and gets its key. */
function positionsOf(table: ManagedTable, spec: TableSpec): Map<string, number> {
  const positions = new Map<string, number>();
  if (isBlankBody(table)) return positions;
  const identity = columnOf(table, spec.identity);
  const place = (identityText: string, index: number): void => {
    if (identityText !== "" && !positions.has(identityText)) positions.set(identityText, index);
  };
  table.rows.forEach((row, index) => {
    place(String(row[identity] ?? ""), index);
  });
  if (spec === WORK_PROGRAMME) for (const [index, item] of namedRows(table)) place(item.key, index);
  return positions;
}

function cellsByHeader(spec: TableSpec, row: DesiredRow): RowCells {
  const cells: Record<string, Cell> = {};
  spec.columns.forEach((column, index) => (cells[column.header] = row.cells[index] ?? ""));
  return cells;
}

/** Whether people took a row out: every document it comes from had been loaded before. */
function isRemoved(target: DesiredTable, row: DesiredRow, input: PlanInput): boolean {
  if (input.decisions.has(differenceId(target.spec.name, row.identity, WHOLE_ROW))) return false;
  const sources = target.documents(row);
  return sources.length > 0 && sources.every((document) => document === "" || input.loadedDocuments.has(document));
}

function removedRow(target: DesiredTable, row: DesiredRow): CellDifference {
  return {
    id: differenceId(target.spec.name, row.identity, WHOLE_ROW),
    table: target.spec.name,
    row: row.identity,
    key: row.key,
    item: nameOf(target.spec, row),
    field: WHOLE_ROW,
    identity: target.spec.identity,
    format: "text",
    sources: sourcesOf(target, row),
    theirs: "",
    documents: nameOf(target.spec, row),
    restoredRow: cellsByHeader(target.spec, row),
  };
}

function sourcesOf(target: DesiredTable, row: DesiredRow): string[] {
  return target.documents(row).filter((document) => document !== "");
}

function nameOf(spec: TableSpec, row: DesiredRow): string {
  const at = spec.columns.findIndex((column) => column.header === "Item");
  return String(row.cells[at < 0 ? 0 : at] ?? "");
}

/** Whether two cells are the same to a person: a year typed into a text column reads as its text. */
function same(first: Cell, second: Cell): boolean {
  return first === second || String(first) === String(second);
}

/** Compares rows of one table; the positions of its columns are looked up once. */
class RowComparer {
  private readonly columns: { header: string; index: number; position: number; hidden: boolean }[];
  private readonly derived: { header: string; index: number; position: number }[];
  private readonly loaded: number;
  private readonly key: number;
  private readonly loadedIndex: number;

  constructor(
    private readonly target: DesiredTable,
    private readonly table: ManagedTable,
    private readonly decisions: ReadonlySet<string>,
    private readonly differences: CellDifference[],
    private readonly updates: CellWrite[],
  ) {
    const { spec } = target;
    this.columns = fingerprinted(spec).map((index) => {
      const column = spec.columns[index];
      const header = column?.header ?? "";
      return { header, index, position: columnOf(table, header), hidden: column?.hidden ?? false };
    });
    this.derived = spec.columns.flatMap((column, index) =>
      column.derived === true ? [{ header: column.header, index, position: columnOf(table, column.header) }] : [],
    );
    this.loaded = columnOf(table, LOADED);
    this.key = columnOf(table, KEY);
    this.loadedIndex = spec.columns.findIndex((column) => column.header === LOADED);
  }

  compare(row: DesiredRow, place: number): void {
    const current = this.table.rows[place] ?? [];
    for (const { header, index, position } of this.derived) {
      const value = row.cells[index] ?? "";
      if (position >= 0 && !same(current[position] ?? "", value)) this.updates.push({ row: place, header, value });
    }
    if (
      this.columns.every(
        (column) => column.position < 0 || same(current[column.position] ?? "", row.cells[column.index] ?? ""),
      )
    ) {
      this.bringFingerprint(row, place, current);
      return;
    }
    const currentCells = this.columns.map((column) => current[column.position] ?? "");
    const loaded = this.loaded < 0 ? "" : String(current[this.loaded] ?? "");
    const ours = untouched(currentCells, loaded, this.target.spec.fingerprint);
    // A row that people typed a moment ago says nothing yet where it is blank.
    const typed = loaded === "" && this.key >= 0 && (current[this.key] ?? "") === "";
    this.columns.forEach((column, at) => {
      const [theirs, documents] = [currentCells[at] ?? "", row.cells[column.index] ?? ""];
      if (column.position < 0 || same(theirs, documents)) return;
      const id = differenceId(this.table.name, row.identity, column.header);
      if (ours[at] === true || column.hidden || (typed && theirs === "") || this.decisions.has(id)) {
        this.updates.push({ row: place, header: column.header, value: documents });
        return;
      }
      this.differences.push({
        id,
        table: this.table.name,
        row: row.identity,
        key: row.key,
        item: nameOf(this.target.spec, row),
        field: column.header,
        identity: this.target.spec.identity,
        format: this.target.spec.columns[column.index]?.format ?? "text",
        sources: sourcesOf(this.target, row),
        theirs,
        documents,
      });
    });
    this.bringFingerprint(row, place, current);
  }

  /** From now on the documents' side is what was loaded last: where people's differs from it, it stays theirs. */
  private bringFingerprint(row: DesiredRow, place: number, current: readonly Cell[]): void {
    if (this.loaded < 0 || this.loadedIndex < 0) return;
    const fingerprint = row.cells[this.loadedIndex] ?? "";
    if (fingerprint !== current[this.loaded]) this.updates.push({ row: place, header: LOADED, value: fingerprint });
  }
}
