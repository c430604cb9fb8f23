/** Corrections of the date of a status or step: subject to the same periods as the change itself. */
import type { ProgrammeEvent, WorkItem } from "../model";
import { addFinding, type Evaluation, type Move } from "./evaluation";
import { reasonOf } from "./drafts";
import { stateOf } from "./states";
import { findPath } from "./status-edits";
import type { EventDraft } from "./types";

/** Evaluates an edit of Since without a change of status. */
export function evaluateSince(evaluation: Evaluation, before: WorkItem): Move | null {
  const { next, context, typedDate } = evaluation;
  if (typedDate === null) {
    if (before.since !== null)
      addFinding(evaluation, "clearedSince", {
        severity: "error",
        rule: "F-17",
        field: "since",
        values: { status: before.status },
      });
    return null;
  }
  if (typedDate === before.since) return null;
  next.since = typedDate;
  const events = [correction(evaluation, before)];
  const earlier = statusBefore(before, context.programme.eventsOf(before.key));
  if (!earlier) return { findings: [], path: null, possible: [], earliest: null, events };
  const verdict = findPath(
    {
      item: earlier,
      next: { ...earlier, process: before.process },
      status: before.status,
      step: before.step,
      context,
      reason: evaluation.edit.reason,
    },
    stateOf(before),
  );
  // The change of status was evaluated when it happened; here only the date is new.
  const early = verdict.outcome === "no path" && verdict.earliest !== null ? verdict : null;
  const findings = (early?.findings ?? []).map((found) => ({ ...found, field: "since" as const }));
  return { findings, path: null, possible: [], earliest: early?.earliest ?? null, events };
}

/** The item before it got its present status, according to its history; null where that is unknown. */
function statusBefore(item: WorkItem, events: readonly ProgrammeEvent[]): WorkItem | null {
  let found: WorkItem | null = null;
  let current = null as WorkItem | null;
  for (const event of events) {
    if (event.to === null || event.to === current?.status) continue;
    found = current;
    current = {
      ...item,
      status: event.to,
      since: event.date,
      step: event.step,
      process: event.process ?? item.process,
    };
  }
  return current?.status === item.status ? found : null;
}

function correction({ next, context, edit }: Evaluation, before: WorkItem): EventDraft {
  return {
    date: next.since ?? context.date,
    meeting: null,
    kind: "Changed",
    from: before.status,
    to: null,
    process: next.process,
    step: next.step,
    changes: [{ field: "since", from: before.since, to: next.since }],
    facts: {},
    reason: reasonOf(edit),
    transitions: [],
    corrects: before.since,
  };
}
