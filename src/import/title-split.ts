/**
 * Parts a title from the editors that follow it without any delimiter, as the table of new work items prints them. Every
 * place between two words is weighed: the words before as title, those behind as a list of names.
 */
import { CELL, foldMending } from "./lines";
import { cutIntoNames } from "./people-lists";
import { titleScore } from "./person-names";
import { isParticle } from "./person-words";
import { titleWordStrength } from "./title-words";
import { type Word, wordsOf } from "./words";

export interface TitleSplit {
  title: string | null;
  /** The editors' part of the text, verbatim; "" where there seem to be none. */
  editors: string;
  /** Where the second best place would be; null where there is only one. */
  rival: string | null;
  /** How much better the chosen place is than the second best, in the units of the name scores. */
  margin: number;
}

/** Margin below which a split is reported as doubtful. */
export const DOUBTFUL_MARGIN = 5;

const OPEN_END =
  /^(?:an|the|of|for|in|on|at|to|by|with|from|and|or|using|under|between|based|via|de|its|their|as|against|-|–|—|:|\/|&)$|[:/–—]$/i;
const NUMBERED_PART = /^(?:annex|appendix|part|class|type|category|phase|level|version|group|profile|module)$/i;
const LINE_END_BONUS = 1;

function startScore(words: readonly Word[], at: number, openParentheses: number): number {
  const before = words[at - 1];
  if (!before) return -8;
  let score = 0;
  if (before.after === "line") score += LINE_END_BONUS;
  if (before.after === "mark") score -= 6;
  if (before.text === "a" || OPEN_END.test(before.text)) score -= 8;
  if (NUMBERED_PART.test(before.text) && /^(?:\p{Lu}|\d+)$/u.test(words[at]?.text ?? "")) score -= 4;
  if (openParentheses > 0) score -= 5;
  else if (before.text.endsWith(")")) score += 1.5;
  return score;
}

/**
 * Splits "title editors". `knownNames` are the keys (keyOfPerson) of people seen elsewhere in the document.
 */
export function splitTitle(text: string, knownNames: ReadonlySet<string>): TitleSplit {
  const cell = text.indexOf(CELL);
  if (cell > 0 && text.indexOf(CELL, cell + 1) < 0 && text.slice(cell + 1).trim() !== "") {
    return { title: foldMending(text.slice(0, cell)), editors: text.slice(cell + 1), rival: null, margin: Infinity };
  }
  const source = mendLists(text);
  const words = wordsOf(source);
  const cuts = cutIntoNames(words, knownNames);
  let titlePart = 0;
  let open = 0;
  let best = { at: 0, score: -Infinity };
  let second = { at: 0, score: -Infinity };
  for (let at = 0; at <= words.length; at++) {
    const score = titlePart + startScore(words, at, open) + (at === words.length ? -3 : (cuts[at]?.score ?? 0));
    if (score > best.score) {
      second = best;
      best = { at, score };
    } else if (score > second.score) second = { at, score };
    const word = words[at]?.text ?? "";
    titlePart += Math.max(-3, Math.min(3, titleScore(word)));
    open = Math.max(0, open + (word.split("(").length - word.split(")").length));
  }
  const position = words[beforeParticles(words, best.at)]?.start ?? source.length;
  return {
    title: foldMending(source.slice(0, position)) || null,
    editors: source.slice(position),
    rival: second.score > -Infinity ? (words[second.at]?.text ?? null) : null,
    margin: best.score - second.score,
  };
}

/** Particles in lower case before a name belong to it: no title ends with "de la" or "van der". */
function beforeParticles(words: readonly Word[], at: number): number {
  let start = at;
  while (start > 1 && start < words.length && /^\p{Ll}+$/u.test(words[start - 1]?.text ?? "")) {
    const word = words[start - 1]?.text ?? "";
    if (!isParticle(word) || (word.length < 2 && word !== "e")) break;
    start -= 1;
  }
  return start;
}

/** Mends names that a line end broke behind their first letter; elsewhere a lower-case word goes on with the title. */
function mendLists(text: string): string {
  return text.replace(
    /(?<=([,;]\s*)|\s)(\p{Lu}\p{Ll}?)[ \t]*\n[ \t]*(\p{Ll}{2,})(?=([\s,;]+\p{Lu})?)/gu,
    (whole: string, comma: string | undefined, letters: string, rest: string, next: string | undefined) =>
      comma !== undefined || (next !== undefined && rest.length > 2 && titleWordStrength(rest) === 0)
        ? letters + rest
        : whole,
  );
}
