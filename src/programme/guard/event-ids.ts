/** Identities of events entered by hand: the same step of the same item gets the same one, on whichever machine it is recorded. */
import type { IsoDate, ProgrammeEvent } from "../model";

/** FNV-1a, twice with different seeds: 64 bits are enough to tell the steps of one item apart. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return ((value ^ (value >>> 13)) >>> 0).toString(36);
}

const BY_HAND = " by hand ";

/**
 * The stem that the events of one edit share. It follows from what had happened to the item and what happens now, so that two add-ins that
 * come upon the same edit (both started at the same moment, or one while the other was judging) record one event and not two.
 * @param before everything that had happened to the item, in order
 * @param now what happens now, as far as it tells one edit from another: "Under study > Determined"
 */
export function eventStem(key: string, date: IsoDate, before: readonly ProgrammeEvent[], now: string): string {
  const basis = [key, String(before.length), before.at(-1)?.id ?? "", now].join("\n");
  const stem = `${key} ${date}${BY_HAND}${hash(basis, 0x811c9dc5)}${hash(basis, 0x01234567)}`;
  const isTaken = (each: string): boolean => before.some(({ id }) => stemOf(id) === each);
  let free = stem;
  for (let count = 2; isTaken(free); count++) free = `${stem}-${String(count)}`;
  return free;
}

/** What the events of one edit share of their identity: all but the last number. */
export function stemOf(id: string): string {
  return id.slice(0, id.lastIndexOf("."));
}

/** Whether an identity is one that a guard gave, and not a document. */
export function isGivenByHand(id: string): boolean {
  return id.includes(BY_HAND);
}
