/** What a load says while it works and when it is done. */
import { commandTexts } from "../programme/messages/commands";
import { workbookTexts } from "../programme/messages/workbook";
import { usualSheet } from "../workbook/layout/sheet-names";
import type { LoadOutcome, LoadProgress } from "../workbook/load";
import type { JobResult, Progress } from "./activity";

/** The stage in words, with rows done and to do. */
export function describeProgress(progress: LoadProgress): Progress {
  const texts = workbookTexts();
  const { stage, done, total } = progress;
  const step = {
    reading: texts.reading,
    planning: texts.planning,
    writing: texts.writing(done, total),
    done: texts.done(total),
  }[stage];
  return { step, done, total };
}

/**
 * The report of a load in sentences.
 * @throws Error where the tables were too damaged to load into, with what to do.
 */
export function describeLoad(outcome: Exclude<LoadOutcome, { outcome: "cancelled" }>, items: number): JobResult {
  const texts = commandTexts();
  if (outcome.outcome === "damaged") {
    throw new Error(workbookTexts().damagedTables(outcome.tables.map((table) => table.table)));
  }
  const { report } = outcome;
  const details = [
    ...perSheet(report.added, texts.rowsAdded),
    ...perSheet(report.updated, texts.rowsUpdated),
    ...(report.differences.length > 0 ? [texts.keptEdits(report.differences.length)] : []),
    ...report.kept.map((kept) => texts.keptSheet(kept.sheet, kept.as)),
  ];
  const unchanged = details.length === 0 && report.created.length === 0;
  return { message: texts.loaded(items), details: [...(unchanged ? [texts.nothingNew] : details), ...report.problems] };
}

/** A line for each sheet that people see; the tables of the hidden sheet are nobody's concern. */
function perSheet(counts: Record<string, number>, say: (sheet: string, rows: number) => string): string[] {
  return Object.entries(counts).flatMap(([table, rows]) => {
    const sheet = usualSheet(table);
    return rows > 0 && sheet !== null ? [say(sheet, rows)] : [];
  });
}
