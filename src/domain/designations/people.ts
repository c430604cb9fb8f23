/** Recognises two spellings of one person's name. Printed names are not changed: only keys are compared. */
import { foldAccents } from "../text";
import { editDistance } from "./distance";

/** Letters that Unicode does not decompose into a plain letter and a mark. */
const PLAIN_LETTERS: Record<string, string> = { ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th" };
const COURTESY = /\b(?:mr|mrs|ms|miss|dr|prof|eng)\.?\s+/g;
/** Minimum length for near matches: shorter names often differ by one letter. */
const SHORTEST_NEAR = 7;

function letters(name: string): string {
  return foldAccents(name)
    .replace(/\([^)]*\)/g, " ")
    .replace(COURTESY, "")
    .replace(/[øłđßæœıþ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/[^\p{L}]/gu, "");
}

/** The rotation of a text that comes first in the alphabet: the same for "lijunliu" and "liulijun". */
function leastRotation(text: string): string {
  const repeated = text + text;
  let best = 0;
  for (let candidate = 1; candidate < text.length; candidate += 1) {
    if (repeated.slice(candidate, candidate + text.length) < repeated.slice(best, best + text.length)) best = candidate;
  }
  return repeated.slice(best, best + text.length);
}

/**
 * A key that is equal for the spellings of one person: order of surname and given names, capitals, hyphens, spaces,
 * diacritics and nicknames in parentheses do not count ("Hyung Jin Lim", "Hyungjin LIM", "LIM Hyung-jin").
 */
export function personKey(name: string): string {
  return leastRotation(letters(name));
}

/** Whether two spellings have the same `personKey`. */
export function samePerson(a: string, b: string): boolean {
  return personKey(a) === personKey(b);
}

/**
 * Whether two spellings are so similar that one can be a typing error for the other ("Jah Hoon Nah", "Jae Hoon NAH") although they
 * do not count as the same: one letter wrong, missing, added or swapped.
 */
export function nearPerson(a: string, b: string): boolean {
  const [lettersA, lettersB] = [letters(a), letters(b)];
  if (Math.min(lettersA.length, lettersB.length) < SHORTEST_NEAR || samePerson(a, b)) return false;
  for (let rotation = 0; rotation < lettersB.length; rotation += 1) {
    if (editDistance(lettersA, lettersB.slice(rotation) + lettersB.slice(0, rotation), 1) <= 1) return true;
  }
  return false;
}
