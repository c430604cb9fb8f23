/**
 * The words around the tables. What the user set for the meeting comes first; then those of the meeting's own document; else the last
 * document of the same family gives them, with its date and meeting exchanged; else the layout's defaults.
 */
import type { DocumentFamily } from "../document";
import { datePartsOf } from "../designations/dates";
import { documentIdFor } from "../designations/document-id";
import type { AnnexFrame, IsoDate, Meeting, Programme } from "../model";
import type { AnnexLayout, TableLayout } from "./layouts";

/** A user's own words for one heading or table of one meeting; absent parts keep their default. */
export interface OwnWords {
  annexTitle?: string;
  sectionTitle?: string;
  notes?: string[];
}

/** By meeting, then by annex and section ("A", "A/c"). */
export type WordSettings = Record<string, Record<string, OwnWords>>;

export interface WordContext {
  programme: Programme;
  family: DocumentFamily;
  meeting: Meeting;
  /** The meeting after; null where none is known. */
  next: Meeting | null;
  settings: WordSettings;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
const LONG_DATE = new RegExp(`\\d{1,2} (?:${MONTHS.join("|")}) \\d{4}`, "g");
const LEGEND = /^\*{1,3}(?!\*)|^\(\d\)/;

/** "8 September 2023"; the ISO text where it is no date. */
export function longDate(date: IsoDate): string {
  const parts = datePartsOf(date);
  return parts ? `${parts.day} ${MONTHS[parts.month - 1] ?? ""} ${parts.year}` : date;
}

function framesOf(context: WordContext, meeting: string): AnnexFrame[] {
  const id = documentIdFor(meeting, context.family);
  return context.programme.frames.filter(({ document }) => document === id);
}

/** Frames of the newest document of the family before this meeting. */
function earlierFrames(context: WordContext): AnnexFrame[] {
  const earlier = context.programme.frames.filter(
    ({ document, meeting }) => document === documentIdFor(meeting, context.family) && meeting < context.meeting.id,
  );
  const newest = earlier.reduce((latest, { meeting }) => (meeting > latest ? meeting : latest), "");
  return earlier.filter(({ meeting }) => meeting === newest);
}

function fill(template: string, context: WordContext): string {
  const { meeting, next } = context;
  const closing = meeting.to ?? meeting.from;
  const year = next?.id.slice(0, 4);
  return template
    .replace("{closing}", closing ? longDate(closing) : meeting.id)
    .replace("{date}", closing ? longDate(closing) : meeting.id)
    .replace("{period}", `${meeting.from ? longDate(meeting.from) : "…"} - ${closing ? longDate(closing) : "…"}`)
    .replace(
      "{next}",
      next
        ? `${next.name || "SG17 meeting"}${next.name.includes(year ?? "") ? "" : ` (${next.id})`}`
        : "the next SG17 meeting",
    );
}

/** An earlier heading with this meeting's date in place of its own; headings about another meeting are not carried over. */
function carriedOver(earlier: string, template: string, context: WordContext): string {
  if (template.includes("{next}") || template.includes("{period}")) return fill(template, context);
  const closing = context.meeting.to ?? context.meeting.from;
  return closing ? earlier.replace(LONG_DATE, longDate(closing)) : earlier;
}

/** The title of an annex. */
export function annexTitle(layout: AnnexLayout, context: WordContext): string {
  const own = context.settings[context.meeting.id]?.[layout.annex]?.annexTitle;
  if (own) return own;
  const printed = framesOf(context, context.meeting.id).find(({ annex }) => annex === layout.annex);
  if (printed) return printed.annexTitle;
  const carried = earlierFrames(context).find(({ annex }) => annex === layout.annex);
  return carried ? carriedOver(carried.annexTitle, layout.title, context) : fill(layout.title, context);
}

export interface SectionWords {
  title: string;
  notes: string[];
}

/**
 * The heading and notes of a table.
 * @param marks the marks its rows carry: a legend carried over from an earlier meeting is printed only where its mark is used.
 */
export function sectionWords(layout: TableLayout, marks: ReadonlySet<string>, context: WordContext): SectionWords {
  const own = context.settings[context.meeting.id]?.[`${layout.annex}/${layout.section}`];
  const same = (frame: AnnexFrame) => frame.table === layout.table;
  const printed = framesOf(context, context.meeting.id).find(same);
  if (printed) return { title: own?.sectionTitle ?? printed.sectionTitle, notes: own?.notes ?? printed.notes };
  const carried = earlierFrames(context).find(same);
  const legends = (carried?.notes ?? layout.notes).filter((note) => {
    const mark = LEGEND.exec(note)?.[0];
    // What speaks of one meeting only ("postponed from last SG17 meeting") has no place in the next report.
    return mark !== undefined && (mark.startsWith("(") || marks.has(mark)) && !/\blast\b/i.test(note);
  });
  return {
    title:
      own?.sectionTitle ??
      (carried ? carriedOver(carried.sectionTitle, layout.title, context) : fill(layout.title, context)),
    notes: own?.notes ?? legends,
  };
}
