/** A work item as a row of the work programme, and back. */
import { blankItem } from "../../domain/blank";
import { normaliseName } from "../../domain/designations";
import { FIELDS, headerOfField } from "../../domain/item-fields";
import type { WorkItem } from "../../domain/model";
import { KEY, type Cell } from "../table-specs/spec";
import { cellOf, textOf, valueOf, type RowCells, type RowReader } from "./cells";

/** The row of an item. */
export function itemCells(item: WorkItem): RowCells {
  const cells: Record<string, Cell> = { [KEY]: item.key };
  for (const { header, type, value } of FIELDS) cells[header] = cellOf(type, value(item));
  return cells;
}

/**
 * The item of a row, as people left it. A row typed by hand has no key yet: it goes by its name. What is no status, process or kind
 * of ours counts as Under study, or as none.
 */
export function itemOfRow(read: RowReader): WorkItem {
  const [item, name] = NAMES.map((header) => textOf(read(header)));
  const found = blankItem(textOf(read(KEY)) ?? normaliseName(item ?? name ?? ""));
  for (const { header, type, assign } of FIELDS) assign(found, valueOf(type, read(header)));
  return found;
}

const NAMES = [headerOfField("item"), headerOfField("name")];

/** Whether a row says anything about an item: a blank line in the table is none. */
export function isItemRow(read: RowReader): boolean {
  return [...NAMES, KEY].some((header) => textOf(read(header)) !== null);
}
