/** Messages of the guard: one per cause, for any number of cells. Codes and values; `i18n/guard` makes the sentences. */
import type { MessageOf } from "../message";
import type { IsoDate } from "../model";
import type { Finding, Refused } from "../rules/types";
import type { EventKind, Status } from "../vocabulary";

export const OUTCOMES = [
  /** The edit was reverted. */
  "reverted",
  /** A step requested in the pane was refused; nothing was written. */
  "refused",
  /** The edit was kept and highlighted: advise mode, or an edit that an audit found. */
  "marked",
  /** The edit was accepted, and a rule has a remark. */
  "accepted with a warning",
  /** The edit was accepted against the rules, with a reason. */
  "overridden",
  /** A deleted row or reverted event was restored. */
  "restored",
  /** Something happened that the user should know. */
  "noted",
] as const;
export type EditOutcome = (typeof OUTCOMES)[number];

/** A status that the pane can offer as a button. */
export interface PossibleStatus {
  status: Status;
  step: string | null;
  label: string;
}

/** A cell by the identity of its row: positions change. */
export interface CellReference {
  table: string;
  row: string;
  column: number;
}

export interface GuardMessage {
  id: string;
  /** ISO time. */
  when: string;
  /** Designation of the first item; "" for a message about no item. */
  item: string;
  /** Key of the first item; null for a message about no item. */
  key: string | null;
  /** Keys of all items of the message. */
  keys: readonly string[];
  /** Location of the first cell when the message was made; empty for a message about no cell. */
  cell: { sheet: string; address: string };
  /** Number of cells or rows of the message. */
  count: number;
  /** What was attempted: "Status: Consented to Determined". */
  tried: string;
  title: string;
  text: string;
  /** "Resolution 1, 9.3.3"; "" where no instrument requires it. */
  clause: string;
  possible: PossibleStatus[];
  /** The other item of one text under two names, with which the item can be joined; null where there is none. */
  twin: string | null;
  canOverride: boolean;
  /** Whether `restoreRow` can restore deleted rows. */
  canRestore: boolean;
  outcome: EditOutcome;
}

/** What keeps a managed table from being read or used. */
export interface TableProblem {
  table: string;
  /** The sheet of the table; the usual one where the table is missing. */
  sheet: string;
  kind: "missing" | "columns missing" | "header row off" | "unfinished";
  /** Headers that are missing. */
  columns: readonly string[];
}

/** What was tried: a value of a column replaced by another, or cells in words. */
export type AttemptedEdit = { column: string; from: string; to: string } | { cells: string };

/** Every message of the guard, with the values of its sentence. */
interface GuardSentences {
  refused: { refusals: readonly Refused[] };
  warning: { finding: Finding };
  overridden: { tried: readonly AttemptedEdit[]; reason: string };
  requested: { item: string; status: Status; date: IsoDate };
  normalised: { item: string; column: string; entered: string; shown: string };
  foundAccepted: { item: string; from: Status; to: Status };
  foundDifferent: { table: string; item: string; shown: string; recorded: Status };
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
  /** Excel refused the write, and no sheet is known to be protected: the workbook is open for viewing only. */
  notWritable: Record<never, never>;
  /** A load was interrupted: what it has written of a document is no edit. */
  loadUnfinished: Record<never, never>;
  copy: { sheet: string };
  /** The workbook was brought to the layout of today. */
  migrated: Record<never, never>;
  notMigrated: { why: string };
  settingsShared: { meeting: string | null };
  /** An action cannot be undone, because a later edit changed the same column. */
  undoDependency: { item: string; column: string };
  /** An action cannot be undone, because nothing records how the item was before. */
  undoUnrecorded: { item: string };
  /** The decisions of a meeting were entered. */
  decisions: { meeting: string; items: readonly string[] };
  /** Two items were joined. */
  joined: { item: string; other: string };
  /** What the undo of an action deletes. */
  undoDeletes: { items: readonly string[] };
  /** The reason is Excel's error, in words already. */
  failed: { why: string };
}
export type GuardSentence = MessageOf<GuardSentences>;

/** Words before a sentence (found, override refused, incomplete) or after it (advised, repeated). */
export type Circumstance = "found" | "overrideRefused" | "incomplete" | "advised" | "repeated";
