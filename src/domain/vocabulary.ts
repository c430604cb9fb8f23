/** The words of the approval procedures, each list in the order in which people expect to see it. */

/** The study group whose work programme this is. */
export const OWN_GROUP = "SG17";

/** What a meeting decides of a text: a status, and the event that gives it. */
const DECISIONS = [
  "Determined",
  "Consented",
  "Approved",
  "Agreed",
  "Not approved",
  "Deferred to WTSA",
  "Discontinued",
] as const;

/** The status of a work item (the labels of the ITU-T work programme database where it has one). */
export const STATUSES = ["Pending confirmation", "Under study", ...DECISIONS] as const;
export type Status = (typeof STATUSES)[number];

/** How a text is approved: TAP (Resolution 1), AAP (Rec. A.8), Agreement (non-normative texts), Approval (where neither applies). */
export const PROCESSES = ["TAP", "AAP", "Agreement", "Approval"] as const;
export type Process = (typeof PROCESSES)[number];

/** New/Revised column as reports print it, without a final dot. */
export const KINDS = ["New", "Rev", "Cor", "Amd"] as const;
export type Kind = (typeof KINDS)[number];

/** What can happen to a work item; an event is one of these at one date. */
export const EVENT_KINDS = [
  "Proposed",
  "New work item",
  "Listed as under study",
  "Planned for approval",
  "Planned for determination",
  "Planned for consent",
  "Planned for agreement",
  ...DECISIONS,
  "Returned to study",
  "Step",
  "Changed",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** The events that begin, decide or reopen work on a text. */
export const DECIDING_EVENTS: ReadonlySet<EventKind> = new Set(["New work item", ...DECISIONS, "Returned to study"]);

/** Whether a text is one of a list's words; narrows its type. */
export function isOneOf<const T extends string>(list: readonly T[], value: unknown): value is T {
  return typeof value === "string" && (list as readonly string[]).includes(value);
}
