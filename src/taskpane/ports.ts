/** What Find calls on the workbook. */
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
