/** The possible next steps of a work item, with their dates. */
import { designationOf } from "../item-name";
import type { IsoDate, WorkItem } from "../model";
import type { Process, Status } from "../vocabulary";
import { lazyDetails } from "./details";
import { sittingOn } from "./meetings";
import { contextFor } from "./own-group";
import { pathsFrom, processAfter, type Path } from "./paths";
import { PRECONDITIONS, type Situation } from "./preconditions";
import { allowsResult } from "./process-fit";
import { STATES, stateOf, stateWithCode, type State, type StateCode } from "./states";
import { textClass } from "./text-kinds";
import { clockOf, effectiveDate, firstDay, timingOf, type Clock, type Timing } from "./timeline";
import { finding } from "./finding";
import { REMARKED, type RemarkCode } from "./finding-codes";
import type { Finding, ItemDetails, PossibleStep, RuleContext, Severity } from "./types";
import type { Transition } from "./transition-table";

/** A path to a state, with its dates and preconditions. */
export class TransitionPath {
  readonly segments: Path;
  readonly target: State;
  readonly timing: Timing;
  readonly process: Process | null;
  /** Whether the date of the context allows it. */
  readonly inTime: boolean;
  /** Whether a condition other than the date forbids it. */
  readonly barred: boolean;
  /** Whether it is allowed on that date. */
  readonly open: boolean;
  private readonly last: Transition;
  private readonly situation: Situation;
  private found: readonly Finding[] | null = null;

  constructor({ segments, timing, inTime }: TimedPath, { item, next, context, details, reason }: PathQuery) {
    const last = segments[segments.length - 1];
    if (!last) throw new RangeError("A path has at least one segment.");
    this.segments = segments;
    this.timing = timing;
    this.inTime = inTime;
    this.last = last.transition;
    this.target = stateWithCode(last.to);
    this.process = processAfter(segments, next.process);
    const after = this.process === next.process ? next : { ...next, process: this.process };
    this.situation = { before: item, item: after, details, context, reason };
    this.barred = segments.some(({ transition }) => isBarred(transition, this.situation));
    this.open = inTime && !this.barred;
  }

  /** Errors and remarks of the preconditions and of the transitions along the path; computed when first read. */
  get findings(): readonly Finding[] {
    // What is missing at intermediate steps cannot be told from this edit; what forbids them can.
    this.found ??= this.segments.flatMap(({ transition }) => {
      const isLast = transition === this.last;
      return findingsOf(transition, this.situation, isLast ? ["error", "warning"] : ["error"]);
    });
    return this.found;
  }
}

/** The data shared by all paths from the present state of an item. */
export interface PathQuery {
  item: WorkItem;
  /** The item with its other fields changed already; its process is the one under which it moves. */
  next: WorkItem;
  context: RuleContext;
  reason: string | null;
  clock: Clock;
  details: () => ItemDetails;
}

/** Returns the query for paths from the present state of an item. */
export function pathQueryFor(
  item: WorkItem,
  context: RuleContext,
  reason: string | null = null,
  next: WorkItem = item,
): PathQuery {
  return { item, next, context, reason, clock: clockOf(item, context), details: lazyDetails(item, context) };
}

/**
 * Returns all states that the item can reach in one edit, in the order of statuses and steps.
 * States that the date does not yet allow are included, with their earliest day and `now` false.
 */
export function possibleNext(item: WorkItem, ruleContext: RuleContext): PossibleStep[] {
  const context = contextFor(item, ruleContext);
  return bestPaths(item, context, () => true).map((path) => new NextStep(path, item, context));
}

/**
 * Returns the alternatives to a refused edit: the states that the date allows, one per status.
 * @param steps whether steps inside the present status are included
 */
export function possibleInstead(item: WorkItem, context: RuleContext, steps: boolean): PossibleStep[] {
  const offered = new Map<string, TransitionPath>();
  for (const path of bestPaths(item, context, ({ status }) => steps || status !== item.status)) {
    const { status, step } = path.target;
    const key = status === item.status ? stateName(status, step) : status;
    if (path.open && !offered.has(key)) offered.set(key, path);
  }
  return [...offered.values()].map((path) => new NextStep(path, item, context));
}

/** The best path to each wanted state, in the order of statuses and steps. */
function bestPaths(item: WorkItem, context: RuleContext, wanted: (state: State) => boolean): TransitionPath[] {
  const query = pathQueryFor(item, context);
  const best = new Map<string, TransitionPath>();
  for (const code of pathsFrom(stateOf(item).code, item.process, textClass(item)).keys()) {
    if (!wanted(stateWithCode(code))) continue;
    const path = bestPath(query, code);
    // What no later day makes possible is not offered, nor a status that the item's process or kind of text does not allow.
    if (!path || path.barred || isOver(path.timing, context)) continue;
    if (!allowsResult(item, path.target.status, path.process)) continue;
    const name = stateName(path.target.status, recordedStep(path, item));
    const current = best.get(name);
    if (!current || comparePaths(path, current) < 0) best.set(name, path);
  }
  return [...best].sort(([a], [b]) => (STATE_ORDER.get(a) ?? 0) - (STATE_ORDER.get(b) ?? 0)).map(([, path]) => path);
}

const stateName = (status: Status, step: string | null): string => `${status} ${step ?? ""}`;

/** The order of statuses and steps. */
const STATE_ORDER = new Map(STATES.map(({ status, step }, at) => [stateName(status, step), at]));

/** Returns the best path to a state: allowed before refused, early before late, without remarks before with remarks, short before long. */
export function bestPath(query: PathQuery, target: StateCode): TransitionPath | null {
  const { item, next, context, clock } = query;
  const paths = pathsFrom(stateOf(item).code, next.process, textClass(next)).get(target) ?? [];
  const timed = paths.map((segments): TimedPath => {
    const timing = timingOf(segments, item, context, clock);
    return { segments, timing, inTime: isInTime(timing, context) };
  });
  if (timed.length > 1) timed.sort(compareTimed);
  let first: TransitionPath | null = null;
  for (const candidate of timed) {
    const path = new TransitionPath(candidate, query);
    if (path.open) return path;
    // A path that only the date forbids is reported in preference to one that is barred.
    if (first === null || (first.barred && !path.barred)) first = path;
  }
  return first;
}

interface TimedPath {
  segments: Path;
  timing: Timing;
  inTime: boolean;
}

function isInTime(timing: Timing, context: RuleContext): boolean {
  return (timing.earliest === null || effectiveDate(timing, context) >= timing.earliest) && !isOver(timing, context);
}

/** Whether the last day has passed. */
function isOver({ latest }: Timing, { date }: RuleContext): boolean {
  return latest !== null && date > latest;
}

/** The severity of passing a transition in the meeting on that day; null where that meeting may pass it. */
function wrongBody(transition: Transition, context: RuleContext): Severity | null {
  const sitting = transition.withoutMeeting ? context.body : sittingOn(context);
  if (!sitting || (transition.bodies as readonly string[]).includes(sitting)) return null;
  // The assembly may decide in place of the study group.
  return sitting === "WTSA" ? "warning" : transition.severity;
}

/** Whether a transition has an error; equal to having an error among its findings, without building them. */
function isBarred(transition: Transition, situation: Situation): boolean {
  return (
    wrongBody(transition, situation.context) === "error" ||
    transition.needs.some(
      (id) => PRECONDITIONS[id].severity === "error" && PRECONDITIONS[id].isSatisfied(situation) === false,
    )
  );
}

/**
 * Returns the findings of a transition: the wrong body, failed preconditions, and the remark of an unconfirmed row.
 * @param severities those of the preconditions that are evaluated
 */
export function findingsOf(
  transition: Transition,
  situation: Situation,
  severities: readonly Severity[] = ["error", "warning"],
): Finding[] {
  const { item, context } = situation;
  const about = { rule: transition.id, item: designationOf(item), key: situation.before?.key ?? null };
  const found = [...bodyFindings(transition, situation), ...remarksOf(transition, situation)];
  for (const id of transition.needs) {
    const { severity, field, clauses, isSatisfied } = PRECONDITIONS[id];
    const values = { date: context.date, timing: item.timing ?? "" };
    if (severities.includes(severity) && isSatisfied(situation) === false)
      found.push(finding({ ...about, severity, field, clauses }, id, values));
  }
  return found;
}

/** The finding that the body that meets on the day cannot decide this. */
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

/** A path as a possible step. */
class NextStep implements PossibleStep {
  readonly status: Status;
  readonly step: string | null;
  readonly transitions: string[];
  readonly process: Process | null;
  readonly earliest: IsoDate | null;
  readonly now: boolean;

  constructor(
    private readonly path: TransitionPath,
    item: WorkItem,
    context: RuleContext,
  ) {
    const { segments, target, timing, process, open } = path;
    this.status = target.status;
    this.step = recordedStep(path, item);
    this.transitions = segments.map((segment) => segment.transition.id);
    this.process = process;
    this.earliest = timing.waits.length > 0 ? firstDay(timing, context) : null;
    this.now = open;
  }

  get warnings(): Finding[] {
    return this.path.findings.filter((found) => found.severity !== "error");
  }
}

/** Returns the step to record: null for a text not approved whose earlier steps are not recorded, since how it failed is then unknown. */
export function recordedStep(path: TransitionPath, item: WorkItem): string | null {
  if (path.target.status === "Not approved" && path.segments.length > 1 && item.step === null) return null;
  return path.target.step;
}

function comparePaths(a: TransitionPath, b: TransitionPath): number {
  return Number(b.open) - Number(a.open) || Number(a.barred) - Number(b.barred) || compareTimed(a, b);
}

function compareTimed(a: TimedPath, b: TimedPath): number {
  return (
    Number(b.inTime) - Number(a.inTime) ||
    order(a.timing.earliest ?? "", b.timing.earliest ?? "") ||
    weight(a.segments) - weight(b.segments) ||
    a.segments.length - b.segments.length
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function weight(segments: Path): number {
  return segments.filter((segment) => segment.transition.remark === "warning").length;
}
