/** Obstacles that keep a plan from being applied wholly, found before its first write. */
import type { EditPlan } from "../../domain/edit-review/edit-plan";
import type { GuardSentence, TableProblem } from "../../domain/edit-review/message";
import { missingTable } from "../table-problems";
import { HISTORY } from "../table-specs/tables";
import { protectedSheets } from "../writability";
import type { WatchedTable } from "./guarded-tables";

/** Returns the names of the tables that a plan writes to; reverts do not count. */
export function tablesWritten(plan: EditPlan, tables: readonly WatchedTable[]): Set<string> {
  const needed = plan.writes.filter(({ purpose }) => purpose !== "revert" && purpose !== "identity");
  const names = new Set([...needed, ...plan.removedRows].map(({ table }) => table));
  const history = tables.find(({ guarded }) => guarded.role === "history");
  const programme = tables.find(({ guarded }) => guarded.role === "programme");
  if (programme && plan.addedKeys.length > 0) names.add(programme.name);
  if (history && plan.events.length + plan.revertedEvents.length > 0) names.add(history.name);
  return names;
}

/** Excel refused a write although none of the sheets is known to be protected. */
export const NOT_WRITABLE: GuardSentence = { code: "notWritable", values: {} };

/**
 * Returns the message about what keeps a plan from being applied; null where all of it can be written.
 * @param problems what keeps the programme from being read
 */
export function obstacleTo(
  plan: EditPlan | null,
  tables: readonly WatchedTable[],
  problems: readonly TableProblem[],
): GuardSentence | null {
  if (problems.length > 0) return { code: "cannotRead", values: { problems } };
  if (!plan) return null;
  const isRecorded = tables.some(({ guarded, problem }) => guarded.role === "history" && problem === null);
  if (!isRecorded && plan.events.length + plan.revertedEvents.length > 0) {
    return { code: "cannotRead", values: { problems: [missingTable(HISTORY.name)] } };
  }
  const names = tablesWritten(plan, tables);
  const sheets = protectedSheets(tables.filter(({ name }) => names.has(name)).map(({ geometry }) => geometry));
  return sheets.length === 0 ? null : { code: "sheetsProtected", values: { sheets } };
}

/** Returns a plan without what it does on protected sheets besides its purpose: colour, and identities that are written as they are. */
export function withoutExtras(plan: EditPlan, tables: readonly WatchedTable[]): EditPlan {
  const locked = new Set(tables.filter(({ geometry }) => geometry.isProtected).map(({ name }) => name));
  if (locked.size === 0) return plan;
  return {
    ...plan,
    marks: plan.marks.filter(({ table }) => !locked.has(table)),
    writes: plan.writes.filter(({ table, purpose }) => purpose !== "identity" || !locked.has(table)),
  };
}
