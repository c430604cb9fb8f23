/** Selects the rows of a table: the decisions of a meeting, the plans for the next meeting, or the texts under study. */
import { compareItemNames } from "../item-name";
import type { ReportFamily } from "../document";
import { OWN_GROUP } from "../vocabulary";
import type { IsoDate, Meeting, Programme, ProgrammeEvent, WorkItem } from "../model";
import { addMonths, datePartsOf, daysInMonth, isoDate } from "../designations/dates";
import { parseTiming } from "../designations/timing";
import type { EventKind, Process, Status } from "../vocabulary";
import { documentIdFor } from "../designations/document-id";
import { compareNatural } from "../designations/natural-order";
import type { RowSource, TableLayout } from "./layouts";

/** One row: printed by a document (event.printed), or to be composed from the item. */
export interface ReportEntry {
  item: WorkItem;
  event: ProgrammeEvent | null;
}

export interface RowQuery {
  programme: Programme;
  family: ReportFamily;
  meeting: Meeting;
  next: Meeting | null;
  /** The period of a lead study group report; null for an executive summary, which reports the events of its meeting. */
  period: { from: IsoDate; to: IsoDate } | null;
  /** By item key, by date. */
  history: ReadonlyMap<string, readonly ProgrammeEvent[]>;
}

const PLANNED_ACTION: Record<Process, EventKind> = {
  TAP: "Planned for determination",
  AAP: "Planned for consent",
  Agreement: "Planned for agreement",
  Approval: "Planned for approval",
};
const OPEN: ReadonlySet<Status> = new Set(["Under study", "Pending confirmation"]);
/** A text determined longer ago is reported as an outstanding decision and not planned. */
const PLANNED_WITHIN_MONTHS = 24;
/** The period of plans where no later meeting is known: study group meetings are less than nine months apart. */
const HORIZON_MONTHS = 9;

/** Last day of the month of a meeting's id, "2024-03". */
function endOfMonth(id: string): IsoDate {
  const [year = 0, month = 1] = id.split("-").map(Number);
  return isoDate(year, month, daysInMonth(year, month));
}

/** Returns the last day of a meeting; its first day or the end of its month where that is not known. */
export function closingDay(meeting: Meeting): IsoDate {
  return meeting.to ?? meeting.from ?? endOfMonth(meeting.id);
}

function statusAt(events: readonly ProgrammeEvent[], date: IsoDate): { status: Status; since: IsoDate } | null {
  const last = events.filter((event) => event.to !== null && event.date <= date).at(-1);
  return last?.to ? { status: last.to, since: last.date } : null;
}

/** Whether an event is current: a typed decision is replaced by a later one at the same meeting; a printed one is always current. */
function isCurrent(event: ProgrammeEvent, events: readonly ProgrammeEvent[]): boolean {
  if (event.printed || event.to === null) return true;
  const typedDecisions = events.filter(
    ({ meeting, to, printed }) => meeting === event.meeting && to !== null && !printed,
  );
  return typedDecisions.at(-1)?.to === event.to && typedDecisions.findLast(({ kind }) => kind === event.kind) === event;
}

function eventsOf(
  query: RowQuery,
  layout: TableLayout,
  source: Extract<RowSource, { events: EventKind }>,
): ReportEntry[] {
  const { programme, period, meeting, family, history } = query;
  const items = new Map(programme.items.map((item) => [item.key, item]));
  const printedHere = documentIdFor(meeting.id, family);
  return programme.events.flatMap((event) => {
    if (event.kind !== source.events) return [];
    if (event.source?.document === printedHere ? event.source.table !== layout.table : !inScope(event)) return [];
    if (source.excluding && event.process === source.excluding) return [];
    const item = items.get(event.item);
    return item && isCurrent(event, history.get(event.item) ?? []) ? [{ item, event }] : [];
  });

  function inScope({ source: printed, date, meeting: eventMeeting }: ProgrammeEvent): boolean {
    // Rows printed by another report belong to that report; a lead study group report contains the decisions of all meetings of its period.
    if (period) return date >= period.from && date <= period.to;
    return eventMeeting === meeting.id && printed === null;
  }
}

function isPlanned(item: WorkItem, kind: EventKind, query: RowQuery): boolean {
  const closing = closingDay(query.meeting);
  const state = statusAt(query.history.get(item.key) ?? [], closing);
  if (!state || item.studyGroup !== OWN_GROUP) return false;
  if (state.status === "Determined") {
    const recent = state.since >= addMonths(closing, -PLANNED_WITHIN_MONTHS);
    return kind === "Planned for approval" && recent && state.since < (query.meeting.from ?? closing);
  }
  const action =
    state.status === "Not approved" ? "Planned for determination" : item.process && PLANNED_ACTION[item.process];
  if (action !== kind || !(OPEN.has(state.status) || state.status === "Not approved")) return false;
  const timing = item.timing ? parseTiming(item.timing) : null;
  return timing !== null && timing.from <= horizon(query);
}

function horizon({ next, meeting }: RowQuery): IsoDate {
  return next ? laterOf(closingDay(next), endOfMonth(next.id)) : addMonths(closingDay(meeting), HORIZON_MONTHS);
}

const laterOf = (a: IsoDate, b: IsoDate) => (a > b ? a : b);

function plannedFor(query: RowQuery, layout: TableLayout, kind: EventKind): ReportEntry[] {
  const document = documentIdFor(query.meeting.id, query.family);
  const items = new Map(query.programme.items.map((item) => [item.key, item]));
  if (query.programme.frames.some((frame) => frame.document === document && frame.table === layout.table)) {
    const printed = query.programme.events.filter(
      ({ source }) => source?.document === document && source.table === layout.table,
    );
    return printed.flatMap((event) => {
      const item = items.get(event.item);
      return item ? [{ item, event }] : [];
    });
  }
  return query.programme.items.filter((item) => isPlanned(item, kind, query)).map((item) => ({ item, event: null }));
}

function underStudyEntries(query: RowQuery, layout: TableLayout): ReportEntry[] {
  const printed = plannedFor(query, layout, "Listed as under study");
  if (printed.length) return printed;
  const closing = closingDay(query.meeting);
  return query.programme.items.flatMap((item) => {
    const state = statusAt(query.history.get(item.key) ?? [], closing);
    return state && OPEN.has(state.status) ? [{ item, event: null }] : [];
  });
}

/** The number of the Question, for sorting; items without a Question come last. */
function questionNumber(item: WorkItem): number {
  const number = parseInt(item.question ?? "", 10);
  return Number.isFinite(number) ? number : Number.MAX_SAFE_INTEGER;
}

/** Sorts in printed order where all entries are printed; else by study group, Question and name. */
function inOrder(entries: ReportEntry[]): ReportEntry[] {
  const printed = entries.every(({ event }) => event?.printed);
  return [...entries].sort((a, b) =>
    printed
      ? (a.event?.source?.position ?? 0) - (b.event?.source?.position ?? 0)
      : compareNatural(a.item.studyGroup, b.item.studyGroup) ||
        questionNumber(a.item) - questionNumber(b.item) ||
        compareItemNames(a.item, b.item),
  );
}

/** Returns the entries of a table, in printed order. */
export function selectRows(query: RowQuery, layout: TableLayout): ReportEntry[] {
  const source = layout.rows;
  if ("underStudy" in source) return inOrder(underStudyEntries(query, layout));
  if ("planned" in source) return inOrder(plannedFor(query, layout, source.planned));
  return inOrder(eventsOf(query, layout, source));
}

/** Returns texts determined too long ago to be planned; they are reported and not printed. */
export function outstandingDecisions(query: RowQuery): WorkItem[] {
  const closing = closingDay(query.meeting);
  const limit = datePartsOf(closing) ? addMonths(closing, -PLANNED_WITHIN_MONTHS) : closing;
  return query.programme.items.filter((item) => {
    const state = statusAt(query.history.get(item.key) ?? [], closing);
    return state?.status === "Determined" && state.since < limit && item.studyGroup === OWN_GROUP;
  });
}
