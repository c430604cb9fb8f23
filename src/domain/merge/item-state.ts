/** Computes the state of an item on a date from its events until then. */
import type { IsoDate, ProgrammeEvent } from "../model";
import type { Process, Status } from "../vocabulary";
import { REPORTING_KINDS } from "./table-rules";

/** The state of an item on a date. */
export interface DatedState {
  status: Status;
  /** Date since which the item has the status. */
  since: IsoDate;
  process: Process | null;
  step: string | null;
}

/** Whether an event repeats earlier decisions, as reports over a period and exports do. */
export function isRepetition(event: ProgrammeEvent): boolean {
  return event.source !== null && event.source.family !== "executive-summary";
}

/**
 * Whether an event gives its item a status from its date on: a change does, and so does a repeated decision
 * (a second determination), but not a report of an unchanged status.
 */
export function startsStatus(event: ProgrammeEvent, status: Status | null): boolean {
  if (event.to === null) return false;
  return event.to !== status || !(REPORTING_KINDS.has(event.kind) || isRepetition(event));
}

/** Later than any event. */
const END_OF_TIME: IsoDate = "9999-12-31";

/** The state of an item after all its events, given in order; null if there are none with a status. */
export function currentState(events: readonly ProgrammeEvent[]): DatedState | null {
  return stateOn(events, END_OF_TIME);
}

/**
 * The state of an item at the end of a day.
 * @param events all events of the item, in order
 * @returns null before the first event with a status
 */
export function stateOn(events: readonly ProgrammeEvent[], date: IsoDate): DatedState | null {
  let state: DatedState | null = null;
  let process: Process | null = null;
  for (const event of events) {
    if (event.date > date) break;
    process = event.process ?? process;
    if (state !== null) state.process = process;
    if (event.to !== null && startsStatus(event, state?.status ?? null)) {
      state = { status: event.to, since: event.date, process, step: event.step };
      // A step event may return to the start of the status, which has no step.
    } else if (state !== null && (event.step !== null || event.kind === "Step")) state.step = event.step;
  }
  return state;
}
