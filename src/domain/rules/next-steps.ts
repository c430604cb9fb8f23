/** What may become of a work item next, and when. */
import type { IsoDate, WorkItem } from "../model";
import type { Process, Status } from "../vocabulary";
import { lazyDetails } from "./details";
import { sittingOn } from "./meetings";
import { contextFor } from "./own-group";
import { pathsFrom, processAfter, type Path } from "./paths";
import { PRECONDITIONS, type Situation } from "./preconditions";
import { STATES, stateOf, stateWithCode, type State, type StateCode } from "./states";
import { designationOf, textClass } from "./text-kinds";
import { clockOf, effectiveDate, firstDay, timingOf, type Clock, type Timing } from "./timeline";
import { finding } from "./finding";
import { REMARKED, type RemarkCode } from "./finding-codes";
import type { Finding, ItemDetails, PossibleStep, RuleContext, Severity } from "./types";
import type { Transition } from "./transition-table";

/** A way to a state with what its dates and preconditions say. */
export class TransitionPath {
  readonly path: Path;
  readonly target: State;
  readonly timing: Timing;
  readonly process: Process | null;
  /** Whether the date of the context allows it. */
  readonly inTime: boolean;
  /** Whether something else than the date rules it out. */
  readonly barred: boolean;
  /** Whether it may be taken on that date. */
  readonly open: boolean;
  private readonly last: Transition;
  private readonly situation: Situation;
  private found: readonly Finding[] | null = null;

  constructor({ path, timing, inTime }: TimedPath, { item, next, context, details, reason }: PathQuery) {
    const last = path[path.length - 1];
    if (!last) throw new RangeError("A way has at least one step.");
    this.path = path;
    this.timing = timing;
    this.inTime = inTime;
    this.last = last.transition;
    this.target = stateWithCode(last.to);
    this.process = processAfter(path, next.process);
    const after = this.process === next.process ? next : { ...next, process: this.process };
    this.situation = { before: item, item: after, details, context, reason };
    this.barred =
      isBarred(this.last, this.situation) || path.some(({ transition }) => wrongBody(transition, context) === "error");
    this.open = inTime && !this.barred;
  }

  /** Errors and remarks of the preconditions along the way, and of the transitions themselves; made when asked for. */
  get findings(): readonly Finding[] {
    // What the steps on the way presupposed nobody can tell from this edit: only the last one is held to it.
    this.found ??= this.path.flatMap(({ transition }) =>
      transition === this.last
        ? findingsOf(transition, this.situation)
        : [...bodyFindings(transition, this.situation), ...remarksOf(transition, this.situation)],
    );
    return this.found;
  }
}

/** An item about to move: what every way from where it stands has in common, looked up once. */
export interface PathQuery {
  item: WorkItem;
  /** The item with its other fields changed already; its process is the one under which it moves. */
  next: WorkItem;
  context: RuleContext;
  reason: string | null;
  clock: Clock;
  details: () => ItemDetails;
}

/** An item where it stands. */
export function departing(
  item: WorkItem,
  context: RuleContext,
  reason: string | null = null,
  next: WorkItem = item,
): PathQuery {
  return { item, next, context, reason, clock: clockOf(item, context), details: lazyDetails(item, context) };
}

/**
 * Everything the item may become in one edit, in the order of statuses and steps.
 * Those that the date does not yet allow are among them, with their earliest day and `now` false.
 */
export function possibleNext(item: WorkItem, given: RuleContext): PossibleStep[] {
  const context = contextFor(item, given);
  return choices(item, context, () => true).map((way) => new NextStep(way, item, context));
}

/**
 * What a person is offered instead of what was refused: what the date allows, one entry per status.
 * @param steps whether steps inside the present status are offered too
 */
export function possibleInstead(item: WorkItem, context: RuleContext, steps: boolean): PossibleStep[] {
  const offered = new Map<string, TransitionPath>();
  for (const way of choices(item, context, ({ status }) => steps || status !== item.status)) {
    const { status, step } = way.target;
    const key = status === item.status ? placeName(status, step) : status;
    if (way.open && !offered.has(key)) offered.set(key, way);
  }
  return [...offered.values()].map((way) => new NextStep(way, item, context));
}

/** The best way to each place that is wanted, in the order of statuses and steps. */
function choices(item: WorkItem, context: RuleContext, wanted: (state: State) => boolean): TransitionPath[] {
  const departure = departing(item, context);
  const chosen = new Map<string, TransitionPath>();
  for (const code of pathsFrom(stateOf(item).code, item.process, textClass(item)).keys()) {
    if (!wanted(stateWithCode(code))) continue;
    const way = bestWay(departure, code);
    if (!way) continue;
    const place = placeName(way.target.status, recordedStep(way, item));
    const other = chosen.get(place);
    if (!other || compareWays(way, other) < 0) chosen.set(place, way);
  }
  return [...chosen].sort(([a], [b]) => (PLACES.get(a) ?? 0) - (PLACES.get(b) ?? 0)).map(([, way]) => way);
}

const placeName = (status: Status, step: string | null): string => `${status} ${step ?? ""}`;

/** The order of statuses and steps. */
const PLACES = new Map(STATES.map(({ status, step }, at) => [placeName(status, step), at]));

/** The best way to a state: allowed rather than refused, early rather than late, quiet rather than remarked upon, short rather than long. */
export function bestWay(departure: PathQuery, target: StateCode): TransitionPath | null {
  const { item, next, context, clock } = departure;
  const paths = pathsFrom(stateOf(item).code, next.process, textClass(next)).get(target) ?? [];
  const timed = paths.map((path): TimedPath => {
    const timing = timingOf(path, item, context, clock);
    return { path, timing, inTime: isInTime(timing, context) };
  });
  if (timed.length > 1) timed.sort(compareTimed);
  let first: TransitionPath | null = null;
  for (const each of timed) {
    const way = new TransitionPath(each, departure);
    if (way.open) return way;
    // What only the date rules out is the nearer obstacle.
    if (first === null || (first.barred && !way.barred)) first = way;
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

/** How grave it is that those who sit on the day pass a transition; null where they may. */
function wrongBody(transition: Transition, context: RuleContext): Severity | null {
  const sitting = transition.withoutMeeting ? context.body : sittingOn(context);
  if (!sitting || (transition.bodies as readonly string[]).includes(sitting)) return null;
  return sitting === "WP" || sitting === "rapporteurs" ? transition.severity : "warning";
}

/** Whether an error stands against passing a transition; says the same as its findings, without their words. */
function isBarred(transition: Transition, situation: Situation): boolean {
  return (
    wrongBody(transition, situation.context) === "error" ||
    transition.needs.some((id) => PRECONDITIONS[id].severity === "error" && PRECONDITIONS[id].met(situation) === false)
  );
}

/** What passing a transition gives rise to: the wrong body, preconditions that fail, and the remark of an unconfirmed row. */
export function findingsOf(transition: Transition, situation: Situation): Finding[] {
  const { item, context } = situation;
  const about = { rule: transition.id, item: designationOf(item), key: situation.before?.key ?? null };
  const found = [...bodyFindings(transition, situation), ...remarksOf(transition, situation)];
  for (const id of transition.needs) {
    const { severity, field, clauses, met } = PRECONDITIONS[id];
    const values = { date: context.date, timing: item.timing ?? "" };
    if (met(situation) === false) found.push(finding({ ...about, severity, field, clauses }, id, values));
  }
  return found;
}

/** That those who sit on the day may not decide this. */
function bodyFindings(transition: Transition, { item, before, context }: Situation): Finding[] {
  const severity = wrongBody(transition, context);
  if (severity === null) return [];
  const allowed = transition.bodies.includes("SG") ? "wrongBody" : "wrongBodyWtsa";
  const code = sittingOn(context) === "rapporteurs" ? "wrongBodyRapporteurs" : allowed;
  const about = { rule: transition.id, item: designationOf(item), key: before?.key ?? null, field: "status" as const };
  return [finding({ ...about, severity, clauses: transition.clauses }, code)];
}

/** The remark of a row that no instrument confirms. */
function remarksOf(transition: Transition, { item, before }: Situation): Finding[] {
  const code = REMARKED.find((id): id is RemarkCode => id === transition.id);
  if (!transition.remark || !code) return [];
  const about = { rule: transition.id, item: designationOf(item), key: before?.key ?? null, field: "status" as const };
  return [finding({ ...about, severity: transition.remark, clauses: transition.clauses }, code)];
}

/** A way as it is offered. */
class NextStep implements PossibleStep {
  readonly status: Status;
  readonly step: string | null;
  readonly transitions: string[];
  readonly process: Process | null;
  readonly earliest: IsoDate | null;
  readonly now: boolean;

  constructor(
    private readonly way: TransitionPath,
    item: WorkItem,
    context: RuleContext,
  ) {
    const { path, target, timing, process, open } = way;
    this.status = target.status;
    this.step = recordedStep(way, item);
    this.transitions = path.map((leg) => leg.transition.id);
    this.process = process;
    this.earliest = timing.waits.length > 0 ? firstDay(timing, context) : null;
    this.now = open;
  }

  get warnings(): Finding[] {
    return this.way.findings.filter((found) => found.severity !== "error");
  }
}

/** The step that is written down: how a text failed is not known where nobody noted the steps before. */
export function recordedStep(way: TransitionPath, item: WorkItem): string | null {
  if (way.target.status === "Not approved" && way.path.length > 1 && item.step === null) return null;
  return way.target.step;
}

function compareWays(a: TransitionPath, b: TransitionPath): number {
  return Number(b.open) - Number(a.open) || Number(a.barred) - Number(b.barred) || compareTimed(a, b);
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
