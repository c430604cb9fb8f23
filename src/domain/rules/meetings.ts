/** Meetings for the rules: the body that meets, the meeting on a date, the next meeting. */
import type { IsoDate, Meeting } from "../model";
import { memoize } from "../memoize";
import type { DecidingBody, RuleContext } from "./types";

const WORKING_PARTY = /\bworking part(?:y|ies)\b|\bWP ?\d|\bgroupe de travail\b|\bGT ?\d/i;
const ASSEMBLY = /\bWTSA\b|\bAMNT\b|standardi[sz]ation assembly|assemblée mondiale/i;
/** Names of meetings that take no decisions. */
const PREPARATORY =
  /\brapporteurs?\b|\bRGM\b|\binterim\b|\bintérimaire\b|\bworkshop\b|\batelier\b|\bcoordination\b|\btutorial\b/i;

const bodyNamed = memoize((name: string): DecidingBody | null => {
  if (ASSEMBLY.test(name)) return "WTSA";
  if (PREPARATORY.test(name)) return null;
  return WORKING_PARTY.test(name) ? "WP" : "SG";
});

/** Returns the body that meets, from the meeting's name: the study group by default; null for a meeting that takes no decisions. */
export function decidingBodyOf({ name }: Pick<Meeting, "name">): DecidingBody | null {
  return bodyNamed(name);
}

/** Whether the study group itself meets. */
export function isStudyGroupMeeting(meeting: Pick<Meeting, "name">): boolean {
  return decidingBodyOf(meeting) === "SG";
}

/** Returns the meetings that take decisions, which can be the current one; interim and rapporteur meetings take none. */
export function decidingMeetings(meetings: readonly Meeting[]): Meeting[] {
  return meetings.filter((meeting) => decidingBodyOf(meeting) !== null);
}

/** Returns the study group's planned meeting that begins first; null where none is listed. */
export function nextPlannedMeeting(meetings: readonly Meeting[]): Meeting | null {
  const start = (meeting: Meeting): string => meeting.from ?? meeting.id;
  const planned = meetings.filter((meeting) => !meeting.held && isStudyGroupMeeting(meeting));
  return planned.sort((a, b) => (start(a) < start(b) ? -1 : 1))[0] ?? null;
}

/** Who meets: a body that decides, or a rapporteur group. */
export type Sitting = DecidingBody | "rapporteurs";

/**
 * Returns who meets on the date of a context: the body of the context, else the study group, else the working party, the assembly
 * or the rapporteur group whose meeting is the only one on that day; undefined where no meeting is listed.
 */
export function sittingOn(context: Pick<RuleContext, "body" | "date" | "meeting" | "meetings">): Sitting | undefined {
  const { body, date, meeting, meetings } = context;
  if (body) return body;
  const during = [...meetings, ...(meeting ? [meeting] : [])]
    .filter((meeting) => isDuring(meeting, date))
    .map(decidingBodyOf);
  if (during.includes("SG")) return "SG";
  return during.find((meeting) => meeting !== null) ?? (during.length > 0 ? "rapporteurs" : undefined);
}

/** Whether a date is within a meeting. A meeting without dates has only its month, which is its id. */
function isDuring({ id, from, to }: Meeting, date: IsoDate): boolean {
  const [first, last] = [from ?? to, to ?? from];
  return first === null || last === null ? id === date.slice(0, 7) : first <= date && date <= last;
}

/** Returns the meeting on a date: the selected one, else the study group's, else another that decides; null where there is none. */
export function meetingOn(
  date: IsoDate,
  { meeting, meetings }: Pick<RuleContext, "meeting" | "meetings">,
): Meeting | null {
  if (meeting && isDuring(meeting, date)) return meeting;
  return calendarOf(meetings).on(date);
}

/** Returns the first study group meeting that begins on or after a date; null where none is listed. */
export function nextMeeting(date: IsoDate, { meetings }: Pick<RuleContext, "meetings">): Meeting | null {
  return calendarOf(meetings).next(date);
}

interface Calendar {
  on: (date: IsoDate) => Meeting | null;
  next: (date: IsoDate) => Meeting | null;
}

const calendars = new WeakMap<readonly Meeting[], Calendar>();

/** Returns a calendar of the meetings with memoized look-ups. */
function calendarOf(meetings: readonly Meeting[]): Calendar {
  let calendar = calendars.get(meetings);
  if (!calendar) {
    calendar = {
      on: memoize((date) => findOn(date, meetings)),
      next: memoize((date) => findNext(date, meetings)),
    };
    calendars.set(meetings, calendar);
  }
  return calendar;
}

function findOn(date: IsoDate, meetings: readonly Meeting[]): Meeting | null {
  let found: Meeting | null = null;
  for (const meeting of meetings) {
    if (!isDuring(meeting, date)) continue;
    const body = decidingBodyOf(meeting);
    if (body === "SG") return meeting;
    if (body !== null) found ??= meeting;
  }
  return found;
}

function findNext(date: IsoDate, meetings: readonly Meeting[]): Meeting | null {
  let found: Meeting | null = null;
  for (const meeting of meetings) {
    if (meeting.from === null || meeting.from < date) continue;
    if (found?.from != null && meeting.from >= found.from) continue;
    if (isStudyGroupMeeting(meeting)) found = meeting;
  }
  return found;
}
