/** Changes of status and step: their path through the transitions, or why there is none. */
import { designationOf } from "../item-name";
import type { WorkItem } from "../model";
import type { MessageData } from "../message";
import { PROCESSES, type Process, type Status } from "../vocabulary";
import { finding } from "./finding";
import type { ReasonCode } from "./finding-codes";
import { PROCESS_NEEDED } from "./process-fit";
import { clause, type Clause } from "./instruments";
import { forbiddenBy, pathsFrom } from "./paths";
import { meetingOn } from "./meetings";
import { PERIODS } from "./periods";
import { bestPath, pathQueryFor, possibleInstead, type TransitionPath } from "./next-steps";
import { findState, initialState, stateOf, STATES, type State } from "./states";
import { textClass, textKindOf } from "./text-kinds";
import { firstDay } from "./timeline";

import { transitionWithId } from "./transition-table";
import type { Finding, PossibleStep, RuleContext } from "./types";

/** The path of the change, or the findings where there is none. */
export type StatusVerdict =
  | { outcome: "path"; path: TransitionPath }
  | { outcome: "no path"; findings: Finding[]; possible: PossibleStep[]; earliest: string | null };

export interface StatusChange {
  item: WorkItem;
  /** The item with its other fields changed already; its process is the one under which the change is evaluated. */
  next: WorkItem;
  status: Status;
  /** Step as typed; null or undefined where none was. */
  step: string | null | undefined;
  context: RuleContext;
  reason: string | null;
}

/** Returns the state for a status and a typed step; null where the status has no such step. */
export function targetState(status: Status, step: string | null | undefined): State | null {
  return step ? findState(status, step) : initialState(status);
}

/** Evaluates a change to another status or step; a refusal includes the possible alternatives. */
export function evaluateStatus(change: StatusChange, target: State): StatusVerdict {
  const verdict = findPath(change, target);
  if (verdict.outcome === "path") return verdict;
  const possible = possibleInstead(withProcess(change), change.context, target.status === change.item.status);
  return { ...verdict, possible };
}

/** Evaluates a change without computing alternatives. */
export function findPath(change: StatusChange, target: State): StatusVerdict {
  const path = chosenPath(change, target);
  if (path?.open) return { outcome: "path", path };
  const findings = path ? whyClosed(path, change, target) : [whyNoPath(change, target)];
  const late =
    path !== null &&
    !path.inTime &&
    path.timing.earliest !== null &&
    (path.timing.latest ?? "9999") >= change.context.date;
  return { outcome: "no path", findings, possible: [], earliest: late ? firstDay(path.timing, change.context) : null };
}

/** The path to the first state of a status, else to any of its states: a text can be not approved for several reasons. */
function chosenPath(change: StatusChange, target: State): TransitionPath | null {
  const { item, next, context, reason } = change;
  const query = pathQueryFor(item, context, reason, next);
  const directPath = bestPath(query, target.code);
  if (directPath || change.step || target.status === item.status) return directPath;
  const alternatives = STATES.filter((state) => state.status === target.status && state.code !== target.code).flatMap(
    (state) => bestPath(query, state.code) ?? [],
  );
  return (
    alternatives.sort(
      (a, b) =>
        Number(b.open) - Number(a.open) ||
        Number(a.barred) - Number(b.barred) ||
        earlier(a, b) ||
        a.segments.length - b.segments.length,
    )[0] ?? null
  );
}

function earlier(a: TransitionPath, b: TransitionPath): number {
  const [dayA, dayB] = [a.timing.earliest ?? "", b.timing.earliest ?? ""];
  return dayA < dayB ? -1 : dayA > dayB ? 1 : 0;
}

function whyClosed(path: TransitionPath, change: StatusChange, target: State): Finding[] {
  const errors = path.findings.filter((found) => found.severity === "error");
  return path.inTime ? errors : [dateFinding(path, change, target), ...errors];
}

function dateFinding(path: TransitionPath, change: StatusChange, target: State): Finding {
  const { context, item } = change;
  const { earliest, latest, waits } = path.timing;
  const last = path.segments[path.segments.length - 1]?.transition;
  if (latest !== null && context.date > latest) {
    const tooLate = reason("tooLate", { period: last?.deadline?.period ?? "", latest });
    return refusal(change, target, tooLate, last?.clauses ?? [], last?.id ?? "F-46");
  }
  // The periods along the path, in order, without duplicates.
  const periods = [...new Set(waits.map((wait) => wait.period))];
  if (periods.length === 0)
    return refusal(change, target, reason("tooEarly", { from: item.status, since: earliest ?? "" }), [], "F-17");
  const begin = meetingOn(context.date, context)?.from;
  const byMeeting = path.timing.toMeeting && earliest !== null && context.date >= earliest && begin;
  const why = byMeeting ? reason("meetingBegins", { periods, begin }) : reason("waits", { periods });
  const clauses = periods.flatMap((id) => [...PERIODS[id].clauses]);
  return refusal(change, target, why, clauses, last?.id ?? "F-48");
}

function whyNoPath(change: StatusChange, target: State): Finding {
  const { item, next } = change;
  if (isOnlyAgreed(next) && NORMATIVE.includes(target.status))
    return refusal(change, target, reason("nonNormative"), [clause("A.1-2016", "1.8.2")], "F-13");
  const forbidden = item.status === target.status ? null : forbiddenBy(stateOf(item), target.status, []);
  if (forbidden) return refusal(change, target, reason(forbidden.id), forbidden.clauses, forbidden.id);
  if (textClass(next) === "erratum" && PROCESS_NEEDED[target.status])
    return refusal(change, target, reason("erratum"), [clause("A.1-2019")], "F-13");
  const needed = processesFor(item, target, change);
  if (needed.length > 0) {
    const { processes, clauses, id } = needed[0] ?? { processes: [], clauses: [], id: "F-11" };
    const values = { process: next.process ?? "", needed: processes, status: target.step ?? target.status };
    return refusal(change, target, reason("wrongProcess", values), clauses, id);
  }
  const why = item.step
    ? reason("notPermittedFromStep", { from: item.status, step: item.step })
    : reason("notPermitted", { from: item.status });
  const refused = refusal(change, target, why, [], "F-48");
  // Where the status without a step is possible, the finding concerns the step.
  const start = initialState(target.status).code;
  return pathsFrom(stateOf(item).code, next.process, textClass(next)).has(start)
    ? { ...refused, field: "step" }
    : refused;
}

/** Statuses on the way of a normative text into force. */
const NORMATIVE: readonly Status[] = ["Determined", "Consented", "Approved"];

/** Whether a text is brought into force by agreement, by its kind, or by its process where the kind leaves it open. */
function isOnlyAgreed({ number, name, process }: WorkItem): boolean {
  const kind = textKindOf(designationOf({ number, name }));
  return kind?.decision === "agreed" || (process === "Agreement" && !kind?.numbered);
}

/** The other processes under which the change would be possible. */
function processesFor(
  item: WorkItem,
  target: State,
  change: StatusChange,
): { processes: readonly Process[]; clauses: readonly Clause[]; id: string }[] {
  if (change.next.process === null) return [];
  // A status without a typed step may be reached by any of its states.
  const targets = change.step
    ? [target]
    : [target, ...STATES.filter((state) => state.status === target.status && state.status !== item.status)];
  return PROCESSES.filter((process) => process !== change.next.process).flatMap((process) => {
    const paths = pathsFrom(stateOf(item).code, process, textClass(change.next));
    const path = targets.map(({ code }) => paths.get(code)?.[0]).find((found) => found !== undefined);
    const last = path?.[path.length - 1];
    if (!last) return [];
    const { process: processes, clauses, id } = transitionWithId(last.transition.id);
    return [{ processes, clauses, id }];
  });
}

function reason(code: ReasonCode, values: MessageData["values"] = {}): MessageData<ReasonCode> {
  return { code, values };
}

function refusal(
  change: StatusChange,
  target: State,
  why: MessageData<ReasonCode>,
  clauses: readonly Clause[],
  rule: string,
): Finding {
  const { item, step, context } = change;
  const sameStatus = target.status === item.status || Boolean(step && target.step);
  const field = target.status === item.status ? "step" : "status";
  const values = { status: target.status, step: target.step ?? target.status, date: context.date, reason: why };
  return finding(
    { severity: "error", rule, item: designationOf(item), key: item.key, field, clauses },
    sameStatus ? "cannotStep" : "cannot",
    values,
  );
}

function withProcess(change: StatusChange): WorkItem {
  return { ...change.item, process: change.next.process };
}
