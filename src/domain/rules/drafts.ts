/** Builds the events that an accepted edit adds to the history. */
import { FIELDS, plainValue, type ItemFieldSpec } from "../item-fields";
import { foldSpaces } from "../text";
import type { FieldChange, WorkItem } from "../model";
import type { EventKind, Status } from "../vocabulary";
import type { Evaluation } from "./evaluation";
import { meetingOn } from "./meetings";
import type { EventDraft, ProposedEdit, RuleContext } from "./types";

/** Returns the event of a change of status, or of a step within a status. */
export function statusEvent(
  evaluation: Evaluation,
  before: WorkItem | null,
  kind: EventKind,
  transitions: string[],
  restarts = false,
): EventDraft {
  const { next, context, edit } = evaluation;
  const moved = next.status !== before?.status || restarts;
  return {
    date: context.date,
    meeting: meetingId(evaluation, context.date),
    kind: moved ? kindFor(next.status, kind) : "Step",
    from: before?.status ?? null,
    to: moved ? next.status : null,
    process: next.process,
    step: next.step,
    changes: [],
    facts: edit.facts ?? {},
    reason: edit.reason,
    transitions,
    corrects: null,
  };
}

/** Returns the event of a change of fields other than the status; null where nothing changed. */
export function changeEvent(evaluation: Evaluation, context: RuleContext, transitions: string[]): EventDraft | null {
  const { before, next, edit } = evaluation;
  // A process set by a transition belongs to the event of the status.
  const changed = "process" in edit.changes ? next : { ...next, process: before?.process ?? null };
  const changes = before ? fieldChanges(before, changed) : [];
  if (!before || changes.length === 0) return null;
  return {
    date: context.date,
    meeting: meetingId(evaluation, context.date),
    kind: "Changed",
    from: before.status,
    to: null,
    process: next.process,
    step: next.step,
    changes,
    facts: {},
    reason: reasonOf(edit),
    transitions,
    corrects: null,
  };
}

/** The id of the meeting on the date of an edit; null where there is none. */
function meetingId({ calendar }: Evaluation, date: string): string | null {
  return meetingOn(date, calendar)?.id ?? null;
}

/** The kind of the event that sets a status: the name of the status, except for proposals, new work items and returns to study. */
function kindFor(status: Status, kind: EventKind): EventKind {
  if (status === "Under study") return kind === "New work item" ? kind : "Returned to study";
  return status === "Pending confirmation" ? "Proposed" : status;
}

/** The reason of an edit, on one line; null where none was given. */
export function reasonOf({ reason }: Pick<ProposedEdit, "reason">): string | null {
  return reason === null ? null : foldSpaces(reason);
}

/** The fields that changed and are recorded, in the order of their declaration. */
function fieldChanges(before: WorkItem, next: WorkItem): FieldChange[] {
  return changesBetween(before, next, ({ logged }) => logged);
}

/** Returns the fields in which two states of an item differ, in the order of their declaration. */
export function changesBetween(
  before: WorkItem,
  next: WorkItem,
  isMeant: (field: ItemFieldSpec) => boolean = () => true,
): FieldChange[] {
  return FIELDS.filter(isMeant).flatMap(({ id, value }) => {
    const [from, to] = [plainValue(value(before)), plainValue(value(next))];
    return from === to ? [] : [{ field: id, from, to }];
  });
}
