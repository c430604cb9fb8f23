import type { Area } from "../a1";
import type { Changes } from "./changes";
import { movedArea } from "./structure";

/** A range as an object of the add-in: it follows its cells when rows and columns come and go. */
export interface TrackedRange {
  readonly sheetId: string;
  /** Undefined once its cells are deleted. */
  area: Area | undefined;
}

/** All ranges in use: those of the running batch, and those kept by reference. */
export class TrackedRanges {
  private readonly batch = new Set<TrackedRange>();
  private readonly kept = new Set<TrackedRange>();

  constructor(changes: Changes) {
    changes.subscribe((change) => {
      if (!("start" in change) && change.kind !== "cellsInserted" && change.kind !== "cellsDeleted") return;
      for (const range of [...this.batch, ...this.kept]) {
        if (range.area) range.area = movedArea(range.sheetId, range.area, change);
      }
    });
  }

  make(sheetId: string, area: Area, keep = false): TrackedRange {
    const range: TrackedRange = { sheetId, area };
    (keep ? this.kept : this.batch).add(range);
    return range;
  }

  keep(range: TrackedRange): void {
    this.kept.add(range);
  }

  release(range: TrackedRange): void {
    this.kept.delete(range);
  }

  endBatch(): void {
    this.batch.clear();
  }
}
