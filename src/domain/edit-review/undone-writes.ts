/**
 * Excel's undo of what the guard has written back. Ctrl+Z undoes the guard's own step first: the value that a user typed is in the cell again,
 * and the next Ctrl+Z removes it. Were it evaluated as a new edit, the guard would write again, and Ctrl+Z would never reach earlier edits.
 * Excel reports an undo like an edit (office-js has no event of it), so every step writes the identity of one of its rows along, unchanged:
 * an undo covers that cell too, and an edit of a user does not.
 */
import type { RowDifference } from "./diff";
import { cellId, itemKeyIn, type EditPlan, type GuardedTable, type TableEdits, type UndoneCell } from "./edit-plan";
import { isKeyless, sameValue, type CellValue } from "./table-snapshot";

/** One step of the guard in one table: what its cells held before. */
export interface WrittenStep {
  table: string;
  /** The row whose identity was written along. */
  row: string;
  /** The values that were overwritten, by `cellId`. */
  overwritten: ReadonlyMap<string, CellValue>;
}

/** What passes record to recognise an undo. */
export interface UndoState {
  /** What the guard has written back, latest last. */
  readonly steps: WrittenStep[];
  /** Cells in which Excel's undo has undone such a write, by `cellId`. */
  readonly undone: Map<string, UndoneCell>;
}

/** Steps that are remembered. */
const KEPT = 200;

/** Edits without what an undo of the guard's steps explains. */
export interface SeparatedEdits {
  edits: TableEdits[];
  /** Cells in which a write of the guard was undone. */
  undone: UndoneCell[];
  /** Cells that were undone before and hold now what the guard had written, or another value, by `cellId`. */
  resolved: Set<string>;
  /** Whether the pass shows an undo. */
  isUndo: boolean;
}

/** Separates edits from the undo of the guard's own steps. */
export function separateUndo(state: UndoState, edits: readonly TableEdits[]): SeparatedEdits {
  const undone: UndoneCell[] = [];
  const resolved = new Set<string>();
  let isUndo = false;
  const separate = (own: TableEdits, difference: RowDifference): RowDifference[] => {
    if (difference.kind !== "changed") return [difference];
    const { row } = difference;
    const cells = difference.cells.flatMap((cell) => {
      const id = cellId({ table: own.table.name, row, column: cell.column });
      const before = state.undone.get(id);
      if (before) {
        resolved.add(id);
        if (!sameValue(before.written, cell.after)) return [{ ...cell, before: before.written }];
        isUndo = true;
        return [];
      }
      if (!isUndoneWrite(state, own, id, cell.after)) return [cell];
      const key = itemKeyIn(own.table, own.table.snapshot.values(row) ?? []);
      undone.push({ table: own.table.name, row, column: cell.column, key, written: cell.before });
      isUndo = true;
      return [];
    });
    return cells.length === 0 ? [] : [{ ...difference, cells }];
  };
  return {
    edits: edits.map((own) => ({ ...own, differences: own.differences.flatMap((each) => separate(own, each)) })),
    undone,
    resolved,
    get isUndo() {
      return isUndo;
    },
  };
}

function isUndoneWrite(
  { steps }: UndoState,
  { table, isKeyWritten }: TableEdits,
  id: string,
  value: CellValue,
): boolean {
  if (!isKeyWritten) return false;
  return steps.some((step) => {
    const overwritten = step.table === table.name ? step.overwritten.get(id) : undefined;
    return (
      overwritten !== undefined && sameValue(overwritten, value) && isKeyWritten(table.snapshot.position(step.row))
    );
  });
}

/** Returns the writes of a plan whose undo is recognised: what it reverts, and what follows from a reverted or restored event. */
function writtenBack({ writes, revertedEvents, restoredEvents }: EditPlan): EditPlan["writes"] {
  if (revertedEvents.length + restoredEvents.length > 0) return writes;
  return writes.filter(({ purpose }) => purpose === "revert");
}

/** Adds to a plan the identities that are written along, one for each table in which it writes something back. */
export function addIdentities(plan: EditPlan, tables: readonly GuardedTable[]): void {
  for (const { name, snapshot } of tables) {
    const { keyColumn } = snapshot;
    if (plan.writes.some(({ table, column }) => table === name && column === keyColumn)) continue;
    const write = writtenBack(plan).find(({ table, identity }) => table === name && identity);
    if (!write?.identity) continue;
    const { position, identity } = write;
    plan.writes.push({
      table: name,
      position,
      column: keyColumn,
      value: identity,
      expected: identity,
      purpose: "identity",
      identity,
    });
  }
}

/** Records the steps of a plan, and the cells in which earlier steps were undone. Called after the snapshots were updated. */
export function recordSteps(state: UndoState, tables: readonly GuardedTable[], plan: EditPlan): void {
  for (const { name, snapshot } of tables) {
    const witness = plan.writes.find(({ table, purpose }) => table === name && purpose === "identity");
    const row = witness ? snapshot.idAt(witness.position) : undefined;
    if (row === undefined || isKeyless(row)) continue;
    const overwritten = new Map<string, CellValue>();
    for (const { table, position, column, expected, purpose } of writtenBack(plan)) {
      const id = table === name && purpose !== "identity" ? snapshot.idAt(position) : undefined;
      if (id !== undefined) overwritten.set(cellId({ table, row: id, column }), expected);
    }
    state.steps.push({ table: name, row, overwritten });
  }
  state.steps.splice(0, state.steps.length - KEPT);
  for (const id of plan.resolvedCells) state.undone.delete(id);
  for (const cell of plan.undoneCells) state.undone.set(cellId(cell), cell);
}
