/** What an edit that is taken adds to the history. */
import type { WorkItem } from "../model";
import type { EventKind, Status } from "../vocabulary";
import type { Evaluation } from "./evaluation";
import { meetingOn } from "./meetings";
import { withReason } from "./reasons";
import type { EventDraft, RuleContext } from "./types";

/** The event of a change of status, or of a step within a status. */
export function statusEvent(
  judging: Evaluation,
  before: WorkItem | null,
  kind: EventKind,
  transitions: string[],
): EventDraft {
  const { next, context, edit } = judging;
  const moved = next.status !== before?.status;
  return {
    date: context.date,
    meeting: meetingId(context),
    kind: moved ? kindFor(next.status, kind) : "Step",
    from: before?.status ?? null,
    to: moved ? next.status : null,
    process: next.process,
    step: next.step,
    note: edit.reason,
    transitions,
    corrects: null,
  };
}

/** The event of a change that leaves the status alone; null where nothing changed. */
export function changeEvent(judging: Evaluation, context: RuleContext, transitions: string[]): EventDraft | null {
  const { before, next, edit } = judging;
  // A process that a transition sets is told with the status.
  const told = "process" in edit.changes ? next : { ...next, process: before?.process ?? null };
  const note = before ? changeNote(before, told) : null;
  if (!before || note === null) return null;
  return {
    date: context.date,
    meeting: meetingId(context),
    kind: "Changed",
    from: before.status,
    to: null,
    process: next.process,
    step: next.step,
    note: withReason(note, edit.reason),
    transitions,
    corrects: null,
  };
}

/** The meeting an edit belongs to: the one its date falls into. */
function meetingId(context: RuleContext): string | null {
  return meetingOn(context.date, context)?.id ?? null;
}

/** The event that gives a status bears the status's name; returning to study and proposing have names of their own. */
function kindFor(status: Status, kind: EventKind): EventKind {
  if (status === "Under study") return kind === "New work item" ? kind : "Returned to study";
  return status === "Pending confirmation" ? "Proposed" : status;
}

/** Fields whose changes are told in the history, with the words of their columns. */
const TOLD: readonly (readonly [string, (item: WorkItem) => string | null])[] = [
  ["Item", (item) => item.number ?? item.name ?? ""],
  ["Provisional name", (item) => item.name ?? ""],
  ["Question", (item) => item.question ?? ""],
  ["Title", (item) => item.title],
  ["Kind", (item) => item.kind ?? ""],
  ["Process", (item) => item.process ?? ""],
  ["Timing", (item) => item.timing ?? ""],
  ["Editors", (item) => item.editors.join(", ")],
  ["Text", (item) => item.text ?? ""],
  ["A.5/A.25", (item) => item.a5 ?? ""],
  ["Equivalent", (item) => item.equivalent ?? ""],
  ["Parent", (item) => item.parent ?? ""],
  ["Remarks", (item) => item.remarks ?? ""],
];

/** "Timing: 2024-Q1 → 2024-Q3; Text: (none) → TD1500"; null where nothing changed. */
function changeNote(before: WorkItem, next: WorkItem): string | null {
  const told: string[] = [];
  for (const [column, value] of TOLD) {
    const [old, now] = [value(before), value(next)];
    if (old !== now) told.push(`${column}: ${old || "(none)"} → ${now || "(none)"}`);
  }
  return told.length > 0 ? told.join("; ") : null;
}
