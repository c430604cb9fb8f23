/** Notes below tables, empty tables and page furniture, recognised by their words. */
import { fold, type Line } from "./lines";

/** The word that opens a note; it is no part of the note. */
export const NOTE = /^\s*(?:Notes?|NOTES?)\s*\d*\s*(?:[:–—-]|$)\s*/;
/** A mark that opens a footnote. */
export const FOOTNOTE = /^\s*(?:\*{1,3}|\(\d\))\s*(?=\S+\s+\S+\s+\S+)/;
/** The word of an empty table. */
export const NONE = /^[\s\u241f|]*(?:none|nil|n\/a)\.?[\s\u241f|]*$/i;
/** Page numbers and rules. */
export const FURNITURE = /^\s*(?:[-–—]\s*\d{1,3}\s*[-–—]|Page \d+(?: of \d+)?|[\s|:+=-]*-{3,}[\s|:+=-]*|_{3,})\s*$/i;

/** Joins note lines into notes: each begins with its mark or number, or behind the word "Note". */
export function readNotes(lines: readonly Line[]): string[] {
  const notes: string[] = [];
  let parts: string[] = [];
  const close = (): void => {
    if (parts.length > 0) notes.push(parts.join(" "));
    parts = [];
  };
  for (const line of lines) {
    const text = fold(line.text.replace(NOTE, ""));
    if (text === "") {
      close();
      continue;
    }
    if (NOTE.test(line.text) || /^(?:\*{1,3}|\(\d\)|\d\)|[-•·–]\s)/.test(text)) close();
    parts.push(text);
  }
  close();
  return notes;
}
