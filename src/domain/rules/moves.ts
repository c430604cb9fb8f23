/** The status part of an edit: a way through the transitions, or why there is none. */
import type { WorkItem } from "../model";
import type { Status } from "../vocabulary";
import { statusEvent } from "./drafts";
import { addFinding, type Evaluation, type Move } from "./evaluation";
import { judgeNewRow } from "./new-rows";
import { recordedStep } from "./next-steps";
import { judgeSince } from "./since-edits";
import { stateOf, stateWithCode, stepsOf, type State } from "./states";
import { judgeStatus, stateMeant } from "./status-edits";

/** Judges status, step and Since together; null where the edit touches none of them. */
export function judgeMove(judging: Evaluation): Move | null {
  const { before, next, edit } = judging;
  if (!before) return judgeNewRow(judging);
  const since = (): Move | null => ("since" in edit.changes ? judgeSince(judging, before) : null);
  const again = isDeterminedAgain(judging, before);
  if (next.status === before.status && judging.typedStep === undefined && !again) return since();
  const meant = again ? stateWithCode("DR") : stateMeant(next.status, judging.typedStep);
  if (!meant) {
    complainOfStep(judging, next.status);
    return null;
  }
  if (meant.code === stateOf(before).code) {
    next.step = meant.step;
    return since();
  }
  return move(judging, before, meant);
}

/** The status given once more with a later date: the text was determined again. */
function isDeterminedAgain({ next, edit, typedDate, typedStep }: Evaluation, before: WorkItem): boolean {
  return (
    "status" in edit.changes &&
    next.status === "Determined" &&
    before.status === "Determined" &&
    !typedStep &&
    typedDate !== null &&
    before.since !== null &&
    typedDate > before.since
  );
}

function move(judging: Evaluation, before: WorkItem, meant: State): Move {
  const { next, context, edit } = judging;
  // The process of a determined or consented text is its own until a transition changes it.
  const process = isFrozen(before.status) ? before.process : next.process;
  const change = { item: before, next: { ...next, process }, status: next.status, step: judging.typedStep };
  const verdict = judgeStatus({ ...change, context, reason: edit.reason }, meant);
  if (verdict.outcome === "no way") {
    resolve(judging, before, meant.step, false);
    const { findings, possible, earliest } = verdict;
    return { findings, way: null, possible, earliest, events: [statusEvent(judging, before, "Step", [])] };
  }
  const { way } = verdict;
  const legs = way.path.map((leg) => leg.transition);
  const restarts = legs.some((leg) => leg.restarts);
  resolve(judging, before, recordedStep(way, before), restarts);
  next.process = way.process ?? next.process;
  const event = legs[legs.length - 1]?.event ?? "Step";
  if (way.timing.earliest === null && legs.some((leg) => leg.waits.length > 0))
    addFinding(judging, "noStatusDate", {
      severity: "warning",
      rule: "F-17",
      field: "since",
      values: { status: before.status },
    });
  const events = [
    statusEvent(
      judging,
      before,
      event,
      legs.map((leg) => leg.id),
      restarts,
    ),
  ];
  return { findings: way.findings, way, possible: [], earliest: null, events };
}

/** Sets step and date: a status that lasts keeps its date, unless it is given anew or its date is corrected. */
function resolve(
  { next, context, edit, typedDate }: Evaluation,
  before: WorkItem,
  step: string | null,
  restarts: boolean,
): void {
  next.step = step;
  const lasts = next.status === before.status && !restarts;
  next.since = lasts ? ("since" in edit.changes ? (typedDate ?? before.since) : before.since) : context.date;
}

function isFrozen(status: Status): boolean {
  return status === "Determined" || status === "Consented";
}

function complainOfStep(judging: Evaluation, status: Status): void {
  const steps = stepsOf(status);
  addFinding(judging, steps.length > 0 ? "unknownStep" : "noSteps", {
    severity: "error",
    rule: "F-48",
    field: "step",
    values: { value: judging.typedStep ?? "", status, list: steps },
    final: true,
  });
}
