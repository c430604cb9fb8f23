/** Arguments as Excel hands them over, read by their kind into what the programme understands. */
import { foldWord } from "../domain/designations/normalise";
import { functionTexts } from "../i18n/functions";
import { FIELDS, type ItemFieldSpec } from "../domain/item-fields";
import type { IsoDate } from "../domain/model";
import { statusNamed } from "../domain/status-words";
import { isIsoDate } from "../domain/designations/dates";
import { serialToIso } from "../domain/designations/serial-dates";
import { EVERY_GROUP } from "../domain/item-index/item-filter";
import { PROCESSES, STATUSES, type Process, type Status } from "../domain/vocabulary";
import { ANNEX_CHOICES, type AnnexId, type ArgumentEntry, type ArgumentKind } from "./catalogue";
import { badValue, errorIn, Failure, isBlank, bareValue } from "./cells";

/** The arguments of one answer, but the item. What a function does not take, was not given, or was given as a blank cell, is null. */
export interface ParsedArguments {
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
  columns: readonly ItemFieldSpec[] | null;
}

export const NO_ARGUMENTS: Readonly<ParsedArguments> = {
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
  columns: null,
};

/** Numbers below this can be a Question of SG17 ("2" for 2/17); above, Excel has made a date of "2/17". */
const HIGHEST_QUESTION = 99;
const STUDY_GROUP = 17;
const HIGHEST_GROUP = 20;

/** A status, by its English or French name. */
const status = (asked: string): Status | Failure =>
  statusNamed(asked) ?? badValue(functionTexts().unknownWord("status", asked, STATUSES));

function process(asked: string): Process | Failure {
  const folded = foldWord(asked);
  return (
    PROCESSES.find((each) => foldWord(each) === folded) ??
    badValue(functionTexts().unknownWord("process", asked, PROCESSES))
  );
}

function asText(argument: string, value: unknown): string | Failure {
  const plain = bareValue(value);
  if (typeof plain === "boolean" || plain === null) return badValue(functionTexts().badText(argument, String(plain)));
  return String(plain).normalize("NFKC").trim();
}

/**
 * "2/17" typed into a cell becomes 17 February where months come first, and 1 February 2017 where days do; both mean Question 2/17.
 * So does "2/13" as 1 February 2013; 13 February may be 2/13 or 13/2, and any other date is no Question.
 */
function questionFromDate(serial: number): string | Failure {
  const [year = 0, month = 0, day = 0] = (serialToIso(serial) ?? "").split("-").map(Number);
  if (day === STUDY_GROUP) return `${String(month)}/${String(STUDY_GROUP)}`;
  const group = year - 2000;
  return day === 1 && group > 12 && group <= HIGHEST_GROUP
    ? `${String(month)}/${String(group)}`
    : badValue(functionTexts().questionBecameDate);
}

/** "2/17", "Q2/17", "Question 2/17", "2" and the number 2 as "2/17"; "2/13" for another study group, "*" for all of them. */
function question(value: unknown): string | Failure {
  const plain = bareValue(value);
  if (typeof plain === "number" && plain > HIGHEST_QUESTION) return questionFromDate(plain);
  const text = String(plain);
  if (text.trim() === EVERY_GROUP) return EVERY_GROUP;
  const match = /^(?:q(?:uestion)?\.?\s*)?(\d{1,2})(?:\s*\/\s*(\d{1,2}))?$/i.exec(text.trim());
  if (match === null) return badValue(functionTexts().badQuestion(text));
  return `${Number(match[1])}/${Number(match[2] ?? STUDY_GROUP)}`;
}

/** An Excel date, or an ISO date as text. */
function date(value: unknown): IsoDate | Failure {
  const plain = bareValue(value);
  if (typeof plain === "number") return serialToIso(plain) ?? badValue(functionTexts().badDate(String(plain)));
  const text = String(plain).trim();
  return isIsoDate(text) ? text : badValue(functionTexts().badDate(text));
}

/** "2023-09"; a date, which Excel makes of it when it is typed into a cell, by its year and month. */
function meeting(value: unknown): string | Failure {
  const plain = bareValue(value);
  if (typeof plain === "number")
    return serialToIso(plain)?.slice(0, 7) ?? badValue(functionTexts().badMeeting(String(plain)));
  const text = String(plain).trim();
  return /^\d{4}-\d{2}$/.test(text) ? text : badValue(functionTexts().badMeeting(text));
}

/** "A", "annex a", 1, "Annex 1". */
function annex(value: unknown): AnnexId | Failure {
  const asked = String(bareValue(value)).trim();
  const letter = asked.replace(/^annex\s*/i, "").toUpperCase();
  const known = ANNEX_CHOICES.values;
  return known.find((each) => each === letter) ?? badValue(functionTexts().badAnnex(asked, known));
}

const section = (text: string | Failure): string | Failure =>
  text instanceof Failure ? text : text.replace(/\)$/, "").toLowerCase();

function statuses(value: unknown): Status[] | Failure {
  const read: Status[] = [];
  for (const part of String(bareValue(value)).split(/[,;]/)) {
    if (part.trim() === "") continue;
    const named = status(part.trim());
    if (named instanceof Failure) return named;
    read.push(named);
  }
  return read;
}

/** What each kind of argument fills, and how it is read from one value that is neither blank nor an error. */
const READERS: Record<
  Exclude<ArgumentKind, "item" | "columns">,
  (value: unknown, name: string) => Partial<ParsedArguments> | Failure
> = {
  status: (value) => keep("status", status(String(bareValue(value)))),
  statuses: (value) => keep("statuses", statuses(value)),
  question: (value) => keep("question", question(value)),
  process: (value) => keep("process", process(String(bareValue(value)))),
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

/** The failure of an argument that is an error itself; null where it is none. */
function errorOf(value: unknown): Failure | null {
  const error = errorIn(value);
  return error === null ? null : new Failure(error === "#N/A" ? "#N/A" : "#VALUE!", functionTexts().errorInCell(error));
}

/**
 * Reads one value of an argument; nothing where it is blank.
 * @returns a Failure (#VALUE!) that names the offending value; #N/A is passed on as #N/A.
 */
export function readArgument({ kind, name }: ArgumentEntry, value: unknown): Partial<ParsedArguments> | Failure {
  const error = errorOf(value);
  if (error) return error;
  if (isBlank(value) || kind === "item" || kind === "columns") return {};
  return READERS[kind](value, name);
}

/** The fields that cells name, by header, each cell one or several separated by commas; null where all are blank. */
export function readColumns(cells: readonly unknown[]): ItemFieldSpec[] | null | Failure {
  const columns: ItemFieldSpec[] = [];
  for (const cell of cells) {
    const error = errorOf(cell);
    if (error) return error;
    if (isBlank(cell)) continue;
    for (const asked of String(bareValue(cell)).split(/[,;]/)) {
      if (asked.trim() === "") continue;
      const field = FIELDS.find(({ header }) => foldWord(header) === foldWord(asked));
      if (!field)
        return badValue(
          functionTexts().unknownColumn(
            asked.trim(),
            FIELDS.map(({ header }) => header),
          ),
        );
      columns.push(field);
    }
  }
  return columns.length === 0 ? null : columns;
}
