/** One number, several texts one after the other: a number given again to another text, and the editions of a Recommendation. */
import type { EventKind } from "../vocabulary";
import type { Draft } from "./document-events";
import { compareHappenings } from "./order";
import { isRepetition } from "./item-state";
import { plainTitle, shareOfWords } from "./titles";

/** The text that bears a number at a time, as far as the rows up to then tell. */
interface Bearer {
  /** How many texts bore the number before. */
  rank: number;
  provisional: Set<string>;
  titles: Set<string>;
  /** Day of its approval or agreement. */
  published: string | null;
}

/** A key of a number, "x.1771" or "x.1373rev"; a provisional name identifies one text for ever. */
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
 * The names by which each draft finds its item. A number that was given again, or whose next edition begins, is another name
 * from then on, so that the rows before and after it stay two items.
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

/** Another provisional name with another title: the number went to another text. */
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

/** A revision begins after the edition before it was approved. */
function isNextEdition({ published }: Bearer, key: string, { event }: Draft): boolean {
  if (published === null || event.date <= published || !key.endsWith("rev")) return false;
  return BEGINS.has(event.kind) && !isRepetition(event);
}

function note(bearer: Bearer, { event }: Draft, provisional: readonly string[]): void {
  for (const name of provisional) bearer.provisional.add(name);
  if (event.printed?.title != null) bearer.titles.add(plainTitle(event.printed.title));
  if (event.kind === "Approved" || event.kind === "Agreed") bearer.published = event.date;
}
