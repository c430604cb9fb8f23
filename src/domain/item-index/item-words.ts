/** The texts of an item that are searched, and how well a word matches one: by its beginning, or as mistyped. */
import { editDistance } from "../designations/distance";
import type { WorkItem } from "../model";
import { foldAccents, foldSpaces } from "../text";

/** Points of a word by the field that it comes from, times how well it matches. All products are whole numbers. */
const SOURCE = { name: 30, title: 20, editor: 15 } as const;
const HOW = { whole: 1, beginning: 0.8, mistyped: 0.4 } as const;

/** Words this long may be mistyped; shorter ones resemble too many others. */
const SHORTEST_MISTYPED = 6;
/** From this length on, two mistakes are forgiven. */
const LONG = 11;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Most titles have nothing of this, and are spared two replacements. */
const UNUSUAL = /[\u2010-\u2015]|\s\s|[^\S ]|^\s|\s$/;

/** Returns a text in lower case without accents, with plain hyphens and single spaces. */
export function foldPhrase(text: string): string {
  const folded = foldAccents(text);
  return UNUSUAL.test(folded) ? foldSpaces(folded.replace(/[\u2010-\u2015]/g, "-")) : folded;
}

/** Names, title and editors of an item, folded, with the positions at which title and editors begin. */
interface ItemText {
  readonly text: string;
  readonly title: number;
  readonly editors: number;
}

/** Kept by item, so that a search after an edit reads no other item again. */
const textByItem = new WeakMap<WorkItem, ItemText>();

function textOf(item: WorkItem): ItemText {
  const cached = textByItem.get(item);
  if (cached) return cached;
  const names = foldAccents(`${item.number ?? ""} ${item.name ?? ""} ${item.aliases.join(" ")}`);
  const title = foldPhrase(item.title);
  const result = {
    text: `${names}\n${title}\n${foldAccents(item.editors.join(" "))}`,
    title: names.length + 1,
    editors: names.length + title.length + 2,
  };
  textByItem.set(item, result);
  return result;
}

/** Returns whether the title of an item begins with a folded text, or holds it. */
export function matchTitle(item: WorkItem, folded: string): "begins" | "holds" | null {
  const { text, title, editors } = textOf(item);
  const at = text.indexOf(folded, title);
  if (at < 0 || at + folded.length >= editors) return null;
  return at === title ? "begins" : "holds";
}

/** Returns the points of items, by position, for a word of a query; mistyped words only where nothing else matches. */
export function rateWord(items: readonly WorkItem[], word: string): Uint16Array {
  const points = new Uint16Array(items.length);
  let isFound = false;
  items.forEach((item, position) => {
    const own = rateBeginning(textOf(item), word);
    if (own === 0) return;
    points[position] = own;
    isFound = true;
  });
  return isFound || word.length < SHORTEST_MISTYPED ? points : rateMistyped(items, word);
}

/** Returns the points of the first whole word, else of the first that begins with the word. */
function rateBeginning(item: ItemText, word: string): number {
  const { text } = item;
  let points = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWordAt(text, at - 1)) continue;
    if (!isWordAt(text, at + word.length)) return SOURCE[sourceAt(item, at)] * HOW.whole;
    points ||= SOURCE[sourceAt(item, at)] * HOW.beginning;
  }
  return points;
}

function sourceAt({ title, editors }: ItemText, at: number): keyof typeof SOURCE {
  if (at < title) return "name";
  return at < editors ? "title" : "editor";
}

/** Returns whether there is a letter or digit at a position. */
function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code > 96 && code < 123) || (code > 47 && code < 58);
  return LETTER_OR_DIGIT.test(text.charAt(at));
}

/** Returns the points of items with a word that differs by one letter missing, repeated, replaced or by two transposed. */
function rateMistyped(items: readonly WorkItem[], word: string): Uint16Array {
  const limit = word.length < LONG ? 1 : 2;
  const near = new Map<string, boolean>();
  const isNear = (own: string): boolean => {
    let isClose = near.get(own);
    if (isClose === undefined) near.set(own, (isClose = editDistance(word, own, limit) <= limit));
    return isClose;
  };
  const points = new Uint16Array(items.length);
  items.forEach((item, position) => {
    const own = textOf(item);
    const at = findWord(own.text, word.length - limit, word.length + limit, isNear);
    if (at >= 0) points[position] = SOURCE[sourceAt(own, at)] * HOW.mistyped;
  });
  return points;
}

/** Returns the position of the first word of a length that passes a test; -1 where none does. */
function findWord(text: string, shortest: number, longest: number, test: (word: string) => boolean): number {
  for (let from = 0, at = 0; at <= text.length; at += 1) {
    if (at < text.length && isWordAt(text, at)) continue;
    const length = at - from;
    if (length >= shortest && length <= longest && test(text.slice(from, at))) return from;
    from = at + 1;
  }
  return -1;
}
