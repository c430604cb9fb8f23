/** Reviews and enters the list of decisions of the current meeting. */
import { countDecisions, type DecisionCount, type DecisionResult } from "../../domain/decisions";
import { decisionTexts, resultText } from "../../i18n/decisions";
import { WORKBOOK_LANGUAGE } from "../../i18n/language";
import { runExcel } from "../excel-run";
import { decisionHeader } from "../table-specs/decisions-table";
import { KEY } from "../table-specs/spec";
import type { CellWrite } from "../table-writer";
import { readDecisionList, type DecisionList } from "./decision-list";
import { writeListCells } from "./fill";
import { nowText } from "./prepare";
import { decide } from "./single";

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
  const results = await decide(list.meeting, list.rows, purpose);
  const cells = results.flatMap((result, row) => resultCells(result, row, purpose));
  await writeListCells(list, cells);
  return { list, results, counts: countDecisions(results) };
}

/** What is written for the result of a row; once it is entered also the status, and the identity of the row of a new item. */
function resultCells(result: DecisionResult, row: number, purpose: "review" | "enter"): CellWrite[] {
  const header = decisionHeader("result");
  if (purpose === "review" || result.outcome !== "accepted")
    return [{ row, header, value: resultText(result, WORKBOOK_LANGUAGE) }];
  return [
    { row, header, value: decisionTexts(WORKBOOK_LANGUAGE).entered },
    { row, header: decisionHeader("now"), value: nowText(result.item) },
    { row, header: KEY, value: result.item.key },
  ];
}
