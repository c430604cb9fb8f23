/** Sentences for findings and refusals of the rules, clauses, periods and buttons. */
import type { MessageData, MessageValue, MessageValues } from "../domain/message";
import type { FindingCode, ReasonCode } from "../domain/rules/finding-codes";
import { editionOf, type Clause } from "../domain/rules/instruments";
import { PERIODS, type Period, type PeriodId } from "../domain/rules/periods";
import { transitionWithId } from "../domain/rules/transition-table";
import type { Finding, PossibleStep, Refused } from "../domain/rules/types";
import type { Status } from "../domain/vocabulary";
import { rules } from "./en/rules";
import { catalogue, type Language } from "./language";
import type { RulesTexts } from "./rules-texts";

/** The texts of the rules in the language in use. */
export const rulesTexts = catalogue("rules", rules);

/** A finding in words. */
export interface WordedFinding {
  /** One sentence with the offending value, and the clause in parentheses where there is one. */
  message: string;
  /** "Resolution 1, 9.3.3"; "" where the rule is in no instrument. */
  clause: string;
  /** What to do; "" where no action is needed. */
  advice: string;
}

/** Returns the sentences for a finding, in the language in use or in the given one. */
export function wordFinding({ code, values, clauses }: Finding, language?: Language): WordedFinding {
  const texts = rulesTexts(language);
  const clause = cite(clauses, language);
  const { message, advice } = texts.findings[code];
  return { message: withClause(fill(message, values, texts), clause), clause, advice: fill(advice, values, texts) };
}

/** Returns the message of a finding with its advice, "X.1 has no title. Enter the title." */
export function findingText(finding: Finding, language?: Language): string {
  const { message, advice } = wordFinding(finding, language);
  return advice === "" ? message : `${message} ${advice}`;
}

/** Returns the text of a refusal: its reasons and the possible alternatives. */
export function refusalText(refused: Refused, language?: Language): string {
  const texts = rulesTexts(language);
  const { possible, nothingElse, before } = refused;
  const reasons = refusalReasons(refused, language);
  if (possible.length > 0) return `${reasons} ${possibleText(possible, before, texts)}`;
  return nothingElse && before ? `${reasons} ${fill(texts.nothingPossible, { status: before }, texts)}` : reasons;
}

/** Returns the findings and the earliest day of a refusal, for where the alternatives are buttons. */
export function refusalReasons({ findings, earliest }: Refused, language?: Language): string {
  const texts = rulesTexts(language);
  const errors = findings.filter(({ severity }) => severity === "error");
  const sentences = errors.map((finding) => findingText(finding, language));
  if (earliest !== null) sentences.push(fill(texts.earliest, { date: earliest }, texts));
  return sentences.join(" ");
}

/** The possible statuses, "Possible now: Under study, Deferred to WTSA, Discontinued." */
function possibleText(possible: readonly PossibleStep[], before: Status | null, texts: RulesTexts): string {
  const names = possible.map(({ status, step }) => (status === before && step !== null ? step : status));
  const list = [...new Set(names)].map((name) => texts.statuses[name] ?? name);
  return fill(texts.possible, { list }, texts);
}

/** Returns the clauses of findings, without duplicates. */
export function clausesText(findings: readonly Finding[]): string {
  const cited = findings.map(({ clauses }) => cite(clauses)).filter((clause) => clause !== "");
  return [...new Set(cited)].join("; ");
}

/** Returns the button of a step: the name of its last transition. */
export function actionText({ transitions }: Pick<PossibleStep, "transitions">): string {
  const last = transitions.at(-1);
  return last === undefined ? "" : (rulesTexts().actions[last] ?? transitionWithId(last).action);
}

/** Returns a status followed by its word in the language in use: "Approved (approuvé)". */
export function statusText(status: string): string {
  return rulesTexts().statuses[status] ?? status;
}

/** Formats a date for sentences in the language in use. */
export function dayText(iso: string): string {
  return rulesTexts().day(iso);
}

/** Returns a period in words: "three months". */
export function amountText(period: Period): string {
  return counted(period, rulesTexts().units, rulesTexts());
}

/** Cites clauses: "Resolution 1 (2024), 9.3.3; Rec. A.8 (2024), 4.1". Practice, which is in no instrument, is not cited. */
export function cite(clauses: readonly Clause[], language?: Language): string {
  const { instruments } = rulesTexts(language);
  const cited = new Map<string, string[]>();
  for (const { edition, clause: number } of clauses) {
    if (edition === "practice") continue;
    const { name, edition: words } = editionOf(edition);
    const year = /\d{4}$/.exec(words)?.[0] ?? words;
    const cite = `${instruments[name] ?? name} (${year})`;
    cited.set(cite, [...(cited.get(cite) ?? []), ...(number ? [number] : [])]);
  }
  return [...cited].map(([name, numbers]) => [name, ...numbers].join(", ")).join("; ");
}

/** A sentence with its clause in parentheses before the full stop: "… (Resolution 1, 9.3.3)." */
function withClause(sentence: string, clause: string): string {
  const bare = sentence.replace(/\.$/, "");
  return clause ? `${bare} (${clause}).` : `${bare}.`;
}

const BLANK = /\{(\w+)(?::(\w+))?\}/g;

/** Replaces names in braces by values; a name without a value is left unchanged, so that the mistake is visible. */
function fill(template: string, values: MessageValues, texts: RulesTexts): string {
  return template
    .replace(BLANK, (whole, name: string, format: string | undefined) => {
      const value = values[name];
      return value === undefined ? whole : format === undefined ? plain(value, texts) : formatted(value, format, texts);
    })
    .trim();
}

const listed = (value: MessageValue): string[] => (Array.isArray(value) ? [...(value as string[])] : [String(value)]);

function plain(value: MessageValue, texts: RulesTexts): string {
  if (typeof value !== "object") return String(value);
  return isList(value) ? value.join(", ") : nested(value, texts);
}

function isList(value: MessageValue): value is readonly string[] {
  return Array.isArray(value);
}

/** A reason, or a whole finding, within another sentence. */
function nested({ code, values }: MessageData, texts: RulesTexts): string {
  const reason = texts.reasons[code as ReasonCode] as string | undefined;
  return fill(reason ?? texts.findings[code as FindingCode].message, values, texts);
}

function formatted(value: MessageValue, format: string, texts: RulesTexts): string {
  const names = listed(value);
  switch (format) {
    case "day":
      return texts.day(names[0] ?? "");
    case "status":
      return texts.statuses[names[0] ?? ""] ?? names[0] ?? "";
    case "and":
      return texts.and(names);
    case "or":
      return texts.or(names);
    case "waits":
      return texts.and(names.map((id) => waitText(id as PeriodId, texts)));
    case "amount":
      return names[0] === "" ? "" : counted(PERIODS[names[0] as PeriodId], texts.units, texts);
    case "product":
      return texts.products[names[0] ?? ""] ?? "";
    case "kindOfText":
      return texts.kindsOfText[names[0] ?? ""] ?? names[0] ?? "";
    default:
      throw new RangeError(`No format "${format}".`);
  }
}

function waitText(id: PeriodId, texts: RulesTexts): string {
  const amount = counted(PERIODS[id], texts.units, texts);
  const possessive = counted(PERIODS[id], texts.unitsPossessive, texts);
  return fill(texts.waits[id] ?? "{amount}", { amount, possessive }, texts);
}

function counted(period: Period, units: RulesTexts["units"], texts: RulesTexts): string {
  const [singular, plural] = units[period.unit] ?? ["{n}", "{n}"];
  return fill(period.amount === 1 ? singular : plural, { n: texts.numbers[period.amount] ?? period.amount }, texts);
}
