/** The shape of the texts of the rules: one set of these per language, a text for each code of the domain. */
import type { FindingCode, ReasonCode } from "../domain/rules/finding-codes";

/**
 * A message and what to do about it. Names in braces are replaced by values, `{item}`, with an optional format, `{date:day}`:
 * day, status, and, or, amount, waits, product, kindOfText.
 */
export interface FindingText {
  message: string;
  advice: string;
}

/** The texts of one language. */
export interface RulesTexts {
  /** Sentences with the earliest day and with the list of possible statuses. */
  earliest: string;
  possible: string;
  nothingPossible: string;
  and: (items: readonly string[]) => string;
  or: (items: readonly string[]) => string;
  day: (iso: string) => string;
  /** Names of instruments, where they differ in this language. */
  instruments: Partial<Record<string, string>>;
  /** Kinds of text by product or change: with their article, to begin a sentence, and without. */
  products: Record<string, string>;
  kindsOfText: Partial<Record<string, string>>;
  /** Statuses followed by the word of this language, where it differs. */
  statuses: Partial<Record<string, string>>;
  /** What a period is for, to follow a colon. */
  waits: Record<string, string>;
  /** Why a change of status is refused, to follow a colon. */
  reasons: Record<ReasonCode, string>;
  findings: Record<FindingCode, FindingText>;
  /** Units with their number: {n} is the number in words. */
  numbers: readonly string[];
  units: Record<string, readonly [singular: string, plural: string]>;
  unitsPossessive: Record<string, readonly [singular: string, plural: string]>;
  /** Buttons, by transition; the English ones are in the transition table. */
  actions: Partial<Record<string, string>>;
}
