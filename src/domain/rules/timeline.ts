/** When things happened to an item, and when the dates allow the next. */
import type { IsoDate, WorkItem } from "../model";
import { addDays, isIsoDate } from "../designations/dates";
import { meetingOn, nextMeeting } from "./meetings";
import type { Path } from "./paths";
import { after } from "./periods";
import { stateOf, stateWithCode, type StateCode } from "./states";
import type { Term, Wait } from "./transitions/row";
import type { RuleContext } from "./types";

/** The day an item came into a state, in its present cycle; null where nothing tells. */
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

/** The day an item got its present status: its Since, else what its history says; null where neither tells. */
export function statusSince(item: WorkItem, context: RuleContext): IsoDate | null {
  if (item.since !== null) return item.since;
  let found: IsoDate | null = null;
  for (const event of context.programme.eventsOf(item.key)) if (event.to === item.status) found = event.date;
  return found;
}

/** When a path may be taken, and why not before. */
export interface Timing {
  /** First day; null where no date is known or none matters. */
  earliest: IsoDate | null;
  /** The periods on the way, in order. */
  waits: readonly Wait[];
  /** Whether the last period is measured to the first day of the meeting that decides. */
  toMeeting: boolean;
  /** The last day, where there is one. */
  latest: IsoDate | null;
}

/** A day that can be reckoned with: of a month alone the first, so that nobody is refused who could be right; null for what is no date. */
function dayOf(date: string | null): IsoDate | null {
  if (date === null || isIsoDate(date)) return date;
  const first = `${date}-01`;
  return isIsoDate(first) ? first : null;
}

/** The days on which an item came into its states; each is looked up once. */
export type Clock = (code: StateCode) => IsoDate | null;

/** The clock of an item as it stands. */
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

/** The day from which a period runs: that on which the item came into a state, or the end of the meeting during which it did. */
function startOf({ since, fromMeetingEnd }: Term, clock: Clock, context: RuleContext): IsoDate | null {
  const day = clock(since);
  if (!fromMeetingEnd || day === null) return day;
  const end = dayOf(meetingOn(day, { meeting: null, meetings: context.meetings })?.to ?? null);
  return end !== null && end > day ? end : day;
}

/** Adds up the periods along a path. Where a step's own date is not known the earliest possible one counts, so that nobody is refused who could be right. */
export function timingOf(path: Path, item: WorkItem, context: RuleContext, clock = clockOf(item, context)): Timing {
  const holidays = context.settings?.holidays;
  const start = stateOf(item).code;
  const timing: Timing = { earliest: clock(start), waits: [], toMeeting: false, latest: null };
  const waits: Wait[] = [];
  /** States passed on the way, with the day on which that could be at the earliest. */
  const passed: [StateCode, IsoDate | null][] = [];
  for (const { transition, to } of path) {
    for (const wait of transition.waits) {
      const passedState = passed.find(([code]) => code === wait.since);
      const anchor = passedState ? passedState[1] : startOf(wait, clock, context);
      if (anchor === null) continue;
      const over = after(anchor, wait.period, holidays);
      waits.push(wait);
      if (timing.earliest === null || over >= timing.earliest) {
        timing.toMeeting = wait.toMeeting;
        timing.earliest = over;
      }
    }
    // A term runs from a day that is known, never from one that was only reckoned.
    const { deadline } = transition;
    if (deadline && !passed.some(([code]) => code === deadline.since)) {
      const anchor = startOf(deadline, clock, context);
      timing.latest = anchor === null ? null : after(anchor, deadline.period, holidays);
    }
    passed.push([to, timing.earliest]);
  }
  timing.waits = waits;
  return timing;
}

/** The day that is held against a path's first day: the first day of the meeting that decides, where one is known, else the date itself. */
export function effectiveDate(timing: Timing, context: RuleContext): IsoDate {
  if (!timing.toMeeting) return context.date;
  return meetingOn(context.date, context)?.from ?? context.date;
}

/**
 * The first day on which a path may be taken: where a period is measured to the meeting that decides, the first day of the
 * next listed study group meeting that begins when it is over; without one, the day on which it is over, or the day after a
 * meeting that has begun before and is too soon as a whole.
 */
export function firstDay({ earliest, toMeeting }: Timing, context: RuleContext): IsoDate | null {
  if (earliest === null || !toMeeting) return earliest;
  const next = nextMeeting(earliest, context)?.from;
  if (next != null) return next;
  const current = meetingOn(earliest, context);
  return current?.from == null || current.from >= earliest ? earliest : addDays(dayOf(current.to) ?? earliest, 1);
}
