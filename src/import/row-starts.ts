/** Where the rows of a table begin: a Question (or study group) before a name, with or without a row number. */
import type { Column } from "./columns";
import { CELL } from "./lines";
import { NAME_START } from "./name-cell";
import { QUESTION_CELL } from "./questions";
import type { Steps } from "../domain/steps";

export interface RowStart {
  /** Position of the first character that belongs to the row. */
  start: number;
  /** Position where the name cell is expected. */
  rest: number;
  seq: number | null;
  sg: string | null;
  question: string | null;
}

interface Candidate extends RowStart {
  /** Whether the row number cell is a dash. */
  dash: boolean;
  /** Certain whatever is around it. */
  strong: boolean;
}

const GAP = String.raw`[\s${CELL}]`;
const BEFORE = String.raw`(?<=^|[\s${CELL}])`;
/** A row number may also be right behind the dash of the row before. */
const BEFORE_NUMBER = String.raw`(?<=^|[\s${CELL}]|[\s${CELL}][-–—])`;
const SEQ = String.raw`(?:(\d{1,3})(?:[.)]${GAP}*|${GAP}+)|([-–—])${GAP}+)?`;

const WITH_QUESTION = new RegExp(`${BEFORE_NUMBER}${SEQ}(${QUESTION_CELL})(?=(${GAP}*(?:${NAME_START}))?)`, "g");
const WITH_GROUP = new RegExp(`${BEFORE}${SEQ}(SG\\s?\\d{1,2})${GAP}+(?=${NAME_START})`, "g");
const BARE_QUESTION = new RegExp(
  `${BEFORE_NUMBER}(?:(\\d{1,3})(?:[.)]${GAP}*|${GAP}+)|([-–—])${GAP}+)(Q?\\d{1,2}(?:,?\\s?\\(\\s?,?Q?\\d{1,2}\\))?)${GAP}+(?=${NAME_START})`,
  "g",
);
const BARE_NUMBER = new RegExp(`${BEFORE}(Q?)(\\d{1,3})([.)]?)${GAP}+(?=${NAME_START})`, "g");
const BARE_NAME = new RegExp(`(?<=^|[\\n${CELL}])[ ]*(?=${NAME_START})`, "g");

/** True where the text before a position ends as a row does: a reference, a timing, a dash, a cell border or nothing. */
function rowMayEndAt(text: string, position: number): boolean {
  const before = text.slice(Math.max(0, position - 40), position);
  return new RegExp(`(?:^\\s*|[\\n${CELL}]\\s*|(?:TD|[RC])\\s?\\d{1,5}\\S*\\s+|[-–—]\\s+|\\d{4}-\\S{1,2}\\s+)$`).test(
    before,
  );
}

function* candidates(text: string, columns: readonly Column[]): Steps<Candidate[]> {
  const found: Candidate[] = [];
  const add = (match: RegExpMatchArray, fields: Partial<Candidate>): void => {
    const start = match.index;
    if (start === undefined) return;
    const rest = start + match[0].length;
    found.push({ start, rest, seq: null, sg: null, question: null, dash: false, strong: true, ...fields });
  };
  const number = (digits: string | undefined): number | null => (digits ? Number(digits) : null);
  for (const match of text.matchAll(WITH_QUESTION)) {
    yield;
    const dash = match[2] !== undefined;
    add(match, { seq: number(match[1]), question: match[3] ?? null, dash, strong: match[4] !== undefined });
  }
  if (columns.includes("sg")) {
    for (const match of text.matchAll(WITH_GROUP)) {
      yield;
      add(match, { seq: number(match[1]), sg: (match[3] ?? "").replace(/\s/g, ""), dash: match[2] !== undefined });
    }
  } else {
    for (const match of text.matchAll(BARE_QUESTION)) {
      yield;
      add(match, { seq: number(match[1]), question: match[3] ?? null, dash: match[2] !== undefined });
    }
    for (const match of text.matchAll(BARE_NUMBER)) {
      yield;
      const asQuestion = match[1] === "Q";
      add(match, asQuestion ? { question: match[2] ?? null } : { seq: number(match[2]), strong: false });
    }
  }
  if (!columns.includes("question") && !columns.includes("sg")) {
    for (const match of text.matchAll(BARE_NAME)) add(match, { strong: false });
  }
  for (const candidate of found) loseReferenceNumber(candidate, text);
  // Several patterns may match at one position: the first and longest match is used.
  return found.sort((a, b) => a.start - b.start || b.rest - a.rest || Number(b.strong) - Number(a.strong));
}

/** The number behind "C " or "TD " is that document's, not the row's. */
function loseReferenceNumber(candidate: Candidate, text: string): void {
  const before = text.slice(Math.max(0, candidate.start - 12), candidate.start);
  if (candidate.seq === null || candidate.question === null || !/(?:^|[\s\u241f])(?:TDs?|[RC]|COM)\s*$/.test(before))
    return;
  candidate.start += /^\d+[.)]?[\s\u241f]+/.exec(text.slice(candidate.start, candidate.start + 40))?.[0].length ?? 0;
  candidate.seq = null;
}

/** A bare number before a name is a row number where it continues the count, else a Question where rows go without number. */
function resolveBareNumber(candidate: Candidate, expected: number, hasQuestion: boolean): Candidate | null {
  if (candidate.question !== null || candidate.sg !== null || candidate.seq === null) return candidate;
  if (candidate.seq === expected && expected > 1) return candidate;
  if (hasQuestion && candidate.seq <= 30) return { ...candidate, seq: null, question: String(candidate.seq) };
  return candidate.seq === expected ? candidate : null;
}

/**
 * A row number glued to the last cell of the row before ("TD13332", "2024-Q12.", "-3"): the position where it begins, null
 * where the digits are the cell's own.
 */
function gluedNumber(text: string, start: number, expected: number, fewestDigits: number): number | null {
  const tail = /(^|[^\d])(\d{1,9})[.)]?\s*$/.exec(text.slice(Math.max(0, start - 16), start));
  if (!tail) return null;
  const digits = tail[2] ?? "";
  const wanted = String(expected);
  if (!digits.endsWith(wanted)) return null;
  const rest = digits.length - wanted.length;
  const before = text.slice(Math.max(0, start - 30), start - (tail[0].length - (tail[1] ?? "").length));
  const isGlued =
    (rest === 0 && /[-–—]$/.test(before)) ||
    (rest === 1 && /\d{4}[-/]?Q$/.test(before)) ||
    (rest === 0 && /\d{4}[-/]?\dQ$/.test(before)) ||
    (rest >= 1 && rest <= 2 && /\d{4}[-/.]$/.test(before) && isMonth(digits.slice(0, rest))) ||
    (rest >= fewestDigits && digits.length > fewestDigits && /(?:TD|[RC]|COM.*)\s?$/.test(before)) ||
    (rest === 0 && /\)$/.test(before));
  return isGlued ? start - tail[0].length + (tail[1] ?? "").length + rest : null;
}

function isMonth(digits: string): boolean {
  return Number(digits) >= 1 && Number(digits) <= 12;
}

/** The fewest digits, of three or more, that references in a text have (TD1381: 4): where numbers are glued, the rest have more. */
function fewestReferenceDigits(text: string): number {
  let fewest = 5;
  for (const match of text.matchAll(/\bTD\s?(\d{3,6})/g)) fewest = Math.min(fewest, match[1]?.length ?? fewest);
  return fewest;
}

/** Finds the rows of a table's body, in order. */
export function* findRowStarts(text: string, columns: readonly Column[]): Steps<RowStart[]> {
  const rows: Candidate[] = [];
  const fewestDigits = fewestReferenceDigits(text);
  const hasQuestion = columns.includes("question");
  let counted = 0;
  for (const candidate of yield* candidates(text, columns)) {
    yield;
    const last = rows.at(-1);
    if (last && candidate.start < last.rest) continue;
    const resolved = acceptable(candidate, last, text, { expected: counted + 1, hasQuestion, fewestDigits });
    if (!resolved) continue;
    const row = { ...resolved };
    if (row.dash && last && !last.dash) {
      // The dash is the last cell of the row before.
      row.start += /^[-–—][\s\u241f]+/.exec(text.slice(row.start, row.start + 40))?.[0].length ?? 0;
      row.dash = false;
    }
    if (row.seq === null && !row.dash && last && counted > 0) {
      const glued = gluedNumber(text, row.start, counted + 1, fewestDigits);
      if (glued !== null) {
        row.start = glued;
        row.seq = counted + 1;
      }
    }
    if (row.seq !== null) counted = row.seq;
    rows.push(row);
  }
  return columns.includes("seq") ? rows : withoutChanceNumbers(rows, text);
}

/**
 * Where the header prints no "#", numbers before rows are row numbers only if they count the rows; otherwise they end the
 * titles of the rows before ("… Option 1").
 */
function withoutChanceNumbers(rows: readonly Candidate[], text: string): RowStart[] {
  const counting = rows.filter((row, index) => row.seq === index + 1).length;
  if (counting >= rows.length * 0.6) return [...rows];
  return rows.map((row, index) => {
    if (row.seq === null || index === 0) return row;
    const number = /^\d+[.)]?[\s\u241f]*/.exec(text.slice(row.start, row.start + 40))?.[0].length ?? 0;
    return { ...row, seq: null, start: row.start + number };
  });
}

function acceptable(
  candidate: Candidate,
  last: Candidate | undefined,
  text: string,
  context: { expected: number; hasQuestion: boolean; fewestDigits: number },
): Candidate | null {
  if (candidate.strong) return candidate;
  const { expected, fewestDigits } = context;
  const isGlued = gluedNumber(text, candidate.start, expected, fewestDigits) !== null;
  if (!isGlued && !rowMayEndAt(text, candidate.start)) return null;
  if (candidate.question !== null) {
    // A Question without a name behind it: a row whose name cell is empty or unlike any name.
    const counts = candidate.seq === expected;
    return counts || (candidate.seq === null && last?.seq === null && startsLine(text, candidate.start))
      ? candidate
      : null;
  }
  if (candidate.seq === null) return candidate;
  if (isGlued && context.hasQuestion) return { ...candidate, seq: null, question: String(candidate.seq) };
  return resolveBareNumber(candidate, expected, context.hasQuestion);
}

function startsLine(text: string, position: number): boolean {
  return /(?:^|[\n\u241f])\s*$/.test(text.slice(Math.max(0, position - 20), position));
}
