/** The shapes of a guard's pass: what it knows (world), what was edited, and what is to be done about it (plan). Nothing of Excel. */
import type { EventFacts, IsoDate, ProgrammeEvent, WorkItem } from "../model";
import type { Finding, ItemField, PossibleStep, ProposedEdit } from "../rules/types";
import type { RowDifference } from "./diff";
import type { AttemptedEdit, Circumstance, GuardSentence, EditOutcome } from "./message";
import type { CellValue, RowValues, TableSnapshot } from "./table-snapshot";

/** What a managed table is to the guard. */
export type TableRole =
  /** One row per work item: every field is judged. */
  | "programme"
  /** As published; its Status column shows the item's status and can be typed into. */
  | "annex"
  /** The record, written by the guard. */
  | "history"
  /** Managed, but no rule speaks of it: edits stand. */
  | "plain";

export interface GuardedTable {
  name: string;
  role: TableRole;
  snapshot: TableSnapshot;
  /** The field of a work item that is judged when a column is typed into; null for columns no rule speaks of. */
  fields: readonly (ItemField | null)[];
  /** Columns that show what an item is now, and change with it. */
  derivedColumns: readonly number[];
  /** Column with the key of the item that a row is about; -1 where rows are about none. */
  itemKeyColumn: number;
  /** Columns that people may change although the table is a record. */
  editableColumns: readonly number[];
}

/** The key of the item that a row is about; null where it is about none. */
export function itemKeyIn(table: GuardedTable, values: RowValues): string | null {
  const key = String(values[table.itemKeyColumn] ?? "").trim();
  return key === "" ? null : key;
}

/** Header of a column. */
export function headerOf(table: GuardedTable, column: number): string {
  return table.snapshot.headers[column] ?? "";
}

/** What was found in one table. */
export interface TableEdits {
  table: GuardedTable;
  differences: RowDifference[];
  /** As in TableDifference. */
  order: { id: string | null; values: RowValues }[] | null;
  /** Cells changed by somebody else or by a load: known from now on, not judged. */
  external: RowDifference[];
}

/** An edit asked for in the pane: a step taken, an override. */
export interface RequestedEdit {
  key: string;
  changes: ProposedEdit["changes"];
  reason: string | null;
  /** What is on record of the step besides its day. */
  facts?: EventFacts;
  /** Date of the edit where it is not the date of the context. */
  date: IsoDate | null;
  /** Read from a cell while we were writing: nobody can tell who typed it, and what was typed there since counts instead. */
  overwritten?: true;
}

/** A cell to be written. */
export interface PlannedWrite {
  table: string;
  /** Position in the table's body, from 0. */
  position: number;
  column: number;
  value: CellValue;
  /** What the cell is thought to hold: found to hold something else, somebody typed in the meantime. */
  expected: CellValue;
  purpose: "revert" | "accept" | "propagate";
  /** What the row's identity column holds when it is the row that is meant; null where that is not known beforehand. */
  identity: string | null;
}

export interface CellMark {
  table: string;
  /** Identity of the row before the pass; null where it had none. */
  row: string | null;
  position: number;
  column: number;
  on: boolean;
}

/** A message before it has an identity, a time and an address. */
export interface MessageDraft {
  outcome: EditOutcome;
  /** What makes two messages one: same cause, same words. */
  cause: string;
  item: string;
  key: string | null;
  /** Where the message points to; null where no cell is meant. */
  at: { table: string; position: number; column: number } | null;
  tried: readonly AttemptedEdit[];
  text: GuardSentence;
  circumstance: Circumstance | null;
  /** The findings whose clauses are cited. */
  findings: readonly Finding[];
  possible: PossibleStep[];
  /** What an override would do; empty where none is possible. */
  overrides: RequestedEdit[];
  /** The rows that were deleted; empty where none was. */
  deleted: { table: string; row: string; values: RowValues }[];
  /** The designations of all items spoken of, and their keys. */
  items: string[];
  keys: string[];
  count: number;
}

/** Returns the parts of a message that only some messages have, empty. */
export const emptyDetails = () => ({ circumstance: null, findings: [], possible: [], overrides: [], deleted: [] });

/** Returns a message about the guard or a whole table, without item, cell or buttons. */
export function notice(text: GuardSentence): MessageDraft {
  return {
    ...emptyDetails(),
    outcome: "noted",
    cause: JSON.stringify(text),
    item: "",
    key: null,
    at: null,
    tried: [],
    text,
    items: [],
    keys: [],
    count: 1,
  };
}

/** What a pass is to do, in full: nothing else is written, and shadows change only once it is done. */
export interface EditPlan {
  writes: PlannedWrite[];
  marks: CellMark[];
  /** Rows for History, in order. */
  events: ProgrammeEvent[];
  /** Events entered by hand that were taken back; their rows leave History, where they have not left it already (position -1). */
  revertedEvents: { event: ProgrammeEvent; position: number }[];
  /** Events that stand in History again (redo). */
  restoredEvents: ProgrammeEvent[];
  /** Items as they now stand, for whoever keeps the programme in memory. */
  items: Map<string, WorkItem>;
  /** Keys of items whose row is gone. */
  deletedKeys: string[];
  /** Keys of items that are none any more: their entry by hand was undone. */
  removedKeys: string[];
  /** Items whose row holds something that History does not explain, as History explains them; null once it does again. */
  unexplained: Map<string, WorkItem | null>;
  messages: MessageDraft[];
}

/** Whether a plan asks for anything to be written to the workbook. */
export function isIdle(plan: EditPlan): boolean {
  return plan.writes.length + plan.marks.length + plan.events.length + plan.revertedEvents.length === 0;
}
