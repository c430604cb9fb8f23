/** Whether an item can get a status, and if not, why. */
import type { WorkItem } from "../model";
import type { Status } from "../vocabulary";
import { evaluate } from "./evaluate";
import type { Finding, Refused, RuleContext } from "./types";

export type CanBecome = { can: true; warnings: Finding[] } | { can: false; refused: Refused };

/**
 * Returns whether the item can get a status on the date of the context.
 * Its present status counts as possible. The refusal contains the clauses, the earliest day and the possible alternatives.
 */
export function canBecome(item: WorkItem, status: Status, context: RuleContext): CanBecome {
  const verdict = evaluate({ item, changes: { status }, origin: "person", reason: null }, context);
  return verdict.outcome === "accept" ? { can: true, warnings: verdict.warnings } : { can: false, refused: verdict };
}
