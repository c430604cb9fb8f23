/** Edits of work items: evaluated, then accepted, reverted or marked, and propagated to every cell that shows the item. */
import { itemName } from "../item-name";
import { normaliseName } from "../designations";
import { typedText } from "../item-rows";
import type { ProgrammeEvent, WorkItem } from "../model";
import type { EventDraft, ItemField, Refused, Accepted } from "../rules/types";
import {
  evaluateEdit,
  fieldsOf,
  evaluateChanges,
  without,
  type Changes,
  type EditEvaluation,
  type ItemEdit,
} from "./evaluate-edit";
import type { EditPlanBuilder, TypedCell } from "./edit-plan-builder";
import type { AttemptedEdit, Circumstance } from "./message";
import { eventStem } from "./event-ids";
import { headerOf } from "./edit-plan";
import type { CellValue } from "./table-snapshot";
import { propagate, locationOf, showsAnotherStatus } from "./propagate";
import { stepBefore, revertEvent } from "./revert-event";
import { emptyDetails } from "./edit-plan";
import { isLeftAlone } from "./review-context";

/** Fields that the guard sets: a revert writes the item's value, not the cell's former one. */
const DERIVED: ReadonlySet<ItemField> = new Set<ItemField>(["status", "since", "step", "process"]);

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
  const [dealtWith, typed] = partition(edit.cells, (cell) => refused.has(cell.field));
  propagate(builder, before, now, typed, "status" in edit.changes && !unexplained, dealtWith);
  const spokenOf = new Set(accepted?.warnings.map(({ field }) => field));
  for (const cell of typed) if (!spokenOf.has(cell.field)) reportNormalised(builder, now, cell);
  return now;
}

const foldedLetters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Reports an accepted value that is shown otherwise than it was typed, by more than its spelling. */
function reportNormalised(builder: EditPlanBuilder, item: WorkItem, cell: TypedCell): void {
  const column = headerOf(cell.table, cell.column);
  const shown = builder.shownCells(item)[column];
  if (shown === undefined || !cell.table.derivedColumns.includes(cell.column)) return;
  const [said, reads] = [typedText(cell.field, cell.after) ?? "", typedText(cell.field, shown) ?? ""];
  if (foldedLetters(said) === foldedLetters(reads)) return;
  builder.addMessage({
    ...emptyDetails(),
    outcome: "noted",
    cause: `reads ${cell.field} ${said}`,
    item: itemName(item),
    key: item.key,
    at: locationOf({ cells: [cell] }),
    tried: [{ column, from: String(cell.before), to: said }],
    text: { code: "normalised", values: { item: itemName(item), column, said, reads } },
  });
}

function partition<T>(all: readonly T[], test: (each: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((each) => !test(each))];
}

/** Returns the events of a verdict as History keeps them. */
function eventsOf(
  builder: EditPlanBuilder,
  item: WorkItem,
  drafts: readonly EventDraft[],
  edit: ItemEdit,
): ProgrammeEvent[] {
  const [first] = drafts;
  if (!first) return [];
  // The events of one edit are reverted together: their identities differ by the last number only.
  const now = drafts
    .map(({ kind, to, changes, reason }) => (to === null ? `${kind} ${JSON.stringify([changes, reason])}` : to))
    .join("\n");
  const stem = eventStem(item.key, first.date, builder.overlay.eventsOf(item.key), now);
  return drafts.map((each, at) => ({
    origin: "user",
    id: `${stem}.${String(at + 1)}`,
    item: item.key,
    date: each.date,
    meeting: each.meeting,
    kind: each.kind,
    from: each.from,
    to: each.to,
    process: each.process,
    step: each.step,
    source: null,
    printed: null,
    changes: each.changes,
    facts: each.facts,
    reason: each.reason,
    note: null,
    edit: stem,
    who: edit.origin === "found" || edit.overwritten ? null : builder.context.userName,
  }));
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
      outcome: "accepted with a warning",
      cause: `warning ${warning.rule} ${String(warning.field)}`,
      item: name,
      key: item.key,
      at: locationOf(edit),
      tried: attemptsOf(builder, edit, fieldsOf(edit.changes)),
      text: { code: "warning", values: { finding: warning } },
      circumstance: null,
      findings: [warning],
      possible: [],
      overrides: [],
      deleted: [],
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
  const accepted = (): boolean => builder.overlay.item(key) !== undefined || builder.overlay.eventsOf(key).length > 0;
  for (let count = 2; accepted(); count++) key = `${wanted} (${String(count)})`;
  return { ...item, key };
}

type Refusal = EditEvaluation["refusals"][number];

/** Reverts refused cells, or marks them in advise mode and in audits: they are then kept as typed, or accepted in advise mode. */
function refuse(
  builder: EditPlanBuilder,
  item: WorkItem | null,
  refusal: Refusal,
  edit: ItemEdit,
): "reverted" | "kept" | "accepted" {
  const { context } = builder;
  const { fields } = refusal;
  const cells = edit.cells.filter((cell) => fields.includes(cell.field));
  if (edit.origin === "requested") {
    addRefusal(builder, item, refusal, edit, "refused", edit.reason === null ? null : "overrideRefused");
    return "reverted";
  }
  const isOpen = cells.some((cell) => cell.row !== null && isLeftAlone(context, referenceOf(cell)));
  if (edit.origin === "typed" && context.mode === "enforce" && !isOpen) {
    for (const cell of cells) revertCell(builder, item, cell);
    addRefusal(builder, item, refusal, edit, "reverted", null);
    return "reverted";
  }
  for (const cell of cells) builder.mark(cell, true);
  const circumstance = edit.origin === "found" ? "found" : "advised";
  addRefusal(builder, item, refusal, edit, "marked", isOpen ? "repeated" : circumstance);
  if (context.mode === "advise" && !isOpen && item && advise(builder, item, refusal, edit)) return "accepted";
  if (item && fields.includes("status")) builder.plan.unexplained.set(item.key, item);
  return "kept";
}

/** Accepts a refused edit in advise mode, with the broken rules as its reason. Returns whether it could be accepted. */
function advise(builder: EditPlanBuilder, item: WorkItem, { verdict, fields }: Refusal, edit: ItemEdit): boolean {
  if (!verdict.overridable) return false;
  const again = evaluateChanges(builder, item, pick(edit.changes, fields), edit, `Advise mode: ${rulesOf(verdict)}`);
  if (again.outcome !== "accept") return false;
  const advised = { ...again.item, key: item.key };
  builder.acceptItem(advised, eventsOf(builder, advised, again.events, edit), fields.includes("status"));
  return true;
}

function addRefusal(
  builder: EditPlanBuilder,
  item: WorkItem | null,
  { verdict, fields }: Refusal,
  edit: ItemEdit,
  outcome: "reverted" | "marked" | "refused",
  circumstance: Circumstance | null,
): void {
  const cells = edit.cells.filter((cell) => fields.includes(cell.field));
  const tried = attemptsOf(builder, edit, fields);
  const rules = rulesOf(verdict);
  builder.addMessage({
    outcome,
    cause: `${outcome} ${rules} ${fields.includes("status") ? JSON.stringify(tried) : fields.join(" ")}`,
    item: item ? itemName(item) : nameIn(edit),
    key: item?.key ?? null,
    at: locationOf({ cells: cells.length > 0 ? cells : edit.cells }),
    tried,
    text: { code: "refused", values: { refusals: [verdict] } },
    circumstance,
    findings: verdict.findings,
    possible: verdict.possible.filter((step) => step.now),
    overrides:
      item && verdict.overridable
        ? [{ key: item.key, changes: pick(edit.changes, fields), reason: null, date: edit.date }]
        : [],
    deleted: [],
  });
}

function pick(changes: Changes, fields: readonly ItemField[]): Changes {
  return without(
    changes,
    fieldsOf(changes).filter((field) => !fields.includes(field)),
  );
}

function revertCell(builder: EditPlanBuilder, item: WorkItem | null, cell: TypedCell): void {
  const shown = item ? builder.shownCells(item)[headerOf(cell.table, cell.column)] : undefined;
  const value: CellValue = DERIVED.has(cell.field) && shown !== undefined ? shown : cell.before;
  builder.write(cell.table, cell, value, "revert");
  if (item && cell.field === "status") clearUnexplained(builder, item);
  builder.mark(cell, false);
}

/** Clears an unexplained status, unless another cell still shows it. */
function clearUnexplained(builder: EditPlanBuilder, item: WorkItem): void {
  const { plan, context } = builder;
  if (!context.state.unexplained.has(item.key) && !plan.unexplained.has(item.key)) return;
  if (!showsAnotherStatus(builder, item)) plan.unexplained.set(item.key, null);
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
  const typed = (edit.changes[only] ?? "").trim();
  if (typed.toLowerCase() !== before.toLowerCase()) return false;
  return revertEvent(builder, item, last, edit.cells) === null;
}

function referenceOf(cell: TypedCell) {
  return { table: cell.table.name, row: cell.row ?? "", column: cell.column };
}

/** Returns what was attempted, by column. */
function attemptsOf(builder: EditPlanBuilder, edit: ItemEdit, fields: readonly ItemField[]): AttemptedEdit[] {
  return fields.map((field) => {
    const cell = edit.cells.find((each) => each.field === field);
    const header = cell ? headerOf(cell.table, cell.column) : field.charAt(0).toUpperCase() + field.slice(1);
    const item = edit.key === null ? null : builder.overlay.itemBefore(edit.key);
    const from = cell
      ? typedText(field, cell.before)
      : item
        ? typedText(field, builder.shownCells(item)[header] ?? "")
        : null;
    return { column: header, from: from ?? "", to: edit.changes[field] ?? "" };
  });
}

function nameIn(edit: ItemEdit): string {
  return (edit.changes.item ?? edit.changes.name ?? "").trim();
}

/** Returns the rules that an edit breaks: "T13, F-11". */
function rulesOf(verdict: Refused): string {
  const errors = verdict.findings.filter(({ severity }) => severity === "error");
  return [...new Set(errors.map(({ rule }) => rule))].join(", ");
}
