/** What the guard tells people: one message per cause, whatever the number of cells. */
import type { Status } from "../vocabulary";

export const OUTCOMES = [
  /** The cells hold again what they held before. */
  "put back",
  /** A step asked for in the pane was not taken; nothing was written. */
  "refused",
  /** The edit stands and is coloured: advise mode, or an edit made where the guard was not looking. */
  "marked",
  /** The edit was taken; a rule has a remark. */
  "taken with a warning",
  /** The edit was taken against the rules, with a reason. */
  "overridden",
  /** What was put back or deleted stands again. */
  "restored",
  /** Taken, and something happened that people should know of. */
  "noted",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A status that the pane can offer as a button. */
export interface PossibleStatus {
  status: Status;
  step: string | null;
  label: string;
}

/** A cell by what it is, not by where it stands: rows move. */
export interface CellReference {
  table: string;
  row: string;
  column: number;
}

export interface GuardMessage {
  id: string;
  /** ISO time. */
  when: string;
  /** Designation of the (first) item, "" where no item is meant. */
  item: string;
  /** Key of the (first) item; null where no item is meant. */
  key: string | null;
  /** Keys of all items that the message speaks of. */
  keys: readonly string[];
  /** Where the (first) cell stood when the message was made; empty address where no cell is meant. */
  cell: { sheet: string; address: string };
  /** How many cells or rows the message speaks of. */
  count: number;
  /** What was typed, as people read it: "Status: Consented to Determined". */
  tried: string;
  title: string;
  text: string;
  /** "Resolution 1, 9.3.3"; "" where no instrument says it. */
  clause: string;
  possible: PossibleStatus[];
  canOverride: boolean;
  /** Whether restoreRow brings back what was deleted. */
  canRestore: boolean;
  outcome: Outcome;
}
