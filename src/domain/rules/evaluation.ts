/** The state of a judgement under way: the item as it would become, and what was found so far. */
import { blankItem } from "../blank";
import type { IsoDate, WorkItem } from "../model";
import type { MessageValues } from "../message";
import { finding } from "./finding";
import type { EditCode } from "./finding-codes";
import type { Clause } from "./instruments";
import { designationOf } from "./text-kinds";
import type { TransitionPath } from "./next-steps";
import type { EventDraft, Finding, ItemField, PossibleStep, ProposedEdit, RuleContext, Severity } from "./types";

export interface Evaluation {
  edit: ProposedEdit;
  context: RuleContext;
  /** The meetings of the workbook, one of which an event belongs to: also that of another study group's item. */
  calendar: Pick<RuleContext, "meetings" | "meeting">;
  before: WorkItem | null;
  /** The item as the edit would leave it; fields are set as they are understood. */
  next: WorkItem;
  findings: Finding[];
  /** Whether something was found that no reason can excuse: a value that means nothing, a lost identity. */
  final: boolean;
  /** The date typed with the status or into Since. */
  typedDate: string | null;
  /** The step as typed; undefined where the edit does not touch it. */
  typedStep: string | null | undefined;
}

/** What became of the status part of an edit. */
export interface Move {
  findings: readonly Finding[];
  /** The way taken; null where there is none, and where no status changed. */
  path: TransitionPath | null;
  possible: PossibleStep[];
  earliest: IsoDate | null;
  events: EventDraft[];
}

/** Begins a judgement. */
export function begin(edit: ProposedEdit, context: RuleContext, calendar: Evaluation["calendar"]): Evaluation {
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
  /** Whether a reason cannot excuse it. */
  final?: boolean;
}

/** Notes what is wrong with an edit. */
export function addFinding(evaluation: Evaluation, code: EditCode, details: FindingDetails): void {
  const { severity, rule, field, clauses = [], values = {}, final = false } = details;
  const item = designationOf(evaluation.before ?? evaluation.next);
  const about = { severity, rule, item, key: evaluation.before?.key ?? null, field, clauses };
  evaluation.findings.push(finding(about, code, values));
  if (severity === "error" && final) evaluation.final = true;
}
