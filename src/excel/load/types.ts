/** Options, reports and outcomes of a load. */
import type { DesiredTable } from "./desired-tables";
import type { Keep, LoadMarker } from "./marker";
import type { Cell, CellFormat } from "../table-specs/spec";
import type { TableProblem } from "../../domain/edit-review/message";
import type { Programme } from "../../domain/model";

export interface LoadProgress {
  /** waiting: another load is writing to this workbook. */
  stage: "waiting" | "reading" | "planning" | "writing" | "done";
  /** Rows written so far and in all. */
  done: number;
  total: number;
}

export interface LoadOptions {
  progress?: (progress: LoadProgress) => void;
  /** Cancels the load before its first write to an existing table; earlier changes are undone. */
  signal?: AbortSignal;
  /** Creates all tables anew from the documents alone; existing sheets are kept under a dated name. */
  replace?: boolean;
  /** The import to undo: its documents are removed, and the documents that are loaded are their earlier versions. */
  undo?: ImportedChange;
  /** Ids of the differences for which the document's value is used. */
  decisions?: ReadonlySet<string>;
  /** Date for the names of kept sheets; today by default. */
  today?: string;
  /** Seconds without a heartbeat after which another load counts as interrupted; 20 by default. */
  lockTimeout?: number;
}

/** What an import changed. */
export interface ImportedChange {
  /** Ids of its documents. */
  documents: readonly string[];
  before: Programme;
  after: Programme;
}

/** A cell that users changed and for which documents report another value. The user's value stays until the document's is applied. */
export interface CellDifference {
  /** Table, row and column: the same on every load. */
  id: string;
  table: string;
  /** Identity of the row in its table. */
  row: string;
  /** Key of the item; "" if the row is not about an item. */
  key: string;
  /** Display name of the item. */
  item: string;
  /** Header of the column. */
  field: string;
  /** Header of the column whose text identifies the row. */
  identity: string;
  /** Format of the column's values. */
  format: CellFormat;
  /** The documents that report the row; empty if there are none. */
  sources: readonly string[];
  theirs: Cell;
  documents: Cell;
  /** For a whole row that users deleted (field ""): the cells of the row, for restoring it. */
  restoredRow?: Readonly<Record<string, Cell>>;
}

export interface LoadReport {
  created: string[];
  /** Number of rows added, updated and removed, by table. */
  added: Record<string, number>;
  updated: Record<string, number>;
  removed: Record<string, number>;
  differences: CellDifference[];
  /** Sheets kept under a dated name. */
  kept: { sheet: string; as: string }[];
  /** Problems to report: texts that were shortened, findings of the merge. */
  problems: string[];
}

/** Result of a comparison, which writes nothing. */
export type Comparison =
  { outcome: "compared"; differences: CellDifference[] } | { outcome: "unreadable"; problems: TableProblem[] };

/** What a load has made. */
export interface MadeByLoad {
  sheets: LoadMarker["sheets"];
  /** The tables as written. */
  tables: readonly DesiredTable[];
  /** The sheets and tables that were put aside. */
  keeps: readonly Keep[];
}

export type LoadOutcome =
  | {
      outcome: "loaded";
      report: LoadReport;
      /** What the load has made, for its undo; null where it has also written into tables that existed, or written nothing. */
      made: MadeByLoad | null;
    }
  | { outcome: "cancelled" }
  /** Nothing was written; repairTables or a load with `replace` is possible. */
  | { outcome: "unreadable"; problems: TableProblem[] };
