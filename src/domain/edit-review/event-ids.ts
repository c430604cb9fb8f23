/** Identities of users' events: the same step of the same item has the same one, on every machine. */
import { hash } from "../hash";
import type { IsoDate, ProgrammeEvent } from "../model";

/**
 * Returns the stem that the events of one edit share. It depends on the item's earlier events and on the new one only, so that two add-ins
 * that find the same edit (both started at the same time, or one while the other was evaluating it) record one event.
 * @param before the item's earlier events, in order
 * @param now what distinguishes this edit from others: "Under study > Determined"
 */
export function eventStem(key: string, date: IsoDate, before: readonly ProgrammeEvent[], now: string): string {
  const basis = [key, String(before.length), before.at(-1)?.id ?? "", now].join("\n");
  // Two hashes with different seeds: 64 bits distinguish the steps of one item.
  const halves = [hash(basis), hash(basis, 0x01234567)].map((half) => half.toString(36));
  const stem = `${key} ${date} by hand ${halves.join("")}`;
  const isTaken = (each: string): boolean => before.some(({ edit }) => edit === each);
  let editableColumns = stem;
  for (let count = 2; isTaken(editableColumns); count++) editableColumns = `${stem}-${String(count)}`;
  return editableColumns;
}
