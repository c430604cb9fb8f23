/** The meetings on which reports are made. */
import type { Meeting, Programme } from "../model";
import { decidingMeetings } from "../rules/meetings";

/** Ids of meetings whose month is known; other meetings have their name as id and are not ordered. */
const DATED = /^\d{4}-\d{2}$/;

/** Returns the meetings that take decisions and whose month is known, the earliest first. */
export function datedMeetings({ meetings }: Pick<Programme, "meetings">): Meeting[] {
  return decidingMeetings(meetings)
    .filter(({ id }) => DATED.test(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
