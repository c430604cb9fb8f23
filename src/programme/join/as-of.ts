/** How things stood on a day, from what had happened until then. */
import type { IsoDate, Programme, ProgrammeEvent } from "../model";
import type { Process, Status } from "../vocabulary";
import { startsStatus } from "./fold";
import { compareHappenings } from "./order";

/** An item's standing on a day. */
export interface Standing {
  status: Status;
  /** Date since which that status held. */
  since: IsoDate;
  process: Process | null;
  step: string | null;
}

/**
 * How an item stood at the end of a day.
 * @param events all events of the item, in the order in which they happened
 * @returns null before anything is known of the item
 */
export function standingOn(events: readonly ProgrammeEvent[], date: IsoDate): Standing | null {
  let standing: Standing | null = null;
  let process: Process | null = null;
  for (const event of events) {
    if (event.date > date) break;
    process = event.process ?? process;
    if (standing !== null) standing.process = process;
    if (event.to !== null && startsStatus(event, standing?.status ?? null)) {
      standing = { status: event.to, since: event.date, process, step: event.step };
    } else if (standing !== null && event.step !== null) standing.step = event.step;
  }
  return standing;
}

/** All events of an item in the order in which they happened. */
export function happeningsOf(programme: Programme, key: string): ProgrammeEvent[] {
  return programme.events.filter((event) => event.item === key).sort(compareHappenings);
}

/** The status of an item at the end of a day; null where nothing was known of it by then. */
export function statusAsOf(programme: Programme, key: string, date: IsoDate): Status | null {
  return standingOn(happeningsOf(programme, key), date)?.status ?? null;
}
