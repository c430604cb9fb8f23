/** What a user has to decide on: the differences and the problems of tables that were found last. */
import type { TableProblem } from "../domain/edit-review/message";
import { Listeners } from "../domain/listeners";
import type { CellDifference } from "../excel/load";

/** A difference in words. */
export interface ShownDifference {
  difference: CellDifference;
  /** The same for all differences of one item; of one row where it is about no item. */
  group: string;
  /** Name of the item, or of the row. */
  item: string;
  /** The sheet's usual name. */
  sheet: string;
  /** Header of the column; "" for a whole row. */
  column: string;
  here: string;
  documents: string;
}

export interface ReviewResults {
  /** null before the first comparison, and after the list was closed. */
  differences: readonly ShownDifference[] | null;
  tableProblems: readonly TableProblem[];
}

/** Holds what was found last and calls listeners at every change. */
export class ReviewStore {
  private state: ReviewResults = { differences: null, tableProblems: [] };
  private readonly listeners = new Listeners<[ReviewResults]>();

  get(): ReviewResults {
    return this.state;
  }

  /** Calls back with the state now and at every change. Returns a function that stops this. */
  on(listener: (state: ReviewResults) => void): () => void {
    listener(this.state);
    return this.listeners.add(listener);
  }

  found(found: Partial<ReviewResults>): void {
    this.state = { ...this.state, ...found };
    this.listeners.call(this.state);
  }

  /** Removes differences that were resolved. */
  resolved(differences: readonly CellDifference[]): void {
    const ids = new Set(differences.map(({ id }) => id));
    this.found({ differences: this.state.differences?.filter((each) => !ids.has(each.difference.id)) ?? null });
  }
}

/** The review store of this add-in. */
export const reviewStore = new ReviewStore();
