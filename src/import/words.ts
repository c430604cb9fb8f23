/** The words of a text with what is between them, to distinguish names from titles and names from one another. */
import { CELL } from "./lines";

/** What parts a word from the next: nothing but space, a line end, or a mark that only lists have. */
export type Boundary = "space" | "line" | "mark";

export interface Word {
  text: string;
  /** Positions in the source text. */
  start: number;
  end: number;
  /** What follows the word. */
  after: Boundary;
}

const TOKEN = new RegExp(`([^\\s${CELL}]+)([\\s${CELL}]*)`, "g");

/** Splits a text into words. Commas, semicolons, cell borders, "&" and "and" between names are marks, and no words. */
export function wordsOf(text: string, isList = false): Word[] {
  const words: Word[] = [];
  let depth = 0;
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[1] ?? "";
    const gap = match[2] ?? "";
    const start = match.index;
    const between: Boundary = gap.includes(CELL) ? "mark" : gap.includes("\n") ? "line" : "space";
    const previous = words.at(-1);
    if (isList && depth === 0 && previous && /^(?:&|and|[,;/])$/.test(raw)) {
      previous.after = "mark";
      continue;
    }
    depth = Math.max(0, depth + count(raw, "(") - count(raw, ")"));
    const listed = depth === 0 && /[,;]$/.test(raw);
    const bare = listed ? raw.slice(0, -1) : raw;
    // "Kim,Lee" without a space is two words all the same.
    pushParts(words, bare, start);
    const last = words.at(-1);
    if (last) last.after = listed ? "mark" : between;
  }
  return words;
}

function pushParts(words: Word[], text: string, start: number): void {
  const parts = /^\p{L}[^(]*[,;]\p{Lu}/u.test(text) ? text.split(/[,;](?=\p{Lu})/u) : [text];
  let at = start;
  for (const part of parts) {
    if (part !== "") words.push({ text: part, start: at, end: at + part.length, after: "mark" });
    at += part.length + 1;
  }
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}
