import type { Area } from "../a1";
import type { Tables } from "./tables";
import type { TrackedRange, TrackedRanges } from "./tracked-ranges";

export const BINDING_TYPES = ["Range", "Table", "Text"] as const;
export type BindingType = (typeof BINDING_TYPES)[number];

/** Cells that an add-in has given a name of its own; they keep it when they move. */
export interface Binding {
  readonly id: string;
  readonly type: BindingType;
  /** A table, or else the cells themselves. */
  readonly tableId?: string;
  readonly range: TrackedRange;
}

/** The bindings of the workbook, in the order in which they were made. */
export class Bindings {
  private readonly byId = new Map<string, Binding>();

  constructor(
    private readonly ranges: TrackedRanges,
    private readonly tables: Tables,
  ) {}

  all(): Binding[] {
    return [...this.byId.values()];
  }

  find(id: string): Binding | undefined {
    return this.byId.get(id);
  }

  /** Adds a binding, in place of one with the same id. */
  add(id: string, type: BindingType, sheetId: string, area: Area, tableId?: string): Binding {
    this.remove(id);
    const range = this.ranges.make(sheetId, area, true);
    const binding = { id, type, range, ...(tableId === undefined ? {} : { tableId }) };
    this.byId.set(id, binding);
    return binding;
  }

  remove(id: string): void {
    const binding = this.byId.get(id);
    if (binding) this.ranges.release(binding.range);
    this.byId.delete(id);
  }

  /** Where the cells of a binding are; undefined once they are deleted. */
  cellsOf({ tableId, range }: Binding): { sheetId: string; area: Area } | undefined {
    if (tableId !== undefined) {
      const table = this.tables.find(tableId);
      return table && { sheetId: table.sheetId, area: table.area };
    }
    return range.area && { sheetId: range.sheetId, area: range.area };
  }
}
