/** The shape of the texts of the rules: one set of these per language, a text for every code of the domain. */
import type { FindingCode, ReasonCode } from "../domain/rules/finding-codes";

/**
 * A message and what to do about it. Names in braces are filled in, `{item}`; a format behind a colon says how, `{date:day}`:
 * day, status, and, or, amount, waits, product, kindOfText.
 */
export interface FindingText {
  message: string;
  advice: string;
}

/** The texts of one language. */
export interface RulesTexts {
  /** What introduces the earliest day and the list of what is possible. */
  earliest: string;
  possible: string;
  nothingPossible: string;
  and: (items: readonly string[]) => string;
  or: (items: readonly string[]) => string;
  day: (iso: string) => string;
  /** Instruments, where this language names them otherwise than the rules do. */
  instruments: Partial<Record<string, string>>;
  /** Kinds of text by product or change: with their article, to begin a sentence, and without. */
  products: Record<string, string>;
  kindsOfText: Partial<Record<string, string>>;
  /** Statuses with the word of this language beside them, where it is another. */
  statuses: Partial<Record<string, string>>;
  /** What a period is for, to follow a colon. */
  waits: Record<string, string>;
  /** Why a change of status is refused, to follow a colon. */
  reasons: Record<ReasonCode, string>;
  findings: Record<FindingCode, FindingText>;
  /** Units with their number: {n} is the number in words. */
  numbers: readonly string[];
  units: Record<string, readonly [one: string, many: string]>;
  unitsPossessive: Record<string, readonly [one: string, many: string]>;
  /** Buttons, by transition; English ones stand in the table itself. */
  actions: Partial<Record<string, string>>;
}
