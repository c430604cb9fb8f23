/** What the guard says: one message per cause, whatever the number of cells. Codes and values; `i18n/guard` makes the sentences. */
import type { MessageOf } from "../message";
import type { IsoDate } from "../model";
import type { Finding, Refused } from "../rules/types";
import type { EventKind, Status } from "../vocabulary";

export const OUTCOMES = [
  /** The cells hold again what they held before. */
  "reverted",
  /** A step asked for in the pane was not taken; nothing was written. */
  "refused",
  /** The edit stands and is coloured: advise mode, or an edit made where the guard was not looking. */
  "marked",
  /** The edit was taken; a rule has a remark. */
  "accepted with a warning",
  /** The edit was taken against the rules, with a reason. */
  "overridden",
  /** What was put back or deleted stands again. */
  "restored",
  /** Taken, and something happened that people should know of. */
  "noted",
] as const;
export type EditOutcome = (typeof OUTCOMES)[number];

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
  outcome: EditOutcome;
}

/** What keeps a table from being read. */
export interface TableProblem {
  sheet: string;
  table: string;
  damage: "missing" | "columns missing" | "header row off" | "unfinished";
  columns: readonly string[];
}

/** What was tried: a value of a column replaced by another, or cells in words. */
export type AttemptedEdit = { column: string; from: string; to: string } | { cells: string };

/** Everything the guard says, with the values of each sentence. */
interface GuardSentences {
  refused: { refusals: readonly Refused[] };
  warning: { finding: Finding };
  overridden: { tried: readonly AttemptedEdit[]; reason: string };
  requested: { item: string; status: Status; date: IsoDate };
  normalised: { item: string; column: string; said: string; reads: string };
  foundAccepted: { item: string; from: Status; to: Status };
  foundDifferent: { table: string; item: string; said: string; is: Status };
  key: { item: string };
  keyRestored: { item: string };
  history: { item: string };
  historyRow: Record<never, never>;
  deleted: { item: string; table: string };
  deletedEvent: { item: string };
  restored: { item: string };
  eventReverted: { item: string; event: EventKind; status: Status };
  eventReapplied: { item: string; status: Status };
  itemRemoved: { item: string };
  noRecord: { item: string; status: string };
  nameless: Record<never, never>;
  unknownAnnexRow: { table: string };
  annexCell: { table: string };
  noItem: { table: string };
  unguarded: { problem: TableProblem };
  guardedAgain: { sheet: string };
  /** Nothing was changed, because the programme cannot be read. */
  cannotRead: { problems: readonly TableProblem[] };
  /** Nothing was changed, because something has to be written on these sheets too. */
  sheetsProtected: { sheets: readonly string[] };
  copy: { sheet: string };
  /** The workbook was brought to the layout of today. */
  migrated: { sheet: string };
  notMigrated: { sheet: string };
  /** The reason is Excel's error, in words already. */
  failed: { why: string };
}
export type GuardSentence = MessageOf<GuardSentences>;

/** What is said around a sentence: before it (found, override refused, not yet an item) or after it (advised, repeated). */
export type Circumstance = "found" | "overrideRefused" | "incomplete" | "advised" | "repeated";
