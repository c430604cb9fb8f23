/** Generates the annexes of a report from the programme alone. */
import { itemName } from "../item-name";
import type { IsoDate, Meeting, Programme, ProgrammeEvent } from "../model";
import type { RapporteurMeeting, Row } from "../document";
import { generateChapters, ownRecord } from "./chapters";
import { missingParts } from "./missing-parts";
import { eventsByItem } from "../merge/order";
import { selectRows, closingDay, outstandingDecisions, type RowQuery, type ReportEntry } from "./select-rows";
import { isStudyGroupMeeting } from "../rules/meetings";
import { parseTiming } from "../designations/timing";
import { documentIdFor } from "../designations/document-id";
import { composeRow } from "./compose-row";
import { EXECUTIVE_SUMMARY, LEAD_STUDY_GROUP_REPORT, type ReportLayout, type TableLayout } from "./layouts";
import type { Gap, GeneratedReport, GeneratedSection, GapSentence } from "./report";
import { datedMeetings } from "./dated-meetings";
import { annexTitle, sectionHeading, type HeadingContext, type HeadingSettings } from "./headings";

export interface GenerateOptions {
  /** The user's headings and notes. */
  headings?: HeadingSettings;
  /** Lead study group report only: which events count as achievements; by default those of the meeting's own document. */
  period?: { from: IsoDate; to: IsoDate };
  /** Executive summary only: the interim meetings that the meeting planned; by default those of its own document. */
  interim?: readonly RapporteurMeeting[];
}

/** Groups events by item, each group by date. */
export function historyOf(programme: Programme): Map<string, ProgrammeEvent[]> {
  const history = eventsByItem(programme.events);
  for (const group of history.values()) group.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return history;
}

/** Returns the first meeting of the study group after a given one, held or planned; null where there is none. */
export function meetingAfter(programme: Programme, meeting: Meeting): Meeting | null {
  return datedMeetings(programme).find((later) => later.id > meeting.id && isStudyGroupMeeting(later)) ?? null;
}

function isMissing(row: Row, field: keyof Row): boolean {
  const value = row[field];
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** The gaps of a composed row. Published rows are not checked, since they cannot be completed. */
function gapsOf({ item }: ReportEntry, row: Row, layout: TableLayout, query: RowQuery): Gap[] {
  const name = row.printedName ?? item.key;
  const missing = layout.needs.filter((field) => isMissing(row, field));
  const unjustified = row.equivalent !== null && row.a5 === null && layout.columns.some(({ field }) => field === "a5");
  const gap = (lack: GapSentence): Gap => ({ place: { item: item.key }, name, lack });
  const gaps = missing.map((field) => gap({ code: "lacks", values: { name, field } }));
  if (unjustified) gaps.push(gap({ code: "unjustified", values: { name, equivalent: row.equivalent ?? "" } }));
  const timing = "planned" in layout.rows && row.timing ? parseTiming(row.timing) : null;
  const meetingStarts = query.next ? (query.next.from ?? query.next.id) : closingDay(query.meeting);
  if (!timing || timing.to >= meetingStarts) return gaps;
  const late = { name, timing: row.timing ?? "", meeting: query.next?.id ?? null };
  return [...gaps, gap({ code: "late", values: late })];
}

/** Sets the timing of a determined text to the next meeting, since its own timing is that of its determination. */
function plannedTiming(row: Row, layout: TableLayout, { next }: RowQuery): Row {
  return layout.table === "Planned for approval" && next ? { ...row, timing: next.id } : row;
}

function generateSection(
  layout: TableLayout,
  query: RowQuery,
  headings: HeadingContext,
): { section: GeneratedSection; gaps: Gap[] } {
  const entries = selectRows(query, layout);
  const document = documentIdFor(query.meeting.id, query.family);
  const gaps: Gap[] = [];
  const rows = entries.map((entry, index) => {
    const events = query.history.get(entry.item.key) ?? [];
    // Only rows printed by the document of this report are reused: other reports print other columns.
    const published = entry.event?.source?.document === document ? entry.event.printed : null;
    const row =
      published ?? plannedTiming(composeRow(entry.item, entry.event, events, layout, query.family), layout, query);
    if (!published) gaps.push(...gapsOf(entry, row, layout, query));
    return { ...row, seq: layout.numbered ? index + 1 : null };
  });
  const marks = new Set(rows.flatMap(({ mark }) => (mark ? [mark] : [])));
  const { title, notes } = sectionHeading(layout, marks, headings);
  return { section: { id: layout.section, title, table: layout.table, columns: layout.columns, rows, notes }, gaps };
}

function generate(
  programme: Programme,
  meetingId: string,
  family: RowQuery["family"],
  report: ReportLayout,
  options: GenerateOptions,
): GeneratedReport {
  const meeting = programme.meetings.find(({ id }) => id === meetingId);
  if (!meeting) {
    const existingMeetings = programme.meetings.map(({ id }) => id).join(", ");
    throw new RangeError(`There is no meeting “${meetingId}”. Known meetings: ${existingMeetings || "none"}.`);
  }
  const next = meetingAfter(programme, meeting);
  const query: RowQuery = {
    programme,
    family,
    meeting,
    next,
    period: options.period ?? null,
    history: historyOf(programme),
  };
  const headings: HeadingContext = { programme, family, meeting, next, settings: options.headings ?? {} };
  const gaps: Gap[] = [];
  const annexes = report.annexes.map((layout) => ({
    id: layout.annex,
    title: annexTitle(layout, headings),
    sections: report.tables
      .filter(({ annex }) => annex === layout.annex)
      .map((table) => {
        const generated = generateSection(table, query, headings);
        gaps.push(...generated.gaps);
        return generated.section;
      }),
  }));
  const eventTables = new Set(report.tables.flatMap(({ table, rows }) => ("events" in rows ? [table] : [])));
  const decided = annexes.flatMap(({ sections }) => sections.filter(({ table }) => eventTables.has(table)));
  const isSummary = family === "executive-summary";
  const record = ownRecord(headings);
  const interim = options.interim ?? record?.rgms ?? [];
  // A published report does not list outstanding decisions, nor what it leaves out.
  const isPublished =
    record !== undefined || programme.frames.some(({ document }) => document === documentIdFor(meetingId, family));
  return {
    family,
    meeting: meeting.id,
    chapters: isSummary ? generateChapters(headings, annexes, interim) : [],
    annexes,
    decisions: decided.reduce((sum, { rows }) => sum + rows.length, 0),
    gaps:
      isSummary && !isPublished
        ? [...missingParts(headings, interim), ...gaps, ...outstandingDecisionGaps(query)]
        : gaps,
  };
}

function outstandingDecisionGaps(query: RowQuery): Gap[] {
  return outstandingDecisions(query).map((item) => {
    const name = itemName(item);
    return { place: { item: item.key }, name, lack: { code: "undecided", values: { name, since: item.since } } };
  });
}

/**
 * Returns the chapters and annexes A to D of the executive summary of a meeting (E, the statistics, is not a table of texts: see statistics.ts).
 * @throws RangeError where the programme does not contain the meeting; the message lists its meetings.
 */
export function generateExecutiveSummary(
  programme: Programme,
  meeting: string,
  options: GenerateOptions = {},
): GeneratedReport {
  return generate(programme, meeting, "executive-summary", EXECUTIVE_SUMMARY, options);
}

/**
 * Returns annexes 1 and 2 of the lead study group report, for the given period or that of its own document.
 * @throws RangeError where the programme does not contain the meeting.
 */
export function generateLeadReport(
  programme: Programme,
  meeting: string,
  options: GenerateOptions = {},
): GeneratedReport {
  const meetingRecord = programme.meetings.find(({ id }) => id === meeting);
  const printed = programme.frames.some(
    ({ document }) => document === documentIdFor(meeting, "lead-study-group-report"),
  );
  const meetingPeriod =
    meetingRecord && !printed
      ? { from: meetingRecord.from ?? closingDay(meetingRecord), to: closingDay(meetingRecord) }
      : undefined;
  const period = options.period ?? meetingPeriod;
  return generate(programme, meeting, "lead-study-group-report", LEAD_STUDY_GROUP_REPORT, {
    ...options,
    ...(period ? { period } : {}),
  });
}
