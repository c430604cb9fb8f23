/** What the rules say of an edit of several fields: what may be taken, and what not, each part by itself. */
import type { EventFacts, IsoDate, WorkItem } from "../model";
import { evaluate } from "../rules/evaluate";
import type { Finding, ItemField, ProposedEdit, Refused, Accepted } from "../rules/types";
import type { EditPlanBuilder, TypedCell } from "./edit-plan-builder";

export type Changes = ProposedEdit["changes"];

/** How an edit came about: it decides what a refusal and an acceptance look like. */
type EditOrigin =
  /** Typed into cells just now. */
  | "typed"
  /** Found by a sweep: typed while nobody watched. */
  | "found"
  /** Asked for in the pane, a step or an override. */
  | "requested";

export interface ItemEdit {
  key: string | null;
  cells: readonly TypedCell[];
  changes: Changes;
  origin: EditOrigin;
  reason: string | null;
  facts?: EventFacts;
  date: IsoDate | null;
  /** Overwritten while it was being typed: nobody can tell who did. */
  overwritten?: true;
  /** The key of a row that is entered as it stands, wholly or not at all. */
  under?: string;
}

export interface EditEvaluation {
  accepted: Accepted | null;
  refusals: { verdict: Refused; fields: ItemField[] }[];
}

/** What the rules answer to some of the fields of an edit. */
export function evaluateChanges(
  builder: EditPlanBuilder,
  item: WorkItem | null,
  changes: Changes,
  edit: ItemEdit,
  reason: string | null,
) {
  const { context, overlay } = builder;
  const rules = { ...context.ruleContext, programme: overlay, ...(edit.date === null ? {} : { date: edit.date }) };
  const { facts } = edit;
  return evaluate({ item, changes, origin: "person", reason, ...(facts ? { facts } : {}) }, rules);
}

/** The changes but for some fields. */
export function without(changes: Changes, fields: readonly ItemField[]): Changes {
  const left = { ...changes };
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy of a record of a few fields
  for (const field of fields) delete left[field];
  return left;
}

export const fieldsOf = (changes: Changes): ItemField[] => Object.keys(changes) as ItemField[];

function refusedFields(findings: readonly Finding[], changes: Changes): ItemField[] {
  const fields = new Set(findings.filter((each) => each.severity === "error").map((each) => each.field));
  const named = fieldsOf(changes).filter((field) => fields.has(field));
  return named.length > 0 ? named : fieldsOf(changes);
}

/** Judges an edit of several fields: what is refused is set aside, and the rest judged again by itself. */
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
