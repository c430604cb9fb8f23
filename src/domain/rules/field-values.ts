/** Parses typed text into the canonical value of a field. */
import { isIsoDate } from "../designations/dates";
import { editDistance } from "../designations/distance";
import { foldWord } from "../designations/normalise";
import { parseTiming } from "../designations/timing";
import { memoize } from "../memoize";
import { foldSpaces, withoutInvisible } from "../text";
import { designationParts } from "./text-kinds";
import { KINDS, PROCESSES, STATUSES, type Kind, type Process, type Status } from "../vocabulary";

/** The parsed value, or why the text could not be parsed. */
export type Read<T> = { value: T } | { problem: "unknown" | "date"; nearest: readonly string[] };

const STATUS_SPELLINGS: ReadonlyMap<string, Status> = new Map<string, Status>([
  ["pending sg/wp confirmation", "Pending confirmation"],
  ["pending", "Pending confirmation"],
  ["carried to next study period", "Under study"],
  ["deleted", "Discontinued"],
  ["not approved", "Not approved"],
]);

const KIND_SPELLINGS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ["revised", "Rev"],
  ["revision", "Rev"],
  ["corrigendum", "Cor"],
  ["amendment", "Amd"],
]);

const NO_SPELLINGS: ReadonlyMap<string, never> = new Map<string, never>();

/** "Approved on 2020-03-26 [Issued from previous study period]", "Determined 2025-04-17": label, date and remark of the database. */
const STATUS_OF_DATABASE = /^(.*?\S)(?:\s+(?:on\s+)?(\d{4}-\d{2}-\d{2}))?(?:\s*\[[^\]]*\])?$/i;
const QUESTION = /^q?\.?\s*(\d{1,2})\s*\/\s*(\d{1,2})$/i;

/** Returns the text with white space folded and invisible characters removed; null where it is then empty. */
export function normalisedText(typed: string | null | undefined): string | null {
  const folded = foldSpaces(withoutInvisible((typed ?? "").normalize("NFC")));
  return folded === "" ? null : folded;
}

/** Parses a status in any case, or a label of the database with its date and remark. */
export function parseStatus(typed: string): Read<Status> & { date?: string } {
  const [, words = typed, date] = STATUS_OF_DATABASE.exec(typed.normalize("NFKC").trim()) ?? [];
  const status = readWord(words, STATUSES, STATUS_SPELLINGS);
  return isIsoDate(date)
    ? { ...status, date }
    : date === undefined
      ? status
      : readWord(typed, STATUSES, STATUS_SPELLINGS);
}

/** Parses a process. */
export function parseProcess(typed: string): Read<Process> {
  return readWord(typed, PROCESSES, NO_SPELLINGS);
}

/** Parses a kind as typed or printed: "Rev." and "revised" are "Rev". */
export function parseKind(typed: string): Read<Kind> {
  return readWord(typed.replace(/\.$/, ""), KINDS, KIND_SPELLINGS);
}

/** Parses a Question, "Q2/17" or "2/17", to the form 2/17. */
export function parseQuestion(typed: string): Read<string> {
  const match = QUESTION.exec(typed.normalize("NFKC"));
  return match && Number(match[1]) > 0
    ? { value: `${String(Number(match[1]))}/${String(Number(match[2]))}` }
    : { problem: "unknown", nearest: [] };
}

/** Parses a timing: a quarter to the form 2024-Q1, a month to 2024-03; a year or several months are returned as typed. */
export function parseTypedTiming(typed: string): Read<string> {
  const range = parseTiming(typed);
  if (!range) return { problem: "unknown", nearest: [] };
  const [year, month] = [range.from.slice(0, 4), range.from.slice(5, 7)];
  if (range.precision === "quarter") return { value: `${year}-Q${String(Math.ceil(Number(month) / 3))}` };
  if (range.precision === "month") return { value: `${year}-${month}` };
  return { value: typed };
}

/** Parses an ISO date. Excel dates arrive as ISO text, so no other form is read. */
export function parseDate(typed: string): Read<string> {
  const text = typed.normalize("NFKC");
  return isIsoDate(text) ? { value: text } : { problem: "date", nearest: [] };
}

/** Splits editors separated by commas, semicolons or line breaks. */
export function parseEditors(typed: string): string[] {
  return typed
    .split(/[,;\n]/)
    .map((name) => foldSpaces(name))
    .filter((name) => name !== "");
}

/** A series letter before a dot or a space: the name has no prefix such as "Rec. ITU-T". */
const PLAIN_NAME = /^[A-Z][. ]/;

/** Parses the names in a name cell. A lower-case series letter is capitalised; otherwise names are kept as typed. */
export function parseName(typed: string): { number: string | null; provisional: string | null; formerly: string[] } {
  const text = typed.normalize("NFKC");
  let parsed = designationParts(text);
  if (parsed.product === null) {
    const capital = designationParts(text.charAt(0).toUpperCase() + text.slice(1));
    if (capital.product !== null) parsed = capital;
  }
  const { number, formerly, mark, anomalies } = parsed;
  const printed = parsed.printed.charAt(0).toUpperCase() + parsed.printed.slice(1);
  const isAlone = parsed.provisional === null && formerly.length === 0 && mark === null && anomalies.length === 0;
  const kept = isAlone && PLAIN_NAME.test(printed) ? printed : number;
  return {
    number: number === null ? null : kept,
    provisional: parsed.provisional ?? (number === null ? parsed.canonical : null),
    formerly,
  };
}

/** Memoized parsers by word list: thousands of pasted cells contain the same few words. */
const readers = new WeakMap<readonly string[], (typed: string) => Read<string>>();

function readWord<T extends string>(typed: string, words: readonly T[], spellings: ReadonlyMap<string, T>): Read<T> {
  let reader = readers.get(words);
  if (!reader) readers.set(words, (reader = memoize((text) => findWord(text, words, spellings))));
  return reader(typed) as Read<T>;
}

function findWord<T extends string>(typed: string, words: readonly T[], spellings: ReadonlyMap<string, T>): Read<T> {
  const folded = foldWord(typed);
  const exact = words.find((word) => word.toLowerCase() === folded) ?? spellings.get(folded);
  if (exact) return { value: exact };
  let nearest: string = words[0] ?? "";
  let least = Infinity;
  for (const word of words) {
    const distance = editDistance(folded, word.toLowerCase());
    if (distance < least) [nearest, least] = [word, distance];
  }
  // Where no word of the list is similar, the whole list is suggested.
  const isNear = least <= Math.max(2, Math.floor(folded.length / 2));
  return { problem: "unknown", nearest: isNear ? [nearest] : words };
}
