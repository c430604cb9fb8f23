/** Sentences for messages of the edit guard. */
import type { AttemptedEdit, GuardSentence, TableProblem } from "../domain/edit-review/message";
import type { MessageDraft } from "../domain/edit-review/edit-plan";
import { headerOfField } from "../domain/item-fields";
import type { ProgrammeEvent } from "../domain/model";
import type { Finding, Refused } from "../domain/rules/types";
import { guard } from "./en/guard";
import { catalogue, formatDate } from "./language";
import { actionText, clausesText, dayText, findingText, refusalReasons, refusalText, statusText } from "./rules";
import { problemText } from "./workbook";

/** The texts in the language in use. */
const guardTexts = catalogue("guard", guard);

/** The texts of a message. */
export interface WordedMessage {
  title: string;
  tried: string;
  text: string;
  /** "Resolution 1, 9.3.3"; "" where the rule is in no instrument. */
  clause: string;
  /** The button of each possible step, in order. */
  actions: readonly string[];
}

/** Words a message of the guard. */
export function wordMessage(draft: MessageDraft): WordedMessage {
  const { titles, around, alsoFor } = guardTexts();
  const sentence = wordSentence(draft.text, draft.possible.length > 0 ? refusalReasons : refusalText);
  const text = draft.circumstance === null ? sentence : around[draft.circumstance](sentence);
  return {
    title: titles[draft.outcome],
    tried: triedText(draft.tried),
    text: draft.count > 1 ? `${text} ${alsoFor(draft.items.slice(1), draft.count - 1)}` : text,
    clause: clausesText(draft.findings),
    actions: draft.possible.map((step) => actionText(step)),
  };
}

function triedText(tried: readonly AttemptedEdit[]): string {
  const { tried: worded } = guardTexts();
  const parts = tried.map((attempt) =>
    "cells" in attempt ? attempt.cells : worded(attempt.column, attempt.from, attempt.to),
  );
  return parts.join("; ");
}

/** Words what an action did: one line, whatever the number of its edits. */
export function wordAction(events: readonly ProgrammeEvent[], nameOf: (key: string) => string): string {
  const { actions } = guardTexts();
  const byItem = new Map<string, string[]>();
  for (const event of events) {
    const parts = byItem.get(event.item) ?? [];
    byItem.set(event.item, [...parts, wordEvent(event)]);
  }
  const worded = [...byItem].map(([key, parts]) => ({ item: nameOf(key), what: parts.join("; ") }));
  const [first, ...others] = worded;
  if (!first) return "";
  if (others.length === 0) return actions.one(first.item, first.what);
  const isSame = others.every(({ what }) => what === first.what);
  return actions.several(
    worded.map(({ item }) => item),
    isSame ? first.what : null,
  );
}

function wordEvent({ kind, to, step, date, meeting, changes }: ProgrammeEvent): string {
  const { actions } = guardTexts();
  if (to !== null) return actions.decided(statusText(to), formatDate(date, "long"), meeting);
  return kind === "Step" ? actions.step(step ?? "") : actions.fields(changes.map(({ field }) => headerOfField(field)));
}

/**
 * Words a sentence of the guard.
 * @param wordRefusal words a refusal in it; where buttons offer the alternatives, the sentence does not repeat them
 */
export function wordSentence(message: GuardSentence, wordRefusal = refusalText): string {
  const values = Object.entries<unknown>(message.values).map(([name, value]) => [
    name,
    wordedValue(name, value, wordRefusal),
  ]);
  const sentence = guardTexts().sentences[message.code] as (values: unknown) => string;
  return sentence(Object.fromEntries(values));
}

/** Returns a value in the form that sentences use, by its name; `GuardSentence` declares the values. */
function wordedValue(name: string, value: unknown, wordRefusal: typeof refusalText): unknown {
  switch (name) {
    case "refusals":
      return [...new Set((value as readonly Refused[]).map((refused) => wordRefusal(refused)))];
    case "finding":
      return findingText(value as Finding);
    case "problem":
      return problemText(value as TableProblem);
    case "problems":
      return (value as readonly TableProblem[]).map(problemText);
    case "tried":
      return triedText(value as readonly AttemptedEdit[]);
    case "status":
    case "from":
    case "to":
    case "is":
      return statusText(String(value));
    case "date":
      return dayText(String(value));
    default:
      return value;
  }
}
