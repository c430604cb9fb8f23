/** Dates of the states of an item, and the first day of its next transitions. */
import type { IsoDate, WorkItem } from "../model";
import { addDays, isIsoDate } from "../designations/dates";
import { meetingOn, nextMeeting } from "./meetings";
import type { Path } from "./paths";
import { after } from "./periods";
import { stateOf, stateWithCode, type StateCode } from "./states";
import type { Term, Wait } from "./transitions/row";
import type { RuleContext } from "./types";

/** Returns the day on which an item entered a state, in its present cycle; null where it is unknown. */
export function enteredOn(item: WorkItem, code: StateCode, context: RuleContext): IsoDate | null {
  const state = stateWithCode(code);
  const since = statusSince(item, context);
  if (state.status !== item.status) return null;
  if (state.step === null && item.step !== null) return since;
  let found: IsoDate | null = null;
  for (const event of context.programme.eventsOf(item.key)) {
    const gaveState =
      event.kind === "Step" ? event.step === state.step : event.to === state.status && event.step === state.step;
    if (gaveState && (since === null || event.date >= since)) found = event.date;
  }
  return found ?? since;
}

/** Returns the day on which an item got its present status: its Since, else from its history; null where it is unknown. */
export function statusSince(item: WorkItem, context: RuleContext): IsoDate | null {
  if (item.since !== null) return item.since;
  let found: IsoDate | null = null;
  for (const event of context.programme.eventsOf(item.key)) if (event.to === item.status) found = event.date;
  return found;
}

/** The days on which a path is allowed, and the periods before them. */
export interface Timing {
  /** First day; null where no date is known or no period applies. */
  earliest: IsoDate | null;
  /** The periods along the path, in order. */
  waits: readonly Wait[];
  /** Whether the last period is measured to the first day of the meeting that decides. */
  toMeeting: boolean;
  /** The last day, where there is one. */
  latest: IsoDate | null;
}

/** The day of a date; of a month, its first day, so that no possible date is refused; null for other texts. */
function dayOf(date: string | null): IsoDate | null {
  if (date === null || isIsoDate(date)) return date;
  const first = `${date}-01`;
  return isIsoDate(first) ? first : null;
}

/** Returns the day on which an item entered a state; memoized. */
export type Clock = (code: StateCode) => IsoDate | null;

/** Returns the clock of an item in its present state. */
export function clockOf(item: WorkItem, context: RuleContext): Clock {
  const cached = new Map<StateCode, IsoDate | null>();
  return (code) => {
    let day = cached.get(code);
    if (day === undefined) {
      day = dayOf(enteredOn(item, code, context));
      cached.set(code, day);
    }
    return day;
  };
}

/** The day from which a period runs: the day on which the item entered a state, or the end of that meeting. */
function startOf({ since, fromMeetingEnd }: Term, clock: Clock, context: RuleContext): IsoDate | null {
  const day = clock(since);
  if (!fromMeetingEnd || day === null) return day;
  const end = dayOf(meetingOn(day, { meeting: null, meetings: context.meetings })?.to ?? null);
  return end !== null && end > day ? end : day;
}

/** Adds up the periods along a path. Where the date of a step is unknown, the earliest possible date is used, so that no possible date is refused. */
export function timingOf(path: Path, item: WorkItem, context: RuleContext, clock = clockOf(item, context)): Timing {
  const start = stateOf(item).code;
  const timing: Timing = { earliest: clock(start), waits: [], toMeeting: false, latest: null };
  const waits: Wait[] = [];
  /** States along the path, with their earliest day. */
  const passed: [StateCode, IsoDate | null][] = [];
  for (const { transition, to } of path) {
    for (const wait of transition.waits) {
      const passedState = passed.find(([code]) => code === wait.since);
      const anchor = passedState ? passedState[1] : startOf(wait, clock, context);
      if (anchor === null) continue;
      const over = after(anchor, wait.period);
      waits.push(wait);
      if (timing.earliest === null || over >= timing.earliest) {
        timing.toMeeting = wait.toMeeting;
        timing.earliest = over;
      }
    }
    // A deadline runs from a recorded day only, never from a computed one.
    const { deadline } = transition;
    if (deadline && !passed.some(([code]) => code === deadline.since)) {
      const anchor = startOf(deadline, clock, context);
      timing.latest = anchor === null ? null : after(anchor, deadline.period);
    }
    passed.push([to, timing.earliest]);
  }
  timing.waits = waits;
  return timing;
}

/** Returns the day to compare with the first day of a path: the first day of the deciding meeting where it is listed, else the date itself. */
export function effectiveDate(timing: Timing, context: RuleContext): IsoDate {
  if (!timing.toMeeting) return context.date;
  return meetingOn(context.date, context)?.from ?? context.date;
}

/**
 * Returns the first day on which a path is allowed. Where a period is measured to the deciding meeting, this is the first day of
 * the next listed study group meeting after the period; without one, the end of the period, or the day after a meeting that
 * began before the end of the period.
 */
export function firstDay({ earliest, toMeeting }: Timing, context: RuleContext): IsoDate | null {
  if (earliest === null || !toMeeting) return earliest;
  const next = nextMeeting(earliest, context)?.from;
  if (next != null) return next;
  const current = meetingOn(earliest, context);
  return current?.from == null || current.from >= earliest ? earliest : addDays(dayOf(current.to) ?? earliest, 1);
}
