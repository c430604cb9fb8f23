/** The meaning of a row of each table for its item. */
import type { DocumentFamily, TableKind } from "../document";
import type { EventKind, Process, Status } from "../vocabulary";

export interface TableRule {
  kind: EventKind;
  /** "by mark": given by the asterisks after the name; null: not given by the table. */
  process: Process | "by mark" | null;
}

/** Rules for all tables except the export, whose rows contain their status. */
export const TABLE_RULES: Record<Exclude<TableKind, "Work programme export">, TableRule> = {
  "TAP approved": { kind: "Approved", process: "TAP" },
  "TAP not approved": { kind: "Not approved", process: "TAP" },
  "TAP determined": { kind: "Determined", process: "TAP" },
  "AAP consented": { kind: "Consented", process: "AAP" },
  Agreed: { kind: "Agreed", process: "Agreement" },
  "Planned for approval": { kind: "Planned for approval", process: "TAP" },
  "Planned for determination": { kind: "Planned for determination", process: "TAP" },
  "Planned for consent": { kind: "Planned for consent", process: "AAP" },
  "Planned for agreement": { kind: "Planned for agreement", process: "Agreement" },
  "New work items": { kind: "New work item", process: "by mark" },
  Discontinued: { kind: "Discontinued", process: null },
  "Recommendations approved": { kind: "Approved", process: "by mark" },
  "Under development": { kind: "Listed as under study", process: "by mark" },
};

const EXECUTIVE_MARKS: Record<string, Process> = { "": "AAP", "*": "TAP", "**": "Agreement" };
/** The asterisks have different meanings in the two families (notes below Annex 2; notes of the new work items). */
export const PROCESS_BY_MARK: Record<DocumentFamily, Record<string, Process>> = {
  "executive-summary": EXECUTIVE_MARKS,
  "work-programme-export": EXECUTIVE_MARKS,
  "lead-study-group-report": { "": "AAP", "*": "TAP", "**": "Approval", "***": "Agreement" },
};

/** The values of the database's status column (approval-rules 6.1), before the date. */
export const EXPORT_STATUSES: { pattern: RegExp; rule: TableRule }[] = [
  { pattern: /^pending/i, rule: { kind: "Proposed", process: null } },
  { pattern: /^under study/i, rule: { kind: "Listed as under study", process: null } },
  { pattern: /^determined/i, rule: { kind: "Determined", process: "TAP" } },
  { pattern: /^consented/i, rule: { kind: "Consented", process: "AAP" } },
  { pattern: /^approved/i, rule: { kind: "Approved", process: null } },
  { pattern: /^agreed/i, rule: { kind: "Agreed", process: "Agreement" } },
  { pattern: /^not approved/i, rule: { kind: "Not approved", process: null } },
  { pattern: /^deferred/i, rule: { kind: "Deferred to WTSA", process: null } },
  { pattern: /^(?:discontinued|deleted|no longer)/i, rule: { kind: "Discontinued", process: null } },
];

/** The status that each kind of event leads to; null if it leads to none by itself. */
export const STATUS_OF_KIND: Record<EventKind, Status | null> = {
  Proposed: "Pending confirmation",
  "New work item": "Under study",
  "Listed as under study": "Under study",
  "Planned for approval": null,
  "Planned for determination": null,
  "Planned for consent": null,
  "Planned for agreement": null,
  Determined: "Determined",
  Consented: "Consented",
  Approved: "Approved",
  Agreed: "Agreed",
  "Not approved": "Not approved",
  "Deferred to WTSA": "Deferred to WTSA",
  Discontinued: "Discontinued",
  "Returned to study": "Under study",
  Step: null,
  Changed: null,
};

/** The order of events at one meeting: a text not approved can still be agreed there, and plans come last. */
export const RANK_WITHIN_A_DAY: Record<EventKind, number> = {
  Proposed: 0,
  "New work item": 1,
  "Listed as under study": 2,
  "Returned to study": 3,
  "Not approved": 4,
  "Deferred to WTSA": 5,
  Discontinued: 5,
  Determined: 6,
  Consented: 6,
  Step: 7,
  Approved: 8,
  Agreed: 9,
  "Planned for approval": 10,
  "Planned for determination": 10,
  "Planned for consent": 10,
  "Planned for agreement": 10,
  Changed: 11,
};

/** Events that report a state and not a decision: they never change the date since which a status holds. */
export const REPORTING_KINDS: ReadonlySet<EventKind> = new Set([
  "Listed as under study",
  "New work item",
  "Proposed",
  "Planned for approval",
  "Planned for determination",
  "Planned for consent",
  "Planned for agreement",
  "Step",
  "Changed",
]);
