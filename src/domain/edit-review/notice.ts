/** What the guard says of itself or of a whole table. */
import type { MessageDraft } from "./edit-plan";
import type { GuardSentence } from "./message";

/** The parts of a message that only some have. */
export const nothingElse = () => ({ circumstance: null, findings: [], possible: [], redo: [], deleted: [] });

/** @returns a message that means no item and no cell, and offers nothing to press */
export function notice(text: GuardSentence): MessageDraft {
  return {
    ...nothingElse(),
    outcome: "noted",
    cause: JSON.stringify(text),
    item: "",
    key: null,
    at: null,
    tried: [],
    text,
    items: [],
    keys: [],
    count: 1,
  };
}
