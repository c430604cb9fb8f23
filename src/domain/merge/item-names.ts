/** Present and former names of an item. */
import type { WorkItem } from "../model";
import { normaliseName } from "../designations/normalise";

/** All names of an item as printed: number, provisional name and aliases. */
export function namesOfItem(item: WorkItem): string[] {
  return [item.number, item.name, ...item.aliases].filter((name) => name !== null && name !== "") as string[];
}

/**
 * The normalised names of an item: those that identify it, and the plain number (with its joint parts) of a text that
 * revises this Recommendation, which identifies it only if no other item has it.
 */
export function registeredNames(item: WorkItem): { strong: string[]; weak: string[] } {
  const names = new Set(namesOfItem(item).map(normaliseName));
  names.delete("");
  const number = item.number === null ? "" : normaliseName(item.number);
  if (!names.has(`${number}rev`)) return { strong: [...names], weak: [] };
  const weak = [number, ...number.split("/")].filter((name) => names.delete(name));
  return { strong: [...names], weak: [...new Set(weak)] };
}
