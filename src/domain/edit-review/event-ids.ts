/** Identities of events entered by hand: the same step of the same item gets the same one, on whichever machine it is recorded. */
import { hash } from "../hash";
import type { IsoDate, ProgrammeEvent } from "../model";

/**
 * The stem that the events of one edit share. It follows from what had happened to the item and what happens now, so that two add-ins that
 * come upon the same edit (both started at the same moment, or one while the other was judging) record one event and not two.
 * @param before everything that had happened to the item, in order
 * @param now what happens now, as far as it tells one edit from another: "Under study > Determined"
 */
export function eventStem(key: string, date: IsoDate, before: readonly ProgrammeEvent[], now: string): string {
  const basis = [key, String(before.length), before.at(-1)?.id ?? "", now].join("\n");
  // Twice with different seeds: 64 bits are enough to tell the steps of one item apart.
  const halves = [hash(basis), hash(basis, 0x01234567)].map((half) => half.toString(36));
  const stem = `${key} ${date} by hand ${halves.join("")}`;
  const isTaken = (each: string): boolean => before.some(({ edit }) => edit === each);
  let editableColumns = stem;
  for (let count = 2; isTaken(editableColumns); count++) editableColumns = `${stem}-${String(count)}`;
  return editableColumns;
}
