/** When items were last reported: items named at one of the latest two meetings are active, the others are not heard of since. */
import { isStudyGroupMeeting } from "./meetings";
import type { IsoDate, Meeting, ProgrammeEvent, WorkItem } from "../model";
import type { Status } from "../vocabulary";
import { memoize } from "../memoize";

/** The month in which a document or a user last named an item, "2023-09"; null where none did. */
export function lastReported(events: readonly ProgrammeEvent[]): string | null {
  let last: string | null = null;
  for (const { source, date } of events) {
    const month = source?.meeting ?? date.slice(0, 7);
    if (last === null || month > last) last = month;
  }
  return last;
}

const cached = new WeakMap<readonly Meeting[], (date: IsoDate) => string | null>();

/** The month of the study group meeting before the last one held by a day; null where fewer than two are listed. */
export function activeSince(meetings: readonly Meeting[], date: IsoDate): string | null {
  let since = cached.get(meetings);
  if (!since) cached.set(meetings, (since = memoize((day) => lastMeetingButOne(meetings, day))));
  return since(date);
}

function lastMeetingButOne(meetings: readonly Meeting[], date: IsoDate): string | null {
  const held = meetings.flatMap((meeting) => {
    const day = meeting.to ?? meeting.from;
    return day !== null && day <= date && isStudyGroupMeeting(meeting) ? [day.slice(0, 7)] : [];
  });
  return held.sort().at(-2) ?? null;
}

/** Whether no document and no user named an item at the latest two meetings. */
export function isSilent(events: readonly ProgrammeEvent[], meetings: readonly Meeting[], date: IsoDate): boolean {
  const since = activeSince(meetings, date);
  const last = lastReported(events);
  return since !== null && last !== null && last < since;
}

/** Statuses of items on which no work is done. */
export const ENDED: readonly Status[] = ["Approved", "Agreed", "Discontinued"];

/** Whether an item is in progress according to its status, but not heard of since the latest two meetings. */
export function isNotHeardOf(
  { status, lastReported: reported }: WorkItem,
  events: () => readonly ProgrammeEvent[],
  meetings: readonly Meeting[],
  date: IsoDate,
): boolean {
  if (ENDED.includes(status)) return false;
  const since = activeSince(meetings, date);
  if (since === null || (reported !== null && reported >= since)) return false;
  return isSilent(events(), meetings, date);
}
