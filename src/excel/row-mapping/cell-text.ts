/** What a cell of Excel can hold of a text. Pure. */

/** The most that a cell holds, in UTF-16 units. */
const LONGEST = 32_767;
/** Marks the end of a text that was shortened. */
const CUT = " […]";
/** Replaces characters that no cell and no .xlsx file can contain. */
const REPLACEMENT = "\uFFFD";

/** Half a character (a lone surrogate), and characters that XML excludes; line and page ends of Word and old Macs are line ends. */
const LINE_ENDS = /\r\n|[\r\v\f]/g;
/* eslint-disable no-control-regex -- control characters are what this is about */
const UNHOLDABLE =
  /[\u0000-\u0008\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const SUSPECT = /[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
/* eslint-enable no-control-regex */

/** Whether a text wants a second look: most do not. */
export function isSuspect(text: string): boolean {
  return SUSPECT.test(text) || text.length > LONGEST;
}

/** A text as a cell can hold it, but for its length. */
export function sanitized(text: string): string {
  return text.replace(LINE_ENDS, "\n").replace(UNHOLDABLE, REPLACEMENT);
}

/** Whether a text has characters that are lost in a cell. */
export function losesCharacters(text: string): boolean {
  UNHOLDABLE.lastIndex = 0;
  return UNHOLDABLE.test(text);
}

/** A text that is too long for a cell, cut at a whole character, as people see characters, with a mark; any other as it is. */
export function fitting(text: string): string {
  if (text.length <= LONGEST) return text;
  const available = LONGEST - CUT.length;
  const last = new Intl.Segmenter("en").segment(text.slice(0, LONGEST + 100)).containing(available);
  return text.slice(0, last && last.index > 0 ? last.index : available) + CUT;
}
