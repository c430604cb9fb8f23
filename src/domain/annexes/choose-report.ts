/** Selection of the report and the meeting, with defaults. */
import type { ReportFamily } from "../document";
import type { IsoDate, Meeting, Programme } from "../model";
import { datedMeetings } from "./dated-meetings";
import { closingDay } from "./select-rows";
import { generateExecutiveSummary, generateLeadReport, type GenerateOptions } from "./generate";
import type { GeneratedReport } from "./report";

/**
 * Returns the meeting to report on: the selected one, or null where no report is made of it; where none is selected, the next planned one,
 * else the last one held.
 */
export function defaultMeeting(programme: Programme, selected: string | null): Meeting | null {
  const meetings = datedMeetings(programme);
  if (selected !== null) return meetings.find(({ id }) => id === selected) ?? null;
  return meetings.find(({ held }) => !held) ?? meetings.at(-1) ?? null;
}

/** Returns the last day of the last meeting held before a given one, from which changes are listed; null where there is none. */
export function lastClosingBefore(programme: Programme, meeting: string | null): IsoDate | null {
  const heldMeetings = datedMeetings(programme).filter(({ held, id }) => held && (meeting === null || id < meeting));
  const last = heldMeetings.at(-1);
  return last ? closingDay(last) : null;
}

/**
 * Generates a report of either family.
 * @throws RangeError where the programme does not contain the meeting
 */
export function generateReport(
  programme: Programme,
  family: ReportFamily,
  meeting: string,
  options: GenerateOptions = {},
): GeneratedReport {
  const generate = family === "executive-summary" ? generateExecutiveSummary : generateLeadReport;
  return generate(programme, meeting, options);
}
