/** Rapporteur group meetings whose list is a table of the source. */
import type { RapporteurMeeting } from "../domain/document";
import type { Grid, GridRow } from "./blocks";
import { readSeq } from "./grid-cells";
import { fold, isEmptyCell } from "./lines";
import { readQuestion } from "./questions";

type MeetingColumn = "seq" | "question" | "date" | "place" | "objectives" | "other";

const HEADERS: readonly (readonly [RegExp, MeetingColumn])[] = [
  [/^(?:#|n°|no\.?|nr\.?)$/, "seq"],
  [/^(?:q|questions?)(?:\(s\))?\.?(?: ?\/ ?\d{1,2})?$/, "question"],
  [/^(?:dates?|when|period)(?:\(s\))?(?: .{0,30})?$/, "date"],
  [/^(?:places?|venue|location|hosts?|where)(?: ?\/ ?\w+)?(?: .{0,30})?$/, "place"],
  [/^(?:subjects?|objectives?|topics?|terms of reference|purpose|work items?)(?: ?\/ ?\w+)?(?:\(s\))?$/, "objectives"],
];

function columnsOf(row: GridRow): MeetingColumn[] {
  return row.cells.map((cell) => {
    const text = fold(cell.slice(0, 80)).toLowerCase();
    return HEADERS.find(([pattern]) => pattern.test(text))?.[1] ?? "other";
  });
}

function headerOf(grid: Grid): { at: number; columns: MeetingColumn[] } | null {
  for (const [at, row] of grid.rows.slice(0, 3).entries()) {
    const columns = columnsOf(row);
    if (
      columns.includes("date") &&
      columns.includes("question") &&
      (columns.includes("place") || columns.includes("objectives"))
    )
      return { at, columns };
  }
  return null;
}

/** True for a table of meetings: a column of Questions, one of dates, and one of places or subjects. */
export function isMeetingGrid(grid: Grid): boolean {
  return headerOf(grid) !== null;
}

const BULLET = /^\s*[-–—•·*]\s*(?=\S)/;

/** Reads the meetings of such a table, as printed. */
export function readMeetingGrid(grid: Grid, studyGroup: string): RapporteurMeeting[] {
  const header = headerOf(grid);
  if (!header) return [];
  return grid.rows.slice(header.at + 1).flatMap((row) => {
    const cell = (column: MeetingColumn): string => row.cells[header.columns.indexOf(column)] ?? "";
    const printed = (column: MeetingColumn): string | null => (isEmptyCell(cell(column)) ? null : fold(cell(column)));
    const { question } = readQuestion(cell("question"), studyGroup);
    if (question === null && printed("date") === null) return [];
    const objectives = cell("objectives")
      .split("\n")
      .map((text) => fold(text.replace(BULLET, "")))
      .filter((text) => text !== "" && !isEmptyCell(text));
    return [
      { seq: readSeq(cell("seq")) ?? null, question, date: printed("date"), place: printed("place"), objectives },
    ];
  });
}
