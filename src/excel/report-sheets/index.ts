/** Print-ready sheets of reports and of what changed. */
import { printChanges, type ItemChanges, type PrintedReport } from "../../domain/annexes";
import type { ReportFamily } from "../../domain/document";
import { WORKBOOK_LANGUAGE } from "../../i18n/language";
import { reportTexts } from "../../i18n/reports";
import type { IsoDate } from "../../domain/model";
import { sheetPage } from "./page";
import { writePages, type WrittenSheets } from "./write";

export type { WrittenSheets } from "./write";
export { interimOf, queueInterim, readInterim, showInterimSheet } from "./interim";
export { removeWrittenSheets } from "./remove";

/** Name of the sheet of the chapters, without the meeting. */
const SUMMARY_SHEET = "Summary";

/**
 * Writes a report, a sheet for its chapters and one for each annex: "2024-03 Summary (generated)", "2024-03 Annex A (generated)".
 * @param today the date under which edited sheets of an earlier generation are kept
 */
export async function writeReport(
  report: PrintedReport,
  family: ReportFamily,
  meeting: string,
  today: IsoDate,
): Promise<WrittenSheets> {
  // The executive summary's title names its meeting; the other report's does not.
  const running = [...report.title, ...(family === "executive-summary" ? [] : [meeting])].join(" – ");
  const [label = "", title = ""] = report.title;
  const contents = [
    ...(report.chapters.length > 0
      ? [{ id: "summary", label: SUMMARY_SHEET, page: { label, title, introduction: null, sections: report.chapters } }]
      : []),
    ...report.annexes.map((annex) => ({ id: annex.id, label: annex.label, page: annex })),
  ];
  const pages = contents.map((content) =>
    sheetPage(content.page, {
      identity: `${meeting} ${family} ${content.id}`,
      name: `${meeting} ${content.label} (generated)`,
      running,
    }),
  );
  return writePages(pages, today);
}

/** Writes what changed since a day onto a sheet of its own, "Changes since 2023-09-08": the same sheet whatever the language. */
export async function writeChanges(
  changes: readonly ItemChanges[],
  since: IsoDate,
  today: IsoDate,
): Promise<WrittenSheets> {
  const texts = reportTexts(WORKBOOK_LANGUAGE).changes;
  const name = texts.sheet(since);
  const names = { identity: `Changes since ${since}`, name, running: name };
  return writePages([sheetPage(printChanges(changes, since, texts), names)], today);
}
