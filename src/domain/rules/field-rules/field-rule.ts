/** What a field rule is: a named, pure predicate on one work item, with its severity, clause and confidence. */
import type { IsoDate, ProgrammeEvent, WorkItem } from "../../model";
import type { MessageValues } from "../../message";
import type { FieldRuleCode } from "../finding-codes";
import type { Clause, Confidence } from "../instruments";
import type { TextKind } from "../text-kinds";
import type { ItemDetails, ItemField, RuleContext, Severity } from "../types";

/** One work item with all that a rule may look at. */
export interface Subject {
  item: WorkItem;
  /** Number, else provisional name. */
  designation: string;
  kind: TextKind | null;
  details: ItemDetails;
  /** By date. */
  events: readonly ProgrammeEvent[];
  /** Day on which it got its status. */
  since: IsoDate | null;
  context: RuleContext;
}

/** A rule applies, with what its message names. */
export interface Violation {
  values?: MessageValues;
  /** Less than the rule's own severity, where this case is less grave. */
  severity?: Severity;
  /** Another code than the rule's own: "F-09 notation". */
  code?: FieldRuleCode;
  field?: ItemField;
}

export interface FieldRule {
  id: FieldRuleCode;
  /** The gravest it can be. */
  severity: Severity;
  field: ItemField | null;
  clauses: readonly Clause[];
  confidence: Confidence;
  /** Whether it speaks of something that is missing: what a document does not print is no more than a note. */
  completeness?: true;
  /** What triggers it, in words, for the page of rules. */
  condition: string;
  check(subject: Subject): Violation | readonly Violation[] | null;
}

/** Shortens a predicate to a hit without values. */
export function violationIf(applies: boolean): Violation | null {
  return applies ? {} : null;
}

/** The last day on which an item got a status, up to the day since which it has its present one; null where the history does not tell. */
export function statusDate({ events, since }: Subject, status: string): IsoDate | null {
  return events.filter((event) => event.to === status && event.date <= (since ?? event.date)).at(-1)?.date ?? null;
}
