/** All that the pane's views ask for. taskpane.ts fills it from the workbook and the commands; tests fill it from the programme. */
import type { JobRunner, JobOutcome } from "../commands/job-runner";
import type { ReportLook, ReportRequest } from "../commands/annexes";
import type { ReviewStore } from "../commands/review-store";
import type { View } from "../commands/views";
import type { EditableHeading } from "../domain/annexes";
import type { GuardMessage } from "../domain/edit-review/message";
import type { TableKind } from "../domain/document";
import type { ProblemSeverity } from "../domain/document-problems";
import type { Meeting, ProgrammeEvent, WorkItem } from "../domain/model";
import type { PossibleStep } from "../domain/rules/types";
import type { CellDifference } from "../excel/load";
import type { Status } from "../domain/vocabulary";
import type { ListSeparator } from "../excel/insert-formula";
import type { FunctionId } from "../functions/catalogue";
import type { Preview } from "../functions/preview";

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
  takeStep(key: string, status: Status, step: string | null): Promise<void>;
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
  activity: Pick<JobRunner, "on" | "cancel" | "clear">;
  load(): Promise<JobOutcome>;
  check(): Promise<JobOutcome>;
  /** Reads sources in slices. Rejects where the signal is aborted. */
  preview(sources: readonly ImportSource[], signal: AbortSignal): Promise<ImportPreview[]>;
  /** Applies a choice to what the last preview read. */
  choose(choice: ImportChoice): ImportPreview[];
  /** Writes what the last preview read, the files that could be read. */
  importPreviewed(): Promise<JobOutcome>;
  /** Whether the workbook holds a work programme. */
  isLoaded(): boolean;
  /** Lays the sheets out anew; those that are there are kept under a dated name. */
  replace(): Promise<JobOutcome>;
  /** What was found that somebody has to decide. */
  findings: Pick<ReviewStore, "on">;
  /** Finds the differences again. Writes nothing. */
  compare(): Promise<JobOutcome>;
  /** Takes the documents' side of a few differences. Rejects where Excel does. */
  takeDocuments(differences: readonly CellDifference[]): Promise<void>;
  /** The same for many, as a job. */
  takeMany(differences: readonly CellDifference[]): Promise<JobOutcome>;
  /** Selects the cell of a difference. Rejects with a sentence where it is gone. */
  goToDifference(difference: CellDifference): Promise<void>;
  /** Puts the list of differences away. */
  closeDifferences(): void;
  /** Brings missing columns and tables back. */
  repair(): Promise<JobOutcome>;
  /** Enters formulas with an error again and calculates the others. */
  refreshFormulas(): Promise<JobOutcome>;
  /** Calls back with how many formulas show #NAME?, now and whenever that changes. */
  onUnknownNames(listener: (count: number) => void): void;
  describeError(error: unknown): string;
}

export interface AnnexesPort {
  meetings(): Promise<Meeting[]>;
  /** What to offer first; null while the workbook holds no programme. */
  defaults(): Promise<{ meeting: string | null; since: string | null } | null>;
  /** What a report would hold; null while the workbook holds no programme. */
  look(request: ReportRequest): Promise<ReportLook | null>;
  generate(request: ReportRequest): Promise<JobOutcome>;
  /** Offers the report as a Word file and tells its name. */
  word(request: ReportRequest): Promise<string>;
  /** Copies the report as tables; `text` is its plain text, for where copying is barred. */
  copy(request: ReportRequest): Promise<{ copied: boolean; text: string }>;
  whatChanged(since: string | null): Promise<JobOutcome>;
  showItem(key: string): Promise<void>;
  saveWords(meeting: string, slot: EditableHeading, words: { title: string; notes: string[] }): Promise<void>;
  describeError(error: unknown): string;
}

export interface MessagesPort {
  messages(): readonly GuardMessage[];
  onMessages(listener: (messages: readonly GuardMessage[]) => void): void;
  takeStep(key: string, status: Status, step: string | null): Promise<void>;
  override(id: string, reason: string): Promise<void>;
  restoreRow(id: string): Promise<void>;
  goTo(id: string): Promise<void>;
  dismiss(id: string): void;
  dismissAll(): void;
}

export interface PaneSettings {
  currentMeeting: string | null;
  mode: "enforce" | "advise";
  startWithWorkbook: boolean;
  currentDate: string | null;
}

export interface SettingsPort {
  read(): Promise<PaneSettings>;
  write(changes: Partial<PaneSettings>): Promise<void>;
  meetings(): Promise<Meeting[]>;
  onSettingsChanged(listener: () => void): () => void;
  /** The name for History, of this person on this machine; "" for none. */
  who(): string;
  /**
   * Takes another name, from the next edit on.
   * @returns the name as it is written, and whether this web view keeps it for the next time
   */
  saveWho(name: string): Promise<{ name: string; kept: boolean }>;
}

export interface InsertPort {
  /** The list separator in which this Excel shows formulas. */
  separator(): Promise<ListSeparator>;
  /** The Questions of SG17's items. */
  questions(): Promise<readonly string[]>;
  /** What a function answers, without entering it. */
  preview(id: FunctionId, values: readonly unknown[]): Promise<Preview>;
  /** Enters a formula, in English syntax, into the active cell and tells its address. Rejects with a sentence where it cannot be written. */
  insert(formula: string): Promise<string>;
}

export interface SelfTestResult {
  formula: string;
  /** What the cell showed: a value, or Excel's error. */
  shown: string;
  /** What the functions' own code answers. */
  expected: string;
  /** Whether Excel kept the formula as it was entered, and shows the answer. */
  passed: boolean;
}

export interface DiagnosticsPort {
  /** Name and value, in the order to show them. */
  facts(): Promise<[string, string][]>;
  /** Looks at the tables now; what is missing of them goes to the findings. */
  lookForDamage(): Promise<void>;
  /** Enters a formula on a scratch sheet, reads it back, removes the sheet. */
  selfTest(): Promise<SelfTestResult>;
  errors(): readonly string[];
  copy(text: string): Promise<boolean>;
}

export interface PanePort {
  find: FindPort;
  work: WorkPort;
  annexes: AnnexesPort;
  messages: MessagesPort;
  settings: SettingsPort;
  diagnostics: DiagnosticsPort;
  /** In a chunk of its own, with the views that use it. */
  insert(): Promise<InsertPort>;
  /** Tells what the pane's status region should say. */
  onAnnouncement(listener: (text: string) => void): () => void;
}

/** What the views ask of the pane. */
export interface PaneActions {
  /** Says what stands on the screen already, to those who do not see it. */
  announce(text: string): void;
  /** Says it, and shows it until the next press of anything: what would otherwise be seen nowhere. */
  tell(text: string): void;
  open(view: View): void;
}
