/** Counts the decisions of a list as section 1 of an executive summary counts them: by table, and by kind of text. */
import type { TableKind } from "../document";
import { designationOf } from "../item-name";
import type { WorkItem } from "../model";
import { kindOfText } from "../rules/text-kinds";
import { KINDS, type Kind } from "../vocabulary";
import type { Decision } from "./decision";
import type { DecisionResult } from "./review";

/** The tables that are counted, in the order of the report. */
export const COUNTED_TABLES = [
  "TAP approved",
  "TAP not approved",
  "TAP determined",
  "AAP consented",
  "Agreed",
  "New work items",
  "Discontinued",
] as const satisfies readonly TableKind[];
export type CountedTable = (typeof COUNTED_TABLES)[number];

export interface DecisionCount {
  table: CountedTable;
  total: number;
  /** In the order of the kinds; only those that occur. */
  kinds: { kind: Kind; count: number }[];
}

/** Returns the counts of what is accepted or entered, without tables that have none. A text that two rows name counts once. */
export function countDecisions(results: readonly DecisionResult[]): DecisionCount[] {
  const kinds = new Map<CountedTable, Map<string, Kind>>();
  for (const result of results) {
    if (result.outcome !== "accepted" && result.outcome !== "entered") continue;
    const table = result.decision && tableOf(result.decision, result.item);
    if (table)
      kinds.set(
        table,
        (kinds.get(table) ?? new Map<string, Kind>()).set(
          result.item.key,
          kindOfText(result.item.kind, designationOf(result.item)),
        ),
      );
  }
  return COUNTED_TABLES.flatMap((table) => {
    const found = [...(kinds.get(table)?.values() ?? [])];
    const byKind = KINDS.map((kind) => ({ kind, count: found.filter((each) => each === kind).length }));
    return found.length === 0 ? [] : [{ table, total: found.length, kinds: byKind.filter(({ count }) => count > 0) }];
  });
}

function tableOf({ status, step, isNew }: Decision, { process }: WorkItem): CountedTable | null {
  if (step !== null && step !== "Re-determined") return null;
  switch (status) {
    case "Approved":
      return process === "AAP" ? null : "TAP approved";
    case "Not approved":
      return "TAP not approved";
    case "Determined":
      return "TAP determined";
    case "Consented":
      return "AAP consented";
    case "Agreed":
    case "Discontinued":
      return status;
    default:
      return isNew ? "New work items" : null;
  }
}
