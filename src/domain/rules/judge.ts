/** Judges one edit of one work item: taken, with what it adds to the history, or refused, with why and what is possible instead. */
import { STATUSES, type Process, type Status } from "../vocabulary";
import { judgeConsistency } from "./consistency";
import { detailsOfFacts, lazyDetails, repliesOf } from "./details";
import { changeEvent } from "./drafts";
import { FIELD_PARSERS } from "./field-edits";
import { textOf } from "./field-values";
import { contextFor } from "./own-group";
import { begin, addFinding, type Evaluation, type Move } from "./evaluation";
import { judgeMove } from "./moves";
import { findingsOf } from "./next-steps";
import { transitionWithId } from "./transition-table";
import { type Finding, type ItemField, type ProposedEdit, type Refused, type RuleContext, type Verdict } from "./types";

/**
 * Judges an edit. A person's edit is held to the procedures, unless a reason is given: then it is taken, and what was
 * wrong with it comes back as warnings. What a document reports has happened: it is taken, and remarked upon.
 * What means nothing (an unknown word, a lost name or key) is refused in any case.
 * @param edit every field that changes, as typed
 * @param context the programme, and the date and meeting of the edit
 */
export function judge(edit: ProposedEdit, given: RuleContext): Verdict {
  const context = withFacts(contextFor(edit.item, given), edit);
  const judging = begin(edit, context, given);
  for (const [field, parse] of PARSERS) if (field in edit.changes) parse(judging, textOf(edit.changes[field]));
  judging.context = { ...context, date: judging.typedDate ?? context.date };
  const move = judging.final ? null : judgeMove(judging);
  judging.findings.push(...(move?.findings ?? []));
  if (!judging.final) {
    judgeConsistency(judging, move?.way?.path.some((leg) => leg.transition.processAfter !== undefined) ?? false);
    judging.findings.push(...quietFindings(judging, context));
  }
  return conclude(judging, context, move);
}

/** The context with what is entered with the edit: it counts before what the history tells. */
function withFacts(context: RuleContext, { item, facts }: ProposedEdit): RuleContext {
  if (facts === undefined) return context;
  const entered = detailsOfFacts(facts);
  const key = item?.key ?? "";
  return { ...context, details: (other) => ({ ...context.details?.(other), ...(other === key ? entered : {}) }) };
}

/** In their order, so that a process is known before a status is judged. */
const PARSERS = Object.entries(FIELD_PARSERS) as [ItemField, (typeof FIELD_PARSERS)[ItemField]][];

/** Transitions that change no status: planning, process, name. */
const QUIET: readonly { id: "T04" | "T05" | "T43"; fields: readonly ItemField[]; statuses: readonly Status[] }[] = [
  { id: "T04", fields: ["timing"], statuses: ["Under study", "Pending confirmation"] },
  { id: "T05", fields: ["process"], statuses: ["Under study"] },
  { id: "T43", fields: ["item", "name"], statuses: STATUSES },
];

function quietTransitions({ before, next, edit }: Evaluation): string[] {
  if (!before) return [];
  const applies = ({ id, fields, statuses }: (typeof QUIET)[number]): boolean =>
    statuses.includes(before.status) &&
    fields.some((field) => field in edit.changes) &&
    (id !== "T05" || isSwitch(before.process, next.process));
  return QUIET.filter(applies).map(({ id }) => id);
}

/** From TAP to AAP or back: what the study group decides. */
function isSwitch(from: Process | null, to: Process | null): boolean {
  return (from === "TAP" && to === "AAP") || (from === "AAP" && to === "TAP");
}

function quietFindings(judging: Evaluation, context: RuleContext): Finding[] {
  const { before, next, edit } = judging;
  if (!before || edit.origin === "document") return [];
  const situation = { before, item: next, details: lazyDetails(before, context), context, reason: edit.reason };
  return quietTransitions(judging).flatMap((id) => findingsOf(transitionWithId(id), situation));
}

function conclude(judging: Evaluation, context: RuleContext, move: Move | null): Verdict {
  const { edit, next, findings } = judging;
  const errors = findings.filter((found) => found.severity === "error");
  const bound = edit.origin === "person" && (edit.reason === null || errors.some(isNotExcused(edit)));
  if (errors.length > 0 && (bound || judging.final)) return refuse(judging, errors, move);
  const [first] = errors;
  if (first && edit.reason !== null) {
    const values = { reason: edit.reason };
    addFinding(judging, "insisted", { severity: "info", rule: first.rule, field: first.field ?? "status", values });
  }
  const changed = changeEvent(judging, context, quietTransitions(judging));
  const warnings = findings.map((found): Finding =>
    found.severity === "error" ? { ...found, severity: "warning" } : found,
  );
  return { outcome: "take", item: next, warnings, events: [...(changed ? [changed] : []), ...(move?.events ?? [])] };
}

/** Where the replies to a consultation are on record, no reason excuses that too few were in favour. */
function isNotExcused({ facts = {} }: ProposedEdit): (found: Finding) => boolean {
  const figures = repliesOf(facts) !== undefined;
  return (found) => figures && found.rule === CLOSES_CONSULTATION && found.field === "step";
}

/** The transition that needs 70 % of the replies in favour. */
const CLOSES_CONSULTATION = "T11";

function refuse(judging: Evaluation, errors: Finding[], move: Move | null): Refused {
  const findings = [...errors, ...judging.findings.filter((found) => found.severity !== "error")];
  const ofStatus = errors.some(
    (found) => found.field === "status" || found.field === "step" || found.field === "since",
  );
  const possible = ofStatus ? (move?.possible ?? []) : [];
  const earliest = ofStatus ? (move?.earliest ?? null) : null;
  const before = judging.before?.status ?? null;
  const triedStatus = move !== null && ofStatus && "status" in judging.edit.changes;
  const nothingElse = triedStatus && before !== null && earliest === null && possible.length === 0;
  return { outcome: "refuse", findings, before, possible, nothingElse, earliest, overridable: !judging.final };
}
