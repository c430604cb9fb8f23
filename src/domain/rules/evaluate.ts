/** Evaluates one edit of one work item: accepted, with its events, or refused, with the findings and the possible alternatives. */
import { STATUSES, type Process, type Status } from "../vocabulary";
import { checkConsistency } from "./consistency";
import { detailsOfFacts, lazyDetails, repliesOf } from "./details";
import { changeEvent } from "./drafts";
import { FIELD_PARSERS } from "./field-edits";
import { normalisedText } from "./field-values";
import { contextFor } from "./own-group";
import { beginEvaluation, addFinding, type Evaluation, type Move } from "./evaluation";
import { clausesInForce } from "./instruments";
import { evaluateMove } from "./moves";
import { findingsOf } from "./next-steps";
import { transitionWithId } from "./transition-table";
import { type Finding, type ItemField, type ProposedEdit, type Refused, type RuleContext, type Verdict } from "./types";

/**
 * Evaluates an edit. A user's edit must follow the procedures unless a reason is given: it is then accepted, and its errors
 * become warnings. An edit from a document is accepted with warnings, since it has happened already.
 * A value without meaning (an unknown word, a lost name or key) is refused in all cases.
 * @param edit every field that changes, as typed
 * @param context the programme, and the date and meeting of the edit
 */
export function evaluate(edit: ProposedEdit, ruleContext: RuleContext): Verdict {
  const context = withFacts(contextFor(edit.item, ruleContext), edit);
  const evaluation = beginEvaluation(edit, context, ruleContext);
  for (const [field, parse] of PARSERS)
    if (field in edit.changes) parse(evaluation, normalisedText(edit.changes[field]));
  checkMeetingDates(evaluation);
  evaluation.context = { ...context, date: evaluation.typedDate ?? context.date };
  const move = evaluation.final ? null : evaluateMove(evaluation);
  evaluation.findings.push(...(move?.findings ?? []));
  if (!evaluation.final) {
    checkConsistency(
      evaluation,
      move?.path?.segments.some((segment) => segment.transition.processAfter !== undefined) ?? false,
    );
    evaluation.findings.push(...nonStatusFindings(evaluation, context));
  }
  const { date } = evaluation.context;
  evaluation.findings = evaluation.findings.map((found) => ({
    ...found,
    clauses: clausesInForce(found.clauses, date),
  }));
  return conclude(evaluation, context, move);
}

/** Finds a decision that nothing dates. */
function checkMeetingDates(evaluation: Evaluation): void {
  const { context, edit, typedDate } = evaluation;
  const field = (["status", "step"] as const).find((each) => each in edit.changes);
  if (!field || !context.undatedMeeting || typedDate !== null || edit.origin === "document") return;
  const values = { meeting: context.undatedMeeting };
  addFinding(evaluation, "meetingUndated", { severity: "error", rule: "F-17", field, values, final: true });
}

/** Returns the context with the facts entered with the edit, which take precedence over those of the history. */
function withFacts(context: RuleContext, { item, facts }: ProposedEdit): RuleContext {
  if (facts === undefined) return context;
  const entered = detailsOfFacts(facts);
  const key = item?.key ?? "";
  return { ...context, details: (itemKey) => ({ ...context.details?.(itemKey), ...(itemKey === key ? entered : {}) }) };
}

/** In order, so that the process is set before the status is evaluated. */
const PARSERS = Object.entries(FIELD_PARSERS) as [ItemField, (typeof FIELD_PARSERS)[ItemField]][];

/** Transitions that do not change the status: planning, process, name. */
const NON_STATUS_CHANGES: readonly {
  id: "T04" | "T05" | "T43";
  fields: readonly ItemField[];
  statuses: readonly Status[];
}[] = [
  { id: "T04", fields: ["timing"], statuses: ["Under study", "Pending confirmation"] },
  { id: "T05", fields: ["process"], statuses: ["Under study"] },
  { id: "T43", fields: ["item", "name"], statuses: STATUSES },
];

function nonStatusTransitions({ before, next, edit }: Evaluation): string[] {
  if (!before) return [];
  const applies = ({ id, fields, statuses }: (typeof NON_STATUS_CHANGES)[number]): boolean =>
    statuses.includes(before.status) &&
    fields.some((field) => field in edit.changes) &&
    (id !== "T05" || isSwitch(before.process, next.process));
  return NON_STATUS_CHANGES.filter(applies).map(({ id }) => id);
}

/** A change between TAP and AAP, which the study group decides. */
function isSwitch(from: Process | null, to: Process | null): boolean {
  return (from === "TAP" && to === "AAP") || (from === "AAP" && to === "TAP");
}

function nonStatusFindings(evaluation: Evaluation, context: RuleContext): Finding[] {
  const { before, next, edit } = evaluation;
  if (!before || edit.origin === "document") return [];
  const situation = { before, item: next, details: lazyDetails(before, context), context, reason: edit.reason };
  return nonStatusTransitions(evaluation).flatMap((id) => findingsOf(transitionWithId(id), situation));
}

function conclude(evaluation: Evaluation, context: RuleContext, move: Move | null): Verdict {
  const { edit, next, findings } = evaluation;
  const errors = findings.filter((found) => found.severity === "error");
  const isOverride = edit.reason !== null && edit.explains !== true;
  const isBinding = edit.origin === "person" && (!isOverride || errors.some(isNotExcused(edit)));
  if (errors.length > 0 && (isBinding || evaluation.final)) return refuse(evaluation, errors, move);
  const [first] = errors;
  if (first && edit.reason !== null) {
    const values = { reason: edit.reason };
    addFinding(evaluation, "insisted", { severity: "info", rule: first.rule, field: first.field ?? "status", values });
  }
  const changed = changeEvent(evaluation, context, nonStatusTransitions(evaluation));
  const warnings = findings.map((found): Finding =>
    found.severity === "error" ? { ...found, severity: "warning" } : found,
  );
  return { outcome: "accept", item: next, warnings, events: [...(changed ? [changed] : []), ...(move?.events ?? [])] };
}

/** Where the replies to a consultation are recorded, no reason overrides the finding that too few were in favour. */
function isNotExcused({ facts = {} }: ProposedEdit): (found: Finding) => boolean {
  const figures = repliesOf(facts) !== undefined;
  return (found) => figures && found.rule === CLOSES_CONSULTATION && found.field === "step";
}

/** The transition that needs 70 % of the replies in favour. */
const CLOSES_CONSULTATION = "T11";

function refuse(evaluation: Evaluation, errors: Finding[], move: Move | null): Refused {
  const findings = [...errors, ...evaluation.findings.filter((found) => found.severity !== "error")];
  const ofStatus = errors.some(
    (found) => found.field === "status" || found.field === "step" || found.field === "since",
  );
  const possible = ofStatus ? (move?.possible ?? []) : [];
  const earliest = ofStatus ? (move?.earliest ?? null) : null;
  const before = evaluation.before?.status ?? null;
  const triedStatus = move !== null && ofStatus && "status" in evaluation.edit.changes;
  const nothingElse = triedStatus && before !== null && earliest === null && possible.length === 0;
  return { outcome: "refuse", findings, before, possible, nothingElse, earliest, overridable: !evaluation.final };
}
