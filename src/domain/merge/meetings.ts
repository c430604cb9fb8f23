/** Merges the reports of several documents on the study group's meetings, held and planned. */
import { MONTH_NAMES } from "../designations/months";
import { blankMeeting } from "../meeting-fields";
import { OWN_GROUP } from "../vocabulary";
import type { PlannedMeeting, ReadDocument } from "../document";
import type { Meeting } from "../model";
import { isIsoDate } from "../designations/dates";
import { parseTiming } from "../designations/timing";
import { documentDate } from "./document-events";

/** A meeting as one document reports it. */
export interface ReportedMeeting {
  meeting: Meeting;
  /** Date of the document's report: the latest report takes precedence. */
  reportedOn: string;
}

const MONTH_IN_TEXT =
  /(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*[-/–]?\s*)+\d{4}|\d{4}-(?:\d{2}|Q\d|\dQ)/gi;
const PLAIN_NAME = /^SG\d+ meeting, [A-Z][a-z]+ \d{4}$/;

function plainName(studyGroup: string | null, id: string): string {
  return `${studyGroup ?? OWN_GROUP} meeting, ${MONTH_NAMES[Number(id.slice(5, 7)) - 1] ?? ""} ${id.slice(0, 4)}`;
}

function ownMeeting(document: ReadDocument): Meeting | null {
  const date = documentDate(document);
  if (date === null || document.family === "work-programme-export") return null;
  const { studyGroup, place, from, to } = document.document;
  const own = blankMeeting(date.slice(0, 7), plainName(studyGroup, date), true);
  // The dates of the lead study group report are those of the period covered, not of the meeting at its end.
  if (document.family === "lead-study-group-report") return { ...own, to: date };
  const { participants } = document.statistics;
  const dated = { ...own, place, from: isIsoDate(from) ? from : null, to: isIsoDate(to) ? to : date };
  return participants ? { ...dated, participants } : dated;
}

function countedMeetings(document: ReadDocument): Meeting[] {
  return Object.entries(document.statistics.documents ?? {}).flatMap(([printed, documents]) => {
    const id = /\d{4}-\d{2}/.exec(printed)?.[0];
    if (id === undefined) return [];
    return [{ ...blankMeeting(id, plainName(document.document.studyGroup, id), true), documents }];
  });
}

/** A planned meeting is named by its last month; one without a month keeps its name until the month is fixed. */
function plannedMeeting(planned: PlannedMeeting): Meeting {
  const to = isIsoDate(planned.to) ? planned.to : null;
  const from = isIsoDate(planned.from) ? planned.from : null;
  const months = `${planned.name} ${planned.printed}`.match(MONTH_IN_TEXT) ?? [];
  const last = to ?? from ?? months.map((text) => parseTiming(text)?.to ?? "").find((date) => date !== "");
  const id = last === undefined ? planned.name : last.slice(0, 7);
  return { ...blankMeeting(id, planned.name, false), place: planned.place, from, to, note: planned.printed };
}

/** The meetings that a document reports: its own, those whose documents it counts, and planned ones. */
export function meetingsReportedBy(document: ReadDocument): ReportedMeeting[] {
  const reportedOn = documentDate(document) ?? "";
  const own = ownMeeting(document);
  const all = [...(own ? [own] : []), ...countedMeetings(document), ...document.plannedMeetings.map(plannedMeeting)];
  return all.map((meeting) => ({ meeting, reportedOn }));
}

/** Orders reports of one meeting by precedence: held before planned, then the later report. */
function compareAccounts(a: ReportedMeeting, b: ReportedMeeting): number {
  const held = Number(b.meeting.held) - Number(a.meeting.held);
  if (held !== 0) return held;
  if (a.reportedOn !== b.reportedOn) return a.reportedOn > b.reportedOn ? -1 : 1;
  const [left, right] = [JSON.stringify(a.meeting), JSON.stringify(b.meeting)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function combine(accounts: ReportedMeeting[]): Meeting {
  const meetings = accounts.map(({ meeting }) => meeting);
  const first = <K extends "place" | "from" | "to" | "note">(field: K): Meeting[K] =>
    meetings.find((meeting) => meeting[field] !== null)?.[field] ?? null;
  const name = meetings.find((meeting) => !PLAIN_NAME.test(meeting.name)) ?? meetings[0];
  const counted = meetings.find((meeting) => meeting.participants)?.participants;
  return {
    ...(counted ? { participants: counted } : {}),
    id: meetings[0]?.id ?? "",
    name: name?.name ?? "",
    place: first("place"),
    // The dates on which the meeting was held replace both planned dates.
    ...(meetings.some(({ held, to }) => held && to !== null)
      ? { from: meetings.find(({ held, from }) => held && from !== null)?.from ?? null, to: first("to") }
      : { from: first("from"), to: first("to") }),
    held: meetings.some(({ held }) => held),
    documents: Object.assign({}, ...meetings.map(({ documents }) => documents).reverse()) as Record<string, number>,
    note: first("note"),
  };
}

/**
 * One record for each meeting, by id.
 * @param existing existing meetings; those held take precedence over documents
 */
export function joinMeetings(existing: readonly Meeting[], reported: readonly ReportedMeeting[]): Meeting[] {
  const byId = new Map<string, ReportedMeeting[]>();
  const existingAccounts = existing.map((meeting) => ({ meeting, reportedOn: meeting.held ? "9999" : "" }));
  for (const account of [...existingAccounts, ...reported]) {
    byId.set(account.meeting.id, [...(byId.get(account.meeting.id) ?? []), account]);
  }
  return [...byId.values()]
    .map((accounts) => combine(accounts.sort(compareAccounts)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
