/** What the rules say of an edit of several fields: what may be taken, and what not, each part by itself. */
import type { EventFacts, IsoDate, WorkItem } from "../model";
import type { Finding, ItemField, ProposedEdit, Refused, Accepted } from "../rules/types";
import type { EditPlanBuilder, TypedCell } from "./edit-plan-builder";

export type Changes = ProposedEdit["changes"];

/** How an edit came about: it decides what a refusal and an acceptance look like. */
type Origin =
  /** Typed into cells just now. */
  | "typed"
  /** Found by a sweep: typed while nobody watched. */
  | "found"
  /** Asked for in the pane, a step or an override. */
  | "asked";

export interface ItemEdit {
  key: string | null;
  cells: readonly TypedCell[];
  changes: Changes;
  origin: Origin;
  reason: string | null;
  facts?: EventFacts;
  date: IsoDate | null;
  /** Overwritten while it was being typed: nobody can tell who did. */
  overtyped?: true;
  /** The key of a row that is entered as it stands, wholly or not at all. */
  under?: string;
}

export interface Decision {
  taken: Accepted | null;
  refusals: { verdict: Refused; fields: ItemField[] }[];
}

/** What the rules answer to some of the fields of an edit. */
export function judge(
  draft: EditPlanBuilder,
  item: WorkItem | null,
  changes: Changes,
  edit: ItemEdit,
  reason: string | null,
) {
  const { world, working } = draft;
  const context = { ...world.context, programme: working, ...(edit.date === null ? {} : { date: edit.date }) };
  const { facts } = edit;
  return world.judge({ item, changes, origin: "person", reason, ...(facts ? { facts } : {}) }, context);
}

/** The changes but for some fields. */
export function without(changes: Changes, fields: readonly ItemField[]): Changes {
  const left = { ...changes };
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy of a record of a few fields
  for (const field of fields) delete left[field];
  return left;
}

export const fieldsOf = (changes: Changes): ItemField[] => Object.keys(changes) as ItemField[];

function blamed(findings: readonly Finding[], changes: Changes): ItemField[] {
  const fields = new Set(findings.filter((each) => each.severity === "error").map((each) => each.field));
  const named = fieldsOf(changes).filter((field) => fields.has(field));
  return named.length > 0 ? named : fieldsOf(changes);
}

/** Judges an edit of several fields: what is refused is set aside, and the rest judged again by itself. */
export function decide(draft: EditPlanBuilder, item: WorkItem | null, edit: ItemEdit): Decision {
  const refusals: Decision["refusals"] = [];
  let changes = edit.changes;
  while (fieldsOf(changes).length > 0) {
    const verdict = judge(draft, item, changes, edit, edit.reason);
    if (verdict.outcome === "take") return { taken: verdict, refusals };
    const fields = blamed(verdict.findings, changes);
    refusals.push({ verdict, fields });
    changes = without(changes, fields);
  }
  return { taken: null, refusals };
}
