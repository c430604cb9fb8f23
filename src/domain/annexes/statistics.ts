/** Annex E: the meeting's statistics, from the Meetings table. */
import type { Statistics } from "../document";
import { documentIdFor } from "../designations/document-id";
import type { Programme } from "../model";

/** How many meetings the table of documents shows: "SG17 statistics of this and some past meetings". */
const MEETINGS_SHOWN = 4;

/** The statistics of a meeting in the shape in which reading gives them; empty where the workbook counts nothing. */
export function generateStatistics(programme: Programme, meetingId: string): Statistics {
  const meeting = programme.meetings.find(({ id }) => id === meetingId);
  const counted = programme.meetings
    .filter(({ id, documents }) => id <= meetingId && Object.keys(documents).length > 0)
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, MEETINGS_SHOWN);
  const printed = programme.documents.find(({ id }) => id === documentIdFor(meetingId, "executive-summary"));
  const notes = printed?.statistics.notes;
  return {
    ...(meeting?.participants ? { participants: meeting.participants } : {}),
    ...(counted.length ? { documents: Object.fromEntries(counted.map(({ id, documents }) => [id, documents])) } : {}),
    ...(notes?.length ? { notes } : {}),
  };
}
