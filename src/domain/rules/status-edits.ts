/** Changes of status and step: which way through the transitions they take, or why there is none. */
import type { WorkItem } from "../model";
import { fill, rulesTexts } from "../../i18n/rules";
import { PROCESSES, type Process, type Status } from "../vocabulary";
import { cite, type Clause } from "./instruments";
import { forbiddenBy, pathsFrom } from "./paths";
import { meetingOn } from "./meetings";
import { PERIODS } from "./periods";
import { bestWay, departing, possibleInstead, type TransitionPath } from "./next-steps";
import { findState, initialState, stateOf, STATES, type State } from "./states";
import { designationOf } from "./text-kinds";
import { firstDay } from "./timeline";

import { transitionWithId } from "./transition-table";
import type { Finding, PossibleStep, RuleContext } from "./types";
import { amountText, waitsText, withClause } from "./wording";

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
    others.sort((a, b) => Number(b.open) - Number(a.open) || earlier(a, b) || a.path.length - b.path.length)[0] ?? null
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
  const texts = rulesTexts().reasons;
  const { earliest, latest } = way.timing;
  const last = way.path[way.path.length - 1]?.transition;
  if (latest !== null && context.date > latest) {
    const period = last?.deadline ? amountText(PERIODS[last.deadline.period]) : "";
    return refusal(
      change,
      meant,
      fill(texts.tooLate, { amount: period, latest }),
      last?.clauses ?? [],
      last?.id ?? "F-46",
    );
  }
  const waits = waitsText(way.timing);
  if (waits.reason === "")
    return refusal(change, meant, fill(texts.tooEarly, { from: item.status, since: earliest ?? "" }), [], "F-17");
  const begin = meetingOn(context.date, context)?.from;
  const byMeeting = way.timing.toMeeting && earliest !== null && context.date >= earliest && begin;
  const reason = byMeeting ? fill(texts.meetingBegins, { reason: waits.reason, begin }) : waits.reason;
  return refusal(change, meant, reason, waits.clauses, last?.id ?? "F-48");
}

function whyNoWay(change: StatusChange, meant: State): Finding {
  const { item, next } = change;
  const texts = rulesTexts();
  const forbidden = item.status === meant.status ? null : forbiddenBy(item.status, meant.status, []);
  if (forbidden) return refusal(change, meant, texts.forbidden[forbidden.id] ?? "", forbidden.clauses, forbidden.id);
  const needed = processesFor(item, meant, change);
  if (needed.length > 0) {
    const { processes, clauses, id } = needed[0] ?? { processes: [], clauses: [], id: "F-11" };
    const values = { process: next.process ?? "", needed: processes.join(" / "), status: meant.step ?? meant.status };
    return refusal(change, meant, fill(texts.reasons.wrongProcess, values), clauses, id);
  }
  const from = item.step ? `${item.status}, ${item.step}` : item.status;
  const refused = refusal(change, meant, fill(texts.reasons.notPermitted, { from }), [], "F-48");
  // Where the status by itself could be taken, the step typed with it is what comes too soon.
  const start = initialState(meant.status).code;
  return pathsFrom(stateOf(item).code, next.process).has(start) ? { ...refused, field: "step" } : refused;
}

/** The processes under which the change would be a step, where the item's own is not among them. */
function processesFor(
  item: WorkItem,
  meant: State,
  change: StatusChange,
): { processes: readonly Process[]; clauses: readonly Clause[]; id: string }[] {
  if (change.next.process === null) return [];
  return PROCESSES.filter((process) => process !== change.next.process).flatMap((process) => {
    const path = pathsFrom(stateOf(item).code, process).get(meant.code)?.[0];
    const last = path?.[path.length - 1];
    if (!last) return [];
    const { process: processes, clauses, id } = transitionWithId(last.transition.id);
    return [{ processes, clauses, id }];
  });
}

function refusal(
  change: StatusChange,
  meant: State,
  reason: string,
  clauses: readonly Clause[],
  rule: string,
): Finding {
  const texts = rulesTexts();
  const sameStatus = meant.status === change.item.status || Boolean(change.step && meant.step);
  const name = designationOf(change.item);
  const values = { item: name, status: meant.status, step: meant.step ?? meant.status, date: change.context.date };
  const clause = cite(clauses);
  return {
    severity: "error",
    rule,
    item: name,
    key: change.item.key,
    field: meant.status === change.item.status ? "step" : "status",
    message: withClause(
      fill(texts.because, { sentence: fill(sameStatus ? texts.cannotStep : texts.cannot, values), reason }),
      clause,
    ),
    clause,
    advice: "",
  };
}

function withProcess(change: StatusChange): WorkItem {
  return { ...change.item, process: change.next.process };
}
