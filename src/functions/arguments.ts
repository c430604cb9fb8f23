/** Arguments as Excel hands them over, read by their kind into what the programme understands. */
import { functionTexts } from "../i18n/functions";
import type { IsoDate } from "../domain/model";
import { isIsoDate } from "../domain/designations/dates";
import { PROCESSES, STATUSES, type Process, type Status } from "../domain/vocabulary";
import { LEAD_REPORT_ANNEXES, SUMMARY_ANNEXES, type AnnexId, type ArgumentEntry, type ArgumentKind } from "./catalogue";
import { badValue, errorIn, Failure, isBlank, plainValue } from "./cells";
import { fromSerial } from "./excel-dates";

/** The arguments of one call. What a function does not take, was not given, or was given as a blank cell, is null. */
export interface ParsedArguments {
  items: readonly (readonly unknown[])[];
  status: Status | null;
  statuses: Status[] | null;
  question: string | null;
  process: Process | null;
  editor: string | null;
  date: IsoDate | null;
  text: string | null;
  /** Id of a meeting, "2023-09". */
  meeting: string | null;
  annex: AnnexId | null;
  /** Letter of a section. */
  section: string | null;
}

/** Numbers below this can be a Question of SG17 ("2" for 2/17); above, Excel has made a date of "2/17". */
const HIGHEST_QUESTION = 99;
const STUDY_GROUP = 17;

const fold = (text: string): string => text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();

function word<T extends string>(what: "status" | "process", asked: string, words: readonly T[]): T | Failure {
  const folded = fold(asked);
  return words.find((each) => fold(each) === folded) ?? badValue(functionTexts().unknownWord(what, asked, words));
}

function asText(argument: string, value: unknown): string | Failure {
  const plain = plainValue(value);
  if (typeof plain === "boolean" || plain === null) return badValue(functionTexts().badText(argument, String(plain)));
  return String(plain).normalize("NFKC").trim();
}

/**
 * "2/17" typed into a cell becomes 17 February where months come first, and 1 February 2017 where days do; both mean Question 2/17.
 * Any other date is none.
 */
function questionFromDate(serial: number): string | Failure {
  const [year, month, day] = (fromSerial(serial) ?? "").split("-").map(Number);
  const meant = day === STUDY_GROUP || (day === 1 && year === 2000 + STUDY_GROUP);
  return meant && month !== undefined ? `${month}/${STUDY_GROUP}` : badValue(functionTexts().questionBecameDate);
}

/** "2/17", "Q2/17", "Question 2/17", "2" and the number 2 as "2/17". */
function question(value: unknown): string | Failure {
  const plain = plainValue(value);
  if (typeof plain === "number" && plain > HIGHEST_QUESTION) return questionFromDate(plain);
  const text = String(plain);
  const match = /^(?:q(?:uestion)?\.?\s*)?(\d{1,2})(?:\s*\/\s*(\d{1,2}))?$/i.exec(text.trim());
  if (match === null) return badValue(functionTexts().badQuestion(text));
  return `${Number(match[1])}/${Number(match[2] ?? STUDY_GROUP)}`;
}

/** An Excel date, or an ISO date as text. */
function date(value: unknown): IsoDate | Failure {
  const plain = plainValue(value);
  if (typeof plain === "number") return fromSerial(plain) ?? badValue(functionTexts().badDate(String(plain)));
  const text = String(plain).trim();
  return isIsoDate(text) ? text : badValue(functionTexts().badDate(text));
}

/** "2023-09"; a date, which Excel makes of it when it is typed into a cell, by its year and month. */
function meeting(value: unknown): string | Failure {
  const plain = plainValue(value);
  if (typeof plain === "number")
    return fromSerial(plain)?.slice(0, 7) ?? badValue(functionTexts().badMeeting(String(plain)));
  const text = String(plain).trim();
  return /^\d{4}-\d{2}$/.test(text) ? text : badValue(functionTexts().badMeeting(text));
}

/** "A", "annex a", 1, "Annex 1". */
function annex(value: unknown): AnnexId | Failure {
  const asked = String(plainValue(value)).trim();
  const letter = asked.replace(/^annex\s*/i, "").toUpperCase();
  const known = [...SUMMARY_ANNEXES, ...LEAD_REPORT_ANNEXES];
  return known.find((each) => each === letter) ?? badValue(functionTexts().badAnnex(asked, known));
}

const section = (text: string | Failure): string | Failure =>
  text instanceof Failure ? text : text.replace(/\)$/, "").toLowerCase();

function statuses(value: unknown): Status[] | Failure {
  const read: Status[] = [];
  for (const part of String(plainValue(value)).split(/[,;]/)) {
    if (part.trim() === "") continue;
    const status = word("status", part.trim(), STATUSES);
    if (status instanceof Failure) return status;
    read.push(status);
  }
  return read;
}

/** What each kind of argument fills, and how it is read from one value that is neither blank nor an error. */
const READERS: Record<
  Exclude<ArgumentKind, "item">,
  (value: unknown, name: string) => Partial<ParsedArguments> | Failure
> = {
  status: (value) => keep("status", word("status", String(plainValue(value)), STATUSES)),
  statuses: (value) => keep("statuses", statuses(value)),
  question: (value) => keep("question", question(value)),
  process: (value) => keep("process", word("process", String(plainValue(value)), PROCESSES)),
  editor: (value, name) => keep("editor", asText(name, value)),
  date: (value) => keep("date", date(value)),
  text: (value, name) => keep("text", asText(name, value)),
  meeting: (value) => keep("meeting", meeting(value)),
  annex: (value) => keep("annex", annex(value)),
  section: (value, name) => keep("section", section(asText(name, value))),
};

function keep<K extends keyof ParsedArguments>(
  key: K,
  value: ParsedArguments[K] | Failure,
): Partial<ParsedArguments> | Failure {
  return value instanceof Failure ? value : ({ [key]: value } as Partial<ParsedArguments>);
}

/** A range comes as rows of cells; one value, or one an Excel hands over bare, is a range of one cell. */
function asRange(value: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(value)) return [[value]];
  const [first] = value as unknown[];
  if (value.length === 0 || (Array.isArray(first) && first.length === 0)) return [[""]];
  return value.every((row) => Array.isArray(row)) ? (value as unknown[][]) : [value as unknown[]];
}

/** The one cell of a scalar argument that came as a range of one. */
function asScalar(value: unknown): unknown {
  return Array.isArray(value) ? asScalar(value[0]) : value;
}

function missing(kind: ArgumentKind): Failure {
  const texts = functionTexts();
  if (kind === "status") return badValue(texts.wordMissing("status"));
  if (kind === "meeting") return badValue(texts.badMeeting(""));
  if (kind === "annex") return badValue(texts.badAnnex("", [...SUMMARY_ANNEXES, ...LEAD_REPORT_ANNEXES]));
  return badValue(kind === "item" ? texts.itemMissing : texts.textMissing);
}

/**
 * Reads the arguments of one call.
 * @returns a Failure (#VALUE!) that names the offending value; #N/A is passed on as #N/A.
 */
export function readArguments(
  entries: readonly ArgumentEntry[],
  values: readonly unknown[],
): ParsedArguments | Failure {
  const given: ParsedArguments = {
    items: [],
    status: null,
    statuses: null,
    question: null,
    process: null,
    editor: null,
    date: null,
    text: null,
    meeting: null,
    annex: null,
    section: null,
  };
  for (const [position, entry] of entries.entries()) {
    if (entry.kind === "item") {
      if (values[position] === null || values[position] === undefined) return missing("item");
      given.items = asRange(values[position]);
      continue;
    }
    const value = asScalar(values[position]);
    const error = errorIn(value);
    if (error !== null) return new Failure(error === "#N/A" ? "#N/A" : "#VALUE!", functionTexts().errorInCell(error));
    if (!entry.optional && (value === null || value === undefined)) return missing(entry.kind);
    if (isBlank(value)) continue;
    const read = READERS[entry.kind](value, entry.name);
    if (read instanceof Failure) return read;
    Object.assign(given, read);
  }
  return given;
}
