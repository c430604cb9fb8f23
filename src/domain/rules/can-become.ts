/** Whether an item may take a status, and if not, why. */
import type { IsoDate, WorkItem } from "../model";
import type { Status } from "../vocabulary";
import { judge } from "./judge";
import type { Finding, RuleContext } from "./types";

export type CanBecome =
  { can: true; warnings: Finding[] } | { can: false; reason: string; earliest: IsoDate | null; findings: Finding[] };

/**
 * Whether the item may take a status on the date of the context.
 * Its present status counts as possible. The reason names the clause, the earliest day and what is possible instead.
 */
export function canBecome(item: WorkItem, status: Status, context: RuleContext): CanBecome {
  const verdict = judge({ item, changes: { status }, origin: "person", reason: null }, context);
  return verdict.outcome === "take"
    ? { can: true, warnings: verdict.warnings }
    : { can: false, reason: verdict.text, earliest: verdict.earliest, findings: verdict.findings };
}
