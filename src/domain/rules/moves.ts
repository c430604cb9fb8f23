/** The status part of an edit: a path of transitions, or why there is none. */
import type { WorkItem } from "../model";
import type { Status } from "../vocabulary";
import { statusEvent } from "./drafts";
import { addFinding, type Evaluation, type Move } from "./evaluation";
import { evaluateNewRow } from "./new-rows";
import { recordedStep } from "./next-steps";
import { pathsFrom } from "./paths";
import { evaluateSince } from "./since-edits";
import { stateOf, stateWithCode, stepsOf, type State } from "./states";
import { evaluateStatus, targetState } from "./status-edits";
import { enteredOn } from "./timeline";

/** Evaluates status, step and Since together; null where the edit changes none of them. */
export function evaluateMove(evaluation: Evaluation): Move | null {
  const { before, next, edit } = evaluation;
  if (!before) return evaluateNewRow(evaluation);
  const since = (): Move | null => ("since" in edit.changes ? evaluateSince(evaluation, before) : null);
  const again = isDeterminedAgain(evaluation, before);
  if (next.status === before.status && evaluation.typedStep === undefined && !again) return since();
  const target = again ? stateWithCode("DR") : targetState(next.status, evaluation.typedStep);
  if (!target) {
    addStepFinding(evaluation, next.status);
    return null;
  }
  if (target.code === stateOf(before).code && !isRepeated(evaluation, before, target)) {
    next.step = target.step;
    return since();
  }
  return move(evaluation, before, target);
}

/** Whether the status Determined is entered again with a later date: the text was determined again. */
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

/** Whether a step that can be repeated (the approval is postponed again) is entered on a later day than before. */
function isRepeated({ context }: Evaluation, before: WorkItem, { code }: State): boolean {
  const entered = enteredOn(before, code, context);
  return entered !== null && entered < context.date && pathsFrom(code, before.process).has(code);
}

function move(evaluation: Evaluation, before: WorkItem, target: State): Move {
  const { next, context, edit } = evaluation;
  // The process of a determined or consented text changes only by a transition.
  const process = isFrozen(before.status) ? before.process : next.process;
  const change = { item: before, next: { ...next, process }, status: next.status, step: evaluation.typedStep };
  const verdict = evaluateStatus({ ...change, context, reason: edit.reason }, target);
  if (verdict.outcome === "no path") {
    setStepAndDate(evaluation, before, target.step, false);
    const { findings, possible, earliest } = verdict;
    return { findings, path: null, possible, earliest, events: [statusEvent(evaluation, before, "Step", [])] };
  }
  const { path } = verdict;
  const transitions = path.segments.map((segment) => segment.transition);
  const restarts = transitions.some((transition) => transition.restarts);
  setStepAndDate(evaluation, before, recordedStep(path, before), restarts);
  next.process = path.process ?? next.process;
  const event = transitions[transitions.length - 1]?.event ?? "Step";
  if (path.timing.earliest === null && transitions.some((transition) => transition.waits.length > 0))
    addFinding(evaluation, "noStatusDate", {
      severity: "warning",
      rule: "F-17",
      field: "since",
      values: { status: before.status },
    });
  const events = [
    statusEvent(
      evaluation,
      before,
      event,
      transitions.map((transition) => transition.id),
      restarts,
    ),
  ];
  return { findings: path.findings, path, possible: [], earliest: null, events };
}

/** Sets step and Since: an unchanged status keeps its date, unless it is given again or its date is corrected. */
function setStepAndDate(
  { next, context, edit, typedDate }: Evaluation,
  before: WorkItem,
  step: string | null,
  restarts: boolean,
): void {
  next.step = step;
  const keepsStatus = next.status === before.status && !restarts;
  next.since = keepsStatus ? ("since" in edit.changes ? (typedDate ?? before.since) : before.since) : context.date;
}

function isFrozen(status: Status): boolean {
  return status === "Determined" || status === "Consented";
}

function addStepFinding(evaluation: Evaluation, status: Status): void {
  const steps = stepsOf(status);
  addFinding(evaluation, steps.length > 0 ? "unknownStep" : "noSteps", {
    severity: "error",
    rule: "F-48",
    field: "step",
    values: { value: evaluation.typedStep ?? "", status, list: steps },
    final: true,
  });
}
