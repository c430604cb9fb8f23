/** What the guard says of itself or of a whole table. */
import { guardTexts } from "../../i18n/guard";
import type { MessageDraft } from "./edit-plan";

/** The parts of a message that only refusals and deletions have. */
export const nothingElse = () => ({ clause: "", possible: [], redo: [], deleted: [] });

/** @returns a message that means no item and no cell, and offers nothing to press */
export function notice(text: string): MessageDraft {
  return {
    ...nothingElse(),
    outcome: "noted",
    cause: text,
    item: "",
    key: null,
    at: null,
    tried: "",
    title: guardTexts().titles.noted,
    text,
    items: [],
    keys: [],
    count: 1,
  };
}
