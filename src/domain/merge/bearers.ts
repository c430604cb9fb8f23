/**
 * Which text a name means at a time. A number can be given again after its bearer ended without being published under it, and one number
 * is that of every edition of a Recommendation (A.12 2.1).
 */
import type { IsoDate } from "../model";
import type { EventKind } from "../vocabulary";
import { addDays } from "../designations/dates";
import type { Draft } from "./document-events";
import { isRepetition } from "./item-state";
import { current, isUnlike, type Text } from "./texts";

/** A key of a number, "x.1771" or "x.1373rev"; other names are provisional. */
const NUMBER_KEY = /^[a-z]\.\d/;
/** Numbers of texts that have no editions of their own. */
const CHANGE = /(?:amd|cor|err)\d*$/;

/** Events by which a text begins or goes on; an edition that is published begins no more. */
const BEGINS: ReadonlySet<EventKind> = new Set<EventKind>([
  "New work item",
  "Determined",
  "Consented",
  "Planned for determination",
  "Planned for consent",
  "Planned for approval",
]);
const PENDING: ReadonlySet<EventKind> = new Set<EventKind>(["Determined", "Consented", "Planned for approval"]);
const ENDS: ReadonlySet<EventKind | null> = new Set<EventKind | null>([
  "Not approved",
  "Discontinued",
  "Approved",
  "Agreed",
]);
/** Days between two approvals below which they are one: reports differ by some days, editions are months apart. */
const SAME_APPROVAL = 90;
/** Days after which a second consent of a revision is that of the next edition: a Last Call and an Additional Review are over. */
const SAME_CONSENT = 180;

/** Whether a key is that of a number. */
export function isNumberKey(key: string): boolean {
  return NUMBER_KEY.test(key);
}

/** A number without "rev": the number of all editions. */
export function editionNumber(key: string): string {
  return key.replace(/rev$/, "");
}

/** The texts that had each name, in the order in which they got it. */
export class Bearers {
  private readonly texts = new Map<string, Text[]>();

  /** The text that a name of a row means; null where it is the first, or the first of a new bearer. */
  meant(key: string, draft: Draft, provisional: readonly string[]): Text | null {
    if (!isNumberKey(key)) {
      const text = this.of(key).at(-1) ?? null;
      return text && isNewUse(text, draft) ? null : text;
    }
    const number = editionNumber(key);
    const editions = this.of(number);
    const text = editionMeant(editions, key, draft);
    return text && isReassigned(text, number, draft, provisional) ? null : text;
  }

  /** Records that a text has a name. */
  add(key: string, text: Text): void {
    const name = isNumberKey(key) ? editionNumber(key) : key;
    const texts = this.of(name);
    if (!texts.includes(current(text))) this.texts.set(name, [...texts, text]);
    if (!isNumberKey(key)) return;
    text.numbers.add(name);
    if (key.endsWith("rev")) text.revision = true;
  }

  /** Records that a text got its names after all others that have them: the names of an item that users entered, from its first entry on. */
  makeLatest(text: Text): void {
    for (const name of [...text.numbers, ...text.provisional])
      this.texts.set(name, [...(this.texts.get(name) ?? []).filter((each) => each !== text), text]);
  }

  /** The texts that had a name. */
  of(name: string): Text[] {
    return [...new Set((this.texts.get(name) ?? []).map(current))];
  }
}

/** Whether a provisional name is used for another text, after the first was discontinued. */
function isNewUse(text: Text, { event }: Draft): boolean {
  return text.decided === "Discontinued" && BEGINS.has(event.kind) && isUnlike(text, event.printed?.title ?? null);
}

/** Whether the number was given to another text: one with another title, after the first ended or under another provisional name. */
function isReassigned(text: Text, number: string, { event }: Draft, provisional: readonly string[]): boolean {
  if (!isUnlike(text, event.printed?.title ?? null) || provisional.some((name) => text.provisional.has(name)))
    return false;
  if (text.provisional.size > 0 && provisional.length > 0) return true;
  const isFree = ENDS.has(text.decided) && !text.published.has(number);
  return isFree && (BEGINS.has(event.kind) || event.kind === "Approved");
}

function editionMeant(editions: readonly Text[], key: string, draft: Draft): Text | null {
  const number = editionNumber(key);
  const { event } = draft;
  const last = editions.at(-1) ?? null;
  if (last === null || CHANGE.test(number)) return last;
  const sameDay = editions.find((text) => event.kind === "Approved" && text.published.get(number) === event.date);
  if (sameDay) return sameDay;
  if (key.endsWith("rev")) {
    const revision = editions.findLast((text) => text.revision) ?? (isUnnamedRevision(last, number) ? last : null);
    return revision && !isNextEdition(revision, number, draft) ? revision : null;
  }
  // A row without the column New/Revised prints a revision under the plain number.
  const pending = editions.findLast((text) => text.revision && !text.published.has(number) && hasBegun(text));
  if (pending && event.printed?.kind == null && draft.names.keys.length === 1) return pending;
  const plain = editions.findLast((text) => !text.revision || text.published.has(number)) ?? null;
  return plain && !isNextEdition(plain, number, draft) ? plain : null;
}

/** Whether a text may be a revision that a document without the column New/Revised printed under the plain number. */
function isUnnamedRevision(text: Text, number: string): boolean {
  return !text.published.has(number) && hasBegun(text) && text.drafts.every(({ event }) => event.printed?.kind == null);
}

function hasBegun(text: Text): boolean {
  return text.drafts.some(({ event: { kind } }) => PENDING.has(kind));
}

/** Whether a row begins or approves the edition after this one. */
function isNextEdition(text: Text, number: string, { event }: Draft): boolean {
  const published = text.published.get(number);
  if (published === undefined) return isLaterConsent(text, event.kind, event.date) && !isRepetition(event);
  if (event.date <= published) return false;
  if (BEGINS.has(event.kind)) return !isRepetition(event) || event.printed?.statusDate != null;
  // Reports over a period repeat approvals under their own date; only the export prints the day.
  const isDated = !isRepetition(event) || event.printed?.statusDate != null;
  return event.kind === "Approved" && isDated && event.date > addDays(published, SAME_APPROVAL);
}

function isLaterConsent({ consented, revision }: Text, kind: EventKind, date: IsoDate): boolean {
  return revision && consented !== null && kind === "Consented" && date > addDays(consented, SAME_CONSENT);
}
