/** Rows of the work programme that users typed and that have no key yet. Pure. */
import { namesOfItem } from "../../domain/merge/item-names";
import { normaliseName } from "../../domain/designations";
import type { WorkItem } from "../../domain/model";
import { KEY } from "../table-specs/spec";
import { itemOfRow } from "../../domain/item-rows";
import { columnOf, rowCursor, type ManagedTable } from "../tables";

const namesOf = (item: WorkItem): string[] => namesOfItem(item).map(normaliseName);

/**
 * Returns the rows without a key that are new items, by position: rows with a name that no other row has. Other rows are not items until
 * users correct them; the edit guard reports them.
 */
export function namedRows(table: ManagedTable): Map<number, WorkItem> {
  const at = columnOf(table, KEY);
  const cursor = rowCursor(table);
  const usedNames = new Set<string>();
  const keyless: { row: number; item: WorkItem }[] = [];
  table.rows.forEach((cells, row) => {
    const item = itemOfRow(cursor.at(cells));
    if (at >= 0 && String(cells[at] ?? "") === "") keyless.push({ row, item });
    else for (const name of [normaliseName(item.key), ...namesOf(item)]) usedNames.add(name);
  });
  const named = new Map<number, WorkItem>();
  for (const { row, item } of keyless) {
    const names = namesOf(item);
    if (names.length === 0 || names.some((name) => usedNames.has(name))) continue;
    for (const name of names) usedNames.add(name);
    named.set(row, item);
  }
  return named;
}

/** The work programme without rows that are not items yet. */
export function withoutUnnamed(table: ManagedTable): ManagedTable {
  const at = columnOf(table, KEY);
  if (at < 0) return table;
  const named = namedRows(table);
  return { ...table, rows: table.rows.filter((cells, row) => String(cells[at] ?? "") !== "" || named.has(row)) };
}
