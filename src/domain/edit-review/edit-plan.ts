/** Data of a pass: the guarded tables, their edits, and the plan of what is written and reported. */
import type { RowCells } from "../cells";
import { itemCells } from "../item-rows";
import type { EventFacts, IsoDate, ProgrammeEvent, WorkItem } from "../model";
import type { Finding, ItemField, PossibleStep, ProposedEdit } from "../rules/types";
import type { RowDifference } from "./diff";
import type { AttemptedEdit, CellReference, Circumstance, GuardSentence, EditOutcome } from "./message";
import type { CellValue, RowValues, TableSnapshot } from "./table-snapshot";

/** The kind of a managed table, by which its edits are evaluated. */
export type TableRole =
  /** One row per work item: every field is checked. */
  | "programme"
  /** As published; its Status column shows the item's status and can be edited. */
  | "annex"
  /** Recorded events, written by the guard. */
  | "history"
  /** Managed but not checked: edits are kept. */
  | "plain";

export interface GuardedTable {
  name: string;
  role: TableRole;
  snapshot: TableSnapshot;
  /** The field of a work item that each column edits; null for columns that no rule checks. */
  fields: readonly (ItemField | null)[];
  /** Columns that show an item and are updated with it. */
  derivedColumns: readonly number[];
  /** Column with the key of a row's item; -1 where rows have none. */
  itemKeyColumn: number;
  /** Columns of History that users may edit. */
  editableColumns: readonly number[];
  /** Columns that users added: nothing follows from an edit there. */
  ownColumns: ReadonlySet<number>;
}

/** Returns the key of a row's item; null where it has none. */
export function itemKeyIn(table: GuardedTable, values: RowValues): string | null {
  const key = String(values[table.itemKeyColumn] ?? "").trim();
  return key === "" ? null : key;
}

/** Returns the header of a column. */
export function headerOf(table: GuardedTable, column: number): string {
  return table.snapshot.headers[column] ?? "";
}

/** The edits of one table. */
export interface TableEdits {
  table: GuardedTable;
  differences: RowDifference[];
  /** As in TableDifference. */
  order: { id: string | null; values: RowValues }[] | null;
  /** Changes by co-authors or by a load: recorded in the snapshot, not evaluated. */
  external: RowDifference[];
  /** Whether the reported areas cover the identity of the row at a position; absent where rows were not read by area. */
  isKeyWritten?: (position: number) => boolean;
}

/** An edit requested in the pane: a step or an override. */
export interface RequestedEdit {
  key: string;
  changes: ProposedEdit["changes"];
  reason: string | null;
  /** Facts that are recorded with the step. */
  facts?: EventFacts;
  /** Date of the edit; null for the date of the context. */
  date: IsoDate | null;
  /** A value that a write has overwritten while it was being typed. Its author is unknown, and a later edit of the cell replaces it. */
  overwritten?: true;
}

/** A cell to be written. */
export interface PlannedWrite {
  table: string;
  /** Position in the table's body, from 0. */
  position: number;
  column: number;
  value: CellValue;
  /** The value that the cell is expected to hold; another value means that the cell was edited in the meantime. */
  expected: CellValue;
  purpose:
    | "revert"
    | "accept"
    | "propagate"
    /** The identity of a row as it is: with it, Excel's undo of the step is recognised. */
    | "identity";
  /** The value expected in the row's identity column; null where it is unknown. */
  identity: string | null;
}

/** Identity of a cell: it stays the same when the row moves. */
export const cellId = ({ table, row, column }: CellReference): string => `${table}\u0001${row}\u0001${String(column)}`;

/** A cell that holds again what the guard has overwritten, because Excel's undo has undone the guard's write. */
export interface UndoneCell extends CellReference {
  /** Key of the row's item; null where it has none. */
  key: string | null;
  /** What the guard had written. */
  written: CellValue;
}

export interface CellMark {
  table: string;
  /** Identity of the row before the pass; null where it had none. */
  row: string | null;
  position: number;
  column: number;
  on: boolean;
}

/** A message without identity, time and address. */
export interface MessageDraft {
  outcome: EditOutcome;
  /** Messages with the same cause become one. */
  cause: string;
  item: string;
  key: string | null;
  /** Location of the cell; null for a message about no cell. */
  at: { table: string; position: number; column: number } | null;
  tried: readonly AttemptedEdit[];
  text: GuardSentence;
  circumstance: Circumstance | null;
  /** The findings whose clauses are cited. */
  findings: readonly Finding[];
  possible: PossibleStep[];
  /** The item whose name was entered, where the two may be one text; null where there is none. */
  twin: string | null;
  /** The edits of an override; empty where none is possible. */
  overrides: RequestedEdit[];
  /** Deleted rows that can be restored, with the headers that their values had. */
  deleted: { table: string; row: string; headers: readonly string[]; values: RowValues }[];
  /** Designations and keys of all items of the message. */
  items: string[];
  keys: string[];
  count: number;
}

/** Returns the parts of a message that only some messages have, empty. */
export const emptyDetails = () => ({
  circumstance: null,
  twin: null,
  findings: [],
  possible: [],
  overrides: [],
  deleted: [],
});

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

/** What a join of two items changed, for its undo. */
export interface JoinedItems {
  /** The item that was kept, before and after. */
  before: WorkItem;
  after: WorkItem;
  dropped: WorkItem;
  /** Events of the dropped item, as they were. */
  events: readonly ProgrammeEvent[];
  /** Rows of annexes that showed the dropped item. */
  rows: readonly { table: string; row: string }[];
  /** The event that records the join. */
  event: ProgrammeEvent;
  /** Ids of all events of the joined item: a later one builds on the join. */
  all: readonly string[];
}

/** Everything that a pass writes and reports. Snapshots change once it is applied. */
export interface EditPlan {
  writes: PlannedWrite[];
  marks: CellMark[];
  /** Rows for History, in order. */
  events: ProgrammeEvent[];
  /** Designations of the items of these events, by key. */
  designations: ReadonlyMap<string, string>;
  /** Reverted events of users; their rows are removed from History, where they are still in it (otherwise position -1). */
  revertedEvents: { event: ProgrammeEvent; position: number }[];
  /** Events whose row is in History again (redo). */
  restoredEvents: ProgrammeEvent[];
  /** Events that belong to another item from now on: the cells of their rows in History are among the writes. */
  movedEvents: ProgrammeEvent[];
  /** Changed items, for the programme store. */
  items: Map<string, WorkItem>;
  /** Keys of new items that get a row below the others. */
  addedKeys: string[];
  /** Keys of items whose row was deleted. */
  deletedKeys: string[];
  /** Keys of removed items: their entry was undone. */
  removedKeys: string[];
  /** Rows to remove, of items whose entry is undone on request. */
  removedRows: { table: string; row: string; position: number }[];
  /** Items whose row holds what History does not explain, as History explains them; null where it explains the row again. */
  unexplained: Map<string, WorkItem | null>;
  /** Cells in which Excel's undo has undone a write of the guard: they are left as they are. */
  undoneCells: UndoneCell[];
  /** Cells of which that is no longer so, by `cellId`. */
  resolvedCells: string[];
  messages: MessageDraft[];
  /** What the plan does as one action, where it is more than edits of cells. */
  action?: GuardSentence;
  /** What a join of two items changed: reverting its event does not undo it. */
  joined?: JoinedItems;
}

/** Returns the rows of new items, for the Work programme. */
export function addedRows({ addedKeys, items }: EditPlan): RowCells[] {
  return addedKeys.flatMap((key) => {
    const item = items.get(key);
    return item ? [itemCells(item)] : [];
  });
}

/** Whether a plan writes nothing to the workbook. */
export function isIdle(plan: EditPlan): boolean {
  const { writes, marks, events, addedKeys, revertedEvents, removedRows } = plan;
  return [writes, marks, events, addedKeys, revertedEvents, removedRows].every((list) => list.length === 0);
}
