/** Changes of status and step: which way through the transitions they take, or why there is none. */
import type { WorkItem } from "../model";
import type { MessageData } from "../message";
import { PROCESSES, type Process, type Status } from "../vocabulary";
import { finding } from "./finding";
import type { ReasonCode } from "./finding-codes";
import { PROCESS_NEEDED } from "./consistency";
import { clause, type Clause } from "./instruments";
import { forbiddenBy, pathsFrom } from "./paths";
import { meetingOn } from "./meetings";
import { PERIODS } from "./periods";
import { bestWay, departing, possibleInstead, type TransitionPath } from "./next-steps";
import { findState, initialState, stateOf, STATES, type State } from "./states";
import { designationOf, textClass } from "./text-kinds";
import { firstDay } from "./timeline";

import { transitionWithId } from "./transition-table";
import type { Finding, PossibleStep, RuleContext } from "./types";

/** The change is a way through the transitions, or it is none. */
export type StatusVerdict =
  | { outcome: "way"; way: TransitionPath }
  | { outcome: "no way"; findings: Finding[]; possible: PossibleStep[]; earliest: string | null };

export interface StatusChange {
  item: WorkItem;
  /** The item with its other fields changed already; its process is the one under which the change is judged. */
  next: WorkItem;
  status: Status;
  /** Step as typed; null or undefined where none was. */
  step: string | null | undefined;
  context: RuleContext;
  reason: string | null;
}

/** The state meant by a status with a step as typed; null where the status has no such step. */
export function stateMeant(status: Status, step: string | null | undefined): State | null {
  return step ? findState(status, step) : initialState(status);
}

/** Judges a change to another status or step, and says what is possible instead where it is refused. */
export function judgeStatus(change: StatusChange, meant: State): StatusVerdict {
  const verdict = findWay(change, meant);
  if (verdict.outcome === "way") return verdict;
  const possible = possibleInstead(withProcess(change), change.context, meant.status === change.item.status);
  return { ...verdict, possible };
}

/** Judges a change without looking for what is possible instead. */
export function findWay(change: StatusChange, meant: State): StatusVerdict {
  const way = chosenWay(change, meant);
  if (way?.open) return { outcome: "way", way };
  const findings = way ? whyClosed(way, change, meant) : [whyNoWay(change, meant)];
  const late =
    way !== null && !way.inTime && way.timing.earliest !== null && (way.timing.latest ?? "9999") >= change.context.date;
  return { outcome: "no way", findings, possible: [], earliest: late ? firstDay(way.timing, change.context) : null };
}

/** The start of a status where it can be reached, else the one of its states that can: a text is not approved in one way or another. */
function chosenWay(change: StatusChange, meant: State): TransitionPath | null {
  const { item, next, context, reason } = change;
  const departure = departing(item, context, reason, next);
  const direct = bestWay(departure, meant.code);
  if (direct || change.step || meant.status === item.status) return direct;
  const others = STATES.filter((state) => state.status === meant.status && state.code !== meant.code).flatMap(
    (state) => bestWay(departure, state.code) ?? [],
  );
  return (
    others.sort(
      (a, b) =>
        Number(b.open) - Number(a.open) ||
        Number(a.barred) - Number(b.barred) ||
        earlier(a, b) ||
        a.path.length - b.path.length,
    )[0] ?? null
  );
}

function earlier(a: TransitionPath, b: TransitionPath): number {
  const [left, right] = [a.timing.earliest ?? "", b.timing.earliest ?? ""];
  return left < right ? -1 : left > right ? 1 : 0;
}

function whyClosed(way: TransitionPath, change: StatusChange, meant: State): Finding[] {
  const errors = way.findings.filter((found) => found.severity === "error");
  return way.inTime ? errors : [dateFinding(way, change, meant), ...errors];
}

function dateFinding(way: TransitionPath, change: StatusChange, meant: State): Finding {
  const { context, item } = change;
  const { earliest, latest, waits } = way.timing;
  const last = way.path[way.path.length - 1]?.transition;
  if (latest !== null && context.date > latest) {
    const tooLate = reason("tooLate", { period: last?.deadline?.period ?? "", latest });
    return refusal(change, meant, tooLate, last?.clauses ?? [], last?.id ?? "F-46");
  }
  // Every period on the way, in order, each once.
  const periods = [...new Set(waits.map((wait) => wait.period))];
  if (periods.length === 0)
    return refusal(change, meant, reason("tooEarly", { from: item.status, since: earliest ?? "" }), [], "F-17");
  const begin = meetingOn(context.date, context)?.from;
  const byMeeting = way.timing.toMeeting && earliest !== null && context.date >= earliest && begin;
  const why = byMeeting ? reason("meetingBegins", { periods, begin }) : reason("waits", { periods });
  const clauses = periods.flatMap((id) => [...PERIODS[id].clauses]);
  return refusal(change, meant, why, clauses, last?.id ?? "F-48");
}

function whyNoWay(change: StatusChange, meant: State): Finding {
  const { item, next } = change;
  const forbidden = item.status === meant.status ? null : forbiddenBy(stateOf(item), meant.status, []);
  if (forbidden) return refusal(change, meant, reason(forbidden.id), forbidden.clauses, forbidden.id);
  if (textClass(next) === "erratum" && PROCESS_NEEDED[meant.status])
    return refusal(change, meant, reason("erratum"), [clause("A.1-2019")], "F-13");
  const needed = processesFor(item, meant, change);
  if (needed.length > 0) {
    const { processes, clauses, id } = needed[0] ?? { processes: [], clauses: [], id: "F-11" };
    const values = { process: next.process ?? "", needed: processes, status: meant.step ?? meant.status };
    return refusal(change, meant, reason("wrongProcess", values), clauses, id);
  }
  const why = item.step
    ? reason("notPermittedFromStep", { from: item.status, step: item.step })
    : reason("notPermitted", { from: item.status });
  const refused = refusal(change, meant, why, [], "F-48");
  // Where the status by itself could be taken, the step typed with it is what comes too soon.
  const start = initialState(meant.status).code;
  return pathsFrom(stateOf(item).code, next.process, textClass(next)).has(start)
    ? { ...refused, field: "step" }
    : refused;
}

/** The processes under which the change would be a step, where the item's own is not among them. */
function processesFor(
  item: WorkItem,
  meant: State,
  change: StatusChange,
): { processes: readonly Process[]; clauses: readonly Clause[]; id: string }[] {
  if (change.next.process === null) return [];
  return PROCESSES.filter((process) => process !== change.next.process).flatMap((process) => {
    const path = pathsFrom(stateOf(item).code, process, textClass(change.next)).get(meant.code)?.[0];
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
  meant: State,
  why: MessageData<ReasonCode>,
  clauses: readonly Clause[],
  rule: string,
): Finding {
  const { item, step, context } = change;
  const sameStatus = meant.status === item.status || Boolean(step && meant.step);
  const field = meant.status === item.status ? "step" : "status";
  const values = { status: meant.status, step: meant.step ?? meant.status, date: context.date, reason: why };
  return finding(
    { severity: "error", rule, item: designationOf(item), key: item.key, field, clauses },
    sameStatus ? "cannotStep" : "cannot",
    values,
  );
}

function withProcess(change: StatusChange): WorkItem {
  return { ...change.item, process: change.next.process };
}
