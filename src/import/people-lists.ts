/** Lists of people: where one name ends and the next begins, by marks, line ends and the shape of names. */
import { fold } from "./lines";
import { isCapitals, personScore } from "./person-names";
import { type Boundary, type Word, wordsOf } from "./words";

/** The best way to cut the words from a position on into names. */
export interface Cut {
  score: number;
  /** Number of words of the first name. */
  length: number;
}

const LONGEST_NAME = 5;

function boundaryScore(after: Boundary, isLast: boolean, word: string, next: string, usesMarks: boolean): number {
  if (isLast) return 0;
  if (after === "mark") return 0.5;
  if (after === "line") return usesMarks ? -2.5 : 0;
  const surnameEnds = isCapitals(word) && !isCapitals(next);
  return usesMarks ? (surnameEnds ? -1 : -4) : surnameEnds ? 0 : -1.2;
}

/**
 * For every position the best cut of the words from there to the end into names of at most five words. Linear in the
 * number of words. Whether line ends may part names depends on whether the whole list parts them by marks.
 */
export function cutIntoNames(
  words: readonly Word[],
  knownNames: ReadonlySet<string>,
  usesMarks = words.some((word) => word.after === "mark"),
): Cut[] {
  const best: Cut[] = Array.from({ length: words.length + 1 }, () => ({ score: 0, length: 0 }));
  for (let from = words.length - 1; from >= 0; from--) {
    let cut: Cut = { score: -Infinity, length: 1 };
    for (let length = 1; length <= LONGEST_NAME && from + length <= words.length; length++) {
      const run = words.slice(from, from + length);
      const last = run.at(-1);
      const isLast = from + length === words.length;
      if (!last) break;
      const score =
        personScore(
          run.map((word) => word.text),
          knownNames,
        ) -
        lineEndsWithin(run) * (usesMarks ? 0.5 : 2) +
        boundaryScore(last.after, isLast, last.text, words[from + length]?.text ?? "", usesMarks) +
        (best[from + length]?.score ?? 0);
      if (score > cut.score) cut = { score, length };
      if (last.after === "mark") break;
    }
    best[from] = cut;
  }
  return best;
}

/** Line ends inside a run of words. */
function lineEndsWithin(run: readonly Word[]): number {
  return run.slice(0, -1).filter((word) => word.after === "line").length;
}

/** Mends a name that a line end broke: "J⏎ae Hoon NAH", "Sang-⏎Woo LEE". */
export function mendNames(text: string): string {
  return text
    .replace(
      /(\p{L})[ \t]*\n[ \t]*(?!(?:de|da|di|du|la|le|van|von|der|den|bin|binti|bint|ibn|al|el|and)\b)(?=\p{Ll})/gu,
      "$1",
    )
    .replace(/(\p{L}-)[ \t]*\n[ \t]*(?=\p{L})/gu, "$1");
}

/** Splits an editors cell into names, verbatim and in order. */
export function readEditors(cell: string, knownNames: ReadonlySet<string>): string[] {
  const text = mendNames(cell);
  const words = wordsOf(text, true);
  const names: string[] = [];
  for (const run of runsBetweenMarks(words)) {
    const simple = run.length <= 3 && run.every((word, index) => index === run.length - 1 || word.after === "space");
    const usesMarks = words.some((word, index) => word.after === "mark" && index < words.length - 1);
    if (simple || (run.length <= 3 && usesMarks) || hasOneSurname(run)) {
      names.push(textOf(run));
      continue;
    }
    const cuts = cutIntoNames(run, knownNames, usesMarks);
    for (let at = 0; at < run.length;) {
      const length = Math.min(cuts[at]?.length ?? 1, run.length - at);
      names.push(textOf(run.slice(at, at + length)));
      at += length;
    }
  }
  return names.filter((name) => name !== "");
}

/** A surname in capitals that repeats the names before it ends one person's name: "El-Sayed Ali Gomaa EL-SAYED ALI". */
function hasOneSurname(run: readonly Word[]): boolean {
  if (run.length > LONGEST_NAME + 1 || run.slice(0, -1).some((word) => word.after !== "space")) return false;
  const first = run.findIndex((word) => isCapitals(word.text));
  const given = new Set(run.slice(0, Math.max(0, first)).map((word) => word.text.toUpperCase()));
  return given.size > 0 && run.slice(first).every((word) => isCapitals(word.text) && given.has(word.text));
}

function runsBetweenMarks(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  for (const word of words) {
    run.push(word);
    if (word.after !== "mark") continue;
    runs.push(run);
    run = [];
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function textOf(words: readonly Word[]): string {
  return fold(words.map((word) => word.text).join(" "));
}
