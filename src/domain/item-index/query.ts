/** What people type into Find: conditions ("determined", "2/17", "TAP", "2024-Q1", "overdue") and words, in any order. */
import { parseTiming, type TimingRange } from "../designations/timing";
import type { IsoDate, WorkItem } from "../model";
import { EVERY_GROUP } from "./item-filter";
import { foldSpaces, wordsOf } from "../text";
import { MOST_STATUS_WORDS, statusNamed } from "../status-words";
import { PROCESSES } from "../vocabulary";

/** One part of a query. A part that is a condition may be a word of a title as well: "Agreement". */
export interface QueryPart {
  readonly words: readonly string[];
  /** Whether an item meets the condition that the part states; null where it states none. */
  readonly condition: ((item: WorkItem) => boolean) | null;
}

export interface Query {
  readonly parts: readonly QueryPart[];
  /** The Question named, which selects the study group; EVERY_GROUP for the items of all study groups. */
  readonly question: string | null;
}

const QUESTION = /^(?:q(?:uestion)?\.?\s?)?(\d{1,2})\s?\/\s?(\d{1,2})$/i;
const ONLY_QUESTION = /^q(?:uestion)?\.?\s?(\d{1,2})$/i;
/** Words for a planned decision that is past, in English and French. */
const OVERDUE: ReadonlySet<string> = new Set(["overdue", "en retard"]);
/** Statuses after which nothing is planned any more. */
const FINAL: ReadonlySet<string> = new Set(["Approved", "Agreed", "Not approved", "Discontinued", "Deferred to WTSA"]);

const fold = (text: string): string => foldSpaces(text).toLowerCase();

/** Timings are few and shared by many items. */
const spans = new Map<string, TimingRange | null>();

function spanOf({ timing }: Pick<WorkItem, "timing">): TimingRange | null {
  if (timing === null) return null;
  let span = spans.get(timing);
  if (span === undefined) spans.set(timing, (span = parseTiming(timing)));
  return span;
}

/** An item whose planned decision is past. */
export function isOverdue(item: WorkItem, today: IsoDate): boolean {
  const planned = FINAL.has(item.status) ? null : spanOf(item);
  return planned !== null && planned.to < today;
}

function questionOf(text: string): string | null {
  const [, number, group = "17"] = QUESTION.exec(text) ?? ONLY_QUESTION.exec(text) ?? [];
  return number === undefined ? null : `${String(Number(number))}/${group}`;
}

const overlaps = (first: TimingRange, second: TimingRange): boolean =>
  first.from <= second.to && second.from <= first.to;

function conditionOf(text: string, today: IsoDate): QueryPart["condition"] {
  const question = questionOf(text);
  if (question !== null) return (item) => item.question === question || item.jointQuestions.includes(question);
  const folded = fold(text);
  const status = statusNamed(text);
  const process = PROCESSES.find((each) => fold(each) === folded);
  if (status ?? process) return (item) => item.status === status || (process !== undefined && item.process === process);
  if (OVERDUE.has(folded)) return (item) => isOverdue(item, today);
  const timing = parseTiming(text);
  if (timing === null) return null;
  return (item) => {
    const planned = spanOf(item);
    return planned !== null && overlaps(planned, timing);
  };
}

/** Parses a query: at each position the longest condition counts. No condition has more words than the longest status. */
export function parseQuery(text: string, today: IsoDate): Query {
  const tokens = text
    .normalize("NFKC")
    .split(/[\s,;]+/)
    .filter((token) => token !== "");
  const parts: QueryPart[] = [];
  let question: string | null = null;
  for (let at = 0; at < tokens.length;) {
    let length = 1;
    let condition: QueryPart["condition"] = null;
    for (let words = Math.min(MOST_STATUS_WORDS, tokens.length - at); words > 0 && !condition; words -= 1) {
      condition = conditionOf(tokens.slice(at, at + words).join(" "), today);
      if (condition) length = words;
    }
    const phrase = tokens.slice(at, at + length).join(" ");
    if (phrase === EVERY_GROUP) question = EVERY_GROUP;
    else {
      question ??= questionOf(phrase);
      parts.push({ words: wordsOf(phrase), condition });
    }
    at += length;
  }
  return { parts, question };
}
