/** Annex E: the meeting's statistics, from the Meetings table, with the users' lines below them. */
import type { Statistics } from "../document";
import type { Programme } from "../model";
import { textLines } from "./chapters";
import type { HeadingSettings } from "./headings";

/** Number of meetings in the table of documents: "SG17 statistics of this and some past meetings". */
const MEETINGS_SHOWN = 4;

/** A region with its contributions: "APT 136", "- Americas 12 (= US 9 + Brazil 2 + Canada 1)". */
const REGION = /^(?:[-–•]\s*)?(\p{L}[^\d(]*?\s+)(\d+(?:\.\d+)?)(?=\s|$)(?!.*%)/u;

/** Returns the line of a region with its share in all contributions. */
function regionLine(line: string, contributions: number | undefined): string {
  const found = REGION.exec(line);
  if (!found || !contributions) return line;
  const share = Math.round((Number(found[2]) / contributions) * 100);
  return `- ${found[1] ?? ""}${found[2] ?? ""} (${share}%)${line.slice(found[0].length)}`;
}

/**
 * Returns the statistics of a meeting in the form of a read document; empty where the workbook has none.
 * @param settings the texts that users have entered
 */
export function generateStatistics(
  programme: Programme,
  meetingId: string,
  settings: HeadingSettings = {},
): Statistics {
  const meeting = programme.meetings.find(({ id }) => id === meetingId);
  const counted = programme.meetings
    .filter(({ id, documents }) => id <= meetingId && Object.keys(documents).length > 0)
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, MEETINGS_SHOWN);
  const context = meeting && { programme, family: "executive-summary" as const, meeting, settings };
  const notes = context
    ? [
        ...textLines("regions", context).map((line) => regionLine(line, meeting.documents["C"])),
        ...textLines("remarks", context),
      ]
    : [];
  return {
    ...(meeting?.participants ? { participants: meeting.participants } : {}),
    ...(counted.length ? { documents: Object.fromEntries(counted.map(({ id, documents }) => [id, documents])) } : {}),
    ...(notes.length ? { notes } : {}),
  };
}
