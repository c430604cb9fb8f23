/**
 * Name cells: "X.1817 (X.5Gsec-message)", "X.sup39 (ex X.rdda)", "X.1500** (Amd.10 and) Amd. 11", "(X.1098 (ex X.tis))",
 * "revised X.1280", "Y.4101/ Y.2067", a name broken over two lines. Only as far as the cell prints it; what a
 * designation means is the programme's knowledge.
 */
import { fold } from "./lines";
import { titleWordStrength } from "./title-words";

export interface NameCell {
  number: string | null;
  acronym: string | null;
  formerly: string | null;
  mark: string | null;
  printedName: string;
  /** Position in the text just behind the name cell. */
  end: number;
}

/** Source of a pattern that sees whether a name begins here. */
export const NAME_START = String.raw`\(?\s*(?:ITU-T\s+(?:Rec(?:ommendation|\.)?\s+)?)?(?:(?:[Rr]evised|[Rr]evision of|[Dd]raft(?:\s+new|\s+revised)?(?:\s+Rec(?:ommendation|\.))?)\s+)?(?:ITU-T\s+)?\(?(?:[A-Z]\.[A-Za-z0-9]|(?:TR|TP|[A-Z]{1,2}STR|[A-Z]{1,2}STP)[.-][A-Za-z0-9]|[A-Z]\s?Suppl?\.?\s?\d|(?:ITU-T\s+)?[A-Z]-series\s)`;

const PREFIX = /(?:ITU-T\s+|Rec(?:ommendation|\.)\s+|(?:[Nn]ew|[Rr]evised|[Rr]evision of|[Dd]raft)\s+)*/y;
const TOKEN =
  /(?:[A-Z]{1,5}[.-][A-Za-z0-9]|[A-Z]\s?Suppl?\.?\s?\d|[A-Z]-series\s+Suppl?(?:ement)?\.?\s?\d)[\w.+'’/-]*/y;
const BROKEN_AFTER = /(?<=[-_/.])\s*\n\s*([\w.+-]+)/y;
const BROKEN_BEFORE = /\s*\n\s*([-_][\w.+-]+)/y;
// A fragment in lower case behind a line end: titles begin with a capital, or are words like "e-Health" and "eVTOL".
const BROKEN_IN_WORD = /[ \t]*\n[ \t]*((?!rev\b|ex\b)[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*)(?=\*|\)|[ \t]*\n)/y;
// The same before a title on the same line, for fragments that are no words.
const BROKEN_BEFORE_TITLE = /[ \t]*\n[ \t]*((?!rev\b|ex\b)[a-z][a-z0-9]{0,11}(?:[-_][A-Za-z0-9]+)*)(?=\s+[A-Z])/y;
const BROKEN_AT_UNDERSCORE = /[ \t]*\n[ \t]*([A-Za-z0-9]+(?:_[A-Za-z0-9]+)+)(?=[\s*)(])/y;
const TWIN = /\s*\/\s*([A-Z]\.\d[\w.]*)/y;
const MARK = /\s*(\*{1,3})(?!\w)/y;
const CHANGE =
  /\s*,?\s*((?:\((?:(?:\d{1,2}\/)?\d{4}|V\d+)\)\s*)?(?:Technical\s+)?(?:[Aa]md|[Aa]mend|[Cc]orr?|[Aa]dd|[Ee]rr)\.?\s*\d+|(?:Amendment|Corrigendum)\s+\d+(?!\s+to\b)(?=\s*[\n(*])|[Rr]ev\b(?!\.)(?=\s*[\n(*]))/y;
const GROUP = /\s*(?:\(((?:[^()]|\([^()]{0,80}\)){1,80})\)|\[([^[\]]{1,80})\])/y;
const GLOSS =
  /^(?:revised?|rev\.?|new|draft|renamed|[\w-]+ edition|edition \d+|\d{4}|V\d+|(?:Amd|Cor|Suppl?)\.?\s?\d+\s+and)$/i;
const NUMBERED =
  /^[A-Z]\.\d+(?:\.\d+)*(?:\/[A-Z]\.\d+(?:\.\d+)*)?(?:-?[Rr]ev\d*|bis|ter)?(?:-?(?:Amd|Cor)\.?\d*)?(?:\+)?(?=$|\s)|^[A-Z]\.[Ss]up(?:p|pl)?\.?\d+(?:-?rev)?$|^[A-Z](?:\.\d+|-series)?\s?Suppl?/;
const DESIGNATION = /^(?:ITU-T\s+)?((?:[A-Z]{1,5}[.-][A-Za-z0-9])[\w.+'’/-]*)(\*{0,3})$/;

interface Cursor {
  text: string;
  at: number;
}

function consume(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match) cursor.at = pattern.lastIndex;
  return match;
}

function consumeFragment(cursor: Cursor): RegExpExecArray | null {
  const before = cursor.at;
  const match = consume(cursor, BROKEN_BEFORE_TITLE);
  if (!match || titleWordStrength(match[1] ?? "") === 0) return match;
  cursor.at = before;
  return null;
}

/** A designation token with what line ends broke off it. */
function consumeDesignation(cursor: Cursor): string | null {
  const match = consume(cursor, TOKEN);
  if (!match) return null;
  let token = match[0];
  for (let broken = true; broken;) {
    const rest =
      consume(cursor, BROKEN_AFTER) ??
      consume(cursor, BROKEN_BEFORE) ??
      consume(cursor, BROKEN_IN_WORD) ??
      consume(cursor, BROKEN_AT_UNDERSCORE) ??
      consumeFragment(cursor);
    broken = rest !== null;
    token += rest?.[1] ?? "";
  }
  const trailing = /[.,;:/-]+$/.exec(token)?.[0] ?? "";
  if (trailing.includes("/")) {
    const twin = /[ \t]*([A-Z]\.\d[\w.]*)/y;
    const second = consume(cursor, twin);
    if (second) return token + (second[1] ?? "");
  }
  cursor.at -= trailing.length;
  token = token.slice(0, token.length - trailing.length);
  const second = consume(cursor, TWIN);
  return second ? `${token}/${second[1] ?? ""}` : token;
}

/** True for a designation with a number in it, false for a provisional name. */
export function isNumbered(designation: string): boolean {
  return NUMBERED.test(designation);
}

interface Parts {
  designation: string;
  changes: string[];
  mark: string | null;
  inParentheses: string | null;
  formerly: string | null;
}

/** Reads the contents of parentheses behind a designation; false where they belong to the title. */
function readGroup(content: string, parts: Parts): boolean {
  const text = fold(content.replace(/([-_/])[ \t]*\n\s*/g, "$1"));
  const former = /^(?:ex|former(?:ly)?|previously|renamed from|was)[-.:]?\s+(.+)$/i.exec(text);
  if (former) {
    parts.formerly = DESIGNATION.exec(fold(former[1] ?? ""))?.[1] ?? fold(former[1] ?? "");
    return true;
  }
  const nested = /^(\S+)\s*\(\s*(?:ex|formerly)\s+([^()]+)\)$/i.exec(text);
  const designation = DESIGNATION.exec(nested ? (nested[1] ?? "") : content.replace(/\s*\n\s*/g, "").trim());
  if (designation) {
    parts.inParentheses = designation[1] ?? null;
    if (designation[2]) parts.mark ??= designation[2];
    if (nested) parts.formerly = fold(nested[2] ?? "");
    return true;
  }
  return GLOSS.test(text);
}

function readParts(cursor: Cursor): Parts | null {
  consume(cursor, PREFIX);
  const designation = consumeDesignation(cursor);
  if (designation === null) return null;
  const parts: Parts = { designation, changes: [], mark: null, inParentheses: null, formerly: null };
  for (let more = true; more;) {
    more = false;
    const mark = consume(cursor, MARK);
    if (mark) {
      parts.mark ??= mark[1] ?? null;
      more = true;
    }
    const change = parts.changes.length === 0 && isNumbered(designation) ? consume(cursor, CHANGE) : null;
    if (change) {
      parts.changes.push(fold(change[1] ?? ""));
      more = true;
    }
    const before = cursor.at;
    const group = consume(cursor, GROUP);
    if (group && readGroup(group[1] ?? group[2] ?? "", parts)) more = true;
    else cursor.at = before;
  }
  return parts;
}

/** A name cell that is wholly in parentheses, "(X.1098 (ex X.tis))". */
function readInParentheses(text: string, start: number): NameCell | null {
  const cursor = { text, at: start };
  if (!consume(cursor, /\s*\(\s*/y)) return null;
  const parts = readParts(cursor);
  if (!parts) return null;
  consume(cursor, /\s*\)/y);
  const mark = consume(cursor, MARK);
  if (mark) parts.mark ??= mark[1] ?? null;
  return toNameCell(parts, text, start, cursor.at);
}

function toNameCell(parts: Parts, text: string, start: number, end: number): NameCell {
  const numbered = isNumbered(parts.designation);
  const change = parts.changes.join(" ");
  const designation = change === "" ? parts.designation : `${parts.designation} ${change}`;
  const printed = text
    .slice(start, end)
    .replace(/([-_/])[ \t]*\n\s*/g, "$1")
    .replace(/\s*\n\s*(?=[-_])/g, "");
  // A designation that a line end broke in mid-word reads whole in the printed name too.
  const printedName = fold(printed);
  const mended = printedName.replace(/\s/g, "").includes(parts.designation) && !printedName.includes(parts.designation);
  return {
    number: numbered ? designation : null,
    acronym: numbered ? parts.inParentheses : designation,
    formerly: parts.formerly ?? (numbered ? null : parts.inParentheses),
    mark: parts.mark,
    printedName: mended && !parts.designation.includes("/") ? mend(printedName, parts.designation) : printedName,
    end,
  };
}

function mend(printed: string, designation: string): string {
  const spaced = [...designation].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s?");
  return printed.replace(new RegExp(spaced), designation);
}

/** Reads the name that begins at a position (white space before it is skipped); null where none begins there. */
export function readName(text: string, from = 0): NameCell | null {
  const start = from + (/^[\s]*/.exec(text.slice(from, from + 200))?.[0].length ?? 0);
  if (text[start] === "(") return readInParentheses(text, start);
  const cursor = { text, at: start };
  const parts = readParts(cursor);
  return parts ? toNameCell(parts, text, start, cursor.at) : null;
}
