/**
 * How much a run of words looks like one person's name, against how much it looks like the end of a title. Scores are rough
 * log-odds: 0 is neutral, +3 is strong, -6 is nearly certain.
 */
import { personKey } from "../domain/designations/people";
import { memoize } from "../domain/memoize";
import { isInnerParticle, isParticle, nameOrigins, nameShape } from "./person-words";
import { titleWordStrength } from "./title-words";

function weighWord(word: string): number {
  const bare = word.replace(/^[("“']+|[)"”',;.]+$/g, "");
  if (bare === "") return -6;
  if (/\d/.test(bare) || /[/:&*_]/.test(bare)) return -8;
  if (/^\p{Lu}\.?$/u.test(bare) && /^\p{Lu}\.?$/u.test(word)) return word.endsWith(".") ? 1 : 0.2;
  if (/^\p{Ll}/u.test(bare)) return isParticle(bare) ? 0.5 : -7;
  const shape = nameShape(bare);
  const allCaps = /^[\p{Lu}'’-]{2,}$/u.test(bare);
  if (allCaps && isParticle(bare.toLowerCase())) return 0.5;
  const strength = titleWordStrength(bare);
  // Xiaoming and Jianping end like "streaming" and "mapping".
  if (strength === 1 && shape >= 2) return 0.8;
  if (strength > 0) {
    // Long, Young, Field: a word of titles that is a name as well is weak evidence either way; in capitals more.
    if (shape >= 3) return allCaps ? 1.5 : 0.3;
    return shape >= 2 && bare.length <= 4 ? -1 : allCaps && bare.length > 4 ? -0.5 : -3.5;
  }
  if (shape > 0) return allCaps && bare.length <= 3 ? shape - 1 : shape;
  // An unknown word in capitals is an acronym when short, a surname when long.
  if (allCaps) return bare.length <= 4 ? -1.2 : 0.8;
  if (/(?:ers|ors|ies|ces|ges|ses|nts|cts|rts|lts|ics|ism|ship|ful|less|ory|ary|ure|ght|tch)$/.test(bare)) return -0.3;
  if (
    /\p{Ll}\p{Lu}/u.test(bare) &&
    !/^(?:Mc|Mac|O['’]|De|Di|Du|Le|La|Van|Al|El|Abou|Abu|Ben|Bel|Fitz)\p{Lu}/u.test(bare) &&
    !bare.includes("-")
  )
    return -3;
  return 0.9;
}

/** Score of one word as a part of a name, from its own shape. */
export const nameScore = memoize(weighWord);

/** Score of one word as a part of a title. */
export function titleScore(word: string): number {
  return -nameScore(word);
}

/** Returns the identity of a person across spellings; memoized. */
export const keyOfPerson = memoize(personKey);

/** Score of a run of words as one whole name. Runs of one or more than five words are not names. */
export function personScore(words: readonly string[], knownNames: ReadonlySet<string>): number {
  const count = words.length;
  let score = LENGTH_SCORE[count] ?? -9;
  for (const word of words) score += nameScore(word);
  const first = words[0] ?? "";
  const last = words.at(-1) ?? "";
  const capsLast = isCapitals(last);
  if (capsLast && count > 1 && !isCapitals(first)) score += 2;
  if (first.startsWith("(")) score -= 8;
  if (!capsLast && count > 1 && isCapitals(first) && first.length > 3) score += nameShape(first) > 0 ? 0.5 : -1.5;
  if (isParticle(last) || isInnerParticle(last) || (isParticle(first) && /^\p{Ll}/u.test(first))) score -= 6;
  else if (isInnerParticle(first)) score -= 2.5;
  if (count > 1 && (last.endsWith(")") || /^\p{Lu}\.$/u.test(last))) score -= 3;
  // A name goes on behind a surname in capitals only in capitals.
  if (!capsLast && words.slice(1, -1).some((word) => isCapitals(word) && word.length > 2)) score -= 2.5;
  if (count > 1) score += words.reduce((shared, word) => shared & nameOrigins(word), 15) === 0 ? -0.3 : 0.4;
  if (count > 1 && score > -6 && knownNames.has(keyOfPerson(words.join(" ")))) score += 8;
  return score;
}

const LENGTH_SCORE: readonly number[] = [-20, -6, 0, -0.4, -1.5, -4];

/** True for a word in capitals of two letters or more, as surnames often are. */
export function isCapitals(word: string): boolean {
  return /^[\p{Lu}'’-]{2,}$/u.test(word.replace(/[,;]$/, ""));
}
