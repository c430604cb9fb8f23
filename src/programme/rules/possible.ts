/** What may become of a work item next, and when. */
import type { WorkItem } from "../model";
import { STATUSES, type Process } from "../vocabulary";
import { lazyDetails } from "./details";
import { bodyAt } from "./meetings";
import { pathsFrom, processAfter, inOrder, type Path } from "./paths";
import { PRECONDITIONS, type Situation } from "./preconditions";
import { STATES, stateOf, stateWithCode, type State, type StateCode } from "./states";
import { designationOf } from "./text-kinds";
import { effectiveDate, timingOf, type Timing } from "./timeline";
import { actionText, finding } from "./wording";
import type { Finding, PossibleStep, RuleContext } from "./types";
import { fill, rulesTexts } from "../messages/rules";
import type { Transition } from "./transitions";

/** A way to a state with what its dates and preconditions say. */
export interface Way {
  path: Path;
  target: State;
  timing: Timing;
  process: Process | null;
  /** Errors and remarks of the preconditions along the way, and of the transitions themselves. */
  findings: Finding[];
  /** Whether the date of the context allows it. */
  inTime: boolean;
}

/**
 * Everything the item may become in one edit, in the order of statuses and steps.
 * Those that the date does not yet allow are among them, with their earliest day and `now` false.
 */
export function possibleNext(item: WorkItem, context: RuleContext): PossibleStep[] {
  const codes = inOrder(pathsFrom(stateOf(item).code, item.process).keys());
  const ways = codes.flatMap((code) => bestWay(item, code, context) ?? []).sort(compareWays);
  const steps = new Map<string, PossibleStep>();
  for (const way of ways) {
    const step = asPossible(way, item);
    const key = `${step.status} ${step.step ?? ""}`;
    if (!steps.has(key)) steps.set(key, step);
  }
  const place = ({ status, step }: PossibleStep): number =>
    STATES.findIndex((state) => state.status === status && state.step === step);
  return [...steps.values()].sort(
    (a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || place(a) - place(b),
  );
}

/**
 * What a person is offered instead of what was refused: what the date allows, one entry per status.
 * @param steps whether steps inside the present status are offered too
 */
export function possibleInstead(item: WorkItem, context: RuleContext, steps: boolean): PossibleStep[] {
  const offered = new Map<string, PossibleStep>();
  for (const step of possibleNext(item, context)) {
    const own = step.status === item.status;
    const key = own ? `${step.status} ${step.step ?? ""}` : step.status;
    if (step.now && (steps || !own) && !offered.has(key)) offered.set(key, step);
  }
  return [...offered.values()];
}

/** The best way to a state: allowed rather than refused, early rather than late, quiet rather than remarked upon, short rather than long. */
export function bestWay(
  item: WorkItem,
  target: StateCode,
  context: RuleContext,
  reason: string | null = null,
  next: WorkItem = item,
): Way | null {
  const paths = pathsFrom(stateOf(item).code, next.process).get(target) ?? [];
  const timed = paths.map((path) => ({ path, timing: timingOf(path, item, context) }));
  const ordered = timed.map((each) => ({ ...each, inTime: isInTime(each.timing, context) })).sort(compareTimed);
  let first: Way | null = null;
  for (const each of ordered) {
    const way = wayAlong(each, item, next, context, reason);
    if (isOpen(way)) return way;
    first ??= way;
  }
  return first;
}

interface TimedPath {
  path: Path;
  timing: Timing;
  inTime: boolean;
}

function isInTime(timing: Timing, context: RuleContext): boolean {
  return (
    (timing.earliest === null || effectiveDate(timing, context) >= timing.earliest) &&
    (timing.latest === null || context.date <= timing.latest)
  );
}

function wayAlong(
  { path, timing, inTime }: TimedPath,
  item: WorkItem,
  next: WorkItem,
  context: RuleContext,
  reason: string | null,
): Way {
  const last = path[path.length - 1];
  if (!last) throw new RangeError("A way has at least one step.");
  const process = processAfter(path, next.process);
  const situation: Situation = {
    before: item,
    item: { ...next, process },
    details: lazyDetails(item, context),
    context,
    reason,
  };
  // What the steps on the way presupposed nobody can tell from this edit: only the last one is held to it.
  const findings = path.flatMap((leg) =>
    leg === last ? findingsOf(leg.transition, situation) : remarksOf(leg.transition, situation),
  );
  return { path, target: stateWithCode(last.to), timing, process, findings, inTime };
}

/** What passing a transition gives rise to: the wrong body, preconditions that fail, and the remark of an unconfirmed row. */
export function findingsOf(transition: Transition, situation: Situation): Finding[] {
  const { item, context } = situation;
  const about = { rule: transition.id, item: designationOf(item), key: situation.before?.key ?? null };
  const found: Finding[] = [];
  const body = bodyAt(context);
  if (body && !transition.bodies.includes(body)) {
    const { reasons, because } = rulesTexts();
    const reason = transition.bodies.includes("SG") ? reasons.wrongBody : reasons.wrongBodyWtsa;
    const message = fill(because, { sentence: designationOf(item), reason });
    const severity = body === "WP" ? transition.severity : "warning";
    found.push(finding({ ...about, severity, field: "status", clauses: transition.clauses }, { message, advice: "" }));
  }
  found.push(...remarksOf(transition, situation));
  for (const id of transition.needs) {
    const { severity, field, clauses, met } = PRECONDITIONS[id];
    const text = rulesTexts().preconditions[id];
    if (text && met(situation) === false)
      found.push(
        finding({ ...about, severity, field, clauses }, text, { date: context.date, timing: item.timing ?? "" }),
      );
  }
  return found;
}

/** The remark of a row that no instrument confirms. */
function remarksOf(transition: Transition, { item, before }: Situation): Finding[] {
  const remark = rulesTexts().remarks[transition.id];
  if (!transition.remark || !remark) return [];
  const about = { rule: transition.id, item: designationOf(item), key: before?.key ?? null, field: "status" as const };
  return [finding({ ...about, severity: transition.remark, clauses: transition.clauses }, remark)];
}

/** Whether a way may be taken on the date of the context. */
export function isOpen(way: Way): boolean {
  return way.inTime && !way.findings.some((found) => found.severity === "error");
}

function asPossible(way: Way, item: WorkItem): PossibleStep {
  const last = way.path[way.path.length - 1];
  const since = way.timing.waits.length > 0 ? way.timing.earliest : null;
  return {
    status: way.target.status,
    step: recordedStep(way, item),
    action: last ? actionText(last.transition) : "",
    transitions: way.path.map((leg) => leg.transition.id),
    process: way.process,
    earliest: since,
    now: isOpen(way),
    warnings: way.findings.filter((found) => found.severity !== "error"),
  };
}

/** The step that is written down: how a text failed is not known where nobody noted the steps before. */
export function recordedStep(way: Way, item: WorkItem): string | null {
  if (way.target.status === "Not approved" && way.path.length > 1 && item.step === null) return null;
  return way.target.step;
}

function compareWays(a: Way, b: Way): number {
  return Number(isOpen(b)) - Number(isOpen(a)) || compareTimed(a, b);
}

function compareTimed(a: TimedPath, b: TimedPath): number {
  return (
    Number(b.inTime) - Number(a.inTime) ||
    order(a.timing.earliest ?? "", b.timing.earliest ?? "") ||
    weight(a.path) - weight(b.path) ||
    a.path.length - b.path.length
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function weight(path: Path): number {
  return path.filter((leg) => leg.transition.remark === "warning").length;
}
