/** Items that match what people type into Find, best first. */
import { normaliseName } from "../designations/normalise";
import type { IsoDate, WorkItem } from "../model";
import { OWN_GROUP } from "../vocabulary";
import { groupTest } from "./item-filter";
import { isActive } from "./overview";
import { findItem, registeredNames } from "./programme-index";
import type { ProgrammeIndex } from "./programme-index";
import { foldPhrase, matchTitle, rateWord } from "./item-words";
import { parseQuery, type QueryPart } from "./query";

/** Points for the text as a whole; what its parts match comes after. */
const WHOLE = { name: 1000, nameBegins: 800, nameHolds: 700, titleBegins: 600, titleHolds: 550 } as const;

/** Points for a condition of the text. */
const CONDITION = 25;

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
  const match = matchTitle(item, phrase);
  if (match === null) return 0;
  return match === "begins" ? WHOLE.titleBegins : WHOLE.titleHolds;
}

/** Adds up points by position, where all have some. */
function inAll(parts: readonly Uint16Array[], count: number): Uint16Array {
  const total = new Uint16Array(count);
  for (let at = 0; at < count; at += 1) {
    let sum = 0;
    for (const points of parts) {
      const own = points[at] ?? 0;
      sum = own === 0 ? 0 : sum + own;
      if (own === 0) break;
    }
    total[at] = sum;
  }
  return total;
}

/** Points of the items, by position, that match one part: its condition, or all of its words. */
function pointsOfPart({ words, condition }: QueryPart, items: readonly WorkItem[]): Uint16Array {
  const points = inAll(
    words.map((word) => rateWord(items, word)),
    items.length,
  );
  if (condition)
    items.forEach((item, at) => {
      if ((points[at] ?? 0) < CONDITION && condition(item)) points[at] = CONDITION;
    });
  return points;
}

/** Points of the items, by position, that match every part. */
function pointsOfParts(parts: readonly QueryPart[], items: readonly WorkItem[]): Uint16Array {
  const meant = parts.filter(({ words, condition }) => words.length > 0 || condition);
  return inAll(
    meant.map((part) => pointsOfPart(part, items)),
    items.length,
  );
}

/** The rank of an item: active, not heard of since the latest two meetings, of another study group. */
function groupOf(index: ProgrammeIndex, item: WorkItem, today: IsoDate): number {
  if (item.studyGroup !== OWN_GROUP) return 2;
  return isActive(index, item, today) ? 0 : 1;
}

export interface SearchOptions {
  /** Whether items of every study group are searched, or only those of one: SG17, unless the text names another group's Question or "*". */
  everyGroup: boolean;
  /** The date as of which items are overdue. */
  today: IsoDate;
}

/**
 * Items that match a text: names before titles before editors, whole before part, and in natural order among equals; after the one that
 * the text names, items of the study group come before those not heard of since, and before those of other study groups. Every part of the
 * text counts, as a condition (status, Question, process, timing, "overdue") or as words; words of six letters and more may be
 * mistyped. Where nothing matches, the items with the nearest names. Empty for a blank text.
 */
export function searchItems(index: ProgrammeIndex, text: string, { everyGroup, today }: SearchOptions): WorkItem[] {
  const phrase = foldPhrase(text.replace(/(?:^|\s)\*(?=\s|$)/g, " "));
  const { parts, question } = parseQuery(text, today);
  const ofGroup = everyGroup ? null : groupTest(question);
  const isMeant = (item: WorkItem): boolean => ofGroup === null || ofGroup(item);
  if (phrase === "") return question === null ? [] : index.ordered.filter(isMeant);
  const byName = pointsOfNames(index, phrase);
  const byParts = pointsOfParts(parts, index.ordered);
  const rated: { item: WorkItem; at: number; points: number; group: number }[] = [];
  index.ordered.forEach((item, at) => {
    const points = (byName.get(item.key) ?? pointsOfTitle(item, phrase)) + (byParts[at] ?? 0);
    if (points === 0 || !isMeant(item)) return;
    // What a text names comes first, whatever it is.
    const group = points >= WHOLE.name ? 0 : groupOf(index, item, today);
    rated.push({ item, at, points, group });
  });
  const order = (a: (typeof rated)[number], b: (typeof rated)[number]): number =>
    a.group - b.group || b.points - a.points || a.at - b.at;
  const marked = rated.sort(order).map(({ item }) => item);
  if (marked.length > 0 || parts.some(({ condition }) => condition !== null)) return marked;
  const queryText = findItem(index, phrase);
  if ("found" in queryText) return [queryText.found].filter(isMeant);
  if ("ambiguous" in queryText) return queryText.ambiguous.filter(isMeant);
  return [...new Set(queryText.unknown.flatMap((name) => index.itemsNamed(name)))].filter(isMeant);
}
