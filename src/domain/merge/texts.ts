/** The texts that documents report on: what their rows say of names, titles and decisions, up to a day. */
import type { IsoDate } from "../model";
import { DECIDING_EVENTS, type EventKind } from "../vocabulary";
import { differentNames, tableOf } from "./contested";
import type { Draft } from "./document-events";
import type { RowNames } from "./row-names";
import { plainTitle, shareOfWords } from "./titles";

/** A text, from the rows so far. Two texts that prove to be one are united: ask `current` which one remains. */
export interface Text {
  drafts: Draft[];
  provisional: Set<string>;
  /** Numbers that it has or had, without "rev". */
  numbers: Set<string>;
  titles: Set<string>;
  /** The last decision; null before the first. */
  decided: EventKind | null;
  /** Day of the last consent that nothing has followed. */
  consented: IsoDate | null;
  /** Numbers under which it was approved or agreed, each with the first day. */
  published: Map<string, IsoDate>;
  /** Whether a revision, by a name with "rev" or the column New/Revised. */
  revision: boolean;
  /** The rows of each table that reports it. */
  rows: Map<string, RowNames[]>;
  /** Names of the rows of the table at hand that are placed and not yet added. */
  placed: Set<RowNames>;
  /** Keys of the existing items to which its rows belonged. */
  keys: Set<string>;
  unitedWith: Text | null;
}

/** Two titles with fewer words in common are those of two texts. */
const LEAST_SHARED_WORDS = 0.6;

/** A text of which nothing is known yet. */
export function newText(): Text {
  return {
    drafts: [],
    provisional: new Set(),
    numbers: new Set(),
    titles: new Set(),
    decided: null,
    consented: null,
    published: new Map(),
    revision: false,
    rows: new Map(),
    placed: new Set(),
    keys: new Set(),
    unitedWith: null,
  };
}

/** The text that a text was united with, or itself. */
export function current(text: Text): Text {
  let at = text;
  while (at.unitedWith !== null) at = at.unitedWith;
  return at;
}

/** Records what a row says of a text, or an entry of a user, which prints no names. */
export function addDraft(text: Text, draft: Draft, numbers: readonly string[], provisional: readonly string[]): void {
  const { event, names } = draft;
  text.drafts.push(draft);
  if (event.item !== "") text.keys.add(event.item);
  for (const name of provisional) text.provisional.add(name);
  if (event.printed?.title != null) text.titles.add(plainTitle(event.printed.title));
  const table = tableOf(draft);
  if (table !== null) text.rows.set(table, [...(text.rows.get(table) ?? []), names]);
  if (!DECIDING_EVENTS.has(event.kind)) return;
  text.decided = event.kind;
  text.consented = event.kind === "Consented" ? event.date : null;
  if (event.kind !== "Approved" && event.kind !== "Agreed") return;
  const publishedAs = event.printed === null ? text.numbers : numbers;
  for (const number of publishedAs) if (!text.published.has(number)) text.published.set(number, event.date);
}

/** Whether one table reports both texts, or a text and a row, under different names. */
export function areDistinct(first: Pick<Text, "rows">, second: Pick<Text, "rows">): boolean {
  for (const [table, names] of first.rows)
    if (second.rows.get(table)?.some((other) => names.some((own) => differentNames(own, other))) === true) return true;
  return false;
}

/**
 * Unites two texts that are one; nothing where they are distinct.
 * @param isCertain whether a user joined them: one table may then report both
 */
export function unite(a: Text, b: Text, isCertain = false): void {
  const [into, from] = [current(a), current(b)];
  if (into === from || (!isCertain && areDistinct(into, from))) return;
  from.unitedWith = into;
  into.drafts.push(...from.drafts);
  for (const name of from.provisional) into.provisional.add(name);
  for (const number of from.numbers) into.numbers.add(number);
  for (const title of from.titles) into.titles.add(title);
  for (const key of from.keys) into.keys.add(key);
  for (const names of from.placed) into.placed.add(names);
  for (const [number, date] of from.published) {
    const known = into.published.get(number);
    if (known === undefined || date < known) into.published.set(number, date);
  }
  for (const [table, rows] of from.rows) into.rows.set(table, [...(into.rows.get(table) ?? []), ...rows]);
  into.decided ??= from.decided;
  into.consented ??= from.consented;
  into.revision ||= from.revision;
}

/** Whether a title has too few words in common with all those of a text. */
export function isUnlike(text: Text, title: string | null): boolean {
  if (title === null || text.titles.size === 0) return false;
  return [...text.titles].every((other) => shareOfWords(other, plainTitle(title)) < LEAST_SHARED_WORDS);
}
