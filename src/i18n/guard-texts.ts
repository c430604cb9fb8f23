/** The shape of the guard's texts: a sentence for every code of the domain. Values that are messages themselves come in words. */
import type {
  AttemptedEdit,
  Circumstance,
  GuardSentence,
  EditOutcome,
  TableProblem,
} from "../domain/edit-review/message";
import type { Status } from "../domain/vocabulary";
import type { Finding, Refused } from "../domain/rules/types";

/** A value as its sentence gets it: findings, refusals and attempts are worded, statuses and dates as this language writes them. */
type Worded<Value> = Value extends readonly Refused[] | readonly TableProblem[]
  ? readonly string[]
  : Value extends Finding | readonly AttemptedEdit[] | TableProblem
    ? string
    : Value extends Status
      ? string
      : Value;
type WordedValues<Values> = { [Name in keyof Values]: Worded<Values[Name]> };

export interface GuardTexts {
  titles: Record<EditOutcome, string>;
  /** "Status: Consented to Determined". */
  tried: (column: string, from: string, to: string) => string;
  /** The other items and cells that a message is about. */
  alsoFor: (items: readonly string[], count: number) => string;
  actions: {
    /** "Approved, 1 March 2024, meeting 2024-03". */
    decided: (status: string, date: string, meeting: string | null) => string;
    /** The step of an item inside its status. */
    step: (step: string) => string;
    /** The columns of an item that were changed. */
    fields: (columns: readonly string[]) => string;
    /** Several items with what happened to all of them; null where it differs. */
    several: (items: readonly string[], what: string | null) => string;
    one: (item: string, what: string) => string;
  };
  around: Record<Circumstance, (text: string) => string>;
  sentences: {
    [Code in GuardSentence["code"]]: (values: WordedValues<Extract<GuardSentence, { code: Code }>["values"]>) => string;
  };
}
