/**
 * Headings and notes of annexes and tables: those set by the user for the meeting, else those of the meeting's own document, else those
 * of the last document of the same family with date and meeting replaced, else the defaults of the layout.
 */
import { MONTH_NAMES } from "../designations/months";
import type { DocumentFamily } from "../document";
import { datePartsOf } from "../designations/dates";
import { documentIdFor } from "../designations/document-id";
import type { AnnexFrame, IsoDate, Meeting, Programme } from "../model";
import { isStudyGroupMeeting } from "../rules/meetings";
import { OWN_GROUP } from "../vocabulary";
import { datedMeetings } from "./dated-meetings";
import type { AnnexLayout, TableLayout } from "./layouts";

/** A user's texts for one annex or table of one meeting; absent parts have their default. */
export interface CustomHeading {
  annexTitle?: string;
  sectionTitle?: string;
  notes?: string[];
}

/** By meeting, then by annex and section ("A", "A/c"). */
export type HeadingSettings = Record<string, Record<string, CustomHeading>>;

/** What the users' texts of a report depend on. */
export interface TextContext {
  programme: Programme;
  family: DocumentFamily;
  meeting: Meeting;
  settings: HeadingSettings;
}

export interface HeadingContext extends TextContext {
  /** The next meeting; null where there is none. */
  next: Meeting | null;
}

const LONG_DATE = new RegExp(`\\d{1,2} (?:${MONTH_NAMES.join("|")}) \\d{4}`, "g");
const LEGEND = /^\*{1,3}(?!\*)|^\(\d\)/;

/** Returns a date as "8 September 2023"; other texts unchanged. */
export function longDate(date: IsoDate): string {
  const parts = datePartsOf(date);
  return parts ? `${parts.day} ${MONTH_NAMES[parts.month - 1] ?? ""} ${parts.year}` : date;
}

/** Returns the dates of a meeting as reports print them: "29 August – 8 September 2023". */
export function printedDates({ from, to }: Pick<Meeting, "from" | "to">): string {
  if (!from || !to) return longDate(to ?? from ?? "");
  const [start, end] = [longDate(from), longDate(to)];
  return `${from.slice(0, 4) === to.slice(0, 4) ? start.replace(/ \d{4}$/, "") : start} – ${end}`;
}

function framesOf(context: HeadingContext, meeting: string): AnnexFrame[] {
  const id = documentIdFor(meeting, context.family);
  return context.programme.frames.filter(({ document }) => document === id);
}

/** Frames of the latest document of the family before this meeting. */
function earlierFrames(context: HeadingContext): AnnexFrame[] {
  const earlier = context.programme.frames.filter(
    ({ document, meeting }) => document === documentIdFor(meeting, context.family) && meeting < context.meeting.id,
  );
  const newest = earlier.reduce((latest, { meeting }) => (meeting > latest ? meeting : latest), "");
  return earlier.filter(({ meeting }) => meeting === newest);
}

function fill(template: string, context: HeadingContext): string {
  const { meeting, next, programme } = context;
  const closing = meeting.to ?? meeting.from;
  return template
    .replace("{closing}", closing ? longDate(closing) : meeting.id)
    .replace("{date}", closing ? longDate(closing) : meeting.id)
    .replace("{period}", `${meeting.from ? longDate(meeting.from) : "…"} - ${closing ? longDate(closing) : "…"}`)
    .replace("{next}", next ? meetingOfYear(next, programme) : "the next SG17 meeting");
}

const ORDINALS = new Map([
  ["one", "st"],
  ["two", "nd"],
  ["few", "rd"],
]);
const ENGLISH_ORDINALS = new Intl.PluralRules("en", { type: "ordinal" });

/** Returns a meeting as reports name it by its year: "1st SG17 meeting in 2024". */
function meetingOfYear({ id }: Meeting, programme: Programme): string {
  const year = id.slice(0, 4);
  const meetings = datedMeetings(programme).filter((each) => each.id.startsWith(year) && isStudyGroupMeeting(each));
  const ordinal = meetings.filter((each) => each.id <= id).length;
  return `${ordinal}${ORDINALS.get(ENGLISH_ORDINALS.select(ordinal)) ?? "th"} ${OWN_GROUP} meeting in ${year}`;
}

/** Returns an earlier heading with the date of this meeting; headings that refer to another meeting are built from the template. */
function adaptHeading(earlier: string, template: string, context: HeadingContext): string {
  if (template.includes("{next}") || template.includes("{period}")) return fill(template, context);
  const closing = context.meeting.to ?? context.meeting.from;
  return earlier.replace(LONG_DATE, closing ? longDate(closing) : context.meeting.id);
}

/** Returns the title of an annex. */
export function annexTitle(layout: AnnexLayout, context: HeadingContext): string {
  const custom = context.settings[context.meeting.id]?.[layout.annex]?.annexTitle;
  if (custom) return custom;
  const printed = framesOf(context, context.meeting.id).find(({ annex }) => annex === layout.annex);
  if (printed) return printed.annexTitle;
  const earlierFrame = earlierFrames(context).find(({ annex }) => annex === layout.annex);
  return earlierFrame ? adaptHeading(earlierFrame.annexTitle, layout.title, context) : fill(layout.title, context);
}

export interface ReportHeading {
  title: string;
  notes: string[];
}

/**
 * Returns the heading and notes of a table.
 * @param marks the marks in its rows: a legend of an earlier meeting is printed only where its mark is used.
 */
export function sectionHeading(
  layout: TableLayout,
  marks: ReadonlySet<string>,
  context: HeadingContext,
): ReportHeading {
  const custom = context.settings[context.meeting.id]?.[`${layout.annex}/${layout.section}`];
  const isSameTable = (frame: AnnexFrame) => frame.table === layout.table;
  const printed = framesOf(context, context.meeting.id).find(isSameTable);
  if (printed) return { title: custom?.sectionTitle ?? printed.sectionTitle, notes: custom?.notes ?? printed.notes };
  const earlierFrame = earlierFrames(context).find(isSameTable);
  const legends = (earlierFrame?.notes ?? layout.notes).filter((note) => {
    const mark = LEGEND.exec(note)?.[0];
    // A legend about one meeting only ("postponed from last SG17 meeting") does not apply to the next report.
    return mark !== undefined && (mark.startsWith("(") || marks.has(mark)) && !/\blast\b/i.test(note);
  });
  return {
    title:
      custom?.sectionTitle ??
      (earlierFrame ? adaptHeading(earlierFrame.sectionTitle, layout.title, context) : fill(layout.title, context)),
    notes: custom?.notes ?? legends,
  };
}
