/** Reports and changes onto sheets: what Generate and What changed do. */
import {
  defaultMeeting,
  generateReport,
  generateStatistics,
  lastClosingBefore,
  printReport,
  whatChanged,
  type Gap,
  type PrintedReport,
  type ReportFamily,
} from "../programme/annexes";
import { commandTexts } from "../programme/messages/commands";
import { formatDate } from "../programme/messages/language";
import type { IsoDate, Programme } from "../programme/model";
import { writeChanges, writeReport, type WrittenSheets } from "../workbook/annexes";
import { today } from "../workbook/guard/world";
import { currentSettings } from "../workbook/settings";
import { currentProgramme } from "../workbook/store";
import { breathe, type JobResult, type JobTools } from "./activity";

function loadedProgramme(): Programme {
  const programme = currentProgramme();
  if (!programme) throw new Error(commandTexts().notLoaded);
  return programme;
}

/**
 * A report of the workbook's programme as it would be printed, with what its rows lack.
 * @throws Error where the workbook holds no work programme; RangeError where it does not know the meeting
 */
export function reportOf(family: ReportFamily, meeting: string): { printed: PrintedReport; gaps: Gap[] } {
  const programme = loadedProgramme();
  const report = generateReport(programme, family, meeting, { words: currentSettings().reportWords });
  return { printed: printReport(report, generateStatistics(programme, meeting), programme), gaps: report.gaps };
}

const keptLines = ({ kept }: WrittenSheets): string[] =>
  kept.map(({ sheet, as }) => commandTexts().keptSheet(sheet, as));

/** Writes a report's annexes onto sheets: the meeting given, else the one whose report is written now. */
export async function generateSheets(
  tools: JobTools,
  family: ReportFamily,
  meeting: string | null,
): Promise<JobResult> {
  const texts = commandTexts();
  const wanted = meeting ?? defaultMeeting(loadedProgramme(), currentSettings().currentMeeting)?.id;
  if (wanted === undefined) throw new Error(texts.notLoaded);
  tools.report({ step: texts.generating(wanted), done: 0, total: 0 });
  await breathe(tools.signal);
  const { printed, gaps } = reportOf(family, wanted);
  await breathe(tools.signal);
  const written = await writeReport(printed, family, wanted, today());
  return {
    message: texts.generated(wanted, written.sheets.length),
    details: [
      ...keptLines(written),
      ...(gaps.length > 0 ? [texts.gaps(gaps.length)] : []),
      ...gaps.map((gap) => gap.message),
    ],
  };
}

/** Writes what happened after a day, else after the last meeting before the one whose decisions are being entered. */
export async function changesSheet(tools: JobTools, since: IsoDate | null): Promise<JobResult> {
  const texts = commandTexts();
  const programme = loadedProgramme();
  const from = since ?? lastClosingBefore(programme, currentSettings().currentMeeting) ?? today();
  tools.report({ step: texts.comparing(formatDate(from)), done: 0, total: 0 });
  await breathe(tools.signal);
  const changes = whatChanged(programme, from);
  const written = await writeChanges(changes, from, today());
  return { message: texts.changed(changes.length, formatDate(from)), details: keptLines(written) };
}
