import type { Area } from "../a1";
import type { Changes } from "./changes";
import { movedArea } from "./structure";

/** A range as an object of the add-in: it follows its cells when rows and columns come and go. */
export interface Place {
  readonly sheetId: string;
  /** Undefined once its cells are deleted. */
  area: Area | undefined;
}

/** All ranges in use: those of the running batch, and those kept by reference. */
export class Places {
  private readonly batch = new Set<Place>();
  private readonly kept = new Set<Place>();

  constructor(changes: Changes) {
    changes.subscribe((change) => {
      if (!("start" in change) && change.kind !== "cellsInserted" && change.kind !== "cellsDeleted") return;
      for (const place of [...this.batch, ...this.kept]) {
        if (place.area) place.area = movedArea(place.sheetId, place.area, change);
      }
    });
  }

  make(sheetId: string, area: Area, keep = false): Place {
    const place: Place = { sheetId, area };
    (keep ? this.kept : this.batch).add(place);
    return place;
  }

  keep(place: Place): void {
    this.kept.add(place);
  }

  release(place: Place): void {
    this.kept.delete(place);
  }

  endBatch(): void {
    this.batch.clear();
  }
}
