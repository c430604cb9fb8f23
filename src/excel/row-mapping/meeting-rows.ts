/** Meetings of the study group, and interim meetings of rapporteur groups, as rows. */
import type { RapporteurMeeting } from "../../domain/document";
import { isIsoDate } from "../../domain/designations/dates";
import { blankMeeting, MEETING_FIELDS, MEETING_HEADER, otherCounts } from "../../domain/meeting-fields";
import type { Meeting } from "../../domain/model";
import { KEY, type Cell } from "../table-specs/spec";
import { dateCell, dateOf, figureCell, figureOf, objectOf, textCell, textOf } from "../../domain/cells";
import type { RowCells, RowReader } from "../../domain/cells";

/** The row of a meeting. Counts without a column of their own go into the hidden column Rest. */
export function meetingCells(meeting: Meeting): RowCells {
  const others = otherCounts(meeting);
  const rest = {
    ...(others.length > 0 ? { documents: Object.fromEntries(others) } : {}),
    ...(meeting.participants ? { participants: meeting.participants } : {}),
  };
  const cells: Record<string, Cell> = {
    Rest: Object.keys(rest).length > 0 ? JSON.stringify(rest) : "",
    [KEY]: meeting.id,
  };
  for (const { header, type, value } of MEETING_FIELDS) {
    const shown = value(meeting);
    cells[header] = typeof shown === "string" && type === "date" ? dateCell(shown) : (shown ?? "");
  }
  return cells;
}

/** The cells of a meeting that hold its counts. */
export function countCells(meeting: Meeting): RowCells {
  const counts = MEETING_FIELDS.filter(({ type }) => type === "number").map(({ header }) => header);
  return Object.fromEntries(
    Object.entries(meetingCells(meeting)).filter(([header]) => header === "Rest" || counts.includes(header)),
  );
}

/** Returns the meeting of a row, with the changes of users. */
export function meetingOfRow(read: RowReader): Meeting {
  const rest = objectOf(read("Rest"));
  const meeting = blankMeeting("", "", false);
  Object.assign(meeting.documents, rest["documents"]);
  const counted = rest["participants"] as Meeting["participants"];
  if (counted) meeting.participants = { announced: { ...counted.announced }, final: { ...counted.final } };
  for (const { header, type, assign } of MEETING_FIELDS) {
    const cell = read(header);
    assign(meeting, type === "date" ? dayOf(cell) : type === "number" ? figureOf(cell) : textOf(cell));
  }
  // Renamed or not, a meeting keeps its identity.
  return { ...meeting, id: textOf(read(KEY)) ?? textOf(read(MEETING_HEADER)) ?? "" };
}

/** Events are dated by meetings: a text that is not a date counts as no date. */
function dayOf(cell: Cell): string | null {
  const date = dateOf(cell);
  return isIsoDate(date) ? date : null;
}

/** The row of an interim meeting; `position` counts from 1 and identifies it within its document. */
export function interimCells(meeting: RapporteurMeeting, position: number): RowCells {
  return {
    "No.": figureCell(meeting.seq),
    Question: textCell(meeting.question),
    Date: textCell(meeting.date),
    Place: textCell(meeting.place),
    Objectives: meeting.objectives.join("\n"),
    [KEY]: `#${String(position)}`,
  };
}

/** The interim meeting of a row. */
export function interimOfRow(read: RowReader): RapporteurMeeting {
  return {
    seq: figureOf(read("No.")),
    question: textOf(read("Question")),
    date: textOf(read("Date")),
    place: textOf(read("Place")),
    objectives: (textOf(read("Objectives")) ?? "").split("\n").filter((objective) => objective !== ""),
  };
}
