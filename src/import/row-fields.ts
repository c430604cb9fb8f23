/** The fields behind the name in a row whose cells run together, found from both ends by the columns its table has. */
import type { Row } from "../domain/document";
import { type Column, TAIL_COLUMNS } from "./columns";
import { CELL, cellText, fold, foldMending } from "./lines";
import { nameScore } from "./person-names";
import { readEditors } from "./people-lists";
import { DASH, DATES, REFERENCE, TIMING } from "./references";
import { DOUBTFUL_MARGIN, splitTitle } from "./title-split";

/** What is uncertain in a row whose cells run together. */
export type Remark = { code: "noKind" } | { code: "titleEnd"; editors: string; rival: string | null };

/** Fields found, and remarks for the problems list. */
export interface FieldsFound {
  fields: Partial<Row>;
  remarks: Remark[];
  /** Text that belongs to no column, "" where there is none. */
  unassigned: string;
}

export type TailColumn = (typeof TAIL_COLUMNS)[number];

/** What a column takes: a reference, a timing, a pair of timings or free text. */
const ACCEPTED_FIELDS: Readonly<Record<TailColumn, "reference" | "timing" | "dates" | "words">> = {
  text: "reference",
  a5: "reference",
  contribution: "reference",
  timing: "timing",
  startOfWork: "timing",
  determined: "dates",
  equivalent: "words",
  decision: "words",
};

const TAIL_TOKEN = new RegExp(`(?<reference>${REFERENCE})|(?<!\\()(?<dates>${TIMING})|(?<dash>${DASH})`, "g");
/** For tables with a column of determinations, which may print a pair of dates. */
const TAIL_TOKEN_WITH_PAIRS = new RegExp(`(?<reference>${REFERENCE})|(?<dates>${DATES})|(?<dash>${DASH})`, "g");
const KIND =
  /(?<![^\s\u241f])(New|Rev(?:ised|ision)?|Corr?|Amd|Amend|Sup(?:pl)?|Corrigendum|Amendment|Supplement)\.?(?![^\s\u241f])/g;

interface KindFound {
  kind: string;
  start: number;
  end: number;
}

interface Token {
  type: "reference" | "dates" | "dash";
  start: number;
  end: number;
}

function tailTokens(text: string, columns: readonly TailColumn[]): Token[] {
  const pattern = columns.includes("determined") ? TAIL_TOKEN_WITH_PAIRS : TAIL_TOKEN;
  return [...text.matchAll(pattern)].map((match) => ({
    type: match.groups?.["reference"] ? "reference" : match.groups?.["dates"] ? "dates" : "dash",
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** True where the text between two positions is white space or cell borders only. */
function isGap(text: string, from: number, to: number): boolean {
  return /^[\s\u241f,]*$/.test(text.slice(from, to));
}

/** Where the run of references, timings and dashes at the very end of a row begins. */
function closingRun(text: string, tokens: readonly Token[]): number {
  let start = text.length;
  for (const token of [...tokens].reverse()) {
    if (!isGap(text, token.end, start)) break;
    start = token.start;
  }
  return start;
}

/** Gives the texts of the last columns to the columns, left to right; a dash leaves its column empty. */
export function readTail(text: string, columns: readonly TailColumn[]): { fields: Partial<Row>; unassigned: string } {
  const fields: Partial<Row> = {};
  const unassigned: string[] = [];
  const tokens = tailTokens(text, columns);
  let column = 0;
  let position = 0;
  const next = (type: (typeof ACCEPTED_FIELDS)[TailColumn] | "dates"): number => {
    for (let index = column; index < columns.length; index++) {
      const accepts = ACCEPTED_FIELDS[columns[index] as TailColumn];
      if (accepts === type || (type === "dates" && accepts === "timing")) return index;
    }
    return -1;
  };
  const consumeWords = (until: number): void => {
    const words = text.slice(position, until);
    position = until;
    if (isGap(words, 0, words.length)) return;
    const index = next("words");
    const field = columns[index];
    if (field === undefined) {
      unassigned.push(fold(words));
      return;
    }
    fields[field] = foldMending(words).replace(/^[,;]\s*/, "");
    column = index + 1;
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || token.start < position) continue;
    const wordsFirst = !isGap(text, position, token.start);
    if (wordsFirst && next("words") >= 0 && !closes(text, tokens, index, columns.slice(next("words") + 1))) continue;
    consumeWords(token.start);
    if (token.type === "dash") {
      column += 1;
    } else {
      const found = next(token.type);
      const field = columns[found];
      if (field === undefined) {
        // References and dates inside free text, as "Agreed as X.Sup39 (see TD1234)".
        if (next("words") >= 0) continue;
        unassigned.push(fold(text.slice(token.start, token.end)));
      } else {
        fields[field] = fold(text.slice(token.start, token.end));
        column = found + 1;
      }
    }
    position = token.end;
  }
  consumeWords(text.length);
  return { fields, unassigned: unassigned.join(" ") };
}

/** True where from this token on the text consists of what the columns behind the free text take. */
function closes(text: string, tokens: readonly Token[], from: number, columns: readonly TailColumn[]): boolean {
  if (columns.length === 0) return false;
  const rest = tokens.slice(from);
  const first = rest[0];
  if (!first || rest.length > columns.length + 1) return columns.some((column) => ACCEPTED_FIELDS[column] === "words");
  return closingRun(text, rest) === first.start || columns.some((column) => ACCEPTED_FIELDS[column] === "words");
}

/** Fields of a row behind its name. `knownNames` are the keys of people seen elsewhere in the document. */
export function readRunTogether(
  text: string,
  columns: readonly Column[],
  knownNames: ReadonlySet<string>,
): FieldsFound {
  const tail = TAIL_COLUMNS.filter((column) => columns.includes(column)).sort(
    (a, b) => columns.indexOf(a) - columns.indexOf(b),
  );
  const hasEditors = columns.includes("editors");
  const kind = columns.includes("kind") ? findKind(text) : null;
  if (kind) return readAroundKind(text, kind, tail, hasEditors, knownNames);
  const found = readWithoutKind(text, tail, hasEditors, knownNames);
  if (columns.includes("kind")) found.remarks.unshift({ code: "noKind" });
  return found;
}

/** The word of the New / Revised column parts the title from the editors. */
function readAroundKind(
  text: string,
  kind: KindFound,
  tail: readonly TailColumn[],
  hasEditors: boolean,
  knownNames: ReadonlySet<string>,
): FieldsFound {
  const found: FieldsFound = { fields: {}, remarks: [], unassigned: "" };
  found.fields.title = titleText(text.slice(0, kind.start));
  found.fields.kind = kind.kind;
  const rest = text.slice(kind.end);
  if (!hasEditors) {
    addTail(found, rest, tail);
    return found;
  }
  const first = tailTokens(rest, tail)[0];
  if (first?.type === "dash" && isGap(rest, 0, first.start)) {
    // A dash where the editors belong is theirs.
    addTail(found, rest.slice(first.end), tail);
    found.fields.editors = null;
    return found;
  }
  const end = tail.length === 0 ? rest.length : (first?.start ?? rest.length);
  found.fields.editors = editorsOf(rest.slice(0, end), knownNames);
  addTail(found, rest.slice(end), tail);
  return found;
}

/** Without such a word the last columns are read from the end, and names are separated from the title. */
function readWithoutKind(
  text: string,
  tail: readonly TailColumn[],
  hasEditors: boolean,
  knownNames: ReadonlySet<string>,
): FieldsFound {
  const found: FieldsFound = { fields: {}, remarks: [], unassigned: "" };
  const tokens = tailTokens(text, tail);
  const closing = closingRun(text, tokens);
  const hasWords = tail.some((column) => ACCEPTED_FIELDS[column] === "words");
  const wordsClose = hasWords && closing === text.length;
  const end = tail.length === 0 ? text.length : wordsClose ? (tokens[0]?.start ?? closing) : closing;
  const head = text.slice(0, end);
  const closingTokens = tokens.filter((token) => token.start >= end);
  const first = closingTokens[0];
  const isEmpty =
    first?.type === "dash" || (first !== undefined && /^TB[DC]$/.test(text.slice(first.start, first.end)));
  if (first && hasEditors && isEmpty && closingTokens.length > tail.length) {
    // One dash or "TBD" more than there are columns: the first is the editors' cell.
    addTail(found, text.slice(first.end), tail);
    found.fields.title = titleText(head);
    found.fields.editors = null;
    return found;
  }
  addTail(found, text.slice(end), tail);
  if (hasEditors) addSplit(found, head, knownNames);
  else found.fields.title = titleText(head);
  return found;
}

function addSplit(found: FieldsFound, head: string, knownNames: ReadonlySet<string>): void {
  const split = splitTitle(head, knownNames);
  found.fields.title = split.title;
  found.fields.editors = editorsOf(split.editors, knownNames);
  if (split.title === null || split.margin >= DOUBTFUL_MARGIN) return;
  found.remarks.push({ code: "titleEnd", editors: fold(split.editors).slice(0, 40), rival: split.rival });
}

function addTail(found: FieldsFound, text: string, columns: readonly TailColumn[]): void {
  const { fields, unassigned } = readTail(text, columns);
  Object.assign(found.fields, fields);
  found.unassigned = unassigned;
}

/** The editors of a cell, null where it is empty or a dash. */
export function editorsOf(cell: string, knownNames: ReadonlySet<string>): string[] | null {
  if (cellText(cell) === null) return null;
  const names = readEditors(cell, knownNames);
  return names.length > 0 ? names : null;
}

/** The title of a cell, null where it is empty or a dash. */
export function titleText(cell: string): string | null {
  return cellText(cell) === null ? null : foldMending(cell.replaceAll(CELL, " "));
}

/** A kind as the New / Revised column prints it, without its final dot. */
export function kindText(cell: string): string | null {
  return cellText(cell)?.replace(/\.$/, "") ?? null;
}

/**
 * The word of the New / Revised column: the last one behind which a name, a reference or nothing follows. Titles may contain
 * such words too ("Amendment to …"), but names do not follow them there.
 */
function findKind(text: string): KindFound | null {
  const matches = [...text.matchAll(KIND)].reverse();
  for (const match of matches) {
    const end = match.index + match[0].length;
    const rest = text.slice(end, end + 200);
    const first = rest.replace(/^[\s\u241f]+/, "").split(/[,;\n\u241f]/, 1)[0] ?? "";
    const words = first.split(/\s+/).slice(0, 3);
    const isLong = /^(?:Corrigendum|Amendment|Supplement|Revision)/.test(match[0]);
    const opens = new RegExp(`^[\\s${CELL}]*(?:$|${REFERENCE}|${TIMING}|${DASH})`).test(rest);
    const isName = words.reduce((sum, word) => sum + nameScore(word), 0) > (isLong ? 2 : -1);
    if ((opens && !isLong) || (words[0] !== "" && isName)) {
      return { kind: match[1] ?? "", start: match.index, end };
    }
  }
  const only = matches.find((match) => /^(?:New|Rev|Cor|Amd)/.test(match[0]) && match.index > 0);
  return only ? { kind: only[1] ?? "", start: only.index, end: only.index + only[0].length } : null;
}
