/** Decisions entered from the pane without a list: on the rows selected on a sheet, and new texts that change an approved one. */
import {
  decisionName,
  decisionOfStep,
  newTextOf,
  reviewDecisions,
  type ChangingKind,
  type Decision,
  type DecisionCells,
  type DecisionResult,
} from "../../domain/decisions";
import type { EditPlan } from "../../domain/edit-review/edit-plan";
import { itemName } from "../../domain/item-name";
import type { Meeting, WorkItem } from "../../domain/model";
import { possibleNext } from "../../domain/rules";
import type { PossibleStep } from "../../domain/rules/types";
import { carryOut } from "../edit-guard";
import { managedTablesOn } from "../change-events";
import { WorkbookError } from "../excel-errors";
import { runExcel } from "../excel-run";
import { currentIndex } from "../programme-store";
import { untracked } from "../ranges";
import { ruleContext } from "../rule-context";
import { KEY } from "../table-specs/spec";
import { decisionMeeting } from "./decision-list";

/**
 * Reviews decisions of a meeting, and enters what is accepted where that is wanted.
 * @throws WorkbookError where it cannot be entered; then nothing was
 */
export async function decide(
  meeting: Meeting,
  rows: readonly DecisionCells[],
  purpose: "review" | "enter",
): Promise<readonly DecisionResult[]> {
  let results: readonly DecisionResult[] = [];
  const refused = await carryOut((context): { plan: EditPlan | null } => {
    const review = reviewDecisions(context, meeting, rows);
    ({ results } = review);
    return { plan: purpose === "enter" && review.plan.events.length > 0 ? review.plan : null };
  });
  if (refused !== null) throw new WorkbookError("NotEntered", refused);
  return results;
}

/** Enters one decision on several items, as one action. */
export async function decideOn(items: readonly WorkItem[], decision: Decision): Promise<readonly DecisionResult[]> {
  const rows = items.map((item) => ({ item: itemName(item), key: item.key, decision: decisionName(decision) }));
  return decide(decisionMeeting().meeting, rows, "enter");
}

/** Enters a revision, an amendment or a corrigendum of a text as a new work item. */
export async function startNewText(item: WorkItem, kind: ChangingKind): Promise<DecisionResult | undefined> {
  const { meeting } = decisionMeeting();
  const [result] = await decide(meeting, [newTextOf(item, kind, ruleContext().programme)], "enter");
  return result;
}

/** The steps that all of these items can take now, with what is possible for the first one. */
export function sharedSteps(items: readonly WorkItem[]): PossibleStep[] {
  const context = ruleContext();
  const [first = [], ...others] = items.map((item) => possibleNext(item, context).filter(({ now }) => now));
  const names = others.map((steps) => new Set(steps.map((step) => decisionName(decisionOfStep(step)))));
  return first.filter((step) => names.every((each) => each.has(decisionName(decisionOfStep(step)))));
}

/** Returns the items of the rows that are selected on a managed sheet, without hidden rows. Two requests. */
export async function selectedItems(): Promise<WorkItem[]> {
  return runExcel(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load("id");
    await context.sync();
    // Rows that a filter hides are not selected, although they lie within the selection. The column Key is hidden itself.
    const rows = context.workbook.getSelectedRanges().getSpecialCellsOrNullObject("Visible").getEntireRow();
    const found = (managedTablesOn(sheet.id) ?? []).map((name) => {
      const keys = untracked(context.workbook.tables.getItem(name).columns.getItemOrNullObject(KEY).getDataBodyRange());
      const inside = rows.getIntersectionOrNullObject(keys);
      inside.areas.load("items/values");
      return inside;
    });
    await context.sync();
    const index = currentIndex();
    const keys = found.flatMap((inside) =>
      inside.isNullObject ? [] : inside.areas.items.flatMap(({ values }) => values),
    );
    return [...new Set(keys.map(([key]) => String(key)))].flatMap((key) => index?.itemWithKey(key) ?? []);
  });
}
