/** What a load, a comparison or a look at the tables found that somebody has to decide: differences and damage. Kept for the pane. */
import { Listeners } from "../domain/listeners";
import type { CellDifference, TableDamage } from "../excel/load";

/** A difference as people read it. */
export interface ShownDifference {
  difference: CellDifference;
  /** The same for all differences of one item; of one row where it is about no item. */
  group: string;
  /** What the item is called, or the row. */
  item: string;
  /** The sheet's usual name. */
  sheet: string;
  /** Header of the column; "" for a whole row. */
  column: string;
  here: string;
  documents: string;
}

/** Damage as people read it. */
export interface ShownDamage {
  damage: TableDamage;
  sentence: string;
}

export interface FindingsState {
  /** null while nobody has compared. */
  differences: readonly ShownDifference[] | null;
  damage: readonly ShownDamage[];
}

/** Holds what was found last and tells listeners of every change. */
export class ReviewStore {
  private state: FindingsState = { differences: null, damage: [] };
  private readonly listeners = new Listeners<[FindingsState]>();

  get(): FindingsState {
    return this.state;
  }

  /** Tells the state now and at every change; returns how to stop. */
  on(listener: (state: FindingsState) => void): () => void {
    listener(this.state);
    return this.listeners.add(listener);
  }

  found(found: Partial<FindingsState>): void {
    this.state = { ...this.state, ...found };
    this.listeners.call(this.state);
  }

  /** Differences that are none any more. */
  settled(differences: readonly CellDifference[]): void {
    const ids = new Set(differences.map(({ id }) => id));
    this.found({ differences: this.state.differences?.filter((each) => !ids.has(each.difference.id)) ?? null });
  }
}

/** The findings of this add-in. */
export const findings = new ReviewStore();
