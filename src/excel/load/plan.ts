/** Plans a load: tables to create, rows to add, cells to update, and differences between the documents and users' changes. Pure. */
import { isOneOf, STATUSES } from "../../domain/vocabulary";
import { mapInSteps, type Steps } from "../../domain/steps";
import { untouched } from "../fingerprint";
import { KEY, LOADED, STATUS, type Cell, type TableSpec } from "../table-specs/spec";
import { ITEM_TABLES } from "../table-specs/tables";
import type { RowCells } from "../../domain/cells";
import type { CellWrite } from "../table-writer";
import { columnOf, isBlankBody, rowCursor, type ManagedTable } from "../tables";
import { fingerprinted, type DesiredRow, type DesiredTable } from "./desired-tables";
import { namedRows } from "./keyless-rows";
import type { CellDifference } from "./types";

/** Changes to an existing table. */
export interface TableChanges {
  table: ManagedTable;
  spec: TableSpec;
  append: RowCells[];
  /** Unchanged rows of an earlier, outdated reading; positions in the body, ascending. */
  remove: number[];
  /** In writing order: a row's fingerprint after its other cells. */
  updates: CellWrite[];
}

export interface LoadPlan {
  /** The desired tables, by name. */
  desired: Map<string, DesiredTable>;
  create: DesiredTable[];
  change: TableChanges[];
  differences: CellDifference[];
}

export interface PlanInput {
  desired: readonly DesiredTable[];
  /** The existing managed tables, by name. */
  existing: ReadonlyMap<string, ManagedTable>;
  /** Documents loaded completely before: their missing rows were deleted by users. */
  loadedDocuments: ReadonlySet<string>;
  /** Ids of the differences for which the document's value is used. */
  decisions: ReadonlySet<string>;
}

/** Field of a difference about a whole row. */
export const WHOLE_ROW = "";

/** The id of a difference: the same on every load. */
export function differenceId(table: string, row: string, field: string): string {
  return JSON.stringify([table, row, field]);
}

/** Compares the existing tables with the desired ones. */
export function* planLoad(input: PlanInput): Steps<LoadPlan> {
  const present = inPresentTables(input);
  const desired = new Map(present.map((target) => [target.spec.name, target]));
  const plan: LoadPlan = { desired, create: [], change: [], differences: [] };
  const statuses = new Map<string, Cell>();
  for (const target of present) {
    const table = input.existing.get(target.spec.name);
    // Annexes show the final status of the work programme, including users' changes.
    if (target.spec.kind === "Annex") showStatuses(target, statuses);
    if (table) {
      const changes = yield* planTable(target, table, input, plan.differences);
      if (changes.append.length > 0 || changes.updates.length > 0 || changes.remove.length > 0)
        plan.change.push(changes);
      if (ITEM_TABLES.includes(target.spec))
        for (const [key, status] of statusesAfter(changes)) statuses.set(key, status);
    } else {
      plan.create.push(target);
    }
  }
  return plan;
}

/** Items whose row users changed stay in the table that the row is in, also where the item belongs to another study group now. */
function inPresentTables({ desired: targets, existing }: PlanInput): readonly DesiredTable[] {
  const items = targets.filter(({ spec }) => ITEM_TABLES.includes(spec));
  const staying = new Map<string, DesiredTable>();
  for (const target of items) {
    const table = existing.get(target.spec.name);
    const others = new Set(items.flatMap((each) => (each === target ? [] : each.rows.map(({ identity }) => identity))));
    if (!table || others.size === 0) continue;
    const [identity, isUntouched] = [columnOf(table, target.spec.identity), untouchedIn(target.spec, table)];
    for (const row of table.rows) {
      const key = String(row[identity] ?? "");
      if (others.has(key) && !isUntouched(row)) staying.set(key, target);
    }
  }
  if (staying.size === 0) return targets;
  const rows = items.flatMap((target) => target.rows.map((row) => ({ row, at: staying.get(row.identity) ?? target })));
  return targets.map((target) =>
    items.includes(target) ? { ...target, rows: rows.flatMap(({ row, at }) => (at === target ? [row] : [])) } : target,
  );
}

/** The status of each item in a table of items after the changes. */
export function statusesAfter(changes: TableChanges): Map<string, Cell> {
  const { table } = changes;
  const [key, status] = [columnOf(table, KEY), columnOf(table, STATUS)];
  const after = new Map<string, Cell>();
  if (key < 0 || status < 0) return after;
  table.rows.forEach((row) => after.set(String(row[key] ?? ""), row[status] ?? ""));
  for (const update of changes.updates) {
    if (update.header === STATUS) after.set(String(table.rows[update.row]?.[key] ?? ""), update.value);
  }
  // In advise mode the cell may hold an invalid status: the annexes then keep theirs.
  for (const [item, value] of after) if (!isOneOf(STATUSES, value)) after.delete(item);
  return after;
}

/** The Status cells to update in annexes that this load does not otherwise write. */
export function annexStatusUpdates(
  plan: LoadPlan,
  existing: ReadonlyMap<string, ManagedTable>,
  annexes: readonly ManagedTable[],
): { table: ManagedTable; writes: CellWrite[] }[] {
  // An interrupted load may have changed the work programme but not the annexes: they are updated even if nothing changes now.
  const statuses = new Map(
    ITEM_TABLES.flatMap((spec) => {
      const table = existing.get(spec.name);
      const unchanged = table ? { table, spec, append: [], remove: [], updates: [] } : null;
      const changes = plan.change.find((each) => each.spec === spec) ?? unchanged;
      return changes ? [...statusesAfter(changes)] : [];
    }),
  );
  return annexes.map((table) => ({ table, writes: statusCells(table, statuses) }));
}

/** The Status cells of an annex that differ from the work programme. */
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

function* planTable(
  target: DesiredTable,
  table: ManagedTable,
  input: PlanInput,
  differences: CellDifference[],
): Steps<TableChanges> {
  const { spec } = target;
  const changes: TableChanges = { table, spec, append: [], updates: [], remove: staleRows(target, table) };
  const positions = positionsOf(table, spec);
  const comparer = new RowComparer(target, table, input.decisions, differences, changes.updates);
  yield* mapInSteps(target.rows, (row) => {
    const position = positions.get(row.identity);
    if (position !== undefined) comparer.compare(row, position);
    else if (isRemoved(target, row, input)) differences.push(removedRow(target, row));
    else changes.append.push(cellsByHeader(spec, row));
  });
  return changes;
}

/** Whether nobody edits the table: it is on the hidden Lists sheet and has no fingerprints. */
function isOnlyOurs({ kind }: TableSpec): boolean {
  return kind === "Frames" || kind === "Settings";
}

function staleRows(target: DesiredTable, table: ManagedTable): number[] {
  const { spec } = target;
  const identity = columnOf(table, spec.identity);
  if (identity < 0) return [];
  const wanted = new Set(target.rows.map((row) => row.identity));
  const cursor = rowCursor(table);
  const isUntouched = untouchedIn(spec, table);
  return table.rows.flatMap((row, index) => {
    const identityText = String(row[identity] ?? "");
    if (identityText === "" || wanted.has(identityText) || !target.isStale(cursor.at(row))) return [];
    return isUntouched(row) ? [index] : [];
  });
}

/** Returns a function that tells whether users changed nothing in a row since it was loaded. */
export function untouchedIn(spec: TableSpec, table: ManagedTable): (row: readonly Cell[]) => boolean {
  if (isOnlyOurs(spec)) return () => true;
  const loaded = columnOf(table, LOADED);
  if (loaded < 0) return () => false;
  const positions = fingerprinted(spec).map((index) => columnOf(table, spec.columns[index]?.header ?? ""));
  return (row) => {
    const cells = positions.map((position) => row[position] ?? "");
    return untouched(cells, String(row[loaded] ?? ""), spec.fingerprint).every(Boolean);
  };
}

/** The position of each row of a table, by identity. A row without a key is identified by its name, and gets its key. */
function positionsOf(table: ManagedTable, spec: TableSpec): Map<string, number> {
  const positions = new Map<string, number>();
  if (isBlankBody(table)) return positions;
  const identity = columnOf(table, spec.identity);
  const add = (identityText: string, index: number): void => {
    if (identityText !== "" && !positions.has(identityText)) positions.set(identityText, index);
  };
  table.rows.forEach((row, index) => {
    add(String(row[identity] ?? ""), index);
  });
  if (ITEM_TABLES.includes(spec)) for (const [index, item] of namedRows(table)) add(item.key, index);
  return positions;
}

function cellsByHeader(spec: TableSpec, row: DesiredRow): RowCells {
  const cells: Record<string, Cell> = {};
  spec.columns.forEach((column, index) => (cells[column.header] = row.cells[index] ?? ""));
  return cells;
}

/** Whether users deleted a row: all documents that report it were loaded before. */
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

/** Whether two cells show the same text, such as a year typed into a text column. */
function same(first: Cell, second: Cell): boolean {
  return first === second || String(first) === String(second);
}

/** Compares the rows of one table; looks up the positions of its columns once. */
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

  compare(row: DesiredRow, rowPosition: number): void {
    const current = this.table.rows[rowPosition] ?? [];
    for (const { header, index, position } of this.derived) {
      const value = row.cells[index] ?? "";
      if (position >= 0 && !same(current[position] ?? "", value))
        this.updates.push({ row: rowPosition, header, value });
    }
    if (
      this.columns.every(
        (column) => column.position < 0 || same(current[column.position] ?? "", row.cells[column.index] ?? ""),
      )
    ) {
      this.bringFingerprint(row, rowPosition, current);
      return;
    }
    const currentCells = this.columns.map((column) => current[column.position] ?? "");
    const loaded = this.loaded < 0 ? "" : String(current[this.loaded] ?? "");
    const ours = untouched(currentCells, loaded, this.target.spec.fingerprint);
    // Blank cells of a row without a key are not changes of a user.
    const typed = loaded === "" && this.key >= 0 && (current[this.key] ?? "") === "";
    this.columns.forEach((column, at) => {
      const [theirs, documents] = [currentCells[at] ?? "", row.cells[column.index] ?? ""];
      if (column.position < 0 || same(theirs, documents)) return;
      const id = differenceId(this.table.name, row.identity, column.header);
      if (
        ours[at] === true ||
        column.hidden ||
        isOnlyOurs(this.target.spec) ||
        (typed && theirs === "") ||
        this.decisions.has(id)
      ) {
        this.updates.push({ row: rowPosition, header: column.header, value: documents });
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
    this.bringFingerprint(row, rowPosition, current);
  }

  /** Updates the fingerprint to the documents' values: cells that differ from them are users' changes. */
  private bringFingerprint(row: DesiredRow, rowPosition: number, current: readonly Cell[]): void {
    if (this.loaded < 0 || this.loadedIndex < 0) return;
    const fingerprint = row.cells[this.loadedIndex] ?? "";
    if (fingerprint !== current[this.loaded])
      this.updates.push({ row: rowPosition, header: LOADED, value: fingerprint });
  }
}
