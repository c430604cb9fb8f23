/** A work item as a row of the work programme, and back. */
import { blankItem } from "./blank";
import { normaliseName } from "./designations";
import { FIELDS, headerOfField, KEY } from "./item-fields";
import type { WorkItem } from "./model";
import { cellOf, dateOf, textOf, valueOf, type CellValue, type RowCells, type RowReader } from "./cells";

/** The row of an item. */
export function itemCells(item: WorkItem): RowCells {
  const cells: Record<string, CellValue> = { [KEY]: item.key };
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

/** Whether a row describes an item; a blank row does not. */
export function isItemRow(read: RowReader): boolean {
  return [...NAMES, KEY].some((header) => textOf(read(header)) !== null);
}

const DATES: ReadonlySet<string> = new Set(FIELDS.flatMap(({ id, type }) => (type === "date" ? [id] : [])));

/**
 * Returns the value of a cell in a field, as users type it: dates as ISO text, null for an empty cell. An apostrophe before a number makes
 * text of it in Excel; in a cell that is a text cell already, Excel keeps it as a character.
 */
export function enteredText(field: string, value: CellValue): string | null {
  return DATES.has(field)
    ? dateOf(value)
    : (textOf(value)
        ?.trim()
        .replace(/^'(?=\d)/, "") ?? null);
}
