/** What a pass is planned from: the tables as last read, the programme, the context of the rules, and what earlier passes recorded. */
import type { ProgrammeIndex } from "../item-index/programme-index";
import type { ProgrammeEvent, WorkItem } from "../model";
import type { RuleContext } from "../rules/types";
import { CircuitBreaker } from "./circuit-breaker";
import { addedRows, cellId, type EditPlan, type GuardedTable, type TableEdits } from "./edit-plan";
import type { CellReference } from "./message";
import type { RowValues } from "./table-snapshot";
import { recordSteps, type UndoState } from "./undone-writes";
import { updateSnapshot } from "./update-snapshot";

/** What passes record for later passes of the session, besides the snapshots. Planning only reads it. */
export interface ReviewState extends UndoState {
  /** Items whose row holds something that History does not explain, as History explains them, by key. */
  readonly unexplained: Map<string, WorkItem>;
  /** Items whose row was deleted, by key. */
  readonly deletedItems: Map<string, WorkItem>;
  /** Events entered by users whose row has left History, by id. */
  readonly removedEvents: Map<string, ProgrammeEvent>;
  /** Highlighted cells, by `cellId`. */
  readonly marks: Set<string>;
  /** Counts how often cells were reverted, by `cellId`. */
  readonly circuitBreaker: CircuitBreaker;
}

export interface ReviewContext {
  readonly tables: readonly GuardedTable[];
  /** The programme as the store has it; null where the workbook holds none. */
  readonly index: ProgrammeIndex | null;
  readonly ruleContext: RuleContext;
  readonly state: ReviewState;
  readonly mode: "enforce" | "advise";
  /** The user of this add-in, as History names them; null where the name is unknown. */
  readonly userName: string | null;
  /** Time of the pass, in milliseconds. */
  readonly now: number;
}

/** Returns the state at the start of a session. */
export function newReviewState(): ReviewState {
  return {
    unexplained: new Map(),
    deletedItems: new Map(),
    removedEvents: new Map(),
    marks: new Set(),
    circuitBreaker: new CircuitBreaker(),
    steps: [],
    undone: new Map(),
  };
}

/** What recording a plan needs. */
type RecordContext = Pick<ReviewContext, "tables" | "index" | "state" | "now">;

/** Whether a cell was reverted so often that it is left as it is. */
export function isTolerated({ state, now }: ReviewContext, cell: CellReference): boolean {
  return state.circuitBreaker.isOpen(cellId(cell), now);
}

/**
 * Updates snapshots and state once the plan is applied. Called before the store changes.
 * @param appended the rows written below History
 */
export function recordPlan(
  context: RecordContext,
  plan: EditPlan,
  edits: readonly TableEdits[],
  appended: readonly RowValues[],
): void {
  for (const table of context.tables) {
    updateSnapshot(edits.find((own) => own.table.name === table.name) ?? null, table, plan);
    for (const { table: name, row } of plan.removedRows) if (name === table.name) table.snapshot.remove(row);
    if (table.role === "programme")
      for (const cells of addedRows(plan))
        table.snapshot.append(table.snapshot.headers.map((header) => cells[header] ?? ""));
    if (table.role !== "history") continue;
    for (const { event } of plan.revertedEvents) table.snapshot.remove(event.id);
    for (const row of appended) table.snapshot.append(row);
  }
  recordReverts(context, plan);
  recordMarks(context, plan);
  recordSteps(context.state, context.tables, plan);
  const { state, index } = context;
  for (const key of [...plan.deletedKeys, ...plan.removedKeys]) {
    const item = state.unexplained.get(key) ?? index?.itemWithKey(key);
    if (item) state.deletedItems.set(key, item);
  }
  for (const { event } of plan.revertedEvents) state.removedEvents.set(event.id, event);
  for (const { id } of [...plan.events, ...plan.restoredEvents]) state.removedEvents.delete(id);
  for (const [key, item] of plan.unexplained) {
    if (item) state.unexplained.set(key, item);
    else state.unexplained.delete(key);
  }
}

function rowAt({ tables }: RecordContext, name: string, position: number): string | undefined {
  return tables.find((table) => table.name === name)?.snapshot.idAt(position);
}

function recordReverts(context: RecordContext, plan: EditPlan): void {
  for (const { table, position, column, purpose } of plan.writes) {
    const row = purpose === "revert" ? rowAt(context, table, position) : undefined;
    if (row !== undefined) context.state.circuitBreaker.recordRevert(cellId({ table, row, column }), context.now);
  }
}

function recordMarks(context: RecordContext, plan: EditPlan): void {
  const { marks } = context.state;
  for (const { table, row, position, column, on } of plan.marks) {
    const current = rowAt(context, table, position);
    if (!on) marks.delete(cellId({ table, row: row ?? "", column }));
    else if (current !== undefined) marks.add(cellId({ table, row: current, column }));
  }
}
