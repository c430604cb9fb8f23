/** How an item stands on a day, from what had happened until then. */
import type { IsoDate, ProgrammeEvent } from "../model";
import type { Process, Status } from "../vocabulary";
import { REPORTING_KINDS } from "./table-rules";

/** An item's standing on a day. */
export interface DatedState {
  status: Status;
  /** Date since which that status held. */
  since: IsoDate;
  process: Process | null;
  step: string | null;
}

/** Reports that cover a period, and the export, say again what was decided at a meeting before. */
export function isRepetition(event: ProgrammeEvent): boolean {
  return event.source !== null && event.source.family !== "executive-summary";
}

/**
 * Whether an event gives its item a status from its date on: any change does, and so does a decision taken anew
 * (a second determination), but not a report that the status still holds.
 */
export function startsStatus(event: ProgrammeEvent, status: Status | null): boolean {
  if (event.to === null) return false;
  return event.to !== status || !(REPORTING_KINDS.has(event.kind) || isRepetition(event));
}

/** Later than any event. */
const END_OF_TIME: IsoDate = "9999-12-31";

/** How an item stands after everything that happened to it, in the order in which it did; null before anything is known of it. */
export function currentState(events: readonly ProgrammeEvent[]): DatedState | null {
  return stateOn(events, END_OF_TIME);
}

/**
 * How an item stood at the end of a day.
 * @param events all events of the item, in the order in which they happened
 * @returns null before anything is known of the item
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
      // A step by itself may lead back to the start of the status, which has no step.
    } else if (state !== null && (event.step !== null || event.kind === "Step")) state.step = event.step;
  }
  return state;
}
