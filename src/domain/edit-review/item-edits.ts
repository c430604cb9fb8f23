/** Edits of work items: evaluated, then accepted, reverted or marked, and propagated to every cell that shows the item. */
import { itemName } from "../item-name";
import { normaliseName } from "../designations";
import { enteredText } from "../item-rows";
import type { WorkItem } from "../model";
import type { Accepted, ItemField, Refused, Verdict } from "../rules/types";
import {
  attemptsOf,
  evaluateChanges,
  evaluateEdit,
  fieldsOf,
  type EditEvaluation,
  type ItemEdit,
} from "./evaluate-edit";
import type { EditPlanBuilder, EditedCell } from "./edit-plan-builder";
import { emptyDetails, headerOf } from "./edit-plan";
import { locationOf, propagate } from "./propagate";
import { refuse } from "./refuse-edit";
import { revertEvent, stepBefore } from "./revert-event";
import { eventsOf } from "./user-events";

/**
 * Evaluates one edit of one item and plans what follows from it.
 * @returns the item after the edit; null where a new item was refused
 */
export function editItem(builder: EditPlanBuilder, edit: ItemEdit): WorkItem | null {
  const before = edit.key === null ? null : (builder.overlay.item(edit.key) ?? null);
  if (before && revertsLastEvent(builder, before, edit)) return builder.overlay.item(before.key) ?? before;
  return planEvaluated(builder, before, evaluateEdit(builder, before, edit), edit);
}

/**
 * Evaluates a row as a new item.
 * @returns the item, or the refusals; then nothing was planned
 */
export function enterItem(builder: EditPlanBuilder, edit: ItemEdit): { item: WorkItem } | { refused: Refused[] } {
  const evaluation = evaluateEdit(builder, null, edit);
  const named = evaluation.accepted && (evaluation.accepted.item.number ?? evaluation.accepted.item.name) !== null;
  const wholly = edit.under === undefined || evaluation.refusals.length === 0;
  const item = named && wholly ? planEvaluated(builder, null, evaluation, edit) : null;
  return item ? { item } : { refused: evaluation.refusals.map(({ verdict }) => verdict) };
}

/**
 * Evaluates an edit of an item, or of a new one, and plans it where the rules allow all of it.
 * @returns the verdict, with the item as it then is
 */
export function editWholly(builder: EditPlanBuilder, before: WorkItem | null, edit: ItemEdit): Verdict {
  const verdict = evaluateChanges(builder, before, edit.changes, edit, edit.reason);
  if (verdict.outcome === "refuse" || verdict.events.length === 0) return verdict;
  const item = planEvaluated(builder, before, { accepted: verdict, refusals: [] }, edit);
  return item ? { ...verdict, item } : verdict;
}

function planEvaluated(
  builder: EditPlanBuilder,
  before: WorkItem | null,
  evaluation: EditEvaluation,
  edit: ItemEdit,
): WorkItem | null {
  const { accepted, refusals } = evaluation;
  let after = before;
  if (accepted) after = accept(builder, before, accepted, edit);
  const refused = new Set<ItemField>();
  let unexplained = false;
  let changed = accepted !== null;
  for (const refusal of refusals) {
    const outcome = refuse(builder, after, refusal, edit);
    if (outcome !== "accepted") for (const field of refusal.fields) refused.add(field);
    changed ||= outcome === "accepted";
    unexplained ||= outcome === "kept" && refusal.fields.includes("status");
  }
  const now = after === null ? null : (builder.overlay.item(after.key) ?? after);
  if (!now || !changed) return now;
  const [refusedCells, otherCells] = partition(edit.cells, (cell) => refused.has(cell.field));
  propagate(builder, before, now, otherCells, "status" in edit.changes && !unexplained, refusedCells);
  const warnedFields = new Set(accepted?.warnings.map(({ field }) => field));
  for (const cell of otherCells) if (!warnedFields.has(cell.field)) reportNormalised(builder, now, cell);
  return now;
}

const foldedLetters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Reports an accepted value that is shown differently from what was entered, by more than its spelling. */
function reportNormalised(builder: EditPlanBuilder, item: WorkItem, cell: EditedCell): void {
  const column = headerOf(cell.table, cell.column);
  const shown = builder.shownCells(item)[column];
  if (shown === undefined || !cell.table.derivedColumns.includes(cell.column)) return;
  const [entered, shownText] = [enteredText(cell.field, cell.after) ?? "", enteredText(cell.field, shown) ?? ""];
  if (foldedLetters(entered) === foldedLetters(shownText)) return;
  builder.addMessage({
    ...emptyDetails(),
    outcome: "noted",
    cause: `normalised ${cell.field} ${entered}`,
    item: itemName(item),
    key: item.key,
    at: locationOf({ cells: [cell] }),
    tried: [{ column, from: String(cell.before), to: entered }],
    text: { code: "normalised", values: { item: itemName(item), column, entered, shown: shownText } },
  });
}

function partition<T>(all: readonly T[], test: (element: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((element) => !test(element))];
}

/** Whether an item was entered by a user on this date: its other fields are then part of the entry. */
function isFresh(builder: EditPlanBuilder, key: string): boolean {
  const last = builder.overlay.eventsOf(key).at(-1);
  return (
    last !== undefined &&
    last.origin === "user" &&
    (last.kind === "Proposed" || last.kind === "New work item") &&
    last.date === builder.context.ruleContext.date
  );
}

function accept(builder: EditPlanBuilder, before: WorkItem | null, accepted: Accepted, edit: ItemEdit): WorkItem {
  const { context } = builder;
  const key = before?.key ?? edit.under;
  const item = key === undefined ? withNewKey(builder, accepted.item) : { ...accepted.item, key };
  const drafts =
    before && isFresh(builder, item.key)
      ? accepted.events.filter((event) => event.kind !== "Changed")
      : accepted.events;
  builder.acceptItem(item, eventsOf(builder, item, drafts, edit), "status" in edit.changes);
  for (const cell of edit.cells) builder.mark(cell, false);
  const name = itemName(item);
  for (const warning of accepted.warnings) {
    // The user of an override has already seen its warnings.
    if (warning.severity === "info" || edit.reason !== null) continue;
    builder.addMessage({
      ...emptyDetails(),
      outcome: "accepted with a warning",
      cause: `warning ${warning.rule} ${String(warning.field)}`,
      item: name,
      key: item.key,
      at: locationOf(edit),
      tried: attemptsOf(builder, edit, fieldsOf(edit.changes)),
      text: { code: "warning", values: { finding: warning } },
      findings: [warning],
    });
  }
  if (edit.origin === "typed") return item;
  const tried = attemptsOf(builder, edit, fieldsOf(edit.changes));
  const found = edit.origin === "found" && before !== null;
  builder.addMessage({
    ...emptyDetails(),
    outcome: found ? "noted" : edit.reason === null ? "noted" : "overridden",
    cause: found ? "found" : `requested ${item.status} ${edit.reason ?? ""}`,
    item: name,
    key: item.key,
    at: locationOf(edit),
    tried,
    text: found
      ? { code: "foundAccepted", values: { item: name, from: before.status, to: item.status } }
      : edit.reason === null
        ? {
            code: "requested",
            values: { item: name, status: item.status, date: item.since ?? edit.date ?? context.ruleContext.date },
          }
        : { code: "overridden", values: { tried, reason: edit.reason } },
  });
  return item;
}

function withNewKey(builder: EditPlanBuilder, item: WorkItem): WorkItem {
  const wanted = normaliseName(itemName(item));
  let key = wanted;
  // An item whose row was deleted keeps its key: History has events of it.
  const isUsed = (): boolean => builder.overlay.item(key) !== undefined || builder.overlay.eventsOf(key).length > 0;
  for (let count = 2; isUsed(); count++) key = `${wanted} (${String(count)})`;
  return { ...item, key };
}

/**
 * Whether a status or step was typed that equals the one before the last event, and a user entered that event on the same date (undo, or a
 * corrected mistake). The event is then reverted, instead of a second one recorded.
 */
function revertsLastEvent(builder: EditPlanBuilder, item: WorkItem, edit: ItemEdit): boolean {
  const [only, ...more] = fieldsOf(edit.changes);
  if (edit.origin !== "typed" || more.length > 0 || (only !== "status" && only !== "step")) return false;
  const events = builder.overlay.eventsOf(item.key);
  const last = events.findLast((event) => event.to !== null || (only === "step" && event.kind === "Step"));
  if (!last || last.origin !== "user" || last.from === null) return false;
  if (last.date !== builder.context.ruleContext.date) return false;
  if (only === "status" ? last.to !== item.status : last.to !== null || last.step !== item.step) return false;
  const before = only === "status" ? last.from : (stepBefore(events, last) ?? "");
  const entered = (edit.changes[only] ?? "").trim();
  if (entered.toLowerCase() !== before.toLowerCase()) return false;
  return revertEvent(builder, item, last, edit.cells) === null;
}
