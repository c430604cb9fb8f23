/** How many formulas show #NAME? because they were entered before the add-in was there, for the pane to offer Refresh formulas. */

let unknownNames = 0;
const listeners = new Set<(count: number) => void>();

/** How many were found last. */
export const countUnknownNames = (): number => unknownNames;

/** Notes how many there are. */
export function noteUnknownNames(count: number): void {
  if (count === unknownNames) return;
  unknownNames = count;
  for (const listener of listeners) listener(count);
}

/** Calls back when that changes. Returns how to stop. */
export function onUnknownNames(listener: (count: number) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
