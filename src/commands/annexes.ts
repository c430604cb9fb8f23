/** The annexes of a report, from the workbook's programme: as sheets, for Word, and what changed. In a chunk of its own. */
import { yieldToUi } from "../domain/waiting";
import {
  defaultMeeting,
  differencesFromPublished,
  generateReport,
  generateStatistics,
  lastClosingBefore,
  printReport,
  whatChanged,
  withCustomHeading,
  editableHeadings,
  editableTexts,
  type ReportDifference,
  type GeneratedReport,
  type PrintedReport,
  type EditableHeading,
  type GapPlace,
} from "../domain/annexes";
import { FAMILY_NAMES } from "../domain/designations/document-id";
import type { ReportFamily } from "../domain/document";
import { gapText, reportTexts } from "../i18n/reports";
import { formatDate } from "../i18n/language";
import { participantKinds } from "../domain/meeting-fields";
import type { IsoDate, Meeting, Programme } from "../domain/model";
import { countCells } from "../excel/row-mapping/meeting-rows";
import { today } from "../excel/current-date";
import {
  interimOf,
  queueInterim,
  readInterim,
  showInterimSheet,
  writeChanges,
  writeReport,
  type WrittenSheets,
} from "../excel/report-sheets";
import { commandTexts } from "../i18n/commands";
import { currentSettings } from "../excel/settings";
import { currentProgramme, programmeVersion, refreshStore } from "../excel/programme-store";
import type { JobResult, JobContext, JobOutcome } from "./job-runner";

/** Which report of which meeting. */
export interface ReportRequest {
  family: ReportFamily;
  meeting: string;
}

export interface ReportDraft {
  report: GeneratedReport;
  printed: PrintedReport;
  /** Where it differs from the published document of the same meeting, if that was loaded. */
  differences: ReportDifference[];
}

/**
 * Reads the programme of the tables as they are now, edits by others included; settings and a meeting's interim meetings as well.
 * @throws Error where the workbook holds none
 */
async function programmeNow(meeting: string | null = null): Promise<Programme> {
  await refreshStore(meeting === null ? [] : [(context) => queueInterim(context, meeting)]);
  const programme = currentProgramme();
  if (!programme) throw new Error(reportTexts().notLoaded);
  return programme;
}

/** Generates a report from a programme, with the users' own headings and texts where they have any. */
export function draftReport(programme: Programme, { family, meeting }: ReportRequest): ReportDraft {
  const headings = currentSettings().reportWords;
  const interim = interimOf(meeting);
  const report = generateReport(programme, family, meeting, { headings, ...(interim ? { interim } : {}) });
  const printed = printReport(report, generateStatistics(programme, meeting, headings), programme);
  return { report, printed, differences: differencesFromPublished(report, programme) };
}

let latestDraft: { key: string; draft: ReportDraft } | null = null;

/** The draft of a report from the current programme, generated once as long as what it is generated from is the same. */
function currentDraft(programme: Programme, { family, meeting }: ReportRequest): ReportDraft {
  const key = JSON.stringify([programmeVersion(), family, meeting, currentSettings().reportWords, interimOf(meeting)]);
  if (latestDraft?.key !== key) latestDraft = { key, draft: draftReport(programme, { family, meeting }) };
  return latestDraft.draft;
}

/** What is offered first: the meeting to report on, and the date after which events are new. Nulls without a programme. */
export function reportDefaults(): { meeting: string | null; since: IsoDate | null } {
  const programme = currentProgramme();
  if (!programme) return { meeting: null, since: null };
  const meeting = defaultMeeting(programme, currentSettings().currentMeeting)?.id ?? null;
  return { meeting, since: lastClosingBefore(programme, meeting) };
}

/** What a report contains, and what is missing, before anything is written. */
export interface ReportPreview {
  /** Number of rows that report decisions. */
  decisions: number;
  rows: number;
  tables: number;
  /** What is missing, in words, with the place where it is entered. */
  gaps: { place: GapPlace; name: string; message: string }[];
  /** Cells and rows that differ from the published document. */
  differences: number;
  headings: EditableHeading[];
  /** Executive summary of a meeting: its counts, to be completed. */
  counts: MeetingCounts | null;
}

/** Previews a report without writing it; null where the workbook has no programme. One request where another meeting is chosen, or none. */
export async function previewReport(request: ReportRequest): Promise<ReportPreview | null> {
  if (currentProgramme() && interimOf(request.meeting) === undefined) await readInterim(request.meeting);
  const programme = currentProgramme();
  if (!programme) return null;
  const { report, differences } = currentDraft(programme, request);
  const hasOwnHeadings = Object.keys(currentSettings().reportWords[request.meeting] ?? {}).length > 0;
  const usual = hasOwnHeadings ? generateReport(programme, request.family, request.meeting) : report;
  const sections = report.annexes.flatMap((annex) => annex.sections);
  return {
    counts: request.family === "executive-summary" ? countsOf(programme, request.meeting) : null,
    decisions: report.decisions,
    rows: sections.reduce((sum, section) => sum + section.rows.length, 0),
    tables: sections.length,
    gaps: report.gaps.map(({ place, name, lack }) => ({ place, name, message: gapText(lack) })),
    differences: differences.length,
    headings: [
      ...editableHeadings(report.annexes, usual.annexes),
      ...(request.family === "executive-summary"
        ? editableTexts(programme, request.meeting, currentSettings().reportWords)
        : []),
    ],
  };
}

export { showInterimSheet, withCustomHeading };

/** The counts of a meeting, and the kinds of participants that are counted. */
export interface MeetingCounts extends Pick<Meeting, "documents"> {
  kinds: string[];
  participants: NonNullable<Meeting["participants"]>;
}

function countsOf(programme: Programme, meetingId: string): MeetingCounts | null {
  const meeting = programme.meetings.find(({ id }) => id === meetingId);
  if (!meeting) return null;
  const { documents, participants = { announced: {}, final: {} } } = meeting;
  return { documents, participants, kinds: participantKinds(programme.meetings, meeting) };
}

/** Enters the counts of a meeting into its row on the sheet of meetings. */
export async function enterCounts(
  meetingId: string,
  { documents, participants }: Pick<MeetingCounts, "documents" | "participants">,
): Promise<void> {
  const found = currentProgramme()?.meetings.find(({ id }) => id === meetingId);
  if (!found) return;
  const { participants: _, ...meeting } = found;
  const isCounted = Object.values(participants).some((counts) => Object.values(counts).some((count) => count !== null));
  const { writeMeetingCells } = await import(/* webpackChunkName: "load" */ "../excel/load");
  await writeMeetingCells(meetingId, countCells({ ...meeting, documents, ...(isCounted ? { participants } : {}) }));
}

/** A report as it is printed now. */
export async function printedReport(request: ReportRequest): Promise<PrintedReport> {
  return currentDraft(await programmeNow(request.meeting), request).printed;
}

/** Undoes the writing of sheets, as a job. */
type UndoSheets = (written: WrittenSheets) => Promise<JobOutcome>;

const undoOf = (written: WrittenSheets, undo: UndoSheets) => ({
  undo: () => undo(written),
  undoDeletes: commandTexts().undoDeletes.sheets(written.sheets),
});

/**
 * Writes the sheets of a report; without a request, the executive summary of the current meeting.
 * @throws Error where there is no programme or no meeting; Cancelled before anything is written
 */
export async function generateSheets(
  context: JobContext,
  request: ReportRequest | null,
  undo: UndoSheets,
): Promise<JobResult> {
  const texts = reportTexts();
  context.report({ step: texts.generating, done: 0, total: 0 });
  const programme = await programmeNow(request?.meeting ?? currentSettings().currentMeeting);
  const meeting = request?.meeting ?? defaultMeeting(programme, currentSettings().currentMeeting)?.id;
  if (meeting === undefined) throw new Error(texts.noMeeting);
  const family = request?.family ?? "executive-summary";
  const { report, printed, differences } = currentDraft(programme, { family, meeting });
  // The current meeting may be another one than that whose decisions were entered.
  if (request === null && report.decisions === 0) return { message: texts.undecided(meeting) };
  await yieldToUi(context.signal);
  const written = await writeReport(printed, family, meeting, today());
  const { sheets, kept } = written;
  return {
    ...undoOf(written, undo),
    message: texts.generated(texts.reports[family], meeting, sheets.length),
    details: [
      ...kept.map(({ sheet, as }) => texts.kept(sheet, as)),
      report.gaps.length === 0 ? texts.complete : texts.missing(report.gaps.length),
      ...(differences.length > 0 ? [texts.differs(differences.length)] : []),
    ],
  };
}

/** A Word file of a user whose styles, headers and footers a report takes over. */
export interface WordTemplate {
  name: string;
  bytes: Uint8Array;
}

/**
 * A report as a Word file.
 * @throws Error where the template is no Word file
 */
export async function wordFile(
  request: ReportRequest,
  template: WordTemplate | null = null,
): Promise<{ name: string; bytes: Uint8Array }> {
  const printed = await printedReport(request);
  const { wordDocument, TemplateError } = await import(/* webpackChunkName: "word" */ "../export/word");
  const name = `SG17 ${request.meeting} ${FAMILY_NAMES[request.family]}.docx`;
  try {
    return { name, bytes: await wordDocument(printed, template?.bytes ?? null) };
  } catch (error) {
    throw error instanceof TemplateError ? new Error(reportTexts().badTemplate(template?.name ?? "")) : error;
  }
}

/**
 * Lists what happened after a date on a sheet; without one, after the last meeting held before the current one.
 * @throws Error where there is no programme, or no meeting to count from
 */
export async function changesSheet(context: JobContext, since: IsoDate | null, undo: UndoSheets): Promise<JobResult> {
  const texts = reportTexts();
  const programme = await programmeNow();
  const meeting = defaultMeeting(programme, currentSettings().currentMeeting)?.id ?? null;
  const day = since ?? lastClosingBefore(programme, meeting);
  if (day === null) throw new Error(texts.noSince);
  await yieldToUi(context.signal);
  const changes = whatChanged(programme, day);
  const written = await writeChanges(changes, day, today());
  const { sheets, kept } = written;
  return {
    ...undoOf(written, undo),
    message: texts.changesWritten(changes.length, formatDate(day)),
    details: [
      ...sheets.map((sheet) => texts.changesSheet(sheet)),
      ...kept.map(({ sheet, as }) => texts.kept(sheet, as)),
    ],
  };
}
