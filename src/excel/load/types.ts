/** What a load is asked, and what it answers. */
import type { Cell, CellFormat } from "../table-specs/spec";
import type { DamagedTable } from "../table-problems";

export type { DamagedTable };

export interface LoadProgress {
  /** waiting: somebody else is loading into this workbook. */
  stage: "waiting" | "reading" | "planning" | "writing" | "done";
  /** Rows written so far and in all. */
  done: number;
  total: number;
}

export interface LoadOptions {
  progress?: (progress: LoadProgress) => void;
  /** Cancels until the first write to a table that is there already; what was begun before is taken back. */
  signal?: AbortSignal;
  /** Lays everything out anew from documents alone; sheets that are there are kept under a dated name. */
  replace?: boolean;
  /** For differences whose document side is to be taken: their ids. */
  decisions?: ReadonlySet<string>;
  /** Day for the names of kept sheets; today where left out. */
  today?: string;
  /** Seconds without a sign of life after which somebody else's load counts as cut off; 20 where left out. */
  lockTimeout?: number;
}

/** A cell that people changed and documents say otherwise: people's stays until the document's is taken. */
export interface CellDifference {
  /** Table, row and column: the same on every load. */
  id: string;
  table: string;
  /** Identity of the row in its table. */
  row: string;
  /** Key of the item, "" where the row is about none. */
  key: string;
  /** What the item is called. */
  item: string;
  /** Header of the column. */
  field: string;
  /** Header of the column by whose text the row is known. */
  identity: string;
  /** What the column holds, to show its values by. */
  format: CellFormat;
  /** The documents that tell of the row; none for what no document does. */
  sources: readonly string[];
  theirs: Cell;
  documents: Cell;
  /** For a whole row that people took out (field ""): the row, to put it back. */
  restoredRow?: Readonly<Record<string, Cell>>;
}

export interface LoadReport {
  created: string[];
  /** Rows added, and rows with cells brought up to date, by table. */
  added: Record<string, number>;
  updated: Record<string, number>;
  differences: CellDifference[];
  /** Sheets kept under a dated name. */
  kept: { sheet: string; as: string }[];
  /** What people should know: a text cut off, something the join could not settle. */
  problems: string[];
}

/** What a comparison finds: nothing is written by it. */
export type Comparison =
  { outcome: "compared"; differences: CellDifference[] } | { outcome: "damaged"; tables: DamagedTable[] };

export type LoadOutcome =
  | { outcome: "loaded"; report: LoadReport }
  | { outcome: "cancelled" }
  /** Nothing was written: offer repairTables, or a load with replace. */
  | { outcome: "damaged"; tables: DamagedTable[] };
