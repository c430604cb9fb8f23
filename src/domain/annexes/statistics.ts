/** Annex E: the meeting's statistics, from the Meetings table. */
import type { Statistics } from "../document";
import { documentIdFor } from "../designations/document-id";
import type { Programme } from "../model";

/** Number of meetings in the table of documents: "SG17 statistics of this and some past meetings". */
const MEETINGS_SHOWN = 4;

/** Returns the statistics of a meeting in the form of a read document; empty where the workbook has none. */
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
