/** Everything that the guard keeps between passes, in one object; lost with the session. */
import type { TableEdits } from "../../domain/edit-review/edit-plan";
import type { ProgrammeEvent } from "../../domain/model";
import { PendingWrites } from "../../domain/edit-review/pending-writes";
import { newReviewState, type ReviewContext, type ReviewState } from "../../domain/edit-review/review-context";
import { noteManagedTables } from "../change-events";
import { currentIndex } from "../programme-store";
import { ruleContext } from "../rule-context";
import { currentSettings } from "../settings";
import type { WatchedTable } from "./guarded-tables";

export interface GuardState {
  /** The watched tables. Set by `watchTables`. */
  tables: readonly WatchedTable[];
  /** What planning reads besides the tables: unexplained and deleted items, removed events, marks, circuit breaker. */
  review: ReviewState;
  /** Writes of the guard that Excel has not reported yet. */
  readonly pendingWrites: PendingWrites;
  /** Number of abandoned passes: a batch of an abandoned pass neither writes nor records anything when Excel answers late. */
  abandoned: number;
  /** Names of copies of managed tables that were reported. */
  readonly reportedCopies: Set<string>;
  /** What kept the last audit from writing, so that it is reported once; "" where nothing did. */
  lastObstacle: string;
  /** Events that this add-in has recorded, by id: a co-author's row can replace one of them (lost-events.ts). */
  readonly recordedEvents: Map<string, ProgrammeEvent>;
  /** Timer of the removal of duplicate rows of History, and of restoring lost ones. */
  tidying: ReturnType<typeof setTimeout> | undefined;
  /** The user of this add-in, for History; null where no name was given. */
  userName: string | null;
}

/** Returns the state of a guard that watches nothing. */
export function newGuardState(): GuardState {
  return {
    tables: [],
    review: newReviewState(),
    pendingWrites: new PendingWrites(),
    abandoned: 0,
    reportedCopies: new Set(),
    lastObstacle: "",
    recordedEvents: new Map(),
    tidying: undefined,
    userName: null,
  };
}

/** Replaces the watched tables; null stops watching. Events of other sheets are then ignored. */
export function watchTables(state: GuardState, tables: readonly WatchedTable[] | null): void {
  state.tables = tables ?? [];
  const managed = tables?.map(({ name, geometry }) => ({ name, worksheetId: geometry.worksheetId }));
  noteManagedTables(managed ?? null);
}

/** Returns the watched table of a name. */
export function tableNamed({ tables }: GuardState, name: string): WatchedTable | undefined {
  return tables.find((table) => table.name === name);
}

/** Returns History, where it can be read. */
export function historyTable({ tables }: GuardState): WatchedTable | undefined {
  return tables.find(({ guarded, problem }) => guarded.role === "history" && problem === null);
}

/** Returns the edits of tables that can be read. */
export function guardedEdits(state: GuardState, edits: readonly TableEdits[]): TableEdits[] {
  return edits.filter(({ table }) => tableNamed(state, table.name)?.problem === null);
}

/**
 * Returns what a pass is planned from.
 * @param userName the author of the edits; null where the author is unknown
 */
export function reviewContext(
  { review }: GuardState,
  tables: readonly WatchedTable[],
  userName: string | null,
): ReviewContext {
  return {
    tables: tables.filter((table) => table.problem === null).map((table) => table.guarded),
    index: currentIndex(),
    ruleContext: ruleContext(),
    state: review,
    mode: currentSettings().mode,
    userName,
    now: Date.now(),
  };
}
