/** Meetings of the study group, and interim meetings of rapporteur groups, as rows. */
import type { RapporteurMeeting } from "../../domain/document";
import type { Meeting } from "../../domain/model";
import { isIsoDate } from "../../domain/designations/dates";
import { KEY, type Cell } from "../table-specs/spec";
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

/** The figure of participants that has a column of its own, under either heading. */
const PARTICIPANTS = "participants";

/** The row of a meeting. Counts without a column of their own go into the hidden column Rest. */
export function meetingCells(meeting: Meeting): RowCells {
  const others = Object.entries(meeting.documents).filter(([name]) => !(COUNTS as readonly string[]).includes(name));
  const rest = {
    ...(others.length > 0 ? { documents: Object.fromEntries(others) } : {}),
    ...(meeting.participants ? { participants: meeting.participants } : {}),
  };
  return {
    Meeting: meeting.id,
    Name: meeting.name,
    Place: textCell(meeting.place),
    From: dateCell(meeting.from),
    To: dateCell(meeting.to),
    Held: meeting.held ? HELD : PLANNED,
    Announced: figureCell(meeting.participants?.announced[PARTICIPANTS]),
    Participants: figureCell(meeting.participants?.final[PARTICIPANTS]),
    ...Object.fromEntries(COUNTS.map((name) => [name, figureCell(meeting.documents[name])])),
    Note: textCell(meeting.note),
    Rest: Object.keys(rest).length > 0 ? JSON.stringify(rest) : "",
    [KEY]: meeting.id,
  };
}

/** The meeting of a row, as people left it. */
export function meetingOfRow(read: RowReader): Meeting {
  const rest = objectOf(read("Rest"));
  const documents: Record<string, number> = {};
  for (const name of COUNTS) {
    const count = figureOf(read(name));
    if (count !== null) documents[name] = count;
  }
  const participants = participantsOf(read, rest["participants"] as Meeting["participants"]);
  return {
    id: textOf(read(KEY)) ?? textOf(read("Meeting")) ?? "",
    name: textOf(read("Name")) ?? "",
    place: textOf(read("Place")),
    from: dayOf(read("From")),
    to: dayOf(read("To")),
    held: read("Held") === HELD,
    documents: { ...documents, ...(rest["documents"] as Record<string, number> | undefined) },
    ...(participants ? { participants } : {}),
    note: textOf(read("Note")),
  };
}

/** Events are dated by meetings: what a person typed that is no date counts as none. */
function dayOf(cell: Cell): string | null {
  const date = dateOf(cell);
  return isIsoDate(date) ? date : null;
}

function participantsOf(read: RowReader, rest: Meeting["participants"]): Meeting["participants"] {
  const [announced, final] = [figureOf(read("Announced")), figureOf(read("Participants"))];
  if (!rest && announced === null && final === null) return undefined;
  return {
    announced: { ...rest?.announced, ...(announced === null ? {} : { [PARTICIPANTS]: announced }) },
    final: { ...rest?.final, ...(final === null ? {} : { [PARTICIPANTS]: final }) },
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
