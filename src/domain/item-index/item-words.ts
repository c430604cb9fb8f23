/** The words that describe an item, matched by their beginning, or as mistyped. */
import { editDistance } from "../designations/distance";
import type { WorkItem } from "../model";
import { wordsOf } from "../text";
import { namesOfItem } from "./name-register";

/** The field that a word of an item comes from: a match in the title ranks above one in an editor's name. */
export type WordSource = "name" | "title" | "editor";

/** Words this long may be mistyped; shorter ones resemble too many others. */
const SHORTEST_MISTYPED = 6;
/** From this length on, two mistakes are forgiven. */
const LONG = 11;

type Words = readonly (readonly [word: string, source: WordSource])[];

/** Kept by item, so that a search after an edit reads no other item again. */
const wordsByItem = new WeakMap<WorkItem, Words>();

function wordsOfItem(item: WorkItem): Words {
  const cached = wordsByItem.get(item);
  if (cached) return cached;
  const words = new Map<string, WordSource>();
  const add = (text: string, source: WordSource): void => {
    for (const word of wordsOf(text)) if (!words.has(word)) words.set(word, source);
  };
  for (const name of namesOfItem(item)) add(name, "name");
  add(item.title, "title");
  for (const editor of item.editors) add(editor, "editor");
  const result = [...words];
  wordsByItem.set(item, result);
  return result;
}

/** How well a word of a query matches one of an item. */
export interface WordMatch {
  readonly source: WordSource;
  readonly how: "whole" | "beginning" | "mistyped";
}

/** The items, by position, that a word of a query matches; mistyped words only where nothing else does. */
export function matchWord(items: readonly WorkItem[], word: string): Map<number, WordMatch> {
  const found = new Map<number, WordMatch>();
  items.forEach((item, position) => {
    for (const [own, source] of wordsOfItem(item)) {
      if (!own.startsWith(word)) continue;
      if (own === word) {
        found.set(position, { source, how: "whole" });
        break;
      }
      if (!found.has(position)) found.set(position, { source, how: "beginning" });
    }
  });
  return found.size > 0 || word.length < SHORTEST_MISTYPED ? found : matchMistyped(items, word);
}

/** Returns the items with a word that differs by one letter missing, repeated, replaced or by two transposed. */
function matchMistyped(items: readonly WorkItem[], word: string): Map<number, WordMatch> {
  const limit = word.length < LONG ? 1 : 2;
  const near = new Map<string, boolean>();
  const isNear = (own: string): boolean => {
    let isClose = near.get(own);
    if (isClose === undefined) near.set(own, (isClose = editDistance(word, own, limit) <= limit));
    return isClose;
  };
  const found = new Map<number, WordMatch>();
  items.forEach((item, position) => {
    const match = wordsOfItem(item).find(([own]) => Math.abs(own.length - word.length) <= limit && isNear(own));
    if (match) found.set(position, { source: match[1], how: "mistyped" });
  });
  return found;
}
