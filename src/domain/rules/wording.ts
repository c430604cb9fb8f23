/** How the rules put things: sentences made of the texts of the catalogue. */
import type { IsoDate } from "../model";
import { fill, rulesTexts } from "../../i18n/rules";
import type { Text } from "../../i18n/rules-texts";
import type { Status } from "../vocabulary";
import { cite, type Clause } from "./instruments";
import { PERIODS, type Period, type PeriodId } from "./periods";
import type { Timing } from "./timeline";
import type { Transition } from "./transition-table";
import type { Finding, ItemField, PossibleStep, Severity } from "./types";

/** What a finding is about, and how grave it is. */
export interface About {
  severity: Severity;
  rule: string;
  item: string;
  key: string | null;
  field: ItemField | null;
  clauses: readonly Clause[];
}

/** Makes a finding from a text of the catalogue. */
export function finding(about: About, text: Text, values: Readonly<Record<string, string | number>> = {}): Finding {
  const { severity, rule, item, key, field } = about;
  const all = { item, ...values };
  const clause = cite(about.clauses);
  const message = withClause(fill(text.message, all), clause);
  return { severity, rule, item, key, field, message, clause, advice: fill(text.advice, all) };
}

/** A sentence with its clause in parentheses before the full stop: "… (Resolution 1, 9.3.3)." */
export function withClause(sentence: string, clause: string): string {
  const bare = sentence.replace(/\.$/, "");
  return clause ? `${bare} (${clause}).` : `${bare}.`;
}

/** What a person reads of a list: "Under study, Deferred to WTSA, Discontinued". */
export function possibleText(possible: readonly PossibleStep[], from: Status): string {
  const texts = rulesTexts();
  const statuses = [
    ...new Set(possible.map((step) => (step.status === from ? (step.step ?? step.status) : step.status))),
  ];
  return statuses.length > 0
    ? fill(texts.possible, { list: statuses.join(", ") })
    : fill(texts.nothingPossible, { status: from });
}

/** "Earliest: 2023-12-08." */
export function earliestText(date: IsoDate): string {
  return fill(rulesTexts().earliest, { date });
}

/** A period in words: "three months". */
export function amountText(period: Period): string {
  return counted(period, rulesTexts().units);
}

/** The button of a transition in the language in use. */
export function actionText(transition: Transition): string {
  return rulesTexts().actions[transition.id] ?? transition.action;
}

/** Why a date is too early: every period on the way, in order, each once. */
export function waitsText(timing: Timing): { reason: string; clauses: Clause[] } {
  const ids = [...new Set(timing.waits.map((wait) => wait.period))];
  const reasons = ids.map((id) => waitText(id));
  return {
    reason: reasons.join(` ${rulesTexts().and} `),
    clauses: ids.flatMap((id) => [...PERIODS[id].clauses]),
  };
}

function waitText(id: PeriodId): string {
  const texts = rulesTexts();
  return fill(texts.waits[id] ?? "{amount}", {
    amount: amountText(PERIODS[id]),
    possessive: counted(PERIODS[id], texts.unitsPossessive),
  });
}

function counted(period: Period, units: Readonly<Record<string, readonly [string, string]>>): string {
  const [one, many] = units[period.unit] ?? ["{n}", "{n}"];
  return fill(period.amount === 1 ? one : many, { n: rulesTexts().numbers[period.amount] ?? period.amount });
}
