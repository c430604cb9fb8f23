/** Items that match what people type into Find, best first. */
import { normaliseName } from "../designations/normalise";
import type { IsoDate, WorkItem } from "../model";
import { groupTest } from "./item-filter";
import { findItem, registeredNames } from "./programme-index";
import type { ProgrammeIndex } from "./programme-index";
import { foldAccents, foldSpaces } from "../text";
import { matchWord, type WordMatch } from "./item-words";
import { parseQuery, type QueryPart } from "./query";

/** Points for the text as a whole; what its parts match comes after. */
const WHOLE = { name: 1000, nameBegins: 800, nameHolds: 700, titleBegins: 600, titleHolds: 550 } as const;

/** Points for one part of the text. */
const SOURCE = { name: 30, title: 20, editor: 15 } as const;
const HOW = { whole: 1, beginning: 0.8, mistyped: 0.4 } as const;
const CONDITION = 25;

/** Kept by item, so that a search after an edit reads no other item again. */
const titles = new WeakMap<WorkItem, string>();

function fold(text: string): string {
  return foldSpaces(foldAccents(text).replace(/[\u2010-\u2015]/g, "-"));
}

function titleOf(item: WorkItem): string {
  let title = titles.get(item);
  if (title === undefined) titles.set(item, (title = fold(item.title)));
  return title;
}

/** Points of items, by key, for their names. */
function pointsOfNames(index: ProgrammeIndex, phrase: string): Map<string, number> {
  const points = new Map<string, number>();
  const name = normaliseName(phrase);
  if (name === "") return points;
  for (const [own, keys] of registeredNames(index)) {
    if (!own.includes(name)) continue;
    const value = own === name ? WHOLE.name : own.startsWith(name) ? WHOLE.nameBegins : WHOLE.nameHolds;
    for (const key of keys) points.set(key, Math.max(points.get(key) ?? 0, value));
  }
  return points;
}

function pointsOfTitle(item: WorkItem, phrase: string): number {
  const title = titleOf(item);
  if (title.startsWith(phrase)) return WHOLE.titleBegins;
  return title.includes(phrase) ? WHOLE.titleHolds : 0;
}

const pointsOfWord = ({ source, how }: WordMatch): number => SOURCE[source] * HOW[how];

/** Points of the items, by position, that match one part: its condition, or all of its words. */
function pointsOfPart(part: QueryPart, index: ProgrammeIndex): Map<number, number> {
  const points = new Map<number, number>();
  const [first, ...others] = part.words.map((word) => matchWord(index.ordered, word));
  for (const [position, match] of first ?? []) {
    const matches = [match, ...others.map((each) => each.get(position))];
    if (matches.every((each) => each !== undefined))
      points.set(
        position,
        matches.reduce((sum, each) => sum + pointsOfWord(each), 0),
      );
  }
  const { condition } = part;
  if (condition)
    index.ordered.forEach((item, position) => {
      if (condition(item)) points.set(position, Math.max(points.get(position) ?? 0, CONDITION));
    });
  return points;
}

/** Points of the items that match every part. */
function pointsOfParts(parts: readonly QueryPart[], index: ProgrammeIndex): Map<number, number> {
  let total: Map<number, number> | null = null;
  for (const part of parts) {
    if (part.words.length === 0 && !part.condition) continue;
    const points = pointsOfPart(part, index);
    if (total === null) total = points;
    else
      for (const [position, sum] of total) {
        const more = points.get(position);
        if (more === undefined) total.delete(position);
        else total.set(position, sum + more);
      }
  }
  return total ?? new Map<number, number>();
}

export interface SearchOptions {
  /** Whether items of every study group are searched, or only those of one: SG17, unless the text names another group's Question or "*". */
  everyGroup: boolean;
  today?: IsoDate;
}

const isoToday = (): IsoDate => new Date().toISOString().slice(0, 10);

/**
 * Items that match a text: names before titles before editors, whole before part, and in natural order among equals. Every part of the
 * text counts, as a condition (status, Question, process, timing, "overdue") or as words; words of six letters and more may be
 * mistyped. Where nothing matches, the items with the nearest names. Empty for a blank text.
 */
export function searchItems(
  index: ProgrammeIndex,
  text: string,
  { everyGroup, today = isoToday() }: SearchOptions = { everyGroup: true },
): WorkItem[] {
  const phrase = fold(text.replace(/(?:^|\s)\*(?=\s|$)/g, " "));
  const { parts, question } = parseQuery(text, today);
  const ofGroup = everyGroup ? null : groupTest(question);
  const isMeant = (item: WorkItem): boolean => ofGroup === null || ofGroup(item);
  if (phrase === "") return question === null ? [] : index.ordered.filter(isMeant);
  const byName = pointsOfNames(index, phrase);
  const byParts = pointsOfParts(parts, index);
  const marked = index.ordered
    .map((item, at) => ({
      item,
      at,
      points: (byName.get(item.key) ?? pointsOfTitle(item, phrase)) + (byParts.get(at) ?? 0),
    }))
    .filter(({ item, points }) => points > 0 && isMeant(item))
    .sort((a, b) => b.points - a.points || a.at - b.at)
    .map(({ item }) => item);
  if (marked.length > 0 || parts.some(({ condition }) => condition !== null)) return marked;
  const queryText = findItem(index, phrase);
  if ("found" in queryText) return [queryText.found].filter(isMeant);
  if ("ambiguous" in queryText) return queryText.ambiguous.filter(isMeant);
  return [...new Set(queryText.unknown.flatMap((name) => index.itemsNamed(name)))].filter(isMeant);
}
