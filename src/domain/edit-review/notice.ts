/** What the guard says of itself or of a whole table. */
import type { MessageDraft } from "./edit-plan";
import type { GuardSentence } from "./message";

/** The parts of a message that only some have. */
export const emptyDetails = () => ({ circumstance: null, findings: [], possible: [], overrides: [], deleted: [] });

/** @returns a message that means no item and no cell, and offers nothing to press */
export function notice(text: GuardSentence): MessageDraft {
  return {
    ...emptyDetails(),
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
