/**
 * The user's name, for History: Excel does not report names to add-ins. It is stored in the web view, for this user on this computer, and
 * not in the workbook, where other users would inherit it.
 */

const NAME = "sg17.person";

/** On the web one origin may serve several hosts: each has its own key. */
function storageKey(): string {
  return `${Office.context.partitionKey ?? ""}${NAME}`;
}

/** The stored name; "" where there is none, or where this web view has no storage. */
export function storedName(): string {
  try {
    return localStorage.getItem(storageKey()) ?? "";
  } catch {
    return "";
  }
}

/**
 * Stores a name; "" removes it.
 * @returns whether it could be stored
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
