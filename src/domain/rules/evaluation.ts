/** The state of an evaluation in progress: the item after the edit, and the findings so far. */
import { designationOf } from "../item-name";
import { blankItem } from "../blank";
import type { IsoDate, WorkItem } from "../model";
import type { MessageValues } from "../message";
import { finding } from "./finding";
import type { EditCode } from "./finding-codes";
import type { Clause } from "./instruments";
import type { TransitionPath } from "./next-steps";
import type { EventDraft, Finding, ItemField, PossibleStep, ProposedEdit, RuleContext, Severity } from "./types";

export interface Evaluation {
  edit: ProposedEdit;
  context: RuleContext;
  /** The meetings of the workbook. Events refer to one of them, also those of items of other study groups. */
  calendar: Pick<RuleContext, "meetings" | "meeting">;
  before: WorkItem | null;
  /** The item after the edit; fields are set as they are parsed. */
  next: WorkItem;
  findings: Finding[];
  /** Whether there is an error that no reason can override: a value without meaning, a lost identity. */
  final: boolean;
  /** The date typed with the status or into Since. */
  typedDate: string | null;
  /** The step as typed; undefined where the edit does not touch it. */
  typedStep: string | null | undefined;
}

/** The result of the status part of an edit. */
export interface Move {
  findings: readonly Finding[];
  /** The path of transitions; null where there is none, and where neither status nor step changed. */
  path: TransitionPath | null;
  possible: PossibleStep[];
  earliest: IsoDate | null;
  events: EventDraft[];
}

/** Begins the evaluation of an edit. */
export function beginEvaluation(
  edit: ProposedEdit,
  context: RuleContext,
  calendar: Evaluation["calendar"],
): Evaluation {
  const next = edit.item ? { ...edit.item } : blankItem("");
  return {
    edit,
    context,
    calendar,
    before: edit.item,
    next,
    findings: [],
    final: false,
    typedDate: null,
    typedStep: undefined,
  };
}

export interface FindingDetails {
  severity: Severity;
  rule: string;
  field: ItemField;
  clauses?: readonly Clause[];
  values?: MessageValues;
  /** Whether no reason can override it. */
  final?: boolean;
}

/** Adds a finding about the edit. */
export function addFinding(evaluation: Evaluation, code: EditCode, details: FindingDetails): void {
  const { severity, rule, field, clauses = [], values = {}, final = false } = details;
  const item = designationOf(evaluation.before ?? evaluation.next);
  const about = { severity, rule, item, key: evaluation.before?.key ?? null, field, clauses };
  evaluation.findings.push(finding(about, code, values));
  if (severity === "error" && final) evaluation.final = true;
}
