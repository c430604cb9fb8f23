import { columnCount, intersect, rowCount } from "../a1";
import type { Area } from "../a1";
import type { Binding } from "../engine/bindings";
import type { Host } from "../host";

/** Which cells of a binding are selected, counted from its first one. */
interface BindingSelection {
  readonly id: string;
  readonly startRow: number;
  readonly startColumn: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The bindings with cells in these areas. */
export function bindingsIn(host: Host, sheetId: string, areas: readonly Area[]): string[] {
  return touched(host, sheetId, areas).map(({ binding }) => binding.id);
}

/** What the bindings hear of a selection. */
export function bindingSelections(host: Host, sheetId: string, areas: readonly Area[]): BindingSelection[] {
  return touched(host, sheetId, areas).map(({ binding, cells, part }) => ({
    id: binding.id,
    startRow: part.startRow - cells.startRow,
    startColumn: part.startColumn - cells.startColumn,
    rowCount: rowCount(part),
    columnCount: columnCount(part),
  }));
}

function touched(host: Host, sheetId: string, areas: readonly Area[]): { binding: Binding; cells: Area; part: Area }[] {
  return host.bindings.all().flatMap((binding) => {
    const cells = host.bindings.cellsOf(binding);
    if (cells?.sheetId !== sheetId) return [];
    const part = areas.map((area) => intersect(area, cells.area)).find((area) => area !== undefined);
    return part ? [{ binding, cells: cells.area, part }] : [];
  });
}
