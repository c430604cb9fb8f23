/** Evaluates an edit of several fields with the rules: the accepted part, and each refused part by itself. */
import { enteredText } from "../item-rows";
import type { EventFacts, IsoDate, WorkItem } from "../model";
import { evaluate } from "../rules/evaluate";
import type { Finding, ItemField, ProposedEdit, Refused, Accepted } from "../rules/types";
import { headerOf } from "./edit-plan";
import type { EditPlanBuilder, EditedCell } from "./edit-plan-builder";
import type { AttemptedEdit } from "./message";

export type Changes = ProposedEdit["changes"];

/** The origin of an edit: it decides what follows from a refusal or an acceptance. */
type EditOrigin =
  /** An edit of cells. */
  | "typed"
  /** Found by an audit: no event reported it. */
  | "found"
  /** Requested in the pane: a step or an override. */
  | "requested";

export interface ItemEdit {
  key: string | null;
  cells: readonly EditedCell[];
  changes: Changes;
  origin: EditOrigin;
  reason: string | null;
  /** Whether the reason only explains the edit: errors refuse it all the same. */
  explains?: true;
  facts?: EventFacts;
  date: IsoDate | null;
  /** A value that was overwritten while it was being typed: its author is unknown. */
  overwritten?: true;
  /** The key of an existing row that is entered as an item, wholly or not at all. */
  under?: string;
}

export interface EditEvaluation {
  accepted: Accepted | null;
  refusals: { verdict: Refused; fields: ItemField[] }[];
}

/** Returns the verdict of the rules on some fields of an edit. */
export function evaluateChanges(
  builder: EditPlanBuilder,
  item: WorkItem | null,
  changes: Changes,
  edit: ItemEdit,
  reason: string | null,
) {
  const { context, overlay } = builder;
  const rules = {
    ...context.ruleContext,
    programme: overlay,
    ...(edit.date === null ? {} : { date: edit.date, undatedMeeting: null }),
  };
  const { facts, explains = false } = edit;
  return evaluate({ item, changes, origin: "person", reason, explains, ...(facts ? { facts } : {}) }, rules);
}

/** Returns the changes without some fields. */
export function without(changes: Changes, fields: readonly ItemField[]): Changes {
  const others = { ...changes };
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy of a record of a few fields
  for (const field of fields) delete others[field];
  return others;
}

export const fieldsOf = (changes: Changes): ItemField[] => Object.keys(changes) as ItemField[];

function refusedFields(findings: readonly Finding[], changes: Changes): ItemField[] {
  const fields = new Set(findings.filter(({ severity }) => severity === "error").map(({ field }) => field));
  const named = fieldsOf(changes).filter((field) => fields.has(field));
  return named.length > 0 ? named : fieldsOf(changes);
}

/** Evaluates an edit of several fields: refused fields are set aside, and the rest is evaluated again. */
export function evaluateEdit(builder: EditPlanBuilder, item: WorkItem | null, edit: ItemEdit): EditEvaluation {
  const refusals: EditEvaluation["refusals"] = [];
  let changes = edit.changes;
  while (fieldsOf(changes).length > 0) {
    const verdict = evaluateChanges(builder, item, changes, edit, edit.reason);
    if (verdict.outcome === "accept") return { accepted: verdict, refusals };
    const fields = refusedFields(verdict.findings, changes);
    refusals.push({ verdict, fields });
    changes = without(changes, fields);
  }
  return { accepted: null, refusals };
}

/** Returns what was attempted, by column. */
export function attemptsOf(builder: EditPlanBuilder, edit: ItemEdit, fields: readonly ItemField[]): AttemptedEdit[] {
  return fields.map((field) => {
    const cell = edit.cells.find((edited) => edited.field === field);
    const header = cell ? headerOf(cell.table, cell.column) : field.charAt(0).toUpperCase() + field.slice(1);
    const item = edit.key === null ? null : builder.overlay.itemBefore(edit.key);
    const from = cell
      ? enteredText(field, cell.before)
      : item
        ? enteredText(field, builder.shownCells(item)[header] ?? "")
        : null;
    return { column: header, from: from ?? "", to: edit.changes[field] ?? "" };
  });
}
