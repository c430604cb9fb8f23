/** Reads the events and the status of one item from a programme without an index. */
import type { IsoDate, Programme, ProgrammeEvent } from "../model";
import type { Status } from "../vocabulary";
import { compareHappenings } from "./order";
import { stateOn } from "./item-state";

export type { DatedState } from "./item-state";

/** All events of an item in the order in which they happened. */
export function happeningsOf(programme: Programme, key: string): ProgrammeEvent[] {
  return programme.events.filter((event) => event.item === key).sort(compareHappenings);
}

/** The status of an item at the end of a day; null if no event had reported it by then. */
export function statusAsOf(programme: Programme, key: string, date: IsoDate): Status | null {
  return stateOn(happeningsOf(programme, key), date)?.status ?? null;
}
