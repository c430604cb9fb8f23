/** How many formulas show #NAME? because they were entered before the add-in was there, for the pane to offer Refresh formulas. */
import { Listeners } from "../domain/listeners";

let unknownNames = 0;
const listeners = new Listeners<[number]>();

/** How many were found last. */
export const countUnknownNames = (): number => unknownNames;

/** Notes how many there are. */
export function noteUnknownNames(count: number): void {
  if (count === unknownNames) return;
  unknownNames = count;
  listeners.call(count);
}

/** Calls back when that changes. Returns how to stop. */
export function onUnknownNames(listener: (count: number) => void): () => void {
  return listeners.add(listener);
}
