/** Distinguishes texts that have one number in succession: a number reassigned to another text, and the editions of a Recommendation. */
import type { EventKind } from "../vocabulary";
import type { Draft } from "./document-events";
import { compareHappenings } from "./order";
import { isRepetition } from "./item-state";
import { plainTitle, shareOfWords } from "./titles";

/** The text that has a number at a time, from the rows up to then. */
interface Bearer {
  /** Number of texts that had the number before. */
  rank: number;
  provisional: Set<string>;
  titles: Set<string>;
  /** Day of its approval or agreement. */
  published: string | null;
}

/** A key of a number, "x.1771" or "x.1373rev"; a provisional name always identifies the same text. */
const NUMBER_KEY = /^[a-z]\.\d/;
const BEGINS: ReadonlySet<EventKind> = new Set<EventKind>([
  "New work item",
  "Determined",
  "Consented",
  "Planned for determination",
  "Planned for consent",
  "Planned for approval",
]);
/** Two titles with fewer words in common are those of two texts. */
const LEAST_SHARED_WORDS = 0.6;

/**
 * Returns the names that identify the item of each draft. After a number is reassigned or its next edition begins, it counts as
 * another name, so that the rows before and after belong to two items.
 */
export function identifyingNames(drafts: readonly Draft[]): ReadonlyMap<Draft, readonly string[]> {
  const bearers = new Map<string, Bearer>();
  const names = new Map<Draft, readonly string[]>();
  for (const draft of [...drafts].sort((a, b) => compareHappenings(a.event, b.event))) {
    const { keys } = draft.names;
    const provisional = keys.filter((key) => !NUMBER_KEY.test(key));
    const qualified = keys.map((key) => {
      if (!NUMBER_KEY.test(key)) return key;
      const bearer = bearerAt(bearers, key, draft, provisional);
      note(bearer, draft, provisional);
      return bearer.rank === 0 ? key : `${key} ${String(bearer.rank)}`;
    });
    names.set(draft, qualified);
  }
  return names;
}

function bearerAt(bearers: Map<string, Bearer>, key: string, draft: Draft, provisional: readonly string[]): Bearer {
  const current = bearers.get(key);
  if (current && !isReassigned(current, draft, provisional) && !isNextEdition(current, key, draft)) return current;
  const rank = current === undefined ? 0 : current.rank + 1;
  const next: Bearer = { rank, provisional: new Set(), titles: new Set(), published: null };
  bearers.set(key, next);
  return next;
}

/** Whether the number was reassigned: another provisional name with another title. */
function isReassigned(
  { provisional: namesBefore, titles }: Bearer,
  draft: Draft,
  provisional: readonly string[],
): boolean {
  const title = draft.event.printed?.title ?? null;
  if (title === null || titles.size === 0 || namesBefore.size === 0 || provisional.length === 0) return false;
  if (provisional.some((name) => namesBefore.has(name))) return false;
  return [...titles].every((other) => shareOfWords(other, plainTitle(title)) < LEAST_SHARED_WORDS);
}

/** Whether a revision begins, after the approval of the previous edition. */
function isNextEdition({ published }: Bearer, key: string, { event }: Draft): boolean {
  if (published === null || event.date <= published || !key.endsWith("rev")) return false;
  return BEGINS.has(event.kind) && !isRepetition(event);
}

function note(bearer: Bearer, { event }: Draft, provisional: readonly string[]): void {
  for (const name of provisional) bearer.provisional.add(name);
  if (event.printed?.title != null) bearer.titles.add(plainTitle(event.printed.title));
  if (event.kind === "Approved" || event.kind === "Agreed") bearer.published = event.date;
}
