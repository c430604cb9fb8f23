/** The transition table of the procedures; its rows are grouped by procedure. */
import { AAP_ROWS } from "./transitions/aap";
import { FROM_PRACTICE } from "./transitions/practice";
import type { Transition } from "./transitions/row";
import { TAP_ROWS, WTSA_ROWS } from "./transitions/tap";
import { ENDS, WORK_ITEMS } from "./transitions/work-items";

export { FORBIDDEN, type Forbidden } from "./transitions/forbidden";
export type { Transition } from "./transitions/row";

/** All transitions, T01 to T60. */
export const TRANSITIONS: readonly Transition[] = [
  ...WORK_ITEMS,
  ...TAP_ROWS,
  ...WTSA_ROWS,
  ...AAP_ROWS,
  ...ENDS,
  ...FROM_PRACTICE,
].sort((a, b) => a.id.localeCompare(b.id));

/** The transition with this id. */
export function transitionWithId(id: string): Transition {
  const found = TRANSITIONS.find((transition) => transition.id === id);
  if (!found) throw new RangeError(`No transition "${id}".`);
  return found;
}
