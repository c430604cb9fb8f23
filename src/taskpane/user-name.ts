/**
 * The name of whoever works here, for History: Excel tells add-ins nobody's name. It belongs to the person and the machine, so it is kept
 * in the web view's own storage and never in the workbook, where others would inherit it.
 */

const NAME = "sg17.person";

/** On the web one origin may serve several hosts: each has its own part of the storage. */
function storageKey(): string {
  return `${Office.context.partitionKey ?? ""}${NAME}`;
}

/** The name as kept; "" where there is none, or where this web view lets nothing be kept. */
export function storedName(): string {
  try {
    return localStorage.getItem(storageKey()) ?? "";
  } catch {
    return "";
  }
}

/**
 * Keeps a name; "" forgets it.
 * @returns whether it is still known the next time
 */
export function storeName(name: string): boolean {
  try {
    if (name === "") localStorage.removeItem(storageKey());
    else localStorage.setItem(storageKey(), name);
    return true;
  } catch {
    return false;
  }
}
