/**
 * npm run -s annexes -- --meeting 2023-09 [--report executive-summary|lead-study-group-report] [--out FILE.docx]
 *
 * Loads the documents with the built add-in on the local Excel, reads the workbook's tables back, and generates the annexes of a meeting's
 * report from these tables alone: JSON in the shape of a read document on standard output, or a Word document.
 * Gaps, and differences from the published document, go to standard error.
 */
import { REPORT_FAMILIES } from "../src/domain/document";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { wordDocument } from "../src/export/word";
import {
  toDocument,
  differencesFromPublished,
  generateReport,
  generateStatistics,
  printReport,
  publishedReports,
  type ReportDifference,
  type GeneratedReport,
} from "../src/domain/annexes";
import { gapText } from "../src/i18n/reports";
import { isOneOf } from "../src/domain/vocabulary";
import { interimMeetings, programmeOf } from "./programme-of-session";
import { openAddin, pressLoad, runTool } from "./session";

const USAGE = `Usage: npm run -s annexes -- --meeting 2023-09 [--report ${REPORT_FAMILIES.join("|")}] [--out FILE.docx]`;

const shown = (value: unknown): string => (typeof value === "string" ? `“${value}”` : JSON.stringify(value));

/** What a report lacks, and where it differs from its published document, in the shape of a reader's problems. */
function problemsOf({ gaps }: GeneratedReport, differences: readonly ReportDifference[]) {
  return [
    ...gaps.map(({ lack }) => ({ line: 0, severity: "warning", message: gapText(lack) })),
    ...differences.map(({ where, field, published, generated }) => {
      const message = `${where}, ${field}: published ${shown(published)}, generated ${shown(generated)}`;
      return { line: 0, severity: "info", message };
    }),
  ];
}

runTool(async () => {
  const { values } = parseArgs({
    options: { meeting: { type: "string" }, report: { type: "string" }, out: { type: "string" } },
  });
  const { meeting, report: wanted, out } = values;
  if (!meeting) throw new Error(USAGE);
  if (wanted !== undefined && !isOneOf(REPORT_FAMILIES, wanted))
    throw new Error(`There is no report “${wanted}”. ${USAGE}`);
  const session = await openAddin();
  await pressLoad(session);
  const programme = programmeOf(session);
  const family = wanted ?? publishedReports(programme, meeting)[0] ?? "executive-summary";
  const interim = interimMeetings(session, meeting);
  const report = generateReport(programme, family, meeting, { interim });
  const statistics = generateStatistics(programme, meeting);
  const document = toDocument(report, statistics, programme, interim);
  const problems = problemsOf(report, differencesFromPublished(report, programme));
  for (const { severity, message } of problems) console.error(`${severity}: ${message}`);
  if (out) {
    writeFileSync(out, await wordDocument(printReport(report, statistics, programme)));
    return;
  }
  const annexes = document.annexes.map((annex) => ({
    ...annex,
    sections: annex.sections.map(({ id, title, rows, notes }) => ({ id, title, rows, notes })),
  }));
  const { document: header, rgms } = document;
  console.log(JSON.stringify({ document: header, annexes, rgms, statistics: document.statistics, problems }, null, 2));
});
