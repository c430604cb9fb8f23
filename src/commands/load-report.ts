/** The progress and the outcome of a load in sentences, and its findings that a user has to decide on. */
import { commandTexts } from "../i18n/commands";
import { formatDate } from "../i18n/language";
import { differenceTexts } from "../i18n/differences";
import { workbookTexts } from "../i18n/workbook";
import { usualSheet } from "../excel/table-specs/sheet-names";
import type { Cell, CellFormat } from "../excel/table-specs/spec";
import type { CellDifference, LoadOutcome, LoadProgress } from "../excel/load";
import type { TableProblem } from "../domain/edit-review/message";
import { dateOf } from "../domain/cells";
import { currentIndex } from "../excel/programme-store";
import type { JobResult, JobProgress } from "./job-runner";
import type { ReviewStore, ShownDifference } from "./review-store";

/** The stage in words, with rows done and to do. */
export function describeProgress(progress: LoadProgress): JobProgress {
  const texts = workbookTexts();
  const { stage, done, total } = progress;
  const step = {
    waiting: texts.waiting,
    reading: texts.reading,
    planning: texts.planning,
    writing: texts.writing(done, total),
    done: texts.done(total),
  }[stage];
  return { step, done, total };
}

/**
 * Returns the report of a load in sentences; differences and problems of tables go to the review store.
 * @throws Error where tables cannot be read, with what to do.
 */
export function describeLoad(
  outcome: Exclude<LoadOutcome, { outcome: "cancelled" }>,
  items: number,
  reviewStore: ReviewStore,
): JobResult {
  const texts = commandTexts();
  if (outcome.outcome === "unreadable") throw unreadable(outcome.problems, reviewStore);
  const { report } = outcome;
  reviewStore.found({ differences: showDifferences(report.differences) });
  const details = [
    ...perSheet(report.added, texts.rowsAdded),
    ...perSheet(report.updated, texts.rowsUpdated),
    ...perSheet(report.removed, texts.rowsRemoved),
    ...(report.differences.length > 0 ? [texts.keptEdits(report.differences.length)] : []),
    ...report.kept.map((kept) => texts.keptSheet(kept.sheet, kept.as)),
  ];
  const unchanged = details.length === 0 && report.created.length === 0;
  return { message: texts.loaded(items), details: [...(unchanged ? [texts.nothingNew] : details), ...report.problems] };
}

/** Returns the error of a load or a comparison that cannot read tables; their problems go to the review store. */
export function unreadable(problems: readonly TableProblem[], reviewStore: ReviewStore): Error {
  reviewStore.found({ tableProblems: problems });
  return new Error(differenceTexts().unreadable(sheetsOf(problems)));
}

/** Returns the sheets of problems, each once. */
export function sheetsOf(problems: readonly TableProblem[]): string[] {
  return [...new Set(problems.map(({ sheet }) => sheet))];
}

/** Differences as users read them: by the names of items and sheets, dates as dates. */
export function showDifferences(differences: readonly CellDifference[]): ShownDifference[] {
  const index = currentIndex();
  return differences.map((difference) => {
    const { key, table, row, field, format } = difference;
    const item = key === "" ? undefined : index?.itemWithKey(key);
    return {
      difference,
      group: item ? key : `${table} ${row}`,
      item: item?.number ?? item?.name ?? (difference.item || row),
      sheet: usualSheet(table) ?? table,
      column: field,
      here: cellText(difference.theirs, format),
      documents: cellText(difference.documents, format),
    };
  });
}

function cellText(cell: Cell, format: CellFormat): string {
  if (format !== "date") return String(cell);
  const date = dateOf(cell);
  return date === null ? "" : formatDate(date);
}

/** A line for each visible sheet; the tables of the hidden sheet are left out. */
function perSheet(counts: Record<string, number>, sentence: (sheet: string, rows: number) => string): string[] {
  return Object.entries(counts).flatMap(([table, rows]) => {
    const sheet = usualSheet(table);
    return rows > 0 && sheet !== null ? [sentence(sheet, rows)] : [];
  });
}
