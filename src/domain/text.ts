/** Operations on texts that every part of the product shares: invisible characters, white space, accents. */

/** Characters that are displayed as nothing: soft hyphens, zero-width spaces and joiners, marks of direction, variation selectors, NUL. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\0]/gu;
const NOT_ASCII = /[^\x20-\x7e]/;

/** Returns a text without characters that are displayed as nothing. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, "");
}

/** Returns a text with each run of white space as one space, and none at the ends. */
export function foldSpaces(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Returns the letters and digits of a text as words, in lower case without accents. */
export function wordsOf(text: string): string[] {
  const folded = foldAccents(text);
  return folded.match(NOT_ASCII.test(folded) ? /[\p{L}\p{N}]+/gu : /[a-z0-9]+/g) ?? [];
}

/** Returns a text in lower case without accents. Most texts are ASCII and need no decomposition. */
export function foldAccents(text: string): string {
  return NOT_ASCII.test(text) ? text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase() : text.toLowerCase();
}
