/** Edits of work items: judged, then taken, put back or marked, and followed wherever the item is shown. */
import type { ProgrammeEvent, WorkItem } from "../model";
import type { EventDraft, ItemField, Refused, Accepted } from "../rules/types";
import { decide, fieldsOf, judge, without, type Changes, type Decision, type ItemEdit } from "./evaluate-edit";
import type { EditPlanBuilder, TypedCell } from "./edit-plan-builder";
import type { Attempt, Circumstance } from "./message";
import { eventStem } from "./event-ids";
import { headerOf } from "./edit-plan";
import type { CellValue } from "./table-snapshot";
import { follow, placeOf, showsOtherwise } from "./propagate";
import { stepBefore, takeBack } from "./revert-event";
import { nothingElse } from "./notice";
import { designation } from "./programme-overlay";

/** Fields that only the guard sets: put back to what the item says, not to what the cell held. */
const DERIVED: ReadonlySet<ItemField> = new Set<ItemField>(["status", "since", "step", "process"]);

/**
 * Judges one edit of one item and plans what follows from it.
 * @returns the item as it stands afterwards; null where it is refused altogether and was none before
 */
export function editItem(draft: EditPlanBuilder, edit: ItemEdit): WorkItem | null {
  const before = edit.key === null ? null : (draft.working.item(edit.key) ?? null);
  if (before && takesBack(draft, before, edit)) return draft.working.item(before.key) ?? before;
  return carryOut(draft, before, decide(draft, before, edit), edit);
}

/**
 * Judges a row that is to become a new item.
 * @returns the item, or why the row is none; then nothing was planned
 */
export function enterItem(draft: EditPlanBuilder, edit: ItemEdit): { item: WorkItem } | { refused: Refused[] } {
  const decision = decide(draft, null, edit);
  const named = decision.taken && (decision.taken.item.number ?? decision.taken.item.name) !== null;
  const wholly = edit.under === undefined || decision.refusals.length === 0;
  const item = named && wholly ? carryOut(draft, null, decision, edit) : null;
  return item ? { item } : { refused: decision.refusals.map(({ verdict }) => verdict) };
}

function carryOut(
  draft: EditPlanBuilder,
  before: WorkItem | null,
  decision: Decision,
  edit: ItemEdit,
): WorkItem | null {
  const { taken, refusals } = decision;
  let after = before;
  if (taken) after = accept(draft, before, taken, edit);
  const refused = new Set<ItemField>();
  let standing = false;
  let changed = taken !== null;
  for (const refusal of refusals) {
    const outcome = refuse(draft, after, refusal, edit);
    if (outcome !== "taken") for (const field of refusal.fields) refused.add(field);
    changed ||= outcome === "taken";
    standing ||= outcome === "left" && refusal.fields.includes("status");
  }
  const now = after === null ? null : (draft.working.item(after.key) ?? after);
  if (!now || !changed) return now;
  const [dealtWith, typed] = parted(edit.cells, (cell) => refused.has(cell.field));
  follow(draft, before, now, typed, "status" in edit.changes && !standing, dealtWith);
  const spokenOf = new Set(taken?.warnings.map(({ field }) => field));
  for (const cell of typed) if (!spokenOf.has(cell.field)) tellReading(draft, now, cell);
  return now;
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** What was taken but reads otherwise than it was typed, by more than its spelling, is spoken of. */
function tellReading(draft: EditPlanBuilder, item: WorkItem, cell: TypedCell): void {
  const { codec } = draft.world;
  const column = headerOf(cell.table, cell.column);
  const shown = draft.shown(item)[column];
  if (shown === undefined || !cell.table.follows.includes(cell.column)) return;
  const [said, reads] = [codec.text(cell.field, cell.after) ?? "", codec.text(cell.field, shown) ?? ""];
  if (letters(said) === letters(reads)) return;
  draft.say({
    ...nothingElse(),
    outcome: "noted",
    cause: `reads ${cell.field} ${said}`,
    item: designation(item),
    key: item.key,
    at: placeOf({ cells: [cell] }),
    tried: [{ column, from: String(cell.before), to: said }],
    text: { code: "reads", values: { item: designation(item), column, said, reads } },
  });
}

function parted<T>(all: readonly T[], test: (each: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((each) => !test(each))];
}

/** Events of a draft verdict as the record keeps them. */
function eventsOf(
  draft: EditPlanBuilder,
  item: WorkItem,
  drafts: readonly EventDraft[],
  edit: ItemEdit,
): ProgrammeEvent[] {
  const [first] = drafts;
  if (!first) return [];
  // What one edit did is taken back together: the events share an identity but for its last number.
  const now = drafts
    .map(({ kind, to, changes, reason }) => (to === null ? `${kind} ${JSON.stringify([changes, reason])}` : to))
    .join("\n");
  const stem = eventStem(item.key, first.date, draft.working.eventsOf(item.key), now);
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
    who: edit.origin === "found" || edit.overtyped ? null : draft.world.who,
  }));
}

/** Whether an item was entered by hand on this very date: filling in its fields is part of entering it. */
function isFresh(draft: EditPlanBuilder, key: string): boolean {
  const last = draft.working.eventsOf(key).at(-1);
  return (
    last !== undefined &&
    last.origin === "user" &&
    (last.kind === "Proposed" || last.kind === "New work item") &&
    last.date === draft.world.context.date
  );
}

function accept(draft: EditPlanBuilder, before: WorkItem | null, taken: Accepted, edit: ItemEdit): WorkItem {
  const { world } = draft;
  const key = before?.key ?? edit.under;
  const item = key === undefined ? withNewKey(draft, taken.item) : { ...taken.item, key };
  const drafts =
    before && isFresh(draft, item.key) ? taken.events.filter((event) => event.kind !== "Changed") : taken.events;
  draft.take(item, eventsOf(draft, item, drafts, edit), "status" in edit.changes);
  for (const cell of edit.cells) draft.mark(cell, false);
  const name = designation(item);
  for (const warning of taken.warnings) {
    // What was wrong with an override is known: it was the reason for one.
    if (warning.severity === "info" || edit.reason !== null) continue;
    draft.say({
      outcome: "taken with a warning",
      cause: `warning ${warning.rule} ${String(warning.field)}`,
      item: name,
      key: item.key,
      at: placeOf(edit),
      tried: triedOf(draft, edit, fieldsOf(edit.changes)),
      text: { code: "warning", values: { finding: warning } },
      circumstance: null,
      findings: [warning],
      possible: [],
      redo: [],
      deleted: [],
    });
  }
  if (edit.origin === "typed") return item;
  const tried = triedOf(draft, edit, fieldsOf(edit.changes));
  const found = edit.origin === "found" && before !== null;
  draft.say({
    ...nothingElse(),
    outcome: found ? "noted" : edit.reason === null ? "noted" : "overridden",
    cause: found ? "found" : `asked ${item.status} ${edit.reason ?? ""}`,
    item: name,
    key: item.key,
    at: placeOf(edit),
    tried,
    text: found
      ? { code: "foundTaken", values: { item: name, from: before.status, to: item.status } }
      : edit.reason === null
        ? {
            code: "asked",
            values: { item: name, status: item.status, date: item.since ?? edit.date ?? world.context.date },
          }
        : { code: "overridden", values: { tried, reason: edit.reason } },
  });
  return item;
}

function withNewKey(draft: EditPlanBuilder, item: WorkItem): WorkItem {
  const wanted = draft.world.newKey(designation(item));
  let key = wanted;
  // An item whose row was deleted keeps its key: History still speaks of it.
  const taken = (): boolean => draft.working.item(key) !== undefined || draft.working.eventsOf(key).length > 0;
  for (let count = 2; taken(); count++) key = `${wanted} (${String(count)})`;
  return { ...item, key };
}

type Refusal = Decision["refusals"][number];

/** Puts refused cells back, or marks them where the guard only advises: then they are left as typed, or even taken. */
function refuse(
  draft: EditPlanBuilder,
  item: WorkItem | null,
  refusal: Refusal,
  edit: ItemEdit,
): "put back" | "left" | "taken" {
  const { world } = draft;
  const { fields } = refusal;
  const cells = edit.cells.filter((cell) => fields.includes(cell.field));
  if (edit.origin === "asked") {
    sayRefusal(draft, item, refusal, edit, "refused", edit.reason === null ? null : "overrideRefused");
    return "put back";
  }
  const blown = cells.some((cell) => cell.row !== null && world.fuseBlown(referenceOf(cell)));
  if (edit.origin === "typed" && world.mode === "enforce" && !blown) {
    for (const cell of cells) putBack(draft, item, cell);
    sayRefusal(draft, item, refusal, edit, "put back", null);
    return "put back";
  }
  for (const cell of cells) draft.mark(cell, true);
  const circumstance = edit.origin === "found" ? "found" : "advised";
  sayRefusal(draft, item, refusal, edit, "marked", blown ? "repeated" : circumstance);
  if (world.mode === "advise" && !blown && item && advise(draft, item, refusal, edit)) return "taken";
  if (item && fields.includes("status")) draft.plan.standing.set(item.key, item);
  return "left";
}

/** Takes a refused edit all the same, with what is wrong with it as its reason. Returns whether it could be taken. */
function advise(draft: EditPlanBuilder, item: WorkItem, { verdict, fields }: Refusal, edit: ItemEdit): boolean {
  if (!verdict.overridable) return false;
  const again = judge(draft, item, pick(edit.changes, fields), edit, `Advise mode: ${rulesOf(verdict)}`);
  if (again.outcome !== "take") return false;
  const advised = { ...again.item, key: item.key };
  draft.take(advised, eventsOf(draft, advised, again.events, edit), fields.includes("status"));
  return true;
}

function sayRefusal(
  draft: EditPlanBuilder,
  item: WorkItem | null,
  { verdict, fields }: Refusal,
  edit: ItemEdit,
  outcome: "put back" | "marked" | "refused",
  circumstance: Circumstance | null,
): void {
  const cells = edit.cells.filter((cell) => fields.includes(cell.field));
  const tried = triedOf(draft, edit, fields);
  const rules = rulesOf(verdict);
  draft.say({
    outcome,
    cause: `${outcome} ${rules} ${fields.includes("status") ? JSON.stringify(tried) : fields.join(" ")}`,
    item: item ? designation(item) : nameIn(edit),
    key: item?.key ?? null,
    at: placeOf({ cells: cells.length > 0 ? cells : edit.cells }),
    tried,
    text: { code: "refused", values: { refusals: [verdict] } },
    circumstance,
    findings: verdict.findings,
    possible: verdict.possible.filter((step) => step.now),
    redo:
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

function putBack(draft: EditPlanBuilder, item: WorkItem | null, cell: TypedCell): void {
  const shown = item ? draft.shown(item)[headerOf(cell.table, cell.column)] : undefined;
  const value: CellValue = DERIVED.has(cell.field) && shown !== undefined ? shown : cell.before;
  draft.write(cell.table, cell, value, "put back");
  if (item && cell.field === "status") settle(draft, item);
  draft.mark(cell, false);
}

/** What was left standing against the record no longer does, unless another cell still shows it. */
function settle(draft: EditPlanBuilder, item: WorkItem): void {
  const { plan, world } = draft;
  if (!world.stands(item.key) && !plan.standing.has(item.key)) return;
  if (!showsOtherwise(draft, item)) plan.standing.set(item.key, null);
}

/**
 * A status or a step typed back to what it was before the last event, which was entered by hand under the same date (undo, or a slip
 * corrected): the event is taken back, rather than a second one recorded.
 */
function takesBack(draft: EditPlanBuilder, item: WorkItem, edit: ItemEdit): boolean {
  const [only, ...more] = fieldsOf(edit.changes);
  if (edit.origin !== "typed" || more.length > 0 || (only !== "status" && only !== "step")) return false;
  const events = draft.working.eventsOf(item.key);
  const last = events.findLast((event) => event.to !== null || (only === "step" && event.kind === "Step"));
  if (!last || last.origin !== "user" || last.from === null) return false;
  if (last.date !== draft.world.context.date) return false;
  if (only === "status" ? last.to !== item.status : last.to !== null || last.step !== item.step) return false;
  const before = only === "status" ? last.from : (stepBefore(events, last) ?? "");
  const typed = (edit.changes[only] ?? "").trim();
  if (typed.toLowerCase() !== before.toLowerCase()) return false;
  return takeBack(draft, item, last, edit.cells);
}

function referenceOf(cell: TypedCell) {
  return { table: cell.table.name, row: cell.row ?? "", column: cell.column };
}

/** What was typed, by column. */
function triedOf(draft: EditPlanBuilder, edit: ItemEdit, fields: readonly ItemField[]): Attempt[] {
  const { codec } = draft.world;
  return fields.map((field) => {
    const cell = edit.cells.find((each) => each.field === field);
    const header = cell ? headerOf(cell.table, cell.column) : field.charAt(0).toUpperCase() + field.slice(1);
    const item = edit.key === null ? null : draft.world.item(edit.key);
    const from = cell
      ? codec.text(field, cell.before)
      : item
        ? codec.text(field, draft.shown(item)[header] ?? "")
        : null;
    return { column: header, from: from ?? "", to: edit.changes[field] ?? "" };
  });
}

function nameIn(edit: ItemEdit): string {
  return (edit.changes.item ?? edit.changes.name ?? "").trim();
}

/** The rules that an edit breaks: "T13 F-11". */
function rulesOf(verdict: Refused): string {
  const errors = verdict.findings.filter(({ severity }) => severity === "error");
  return [...new Set(errors.map(({ rule }) => rule))].join(", ");
}
