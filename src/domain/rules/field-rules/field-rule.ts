/** A field rule: a named, pure predicate on one work item, with severity, clauses and confidence. */
import type { IsoDate, ProgrammeEvent, WorkItem } from "../../model";
import { currentState } from "../../merge/item-state";
import type { MessageValues } from "../../message";
import type { FieldRuleCode } from "../finding-codes";
import type { Clause, Confidence } from "../instruments";
import type { TextKind } from "../text-kinds";
import type { ItemDetails, ItemField, RuleContext, Severity } from "../types";

/** One work item with the data that a rule can read. */
export interface Subject {
  item: WorkItem;
  /** Number, else provisional name. */
  designation: string;
  kind: TextKind | null;
  details: ItemDetails;
  /** By date. */
  events: readonly ProgrammeEvent[];
  /** The day on which it got its status. */
  since: IsoDate | null;
  context: RuleContext;
}

/** A violation of a rule, with the values of its sentence. */
export interface Violation {
  values?: MessageValues;
  /** A lower severity than that of the rule. */
  severity?: Severity;
  /** A code other than the id of the rule: "F-09 notation". */
  code?: FieldRuleCode;
  field?: ItemField;
}

export interface FieldRule {
  id: FieldRuleCode;
  /** The highest severity of its violations. */
  severity: Severity;
  field: ItemField | null;
  clauses: readonly Clause[];
  confidence: Confidence;
  /** Whether it concerns a missing value: for an item reported by a document it is then a remark at most. */
  completeness?: true;
  /** The condition in words, for the page of rules. */
  condition: string;
  check(subject: Subject): Violation | readonly Violation[] | null;
}

/** Returns a violation without values where the condition applies. */
export function violationIf(applies: boolean): Violation | null {
  return applies ? {} : null;
}

/** Returns the last day on which an item got a status, up to the day of its present status; null where it is not recorded. */
export function statusDate({ events, since }: Subject, status: string): IsoDate | null {
  return events.filter((event) => event.to === status && event.date <= (since ?? event.date)).at(-1)?.date ?? null;
}

/** Status and step before the present status, according to the history. */
export function statusBefore({ item, events }: Subject): Pick<WorkItem, "status" | "step"> | null {
  const last = events.findLastIndex(({ to }) => to !== null && to !== item.status);
  const entered = events.findIndex(({ to }, at) => at > last && to === item.status);
  return currentState(events.slice(0, Math.max(0, entered)));
}
