/** The fields of a meeting, each declared once: the columns of the Meetings table and their mapping derive from here. */
import type { Meeting } from "./model";

/** A text, an ISO date, or a count. */
export type MeetingValue = string | number | null;

export interface MeetingField {
  /** Header of its column. */
  header: string;
  type: "text" | "date" | "number";
  /** Width of the column, in characters. */
  width: number;
  wrap?: true;
  value: (meeting: Meeting) => MeetingValue;
  assign: (meeting: Meeting, value: MeetingValue) => void;
}

type MeetingTextKey = "place" | "from" | "to" | "note";

const asText = (value: MeetingValue): string | null => (value === null ? null : String(value));

function text(id: MeetingTextKey, header: string, width: number, more: Partial<MeetingField> = {}): MeetingField {
  const assign = (meeting: Meeting, value: MeetingValue): void => {
    meeting[id] = asText(value);
  };
  return { header, type: "text", width, value: (meeting) => meeting[id], assign, ...more };
}

/** A count of documents, headed as the statistics table heads it. */
function documents(header: string): MeetingField {
  const assign = (meeting: Meeting, value: MeetingValue): void => {
    if (typeof value === "number") meeting.documents[header] = value;
  };
  return { header, type: "number", width: 8, value: (meeting) => meeting.documents[header] ?? null, assign };
}

/** The figure of participants that has a column of its own, under either heading. */
const PARTICIPANTS = "participants";

function participants(header: string, which: "announced" | "final"): MeetingField {
  const assign = (meeting: Meeting, value: MeetingValue): void => {
    if (typeof value !== "number") return;
    meeting.participants ??= { announced: {}, final: {} };
    meeting.participants[which][PARTICIPANTS] = value;
  };
  const value = (meeting: Meeting): MeetingValue => meeting.participants?.[which][PARTICIPANTS] ?? null;
  return { header, type: "number", width: 11, value, assign };
}

/** The kinds of participants that the statistics table counts, where no earlier meeting has been counted. */
const PARTICIPANT_KINDS = [
  PARTICIPANTS,
  "countries",
  "Member States",
  "Sector Members",
  "SG17 Associates",
  "Academia",
  "Invited Experts",
];

/** Returns the kinds of participants to count for a meeting: its own, else those of the latest meeting that was counted. */
export function participantKinds(meetings: readonly Meeting[], { id }: Pick<Meeting, "id">): string[] {
  const counted = meetings.filter(({ id: other, participants: own }) => other <= id && own);
  const latest = counted.sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
  return latest?.participants ? Object.keys(latest.participants.final) : PARTICIPANT_KINDS;
}

/** The counts of documents that have columns of their own. */
export const DOCUMENT_COUNTS = ["C", "LS/i", "LS/o", "TD"] as const;

const HELD = "Held";
const PLANNED = "Planned";

/** Header of the column that names the meeting. */
export const MEETING_HEADER = "Meeting";

/** Every field, in the order of the columns. */
export const MEETING_FIELDS: readonly MeetingField[] = [
  {
    header: MEETING_HEADER,
    type: "text",
    width: 12,
    wrap: true,
    value: ({ id }) => id,
    assign: (meeting, value) => {
      meeting.id = asText(value) ?? "";
    },
  },
  {
    header: "Name",
    type: "text",
    width: 36,
    wrap: true,
    value: ({ name }) => name || null,
    assign: (meeting, value) => {
      meeting.name = asText(value) ?? "";
    },
  },
  text("place", "Place", 28),
  text("from", "From", 11, { type: "date" }),
  text("to", "To", 11, { type: "date" }),
  {
    header: "Held",
    type: "text",
    width: 8,
    value: ({ held }) => (held ? HELD : PLANNED),
    assign: (meeting, value) => {
      meeting.held = value === HELD;
    },
  },
  participants("Announced", "announced"),
  participants("Participants", "final"),
  ...DOCUMENT_COUNTS.map(documents),
  text("note", "Note", 50, { wrap: true }),
];

const COUNTED: ReadonlySet<string> = new Set(MEETING_FIELDS.map(({ header }) => header));

/** Counts of documents that have no column of their own. */
export function otherCounts({ documents: counts }: Pick<Meeting, "documents">): [name: string, count: number][] {
  return Object.entries(counts).filter(([name]) => !COUNTED.has(name));
}

/** A meeting before anything is known of it. */
export function blankMeeting(id: string, name: string, held: boolean): Meeting {
  return { id, name, place: null, from: null, to: null, held, documents: {}, note: null };
}
