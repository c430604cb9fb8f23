/** Reviews and enters the list of decisions of the current meeting. */
import { countDecisions, reviewDecisions, type DecisionCount, type DecisionResult } from "../../domain/decisions";
import type { EditPlan } from "../../domain/edit-review/edit-plan";
import { decisionTexts, resultText } from "../../i18n/decisions";
import { WORKBOOK_LANGUAGE } from "../../i18n/language";
import { carryOut } from "../edit-guard";
import { WorkbookError } from "../excel-errors";
import { runExcel } from "../excel-run";
import { decisionHeader } from "../table-specs/decisions-table";
import { KEY } from "../table-specs/spec";
import { queueWrite, revertOf, updateWrite, type CellWrite } from "../table-writer";
import { columnOf } from "../tables";
import { readDecisionList, type DecisionList } from "./decision-list";
import { nowText } from "./prepare";

/** A list with the result of each row. */
export interface ReviewedList {
  list: DecisionList;
  results: readonly DecisionResult[];
  counts: DecisionCount[];
}

/** Reviews the list: only the column Result is written. Two requests. */
export async function reviewList(): Promise<ReviewedList> {
  return judge("review");
}

/**
 * Enters everything that the review accepts, in one go with one undo; the other rows keep their reasons. Three requests.
 * @throws WorkbookError where it cannot be entered; then nothing was
 */
export async function enterList(): Promise<ReviewedList> {
  return judge("enter");
}

async function judge(purpose: "review" | "enter"): Promise<ReviewedList> {
  const list = await runExcel(readDecisionList);
  let results: readonly DecisionResult[] = [];
  const refused = await carryOut((context): { plan: EditPlan | null } => {
    const review = reviewDecisions(context, list.meeting, list.rows);
    ({ results } = review);
    return { plan: purpose === "enter" && review.plan.events.length > 0 ? review.plan : null };
  });
  if (refused !== null) throw new WorkbookError("NotEntered", refused);
  await runExcel((context) => writeResults(context, list, results, purpose), { oneUndoStep: true });
  return { list, results, counts: countDecisions(results) };
}

/** Writes what changed in the column Result; after entering also the status, and the identity of the rows of new items. */
async function writeResults(
  context: Excel.RequestContext,
  { table, spec }: DecisionList,
  results: readonly DecisionResult[],
  purpose: "review" | "enter",
): Promise<void> {
  const cells = results
    .flatMap((result, row): CellWrite[] => {
      const isEntered = purpose === "enter" && result.outcome === "accepted";
      const text = isEntered ? decisionTexts(WORKBOOK_LANGUAGE).entered : resultText(result, WORKBOOK_LANGUAGE);
      const written = [{ row, header: decisionHeader("result"), value: text }];
      if (!isEntered) return written;
      const { item } = result;
      return [
        ...written,
        { row, header: decisionHeader("now"), value: nowText(item) },
        { row, header: KEY, value: item.key },
      ];
    })
    .filter(({ row, header, value }) => table.rows[row]?.[columnOf(table, header)] !== value);
  if (cells.length === 0) return;
  const queued = queueWrite(context, updateWrite(table, KEY, spec.columns, cells));
  await context.sync();
  const conflict = queued.conflict();
  if (!conflict) return;
  // Somebody sorted the list meanwhile: what was written to other rows is put back.
  queueWrite(context, revertOf(conflict, "misplaced"));
  await context.sync();
  throw new WorkbookError("Disturbed", decisionTexts().moved);
}
