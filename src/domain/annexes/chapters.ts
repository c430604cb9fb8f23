/** The chapters of an executive summary before its annexes: hot topics, the meeting's output, the next meetings, interim meetings. */
import { documentIdFor } from "../designations/document-id";
import { SUMMARY_TEXTS, type RapporteurMeeting, type SummaryTextId } from "../document";
import type { DocumentRecord, Meeting } from "../model";
import { isStudyGroupMeeting } from "../rules/meetings";
import { OWN_GROUP } from "../vocabulary";
import { datedMeetings } from "./dated-meetings";
import { printedDates, type HeadingContext, type TextContext } from "./headings";
import { candidateTexts, outputLines } from "./meeting-output";
import type { ChapterLine, GeneratedAnnex, GeneratedChapter } from "./report";

/** The record of the report's own document; undefined where that was not read. */
export function ownRecord({ programme, meeting, family }: TextContext): DocumentRecord | undefined {
  const id = documentIdFor(meeting.id, family);
  return programme.documents.find((record) => record.id === id);
}

/** The texts of a report that users enter: running text, contributions by region, remarks on the statistics. */
export const EDITABLE_TEXTS = [...SUMMARY_TEXTS, "regions", "remarks"] as const;
export type EditableTextId = (typeof EDITABLE_TEXTS)[number];

/** Location of an editable text among the headings of a report. */
export const textLocation = (text: EditableTextId): string => `text/${text}`;

/** Returns the lines that a user entered for a part, else those of the meeting's own document. */
export function textLines(text: EditableTextId, context: TextContext): string[] {
  const entered = context.settings[context.meeting.id]?.[textLocation(text)]?.notes;
  return entered ?? publishedLines(text, context);
}

/** Returns the lines of a part in the meeting's own document; the shares of the regions are among its remarks on the statistics. */
export function publishedLines(text: EditableTextId, context: TextContext): string[] {
  const record = ownRecord(context);
  if (text === "regions") return [];
  return (text === "remarks" ? record?.statistics.notes : record?.texts?.[text]) ?? [];
}

const items = (level: number, lines: readonly string[]): ChapterLine[] => lines.map((text) => ({ level, text }));

/** A meeting to come, as its document names it, or with its place and dates. */
function plannedText(meeting: Meeting): string {
  const { name, place, from, to, note } = meeting;
  if (from === null || to === null) return note ?? name;
  return `${name}: ${[place, printedDates(meeting)].filter((part) => part !== null).join(", ")}`;
}

/** The meetings after this one, with whether each is the next one of the study group. */
function nextMeetings(context: HeadingContext): { text: string; isNext: boolean }[] {
  const { programme, meeting, next } = context;
  const published = ownRecord(context)?.plannedMeetings;
  if (published) {
    const first = published.find(({ name }) => isStudyGroupMeeting({ name }));
    return published.map((planned) => ({ text: planned.printed, isNext: planned === first }));
  }
  // A meeting without a month that an earlier report planned was to be before this one.
  const earlier = new Set(
    programme.documents.flatMap(({ plannedMeetings }) => plannedMeetings.map(({ name }) => name)),
  );
  const dated = new Set(datedMeetings(programme));
  const later = programme.meetings.filter((each) => (dated.has(each) ? each.id > meeting.id : isUndated(each)));
  return later.map((each) => ({ text: plannedText(each), isNext: each === next }));

  function isUndated({ id, held, from, to, name }: Meeting): boolean {
    const day = from ?? to;
    if (day !== null) return day > (meeting.to ?? meeting.id);
    return !held && !/^\d{4}-\d{2}$/.test(id) && !earlier.has(name);
  }
}

/**
 * Returns the chapters of a report.
 * @param interim the interim meetings that the meeting planned
 */
export function generateChapters(
  context: HeadingContext,
  annexes: readonly GeneratedAnnex[],
  interim: readonly RapporteurMeeting[],
): GeneratedChapter[] {
  const texts = Object.fromEntries(SUMMARY_TEXTS.map((id) => [id, textLines(id, context)])) as Record<
    SummaryTextId,
    string[]
  >;
  const chapter = (heading: string, lines: ChapterLine[], meetings: readonly RapporteurMeeting[] = []) =>
    lines.length === 0 ? [] : [{ heading, lines, interim: [...meetings] }];
  const output = [
    ...outputLines(annexes),
    ...items(1, texts.workshops),
    ...(texts.subgroups.length > 0 ? [{ level: 1, text: `${OWN_GROUP} subgroups` }] : []),
    ...items(2, texts.subgroups),
  ];
  const meetings = nextMeetings(context);
  const candidates = candidateTexts(annexes);
  const next = meetings.flatMap(({ text, isNext }, index) => [
    { level: 0, text: `2.${index + 1} ${text}` },
    ...(isNext ? items(1, texts.events) : []),
    ...(isNext && candidates > 0
      ? items(1, [`${candidates} Candidate text${candidates === 1 ? "" : "s"} for action, details see Annex B.`])
      : []),
  ]);
  return [
    ...chapter("Hot topics of this meeting (summarizing its input & output)", items(1, texts.topics)),
    ...chapter("1 Meeting Output (meeting statistics see Annex E below)", output),
    ...chapter(`2 Next ${OWN_GROUP} meetings`, next),
    ...chapter(`2.${meetings.length + 1} Interim RGMs`, interimLines(interim), interim),
  ];
}

function interimLines(meetings: readonly RapporteurMeeting[]): ChapterLine[] {
  if (meetings.length === 0) return [];
  const questions = new Set(meetings.flatMap(({ question }) => question ?? [])).size;
  const [asking, held] = [
    questions === 1 ? "Question plans" : "Questions plan",
    meetings.length === 1 ? "RGM" : "RGMs",
  ];
  const text = `${questions} ${asking} to hold the following ${meetings.length} ${held} before next ${OWN_GROUP} meeting:`;
  return [{ level: 0, text }];
}
