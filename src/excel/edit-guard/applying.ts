/** Applies a plan to the workbook, then updates snapshots, state, store and messages. */
import { isIdle, type EditPlan, type MessageDraft, type TableEdits } from "../../domain/edit-review/edit-plan";
import type { GuardMessage, GuardSentence } from "../../domain/edit-review/message";
import { itemsInSnapshot } from "../../domain/edit-review/programme-overlay";
import { recordPlan } from "../../domain/edit-review/review-context";
import { isKeyless, keyOf } from "../../domain/edit-review/table-snapshot";
import { enteredText } from "../../domain/item-rows";
import type { WorkItem } from "../../domain/model";
import { headerOfField } from "../../domain/item-fields";
import { refreshSoon } from "../change-events";
import { errorCode, isRefusedWrite } from "../excel-errors";
import type { Filter } from "../filters";
import { applyChanges, currentIndex, invalidateReads } from "../programme-store";
import { addressIn, applyPlan, type Done } from "./apply-plan";
import { inExcel, tidyLater, type GuardSession } from "./guard-session";
import { tableNamed, type GuardState } from "./guard-state";
import { listAction } from "./listed-actions";
import { NOT_WRITABLE, withoutExtras } from "./obstacles";

/** Error codes by which Excel reports that a table is missing, is shorter or may not be written to; or that its columns moved meanwhile. */
const OUTDATED: ReadonlySet<string> = new Set(["ItemNotFound", "AccessDenied", "InvalidArgument", "Disturbed"]);

const NOTHING_DONE: Done = { overwritten: [], misplaced: [], appended: [], isDuplicated: false };

/**
 * Applies a plan in one request.
 * @param assertCurrent throws where the pass was abandoned meanwhile
 * @param filters those that were read in the same pass, by table
 */
export async function apply(
  session: GuardSession,
  context: Excel.RequestContext,
  assertCurrent: () => void,
  plan: EditPlan,
  edits: readonly TableEdits[],
  filters: ReadonlyMap<string, Filter | null> = new Map(),
): Promise<void> {
  const { state } = session;
  const possible = withoutExtras(plan, state.tables);
  const { tables, pendingWrites } = state;
  const done = isIdle(possible) ? NOTHING_DONE : await applyPlan(context, possible, { tables, pendingWrites, filters });
  assertCurrent();
  recordOutcome(session, possible, edits, done);
}

/** Applies a plan. Returns false where Excel reports that the tables are no longer as they were last read. */
export async function tryToApply(...[session, ...rest]: Parameters<typeof apply>): Promise<boolean> {
  try {
    await apply(session, ...rest);
    return true;
  } catch (error) {
    if (!OUTDATED.has(errorCode(error))) throw error;
    // Excel has no transactions: an audit finds what a failed request may have written.
    session.queue.add({ kind: "audit" });
    return false;
  }
}

/** Applies a plan that is no edit's. Returns the reason where Excel refuses to write. */
export async function applyWhereWritable(session: GuardSession, plan: EditPlan): Promise<GuardSentence | null> {
  try {
    await inExcel(session, (context, assertCurrent) => apply(session, context, assertCurrent, plan, []));
    return null;
  } catch (error) {
    if (!isRefusedWrite(error)) throw error;
    return NOT_WRITABLE;
  }
}

/** Updates snapshots, state, store and messages once the workbook holds what the plan says. */
export function recordOutcome(
  session: GuardSession,
  plan: EditPlan,
  edits: readonly TableEdits[],
  done: Done = NOTHING_DONE,
): void {
  const { state, messages, queue } = session;
  const wasUnexplained = new Set(state.review.unexplained.keys());
  const tables = state.tables.filter(({ problem }) => problem === null).map(({ guarded }) => guarded);
  recordPlan({ tables, index: currentIndex(), state: state.review, now: Date.now() }, plan, edits, done.appended);
  resolveMessages(session, plan, wasUnexplained);
  updateStore(session, plan, edits);
  messages.add(plan.messages, (draft) => cellOf(state, draft));
  requeueConflicts(session, done);
  for (const event of plan.events) state.recordedEvents.set(event.id, event);
  for (const { event } of plan.revertedEvents) state.recordedEvents.delete(event.id);
  const { joined } = plan;
  listAction(plan, (events) => (joined ? session.separate(joined) : session.undo(events)));
  // Another add-in has recorded the same event, and before this one: this one's row is removed.
  if (done.isDuplicated) queue.addNow({ kind: "tidy" });
  else if (edits.some(repeatsEvent) || losesEvent(state, edits)) tidyLater(session);
}

/** Removes messages about marks that were cleared, and about items that History explains again. */
function resolveMessages({ state, messages }: GuardSession, plan: EditPlan, wasUnexplained: ReadonlySet<string>): void {
  const cells = plan.marks.flatMap(({ table, position, column, on }) => {
    const watched = on ? undefined : tableNamed(state, table);
    return watched ? [{ sheet: watched.geometry.worksheetName, address: addressIn(watched, position, column) }] : [];
  });
  const explained = [...plan.unexplained].filter(([key, item]) => item === null && wasUnexplained.has(key));
  messages.resolve(cells, new Set(explained.map(([key]) => key)));
  messages.replaced(acceptedColumns(plan));
}

const DECIDED = (["status", "since", "step", "process"] as const).map(headerOfField);

/** The columns of each item in which a plan accepts another value. */
function acceptedColumns({ events }: EditPlan): Map<string, Set<string>> {
  const accepted = new Map<string, Set<string>>();
  for (const { item, to, kind, changes } of events) {
    const columns = accepted.get(item) ?? new Set<string>();
    for (const { field } of changes) columns.add(headerOfField(field));
    if (to !== null || kind === "Step") for (const column of DECIDED) columns.add(column);
    accepted.set(item, columns);
  }
  return accepted;
}

function updateStore({ state, queue }: GuardSession, plan: EditPlan, edits: readonly TableEdits[]): void {
  const revertedKeys = keysReverted(state, plan);
  if (revertedKeys.size > 0) invalidateReads();
  const items = [...plan.items.values(), ...itemsReadEarly(state, plan, revertedKeys)];
  const removed = [...plan.deletedKeys, ...plan.removedKeys];
  const events = [...plan.events, ...plan.restoredEvents, ...plan.movedEvents];
  const removedEvents = [...plan.revertedEvents.map(({ event }) => event), ...plan.movedEvents].map(({ id }) => id);
  if (items.length + removed.length + events.length + removedEvents.length > 0)
    applyChanges({ items, removed, events, removedEvents });
  if (edits.some(changesUncheckedColumns)) refreshSoon();
  if (edits.some(assignsKeys)) queue.add({ kind: "audit" });
}

/** Keys of items whose row was reverted: the store may have read the tables meanwhile, with the reverted edit in them. */
function keysReverted(state: GuardState, plan: EditPlan): Set<string> {
  const keys = new Set<string>();
  for (const { table, position, purpose } of plan.writes) {
    const guarded = purpose === "revert" ? tableNamed(state, table)?.guarded : undefined;
    if (guarded?.role === "programme") keys.add(keyOf(guarded.snapshot.idAt(position) ?? ""));
  }
  return keys;
}

/** Items of reverted rows that the store holds with another status than their row shows. */
function itemsReadEarly(state: GuardState, plan: EditPlan, keys: ReadonlySet<string>): WorkItem[] {
  const index = currentIndex();
  const itemInRow = itemsInSnapshot(state.tables.map(({ guarded }) => guarded));
  return [...keys].flatMap((key) => {
    const item = plan.items.has(key) ? undefined : itemInRow(key);
    return item && index?.itemWithKey(key)?.status !== item.status ? [item] : [];
  });
}

/** Evaluates what was typed between reading and writing, and reads sheets again whose rows moved meanwhile. */
function requeueConflicts({ state, queue }: GuardSession, done: Done): void {
  for (const { write, typed } of done.overwritten) {
    const table = tableNamed(state, write.table)?.guarded;
    const field = table?.fields[write.column];
    const row = table?.snapshot.idAt(write.position);
    const key = table && row !== undefined ? String(table.snapshot.value(row, table.itemKeyColumn)) : "";
    if (!field || key === "") continue;
    const changes = { [field]: enteredText(field, typed) };
    const edit = { key, changes, reason: null, date: null, overwritten: true } as const;
    queue.add({ kind: "edit", edit, done: () => undefined });
  }
  for (const name of done.misplaced) {
    const sheet = tableNamed(state, name)?.geometry.worksheetId;
    if (sheet !== undefined) queue.add({ kind: "structure", sheet, by: "user" });
  }
}

function cellOf(state: GuardState, { at }: MessageDraft): GuardMessage["cell"] {
  const table = at ? tableNamed(state, at.table) : undefined;
  if (!at || !table) return { sheet: "", address: "" };
  return { sheet: table.geometry.worksheetName, address: addressIn(table, at.position, at.column) };
}

/** Whether somebody else added a row to History for an event that it has already. */
function repeatsEvent({ table: { role, snapshot }, external }: TableEdits): boolean {
  if (role !== "history") return false;
  return external.some(
    (difference) => difference.kind === "added" && snapshot.rowsOf(snapshot.keyIn(difference.values)).length > 1,
  );
}

/** Whether History lacks a row of this add-in after an edit of somebody else there. */
function losesEvent({ recordedEvents }: GuardState, edits: readonly TableEdits[]): boolean {
  return edits.some(
    ({ table: { role, snapshot }, external }) =>
      role === "history" && external.length > 0 && [...recordedEvents.keys()].some((id) => !snapshot.values(id)),
  );
}

/** Whether a load assigned keys to rows that had none: they are items now, and their entry belongs into History. */
function assignsKeys({ table, external }: TableEdits): boolean {
  return (
    table.role === "programme" &&
    external.some((difference) => difference.kind === "replaced" && isKeyless(difference.row))
  );
}

/** Whether a user changed columns that no rule checks but that the store holds: dates of meetings, other names of items. */
function changesUncheckedColumns({ table, differences }: TableEdits): boolean {
  if (table.role === "annex") return false;
  return differences.some((difference) => {
    const cells =
      difference.kind === "changed" ? difference.cells.filter(({ column }) => !table.ownColumns.has(column)) : [];
    if (table.role === "plain" || table.role === "history") return difference.kind !== "changed" || cells.length > 0;
    return cells.some(({ column }) => table.fields[column] === null);
  });
}
