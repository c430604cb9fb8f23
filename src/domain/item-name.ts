/** What a work item is called, wherever it is named. */
import { compareNatural } from "./designations/natural-order";
import type { WorkItem } from "./work-item";

/** The number of an item, else its provisional name; "" where it has neither. */
export function designationOf({ number, name }: Pick<WorkItem, "number" | "name">): string {
  return number ?? name ?? "";
}

/** The designation of an item; its key where it has none. */
export function itemName(item: Pick<WorkItem, "number" | "name" | "key">): string {
  return designationOf(item) || item.key;
}

/** "X.1817 (X.5Gsec-message)": the number with the provisional name. */
export function fullItemName(item: Pick<WorkItem, "number" | "name" | "key">): string {
  const { number, name } = item;
  return number !== null && name !== null && name !== number ? `${number} (${name})` : itemName(item);
}

/** Compares two items by their names, as people expect: X.509 before X.1058. */
export function compareItemNames(a: Pick<WorkItem, "number" | "name">, b: Pick<WorkItem, "number" | "name">): number {
  return compareNatural(designationOf(a), designationOf(b));
}
