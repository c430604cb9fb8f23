/** When things happened to an item, and when the dates allow the next. */
import type { IsoDate, WorkItem } from "../model";
import { meetingOn } from "./meetings";
import type { Path } from "./paths";
import { after } from "./periods";
import { stateOf, stateWithCode, type StateCode } from "./states";
import type { Wait } from "./table/row";
import type { RuleContext } from "./types";

/** The day an item came into a state, in its present cycle; null where nothing tells. */
export function enteredOn(item: WorkItem, code: StateCode, context: RuleContext): IsoDate | null {
  const state = stateWithCode(code);
  const since = statusSince(item, context);
  if (state.status !== item.status) return null;
  if (state.step === null && item.step !== null) return since;
  let found: IsoDate | null = null;
  for (const event of context.programme.eventsOf(item.key)) {
    const gaveStep =
      event.kind === "Step" ? event.step === state.step : event.to === state.status && event.step === state.step;
    if (gaveStep && (since === null || event.date >= since)) found = event.date;
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

/** Adds up the periods along a path. Where a step's own date is not known the earliest possible one counts, so that nobody is refused who could be right. */
export function timingOf(path: Path, item: WorkItem, context: RuleContext): Timing {
  const holidays = context.settings?.holidays;
  const start = stateOf(item).code;
  const arrivals = new Map<StateCode, IsoDate | null>([[start, enteredOn(item, start, context)]]);
  const when = (code: StateCode): IsoDate | null =>
    arrivals.has(code) ? (arrivals.get(code) ?? null) : enteredOn(item, code, context);
  const timing: Timing = { earliest: arrivals.get(start) ?? null, waits: [], toMeeting: false, latest: null };
  const waits: Wait[] = [];
  for (const { transition, to } of path) {
    for (const wait of transition.waits) {
      const anchor = when(wait.since);
      if (anchor === null) continue;
      const over = after(anchor, wait.period, holidays);
      waits.push(wait);
      if (timing.earliest === null || over >= timing.earliest) timing.toMeeting = wait.toMeeting;
      timing.earliest = timing.earliest === null ? over : over > timing.earliest ? over : timing.earliest;
    }
    // A term runs from a day that is known, never from one that was only reckoned.
    if (transition.deadline && !(arrivals.has(transition.deadline.since) && transition.deadline.since !== start)) {
      const anchor = when(transition.deadline.since);
      timing.latest = anchor === null ? null : after(anchor, transition.deadline.period, holidays);
    }
    arrivals.set(to, timing.earliest);
  }
  timing.waits = waits;
  return timing;
}

/** The day that is held against a path's first day: the first day of the meeting that decides, where one is known, else the date itself. */
export function effectiveDate(timing: Timing, context: RuleContext): IsoDate {
  if (!timing.toMeeting) return context.date;
  return meetingOn(context.date, context)?.from ?? context.date;
}
