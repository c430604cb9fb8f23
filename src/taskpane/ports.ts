/** What the views of Find and Import call on the workbook. */
import type { JobOutcome } from "../commands/job-runner";
import type { TableKind } from "../domain/document";
import type { ProblemSeverity } from "../domain/document-problems";
import type { ProgrammeEvent, WorkItem } from "../domain/model";
import type { PossibleStep } from "../domain/rules/types";
import type { Status } from "../domain/vocabulary";

/** A step that the item may take, with what its button says. */
export type OfferedStep = Pick<PossibleStep, "status" | "step" | "earliest" | "now"> & { action: string };

/** An item with what happened to it and what may happen next. */
export interface ItemView {
  item: WorkItem;
  events: readonly ProgrammeEvent[];
  next: OfferedStep[];
}

/** Where the answers come from: the workbook's own tables, or the two documents of the product where it has none. */
export type ProgrammeSource = "workbook" | "documents";

export interface FoundItems {
  source: ProgrammeSource;
  items: WorkItem[];
  /** How many items the programme has. */
  known: number;
  /** How many of them have each status. */
  counts: ReadonlyMap<Status, number>;
}

export interface FindPort {
  find(text: string): Promise<FoundItems>;
  /** All items with a status. */
  withStatus(status: Status): Promise<FoundItems>;
  view(key: string): Promise<ItemView | null>;
  /** Selects the item's row on the Work programme sheet. Rejects with a sentence where it has none. */
  showOnSheet(key: string): Promise<void>;
  applyStep(key: string, status: Status, step: string | null): Promise<void>;
  onProgrammeChanged(listener: () => void): () => void;
  /** Tells the key of the item whose row somebody selects on a sheet. */
  onItemSelected(listener: (key: string) => void): () => void;
}

/** A problem in words: where it is, "" for the whole document, and what it is. */
export interface ProblemLine {
  /** Problems of one group are of one kind. */
  group: string;
  place: string;
  severity: ProblemSeverity;
  message: string;
}

/** What one row of a document would do. */
export interface RowPreview {
  /** Its place among the rows of the document. */
  index: number;
  item: string;
  title: string;
  kind: "new" | "status" | "changed" | "same" | "unread";
  from: Status | null;
  to: Status | null;
  /** Cells that people changed, which are kept. */
  conflicts: number;
  left: boolean;
}

export interface TablePreview {
  name: string;
  /** Set where the heading does not tell for certain what the table is: the kind chosen so far. */
  asked: { as: TableKind | null } | null;
  rows: RowPreview[];
}

/** What reading a source yielded, before anything is written. */
export interface ImportPreview {
  name: string;
  /** Null where the source is no document of a known kind; `problems` then says why. */
  summary: { title: string; date: string | null; tables: TablePreview[] } | null;
  /** Set where the document bears no date: the one given so far. */
  needsDate: { date: string | null } | null;
  problems: ProblemLine[];
}

/** Something to import: a file, or what was pasted. */
export type ImportSource = { kind: "file"; file: File } | { kind: "html" | "text"; name: string; text: string };

/** What the user chooses in a preview; documents, tables and rows are counted from 0. */
export type ImportChoice =
  | { document: number; kind: "date"; date: string | null }
  | { document: number; kind: "table"; table: number; as: TableKind | null }
  | { document: number; kind: "row"; row: number; left: boolean };

export interface WorkPort {
  /** Reads sources in slices. Rejects where the signal is aborted. */
  preview(sources: readonly ImportSource[], signal: AbortSignal): Promise<ImportPreview[]>;
  /** Applies a choice to what the last preview read. */
  choose(choice: ImportChoice): ImportPreview[];
  /** Writes what the last preview read, the files that could be read. */
  importPreviewed(): Promise<JobOutcome>;
}

export interface PanePort {
  find: FindPort;
  work: WorkPort;
}
