/** Checks the programme, item by item, against the field rules. */
import { isSilent } from "./activity";
import { designationOf } from "../item-name";
import type { ProgrammeEvent, WorkItem } from "../model";
import type { Steps } from "../steps";
import { OWN_GROUP } from "../vocabulary";
import { lazyDetails } from "./details";
import { finding } from "./finding";
import { FIELD_RULES, type FieldRule, type Violation, type Subject } from "./field-rules";
import { clausesInForce } from "./instruments";
import { contextFor } from "./own-group";
import { textKindOf } from "./text-kinds";
import { statusSince } from "./timeline";
import type { Finding, RuleContext, Severity } from "./types";

/** The most serious first. */
export const SEVERITY_ORDER: readonly Severity[] = ["error", "warning", "info"];

/**
 * Returns all findings of the field rules about one item, the most serious first. There are no remarks about items of other
 * study groups and those that nobody has named at the latest two meetings.
 */
export function checkItem(item: WorkItem, ruleContext: RuleContext): Finding[] {
  const context = contextFor(item, ruleContext);
  const subject = subjectOf(item, context);
  const reported = isReported(item, subject.events);
  const isOurs = item.studyGroup === OWN_GROUP && !isSilent(subject.events, context.meetings, context.today);
  const findings = FIELD_RULES.flatMap((rule) => {
    const violations = rule.check(subject);
    if (violations === null) return [];
    return (Array.isArray(violations) ? (violations as readonly Violation[]) : [violations as Violation]).map(
      (violation) => findingOf(rule, violation, subject, reported),
    );
  });
  return findings
    .filter(({ severity }) => isOurs || severity !== "info")
    .sort((a, b) => SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity));
}

/** Checks all items of the study group, yielding between items; other study groups keep their own programme. */
export function* checkProgramme(items: readonly WorkItem[], context: RuleContext): Steps<Finding[]> {
  const findings: Finding[] = [];
  const own = items.filter(({ studyGroup }) => studyGroup === OWN_GROUP);
  for (const [index, item] of own.entries()) {
    findings.push(...checkItem(item, context));
    yield (index + 1) / own.length;
  }
  return findings;
}

function subjectOf(item: WorkItem, context: RuleContext): Subject {
  const designation = designationOf(item);
  const details = lazyDetails(item, context);
  return {
    item,
    designation,
    kind: textKindOf(designation),
    get details() {
      return details();
    },
    events: context.programme.eventsOf(item.key),
    since: statusSince(item, context),
    context,
  };
}

/** Whether a document reported the present status. Findings about it are then at most warnings, since no edit caused them. */
function isReported(item: WorkItem, events: readonly ProgrammeEvent[]): boolean {
  return events.findLast((event) => event.to === item.status)?.origin === "document";
}

function findingOf(rule: FieldRule, violation: Violation, subject: Subject, reported: boolean): Finding {
  const about = {
    severity: severityOf(rule, violation, reported),
    rule: rule.id,
    item: subject.designation,
    key: subject.item.key,
    field: violation.field ?? rule.field,
    clauses: clausesInForce(rule.clauses, subject.since ?? subject.context.date),
  };
  return finding(about, violation.code ?? rule.id, violation.values);
}

/** The severity of a violation, lowered where a document reported the status and where no instrument confirms the rule. */
function severityOf(rule: FieldRule, violation: Violation, reported: boolean): Severity {
  const ownSeverity = violation.severity ?? rule.severity;
  if (reported && rule.completeness) return "info";
  return ownSeverity === "error" && (reported || rule.confidence !== "confirmed") ? "warning" : ownSeverity;
}
