/** Meetings of the study group, and interim meetings of rapporteur groups, as rows. */
import type { RapporteurMeeting } from "../../programme/document";
import type { Meeting } from "../../programme/model";
import { KEY } from "../layout/spec";
import {
  dateCell,
  dateOf,
  figureCell,
  figureOf,
  objectOf,
  textCell,
  textOf,
  type RowCells,
  type RowReader,
} from "./cells";

/** The counts of documents that have a column of their own. */
const COUNTS = ["C", "LS/i", "LS/o", "TD"] as const;
const HELD = "Held";
const PLANNED = "Planned";

/** The row of a meeting. */
export function meetingCells(meeting: Meeting): RowCells {
  const others = Object.entries(meeting.documents).filter(([name]) => !(COUNTS as readonly string[]).includes(name));
  return {
    Meeting: meeting.id,
    Name: meeting.name,
    Place: textCell(meeting.place),
    From: dateCell(meeting.from),
    To: dateCell(meeting.to),
    Held: meeting.held ? HELD : PLANNED,
    ...Object.fromEntries(COUNTS.map((name) => [name, figureCell(meeting.documents[name])])),
    Note: textCell(meeting.note),
    Rest: others.length > 0 ? JSON.stringify(Object.fromEntries(others)) : "",
    [KEY]: meeting.id,
  };
}

/** The meeting of a row, as people left it. */
export function meetingOfRow(read: RowReader): Meeting {
  const documents: Record<string, number> = {};
  for (const name of COUNTS) {
    const count = figureOf(read(name));
    if (count !== null) documents[name] = count;
  }
  for (const [name, count] of Object.entries(objectOf(read("Rest")))) {
    if (typeof count === "number") documents[name] = count;
  }
  return {
    id: textOf(read(KEY)) ?? textOf(read("Meeting")) ?? "",
    name: textOf(read("Name")) ?? "",
    place: textOf(read("Place")),
    from: dateOf(read("From")),
    to: dateOf(read("To")),
    held: read("Held") === HELD,
    documents,
    note: textOf(read("Note")),
  };
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
