/** Source text as numbered lines, and the small text operations that every reader needs. */
import { mapInSteps, type Steps } from "../domain/steps";
import { withoutInvisible } from "../domain/text";

/** A line, or a part of a line where the source runs several things together. Number is 1-based. */
export interface Line {
  number: number;
  text: string;
}

/** Separates the cells of a row where the source separates them (tab, bar, a table of a .docx). */
export const CELL = "\u241f";

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029\v\f]/;
const LINE_ENDS = new RegExp(LINE_END, "g");
const HYPHENS = /[\u2010\u2011\ufe63]/g;
/** A minus sign alone is the dash of an empty cell. */
const LONE_MINUS = /(?<![^\s|\u241f])\u2212(?![^\s|\u241f])/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** A sign or space so often in a row is a rule or a gap; patterns that look behind or ahead stay linear where runs are bounded. */
const LONG_RUN = /([^\p{L}\d\n])\1{99,}/gu;

/**
 * Takes characters out that show nothing, and replaces those that look like the usual ones: hyphens, full-width punctuation.
 * Runs of one sign are shortened to a hundred.
 */
export function cleanText(printed: string): string {
  const text = printed.length < 100 ? printed : printed.replace(LONG_RUN, (_run, sign: string) => sign.repeat(100));
  // eslint-disable-next-line no-control-regex -- the range of ASCII, which needs no cleaning
  if (/^[\x01-\x7f]*$/.test(text)) return text;
  // Invisible characters would hide words from every pattern.
  return withoutInvisible(text)
    .replace(HYPHENS, "-")
    .replace(LONE_MINUS, "-")
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

/** Splits a text into lines whatever its line ends (CR, LF, CRLF, vertical tab, form feed, Unicode separators). */
export function* splitLines(text: string): Steps<Line[]> {
  return yield* mapInSteps(text.split(LINE_END), (line, index) => ({ number: index + 1, text: cleanText(line) }));
}

/** Whether a text has more lines than a number. */
export function hasMoreLines(text: string, most: number): boolean {
  let count = 1;
  for (const _end of text.matchAll(LINE_ENDS)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}

/** Folds white space (cell borders too) to single spaces and trims. */
export function fold(text: string): string {
  return text.replace(/[\s\u241f]+/g, " ").trim();
}

/** Like fold, but mends a word or compound that a line end splits after its hyphen or slash. */
export function foldMending(text: string): string {
  return fold(text.replace(/([\p{L}\d][-/])[ \t]*\n[ \t]*(?=[\p{L}\d])/gu, "$1"));
}

/** True for an empty cell: nothing, or a dash of any length. */
export function isEmptyCell(text: string): boolean {
  return /^[\s\u241f]*(?:[-–—−‒―]+[\s\u241f]*)?$/.test(text);
}

/** The text of a cell, null where it is empty or a dash. */
export function cellText(text: string | null | undefined): string | null {
  if (text === null || text === undefined || isEmptyCell(text)) return null;
  return fold(text);
}
