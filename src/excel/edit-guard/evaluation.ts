/** The plan of a pass: what the rules allow, or everything reverted where a write that it needs is impossible. */
import type { EditPlan, RequestedEdit, TableEdits } from "../../domain/edit-review/edit-plan";
import { reviewEdits } from "../../domain/edit-review/review-edits";
import { revertEdits } from "../../domain/edit-review/revert-edits";
import { storeProblems } from "../programme-store";
import { guardedEdits, reviewContext, type GuardState } from "./guard-state";
import { obstacleTo } from "./obstacles";

/** Plans a pass: it is carried out wholly or not at all. */
export function planPass(
  state: GuardState,
  edits: readonly TableEdits[],
  requested: readonly RequestedEdit[],
): EditPlan {
  const guarded = guardedEdits(state, edits);
  const problems = storeProblems();
  const context = reviewContext(state, state.tables, state.userName);
  const plan = problems.length > 0 ? null : reviewEdits(context, guarded, requested);
  const obstacle = obstacleTo(plan, state.tables, problems);
  if (plan && !obstacle) return plan;
  const reason = obstacle ?? ({ code: "cannotRead", values: { problems: [] } } as const);
  return revertEdits(context, guarded, requested, reason);
}
