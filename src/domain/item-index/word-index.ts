/** Items by the words that describe them: found by a word's beginning, or by a word that is mistyped. */
import { editDistance } from "../designations/distance";
import type { WorkItem } from "../model";
import { namesOfItem } from "./name-register";

/** Where a word of an item comes from: a title is more telling than an editor's name. */
export type WordSource = "name" | "title" | "editor";

/** Words this long may be mistyped; shorter ones resemble too many others. */
const SHORTEST_MISTYPED = 6;
/** From this length on, two mistakes are forgiven. */
const LONG = 11;

/** Letters and digits of a text in lower case, without accents. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

interface Described {
  readonly words: readonly (readonly [word: string, source: WordSource])[];
}

/** Kept by item, so that an index after an edit costs no reading of the others. */
const described = new WeakMap<WorkItem, Described>();

function describe(item: WorkItem): Described {
  const known = described.get(item);
  if (known) return known;
  const words = new Map<string, WordSource>();
  const add = (texts: readonly string[], source: WordSource): void => {
    for (const text of texts) for (const word of wordsOf(text)) if (!words.has(word)) words.set(word, source);
  };
  add(namesOfItem(item), "name");
  add([item.title], "title");
  add(item.editors, "editor");
  const result = { words: [...words] };
  described.set(item, result);
  return result;
}

/** How well a word of a query matches one of an item. */
export interface WordMatch {
  readonly source: WordSource;
  readonly how: "whole" | "beginning" | "mistyped";
}

const RANK = { whole: 0, beginning: 1, mistyped: 2 } as const;

/** The words of some items. */
export class WordIndex {
  /** By word: positions of the items, with where the word comes from. */
  private readonly items = new Map<string, [position: number, source: WordSource][]>();
  private readonly sorted: string[];

  constructor(items: readonly WorkItem[]) {
    items.forEach((item, position) => {
      for (const [word, source] of describe(item).words) {
        const list = this.items.get(word);
        if (list) list.push([position, source]);
        else this.items.set(word, [[position, source]]);
      }
    });
    this.sorted = [...this.items.keys()].sort();
  }

  /** The items, by position, that a word of a query matches; mistyped words only where nothing else does. */
  find(word: string): Map<number, WordMatch> {
    const found = new Map<number, WordMatch>();
    for (let at = this.firstFrom(word); this.sorted[at]?.startsWith(word) === true; at += 1) {
      const known = this.sorted[at] ?? "";
      this.add(found, known, known === word ? "whole" : "beginning");
    }
    if (found.size === 0) for (const near of this.near(word)) this.add(found, near, "mistyped");
    return found;
  }

  private add(found: Map<number, WordMatch>, word: string, how: WordMatch["how"]): void {
    for (const [position, source] of this.items.get(word) ?? []) {
      const known = found.get(position);
      if (!known || RANK[how] < RANK[known.how]) found.set(position, { source, how });
    }
  }

  /** Words with a letter missing, doubled, replaced or two transposed. */
  private near(word: string): string[] {
    if (word.length < SHORTEST_MISTYPED) return [];
    const limit = word.length < LONG ? 1 : 2;
    return this.sorted.filter(
      (known) => Math.abs(known.length - word.length) <= limit && editDistance(word, known, limit) <= limit,
    );
  }

  private firstFrom(word: string): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle] ?? "") < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
