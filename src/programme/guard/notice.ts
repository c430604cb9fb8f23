/** What the guard says of itself or of a whole table. */
import { guardTexts } from "../messages/guard";
import type { MessageDraft } from "./plan";

/** @returns a message that means no item and no cell, and offers nothing to press */
export function notice(text: string): MessageDraft {
  return {
    outcome: "noted",
    cause: text,
    item: "",
    key: null,
    at: null,
    tried: "",
    title: guardTexts().titles.noted,
    text,
    clause: "",
    possible: [],
    redo: [],
    deleted: [],
    items: [],
    keys: [],
    count: 1,
  };
}
